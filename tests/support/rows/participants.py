"""A few rows of each kind that the charts and sentences of the pathway are drawn and written from."""

import pandas as pd

MADE = "Demonstration roster (made up)"
STEPS = pd.DataFrame(
    {
        "step_label": ["Enrolled", "Eligible", "Accepted", "Licensed"],
        "participants": pd.array([148, 85, 7777, 0], dtype="Int64"),
        "participants_status": ["counted", "counted", "withheld", "none"],
        "participants_share": pd.array([1.0, 0.57, None, None], dtype="Float64"),
    }
)
CELLS = pd.DataFrame(
    [
        ("Somali", "Enrolled", 40, "counted", 1.0),
        ("Somali", "Eligible", 20, "counted", 0.5),
        ("Spanish", "Enrolled", 15, "counted", None),
        ("Spanish", "Eligible", None, "withheld", None),
        ("Not known", "Enrolled", None, "not_collected", None),
        ("Not known", "Eligible", None, "none", None),
    ],
    columns=["member_label", "step_label", "participants", "participants_status", "participants_share"],
)
FLOWS = pd.DataFrame(
    [
        ("Enrolled", "next", "Eligible", 85, "counted"),
        ("Enrolled", "on_the_way", "Here now: enrolled", 40, "counted"),
        ("Enrolled", "left", "Left", None, "withheld"),
        ("Eligible", "alternative", "Another career", 13, "counted"),
        ("Eligible", "left", "Left", 11, "counted"),
        ("Eligible", "on_the_way", "Here now: eligible", 61, "counted"),
    ],
    columns=["source_label", "target", "target_label", "participants", "participants_status"],
)
