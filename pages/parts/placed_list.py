"""The list of who would go where, and why."""

import numpy as np
import streamlit as st

from analysis import placement, placement_rows, placement_sentences, placement_words, words
from pages.parts.exhibits import Exhibit, foot
from pages.parts.placing import Placed

LIST_COLUMNS = (
    "physician_group", "placement_reason", "area", "county", "placement_region", "next_best_area", "next_best_loss_fte",
    "fte_counted_each", "fte_to_target", "hpsa_score",
)  # fmt: skip
DRAWN = ("fte_to_target", "hpsa_score")
LISTED = 15
SPOKEN = "limited_english_spanish"


def table(found: Placed, shares: np.ndarray | None) -> None:
    """Who would go where, and why: one row a physician; with `shares`, how often each area was chosen in draws."""
    asked = found.asked
    rows = placement_rows.listed(asked.places, asked.groups, asked.plan, found.outcome, found.beside)
    rows = rows if shares is None else placement_rows.often(rows, asked.places, shares)
    rows = rows.assign(placement_assumed=placement_sentences.assumed(asked.plan, asked.target))
    title = f"Who would go where, and why, {found.inside}"
    alt = f"{title}: {words.plural(len(rows), 'physician')}." if len(rows) else "Nobody is placed."
    note = f"{placement_words.next_best(asked.groups, asked.plan)} {found.note}"
    columns = LIST_COLUMNS if shares is None else ("physician_group", "chosen_share", *LIST_COLUMNS[1:])
    st.markdown(f"**{title}**")
    st.table(placement_rows.told(rows).head(LISTED), hide_index=True)
    few = f"The first {LISTED} of {len(rows)}; Rows has all. " if len(rows) > LISTED else ""
    exhibit = Exhibit(title, rows, placement.places, alt, few + note, columns, drawn_from=(*DRAWN, SPOKEN))
    foot(exhibit._replace(exact=asked.is_exact), "placed_list")
