"""Does a scenario come back as it was saved, and is a bad file refused with a sentence for each problem?"""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.levers.scenarios import PARTS, read, written
from analysis.scenarios.files import is_name
from tests.support.rows.lever_scenarios import OWN, VALUES


def changed(**parts):
    return json.dumps(json.loads(written(OWN)) | parts).encode()


def with_assumption(name, span):
    held = json.loads(written(OWN))
    held["assumptions"][name] = span
    return json.dumps(held).encode()


@given(values=VALUES, horizon=st.integers(1, 30), is_on=st.booleans())
def test_a_scenario_comes_back_as_it_was_saved(values, horizon, is_on):
    one = OWN._replace(values=values, horizon_years=horizon, is_limited_on=is_on)
    found = read(written(one).encode())
    assert found.problems == []
    assert found.scenario == one


@given(file=st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_no_file_is_a_traceback(file):
    assert read(file).scenario is None
    assert read(file).problems


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(part=st.sampled_from(sorted(PARTS)), value=JSON)
def test_any_value_in_any_part_is_taken_or_refused_with_a_sentence(part, value):
    found = read(changed(**{part: value}))
    assert (found.scenario is None) == bool(found.problems)
    assert all(problem.endswith(".") or problem.endswith(": take it out.") for problem in found.problems)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"", "This is no scenario"),
        (b"[1]", "This is no scenario"),
        (b"\xff\xfe", "This is no scenario"),
        (b'{"kind": "physician-gap-atlas-levers", "version": 2}', "another version"),
        (changed(name="![x](http://a.example/b.png)"), "“name” must be"),
        (changed(horizon_years=0), "“horizon_years” must be a whole number from 1 to 30."),
        (changed(horizon_years=True), "“horizon_years” must be"),
        (changed(is_limited_on=1), "must be true or false"),
        (changed(funded={}), "“residency” of “funded” must be a whole number"),
        (changed(pipeline=None), "“pipeline” is missing"),
        (changed(**{"![x](http://a)": 1}), "The file has “??x??http???a?”"),
        (with_assumption("cut_share", {"low": 0.5, "likely": 0.2, "high": 0.9}), "must rise from low"),
        (with_assumption("cut_share", {"low": 0.5, "likely": 0.7, "high": 1.9}), "between 0 and 100%"),
        (with_assumption("cut_share", {"low": 0.5, "likely": 0.7}), "needs three numbers"),
        (with_assumption("cut_share", {"low": 0, "likely": math.nan, "high": 1}), "needs three numbers"),
        (with_assumption("cut_share", None), "needs three numbers"),
        (with_assumption("rumor", {"low": 0, "likely": 0, "high": 0}), "“rumor” is no assumption"),
    ],
)
def test_a_bad_file_says_what_is_wrong(file, said):
    found = read(file)
    assert found.scenario is None
    assert len([problem for problem in found.problems if said in problem]) >= 1


def test_each_problem_of_a_file_has_its_own_sentence():
    held = json.loads(written(OWN))
    held["assumptions"]["cut_share"]["low"] = -1
    del held["assumptions"]["cut_years"]
    held["horizon_years"] = "ten"
    assert len(read(json.dumps(held).encode()).problems) == 3


def test_a_name_cannot_be_mark_up():
    assert is_name("Ten more slots, 2027 (half)")
    assert not any(map(is_name, ["", " ", "a" * 61, "<b>", "[a](b)", "a.example", "*a*", "`a`", "a:b", None, 3]))
