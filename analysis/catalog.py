"""Which questions can be asked, and what can be chosen in each?"""

import inspect
from types import ModuleType

from analysis import (
    access,
    care,
    cliff,
    cohort,
    county,
    definitions,
    district,
    flags,
    language,
    methods,
    pathways,
    physician_groups,
    physicians,
    placement,
    questions,
    reach,
    shortage,
    supply,
)
from analysis.selection import Selection

MODULES: tuple[ModuleType, ...] = (
    shortage, definitions, cliff, placement, county, flags, district, language, pathways, cohort, care, reach, access,
    supply, physicians, physician_groups, methods,
)  # fmt: skip
# The parts of a choice that stand together in one argument.
CHOICES = {"selection": Selection, "choice": cohort.Choice, "catchment": supply.Catchment}
# A real county can have no area, no hospital, no flag.
MAY_BE_EMPTY = ("shortage.areas", "county.care", "county.flags", "county.regions", "cliff.", "cohort.", "language.")
MAY_BE_EMPTY += tuple(f"pathways.{name}" for name in ("landmark", "by_group", "groups", "waiting", "waits", "flows"))
MAY_BE_EMPTY += (
    "placement.places",
    "district.areas",
    "pathways.obligations",
    "pathways.figures",
    "access.",
    "care.",
    "reach.",
    "supply.",
    "physicians.",
    "physician_groups.",
)


def every() -> dict[str, questions.Question]:
    """The questions by name."""
    found = {}
    for module in MODULES:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                found[questions.name_of(function)] = function
    return found


def options(name: str) -> list[str]:
    """What can be chosen: the parameters of a question's SQL, and a choice that is made before it."""
    before = supply.Catchment._fields if "catchment" in inspect.signature(every()[name]).parameters else ()
    return [*questions.parameters(name), *before]


def listing() -> str:
    """One line a question: its name, its parameters and what it gives."""
    lines = []
    for name, question in every().items():
        told = (question.__doc__ or "").splitlines()[0]
        needs = " ".join(f"--{option}" for option in options(name))
        lines.append(f"{name:20} {told}\n{'':20} {needs or '(no options)'}")
    return "\n".join(lines)
