"""How many people belong to each published group? By plain loops over the people of a roster."""

from collections import Counter
from typing import NamedTuple

from tests.support.rosters.recount import BANDS

STAGES = ("enrolled", "exams", "certified", "experience", "applied", "matched", "residency", "licensed", "practising")
STAGES += ("served",)
PHASES = {"preparing": (0, 2), "eligible": (2, 4), "applying": (4, 5), "accepted": (5, 7), "licensed": (7, 10)}


def expected(row, stages):
    """The people of a row of the published counts, given its member's by furthest stage."""
    if row.step == "all":
        return sum(stages)
    place = STAGES.index(row.step) if row.step_kind == "stage" else None
    first, end = PHASES[row.step] if place is None else (place, place + 1)
    return sum(stages[first : None if row.is_reached else end])


def stages_of(counts, everyone, least=11):
    """For each published (dimension, member): its people by furthest stage.

    A language that fewer than `least` people do not speak is not among any.
    """
    told = counts[counts["participants_status"] != "not_collected"]
    rows = told[["dimension", "member", "parent_member", "member_number", "member_label"]].drop_duplicates()
    members = [Published(*row) for row in rows.itertuples(index=False, name=None)]
    named = {}
    for one in members:
        named.setdefault((one.dimension, one.parent), set()).add(one.member)
    spoken = Counter(name for person in everyone for _, name in person.leaves["language"])
    common = {name for name, number in spoken.items() if number > len(everyone) - least}
    everyone = [_without(person, common) for person in everyone]
    found = {}
    for one in members:
        within = [person.stage for person in everyone if _belongs(person, one, named[one.dimension, one.parent])]
        found[one.dimension, one.member] = [within.count(place) for place in range(len(STAGES))]
    return found


def _without(person, common):
    spoken = [leaf for leaf in person.leaves["language"] if leaf[1] not in common]
    return person._replace(leaves=person.leaves | {"language": spoken})


class Published(NamedTuple):
    """A member as the published counts have it."""

    dimension: str
    member: str
    parent: str
    number: int
    label: str


def _belongs(person, one, siblings):
    holds = {"acceptance": _in_landmark, "cohort": _in_order, "graduation": _in_order}.get(one.dimension)
    if one.dimension == "all":
        return True
    leaves = person.leaves[one.dimension]
    return any((holds or _in_tree)(one, leaf, siblings) for leaf in leaves)


def _in_tree(one, leaf, siblings):
    if one.parent != "all" and leaf[0] != one.parent:
        return False
    own = leaf[0] if one.parent == "all" and leaf[0] else leaf[1]
    return own not in siblings if one.member.startswith("others of ") else own == one.member


def _in_order(one, leaf, _):
    order = BANDS if one.dimension == "graduation" else [str(year) for year in range(2000, 2050)]
    first = next(name for name in order if one.member.startswith(name))
    last = next(name for name in order if one.member.endswith(name))
    return order.index(first) <= order.index(str(leaf[1])) <= order.index(last)


def _in_landmark(one, leaf, siblings):
    outcome, year, cohort = leaf
    (cut,) = [int(name.split()[1]) for name in {one.parent, *siblings} if name.startswith("followed: ")]
    within = outcome == "accepted" and year < one.number
    holds = {"within": within, "beyond": not within}.get(one.member, True)
    return cohort > cut if one.member == "recent" else holds and cohort <= cut
