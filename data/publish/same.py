"""Which counts of two dimensions are of the same people, so that one follows from the other?

Differences that are not published, yet follow, are cells of their own here: protected like all others.
"""

from collections.abc import Mapping, Sequence

from data.publish import years
from data.publish.cells import MATCHED, STAGES, Cell, Counted, cell
from data.publish.folding import ALL, Member

Counts = Mapping[Cell, int]
Equation = tuple[Cell, list[Cell]]
PRACTISING, LAST = (Cell(ALL, ALL, "stage", stage, False) for stage in ("practising", "served"))
ACCEPTED = Cell(ALL, ALL, "stage", STAGES[MATCHED], True)
SERVED, RUNNING, UNBOUND = (Cell("obligation", name, ALL, ALL, False) for name in ("served", "running", "not running"))
WITHIN, LATE, EARLIER, SINCE = (
    Cell("acceptance", name, ALL, ALL, False)
    for name in ("within", "accepted late", "accepted of those followed", "accepted of those since")
)


def same_people(counted: Sequence[Counted], counts: Counts) -> tuple[dict[Cell, int], list[Equation]]:
    """The differences that follow, with their counts, and the equations that tie them."""
    hidden: dict[Cell, int] = {}
    equations: list[Equation] = []
    for found, tied in (_obligation(counts), _acceptance(counted, counts)):
        hidden |= found
        equations += tied
    return hidden, equations


def _obligation(counts: Counts) -> tuple[dict[Cell, int], list[Equation]]:
    """Who has served is at the last stage; who practises is under obligation or not."""
    if SERVED not in counts:
        return {}, []
    hidden = {UNBOUND: counts[PRACTISING] - counts[RUNNING]}
    return hidden, [(SERVED, [LAST]), (PRACTISING, [RUNNING, UNBOUND])]


def _acceptance(counted: Sequence[Counted], counts: Counts) -> tuple[dict[Cell, int], list[Equation]]:
    """Who is followed are whole years of enrolment, whose accepted were accepted within the years or later."""
    if WITHIN not in counts:
        return {}, []
    followed = next(one.member for one in counted if one.member.member.startswith(years.FOLLOWED))
    cohorts = [one.member for one in counted if one.member.dimension == "cohort"]
    early = [member for member in cohorts if all(int(year) <= years.cut_of(followed) for year in member.leaves)]
    since = [member for member in cohorts if member not in early]
    accepted = [[_accepted(member) for member in part] for part in (early, since)]
    earlier, later = (sum(counts[one] for one in part) for part in accepted)
    hidden = {EARLIER: earlier, SINCE: later, LATE: earlier - counts[WITHIN]}
    return hidden, [
        (cell(followed, ALL, ALL), [cell(member, ALL, ALL) for member in early]),
        (EARLIER, accepted[0]),
        (EARLIER, [WITHIN, LATE]),
        (SINCE, accepted[1]),
        (ACCEPTED, [EARLIER, SINCE]),
    ]


def _accepted(member: Member) -> Cell:
    return cell(member, "phase", "accepted", is_reached=True)
