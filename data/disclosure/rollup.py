"""How do small groups join larger ones, before anything has to be withheld?"""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import NamedTuple

ALL = "all"
NOT_KNOWN = "Not known"
FOLLOWED = "followed: "


class Leaf(NamedTuple):
    """A member of a dimension as the roster has it, and how many people belong to it."""

    dimension: str
    parent: str
    parent_label: str
    member: str
    label: str
    number: int
    people: int


class Member(NamedTuple):
    """A member as it is published, and the leaves that it holds."""

    dimension: str
    member: str
    label: str
    parent: str
    level: int
    number: int
    leaves: tuple[str, ...]


class Group(NamedTuple):
    """Leaves on their way to one member."""

    member: str
    label: str
    number: int
    people: int
    leaves: tuple[Leaf, ...]


class Others(NamedTuple):
    """What small groups are called together: beside large groups, and within a parent."""

    groups: str = "Other"
    within: str = "Other, {parent}"


def tree(leaves: Sequence[Leaf], least: int, others: Others, *, keeps_parents: bool = False) -> list[Member]:
    """Parents and their children, none below `least` people unless the whole dimension is.

    Groups too small join the others, with the smallest of the rest if they are too few together; a
    parent left with one child has none. With `keeps_parents` no parent joins another.
    """
    if all(leaf.parent == ALL for leaf in leaves):
        return [member(group, ALL, 1) for group in _pooled([alone(leaf) for leaf in leaves], least, others.groups, ALL)]
    ordered = sorted(leaves, key=lambda leaf: leaf.parent)
    families = {parent: tuple(part) for parent, part in groupby(ordered, lambda leaf: leaf.parent)}
    parents = [
        Group(parent, part[0].parent_label, part[0].number, sum(leaf.people for leaf in part), part)
        for parent, part in families.items()
    ]
    members = []
    for parent in parents if keeps_parents else _pooled(parents, least, others.groups, ALL):
        members.append(member(parent, ALL, 1))
        if parent.member in families:
            name = others.within.format(parent=parent.label, low=parent.label.lower())
            held = [alone(leaf) for leaf in parent.leaves if leaf.people]
            children = _pooled(held, least, name, parent.member)
            members += [member(child, parent.member, 2) for child in children if len(children) > 1]
    return members


def _pooled(groups: list[Group], least: int, label: str, parent: str) -> list[Group]:
    """The groups large enough, and one of all the others; that one is large enough too, or is all."""
    ordered = sorted(groups, key=lambda group: (-group.people, group.member))
    kept = [group for group in ordered if group.people >= least]
    small = ordered[len(kept) :]
    while small and kept and sum(group.people for group in small) < least:
        small.insert(0, kept.pop())
    if len(small) < 2:
        return [*kept, *small]
    leaves = tuple(leaf for group in small for leaf in group.leaves)
    return [*kept, Group(f"others of {parent}", label, 0, sum(group.people for group in small), leaves)]


def neighbours(leaves: Sequence[Leaf], least: int) -> list[Member]:
    """Members in their order, all as wide: the narrowest width at which none is too small.

    One width for all, so that a wide member does not say that a part of it is small; what is left at the
    end joins the last. Of those known and those not, the one that is too small joins the other.
    """
    ordered = sorted(leaves, key=lambda leaf: leaf.number)
    unknown = [leaf for leaf in ordered if leaf.member == NOT_KNOWN]
    known = [leaf for leaf in ordered if leaf.member != NOT_KNOWN]
    is_small = any(sum(leaf.people for leaf in part) < least for part in (unknown, known))
    few = unknown if is_small else []
    groups = [*_widened(known, few, least), *(alone(leaf) for leaf in unknown if leaf not in few)]
    return [member(group, ALL, 1) for group in groups]


def _widened(known: list[Leaf], few: list[Leaf], least: int) -> list[Group]:
    for width in range(1, len(known) + 1):
        starts = range(0, max(len(known) - width + 1, 1), width)
        parts = [known[start:end] for start, end in zip(starts, [*list(starts)[1:], len(known)], strict=True)]
        groups = [_joined(part) for part in [*parts[:-1], [*parts[-1], *few]]]
        if all(group.people >= least for group in groups):
            return groups
    return [_joined([*known, *few])] if known or few else []


