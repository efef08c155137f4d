"""The same map, filter and table in Dash: data loaded once, one callback, local assets.

Run as `python dash_app.py PORT`.
"""

import json
import sys
from pathlib import Path

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
from dash import Dash, Input, Output, dash_table, dcc, html

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parents[1] / "data" / "reference"
STATUSES = {
    "Designated": ["designated"],
    "Proposed for withdrawal": ["proposed_withdrawal"],
    "Both": ["designated", "proposed_withdrawal"],
}
COLUMNS = ["county_fips", "state", "county", "population_2024", "county_fte_short"]


def load_links() -> pd.DataFrame:
    """One row per area and county: state, status, county_fips and the FTE short that falls there."""
    areas = pd.read_csv(REFERENCE / "shortage_area.csv")
    links = pd.read_csv(REFERENCE / "shortage_area_county.csv", dtype={"county_fips": str})
    links = areas[["area_id", "status", "fte_short"]].merge(links, on="area_id")
    links["county_fte_short"] = links["fte_short"] * links["area_population_share"]
    return links


def load_shapes(place: str) -> dict:
    """The county shapes of one state's FIPS code, or of the nation (`us`)."""
    return json.loads((REFERENCE / "shapes" / f"counties-{place}.json").read_text())


LINKS = load_links()
COUNTIES = pd.read_csv(REFERENCE / "county_population_2024.csv", dtype={"county_fips": str})
PLACES = {
    "Minnesota": (COUNTIES[COUNTIES["state"] == "MN"], load_shapes("27")),
    "All states": (COUNTIES, load_shapes("us")),
}

app = Dash(__name__, title="Physician shortage", assets_folder=str(HERE / "static"))
app.layout = html.Div(
    [
        html.H1("Where is the shortage, and how deep?"),
        html.Label("State"),
        dcc.RadioItems(list(PLACES), "Minnesota", id="state"),
        html.Label("Designation status"),
        dcc.RadioItems(list(STATUSES), "Designated", id="status"),
        html.H3(id="headline"),
        dcc.Graph(id="map", config={"topojsonURL": "/assets/topo/"}),
        dash_table.DataTable(id="rows", columns=[{"name": name, "id": name} for name in COLUMNS], page_size=10),
    ]
)


def short_by_county(state: str, status: str) -> pd.DataFrame:
    """One row per county of `state`, worst first, with its FTE short in areas of `status`."""
    chosen = LINKS[LINKS["status"].isin(STATUSES[status])]
    short = chosen.groupby("county_fips", as_index=False)["county_fte_short"].sum()
    counties = PLACES[state][0].merge(short, on="county_fips", how="left")
    return counties.fillna({"county_fte_short": 0}).sort_values("county_fte_short", ascending=False)


@app.callback(
    Output("headline", "children"),
    Output("map", "figure"),
    Output("rows", "data"),
    Input("state", "value"),
    Input("status", "value"),
)
def show(state: str, status: str) -> tuple[str, go.Figure, list[dict]]:
    """The headline, the map and the rows for the chosen state and designation status."""
    counties = short_by_county(state, status)
    figure = px.choropleth(
        counties,
        geojson=PLACES[state][1],
        locations="county_fips",
        color="county_fte_short",
        hover_name="county",
        fitbounds="locations",
        basemap_visible=False,
        labels={"county_fte_short": "FTE short"},
    )
    headline = f"{state}: {counties['county_fte_short'].sum():,.1f} full-time physicians short"
    return headline, figure, counties[COLUMNS].to_dict("records")


if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), debug=False)
