"""Which county is meant by a FIPS code, or by a name with or without its state?"""

import csv
import re
from collections import defaultdict

from data import registry
from data.roster import lists

HOME = "MN"
KINDS = re.compile(
    r"\s+(county|parish|municipality|city and borough|borough|census area|planning region|city)$", re.IGNORECASE
)
GEOID = re.compile(r"(?:0500000US)?(\d{4,5})(?:\.0)?")


class Counties:
    """The counties of today by code and by name.

    `code` gives the FIPS code of what was written. It raises ValueError with what to do instead. `residents` are the
    most that a county had in any year of the estimates, by its code.
    """

    def __init__(self) -> None:
        self.codes: set[str] = set()
        self.states: dict[str, str] = {}
        self.residents: dict[str, int] = {}
        self.named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        with registry.reference()["county_population_2024"].open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self._add(row["county_fips"], row["county"], row["state"], row["state_name"])
                told = [int(count) for name, count in row.items() if name.startswith("population_") and count]
                self.residents |= {row["county_fips"]: max(told)} if told else {}

    def _add(self, fips: str, county: str, state: str, state_name: str) -> None:
        self.codes.add(fips)
        self.states |= {lists.key(state): state, lists.key(state_name): state}
        for name in (_spelled(county), _spelled(KINDS.sub("", county))):
            self.named[state, name].add(fips)

    def code(self, written: str, state: str = "") -> str:
        """The five-digit code of a county, in `state` if the county's own words name none, else in Minnesota."""
        digits = GEOID.fullmatch(written)
        if digits:
            return self._listed(digits[1])
        name, comma, tail = written.rpartition(",")
        if comma and lists.key(tail) in self.states:
            written, state = name, tail
        place = self.states.get(lists.key(state) if state else lists.key(HOME))
        if place is None:
            raise ValueError("Not a state: write its two letters or its name.")
        found = self.named.get((place, _spelled(written)), set())
        if len(found) > 1:
            raise ValueError(
                f"Two places in {place} have this name: write the FIPS code, {' or '.join(sorted(found))}."
            )
        if not found:
            raise ValueError(
                f"Not a county of {place}: write its name, its name and state, or its five-digit FIPS code."
            )
        return next(iter(found))

    def _listed(self, digits: str) -> str:
        # A spreadsheet drops the 0 that codes of Alabama to Connecticut begin with.
        code = digits.zfill(5)
        if code not in self.codes:
            raise ValueError("Not the FIPS code of a county of today: write five digits, such as 27109.")
        return code


def _spelled(name: str) -> str:
    """A name as lists.key has it, but with "county", which tells Baltimore County from the city of Baltimore."""
    words = lists.key(name)
    return f"{words} county" if re.search(r"\bcounty$", name.strip(), re.IGNORECASE) else words
