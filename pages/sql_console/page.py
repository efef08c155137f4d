"""The SQL page."""

import streamlit as st

from pages.kit import url_state
from pages.sql_console import panels, state

st.title("What would you ask in SQL?")
st.caption(
    "One query for rows, in DuckDB’s SQL, on the tables below. It can read and nothing else, for 10 seconds, in "
    "512 MB, up to 100,000 rows. It reads the public database at every level: counts of participants are protected, "
    "and no person is in it. A short query stays in your address bar; the server records none."
)
url_state.told(state.fill(panels.table_names()))

panels.editor()
panels.result()

panels.saved_and_tables()
