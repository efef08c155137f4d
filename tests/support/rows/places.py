"""Does the sentence about a place say its numbers, with as many digits as they bear?"""

import pandas as pd

STATE = pd.Series(
    {
        "place_level": "state",
        "place_id": "state-MN",
        "place_name": "Minnesota",
        "people_estimate": 1000.0,
        "shortage_people_estimate": 400.0,
        "shortage_population_share": 0.4,
        "whole_tracts_share": 0.4,
        "fte_short": 20.0,
        "fte_short_proposed_withdrawal": 9.0,
        "proposed_alone_people_estimate": 147.2,
        "areas_designated": 8,
        "areas_proposed_withdrawal": 5,
        "hospitals": 13,
        "hospitals_not_placed": 0,
        "health_centers": 9,
        "limited_english_estimate": 20.0,
        "limited_english_share": 0.02,
    }
)
HERE = {"place_level": "house", "place_id": "house-01A", "place_name": "House District 01A"}


def place(**figures):
    return pd.Series(STATE.to_dict() | HERE | figures)