def _joined(leaves: Sequence[Leaf]) -> Group:
    first, labels = leaves[0], [leaf.label for leaf in leaves]
    if len(leaves) == 1:
        return alone(first)
    is_years = all(label.isdigit() for label in labels)
    label = f"{labels[0]} to {labels[-1]}" if is_years else " or ".join([labels[0], *map(str.lower, labels[1:])])
    name = f"{first.member} to {leaves[-1].member}"
    return Group(name, label, first.number, sum(leaf.people for leaf in leaves), tuple(leaves))


def never(leaves: Sequence[Leaf]) -> list[Member]:
    """Parents and children as they are."""
    return [found for parent in parents_of(leaves) for found in family(leaves, *parent)]


def parents_of(leaves: Sequence[Leaf]) -> list[tuple[str, str]]:
    """Each parent with its label, once."""
    return list(dict.fromkeys((leaf.parent, leaf.parent_label) for leaf in leaves))


def family(leaves: Sequence[Leaf], parent: str, label: str) -> list[Member]:
    """A parent and its children as they are."""
    part = [leaf for leaf in leaves if leaf.parent == parent]
    whole = Member(part[0].dimension, parent, label, ALL, 1, part[0].number, tuple(leaf.member for leaf in part))
    return [whole, *(member(alone(leaf), parent, 2) for leaf in part)]


def alone(leaf: Leaf) -> Group:
    """A leaf as a group of its own."""
    return Group(leaf.member, leaf.label, leaf.number, leaf.people, (leaf,))


def member(group: Group, parent: str, level: int) -> Member:
    """A group as it is published."""
    held = tuple(leaf.member for leaf in group.leaves)
    return Member(group.leaves[0].dimension, group.member, group.label, parent, level, group.number, held)


def landmark(leaves: Sequence[Leaf], least: int, cuts: Collection[int]) -> list[Member]:
    """Accepted within some years, of those enrolled by the end of a year of `cuts`; none if too few.

    A leaf is an outcome (parent) in its `number`th year since enrolment. A cut ends a published group of
    enrolment years: who enrolled by then is known from these groups, too, and sums ties them.
    """
    for cut in sorted(cuts, reverse=True):
        followed = [leaf for leaf in leaves if _cohort(leaf) <= cut]
        years = min((_sure_years(leaf) for leaf in followed), default=0)
        recent = [leaf for leaf in leaves if leaf not in followed]
        within = [leaf for leaf in followed if leaf.parent == "accepted" and leaf.number < years]
        beyond = [leaf for leaf in followed if leaf not in within]
        later = [leaf for leaf in leaves if leaf.parent == "accepted" and leaf not in within]
        if min(sum(leaf.people for leaf in part) for part in (recent, within, beyond, later)) >= least:
            name, span = f"{FOLLOWED}{cut}", "1 year" if years == 1 else f"{years} years"
            return [
                _member(followed, name, f"Enrolled by the end of {cut}", ALL, years),
                _member(within, "within", f"Accepted within {span}", name, years),
                _member(beyond, "beyond", f"Not accepted within {span}", name, years),
                _member(recent, "recent", "Enrolled since", ALL, years),
            ]
    return []


def cut_of(member: Member) -> int:
    """The last year of enrolment of those followed."""
    return int(member.member.removeprefix(FOLLOWED))


def _cohort(leaf: Leaf) -> int:
    """The year of enrolment: the first word of the label of a leaf of this dimension."""
    return int(leaf.label.split()[0])


def _sure_years(leaf: Leaf) -> int:
    """Whole years that everyone of that cohort has been followed for: the second word of the label."""
    return int(leaf.label.split()[1])


def _member(leaves: Sequence[Leaf], name: str, label: str, parent: str, number: int) -> Member:
    held = tuple(leaf.member for leaf in leaves)
    return Member(leaves[0].dimension, name, label, parent, 1 if parent == ALL else 2, number, held)
