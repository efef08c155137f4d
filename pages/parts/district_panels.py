"""The exhibits of one place: its figures beside the state's, where it is, its areas, what is an estimate."""

import datetime

import pandas as pd
import streamlit as st

from analysis import district, district_sentences, one_pager, questions
from analysis.documents.model import InWords
from analysis.one_pager import OnePager, Told
from data import registry, store
from pages.parts import my_place
from pages.parts.answers import ask
from pages.parts.exhibits import Exhibit, foot, listed
from pages.parts.tables import words_table

STATE = "state-MN"
OUTLINES = ("mn_house_2022", "county_shapes")
FIGURES = (
    "place_name", "people_estimate", "shortage_people_estimate", "shortage_population_share",
    "fte_short", "areas_designated", "areas_proposed_withdrawal", "fte_short_proposed_withdrawal",
    "proposed_alone_people_estimate", "hospitals", "hospitals_not_placed", "health_centers",
    "limited_english_estimate", "limited_english_share",
)  # fmt: skip
AREAS = ("area", "status", "place_area_fte_short", "place_area_share", "fte_short", "hpsa_score", "designation_type")
ERRORS = (
    "place_level", "districts", "districts_in_part", "ways_differ_median", "ways_differ_most", "ways_differ_place",
    "people_error_median", "people_error_most", "people_error_place",
)  # fmt: skip


def told(place_id: str) -> Told:
    """What the questions say of a place."""
    row, state = (ask(district.one, place_id=name).iloc[0] for name in (place_id, STATE))
    return Told(row, state, ask(district.areas, place_id=place_id), ask(district.errors), my_place.names())


def columns(row: pd.Series) -> tuple[str, ...]:
    """The figures of a place; of a district also the second estimate, which rests on its lines."""
    return (*FIGURES, "whole_tracts_share") if district_sentences.is_district(row) else FIGURES


def sources(row: pd.Series) -> str:
    """The as-of labels of all figures of a place."""
    found = questions.sources_of("district.one", columns(row))
    return "; ".join(dict.fromkeys(source.as_of_label for source in found))


def page(of: Told) -> OnePager:
    """The page of a place in words, with its picture."""
    return one_pager.composed(of, sources(of.row), store.current(), today())


def slide(one: OnePager) -> bytes:
    """The page of a place as a slide of PowerPoint."""
    from analysis import one_pager_slide

    dates = sorted(source.as_of for source in questions.sources_of("district.one", FIGURES))
    as_of = f"{dates[0]:%B %Y} to {dates[-1]:%B %Y}"
    return one_pager_slide.pptx(one, version=store.current(), as_of=as_of, made=today())


def today() -> datetime.date:
    """The date that a document is made on."""
    return datetime.date.today()


def figures(of: Told, one: OnePager) -> None:
    """The figures beside the state's, in words; a document has the same words, and how sure they are."""
    title = f"{one.name} beside {one.state_name}"
    rows, lines = pd.DataFrame([of.row, of.state]), pd.DataFrame(one.lines)
    st.markdown(f"**{title}**")
    words_table(lines.set_axis(["", one.name, one.state_name], axis=1))
    said = InWords(lines.set_axis(["Figure", one.name, one.state_name], axis=1), one.estimate)
    foot(Exhibit(title, rows, district.one, one.answer, columns=columns(of.row), worded=said), "district_figures")


def picture(one: OnePager) -> None:
    """Where the place is."""
    st.markdown(f"**Where {one.name} is**")
    st.image(one.picture, alt=one.picture_alt, width="stretch")
    st.caption("Right: the place with its neighbors; dashed lines are counties. Outlines simplified: " + outlines())


def outlines() -> str:
    """Whose outlines these are."""
    return "; ".join(registry.sources()[name].as_of_label for name in OUTLINES) + "."


def areas(of: Told, one: OnePager) -> None:
    """The shortage areas that reach into the place."""
    title = f"Primary care shortage areas that reach into {one.name}"
    alt = f"HRSA lists none in {one.name}." if of.areas.empty else f"{title}: {len(of.areas)}"
    note = "A place can be listed twice: designated, and proposed for withdrawal. LI: for people with low incomes."
    listed(Exhibit(title, of.areas, district.areas, alt, note, AREAS), "district_areas")


def estimates(of: Told, one: OnePager) -> None:
    """What is an estimate here, and how far it may be off."""
    st.markdown("**What is an estimate, and how sure is it?**")
    st.markdown(one.estimate)
    title = "How sure the estimates of districts are, by kind of district"
    note = "Two estimates: parts of census tracts, and whole tracts. People: estimated without that kind’s own counts."
    listed(Exhibit(title, of.errors, district.errors, title, note, ERRORS), "district_errors")


def terms() -> None:
    """The terms of art, spelled out."""
    st.caption(one_pager.TERMS)
