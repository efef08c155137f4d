"""What did a build publish of the participants?"""

from pathlib import Path

import duckdb

SQL = Path(__file__).parent / "audited.sql"


def audited(con: duckdb.DuckDBPyConnection) -> str:
    """What of the participants the database holds, in a line."""
    title, least, published, withheld, tightest = con.execute(SQL.read_text(encoding="utf-8")).fetchone()
    width = f"the tightest can be bounded to {tightest:.0f} people" if tightest else "none can be bounded"
    return f"{title}: {published} counts published, {withheld} withheld (least count {least}); {width}."
