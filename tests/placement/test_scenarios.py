"""Does a placement's scenario come back as it was saved, and is a bad file refused with a sentence for each problem?"""

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.placement.cohort import LANGUAGES, MOST_GROUPS, MOST_PHYSICIANS, SPECIALTIES, STAGES, WISHES, Group
from analysis.placement.outcomes import POINTS
from analysis.placement.scenarios import (
    LEAST_IN_REGION,
    MOST_IN_AREA,
    MOST_IN_REGION,
    PARTS,
    TARGETS,
    WEIGHTS,
    Scenario,
    read,
    written,
)
from analysis.placement.timeline import WHOLE, Clock
from analysis.placement.worth import EFFECTS, Plan, Weights

STATES = ["Minnesota", "District of Columbia"]
OWN = Scenario("Ten for Bemidji, 2027", plan=Plan(pins=((1, "f0a1"),), maximum=3))
GROUPS = st.builds(
    Group,
    st.integers(0, MOST_PHYSICIANS),
    *map(st.sampled_from, map(list, (SPECIALTIES, LANGUAGES, STAGES, WISHES))),
)


@st.composite
def scenarios(draw):
    groups = tuple(draw(st.lists(GROUPS, max_size=MOST_GROUPS)))
    hand = ((draw(st.integers(0, len(groups) - 1)), draw(st.text(max_size=9))),) if groups else ()
    plan = Plan(
        effect=draw(st.sampled_from(list(EFFECTS))),
        weights=Weights(**{name: draw(st.floats(0, most)) for name, most in WEIGHTS.items()}),
        capacity=draw(st.integers(*MOST_IN_AREA)),
        minimum=draw(st.integers(*LEAST_IN_REGION)),
        is_limited_licence=draw(st.booleans()),
        maximum=draw(st.sampled_from(MOST_IN_REGION)),
    )
    plan = plan._replace(**draw(st.sampled_from([{}, {"pins": hand}, {"forbidden": hand}])))
    names = st.from_regex(r"[A-Za-z0-9é][\w ,'()+-]{0,59}", fullmatch=True)
    point = draw(st.integers(0, POINTS - 1))
    ends = st.lists(st.floats(0, 1), min_size=2, max_size=2).map(lambda pair: tuple(sorted(pair)))
    clock = Clock(**{name: draw(st.integers(0, 10) if name in WHOLE else ends) for name in Clock._fields})
    state, target = draw(st.sampled_from(STATES)), draw(st.sampled_from(TARGETS))
    return Scenario(draw(names), state, target, point, groups, plan, clock)


@settings(deadline=None)
@given(one=scenarios())
def test_a_scenario_comes_back_as_it_was_saved(one):
    found = read(written(one).encode(), STATES)
    assert found.problems == []
    assert found.scenario == one


def changed(part=None, **parts):
    held = json.loads(written(OWN))
    (held[part] if part else held).update(parts)
    return json.dumps(held).encode()


def without(part):
    held = json.loads(written(OWN))
    del held[part]
    return json.dumps(held).encode()


@given(file=st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_no_file_is_a_traceback(file):
    assert read(file, STATES).scenario is None
    assert read(file, STATES).problems


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
HAND = {"choice": st.sampled_from(["pin", "x"]) | JSON, "group": JSON, "area_id": JSON}


@given(part=st.sampled_from(sorted(PARTS)), value=JSON | st.fixed_dictionaries(HAND))
def test_any_value_in_any_part_is_taken_or_refused_with_a_sentence(part, value):
    found = read(changed(**{part: value}), STATES)
    assert (found.scenario is None) == bool(found.problems)
    assert all(problem.endswith(".") for problem in found.problems)


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_part_that_is_missing_is_named(part):
    found = read(without(part), STATES)
    assert found.scenario is None
    assert f"“{part}”" in found.problems[0]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"", "This is no scenario"),
        (b"[" * 90_000, "This is no scenario"),
        (
            b'{"kind": "physician-gap-atlas-levers", "version": 1}',
            "This is a scenario of the page Policy levers: open it there.",
        ),
        (changed(version=2), "another version: this page reads version 1."),
        (changed(version=True), "another version"),
        (changed(name="![x](http://a.example/b.png)"), "“name” must be at most 60"),
        (changed(state="Atlantis"), "“state” must be"),
        (changed(state="United States"), "“state” must be"),
        (changed(counts="both"), "“counts” must be one of access, designation."),
        (changed(target="1000"), "“target” must be one of"),
        (changed(fairness=0), "“fairness” must be a whole number from 1 to 9."),
        (changed(fairness=9.0), "“fairness” must be"),
        (changed(cohort="4-fm-spa-lic.x"), "“cohort” must be up to 8 groups"),
        (changed(is_limited_licence=1), "must be true or false"),
        (changed(most_in_area=0), "“most_in_area” must be a whole number from 1 to 10."),
        (changed(least_in_region=-1), "“least_in_region” must be a whole number from 0 to 5."),
        (changed(most_in_region=22), "“most_in_region” must be null for no limit, or one of 1 to 20, 25, 30"),
        (changed(most_in_region=0), "“most_in_region” must be null"),
        (changed("weights", score=-1), "“score” of “weights” must be a number from 0 to 2."),
        (changed("weights", last_share=1.5), "“last_share” of “weights” must be a number from 0 to 1."),
        (changed("weights", rural=math.nan), "“rural” of “weights” must be a number"),
        (changed("weights", luck=1), "“weights” has “luck”"),
        (changed(weights=[]), "“weights” is missing"),
        (changed("by_hand", choice="move"), "“choice” of “by_hand” must be one of pin, forbid."),
        (changed("by_hand", group=4), "“group” of “by_hand” must be one of the cohort, from 1 to 3."),
        (changed("by_hand", area_id=7), "“area_id” of “by_hand” must be the code"),
        (changed("by_hand", who="Jane"), "“by_hand” must be null, or hold choice, group and area_id."),
        (changed(**{"<b>who</b>": "Jane"}), "The file has “?b?who??b?”, which this page does not know"),
    ],
)
def test_a_bad_file_says_what_is_wrong(file, said):
    found = read(file, STATES)
    assert found.scenario is None
    assert len(found.problems) == 1
    assert said in found.problems[0]


def test_each_problem_of_a_file_has_its_own_sentence():
    assert len(read(changed(name="", fairness=0, weights=None, by_hand={}), STATES).problems) == 4
