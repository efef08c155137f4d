"""Register exhibits by name, and build one from its name and the parameters of an address.

A topic has one View a page: the address of the page, how its choices are read, and the sentence that answers it. Each
of its exhibits has a public name (`shortage.county_map`), and the key under which its page shows it, which briefings
and saved links hold.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.exhibits.model import Exhibit
from data.errors import AtlasError

Build = Callable[[Desk, Any], Exhibit | None]


class ChoiceError(AtlasError):
    """A parameter or a value that an exhibit does not take; the message says what it takes."""


class View(NamedTuple):
    """A page as its exhibits need it: its address, its title in the menu, and how its choices are read.

    `read` makes the choices of an address. `parameters` are the names in the address that the page listens to.
    `answer` is the sentence over the exhibits, "" where there is none. `stated` is the key of the exhibit that the
    answer states. `has_exact` is True where staff see exact counts of people on the page.
    """

    address: str
    title: str
    parameters: tuple[str, ...]
    read: Callable[[Desk, Address], Any]
    answer: Callable[[Desk, Any], str]
    stated: str = ""
    has_exact: bool = False


class Registered(NamedTuple):
    """An exhibit: its public name, its view, its key there, and what builds it from choices (None: nothing to show).

    `is_staff` is True for exact counts of people, which leave by no other way than the staff's own page.
    """

    name: str
    view: View
    key: str
    build: Build
    is_staff: bool = False


class Built(NamedTuple):
    """An exhibit with what a briefing says of it: the page's answer, and the choices that the page listened to."""

    exhibit: Exhibit
    answer: str
    choices: tuple[tuple[str, str], ...]


BY_NAME: dict[str, Registered] = {}
BY_KEY: dict[tuple[str, str], Registered] = {}
VIEWS: dict[str, View] = {}


def exhibit(view: View, name: str, key: str, *, is_staff: bool = False) -> Callable[[Build], Build]:
    """Register the function that builds an exhibit under its public name, and under its key on its page."""

    def register(build: Build) -> Build:
        """The function itself, now known by its name."""
        registered = Registered(name, view, key, build, is_staff)
        BY_NAME[name] = BY_KEY[view.address, key] = registered
        VIEWS[view.address] = view
        return build

    return register


def also(view: View, build: Build, key: str) -> None:
    """Register that another page shows a registered exhibit, too, with choices that have all it needs."""
    registered = next(one for one in BY_NAME.values() if one.build is build)
    BY_KEY[view.address, key] = registered._replace(view=view, key=key)
    VIEWS[view.address] = view


def at(desk: Desk, view: str, key: str, query: Sequence[tuple[str, str]]) -> Built | None:
    """What a page shows under a key with the choices of an address; None where it shows nothing there.

    Values of the address that cannot be used are passed over, as the page does.
    """
    registered = BY_KEY.get((view, key))
    if registered is None or registered.is_staff:
        return None
    choices = registered.view.read(desk, Address(dict(query)))
    made = registered.build(desk, choices)
    if made is None:
        return None
    heard = tuple(part for part in query if part[0] in registered.view.parameters)
    return Built(made, registered.view.answer(desk, choices), heard)


def build(desk: Desk, name: str, query: Mapping[str, str | Sequence[str]]) -> Exhibit:
    """The exhibit of that name with the choices of `query`.

    Raises ChoiceError for a name, parameter or value that does not exist, for exact counts of people, and where there
    is nothing to show with these choices.
    """
    registered = BY_NAME.get(name)
    if registered is None:
        raise ChoiceError(f"There is no exhibit {name!r}; there are {', '.join(sorted(BY_NAME))}.")
    if registered.is_staff:
        raise ChoiceError(f"{name} has exact counts of people: open it on its page, at staff level.")
    unknown = [one for one in query if one not in registered.view.parameters]
    if unknown:
        takes = ", ".join(registered.view.parameters)
        raise ChoiceError(f"{name} has no parameter {unknown[0]!r}; it takes {takes}.")
    address = Address(query)
    choices = registered.view.read(desk, address)
    if address.problems:
        raise ChoiceError(address.problems[0])
    made = registered.build(desk, choices)
    if made is None:
        raise ChoiceError(f"{name} shows nothing with these choices: try others.")
    return made
