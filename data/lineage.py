"""Which tables does a statement read?"""

import re
from collections.abc import Iterable

READ = re.compile(r"\b(?:FROM|JOIN)\s+([a-z_]+)\b(?!\.)")
COMMENT = re.compile(r"--[^\n]*")


def tables_read(sql: str, known: Iterable[str]) -> set[str]:
    """The names among `known` that stand after FROM or JOIN, comments aside."""
    return set(READ.findall(COMMENT.sub("", sql))) & set(known)
