"""What moved between two vintages, in sentences and tables written from the recorded numbers?"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from analysis.changes.tables import MEASURES, SIDES, Rows, has_moved, of, total
from analysis.wording import numbers
from data.updates.history import Step

NOTHING = (
    "Nothing was refreshed on this machine yet: `make refresh` downloads the current official files, and what changes "
    "with them is then told here."
)
NONE_MOVED = "No shortage area moved."
MATCHED = (
    "Areas are matched by HRSA’s ID where the file has one, else by name, state and type; one that HRSA renamed counts "
    "as no longer listed and gained. Where several areas share a name and changed, which became which is not certain."
)
SAID = {"gained": "gained", "lost": "no longer listed", "changed": "changed"}
PEOPLE = "People also change with newer population estimates."


def told(steps: list[Step]) -> Iterator[str]:
    """Every step in lines of text: its sentences, the states that moved, the sources."""
    if not steps:
        yield NOTHING
    for step in steps:
        yield f"{when(step)}:"
        yield from (f"  {sentence}" for sentence in sentences(step))
        for row in step.states:
            if has_moved(row):
                yield f"    {row['state_name']}, {_named(row['discipline'])}: {'; '.join(_differences(row))}"
        yield from (f"  {sentence}" for sentence in of_sources(step))


def when(step: Step) -> str:
    """When other figures came into use, in universal time."""
    if step.when is None:
        return "A time not known"
    return f"{step.when.day} {step.when:%B %Y}, {step.when:%H:%M:%S} UTC"


def sentences(step: Step) -> list[str]:
    """What moved in each discipline, or why that is not known; never empty."""
    if step.problem:
        return [step.problem]
    return [row["problem"] or _moved(step, row) for row in step.disciplines] or [NONE_MOVED]


def _moved(step: Step, row: dict[str, str | int]) -> str:
    areas = of(step.areas, row["discipline"])
    counts = Counter(area["change"] for area in areas)
    vintages = f"{row['vintage_before']} to {row['vintage_after']}"
    if row["vintage_before"] == row["vintage_after"]:
        vintages = f"{row['vintage_after']}, before and after"
    head = f"{_named(row['discipline']).capitalize()} ({vintages}): "
    if not areas:
        return f"{head}none of the {numbers.plural(row['areas_after'], 'area')} moved.{_short(step, row['discipline'])}"
    parts = [f"{counts[change]:,} {said}" for change, said in SAID.items() if counts[change]]
    if counts["changed"]:
        parts[-1] += _what(areas)
    if counts["not certain"]:
        sides = [sum(area[f"area_id_{side}"] is not None for area in _uncertain(areas)) for side in SIDES]
        parts.append(f"{sides[0]:,} before and {sides[1]:,} after not matched with certainty")
    known = counts["gained"] + counts["changed"] + sum(a["area_id_after"] is not None for a in _uncertain(areas))
    return (
        f"{head}{numbers.listed(parts)}; {numbers.plural(row['areas_after'] - known, 'area')} as before."
        f"{_short(step, row['discipline'])}"
    )


def _uncertain(areas: Rows) -> list[dict[str, Any]]:
    return [area for area in areas if area["change"] == "not certain"]


def _what(areas: Rows) -> str:
    """In brackets, what changed of how many areas; one area may have changed in several ways."""
    kinds = Counter(kind for area in areas for kind in (area["what"] or "").split(", ") if kind)
    said = ", ".join(f"{count:,} in {kind}" for kind, count in kinds.most_common())
    return f" ({said})" if said else ""


def _short(step: Step, discipline: str) -> str:
    whole = total(of(step.states, discipline))
    before, after = (whole[f"short_designated_{side}"] for side in SIDES)
    if before is None or after is None:
        return " How many physicians designated areas were short of is not known."
    if round(after - before, 1) == 0:
        return f" Designated areas are short {numbers.figure(after, 'FTE')} FTE, as before.{_people(whole)}"
    way = "up" if after > before else "down"
    ends = f"from {numbers.figure(before, 'FTE')} to {numbers.figure(after, 'FTE')} FTE"
    return f" What designated areas are short of went {way} {ends}.{_people(whole)}"


def _people(whole: dict[str, Any]) -> str:
    before, after = (whole[f"people_{side}"] for side in SIDES)
    if before is None or after is None or before == after:
        return ""
    more = "more" if after > before else "fewer"
    return (
        f" {numbers.people(abs(after - before))} {more} people live in them: {before:,.0f} before, {after:,.0f} after."
    )


def of_sources(step: Step) -> list[str]:
    """One sentence for each source that changed: its dates and its rows."""
    return [_source(row) for row in step.sources]


def _source(row: dict[str, str | int | None]) -> str:
    if row["as_of_before"] is None:
        dates = f"loaded for the first time ({row['as_of_after']})"
    elif row["as_of_after"] is None:
        dates = f"no longer loaded ({row['as_of_before']})"
    elif row["as_of_before"] == row["as_of_after"]:
        dates = f"another file of {row['as_of_after']}"
    else:
        dates = f"{row['as_of_before']} to {row['as_of_after']}"
    if "rows_after" not in row:
        return f"{row['title']}: {dates}."
    return (
        f"{row['title']}: {dates}; {numbers.plural(row['rows_before'], 'row')} before, {row['rows_after']:,} after, "
        f"{row['rows_changed']:,} of them new or changed."
    )


def _differences(row: dict[str, Any]) -> Iterator[str]:
    for name, (label, unit) in MEASURES.items():
        before, after = (row[f"{name}_{side}"] for side in SIDES)
        if before != after:
            said = [numbers.figure(figure, unit) for figure in (before, after)]
            said = [f"{figure:,.3f}" for figure in (before, after)] if said[0] == said[1] else said
            yield f"{label} {said[0]} to {said[1]}"


def _named(discipline: str) -> str:
    return discipline.replace("_", " ")
