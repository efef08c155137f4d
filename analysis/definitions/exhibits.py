"""The two tables behind a headline's badge: the headline under each definition, and the counties that change."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd

from analysis.definitions import queries, robustness
from analysis.definitions.robustness import PLAIN, RURAL, SHORTAGE, Check, Definition, Headline
from analysis.exhibits import registry
from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.exhibits.model import Exhibit
from analysis.exhibits.registry import View
from analysis.wording import numbers

RULES = {
    "rural_rule": "USDA codes of 2023: not metropolitan 4 to 9, small towns only 6 to 9.",
    "shortage_rule": "Designated or proposed: for withdrawal. For everyone: no areas for a group of people. Over half: "
    "only counties where over half of people live in such areas.",
}
RURAL_LABEL, SHORTAGE_LABEL = "What counts as rural", "What counts as a shortage"
CHANGING = "A county is listed if any two of the definitions in play say different things of it."


class Claimed(NamedTuple):
    """A headline that claims something, and the rows of definitions.by_county that it is held to."""

    counties: pd.DataFrame
    headline: Headline


def rural_rules(state: str | None) -> dict[str, str]:
    """What can count as rural in a state, or in the nation (None), with labels."""
    return {rule: label for rule, label in RURAL.items() if rule != "seven_county" or state == "MN"}


def read_rural(address: Address, state: str | None) -> Definition:
    """What counts as rural as the address has it; a shortage is what is designated."""
    return Definition(address.one("rural_rule", rural_rules(state), PLAIN.rural, RURAL_LABEL))


def read_definition(address: Address, state: str | None) -> Definition:
    """What counts as rural and what as a shortage as the address has it."""
    shortage = address.one("shortage_rule", SHORTAGE, PLAIN.shortage, SHORTAGE_LABEL)
    return read_rural(address, state)._replace(shortage=shortage)


def check(desk: Desk, claimed: Claimed) -> Check:
    """The headline held to every definition in play."""
    return desk.compute(robustness.check, claimed.counties, claimed.headline)


def rules(found: Check) -> Exhibit:
    """The headline under each definition."""
    title = "The headline under each definition"
    alt = f"{found.claim} {robustness.said(found)}."
    note = " ".join(text for column, text in RULES.items() if column in found.rules)
    return Exhibit(title, found.rules, queries.by_county, alt, note, list(found.rules))


def changing(found: Check) -> Exhibit:
    """The counties whose answer depends on the definition."""
    count = len(found.changing)
    title = f"{numbers.plural(count, 'county', 'counties')} whose answer depends on the definition"
    alt = f"{robustness.moved(found).capitalize()}: the same under every definition in play."
    return Exhibit(title, found.changing, queries.by_county, alt, CHANGING, found.columns)


def register_badge(view: View, topic: str, key: str, claim: Callable[[Desk, Any], Claimed | None]) -> None:
    """Register both tables of a badge: as topic.definitions and topic.changing, keys key_rules and key_changing.

    `claim` returns what the page's headline claims with its choices, or None where it claims nothing.
    """

    def build_rules(desk: Desk, choices: Any) -> Exhibit | None:
        """The headline under each definition."""
        claimed = claim(desk, choices)
        return rules(check(desk, claimed)) if claimed else None

    def build_changing(desk: Desk, choices: Any) -> Exhibit | None:
        """The counties whose answer depends on the definition; None for a claim about one county."""
        claimed = claim(desk, choices)
        found = check(desk, claimed) if claimed else None
        return changing(found) if found and not found.is_of_one else None

    registry.exhibit(view, f"{topic}.definitions", f"{key}_rules")(build_rules)
    registry.exhibit(view, f"{topic}.changing", f"{key}_changing")(build_changing)
