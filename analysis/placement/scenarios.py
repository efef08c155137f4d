"""What can a reader set of a placement? A named scenario, written to a file and read back, or refused with reasons."""

from typing import Any, NamedTuple

from analysis.placement import cohort, timeline
from analysis.placement.cohort import EXAMPLE, MOST_GROUPS, Group
from analysis.placement.outcomes import POINTS
from analysis.placement.timeline import Clock
from analysis.placement.worth import EFFECTS, Plan, Weights
from analysis.scenarios.files import NAMES, held, is_name, is_number, is_whole, shown, text, unknown

KIND, VERSION = "physician-gap-atlas-placement", 1
TARGETS = ("designation", "3500", "3000", "2000", "median")
MOST_IN_AREA, LEAST_IN_REGION = (1, 10), (0, 5)
# The most in each region; None: as many as may be.
MOST_IN_REGION = (*range(1, 21), 25, 30, 40, 50, 75, 100, 150, 200, 300, None)
WEIGHTS = {"language": 2.0, "score": 2.0, "rural": 2.0, "last_share": 1.0}
HANDS = ("pin", "forbid")
PARTS = {"name", "state", "counts", "target", "fairness", "cohort", "is_limited_licence", "most_in_area"}
PARTS |= {"least_in_region", "most_in_region", "weights", "by_hand", "years"}


class Scenario(NamedTuple):
    """All that a reader can set: numbers and codes, and no person.

    point: of the compromises, 0 for most worth. The plan holds one choice by hand at most.
    """

    name: str = "As the page starts"
    state: str = "Minnesota"
    target: str = "designation"
    point: int = 0
    groups: tuple[Group, ...] = EXAMPLE
    plan: Plan = Plan()
    clock: Clock = Clock()


class Reading(NamedTuple):
    """The scenario of a file; or none, and a sentence for each problem."""

    scenario: Scenario | None
    problems: list[str]


def written(scenario: Scenario) -> str:
    """The scenario as JSON, which `read` takes back unchanged."""
    plan = scenario.plan
    parts: dict[str, Any] = {"name": scenario.name, "state": scenario.state, "counts": plan.effect}
    parts |= {"target": scenario.target, "fairness": scenario.point + 1}
    parts |= {"cohort": cohort.written(scenario.groups), "is_limited_licence": plan.is_limited_licence}
    parts |= {"most_in_area": plan.capacity, "least_in_region": plan.minimum, "most_in_region": plan.maximum}
    parts |= {"weights": plan.weights._asdict(), "by_hand": _hand(plan)}
    return text(KIND, VERSION, parts | {"years": timeline.parts(scenario.clock)})


def read(file: bytes, states: list[str]) -> Reading:
    """A scenario from the bytes of a file, of one of these states: whole, or refused with every problem it has."""
    parts, problem = held(file, KIND, VERSION)
    if parts is None:
        return Reading(None, [problem])
    found = [*unknown(parts, PARTS), *_plain(parts, states), *_limits(parts), *_weighed(parts.get("weights"))]
    found += [*_cohort(parts.get("cohort")), *_by_hand(parts), *timeline.problems(parts.get("years"))]
    return Reading(None, found) if found else Reading(_scenario(parts), [])


def _hand(plan: Plan) -> dict[str, Any] | None:
    for choice, pairs in zip(HANDS, (plan.pins, plan.forbidden), strict=True):
        for group, area in pairs:
            return {"choice": choice, "group": group + 1, "area_id": area}
    return None


def _scenario(parts: dict[str, Any]) -> Scenario:
    plan = Plan(
        effect=parts["counts"],
        weights=Weights(**{name: float(weight) for name, weight in parts["weights"].items()}),
        capacity=parts["most_in_area"],
        minimum=parts["least_in_region"],
        is_limited_licence=parts["is_limited_licence"],
        maximum=parts["most_in_region"],
    )
    hand = parts["by_hand"]
    if hand:
        chosen = ((hand["group"] - 1, hand["area_id"]),)
        plan = plan._replace(pins=chosen) if hand["choice"] == "pin" else plan._replace(forbidden=chosen)
    groups = cohort.read(parts["cohort"]).groups
    clock = timeline.read(parts["years"])
    return Scenario(parts["name"], parts["state"], parts["target"], parts["fairness"] - 1, groups, plan, clock)


def _plain(parts: dict[str, Any], states: list[str]) -> list[str]:
    found = [] if is_name(parts.get("name")) else [f"“name” must be {NAMES}."]
    for part, known, said in (
        ("state", states, "a state or territory as the page names it"),
        ("counts", tuple(EFFECTS), f"one of {', '.join(EFFECTS)}"),
        ("target", TARGETS, f"one of {', '.join(TARGETS)}"),
    ):
        if not isinstance(parts.get(part), str) or parts[part] not in known:
            found.append(f"“{part}” must be {said}.")
    if not isinstance(parts.get("is_limited_licence"), bool):
        found.append("“is_limited_licence” must be true or false.")
    return found


def _limits(parts: dict[str, Any]) -> list[str]:
    ranges = {"most_in_area": MOST_IN_AREA, "least_in_region": LEAST_IN_REGION, "fairness": (1, POINTS)}
    found = [
        f"“{part}” must be a whole number from {least} to {most}."
        for part, (least, most) in ranges.items()
        if not is_whole(parts.get(part), least, most)
    ]
    whole = [most for most in MOST_IN_REGION if most]
    most = parts.get("most_in_region", "")
    if most is not None and not (is_whole(most, whole[0], whole[-1]) and most in whole):
        told = f"{', '.join(map(str, whole[20:]))}"
        found.append(f"“most_in_region” must be null for no limit, or one of 1 to {whole[19]}, {told}.")
    return found


def _weighed(given: Any) -> list[str]:
    if not isinstance(given, dict):
        return [f"“weights” is missing: it holds {', '.join(WEIGHTS)}."]
    found = [
        f"“weights” has “{shown(name)}”, which this page does not know." for name in sorted(set(given) - {*WEIGHTS})
    ]
    for name, most in WEIGHTS.items():
        if not is_number(given.get(name)) or not 0 <= given[name] <= most:
            found.append(f"“{name}” of “weights” must be a number from 0 to {most:g}.")
    return found


def _cohort(given: Any) -> list[str]:
    if isinstance(given, str) and not cohort.read(given).problem:
        return []
    return [f"“cohort” must be up to {MOST_GROUPS} groups, as in 4-fm-spa-lic.2-im-none-res, or none."]


def _by_hand(parts: dict[str, Any]) -> list[str]:
    given = parts.get("by_hand", "")
    if given is None:
        return []
    if not isinstance(given, dict) or set(given) != {"choice", "group", "area_id"}:
        return ["“by_hand” must be null, or hold choice, group and area_id."]
    found = [] if given["choice"] in HANDS else [f"“choice” of “by_hand” must be one of {', '.join(HANDS)}."]
    if _cohort(parts.get("cohort")) == []:
        count = len(cohort.read(parts["cohort"]).groups)
        if not is_whole(given["group"], 1, count):
            found.append(f"“group” of “by_hand” must be one of the cohort, from 1 to {count}.")
    lost = "“area_id” of “by_hand” must be the code of an area."
    return found if isinstance(given["area_id"], str) else [*found, lost]
