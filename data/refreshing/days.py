"""Of which day are the figures of a file, and what is that day called?"""

import contextlib
import datetime
import email.utils
from typing import Any

from data.errors import SourceError
from data.refreshing.recipes import Fresh


def known(who: str, fresh: Fresh, said: dict[str, str], given: datetime.date | None = None) -> dict[str, Any]:
    """as_of, as_of_label and retrieved: the user's word first, then the file's own, the catalogue's, the server's.

    `said` may have day (of a catalogue) and modified (of a server), or by_hand. Where nobody says, it is the day of the
    download. Raises SourceError for a file by hand of which nobody says the day: that it was read today tells nothing.
    """
    today = datetime.date.today()
    told, stamped = given or fresh.as_of or _day(said.get("day", "")), _stamp(said.get("modified", ""))
    label = f"{who}, retrieved {_long(today)}"
    if told:
        label = fresh.label if fresh.label and not given else f"{who}, {told:%B %Y}"
    elif stamped:
        label = f"{who}, file of {_long(stamped)}"
    elif "by_hand" in said:
        raise SourceError("The file does not say of which day its figures are: add --as-of YYYY-MM-DD.")
    return {"as_of": told or stamped or today, "as_of_label": label, "retrieved": today}


def _day(told: str) -> datetime.date | None:
    with contextlib.suppress(ValueError):
        return datetime.date.fromisoformat(told)
    return None


def _stamp(told: str) -> datetime.date | None:
    with contextlib.suppress(TypeError, ValueError):
        return email.utils.parsedate_to_datetime(told).date()
    return None


def _long(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
