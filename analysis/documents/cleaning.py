"""Which letters may stand in a file? XML allows no control characters, and text from outside may hold some."""

import re
from typing import Any

import pandas as pd

from analysis.documents.model import Document

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def cleaned(document: Document) -> Document:
    """The document with a sign for each letter that a file may not hold."""
    return Document(*(_clean(part) for part in document))


def _clean(part: Any) -> Any:
    if isinstance(part, str):
        return FORBIDDEN.sub("\ufffd", part)
    if isinstance(part, dict):
        return {_clean(key): _clean(value) for key, value in part.items()}
    if isinstance(part, pd.DataFrame):
        return part.map(_clean).rename(columns=_clean)
    if isinstance(part, tuple) and hasattr(part, "_fields"):
        return type(part)(*(_clean(value) for value in part))
    return type(part)(_clean(value) for value in part) if isinstance(part, (list, tuple)) else part
