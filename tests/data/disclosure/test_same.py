"""Are counts of the same people tied, and the differences between them held as counts of their own?"""

from data.disclosure import sums
from data.disclosure.cells import MATCHED, STAGES, Cell
from data.disclosure.lattice import closed
from data.disclosure.rollup import ALL
from tests.support.rosters.sums import ROAD, counted, equations, everyone, halves, obligations

WITHIN, BEYOND = [0] * MATCHED + [6, 9, 8, 7, 9], [10, 15, 8, 6, 7, 3, 2, 1, 2, 3]
RECENT = [whole - one - other for whole, one, other in zip(ROAD, WITHIN, BEYOND, strict=True)]
EARLY = [8, 10, 5, 3, 2, 6, 4, 5, 4, 6]
LATER = [one + other - early for one, other, early in zip(WITHIN, BEYOND, EARLY, strict=True)]


def total(dimension, member):
    """The cell of all people of a member."""
    return Cell(dimension, member, ALL, ALL, False)


def landmark():
    """Two years of enrolment that are followed, and one since."""
    tops = {"followed: 2020": [one + other for one, other in zip(WITHIN, BEYOND, strict=True)], "recent": RECENT}
    cohorts = [counted("cohort", *one) for one in (("2018 to 2019", EARLY), ("2020", LATER), ("2021", RECENT))]
    cohorts[0] = cohorts[0]._replace(member=cohorts[0].member._replace(leaves=("2018", "2019")))
    within = [counted("acceptance", *one, parent="followed: 2020") for one in (("within", WITHIN), ("beyond", BEYOND))]
    return sums.assembled([everyone(), *cohorts, *(counted("acceptance", *one) for one in tops.items()), *within])


def value(linked):
    closed(linked.lattice)
    return dict(zip(linked.cells, linked.lattice.counts.tolist(), strict=True))


def test_who_has_served_is_at_the_last_stage_of_the_road():
    linked = sums.assembled([everyone(), *obligations()])
    pair = {Cell(ALL, ALL, "stage", "served", False), total("obligation", "served")}
    assert [whole for whole, others in equations(linked) if {whole, *others} == pair]


def test_who_practises_without_an_obligation_follows_and_is_held():
    linked = sums.assembled([everyone(), *obligations()])
    assert value(linked)[sums.UNBOUND] == 2
    assert (sums.PRACTISING, frozenset({sums.RUNNING, sums.UNBOUND})) in equations(linked)


def test_those_followed_are_whole_years_of_enrolment():
    parts = frozenset({total("cohort", "2018 to 2019"), total("cohort", "2020")})
    assert (total("acceptance", "followed: 2020"), parts) in equations(landmark())


def test_those_accepted_later_than_the_years_told_follow_and_are_held():
    linked = landmark()
    found = value(linked)
    assert found[sums.EARLIER] == sum(WITHIN) + sum(BEYOND[MATCHED:]) == 50
    assert found[sums.LATE] == sum(BEYOND[MATCHED:]) == 11
    assert found[sums.SINCE] == sum(RECENT[MATCHED:]) == 20
    ties = {one: others for one, others in equations(linked) if one in (sums.ACCEPTED, sums.EARLIER, sums.SINCE)}
    accepted = {year: Cell("cohort", year, "phase", "accepted", True) for year in ("2018 to 2019", "2020", "2021")}
    early = frozenset({accepted["2018 to 2019"], accepted["2020"]})
    assert (sums.EARLIER, early) in equations(linked)
    assert (sums.EARLIER, frozenset({sums.WITHIN, sums.LATE})) in equations(linked)
    assert ties[sums.SINCE] == {accepted["2021"]}
    assert ties[sums.ACCEPTED] >= {sums.EARLIER, sums.SINCE} or (
        sums.ACCEPTED,
        frozenset({sums.EARLIER, sums.SINCE}),
    ) in equations(linked)


def test_what_is_held_is_of_no_member_that_is_published():
    members = {(one.member.dimension, one.member.member) for one in (everyone(), *obligations())}
    hidden = {sums.UNBOUND, sums.LATE, sums.EARLIER, sums.SINCE}
    published = {(cell.dimension, cell.member) for cell in landmark().cells if cell not in hidden} | members
    assert not published & {(cell.dimension, cell.member) for cell in hidden}


def test_where_nothing_of_two_dimensions_is_told_nothing_is_tied():
    one, other = halves()
    counts = [everyone(), counted("cohort", "2020", one), counted("cohort", "2021", other)]
    assert sums.same_people(counts, {}) == ({}, [])
    assert STAGES[MATCHED] == sums.ACCEPTED.step
