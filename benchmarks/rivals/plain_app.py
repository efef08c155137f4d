"""The plain way: a Streamlit script as most are written, every step again on every rerun."""

import json
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"
STATUSES = {
    "Designated": ["designated"],
    "Proposed for withdrawal": ["proposed_withdrawal"],
    "Both": ["designated", "proposed_withdrawal"],
}

st.set_page_config(page_title="Physician shortage", layout="wide")
state = st.sidebar.radio("State", ["Minnesota", "All states"])
status = st.sidebar.radio("Designation status", list(STATUSES))

fips = {"county_fips": str}
areas = pd.read_csv(REFERENCE / "shortage_area.csv")
links = pd.read_csv(REFERENCE / "shortage_area_county.csv", dtype=fips)
counties = pd.read_csv(REFERENCE / "county_population_2024.csv", dtype=fips)
shapes = "27" if state == "Minnesota" else "us"
geojson = json.loads((REFERENCE / "shapes" / f"counties-{shapes}.json").read_text())

if state == "Minnesota":
    counties = counties[counties["state"] == "MN"]
chosen = areas[areas["status"].isin(STATUSES[status])].merge(links, on="area_id")
chosen["county_fte_short"] = chosen["fte_short"] * chosen["area_population_share"]
short = chosen.groupby("county_fips", as_index=False)["county_fte_short"].sum()
counties = counties.merge(short, on="county_fips", how="left").fillna({"county_fte_short": 0})
counties = counties.sort_values("county_fte_short", ascending=False)

st.title("Where is the shortage, and how deep?")
st.subheader(f"{state}: {counties['county_fte_short'].sum():,.1f} full-time physicians short")
figure = px.choropleth(
    counties,
    geojson=geojson,
    locations="county_fips",
    color="county_fte_short",
    hover_name="county",
    fitbounds="locations",
    basemap_visible=False,
    labels={"county_fte_short": "FTE short"},
)
st.plotly_chart(figure, config={"topojsonURL": "/app/static/topo/"})
st.dataframe(counties[["county_fips", "state", "county", "population_2024", "county_fte_short"]], hide_index=True)
