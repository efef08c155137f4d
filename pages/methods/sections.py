"""The sections of the page Sources and methods: definitions, sources, changes, protection, and tables."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.changes import sentences as changes_sentences
from analysis.changes import tables as changes_tables
from analysis.methods import queries
from analysis.participants import queries as participants_queries
from data import loaded, registry
from data.roster import current as roster_current
from data.updates import history as updates_history
from data.updates.history import Step
from pages.kit import scripts
from pages.kit.cache import ask, reckon
from pages.kit.place import URL

DEFINITIONS = {
    "Shortage area (HPSA)": "An area, or a group of people in one, that HRSA designates as short of primary care "
    "physicians: in the main 3,500 or more people for each full-time physician, 3,000 where needs are high or the "
    "area is for a group (42 CFR Part 5).",
    "Physicians short (FTE)": "How many more full-time physicians would remove the designation. It is not a count "
    "of people, and not what an area would need for good access.",
    "Designated, proposed for withdrawal": "HRSA’s two open statuses. Areas proposed for withdrawal no longer met "
    "the rule in the September 2025 update; the decision was due in July 2026. The two are never added unless you "
    "choose “Both”, and then some places count twice.",
    "Score": "HRSA’s priority from 0 to 25 in primary care. Higher means greater need.",
    "People living in shortage areas": "Residents inside an area, each counted once however many areas overlap. "
    "Where an area is for a group, such as people with low incomes, everyone who lives there is counted.",
    "Areas across county lines": "Shared out by people: in Minnesota by census tract, a tract belonging where its "
    "inside point lies; elsewhere, and for areas too small to hold such a point, by land. An area stays "
    "within its own state, so counties add up to HRSA’s state totals.",
    "Rural": "Three rules, never mixed: the seven-county metro; metropolitan counties (USDA codes 1 to 3); the nine "
    "codes. Minn. Stat. 144.1911 uses another, by city and township, that county figures cannot follow.",
    "Participants": "Immigrant and refugee physicians whom the program helps, from a roster that staff load. Until "
    "then a demonstration roster of people who do not exist stands in, and every figure of it says so.",
    "Reached, and time to a stage": "Having reached a stage is having reached those before it. Shares by time are of "
    "everyone since enrolment (Aalen-Johansen): whoever still waits counts until the roster’s date, whoever took "
    "another career or left counts as that. Accepted over enrolled in one year would say something else.",
    "Limited English": "People aged 5 or more who speak English not well or not at all. The federal measure, less "
    "than very well, counts more people.",
    "None, not known, withheld, not collected": "“None” was counted and found to be zero. “Not known” has no "
    "figure. “Withheld” is known but not shown. “Not collected” was never asked.",
}
GAPS = (
    "Mental-health and dental scores and FTE for Minnesota: only flags by county.",
    "Medically underserved areas (MUA/P) beyond the share of tracts.",
    "Single languages by county: the Census Bureau publishes four groups.",
    "Physicians of most specialties by county, until a file is loaded: the usual one may not be passed on. How: "
    "`python -m data.supply own FILE` (or ahrf, nppes, cms_clinicians); the page Physicians says where to get each. "
    "Here are OB/GYNs enrolled in Medicare, in 68 of Minnesota’s counties.",
    "What HRSA decided in July 2026 about areas proposed for withdrawal.",
    "Shortage areas of facilities, such as clinics and prisons: they are in no figure here.",
    "Counties of the territories: their areas are listed, but population estimates do not reach them.",
)

# A file that a user has loaded is not a published source.
OWN = "own_supply"
# Formats of counts and of full-time physicians.
COUNTS, FTE = "localized", "%.1f"


def answer() -> str:
    """The headline: how many sources there are, and the oldest and newest as-of dates."""
    every = [row for row in ask(queries.sources).itertuples() if row.source_id != roster_current.SOURCE]
    published = [row for row in every if row.source_id != OWN]
    own = "; and a file of your own" if len(every) > len(published) else ""
    roster = ask(participants_queries.roster).iloc[0]
    made_up = "the participants alone are made up, and say so" if roster.is_made_up else "nothing here is made up"
    return (
        f"{len(published)} published sources, from {published[-1].as_of_date.year} to "
        f"{published[0].as_of_date:%B %Y}{own}; "
        f"every figure names its own, and {made_up}."
    )


def over_http() -> str:
    """A link to the API, which has the same figures for other programs."""
    address = f"{scripts.base()}/api/v1/"
    return f"These figures over HTTP, as JSON or CSV with their sources: [{address}]({address})"


def sources() -> None:
    """Each source with its publisher, dates, terms, limits and checksum."""
    for row in ask(queries.sources).itertuples():
        address = f" [{row.url}]({row.url})" if row.url else ""
        with st.expander(" · ".join(dict.fromkeys((row.title, row.as_of_label)))):
            st.markdown(
                f"{row.publisher}.{address}  \n"
                f"As of {row.as_of_date:%d %B %Y}, retrieved {row.retrieved_date:%d %B %Y}. {row.licence}.  \n"
                f"Feeds: {row.table_names}.  \n**Limits.** {row.limits}"
            )
            by_hand = "" if row.source_id == roster_current.SOURCE else "Entered by hand, no file."
            st.caption(f"SHA-256 of the raw file: {row.sha256}" if row.sha256 else by_hand)


def protection() -> str:
    """How counts of participants are protected, and how closely they can be bounded."""
    roster = ask(participants_queries.roster).iloc[0]
    width = "" if pd.isna(roster.tightest_width) else f" The narrowest has {roster.tightest_width:.0f} people of room."
    return (
        f"**{roster.roster_title}**, {roster.roster_date.day} {roster.roster_date:%B %Y}. Counts of "
        f"1 to {roster.least_count - 1} are never shown, nor any count that would reveal one. Small groups are merged "
        f"first, and no share is given of fewer than {roster.share_base} people. "
        f"{roster.cells_published:,} counts are shown, "
        f"{roster.cells_withheld:,} withheld. Before publishing, the Atlas tries to work out every withheld count from "
        f"everything shown together: each still has a range at least {roster.least_count} people wide, or the build "
        f"stops.{width} Comparing this release with an earlier one is not protected against."
    )


def dictionary() -> pd.DataFrame:
    """The data dictionary, with headings for readers."""
    columns = pd.DataFrame(registry.dictionary().values())
    return columns.rename(columns=str.capitalize)


def assumptions() -> pd.DataFrame:
    """The assumptions of the demonstration roster, with headings for readers."""
    rows = roster_current.assumptions().sort_values("basis", ascending=False, kind="stable")
    rows["assumption"] = rows["assumption"].str.replace(".", ": ").str.replace("_", " ")
    rows = rows[["assumption", "assumed_value", "unit", "note", "basis"]]
    return rows.rename(columns=lambda name: name.replace("_", " ").capitalize())


def changes() -> None:
    """The steps, newest first, and what moved in the selected one."""
    steps = reckon(_at, f"{loaded.settled()} {updates_history.newest()}")
    if not steps:
        st.info(changes_sentences.NOTHING)
        return
    names = _names(steps)
    name = st.selectbox("When other figures came into use", list(names), key="step", bind=URL)
    step = names[name]
    for sentence in changes_sentences.sentences(step):
        st.markdown(sentence)
    for row in step.disciplines:
        if not row["problem"]:
            _discipline(step, row["discipline"], name)
    _sources(step)
    if step.areas:
        st.caption(f"{changes_sentences.MATCHED} {changes_sentences.PEOPLE}")
    _earlier(names, name)


def _at(_key: str) -> list[Step]:
    return updates_history.steps()


def _names(steps: list[Step]) -> dict[str, Step]:
    """The steps by their names; a step whose file cannot be read is named by its number."""
    return {
        changes_sentences.when(step) if step.when else f"Not readable ({n})": step
        for n, step in enumerate(steps, start=1)
    }


def _discipline(step: Step, discipline: str, name: str) -> None:
    areas, states = changes_tables.of_areas(step, discipline), changes_tables.by_state(step, discipline)
    title = f"{discipline.replace('_', ' ').capitalize()}, {name}"
    if len(states) > 1:
        st.markdown(f"**By state: areas, FTE short and people before and after. {title}**")
        st.dataframe(
            states,
            hide_index=True,
            column_config=_formats(states),
            key=f"moved_states_{discipline}",
            alt=f"Table: states where anything moved. {title}",
            placeholder="not known",
        )
        _csv(step, changes_tables.of(step.states, discipline), f"what-moved-by-state-{discipline}")
    if not areas.empty:
        st.markdown(f"**Areas that moved: figures before → after. {title}**")
        alt = f"Table: areas that moved. {title}"
        st.dataframe(areas, hide_index=True, key=f"moved_areas_{discipline}", alt=alt)
        _csv(step, changes_tables.of(step.areas, discipline), f"what-moved-areas-{discipline}")


def _formats(states: pd.DataFrame) -> dict[str, Any]:
    forms = {name: FTE if name.startswith("FTE") else COUNTS for name in states.columns[1:]}
    return {name: st.column_config.NumberColumn(name, format=form) for name, form in forms.items()}


def _csv(step: Step, rows: changes_tables.Rows, name: str) -> None:
    st.download_button(
        "CSV",
        data=lambda: changes_tables.csv(step, rows),
        file_name=f"{name}-{step.before}-{step.after}.csv",
        mime="text/csv",
        key=f"{name}_csv",
        on_click="ignore",
        icon=":material/download:",
        type="tertiary",
        help="Download the rows, each with both vintages",
    )


def _sources(step: Step) -> None:
    for sentence in changes_sentences.of_sources(step):
        st.markdown(f"- {sentence}")


def _earlier(names: dict[str, Step], shown: str) -> None:
    others = {name: step for name, step in names.items() if name != shown}
    if others:
        with st.expander(f"All other steps ({len(others)})"):
            for name, step in others.items():
                st.markdown(f"**{name}.** {' '.join(changes_sentences.sentences(step))}")
