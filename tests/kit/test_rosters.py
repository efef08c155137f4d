"""Does the pathways page stand whatever the roster is: one person, few, many, all alike?"""

import datetime

import pytest

from data.build import build as build_build
from data.roster import current as roster_current
from data.roster import demonstration
from tests.support.pages import opened, said
from tests.support.rosters.files import as_csv
from tests.support.rosters.pages import shown

DAY = datetime.date(2026, 6, 30)
HEADS = list(demonstration.rows()[0])


def person(number):
    """The same person again and again."""
    return [f"X-{number:03}", "2020-01-15", "27053", "SOM", "2001"] + [""] * (len(HEADS) - 5)


ROSTERS = {
    "one": [person(1)],
    "ten alike": [person(n) for n in range(10)],
    "forty alike": [person(n) for n in range(40)],
    "ids alone": [[f"X-{n:03}", "2020-01-15"] + [""] * (len(HEADS) - 2) for n in range(30)],
    "twelve varied": [list(row.values()) for row in demonstration.rows(seed=3)[::13]],
}


@pytest.mark.parametrize("kind", ROSTERS)
def test_the_page_opens_at_both_levels(tmp_path, monkeypatch, kind):
    path = tmp_path / "r.csv"
    path.write_bytes(as_csv([HEADS, *ROSTERS[kind]]))
    monkeypatch.setenv("ATLAS_BUILT", str(tmp_path / "built"))
    build_build.build(roster_current.own(path, DAY, "A roster"))
    public = shown()
    assert not opened("methods").exception
    monkeypatch.setenv("ATLAS_ACCESS", "staff")
    staff = shown()
    people = len(ROSTERS[kind])
    # Ids of the demonstration tell that its people do not exist.
    made_up = "made-up " if kind == "twelve varied" else ""
    assert f"Of {people} {made_up}participant" in staff.subheader[0].value
    if people < 11:
        assert "too small for any count" in public.info[0].value
        assert not public.subheader
    assert "X-0" not in said(public) + said(staff)
