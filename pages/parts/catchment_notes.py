"""What an answer about care within reach is made of, and what it leaves out."""

from typing import Any

from analysis import access_sentences, care
from analysis import physicians as counted
from analysis.supplies import Catchment, named, of_physicians
from pages.parts import own_times, physician_choice
from pages.parts.answers import ask
from pages.parts.choice import Place
from pages.parts.reaching import error

# What the answer is made of besides the supply: people across the line.
ABOUT = ("population", "center_latitude")
HOME = "MN"


def physicians() -> dict[str, str]:
    """The specialties of the count of physicians that other pages show, by the name of their supply."""
    counter = physician_choice.first()
    if counter is None:
        return {}
    rows = ask(counted.by_specialty, supply=counter.source_id, state=HOME)
    kinds = [of_physicians(counter.source_id, code) for code in rows["specialty"][rows["counties_counted"] > 0]]
    return {kind: named(kind).label for kind in kinds}


def note(place: Place, catchment: Catchment) -> str:
    """What is left out, and what is across the line."""
    if named(catchment.supply).source:
        return caveat(catchment)
    noun = "hospitals" if "hospital" in named(catchment.supply).columns else named(catchment.supply).noun
    what = (
        "where they stand, or how many beds they have,"
        if "beds" in named(catchment.supply).columns
        else "where they stand"
    )
    told = [error(), access_sentences.left_out(_left(place.state, catchment), noun, place.name, what)]
    told += [] if own_times.is_used() else [access_sentences.NEIGHBORS]
    return " ".join(part for part in told if part)


def caveat(catchment: Catchment) -> str:
    """How wrong minutes may be; of physicians where they are taken to stand, and whom the count leaves out."""
    return " ".join(filter(None, (error(), centers(catchment))))


def centers(catchment: Catchment) -> str:
    """Where physicians of a count are taken to stand, and whom it leaves out; "" for other care."""
    if not named(catchment.supply).source:
        return ""
    sites = ask(care.destinations, supply=catchment.supply)
    return access_sentences.at_centers(sites, _left(HOME, catchment), is_closed=own_times.is_used())


def about(catchment: Catchment) -> tuple[str, ...]:
    """Columns that the sources of an answer are known by."""
    return (*named(catchment.supply).columns, *(() if own_times.is_used() else ABOUT))


def _left(state: str | None, catchment: Catchment) -> Any:
    return next(ask(care.left_out, supply=catchment.supply, state=state).itertuples())
