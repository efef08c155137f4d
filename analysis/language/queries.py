"""Who could be cared for in their own language? People with limited English, beside physicians who speak it.

Two definitions that are never compared: by county, English not well or not at all (2019-2023, four groups of
languages); by state, less than very well (2018, 42 languages and groups), the federal measure.
"""

import duckdb
import pandas as pd

from analysis.query.run import fetch, public

HOME = "MN"


@public("language.by_county")
def by_county(
    con: duckdb.DuckDBPyConnection, *, language_group: str = "Spanish", state: str | None = None
) -> pd.DataFrame:
    """People of a language group aged 5 or more who speak English not well or not at all, by county.

    Returns one row per county, most people first: county_fips, county, state, language_group,
    limited_english_group and its _moe (people, 90% margin), limited_english_group_share (0-1, of people aged
    5 or more), is_unreliable. No rows for an unknown group. Source: ACS 2019-2023, table B16005.
    """
    return fetch(con, "language.by_county", language_group=language_group, state=state)


@public("language.groups")
def groups(con: duckdb.DuckDBPyConnection, *, state: str | None = None) -> pd.DataFrame:
    """People aged 5 or more who speak English not well or not at all, by language group: a state, or the nation.

    Returns one row per group, most people first, with the columns of `by_county` that are not of a county. The
    margin of a sum of counties is the root of the sum of their squares. No rows for an unknown state.
    Source: ACS 2019-2023, table B16005; its handbook, chapter 8, for margins.
    """
    return fetch(con, "language.groups", state=state)


@public("language.spoken")
def spoken(con: duckdb.DuckDBPyConnection, *, state: str | None = HOME) -> pd.DataFrame:
    """People aged 5 or more who speak English less than very well, by language spoken at home, in 2018.

    Returns one row per language, most people first: language, language_codes, language_note (what is not told
    apart), survey_year, speakers and english_less_than_very_well with their _moe (people, 90% margin),
    english_less_than_very_well_share (0-1, of all residents of that year), is_unreliable. No rows for the
    nation, nor for a state without the table (all but Minnesota, Wisconsin, Iowa).
    Source: ACS 1-year 2018, table B16001.
    """
    return fetch(con, "language.spoken", state=state)


@public("language.composed")
def composed(con: duckdb.DuckDBPyConnection, *, cohort: str = "spa-1", state: str | None = HOME) -> pd.DataFrame:
    """The physicians of a cohort that the reader composes, beside people with limited English of their language.

    `cohort` is as `language_cohort.written` writes it. Returns one row per language of it: language, language_note,
    language_code, physicians (count, the reader's assumption), physicians_per_100k (of those people, if
    all their patients are such), english_less_than_very_well with its _moe and
    _share as in `spoken`, is_unreliable. No rows for codes that are in no language of the state.
    """
    return fetch(con, "language.composed", cohort=cohort, state=state)


@public("language.participants")
def participants(con: duckdb.DuckDBPyConnection, *, state: str | None = HOME) -> pd.DataFrame:
    """Participants who speak each language, protected as published, beside people with limited English.

    Returns one row per language and participants' language that is one of it: language, language_note,
    english_less_than_very_well and its _moe (people), is_unreliable, member, member_label, participants,
    participants_status (not_listed where no count is published: few, nobody or nearly everybody), roster_title. No
    rows as in `spoken`.
    """
    return fetch(con, "language.participants", state=state)
