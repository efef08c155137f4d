"""Where does every table come from, the roster too? The rows of the source table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from data import registry
from data.enrolment import SOURCE

if TYPE_CHECKING:
    from data.roster import Roster

# What is said of a roster of real people instead of the demonstration roster's entry in sources.toml.
OWN = {
    "publisher": "The program itself",
    "licence": "Private data on individuals; only protected counts leave",
    "limits": "Entered by the program's staff. Counts too small, and those from which one would follow, are withheld.",
}


def source_frame(roster: Roster) -> pd.DataFrame:
    """One row per source and table that it feeds, the roster under its own title and date."""
    rows = []
    for source in registry.sources().values():
        told = source._asdict() | {"as_of_date": source.as_of, "retrieved_date": source.retrieved}
        if source.source_id == SOURCE:
            told |= {"title": roster.title, "as_of_label": roster.title, "as_of_date": roster.as_of}
            told |= {} if roster.is_made_up else OWN | {"retrieved_date": roster.as_of}
        rows += [told | {"table_name": table} for table in source.tables]
    return pd.DataFrame(rows)
