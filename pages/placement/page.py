"""Where would the next physicians help most?"""

import streamlit as st

from pages.kit import place
from pages.placement import exhibits, results, scenarios, settings

st.title("Where would the next physicians help most?")
asked = settings.asked(place.place())
problem = results.problem(asked)
if problem:
    st.info(problem)
    results.left_out(asked)
    scenarios.unplaced(asked)
    st.stop()

found = results.placed(asked)
if not found:
    scenarios.unplaced(asked)
    st.stop()

results.answer(found)
left, right = st.columns(2, gap="large")
with left:
    exhibits.before(found)
with right:
    exhibits.after(found)
results.table(found, results.sure(found))
exhibits.timeline(found)
left, right = st.columns(2, gap="large")
with left:
    exhibits.regions(found)
with right:
    exhibits.frontier(found)
scenarios.beside(found)
st.page_link("pages/levers/page.py", label="What would it take? Policy levers", icon=":material/tune:")
