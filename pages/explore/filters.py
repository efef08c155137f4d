"""What does the reader want to explore? Rows, place and filters in the sidebar."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from analysis.access.supplies import SUPPLIES
from analysis.explore import query, subjects
from analysis.explore.query import RURAL_CLASS, Cut, Figure, Filter, Where
from analysis.explore.subjects import Subject, begun
from analysis.methods import queries as methods_queries
from analysis.participants import queries as participants_queries
from analysis.place.choices import CLASSES_OF, RURAL, STATUS, TYPE
from analysis.place.choices import RURAL_CLASS as CLASSES
from analysis.query import run as query_run
from analysis.query.selection import DISCIPLINES
from analysis.scenarios.files import shown
from analysis.wording import columns as wording_columns
from analysis.wording import disciplines, numbers
from pages.kit import url_state
from pages.kit.cache import ask, explored
from pages.kit.place import URL, Place

MOST_VALUES = 200
FIRST = ("discipline", "specialty", "specialty_group")


class Sought(NamedTuple):
    """What is explored: the place, the rows, the cut to begin with, its own columns and those that it can reach."""

    place: Place
    subject: Subject
    cut: Cut
    columns: list[str]
    reach: list[str]
    is_of_place: bool = True

    @property
    def where(self) -> str:
        """The place that rows are of, as a sentence begins with it; all there is where they have no state."""
        return self.place.name if self.is_of_place else "all that is loaded"

    @property
    def every(self) -> list[str]:
        """All columns, its own first."""
        return [*self.columns, *self.reach]

    @property
    def is_by_county(self) -> bool:
        """Whether each row is a county, once."""
        return self.subject.one == "county" and "county_fips" in self.columns and not query.doubled(self.cut)


def sought(place: Place, said: list[str]) -> Sought:
    """What the sidebar says now; what the address cannot have goes into `said`."""
    every = subjects.every(ask(methods_queries.tables)["table_name"].tolist())
    labels = {name: subject.label for name, subject in every.items()}
    name = one("Rows of", labels, "rows_of", said)
    asked = query_run.parameters(name) if name in subjects.QUESTIONS else []
    params = tuple(_params(asked, said))
    bare = Cut(name, Where(state=place.state), params)
    columns = explored(query.columns, bare)
    reach = query.reachable(columns)
    known = [*columns, *reach, *asked]
    where = _where(place, "region" in known, RURAL_CLASS in [*reach, *asked], said)
    chosen_filters = filters(bare._replace(where=where), every[name], [*columns, *reach], said)
    cut = bare._replace(where=where, filters=tuple(chosen_filters))
    return Sought(place, every[name], cut, columns, reach, "state" in known)


def _params(asked: Sequence[str], said: list[str]) -> list[tuple[str, Any]]:
    """What the question is asked with besides the place."""
    choices = {
        "discipline": ("Discipline", {name: name.replace("_", " ").capitalize() for name in DISCIPLINES}),
        "status": ("Designation status", STATUS),
        "designation_type": ("Designation type", TYPE),
        "supply": ("Supply", {name: supply.label for name, supply in SUPPLIES.items()}),
    }
    told = [
        (name, one(label, options, f"q_{name}", said)) for name, (label, options) in choices.items() if name in asked
    ]
    if "language_group" in asked:
        told.append(("language_group", _held("county_language_group", "language_group", said)))
    if "place_level" in asked:
        told.append(("place_level", _held("place_list", "place_level", said)))
    if "dimension" in asked:
        names = dict.fromkeys(ask(participants_queries.groups)["dimension"])
        told.append(("dimension", one("Groups by", {name: name.capitalize() for name in names}, "q_dimension", said)))
    return told


def _held(table: str, column: str, said: list[str]) -> str:
    names = explored(query.values, Cut(table), column)
    label = wording_columns.explained(column).label
    start = subjects.CHOICES[column]
    return one(label, {name: name for name in names}, f"q_{column}", said, index=names.index(start))


def _where(place: Place, has_region: bool, has_rural: bool, said: list[str]) -> Where:
    """The region and the rural class, where rows have them."""
    region, definition, rural_class = None, "rucc_metro", None
    if place.regions and has_region:
        names = {None: "All regions"} | {name: name for name in place.regions}
        region = one("Region", names, "in_region", said)
    if has_rural:
        definitions = {name: label for name, label in RURAL.items() if place.state == "MN" or name != "seven_county"}
        definition = one("What counts as rural", definitions, "rural_as", said)
        classes = {None: "All counties"} | {name: CLASSES[name] for name in CLASSES_OF[definition]}
        rural_class = one("Rural or not", classes, "rural_is", said)
    return Where(place.state, region, definition, rural_class)


def nothing(sought: Sought) -> None:
    """What to say where no row is left, or where none is loaded."""
    others = [name for name in query.disciplines(sought.cut) if name != disciplines.PRIMARY_CARE]
    if len(others) == 1:
        area = disciplines.EVERY[others[0]].area
        st.info(f"No row of {area} shortage areas here. If none is loaded: {disciplines.how_to_load(others[0])}")
        return
    st.info(f"No row is left of “{sought.subject.label}” here. Take off a filter, or choose another state.")


def filters(bare: Cut, subject: Subject, columns: list[str], said: list[str]) -> list[Filter]:
    """What is kept of each column: first what rows count only one value of at a time, then any the reader names."""
    once: list[Filter] = []
    for column, start in subject.once:
        # Of the years, those of the source that is held, and so on.
        held = _once(bare._replace(filters=tuple(once)), column, start, said)
        once += [held] if held else []
    free = [name for name in columns if name not in dict(subject.once)]
    ordered = [*(name for name in FIRST if name in free), *(name for name in free if name not in FIRST)]
    named = several("Filter by", wording_columns.labels(ordered), "filter_by", said)
    return once + [kept for kept in (_kept(bare, name, said) for name in named) if kept]


def _once(bare: Cut, column: str, start: Any, said: list[str]) -> Filter | None:
    names = explored(query.values, bare, column)
    if not names:
        return None
    label = wording_columns.explained(column).label
    options = {name: str(name) for name in names} | {None: "All of them"}
    why = "Rows of two of these count the same thing twice: nothing is added up or averaged over them."
    picked = one(label, options, f"only_{column}", said, index=begun(start, names), help=why)
    return None if picked is None else Filter(column, "among", (picked,))


def _kept(bare: Cut, name: str, said: list[str]) -> Filter | None:
    column = wording_columns.explained(name)
    held = _between if column.type in ("BIGINT", "DOUBLE") else _values
    found = held(bare, name, said)
    unknown = st.toggle(f"Also where not known: {numbers.lower(column.label)}", key=f"u_{name}", bind=URL)
    if found is None:
        return None if unknown else Filter(name, "any")
    return found._replace(unknown=unknown)


def _values(bare: Cut, name: str, said: list[str]) -> Filter | None:
    label = wording_columns.explained(name).label
    names = explored(query.values, bare, name)
    if len(names) > MOST_VALUES:
        text = st.text_input(f"{label} contains", key=f"t_{name}", bind=URL, max_chars=80)
        return Filter(name, "contains", (text,)) if text else None
    options = {value: {True: "Yes", False: "No"}[value] if isinstance(value, bool) else str(value) for value in names}
    picked = several(label, options, f"v_{name}", said)
    return Filter(name, "among", tuple(picked)) if picked else None


def _between(bare: Cut, name: str, said: list[str]) -> Filter | None:
    ends = bare._replace(figures=(Figure(name, "min"), Figure(name, "max")))
    rows = explored(query.cut, ends).rows
    low, high = (rows.column(f"{name}__{how}")[0].as_py() for how in ("min", "max"))
    column = wording_columns.explained(name)
    if low is None or low == high:
        st.caption(f"{column.label}: {numbers.figure(low, column.unit)} in every row.")
        return None
    said += url_state.between(f"r_{name}", column.label, low, high, (low, high))
    picked = st.slider(
        column.label,
        low,
        high,
        (low, high),
        key=f"r_{name}",
        bind=URL,
        format="percent" if column.unit == "share" else None,
    )
    return Filter(name, "between", picked)


def one(label: str, options: Mapping[Any, str], key: str, said: list[str], **more: Any) -> Any:
    """One of the options, the first to begin with (or `index`); what the address cannot have said goes into `said`."""
    values = list(options)
    start = options[values[more.get("index", 0)]]
    said += _told(key, url_state.among(key, label, options.values(), start))
    return st.selectbox(
        label, values, format_func=lambda value: options.get(value, str(value)), key=key, bind=URL, **more
    )


def several(
    label: str, options: Mapping[Any, str], key: str, said: list[str], start: Sequence[Any] = (), **more: Any
) -> list[Any]:
    """Some of the options, in the order in which they were chosen."""
    known = set(options.values())
    lost = [given for given in st.query_params.get_all(key) if given and given not in known]
    if lost and key not in st.session_state:
        named = "”, “".join(shown(given) for given in lost)
        said.append(f"The address has “{named}” for “{label}”, which is none of its choices: it is left out.")
    return st.multiselect(
        label,
        list(options),
        default=[value for value in start if value in options],
        format_func=lambda value: options.get(value, str(value)),
        key=key,
        bind=URL,
        **more,
    )


def view(options: Mapping[str, str], key: str, said: list[str]) -> str:
    """One of a few ways to see it, side by side; the first where none is chosen."""
    names = list(options)
    said += _told(key, url_state.among(key, "See it as", options.values(), options[names[0]]))
    picked = st.segmented_control(
        "See it as", names, default=names[0], format_func=options.__getitem__, key=key, bind=URL, required=True
    )
    return picked or names[0]


def _told(key: str, sentences: list[str]) -> list[str]:
    """What to say of the address; nothing once the widget is there, for then what is left over was the reader's own."""
    return [] if key in st.session_state else sentences


def are_two(across: str, up: str) -> bool:
    """Whether two measures are two; if not, that is said."""
    if across != up:
        return True
    st.info("The same measure twice: choose another, or see it as bars.")
    return False
