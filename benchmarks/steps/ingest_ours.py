"""How long does our adapter take with an NPPES file, and how much memory?

python -m benchmarks.steps.ingest_ours FILE ZIPS  prints one JSON object: seconds, peak in MB, the digest of the answer
"""

import hashlib
import json
import sys
import time
from pathlib import Path

from benchmarks.steps.roster_steps import peak_mb


def main(file: Path, zips: Path) -> None:
    """Count as `python -m data.supply nppes FILE --zips ZIPS` does, and print what it took."""
    from data.adapters.physicians import nppes

    start = time.perf_counter()
    rows = nppes.read(file, zips).rows
    seconds = time.perf_counter() - start
    counts = rows.sort_values(["county_fips", "specialty"])
    lines = zip(counts["county_fips"], counts["specialty"], counts["practicing_physicians"], strict=True)
    answer = "".join(f"{county},{specialty},{people:.0f}\n" for county, specialty, people in lines)
    digest = hashlib.sha256(answer.encode()).hexdigest()
    print(json.dumps({"s": seconds, "cpu": time.process_time(), "MB": peak_mb(), "answer": digest}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
