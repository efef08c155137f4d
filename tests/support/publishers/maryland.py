"""Does the shortage page speak of each discipline in its own words, loaded and not?"""

import pytest

from data.updates import adopt, disciplines
from tests.support.publishers import published
from tests.support.publishers.parts import AREA, FIPS, part

OURS = {"Primary State Abbreviation": "MD", "HPSA Shortage": 2.5}
MENTAL = {"HPSA Discipline Class": "Mental Health", "HPSA Score": 25, "Provider Type": "Psychiatrist"}


@pytest.fixture(scope="module")
def _maryland(tmp_path_factory):
    """Two made-up areas of Maryland for each discipline are loaded: a county, and two tracts of another."""
    folder = tmp_path_factory.mktemp("disciplines")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_LOCAL", str(folder / "local"))
        patch.setenv("ATLAS_BUILT", str(folder / "built"))
        loads = []
        for source, cells in (("hrsa_dental", {}), ("hrsa_mental_health", MENTAL)):
            tracts = {"HPSA ID": f"{source} 2", "HPSA Component Type Code": "CT"}
            rows = [AREA | OURS | cells | {"HPSA ID": source} | _at("24001")]
            rows += [AREA | OURS | cells | tracts | _at(code) for code in ("24003701101", "24003701102")]
            loads.append(disciplines.loads(source, published.hpsa_components(folder, *rows)))
        adopt.adopt(loads)
        yield


def _at(code):
    placed = part(code)
    return {name: placed[name] for name in ("HPSA Geography Identification Number", FIPS)}
