"""What has to be assumed to set policy levers beside each other? Each a low, likely and high; all of them editable.

`published` names a source only where the figure itself is published; everything else is an assumption of ours.
"""

from collections.abc import Mapping
from typing import NamedTuple

LEVERS = {
    "residency": "Residency positions",
    "preparation": "Clinical preparation",
    "limited": "Limited license (a bill)",
    "forgiveness": "Loan forgiveness",
    "immigration": "Cut in federal waivers",
}
SHARED = "Several levers"
PIPELINE = "Timeline"
# Only an unlimited wish is nonsense: no figure of these is near to it.
CEILINGS = {"share": 1.0, "years": 40.0, "usd": 1_000_000.0, "hours": 80.0, "people": 10_000.0, "FTE": 1.0}
STATUTE = "Minn. Stat. 144.1911, subd. 6 (at most)"
FOX9 = "FOX9, 2017"
RFP = "Minnesota Department of Health, request for proposals, 2016"
BRIIDGE = "University of Minnesota, BRIIDGE program"
BILL = "Bill SF 509/HF 1913, 2025 (not known to be law)"
RHI = "Rural Health Information Hub, inactive record (at most)"
CONRAD = "North Dakota Health and Human Services; fredlaw.com"


class Assumption(NamedTuple):
    """One row: what it is, of which lever, its range, its unit, and who published it if anybody did."""

    name: str
    lever: str
    label: str
    low: float
    likely: float
    high: float
    unit: str
    published: str = ""


class Span(NamedTuple):
    """A reader's low, likely and high."""

    low: float
    likely: float
    high: float


Values = Mapping[str, Span]

