"""What would you ask in SQL?"""

import streamlit as st

from pages.parts import address, query_panels, query_schema, querying

st.title("What would you ask in SQL?")
st.caption(
    "One query for rows, in DuckDB’s SQL, on the tables below. It can read and nothing else, for 10 seconds, in "
    "512 MB, up to 100,000 rows. It reads the public database at every level: counts of participants are protected, "
    "and no person is in it. A short query stays in your address bar; the server records none."
)
address.told(querying.fill(query_schema.names()))

query_panels.editor()
query_panels.answered()

query_schema.panel()
