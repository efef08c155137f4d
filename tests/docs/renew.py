"""Write the generated part of docs/roster.md again, the roster's table of columns: python -m tests.docs.renew."""

import re
import sys
from pathlib import Path

from data.roster import columns

ROSTER = Path(__file__).parents[2] / "docs" / "roster.md"
BEGIN, END = "<!-- columns: begin -->", "<!-- columns: end -->"
BETWEEN = re.compile(f"(?<={re.escape(BEGIN)}\n).*(?={re.escape(END)})", re.DOTALL)


def table(text: str) -> str:
    """The table of columns that a text of docs/roster.md has; "" where its marks are missing."""
    match = BETWEEN.search(text)
    return match[0].strip() if match else ""


def renewed(text: str) -> str:
    """The same text with the table of columns as data/roster/columns.py has it."""
    return BETWEEN.sub(lambda _: f"{columns.as_markdown()}\n", text)


def main() -> int:
    """Renew the file. Returns 0."""
    ROSTER.write_text(renewed(ROSTER.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{ROSTER.name} has {len(columns.FIELDS)} columns.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
