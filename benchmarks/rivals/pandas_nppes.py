"""The plain way with the NPPES file: pandas, in chunks as its size asks for, or the columns of the whole at once.

Run as `python pandas_nppes.py FILE ZIPS chunks|whole|pyarrow`. `pyarrow` is the whole by pandas' reader with several
threads. Prints one JSON object: seconds, peak in MB and the digest of the answer, which is to be ours.
"""

import hashlib
import json
import resource
import sys
import time
from pathlib import Path

import pandas as pd

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"
ENTITY, STATE = "Entity Type Code", "Provider Business Practice Location Address State Name"
PLACE = "Provider Business Practice Location Address Postal Code"
STOPPED, RESUMED = "NPI Deactivation Date", "NPI Reactivation Date"
PAIRS = [
    (f"Healthcare Provider Taxonomy Code_{n}", f"Healthcare Provider Primary Taxonomy Switch_{n}") for n in range(1, 16)
]
WANTED = [ENTITY, STATE, PLACE, STOPPED, RESUMED, *(name for pair in PAIRS for name in pair)]
CHUNK = 100_000


def counted(rows: pd.DataFrame, places: pd.DataFrame, specialties: pd.DataFrame) -> pd.Series:
    """Physicians by county and specialty among some rows of the file."""
    people = rows[rows[ENTITY] == "1"]
    stopped = pd.to_datetime(people[STOPPED], format="%m/%d/%Y")
    resumed = pd.to_datetime(people[RESUMED], format="%m/%d/%Y")
    people = people[stopped.isna() | (resumed >= stopped)]
    code = pd.Series(pd.NA, index=people.index, dtype="str")
    for name, switch in PAIRS:
        code = code.where(code.notna() | (people[switch] != "Y"), people[name])
    digits = people[PLACE].str.strip()
    place = digits.str.zfill(5).where(digits.str.len() <= 5, digits.str.zfill(9)).str[:5]
    told = pd.DataFrame({"code": code, "zip": place, "state": people[STATE].str.strip().str.upper()})
    told = told.merge(specialties, on="code").merge(places, on=["zip", "state"])
    return told.groupby(["county_fips", "specialty"]).size()


def read(file: Path, zips: Path, way: str) -> pd.Series:
    """Physicians by county and specialty in the file."""
    states = pd.read_csv(REFERENCE / "county_population_2024.csv", dtype=str, usecols=["county_fips", "state"])
    places = pd.read_csv(zips, dtype=str).merge(states, on="county_fips")
    specialties = pd.read_csv(REFERENCE / "specialty.csv", dtype=str)[["specialty", "nucc_codes"]]
    specialties = specialties.assign(code=specialties["nucc_codes"].str.split()).explode("code")[["specialty", "code"]]
    if way == "chunks":
        parts = pd.read_csv(file, usecols=WANTED, dtype=str, chunksize=CHUNK)
        counts = pd.concat([counted(rows, places, specialties) for rows in parts])
    else:
        engine = "pyarrow" if way == "pyarrow" else "c"
        counts = counted(pd.read_csv(file, usecols=WANTED, dtype=str, engine=engine), places, specialties)
    return counts.groupby(level=[0, 1]).sum()


def main(file: Path, zips: Path, way: str) -> None:
    """Count, and print what it took."""
    start = time.perf_counter()
    counts = read(file, zips, way)
    seconds = time.perf_counter() - start
    answer = "".join(f"{county},{specialty},{people}\n" for (county, specialty), people in counts.items())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 10**6
    cpu = time.process_time()
    print(json.dumps({"s": seconds, "cpu": cpu, "MB": peak, "answer": hashlib.sha256(answer.encode()).hexdigest()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
