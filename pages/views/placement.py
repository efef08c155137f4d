"""Where would the next physicians help most?"""

import streamlit as st

from pages.parts import (
    placed_answer,
    placed_beside,
    placed_files,
    placed_list,
    placed_maps,
    placed_years,
    placing,
    regions_placed,
    states,
    surely,
    weighing,
)

st.title("Where would the next physicians help most?")
asked = weighing.asked(states.place())
problem = placing.problem(asked)
if problem:
    st.info(problem)
    placed_answer.left_out(asked)
    placed_files.unplaced(asked)
    st.stop()

found = placing.placed(asked)
if not found:
    placed_files.unplaced(asked)
    st.stop()

placed_answer.answer(found)
left, right = st.columns(2, gap="large")
with left:
    placed_maps.before(found)
with right:
    placed_maps.after(found)
placed_list.table(found, surely.sure(found))
placed_years.timeline(found)
left, right = st.columns(2, gap="large")
with left:
    regions_placed.regions(found)
with right:
    regions_placed.frontier(found)
placed_beside.beside(found)
st.page_link("pages/views/levers.py", label="What would it take? Policy levers", icon=":material/tune:")
