"""How is it said in how many definitions a headline holds?"""

from analysis import words
from analysis.robustness import Check

HOLDS = "Holds"


def said(found: Check, verb: str = HOLDS) -> str:
    """ "Holds in 13 of 16 definitions of rural and of a shortage"; `verb` may be what is claimed: "Rural"."""
    kinds = {"rural_rule": "of rural", "shortage_rule": "of a shortage"}
    of = words.listed([kind for column, kind in kinds.items() if column in found.rules] or [""])
    count = words.plural(len(found.rules), "definition")
    if not found.known:
        return f"Not known in any of {count} {of}".rstrip()
    unknown = f", not known in {len(found.rules) - found.known}" if found.known < len(found.rules) else ""
    return f"{verb} in {found.held} of {count} {of}".rstrip() + unknown


def moved(found: Check) -> str:
    """ "12 counties are rural by some only"."""
    count = len(found.changing)
    if found.is_of_one:
        return "this county’s answer " + ("depends on which" if count else "is the same in all")
    of = {"rural_rule": "rural", "shortage_rule": "short"}
    what = " or ".join(word for column, word in of.items() if column in found.rules)
    if not count:
        return f"no county is {what} by some only".replace("  ", " ")
    verb = "is" if count == 1 else "are"
    return f"{words.plural(count, 'county', 'counties')} {verb} {what} by some only"


def told(found: Check, verb: str = HOLDS) -> str:
    """The badge's line: in how many, what (unless the verb says it), and how many counties it depends on."""
    claim = f"{found.claim} " if verb == HOLDS else ""
    changing = moved(found)
    return f"**{said(found, verb)}:** {claim}{changing[0].upper()}{changing[1:]}."
