"""Is a file refused whose rows stand in it twice, or that has far more of them than is to be believed?"""

from datetime import date

import pandas as pd
import pytest

from data import loaded, store
from data import registry as data_registry
from data.errors import ContractError, SourceError
from data.refresh import checks, run
from data.refresh.recipes import RECIPES
from data.updates import adopt
from data.updates.adopt import Load
from tests.support.publishers import published
from tests.support.publishers.codes import RUCC, codes
from tests.support.publishers.publisher import whole
from tests.support.publishers.refreshed import ORDER, SMALL, left


def hospitals(folder):
    rows = [{"Facility ID": f"24000{n}", "State": "MN"} for n in range(1, 4)]
    head, *lines = published.cms_hospitals(folder, *rows).read_bytes().splitlines(keepends=True)
    return b"".join([head, *lines, *lines[1:]])


@pytest.mark.parametrize(
    ("source", "body", "said"),
    [
        ("cms_hospitals", hospitals, "has 2 of hospital more than once by hospital_id, the first of them 240002:"),
        (RUCC, lambda folder: codes(folder) + codes(folder).partition(b"\n")[2], "87 of county_rucc_2023 more than"),
    ],
)
def test_rows_that_stand_twice_are_refused_and_the_old_figures_serve(given, local, capfd, source, body, said):
    given(source, "file.csv", whole(body(local)))
    version = store.current()
    for is_dry in (True, False):
        assert run.refresh(SMALL, [source], ORDER, is_dry=is_dry) == 1
        told = capfd.readouterr().err
        assert told.startswith(f"{source}: The file has ")
        assert said in told
        assert told.count("\n") == 1
    assert (store.current(), left(), loaded.named()) == (version, [], "")


def test_whatever_is_adopted_has_no_row_twice(local):
    frame = pd.DataFrame({"underserved_area_id": ["1", "1", "2"], "county_fips": ["27001", "27001", "27001"]})
    with pytest.raises(ContractError, match=r"^hrsa_mua: The file has 1 of underserved_area_county .+ them 1, 27001:"):
        adopt.adopt([Load("hrsa_mua", {"underserved_area_county": frame}, {"as_of": date(2026, 6, 30)})])
    assert loaded.named() == ""


def test_far_more_rows_than_are_in_use_are_refused():
    before, none = pd.DataFrame({"hospital_id": range(1000)}), pd.DataFrame({"hospital_id": []})
    for count, stands in ((1818, before), (101, before[:1]), (9999, none)):
        checks.expect_no_more({"hospital": pd.DataFrame({"hospital_id": range(count)})}, {"hospital": stands})
    for count, stands in ((1819, before), (102, before[:1])):
        with pytest.raises(SourceError, match=rf"{count:,} rows for hospital, where {len(stands):,} are in use"):
            checks.expect_no_more({"hospital": pd.DataFrame({"hospital_id": range(count)})}, {"hospital": stands})


def test_every_table_that_a_file_can_replace_has_a_key_by_which_it_stands_once():
    brought = RECIPES.keys() | data_registry.loadable().keys()
    known = data_registry.embedded() | data_registry.loadable()
    replaced = {table for name in brought for table in known[name].reference}
    # Tracts themselves stay as embedded, whatever areas lie over them.
    assert replaced - {"tract"} <= set(adopt.KEYS)
    for name in adopt.KEYS:
        frame = pd.read_csv(data_registry.REFERENCE / f"{name}.csv", dtype=str)
        assert set(adopt.KEYS[name]) <= set(frame), name
        assert not adopt.twice({name: frame}), name
