"""Which columns does a roster have, and what is written in them? The only place where that is said."""

from typing import NamedTuple

KINDS = {
    "name": "text",
    "text": "text",
    "date": "date: yyyy-mm-dd, m/d/yyyy, or an Excel date",
    "year": "year of four digits",
    "years": "number from 0 to 60",
    "county": "Minnesota county, or five-digit FIPS code of any US county",
    "country": "country: English name or ISO 3166-1 code",
    "specialty": "specialty of the list",
    "languages": "languages, separated by ; - English names or ISO 639-3 codes",
    "gender": "woman, man or nonbinary",
    "regions": "regions, separated by ;",
    "yes_no": "yes or no",
}
MAY_LIE_AHEAD = ("residency_end_date", "obligation_end_date")
NOT_EVENTS = ("enrolled_date", "obligation_end_date")
EXAMPLE = "EXAMPLE"


class Field(NamedTuple):
    """One column of the roster: `kind` says how a cell is read, `example` stands in the template."""

    column: str
    kind: str
    meaning: str
    example: str
    is_required: bool = False


FIELDS = (
    Field("participant_id", "name", "A number or code that stands for one person; never a name.", "EXAMPLE-1", True),
    Field("enrolled_date", "date", "Day on which the person joined the program.", "2021-02-15", True),
    Field("residence_county", "county", "County where the person lives.", "Hennepin"),
    Field("training_country", "country", "Country of the medical school.", "Somalia"),
    Field("graduation_year", "year", "Year of graduation from medical school.", "2010"),
    Field("years_practised_abroad", "years", "Years of work as a physician outside the United States.", "6"),
    Field("specialty_practised", "specialty", "Specialty practised abroad.", "Pediatrics"),
    Field("specialty_sought", "specialty", "Specialty sought in the United States.", "Family medicine"),
    Field("languages", "languages", "Languages in which the person can care for patients.", "Somali; Arabic"),
    Field("gender", "gender", "Empty if it is not collected.", "woman"),
    Field("willing_regions", "regions", "Health regions where the person would work.", "Central; Southwest"),
    Field("willing_rural", "yes_no", "Would the person work in a rural county?", "yes"),
    Field("step_1_date", "date", "Passed USMLE Step 1.", "2021-06-10"),
    Field("step_2_ck_date", "date", "Passed USMLE Step 2 Clinical Knowledge.", "2021-11-20"),
    Field("english_test_date", "date", "Passed the English test that ECFMG asks for.", "2021-12-05"),
    Field("ecfmg_date", "date", "Certified by ECFMG.", "2022-01-15"),
    Field("clinical_start_date", "date", "Began hands-on clinical experience in the United States.", "2022-02-01"),
    Field("clinical_end_date", "date", "Ended it; empty while it goes on.", "2022-07-31"),
    Field("applied_date", "date", "Applied for residency for the first time.", "2022-09-28"),
    Field("matched_date", "date", "Matched to, or accepted in, a residency.", "2023-03-17"),
    Field("residency_start_date", "date", "Began residency.", "2023-07-01"),
    Field("residency_end_date", "date", "Ended residency, or is to end it; may lie in the future.", "2026-06-30"),
    Field("licensed_date", "date", "Received a Minnesota licence to practise medicine.", ""),
    Field("practice_start_date", "date", "Began to practise as a licensed physician.", ""),
    Field("practice_county", "county", "County of that practice.", ""),
    Field("obligation_end_date", "date", "End of the service owed to the program; may lie in the future.", ""),
    Field("alternative_career_date", "date", "Took up other work in health care instead.", ""),
    Field("alternative_career", "text", "What that work is, in a few words.", ""),
    Field("left_date", "date", "Left the program.", ""),
)

COLUMNS = tuple(field.column for field in FIELDS)
REQUIRED = tuple(field.column for field in FIELDS if field.is_required)
EVENTS = tuple(
    field.column.removesuffix("_date") for field in FIELDS if field.kind == "date" and field.column not in NOT_EVENTS
)


def note(field: Field) -> str:
    """What the template says at the head of the column."""
    need = "Required." if field.is_required else "May be empty: not known, or not yet."
    return f"{field.meaning}\nWrite: {KINDS[field.kind]}.\n{need}"


def as_text() -> str:
    """The documented format for a terminal: one column of the roster a paragraph."""
    paragraphs = [
        "One row a person. Columns in any order; * = required; all else may be empty (not known, or not yet)."
    ]
    for field in FIELDS:
        star = " *" if field.is_required else ""
        example = f" Example: {field.example}" if field.example else ""
        paragraphs.append(f"{field.column}{star}\n    {field.meaning}\n    Write: {KINDS[field.kind]}.{example}")
    return "\n".join(paragraphs)


def as_markdown() -> str:
    """The documented format as a Markdown table, for the docs."""
    lines = ["| column | required | meaning | write | example |", "|---|---|---|---|---|"]
    for field in FIELDS:
        need = "yes" if field.is_required else ""
        lines.append(f"| `{field.column}` | {need} | {field.meaning} | {KINDS[field.kind]} | {field.example} |")
    return "\n".join(lines)
