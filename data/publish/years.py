"""How can the time to acceptance leave? As a life table, or as one share after so many years."""

from collections.abc import Collection, Sequence

from data.publish.folding import ALL, Leaf, Member, parents_of

OUTCOMES = 3


def bands(leaves: Sequence[Leaf], least: int, cuts: Collection[int] = ()) -> list[Member]:
    """Years joined into bands that all outcomes share, each outcome large enough in each: a life table.

    A leaf is an outcome (parent) in its `number`th year. Where there are not at least two such bands:
    the share accepted within some years, of those who enrolled by one of `cuts` (years), or nothing.
    """
    edges = _edges(leaves, least)
    if len(edges) < 2:
        return _landmark(leaves, least, cuts)
    members = []
    for order, (parent, label) in enumerate(parents_of(leaves)):
        part = [leaf for leaf in leaves if leaf.parent == parent]
        members.append(_member(part, parent, label, ALL, order))
        for low, high in edges:
            within = [leaf for leaf in part if low <= leaf.number < high]
            name = f"{low} to {high} years"
            members.append(_member(within, f"{parent}: {name}", name, parent, high))
    return members


def _edges(leaves: Sequence[Leaf], least: int) -> list[tuple[int, int]]:
    parents = parents_of(leaves)
    last = max(leaf.number for leaf in leaves) + 1
    edges, start = [], 0
    for end in range(1, last + 1):
        sizes = [_people(leaves, parent, start, end) for parent, _ in parents]
        if len(sizes) == OUTCOMES and min(sizes) >= least:
            edges.append((start, end))
            start = end
    return [*edges[:-1], (edges[-1][0], last)] if edges else []


def _people(leaves: Sequence[Leaf], parent: str, start: int, end: int) -> int:
    return sum(leaf.people for leaf in leaves if leaf.parent == parent and start <= leaf.number < end)


def _landmark(leaves: Sequence[Leaf], least: int, cuts: Collection[int]) -> list[Member]:
    """Accepted within some years, of those enrolled by the end of an earlier one of `cuts`; none if too few.

    A cut ends a published group of enrolment years: those enrolled by then are known from these too.
    """
    for cut in sorted(cuts, reverse=True):
        followed = [leaf for leaf in leaves if _cohort(leaf) <= cut]
        years = min((_sure_years(leaf) for leaf in followed), default=0)
        recent = [leaf for leaf in leaves if leaf not in followed]
        within = [leaf for leaf in followed if leaf.parent == "accepted" and leaf.number < years]
        beyond = [leaf for leaf in followed if leaf not in within]
        later = [leaf for leaf in leaves if leaf.parent == "accepted" and leaf not in within]
        if min(sum(leaf.people for leaf in part) for part in (recent, within, beyond, later)) >= least:
            name = f"followed: {cut}"
            return [
                _member(followed, name, f"Enrolled by the end of {cut}", ALL, years),
                _member(within, "within", f"Accepted within {years} years", name, years),
                _member(beyond, "beyond", f"Not accepted within {years} years", name, years),
                _member(recent, "recent", "Enrolled since", ALL, years),
            ]
    return []


def _cohort(leaf: Leaf) -> int:
    """The year of enrolment: the first word of the label of a leaf of this dimension."""
    return int(leaf.label.split()[0])


def _sure_years(leaf: Leaf) -> int:
    """Whole years that everyone of that cohort has been followed for: the second word of the label."""
    return int(leaf.label.split()[1])


def _member(leaves: Sequence[Leaf], name: str, label: str, parent: str, number: int) -> Member:
    held = tuple(leaf.member for leaf in leaves)
    return Member(leaves[0].dimension, name, label, parent, 1 if parent == ALL else 2, number, held)
