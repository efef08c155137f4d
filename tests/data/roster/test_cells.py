"""Is every cell read as what it says, and every other one pointed at with its remedy?"""

import datetime

import pytest

from tests.support.rosters.files import as_csv, as_xlsx, loaded, one, people, problems

DAY = datetime.date(2020, 3, 4)


def only(column, value):
    """The one problem of a roster whose one cell besides id and enrolment is `value`."""
    ((row, found, shown, todo),) = problems(as_csv(people({column: value})))
    assert (row, found) == (2, column)
    return shown, todo


@pytest.mark.parametrize(
    ("column", "written", "table_column", "stored"),
    [
        ("residence_county", "Hennepin", "county_fips", "27053"),
        ("residence_county", "hennepin COUNTY", "county_fips", "27053"),
        ("residence_county", "Saint Louis", "county_fips", "27137"),
        ("residence_county", "St. Louis County", "county_fips", "27137"),
        ("residence_county", "Lac Qui Parle", "county_fips", "27073"),
        ("residence_county", "Hennepin (27053)", "county_fips", "27053"),
        ("residence_county", "27053", "county_fips", "27053"),
        ("residence_county", "55109", "county_fips", "55109"),
        ("residence_county", "1001", "county_fips", "01001"),
        ("training_country", "Somalia", "country_code", "SOM"),
        ("training_country", "so", "country_code", "SOM"),
        ("training_country", "SOM", "country_code", "SOM"),
        ("training_country", "Côte d’Ivoire", "country_code", "CIV"),
        ("training_country", "UK", "country_code", "GBR"),
        ("training_country", "Viet Nam", "country_code", "VNM"),
        ("specialty_sought", "Family Medicine", "specialty_sought", "family_medicine"),
        ("specialty_practised", "family_medicine", "specialty_practised", "family_medicine"),
        ("specialty_practised", "Obstetrics & Gynecology", "specialty_practised", "obstetrics_gynecology"),
        ("gender", "Woman", "gender", "woman"),
        ("gender", "non-binary", "gender", "nonbinary"),
        ("willing_rural", "Yes", "is_willing_rural", True),
        ("willing_rural", "no", "is_willing_rural", False),
        ("graduation_year", "2010", "graduation_year", 2010),
        ("graduation_year", "1940", "graduation_year", 1940),
        ("years_practised_abroad", "6", "years_practised_abroad", 6.0),
        ("years_practised_abroad", "2,5", "years_practised_abroad", 2.5),
        ("years_practised_abroad", "60", "years_practised_abroad", 60.0),
    ],
)  # fmt: skip
def test_names_codes_and_numbers_are_stored_one_way(column, written, table_column, stored):
    assert one(**{column: written}).participants[table_column].tolist() == [stored]


@pytest.mark.parametrize(
    ("column", "written", "todo"),
    [
        ("residence_county", "Henepin", "Not a county: write a Minnesota county's name or a five-digit FIPS code. "
         "Did you mean Hennepin?"),
        ("residence_county", "27999", "Not a county: write a Minnesota county's name or a five-digit FIPS code."),
        ("practice_county", "Cook County, IL", "Not a county"),
        ("training_country", "Somolia", "Not a country: write its English name or its ISO 3166-1 code. "
         "Did you mean Somalia?"),
        ("specialty_sought", "Pediatric", "Not a specialty of the list: choose one from the template's drop-down. "
         "Did you mean Pediatrics?"),
        ("gender", "x", "Write woman, man or nonbinary, or leave it empty."),
        ("willing_rural", "perhaps", "Write yes or no."),
        ("graduation_year", "1939", "The year cannot be right: write one from 1940 on."),
        ("graduation_year", "10", "Not a year: write four digits, such as 2010."),
        ("graduation_year", "2010-06-01", "Not a year"),
        ("years_practised_abroad", "61", "Write a number of years from 0 to 60."),
        ("years_practised_abroad", "-1", "Write a number of years from 0 to 60."),
        ("years_practised_abroad", "six", "Not a number: write the years in digits, such as 6 or 2.5."),
        ("years_practised_abroad", "1,000", "Not a number"),
        ("alternative_career", "word " * 30, "Too long: write at most 100 characters."),
        ("alternative_career", "one\ntwo", "Holds a line break"),
        ("participant_id", "", "Write the participant's id: every person needs one."),
        ("enrolled_date", " ", "Write the day on which the person joined the program"),
    ],
)  # fmt: skip
def test_what_cannot_be_stored_is_pointed_at(column, written, todo):
    row = {"gender": "woman", column: written}
    if column == "practice_county":
        row["practice_start_date"] = "2021-01-01"
    if column == "alternative_career":
        row["alternative_career_date"] = "2021-01-01"
    ((number, found, shown, said),) = problems(as_csv(people(row)))
    assert (number, found, shown) == (2, column, written.strip())
    assert said.startswith(todo)


def test_every_unknown_language_and_region_of_a_cell_is_pointed_at():
    found = problems(as_csv(people({"languages": "Somalli; eng, zz", "willing_regions": "Centrl;Metro;North"})))
    assert [problem[:3] for problem in found] == [
        (2, "languages", "Somalli"),
        (2, "languages", "zz"),
        (2, "willing_regions", "Centrl"),
        (2, "willing_regions", "North"),
    ]
    assert found[0][3].endswith("Did you mean Somali?")
    assert "Did you mean" not in found[1][3]
    assert found[2][3].endswith("Did you mean Central?")


@pytest.mark.parametrize("written", ["=B2", "@here", "+1", "-", "-x"])
@pytest.mark.parametrize("column", ["graduation_year", "languages", "step_1_date", "gender", "participant_id"])
def test_a_formula_in_text_is_pointed_at(column, written):
    assert only(column, written) == (written, "Holds a formula: copy the cells and paste them as values.")


def test_an_id_that_the_spreadsheet_changed_is_pointed_at():
    found = problems(as_xlsx(people({"participant_id": DAY}, {"participant_id": 1234567890123456})), "r.xlsx")
    assert [(row, column) for row, column, _, _ in found] == [(2, "participant_id"), (3, "participant_id")]
    assert "turned this id into a date" in found[0][3]
    assert "15 digits" in found[1][3]


def test_a_number_as_id_has_no_point():
    roster = loaded(as_xlsx(people({"participant_id": 1001}, {"participant_id": 7.0})), "r.xlsx")
    assert roster.participants.participant_id.tolist() == ["1001", "7"]


def test_numbers_of_a_workbook_are_codes_years_and_truth():
    row = {"residence_county": 1001, "graduation_year": 2010, "years_practised_abroad": 2.5, "willing_rural": True}
    person = loaded(as_xlsx(people(row)), "r.xlsx").participants.iloc[0]
    assert person.county_fips == "01001"
    assert (person.graduation_year, person.years_practised_abroad, person.is_willing_rural) == (2010, 2.5, True)
