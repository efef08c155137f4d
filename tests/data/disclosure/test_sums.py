"""Are the sums between published counts just those that hold?"""

import pytest

from data.disclosure import cells, sums
from data.disclosure.cells import MATCHED, PHASES, STAGES, Cell
from data.disclosure.lattice import closed
from data.disclosure.rollup import ALL
from tests.support.rosters.sums import ROAD, counted, equations, everyone, halves, obligations
from tests.support.world import world


def test_stages_and_phases_are_those_of_the_stage_table():
    con = world()
    rows = con.execute("SELECT stage_number, stage, phase FROM stage ORDER BY stage_number").fetchall()
    assert [stage for _, stage, _ in rows] == list(STAGES)
    assert [number for number, _, _ in rows] == list(range(1, len(STAGES) + 1))
    phases = {phase: tuple(n - 1 for n, _, named in rows if named == phase) for _, _, phase in rows}
    assert list(phases.items()) == list(PHASES.items())
    assert STAGES[MATCHED] == "matched"


def test_reached_is_stopped_there_or_further():
    linked = sums.assembled([everyone()])
    value = dict(zip(linked.cells, linked.lattice.counts.tolist(), strict=True))
    for kind, names in (("stage", STAGES), ("phase", list(PHASES))):
        for n, step in enumerate(names[1:], 1):
            stages = (n,) if kind == "stage" else PHASES[step]
            assert value[Cell(ALL, ALL, kind, step, False)] == sum(ROAD[place] for place in stages)
            assert value[Cell(ALL, ALL, kind, step, True)] == sum(ROAD[stages[0] :])
    first = Cell(ALL, ALL, ALL, ALL, False)
    assert (first, frozenset({Cell(ALL, ALL, "stage", step, False) for step in STAGES})) in equations(linked)
    reached = (Cell(ALL, ALL, "phase", "applying", True), frozenset({Cell(ALL, ALL, "stage", "applied", True)}))
    assert reached in equations(linked)
    assert closed(linked.lattice).structural.sum() == 0


def test_a_parent_is_the_sum_of_its_children_at_every_step():
    first, second = halves()
    linked = sums.assembled([everyone(), counted("cohort", "2020", first), counted("cohort", "2021", second)])
    closed(linked.lattice)
    for step in PHASES:
        parts = frozenset(Cell("cohort", year, "phase", step, False) for year in ("2020", "2021"))
        assert (Cell(ALL, ALL, "phase", step, False), parts) in equations(linked)


def test_counts_that_lose_a_person_do_not_add_up():
    first, second = halves()
    second[0] -= 1
    linked = sums.assembled([everyone(), counted("cohort", "2020", first), counted("cohort", "2021", second)])
    with pytest.raises(ValueError, match="mend the equation"):
        closed(linked.lattice)


def test_members_that_overlap_each_have_all_the_others_beside_them():
    first, _ = halves()
    linked = sums.assembled([everyone(), counted("language", "som", first), counted("language", "eng", ROAD)])
    closed(linked.lattice)
    value = dict(zip(linked.cells, linked.lattice.counts.tolist(), strict=True))
    assert value[Cell("language", "not som", ALL, ALL, False)] == sum(ROAD) - sum(first)
    assert value[Cell("language", "not eng", ALL, ALL, False)] == 0
    whole = Cell(ALL, ALL, "phase", "applying", True)
    parts = frozenset(Cell("language", name, "phase", "applying", True) for name in ("som", "not som"))
    assert (whole, parts) in equations(linked)
    both = {Cell("language", name, ALL, ALL, False) for name in ("som", "eng")}
    assert not [parts for _, parts in equations(linked) if both <= parts]


def test_only_what_the_registry_says_can_hold_nobody():
    linked = sums.assembled([everyone(), *obligations()])
    structural = {cell for cell, is_so in zip(linked.cells, closed(linked.lattice).structural, strict=True) if is_so}
    before = ("preparing", "eligible", "applying", "accepted")
    assert structural == {
        Cell("obligation", name, "phase", step, False) for name in ("running", "served") for step in before
    }
    assert cells.impossible(everyone()) == set()
