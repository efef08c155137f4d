"""How were areas shared out over counties? In a sentence for notes."""

import pandas as pd

BY_TRACT = "Areas across county lines are shared out by people in census tracts; the smallest areas by land."
BY_LAND = "Areas across county lines are shared out by land area."
BY_COMPONENT = "Areas across county lines are shared out by people of the whole counties that they are made of."
BY_COUNT = (
    "Areas are shared out by people where they are made of whole counties; where of census tracts, each tract counts "
    "alike, and how many of a county’s people live there is not known."
)
BOTH_WAYS = "Areas across county lines are shared out by people in Minnesota, by land area elsewhere."


def shared_out(counties: pd.DataFrame) -> str:
    """How areas over these counties were shared out, in a sentence."""
    methods = set(counties["sharing_method"].dropna())
    if {"component_people", "component_count"} & methods:
        return BY_COUNT if "component_count" in methods else BY_COMPONENT
    if "tract_population" not in methods:
        return BY_LAND
    return BY_TRACT if counties["state"].nunique() == 1 else BOTH_WAYS
