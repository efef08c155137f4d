"""The list of who would go where, and why."""

import streamlit as st

from analysis import placement, placement_lists, placement_rows, placement_sentences, placement_words, words
from analysis.placement_lists import EVERYWHERE
from pages.parts import listing
from pages.parts.exhibits import Exhibit, foot
from pages.parts.placing import Placed
from pages.parts.surely import Drawn

LIST_COLUMNS = (
    "physician_group", "placement_reason", "area", "county", "placement_region", "next_best_area", "next_best_loss_fte",
    "fte_counted_each", "fte_to_target", "hpsa_score",
)  # fmt: skip
DRAWN = ("fte_to_target", "hpsa_score")
LISTED = 15
SPOKEN = "limited_english_spanish"


def table(found: Placed, drawn: Drawn | None) -> None:
    """Who would go where, and why: one row a physician, all or of one area; how often areas were chosen in draws."""
    asked = found.asked
    rows = placement_rows.listed(asked.places, asked.groups, asked.plan, found.outcome, found.beside)
    rows = rows if drawn is None else placement_rows.often(rows, asked.places, drawn.shares)
    rows = rows.assign(placement_assumed=placement_sentences.assumed(asked.plan, asked.target))
    st.markdown(f"**Who would go where, and why, {found.inside}**")
    where = listing.where(asked.places)
    rows = placement_lists.going(rows, asked.places, where)
    title = f"Who would go where, and why, {found.inside}" + ("" if where == EVERYWHERE else f": {where}")
    alt = f"{title}: {words.plural(len(rows), 'physician')}." if len(rows) else "Nobody is placed."
    columns = LIST_COLUMNS if drawn is None else ("physician_group", "chosen_share", *LIST_COLUMNS[1:])
    if len(rows):
        st.table(placement_rows.told(rows).head(LISTED), hide_index=True)
    else:
        st.info(f"Nobody of this cohort would go there by this placement ({where}).")
    few = f"The first {LISTED} of {len(rows)}; Rows has all. " if len(rows) > LISTED else ""
    note = f"{few}{drawn.told + ' ' if drawn else ''}{placement_words.next_best(asked.groups, asked.plan)} {found.note}"
    exhibit = Exhibit(title, rows, placement.places, alt, note, columns, drawn_from=(*DRAWN, SPOKEN))
    foot(exhibit._replace(exact=asked.is_exact, assumed=found.assumed), "placed_list")
