"""How can the time to acceptance leave? As one share after some years, of whole years of enrolment."""

from collections.abc import Collection, Sequence

from data.publish.folding import ALL, Leaf, Member

FOLLOWED = "followed: "


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
