"""How long until physicians practice, and how long do they stay? What a reader assumes, and how a file holds it."""

from typing import Any, NamedTuple

from analysis.lever_assumptions import SHIPPED
from analysis.scenario_files import is_number, is_whole, shown

MOST_YEARS, MOST_OBLIGATION = 12.0, 10
SHARES = ("accepted", "finishes", "leaves", "stays", "limited_stays", "trains_there")
# Years of service owed, by the kind of physician; 0: nothing is owed, so nothing ends.
OWED = {
    "res": "obligation_years",
    "sta": "obligation_years",
    "app": "obligation_years",
    "j1": "waiver_years",
    "lic": "licensed_years",
}
WHOLE = tuple(dict.fromkeys(OWED.values()))
Range = tuple[float, float]


def _shipped(name: str) -> Range:
    return SHIPPED[name].low, SHIPPED[name].high


class Clock(NamedTuple):
    """Years until practice by stage, and the shares who are accepted, finish, leave in a year, or stay afterwards.

    Each but the years owed a lowest and a highest; where the policy levers assume the same, it is theirs. A limited
    license lasts its years, and then `limited_stays` are fully licensed and stay. `trains_there`: of residents.
    """

    res: Range = (0.0, 3.5)
    sta: Range = (3.5, 5.0)
    app: Range = (4.5, 8.0)
    lim: Range = _shipped("limited_wait_years")
    j1: Range = (0.0, 1.0)
    lic: Range = (0.0, 0.5)
    accepted: Range = (0.5, 0.8)
    finishes: Range = _shipped("completes_share")
    leaves: Range = _shipped("leaves_share")
    stays: Range = _shipped("staying_share")
    limited_years: Range = _shipped("limited_years")
    limited_stays: Range = _shipped("limited_staying_share")
    trains_there: Range = _shipped("train_there_share")
    obligation_years: int = 5
    waiver_years: int = 3
    licensed_years: int = 0


def parts(clock: Clock) -> dict[str, Any]:
    """The clock as a file has it."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in clock._asdict().items()}


def read(given: dict[str, Any]) -> Clock:
    """The clock of a file without problems."""
    ends = {name: (float(pair[0]), float(pair[1])) for name, pair in given.items() if name not in WHOLE}
    return Clock(**ends, **{name: given[name] for name in WHOLE})


def problems(given: Any) -> list[str]:
    """What is wrong with the clock of a file, a sentence each; [] if it can be read."""
    if not isinstance(given, dict):
        return [f"“years” is missing: it holds {', '.join(Clock._fields)}."]
    found = [
        f"“years” has “{shown(name)}”, which this page does not know." for name in sorted({*given} - {*Clock._fields})
    ]
    for name in Clock._fields:
        most = 1.0 if name in SHARES else MOST_YEARS
        if name in WHOLE:
            if not is_whole(given.get(name), 0, MOST_OBLIGATION):
                found.append(f"“{name}” of “years” must be a whole number from 0 to {MOST_OBLIGATION}.")
        elif not _is_range(given.get(name), most):
            found.append(f"“{name}” of “years” must be a lowest and a highest, from 0 to {most:g}.")
    return found


def _is_range(ends: Any, most: float) -> bool:
    is_pair = isinstance(ends, list) and len(ends) == 2 and all(map(is_number, ends))
    return is_pair and 0 <= ends[0] <= ends[1] <= most
