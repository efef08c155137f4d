"""Which assumptions has a reader made? A named scenario, written to a file and read back, or refused with reasons."""

import json
import re
from typing import Any, NamedTuple

from analysis.lever_assumptions import LEVERS, NAMED, SHIPPED, Span, problems
from analysis.lever_timeline import Pipeline

KIND, VERSION = "physician-gap-atlas-levers", 1
FUNDED = tuple(lever for lever in LEVERS if lever != "immigration")
MOST_FUNDED, MOST_PEOPLE, LONGEST_NAME = 1_000, 10_000, 60
HORIZONS = (1, 30)
NAMES = f"at most {LONGEST_NAME} letters, digits and spaces"
BYTES = 100_000
NAME = re.compile(r"[^\W_][\w ,'()+-]*")
PARTS = {"name", "horizon_years", "is_limited_on", "funded", "pipeline", "assumptions"}


class Scenario(NamedTuple):
    """All that a reader can set: numbers only, no person."""

    name: str = "As shipped"
    horizon_years: int = 10
    is_limited_on: bool = False
    funded: dict[str, int] = dict.fromkeys(FUNDED, 10)
    pipeline: Pipeline = Pipeline()
    values: dict[str, Span] = SHIPPED


class Reading(NamedTuple):
    """The scenario of a file; or none, and a sentence for each problem."""

    scenario: Scenario | None
    problems: list[str]


def written(scenario: Scenario) -> str:
    """The scenario as JSON, which `read` takes back unchanged."""
    held: dict[str, Any] = {"kind": KIND, "version": VERSION, "name": scenario.name}
    held |= {"horizon_years": scenario.horizon_years, "is_limited_on": scenario.is_limited_on}
    held |= {"funded": scenario.funded, "pipeline": scenario.pipeline._asdict()}
    held |= {"assumptions": {name: span._asdict() for name, span in scenario.values.items()}}
    return json.dumps(held, indent=1, ensure_ascii=False)


def read(file: bytes) -> Reading:
    """A scenario from the bytes of a file: taken whole, or refused with every problem that it has."""
    try:
        held = json.loads(file.decode("utf-8-sig")) if len(file) <= BYTES else None
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict) or held.get("kind") != KIND:
        return Reading(None, ["This is no scenario of this page: open a file that “Save scenario” wrote."])
    if held.get("version") != VERSION:
        return Reading(None, [f"This scenario is of another version: this page reads version {VERSION}."])
    unknown = sorted(set(held) - PARTS - {"kind", "version"})
    found = [f"The file has “{_shown(name)}”, which this page does not know: take it out." for name in unknown]
    found += [*_plain(held), *_counts(held, "funded", FUNDED, MOST_FUNDED)]
    found += [*_counts(held, "pipeline", Pipeline._fields, MOST_PEOPLE), *_assumed(held.get("assumptions"))]
    return Reading(None, found) if found else Reading(_scenario(held), [])


def is_name(name: Any) -> bool:
    """Whether it is a name that can be shown as it is: it cannot be a link or a mark-up."""
    return isinstance(name, str) and len(name) <= LONGEST_NAME and bool(NAME.fullmatch(name))


def _scenario(held: dict[str, Any]) -> Scenario:
    values = {name: Span(**held["assumptions"][name]) for name in SHIPPED}
    funded = {lever: held["funded"][lever] for lever in FUNDED}
    return Scenario(
        held["name"], held["horizon_years"], held["is_limited_on"], funded, Pipeline(**held["pipeline"]), values
    )


def _plain(held: dict[str, Any]) -> list[str]:
    found = [] if is_name(held.get("name")) else [f"“name” must be {NAMES}."]
    if not _is_whole(held.get("horizon_years"), *HORIZONS):
        found.append(f"“horizon_years” must be a whole number from {HORIZONS[0]} to {HORIZONS[1]}.")
    if not isinstance(held.get("is_limited_on"), bool):
        found.append("“is_limited_on” must be true or false.")
    return found


def _counts(held: dict[str, Any], part: str, names: tuple[str, ...], most: int) -> list[str]:
    given = held.get(part)
    if not isinstance(given, dict):
        return [f"“{part}” is missing: it holds {', '.join(names)}."]
    found = [
        f"“{part}” has “{_shown(name)}”, which this page does not know." for name in sorted(set(given) - set(names))
    ]
    wrong = [name for name in names if not _is_whole(given.get(name), 0, most)]
    return found + [f"“{name}” of “{part}” must be a whole number from 0 to {most:,}." for name in wrong]


def _assumed(given: Any) -> list[str]:
    if not isinstance(given, dict):
        return ["“assumptions” is missing: each has low, likely and high."]
    found = [f"“{_shown(name)}” is no assumption of this page." for name in sorted(set(given) - set(SHIPPED))]
    for name in SHIPPED:
        span = given.get(name)
        if not isinstance(span, dict) or set(span) != set(Span._fields) or not all(map(_is_number, span.values())):
            found.append(f"“{name}” ({NAMED[name].label}) needs three numbers: low, likely and high.")
        else:
            found += problems(name, Span(**span))
    return found


def _shown(name: str) -> str:
    """What a file calls something, without anything that could be a mark-up."""
    return re.sub(r"[^\w ]", "?", name[:40])


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_whole(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
