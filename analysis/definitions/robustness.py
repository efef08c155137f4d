"""Does the answer depend on what counts as rural, or as a shortage? One claim, held to each definition."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple, Protocol

import pandas as pd

from analysis.wording import numbers

RURAL = {
    "seven_county": "Outside the seven-county metro",
    "metro": "Not metropolitan (USDA)",
    "code": "Small towns only (USDA)",
    "blocks": "Over half in rural blocks",
}
# The same within a sentence, after "rural".
MEANT = {
    "seven_county": "outside the seven-county metro",
    "metro": "not metropolitan",
    "code": "small towns only",
    "blocks": "most people in rural blocks",
}
SHORTAGE = {
    "designated": "Designated",
    "with_proposed": "Designated or proposed",
    "geographic": "Designated for everyone",
    "majority": "Designated, over half",
}
HOLDS = {True: "holds", False: "does not hold", None: numbers.NOT_KNOWN}
COLUMNS = ("rural_rule", "shortage_rule", "claim_holds", "claim_figure", "is_rural", "is_short")
AMOUNTS = ("fte_short", "fte_counted", "implied_population", "shortage_population")
HOLDS_TEXT = "Holds"


class Definition(NamedTuple):
    """One way to say rural and one to say shortage, by their names in RURAL and SHORTAGE."""

    rural: str = "metro"
    shortage: str = "designated"


PLAIN = Definition()


class Verdict(NamedTuple):
    """Whether a claim holds under a definition (None: not known), and the figure that says so, in words."""

    holds: bool | None
    figure: str = numbers.NOT_KNOWN


class Claim(Protocol):
    """A headline's claim in words, and its judge: counties under a definition -> verdict."""

    @property
    def said(self) -> str:
        """The claim in words."""

    def judge(self, counties: pd.DataFrame) -> Verdict:
        """Whether it holds of counties under a definition, and by which figures."""


class Headline(NamedTuple):
    """A claim, and the definitions that it is held to.

    `only`: the county (county_fips) that it is about, where no other's answer matters. `verb`: how the badge
    begins, "Holds in 3 of 4 definitions"; or "Rural", where that is what is claimed.
    """

    claim: Claim
    over: Sequence[Definition]
    only: str | None = None
    verb: str = "Holds"


class Check(NamedTuple):
    """A claim held to several definitions.

    `held` of `known` definitions, out of one row each in `rules`: rural_rule, shortage_rule (where it
    varies), claim_holds, claim_figure. `changing` are the rows of definitions.by_county whose answer, rural
    or not and short or not, is not the same under all of them; `columns` tell it. `is_of_one`: of a single county.
    """

    claim: str
    held: int
    known: int
    rules: pd.DataFrame
    changing: pd.DataFrame
    columns: list[str]
    is_of_one: bool = False


def under(counties: pd.DataFrame, definition: Definition) -> pd.DataFrame:
    """The counties of definitions.by_county as one definition has them.

    Adds is_rural, is_short, fte_short and fte_counted (FTE), implied_population and shortage_population (people);
    missing is not known. Raises KeyError for a definition that is not in RURAL and SHORTAGE.
    """
    rural, short = definition
    if rural not in RURAL or short not in SHORTAGE:
        raise KeyError(f"{definition} is no definition; rural: {', '.join(RURAL)}; shortage: {', '.join(SHORTAGE)}.")
    flags = {"is_rural": f"is_rural_{rural}", "is_short": f"is_short_{short}"}
    amounts = {name: counties[f"{name}_{short}"].astype("Float64").astype(float) for name in AMOUNTS}
    return counties.assign(**{name: counties[column].astype("boolean") for name, column in flags.items()}, **amounts)


def definitions(chosen: Definition, *, rural: bool = False, shortage: bool = False) -> list[Definition]:
    """The definitions that a claim is held to: all rural ones, all of shortage, or both; else the chosen one."""
    rurals = list(RURAL) if rural else [chosen.rural]
    shortages = list(SHORTAGE) if shortage else [chosen.shortage]
    return [Definition(*pair) for pair in product(rurals, shortages)]


def check(counties: pd.DataFrame, headline: Headline) -> Check:
    """Hold a headline's claim to each definition; it judges the counties as one definition has them.

    No county: nothing is known, and no county changes its answer.
    """
    claim, over, only, _ = headline
    found = [claim.judge(under(counties, definition)) if len(counties) else Verdict(None) for definition in over]
    varied = {kind: len({getattr(definition, kind) for definition in over}) > 1 for kind in ("rural", "shortage")}
    said = {"rural": [RURAL[one.rural] for one in over], "shortage": [SHORTAGE[one.shortage] for one in over]}
    rules = pd.DataFrame(
        {f"{kind}_rule": said[kind] for kind in said if varied[kind]}
        | {"claim_holds": [HOLDS[one.holds] for one in found], "claim_figure": [one.figure for one in found]}
    )
    known = [one.holds for one in found if one.holds is not None]
    names = ["county", "state", *(f"is_{kind}_{rule}" for kind, rule in _answers(**varied))]
    about = counties if only is None else counties[counties["county_fips"] == only]
    return Check(claim.said, sum(known), len(known), rules, changing(about, **varied), names, only is not None)


def changing(counties: pd.DataFrame, *, rural: bool, shortage: bool) -> pd.DataFrame:
    """The counties that are rural, or in shortage, by some known definition and not by another."""
    differs = pd.Series(False, index=counties.index)
    for kind in ("rural", "short"):
        names = [f"is_{kind}_{rule}" for known, rule in _answers(rural=rural, shortage=shortage) if known == kind]
        answers = counties[names].astype("boolean")
        differs |= (answers.any(axis=1) & (~answers).any(axis=1)).astype(bool)
    return counties[differs]


def _answers(*, rural: bool, shortage: bool) -> list[tuple[str, str]]:
    return [("rural", rule) for rule in RURAL if rural] + [("short", rule) for rule in SHORTAGE if shortage]


def said(found: Check, verb: str = HOLDS_TEXT) -> str:
    """ "Holds in 13 of 16 definitions of rural and of a shortage"; `verb` may be what is claimed: "Rural"."""
    kinds = {"rural_rule": "of rural", "shortage_rule": "of a shortage"}
    of = numbers.listed([kind for column, kind in kinds.items() if column in found.rules] or [""])
    count = numbers.plural(len(found.rules), "definition")
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
    return f"{numbers.plural(count, 'county', 'counties')} {verb} {what} by some only"


def told(found: Check, verb: str = HOLDS_TEXT) -> str:
    """The badge's line: in how many, what (unless the verb says it), and how many counties it depends on."""
    claim = f"{found.claim} " if verb == HOLDS_TEXT else ""
    changing = moved(found)
    return f"**{said(found, verb)}:** {claim}{changing[0].upper()}{changing[1:]}."