ASSUMPTIONS = tuple(
    Assumption(*row)
    for row in (
        ("residency_cost_usd", "residency", "Cost of a position, a year", 150_000, 150_000, 150_000, "usd", STATUTE),
        ("residency_added_share", "residency", "Would not have trained and stayed otherwise", 0.5, 0.75, 1, "share"),
        (
            "paid_back_usd",
            "residency",
            "Paid back by each who finishes, a year",
            15_000,
            15_000,
            15_000,
            "usd",
            FOX9,
        ),
        ("paid_back_years", "residency", "Years of such payments (number not seen)", 1, 1, 5, "years"),
        ("match_wait_years", SHARED, "Wait for the next start of residencies", 0.5, 1, 1.5, "years"),
        ("residency_years", SHARED, "Length of residency", 3, 3, 4, "years"),
        ("completes_share", SHARED, "Finish residency and get a license", 0.85, 0.93, 0.98, "share"),
        ("license_wait_years", SHARED, "From the end of residency to practice", 0.1, 0.25, 0.5, "years"),
        ("in_shortage_share", SHARED, "Practice in a shortage area afterwards", 0.7, 0.85, 0.95, "share"),
        ("service_years", SHARED, "Service owed after residency", 5, 5, 5, "years", RFP),
        ("staying_share", SHARED, "Stay in a shortage area once service ends", 0.3, 0.5, 0.7, "share"),
        ("leaves_share", SHARED, "Practicing there, leave or retire in a year", 0.02, 0.05, 0.1, "share"),
        ("each_fte", SHARED, "Full-time share of each physician", 0.8, 0.9, 1, "FTE"),
        ("preparation_cost_usd", "preparation", "Cost of a place", 25_000, 40_000, 60_000, "usd"),
        ("preparation_years", "preparation", "Length of preparation", 0.75, 0.75, 0.75, "years", BRIIDGE),
        ("preparation_gain_share", "preparation", "More are accepted to residency with it", 0.1, 0.25, 0.4, "share"),
        (
            "preparation_displaced_share",
            "preparation",
            "Would otherwise have gone to another resident",
            0,
            0.25,
            0.5,
            "share",
        ),
        ("preparation_residency_share", "preparation", "Share of the residency’s cost counted", 1, 1, 1, "share"),
        ("limited_wait_years", "limited", "Until the first license and job", 0.5, 1, 2, "years"),
        ("limited_years", "limited", "Length of the limited license", 2, 2, 2, "years", BILL),
        ("limited_hours", "limited", "Oversight in person, hours a week", 2, 3, 4, "hours"),
        ("limited_hour_usd", "limited", "Cost of an hour of oversight", 120, 160, 220, "usd"),
        ("limited_in_shortage_share", "limited", "Practice in a shortage area meanwhile", 0.8, 0.9, 1, "share"),
        ("limited_added_share", "limited", "Would not have practiced there otherwise", 0.6, 0.8, 1, "share"),
        ("limited_fte", "limited", "What HRSA counts a limited license as", 0.5, 0.5, 0.5, "FTE"),
        ("limited_staying_share", "limited", "Become fully licensed and stay there", 0.4, 0.6, 0.8, "share"),
        ("forgiveness_usd", "forgiveness", "Award, a year", 33_000, 33_000, 33_000, "usd", RHI),
        ("forgiveness_years", "forgiveness", "Years of award, served in a shortage area", 4, 4, 4, "years", RHI),
        ("forgiveness_wait_years", "forgiveness", "From award to practice", 0.5, 1, 2, "years"),
        ("forgiveness_added_share", "forgiveness", "Would not have practiced there otherwise", 0.2, 0.4, 0.7, "share"),
        ("conrad_people", "immigration", "Conrad 30 waivers, a year", 30, 30, 30, "people", CONRAD),
        ("waiver_people", "immigration", "Other J-1 waivers in the state, a year", 0, 5, 15, "people"),
        ("cut_share", "immigration", "Share that is cut", 0.25, 0.5, 1, "share"),
        ("cut_years", "immigration", "Years that the cut lasts", 2, 4, 8, "years"),
        ("waiver_in_shortage_share", "immigration", "Would have served a shortage area", 0.67, 0.85, 1, "share"),
        ("waiver_service_years", "immigration", "Service of a waiver, full time", 3, 3, 3, "years", CONRAD),
        ("waiver_fte", "immigration", "What HRSA counts a waiver physician as", 0, 0, 0, "FTE"),
        ("waiver_wait_years", "immigration", "From the cut to the first empty job", 0.5, 1, 1.5, "years"),
        ("applies_share", PIPELINE, "Certified, begin to apply within a year", 0.3, 0.5, 0.7, "share"),
        ("accepted_share", PIPELINE, "Applying, accepted within a year", 0.1, 0.2, 0.35, "share"),
        ("gives_up_share", PIPELINE, "Before residency, leave the road in a year", 0.03, 0.08, 0.15, "share"),
        ("four_years_share", PIPELINE, "In residencies of four years, not three", 0.1, 0.25, 0.4, "share"),
        ("train_there_share", PIPELINE, "Residents who train in a shortage area", 0.2, 0.4, 0.6, "share"),
        ("resident_fte", PIPELINE, "What HRSA counts a resident as", 0.1, 0.1, 0.1, "FTE"),
    )
)
NAMED = {one.name: one for one in ASSUMPTIONS}
SHIPPED: dict[str, Span] = {one.name: Span(one.low, one.likely, one.high) for one in ASSUMPTIONS}


def of_lever(lever: str) -> str:
    """What rows are grouped by, in words."""
    return LEVERS.get(lever, lever)


def source(name: str, span: Span) -> str:
    """Who published a figure, if it still is the published one; otherwise "assumption"."""
    known = NAMED[name]
    return f"published: {known.published}" if known.published and span == SHIPPED[name] else "assumption"


def problems(name: str, span: Span) -> list[str]:
    """What is wrong with a low, likely and high, a sentence each; [] if they can be used."""
    one = NAMED[name]
    most = CEILINGS[one.unit]
    if not all(isinstance(value, int | float) and value == value and abs(value) != float("inf") for value in span):
        return [f"“{one.label}” needs three numbers: low, likely and high."]
    if min(span) < 0 or max(span) > most:
        shown = "100%" if one.unit == "share" else f"{most:,.0f}"
        return [f"“{one.label}” must lie between 0 and {shown}."]
    if not span.low <= span.likely <= span.high:
        return [f"“{one.label}” must rise from low over likely to high."]
    return []
