"""Is the day that is given for figures one that has been? Nothing is known yet of a day to come."""

import argparse
import datetime

from data import registry
from data.errors import SourceError


def given(text: str) -> datetime.date:
    """The day that an option such as --as-of names. Raises ArgumentTypeError for none, or one later than today."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day: write it as 2025-12-31.") from None
    if wrong := _later(day):
        raise argparse.ArgumentTypeError(wrong)
    return day


def been(day: datetime.date) -> datetime.date:
    """The same day. Raises SourceError for one later than today."""
    if wrong := _later(day):
        raise SourceError(wrong)
    return day


def today() -> datetime.date:
    """The day that it is; a clock that is behind the embedded figures is wrong, and the day is theirs."""
    return max(datetime.date.today(), *(source.retrieved for source in registry.embedded().values()))


def _later(day: datetime.date) -> str:
    return f"{day} is later than today: give the day that the figures are of." if day > today() else ""
