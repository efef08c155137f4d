"""A county's brief as one page of paper."""

import pandas as pd

from analysis import brief, sentences, words
from data import registry
from pages.parts import briefs
from pages.parts.briefs import CountyBrief, comparison

PRINTED = (
    "hrsa_primary_care",
    "census_population",
    "census_population_2019",
    "census_saipe",
    "census_language",
    "cdc_svi",
    "cms_hospitals",
    "hifld_hospitals",
)


def page(told: CountyBrief) -> str:
    """The brief as one HTML page to print."""
    areas = told.areas.head(6)
    listed = pd.DataFrame(
        {
            "Shortage area": areas["area"],
            "Status": areas["status"].map(sentences.STATUSES),
            "Score": areas["hpsa_score"].map(lambda score: words.figure(score, "score")),
            "FTE short": areas["fte_short"].map(lambda fte: words.figure(fte, "FTE")),
            "In county": areas["area_population_share"].map(words.percent),
        }
    )
    tongues = pd.DataFrame(
        {
            "Language at home": told.languages["language_group"],
            "People": [
                f"{row.limited_english_group:,} ± {row.limited_english_group_moe:,.0f}"
                for row in told.languages.itertuples()
            ],
        }
    )
    kept = told.years[told.years["population_year"].isin([2010, 2015, 2019, 2020, 2024])]
    people = pd.DataFrame(
        {
            "Year (estimated in)": [f"{row.population_year} ({row.vintage_year})" for row in kept.itertuples()],
            "People": kept["people"].map("{:,}".format),
        }
    )
    hospitals = (told.care["place_kind"] != "health center").sum()
    blocks = [
        brief.Block("Beside its state and the nation", comparison(told)),
        brief.Block(f"Primary care shortage areas{_first(6, len(told.areas))}", listed, "HRSA lists none here."),
        brief.Block(f"Hospitals{_first(5, hospitals)}", _hospitals(told.care, 5), "CMS lists none here."),
        brief.Block("People with limited English, 90% margin", tongues, "Not known."),
        brief.Block("People, two vintages that are not comparable", people, "Not known."),
    ]
    labels = "; ".join(registry.sources()[name].as_of_label for name in PRINTED)
    answer = briefs.answer(told)
    return brief.page(told.row.county, told.state_name, answer, blocks, told.fips, f"Sources: {labels}.")


def _first(most: int, there_are: int) -> str:
    return f" (the first {most} of {there_are})" if there_are > most else ""


def _hospitals(care: pd.DataFrame, most: int) -> pd.DataFrame:
    hospitals = care[care["place_kind"] != "health center"].head(most)
    return pd.DataFrame(
        {
            "Hospital": hospitals["place"] + ", " + hospitals["city"],
            "Kind": hospitals["place_kind"],
            "Beds (2020)": hospitals["beds"].map(lambda beds: words.figure(beds, "count")),
        }
    )
