"""One dental area of a detail file, in a county whose people in it are not known."""

LINKED = {"county_fips": "27001", "county_population_share": None, "method": "component_count"}
PIECE = {"county_fips": "27001", "county_population_share": None, "piece_weight": 0.5}
DETAIL = {
    "shortage_area_dental": [{"hpsa_score": 26}],
    "shortage_area_dental_county": [LINKED],
    "shortage_area_dental_piece": [PIECE],
    "shortage_area_dental_state": [{"state": "MN"}],
}
TWICE = [{"piece": piece, "county_fips": "27001"} for piece in (1, 2)]
