"""What each page's headline claims, and the badge that says under how many definitions it holds."""

import pandas as pd
import streamlit as st

from analysis.access import claims as access_claims
from analysis.charts import county_map
from analysis.county import claims as county_claims
from analysis.definitions import claims as definitions_claims
from analysis.definitions import queries as definitions_queries
from analysis.definitions import robustness
from analysis.definitions.robustness import PLAIN, Definition, Headline
from analysis.language import claims as language_claims
from analysis.query.selection import Selection
from analysis.shortage import claims as shortage_claims
from analysis.shortage import sentences as shortage_sentences
from analysis.withdrawals import claims as withdrawals_claims
from analysis.withdrawals import queries as withdrawals_queries
from analysis.wording.disciplines import PRIMARY_CARE
from pages.kit import robustness as kit_robustness
from pages.kit.cache import ask
from pages.kit.place import Place

BY_SHORTAGE = robustness.definitions(PLAIN, shortage=True)
BY_RURAL = robustness.definitions(PLAIN, rural=True)
FIXED = "These filters set the status and type of areas; no other definition of a shortage is compared."


def overview(place: Place, total: pd.Series) -> None:
    """Where the shortage stands, and which part of the place is short of most."""
    every = ask(definitions_queries.by_county, state=place.state)
    by = shortage_claims.divided_by(every)
    most = shortage_claims.leader(robustness.under(every, PLAIN), by)
    named = most.place if most and most.is_alone else ""
    said = f"the {named} region" if named and by == "region" else named
    st.subheader(shortage_sentences.answer(total, place.name, said), anchor=False)
    if named:
        kit_robustness.badge(every, Headline(shortage_claims.Leads(named, by), BY_SHORTAGE), "overview")


def shortage(selection: Selection, counties: pd.DataFrame) -> None:
    """Whether the county with the most physicians short is the same under other definitions."""
    if selection.discipline != PRIMARY_CARE:
        return
    if len(counties) < 2 or not counties["fte_short_chosen"].max() > 0:
        return
    if selection.status == "proposed_withdrawal" or selection.designation_type != "all":
        st.caption(FIXED)
        return
    every = ask(definitions_queries.by_county, state=selection.state)
    inside = every[every["county_fips"].isin(counties["county_fips"])]
    leads = shortage_claims.Leads(county_map.named(counties)[0], "county")
    kit_robustness.badge(inside, Headline(leads, BY_SHORTAGE), "shortage")


def county(row: pd.Series) -> None:
    """Whether a county's place beside its state, and its being rural, depend on the definition."""
    every = ask(definitions_queries.by_county, state=row.state)
    plain = robustness.under(every, PLAIN)
    how, _ = county_claims.standing(plain, row.county_fips)
    stands = county_claims.Stands(row.county_fips, row.county, how)
    kit_robustness.badge(every, Headline(stands, BY_SHORTAGE, row.county_fips), "county")
    is_rural = plain.loc[plain["county_fips"] == row.county_fips, "is_rural"].iloc[0]
    if pd.notna(is_rural):
        rural = county_claims.Rural(row.county_fips, row.county, bool(is_rural))
        verb = "Rural" if is_rural else "Not rural"
        kit_robustness.badge(every, Headline(rural, BY_RURAL, row.county_fips, verb), "county_rural")


def decision(place: Place, inside: int, chosen: Definition) -> None:
    """What hangs on the decision, and whether most of the people at stake live in rural counties."""
    every = ask(definitions_queries.by_county, state=place.state)
    people = withdrawals_claims.proposed_alone(every)
    part = definitions_claims.rural_part(robustness.under(every, chosen), people)
    total, meant = ask(withdrawals_queries.total, state=place.state).iloc[0], robustness.MEANT[chosen.rural]
    st.subheader(shortage_sentences.decision(total, inside, place.name, part, meant), anchor=False)
    if part is not None:
        kit_robustness.badge(every, Headline(definitions_claims.mostly(people, part), BY_RURAL), "cliff")


def access(place: Place, headline: str, ways: pd.DataFrame, noun: str, chosen: Definition) -> None:
    """How far care is, and whether the way is longer in rural counties; `ways` are minutes by county."""
    every = ask(definitions_queries.by_county, state=place.state)
    found = access_claims.farther(every, ways, noun, chosen)
    st.subheader(f"{headline} {found.sentence}" if found else headline, anchor=False)
    if found:
        kit_robustness.badge(every, Headline(found.claim, BY_RURAL), "access")


def language(place: Place, headline: str, rows: pd.DataFrame, chosen: Definition) -> None:
    """Who of a language group speaks little English, and what part of them in rural counties; `rows` by county."""
    every = ask(definitions_queries.by_county, state=place.state)
    found = language_claims.speakers(every, rows, chosen)
    st.markdown(f"{headline} {found.sentence}" if found else headline)
    if found:
        kit_robustness.badge(every, Headline(found.claim, BY_RURAL), "language")
