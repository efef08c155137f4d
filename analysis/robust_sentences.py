"""How is it said in how many definitions a headline holds?"""

from analysis import words
from analysis.robustness import Check


def said(found: Check, verb: str = "Holds") -> str:
    """ "Holds in 13 of 16 definitions, not known in 2"; `verb` may be what is claimed: "Rural"."""
    of = len(found.rules)
    if not found.known:
        return f"Not known in any of {words.plural(of, 'definition')}"
    unknown = f", not known in {of - found.known}" if found.known < of else ""
    return f"{verb} in {found.held} of {words.plural(of, 'definition')}{unknown}"


def moved(found: Check) -> str:
    """ "12 counties change answer"."""
    count = len(found.changing)
    if found.is_of_one:
        return "this county’s answer " + ("depends on which" if count else "is the same in all")
    if not count:
        return "no county changes answer"
    return f"{words.plural(count, 'county', 'counties')} {'changes' if count == 1 else 'change'} answer"
