"""Are the demonstration's codes in the lists, its assumptions used and named, and the lists right?"""

import csv
import re

import pycountry
import pytest

from data.roster import columns, demonstration
from tests.support.rosters.demonstration import ASSUMED, PEOPLE, Noted, have, listed

COVERED = {"family_medicine", "internal_medicine", "obstetrics_gynecology", "psychiatry", "pediatrics"}


def assumption_rows():
    with demonstration.FILE.with_name("assumptions.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("column", "table", "key"),
    [
        ("training_country", "country", "country_code"),
        ("specialty_sought", "specialty", "specialty"),
        ("specialty_practised", "specialty", "specialty"),
        ("residence_county", "county_region", "county_fips"),
        ("practice_county", "county_region", "county_fips"),
    ],
)
def test_every_code_is_in_its_list(column, table, key):
    assert {person[column] for person in have(column)} <= {row[key] for row in listed(table)}


def test_every_language_is_one_of_iso_639_3_and_every_country_has_one_assumed():
    assert all(pycountry.languages.get(alpha_3=code) for person in PEOPLE for code in person["languages"].split(";"))
    assert all(f"language.{person['training_country']}." in " ".join(ASSUMED) for person in PEOPLE)


def test_regions_and_choices_are_those_of_the_form():
    regions = {row["region"] for row in listed("county_region")}
    assert {region for person in have("willing_regions") for region in person["willing_regions"].split(";")} <= regions
    assert {person["gender"] for person in PEOPLE} == {"woman", "man", "nonbinary", ""}
    assert {person["willing_rural"] for person in PEOPLE} == {"yes", "no", ""}


def test_nobody_enrolled_before_graduation_or_practised_longer_than_there_was_time():
    for person in have("graduation_year"):
        since = int(person["enrolled_date"][:4]) - int(person["graduation_year"])
        assert since >= 2
        assert float(person["years_practised_abroad"] or 0) <= since


def test_people_accepted_sought_specialties_that_grants_cover():
    assert {person["specialty_sought"] for person in have("matched_date")} <= COVERED


def test_some_cells_are_not_known():
    for column in ("residence_county", "graduation_year", "years_practised_abroad", "specialty_sought", "gender"):
        assert 0 < len(PEOPLE) - len(have(column)) < len(PEOPLE) / 5


def test_every_assumption_is_used():
    noted = Noted(ASSUMED)
    demonstration.rows(assumed=noted)
    assert set(ASSUMED) - noted.asked == set()


def test_every_published_assumption_names_its_source_and_every_other_says_what_it_is():
    rows = assumption_rows()
    assert len(rows) == len(ASSUMED)
    assert {row["basis"] for row in rows} == {"published", "assumed"}
    published = [row for row in rows if row["basis"] == "published"]
    assert all(re.search(r"Minnesota|task force", row["note"]) for row in published)
    assert all(row["note"] and row["unit"] for row in rows)


@pytest.mark.parametrize(
    "group", ["gender", "willing_rural", "residence", "practice", "exams_taken", "alternative_career"]
)
def test_shares_of_a_choice_add_up_to_one(group):
    assert sum(share for name, share in ASSUMED.items() if name.startswith(f"{group}.")) == pytest.approx(1)


def test_assumptions_against_the_published_margins_are_refused():
    with pytest.raises(ValueError, match="147 people, 24 accepted and 84 eligible"):
        demonstration.rows(assumed=dict(ASSUMED) | {"on_the_way.matched": 2})


def test_times_that_fit_nobody_are_refused():
    with pytest.raises(ValueError, match="No dates fit a person at stage enrolled"):
        demonstration.rows(assumed=dict(ASSUMED) | {"first_year_to_enroll": 2030})


def test_grants_cover_five_specialties_and_no_taxonomy_code_stands_twice():
    specialties = listed("specialty")
    assert {row["specialty"] for row in specialties if row["is_grant_covered"] == "true"} == COVERED
    codes = [code for row in specialties for code in row["nucc_codes"].split()]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"20[78][0-9A-Z]{6}X", code) for code in codes)


def test_countries_are_all_of_iso_3166_with_a_name_and_region_each():
    countries = listed("country")
    assert [row["country_code"] for row in countries] == sorted(country.alpha_3 for country in pycountry.countries)
    assert len({row["country"] for row in countries}) == len(countries)
    assert all(row["origin_region"] for row in countries)


def test_published_figures_share_an_axis_only_where_each_names_the_other():
    figures = {row["figure_id"]: row for row in listed("program_figure")}
    for name, row in figures.items():
        assert float(row["figure_low"]) <= float(row["figure_high"])
        for other in row["may_share_axis_with"].split():
            assert name in figures[other]["may_share_axis_with"].split()
            assert row["figure_unit"] == figures[other]["figure_unit"]
    assert figures["trained_abroad_2017"]["may_share_axis_with"] == ""


def test_the_form_reads_the_demonstration_columns():
    assert set(columns.REQUIRED) <= {column for person in PEOPLE for column, cell in person.items() if cell}
