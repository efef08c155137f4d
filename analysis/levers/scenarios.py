"""Which assumptions has a reader made? A named scenario, written to a file and read back, or refused with reasons."""

from typing import Any, NamedTuple

from analysis.levers.assumptions import LEVERS, NAMED, SHIPPED, Span, problems
from analysis.levers.timeline import Pipeline
from analysis.scenarios.files import NAMES, held, is_name, is_number, is_whole, shown, text, unknown

KIND, VERSION = "physician-gap-atlas-levers", 1
FUNDED = tuple(lever for lever in LEVERS if lever != "immigration")
MOST_FUNDED, MOST_PEOPLE = 1_000, 10_000
HORIZONS = (1, 30)
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
    parts: dict[str, Any] = {"name": scenario.name}
    parts |= {"horizon_years": scenario.horizon_years, "is_limited_on": scenario.is_limited_on}
    parts |= {"funded": scenario.funded, "pipeline": scenario.pipeline._asdict()}
    parts |= {"assumptions": {name: span._asdict() for name, span in scenario.values.items()}}
    return text(KIND, VERSION, parts)


def read(file: bytes) -> Reading:
    """A scenario from the bytes of a file: taken whole, or refused with every problem that it has."""
    parts, problem = held(file, KIND, VERSION)
    if parts is None:
        return Reading(None, [problem])
    found = [*unknown(parts, PARTS), *_plain(parts), *_counts(parts, "funded", FUNDED, MOST_FUNDED)]
    found += [*_counts(parts, "pipeline", Pipeline._fields, MOST_PEOPLE), *_assumed(parts.get("assumptions"))]
    return Reading(None, found) if found else Reading(_scenario(parts), [])


def _scenario(parts: dict[str, Any]) -> Scenario:
    values = {name: Span(**parts["assumptions"][name]) for name in SHIPPED}
    funded = {lever: parts["funded"][lever] for lever in FUNDED}
    return Scenario(
        parts["name"], parts["horizon_years"], parts["is_limited_on"], funded, Pipeline(**parts["pipeline"]), values
    )


def _plain(parts: dict[str, Any]) -> list[str]:
    found = [] if is_name(parts.get("name")) else [f"“name” must be {NAMES}."]
    if not is_whole(parts.get("horizon_years"), *HORIZONS):
        found.append(f"“horizon_years” must be a whole number from {HORIZONS[0]} to {HORIZONS[1]}.")
    if not isinstance(parts.get("is_limited_on"), bool):
        found.append("“is_limited_on” must be true or false.")
    return found


def _counts(parts: dict[str, Any], part: str, names: tuple[str, ...], most: int) -> list[str]:
    given = parts.get(part)
    if not isinstance(given, dict):
        return [f"“{part}” is missing: it holds {', '.join(names)}."]
    found = [
        f"“{part}” has “{shown(name)}”, which this page does not know." for name in sorted(set(given) - set(names))
    ]
    wrong = [name for name in names if not is_whole(given.get(name), 0, most)]
    return found + [f"“{name}” of “{part}” must be a whole number from 0 to {most:,}." for name in wrong]


def _assumed(given: Any) -> list[str]:
    if not isinstance(given, dict):
        return ["“assumptions” is missing: each has low, likely and high."]
    found = [f"“{shown(name)}” is no assumption of this page." for name in sorted(set(given) - set(SHIPPED))]
    for name in SHIPPED:
        span = given.get(name)
        if not isinstance(span, dict) or set(span) != set(Span._fields) or not all(map(is_number, span.values())):
            found.append(f"“{name}” ({NAMED[name].label}) needs three numbers: low, likely and high.")
        else:
            found += problems(name, Span(**span))
    return found
