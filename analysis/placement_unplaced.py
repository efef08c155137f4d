"""Who of a cohort is not placed, and why? In sentences."""

from collections.abc import Sequence

from analysis import placement_worth
from analysis.placement_cohort import COUNTED, Group
from analysis.placement_outcomes import Outcome
from analysis.placement_sentences import number_told
from analysis.placement_worth import Plan


def left_out(groups: Sequence[Group], plan: Plan) -> list[str]:
    """Who of the cohort cannot be placed, and why, one sentence a reason."""
    others = sum(one.physicians for one in groups if one.specialty not in COUNTED)
    counted = [one for one in groups if one.specialty in COUNTED]
    limited = sum(one.physicians for one in counted if one.stage == "lim" and not plan.is_limited_licence)
    waivers, applying = (
        sum(one.physicians for one in counted if one.stage == stage and not placement_worth.effect(one, plan))
        for stage in ("j1", "app")
    )
    told = (
        (others, "of a specialty that HRSA does not count in primary care: no need for it is loaded, such as FTE for "
         "mental health"),
        (limited, "with a limited licence, which is unresolved law: the switch on the left is off"),
        (waivers, "with a J-1 waiver, whom HRSA counts as 0 for designation"),
        (applying, "still applying to residency, whom HRSA does not count yet"),
    )  # fmt: skip
    return [f"{number_told(n).capitalize()} {_are(n)} not placed: {why}." for n, why in told if n]


def unplaced(outcome: Outcome) -> str:
    """How many who could be placed are not: their wishes, the room and the need left nothing for them; "" if none."""
    left = int((outcome.areas < 0).sum())
    if not left:
        return ""
    return (
        f"{number_told(left).capitalize()} {_are(left)} not placed: where they would go, by their wishes, no area has "
        "both room and need left. Allow more in an area, or another wish."
    )


def _are(count: int) -> str:
    return "physician is" if count == 1 else "physicians are"
