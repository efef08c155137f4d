"""Whose money is in the cost of a lever? Levers are ranked only beside those whose cost holds the same."""

from analysis import words
from analysis.lever_assumptions import Span, Values

RESIDENCY = "residency paid in full"
OVERSIGHT = "oversight alone, without the employer’s salary"
AWARD = "the award alone, others paid for the training"


def scope(lever: str, values: Values) -> str:
    """What a lever's cost holds, in a few words, alike for those that can be compared; "" for a cut in waivers.

    Clinical preparation is beside residency positions only where all of the residency that follows is counted.
    """
    if lever == "immigration":
        return ""
    counted = values["preparation_residency_share"]
    if lever == "preparation" and counted != Span(1, 1, 1):
        return f"{_shares(counted)} of its residency counted"
    return {"limited": OVERSIGHT, "forgiveness": AWARD}.get(lever, RESIDENCY)


def holds(lever: str, values: Values) -> str:
    """What a lever's cost holds and what it leaves out, for its row in the table."""
    counted, displaced = (_shares(values[f"preparation_{name}_share"]) for name in ("residency", "displaced"))
    return {
        "residency": "The residency, less what is paid back",
        "preparation": f"The place and {counted} of the residency ({displaced} would have gone to another resident)",
        "limited": "Oversight alone: the salary is the employer’s",
        "forgiveness": "The award alone: others paid for the training",
    }.get(lever, "")


def _shares(span: Span) -> str:
    ends = words.percent(span.low), words.percent(span.high)
    return ends[0] if span.low == span.high else f"{ends[0]} to {ends[1]}"
