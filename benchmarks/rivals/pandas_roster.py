"""The plain way with a roster: pandas, a loop of checks by column, and small counts blanked one by one.

Run as `python pandas_roster.py FILE`. What it writes is NOT protected: nothing else is withheld so that blanks do
not follow from totals by subtraction, and nobody looks whether they do. It only counts those that plainly do.
"""

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"
DAY = pd.Timestamp("2026-06-30")
LEAST = 11
MAY_LIE_AHEAD = ["residency_end_date", "obligation_end_date"]
STAGES = {
    "exams": ["step_1_date", "step_2_ck_date", "english_test_date"],
    "certified": ["ecfmg_date"],
    "experience": ["clinical_start_date"],
    "applied": ["applied_date"],
    "matched": ["matched_date"],
    "residency": ["residency_start_date"],
    "licensed": ["licensed_date"],
    "practising": ["practice_start_date"],
}
DIMENSIONS = ["county", "region", "training_country", "origin_region", "specialty_sought", "graduation", "cohort"]


def listed(table: str, column: str) -> set[str]:
    """The names that one of our lists allows."""
    return set(pd.read_csv(REFERENCE / f"{table}.csv", dtype=str)[column])


def checked(people: pd.DataFrame) -> list[str]:
    """A sentence per column that something is wrong in; dates are parsed in place."""
    counties, countries, specialties = (
        listed("county_region", "county_fips"),
        listed("country", "country"),
        listed("specialty", "specialty_label"),
    )
    allowed = {
        "residence_county": counties,
        "practice_county": counties,
        "training_country": countries,
        "specialty_practised": specialties,
        "specialty_sought": specialties,
        "gender": {"woman", "man", "nonbinary"},
        "willing_rural": {"yes", "no"},
    }
    wrong = {"participant_id": people["participant_id"].isna() | people["participant_id"].duplicated()}
    for column in people:
        filled = people[column].notna()
        if column.endswith("_date"):
            people[column] = pd.to_datetime(people[column].str[:10], format="%Y-%m-%d", errors="coerce")
            late = people[column] > DAY if column not in MAY_LIE_AHEAD else False
            wrong[column] = filled & (people[column].isna() | late)
        elif column in allowed:
            wrong[column] = filled & ~people[column].isin(allowed[column])
    return [f"{column}: {rows.sum()} wrong" for column, rows in wrong.items() if rows.any()]


def counted(people: pd.DataFrame, languages: pd.DataFrame) -> pd.DataFrame:
    """People by member of each dimension and furthest stage, those of 1 to 10 blanked and nothing else."""
    tables = [people.assign(dimension=name, member=people[name]) for name in DIMENSIONS]
    tables.append(languages.assign(dimension="language"))
    by_stage = [table.groupby(["dimension", "member", "stage"]).size() for table in tables]
    totals = [table.groupby(["dimension", "member"]).size() for table in tables]
    counts = pd.concat([counts.reset_index(name="participants") for counts in (*by_stage, *totals)])
    return counts.assign(participants=counts["participants"].where(counts["participants"] >= LEAST))


def bare(counts: pd.DataFrame) -> int:
    """Blanks that one subtraction gives: alone among the stages of a member whose total is known."""
    members = counts.set_index(["dimension", "member"])
    totals = members.loc[members["stage"].isna(), "participants"]
    blanks = members[members["stage"].notna()]["participants"].isna().groupby(level=[0, 1]).sum()
    return int((blanks[totals.notna()] == 1).sum())


def described(people: pd.DataFrame) -> pd.DataFrame:
    """The people with what they are counted by."""
    regions = pd.read_csv(REFERENCE / "county_region.csv", dtype=str).set_index("county_fips")["region"]
    origins = pd.read_csv(REFERENCE / "country.csv", dtype=str).set_index("country")["origin_region"]
    people["county"], people["stage"] = people["residence_county"], "enrolled"
    people["region"] = people["residence_county"].map(regions)
    people["origin_region"] = people["training_country"].map(origins)
    people["cohort"] = people["enrolled_date"].dt.year
    people["graduation"] = pd.cut(DAY.year - people["graduation_year"].astype(float), [-1, 4, 9, 19, 200]).astype(str)
    for stage, columns in STAGES.items():
        people.loc[people[columns].notna().any(axis=1), "stage"] = stage
    return people


def read(file: Path) -> pd.DataFrame:
    """The rows of the file as text. Drop-downs write Hennepin (27053): the code is what counts."""
    is_text = file.suffix == ".csv"
    people = pd.read_csv(file, dtype=str) if is_text else pd.read_excel(file, dtype=str, engine="calamine")
    for column in ("residence_county", "practice_county"):
        people[column] = people[column].str.extract(r"(\d{5})", expand=False)
    return people


def main(file: Path) -> None:
    """Check, count and write the counts of one roster, and print what it took. Exits with what is wrong."""
    start = time.perf_counter()
    people = read(file)
    if problems := checked(people):
        sys.exit("\n".join(problems))
    seconds = {"read": time.perf_counter() - start}
    people = described(people)
    spoken = people.assign(member=people["languages"].str.split("; ")).explode("member")
    with tempfile.TemporaryDirectory() as folder:
        counts = counted(people, spoken)
        counts.to_csv(Path(folder) / "counts.csv", index=False)
    seconds["count"] = time.perf_counter() - start - seconds["read"]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    told = {"seconds": seconds, "cpu": time.process_time(), "peak": most / 10**6}
    blanks = int(counts["participants"].isna().sum())
    print(json.dumps(told | {"blanks": blanks, "bare": bare(counts)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
