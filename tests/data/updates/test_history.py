"""What moved between two vintages: gained, lost, changed, and what cannot be said with certainty?"""

from collections import Counter
from random import Random

import pytest

from data.updates import compare
from tests.support.publishers.history import NAMED, pictured
from tests.support.world import world

HERE = [{"county_fips": "27001", "population": 1000}, {"county_fips": "55001", "population": 500}]


def moves(before, after):
    """(change, what, basis) of each area that moved, by name."""
    found = compare.compared(pictured(*before), pictured(*after, version="w"))["areas"]
    return sorted((row["area"], row["change"], row["what"], row["match_basis"]) for row in found)


def test_areas_of_one_vintage_and_not_the_other_are_gained_and_lost():
    before, after = [{"area": "Elm"}, {"area": "Oak"}], [{"area_id": "b", "area": "Fir"}, {"area": "Oak"}]
    assert moves(before, after) == [("Elm", "lost", None, None), ("Fir", "gained", None, None)]


@pytest.mark.parametrize(
    ("row", "what", "basis"),
    [
        ({"status": "proposed_withdrawal"}, "status", "name and type"),
        ({"designation_type": "high_needs"}, "type", "name"),
        ({"designation_type": "high_needs", "status": "proposed_withdrawal"}, "status, type", "name"),
        ({"hpsa_score": 11}, "score", "name, type and status"),
        ({"fte": 2.0, "fte_short": 3.0}, "FTE there, FTE short", "name, type and status"),
        ({"area": "  elm "}, "name", "name, type and status"),
    ],
)
def test_an_area_whose_id_changed_with_its_figures_is_known_by_its_name(row, what, basis):
    (found,) = moves([{}], [{"area_id": "b"} | row])
    assert found[1:] == ("changed", what, basis)


def test_an_area_that_is_renamed_is_lost_and_gained_but_not_where_it_has_an_id_of_hrsa():
    assert Counter(row[1] for row in moves([{}], [{"area_id": "b", "area": "Beech"}])) == {"gained": 1, "lost": 1}
    assert moves([{"area_id": "127"}], [{"area_id": "127", "area": "Beech"}]) == [("Beech", "changed", "name", "id")]


def test_twins_that_both_changed_are_not_matched_with_certainty_but_one_left_over_is():
    twins = [{"area_id": "a", "fte": 1.0}, {"area_id": "b", "fte": 2.0}]
    assert [row[1] for row in moves(twins, [{"area_id": "c"}, {"area_id": "d"}])] == ["not certain"] * 4
    assert moves(twins, [twins[0], {"area_id": "c", "fte": 9.0}])[0][1:3] == ("changed", "FTE there")
    assert [row[1] for row in moves(twins, [{"area_id": "c"}])] == ["not certain"] * 3


def test_a_renewal_and_the_listing_it_replaces_are_told_apart_by_status():
    pair = [{"area_id": "a"}, {"area_id": "b", "status": "proposed_withdrawal"}]
    assert moves(pair, [{"area_id": "c", "hpsa_score": 12}]) == [
        ("Elm", "changed", "score", "name, type and status"),
        ("Elm", "lost", None, None),
    ]


def test_states_are_summed_on_both_sides_and_people_are_those_in_designated_areas():
    sides = []
    for rows in ([{}], [{"area_id": "b", "fte_short": 2.5}, {"status": "proposed_withdrawal", "area": "Oak"}]):
        with world(county=HERE, shortage_area=[NAMED | {"area_id": "a"} | row for row in rows]) as con:
            sides.append(compare.pictured(con, str(len(rows))))
    (row,) = compare.compared(*sides)["states"]
    assert (row["designated_before"], row["designated_after"], row["proposed_after"]) == (1, 1, 1)
    assert (row["short_designated_before"], row["short_designated_after"]) == (1.0, 2.5)
    assert (row["short_proposed_before"], row["short_proposed_after"]) == (0.0, 1.0)
    assert (row["people_before"], row["people_after"]) == (1000, 1000)


def test_what_two_kinds_of_files_list_is_not_compared_nor_what_was_not_there_before():
    (row,) = compare.compared(pictured({}), pictured({"area_id": "1271033760"}))["disciplines"]
    assert "came from the file of outlines, those after from the detail file" in row["problem"]
    found = compare.compared(pictured({}), pictured({}, {"area_id": "m", "discipline": "mental_health"}))
    assert [row["problem"][:36] for row in found["disciplines"]] == ["", "Mental health: loaded for the first "]
    assert not found["areas"]
    assert not compare.compared(pictured(), pictured())["disciplines"]


def loop(before, after):
    """The same matching as plain loops: how many areas of each change."""
    keys = (
        lambda row: row["area_id"],
        lambda row: (row["area"], row["designation_type"], row["status"]),
        lambda row: (row["area"], row["designation_type"]),
        lambda row: row["area"],
    )
    left, right, found = list(before), list(after), Counter()
    for key in keys:
        for row in list(left):
            alike = [[other for other in side if key(other) == key(row)] for side in (left, right)]
            if len(alike[0]) == len(alike[1]) == 1:
                found["changed"] += any(row[name] != alike[1][0][name] for name in row if name != "area_id")
                left.remove(row)
                right.remove(alike[1][0])
    names = {row["area"] for row in left} & {row["area"] for row in right}
    found["not certain"] = sum(row["area"] in names for row in left + right)
    found["lost"] = sum(row["area"] not in names for row in left)
    found["gained"] = sum(row["area"] not in names for row in right)
    return +found


@pytest.mark.parametrize("seed", range(4))
def test_random_vintages_match_as_plain_loops_do(seed):
    draw = Random(seed)
    sides = []
    for side in "ab":
        rows = [
            {
                "area_id": draw.choice(["", side]) + str(n) + "x",
                "area": draw.choice("PQRSTU"),
                "designation_type": draw.choice(["geographic", "population"]),
                "status": draw.choice(["designated", "proposed_withdrawal"]),
                "hpsa_score": draw.choice([9, 10]),
            }
            for n in range(14)
        ]
        sides.append(rows)
    assert Counter(row[1] for row in moves(*sides)) == loop(*sides)
