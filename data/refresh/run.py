"""A round over several sources: each brought by itself, all good ones put in use together, the others named."""

import sys
from collections.abc import Iterable, Mapping

from data import loaded, store
from data import registry as data_registry
from data.build import build as build_build
from data.errors import AtlasError, OfflineError, SourceError
from data.lock import alone
from data.refresh import source as refresh_source
from data.refresh import unpack
from data.refresh.download import Way
from data.refresh.progress import Progress
from data.refresh.recipes import Recipe
from data.refresh.source import Brought, Order
from data.updates import adopt

STAYS = "The figures in use go on serving."


def refresh(recipes: Mapping[str, Recipe], names: Iterable[str], order: Order, *, is_dry: bool = False) -> int:
    """Bring these sources (all with an address, if none is named) and put the good ones in use. Returns 0, or 1."""
    if store.published():
        raise SourceError("ATLAS_DATABASE names a published database, which is not built: unset it first.")
    with alone():
        return _refreshed(recipes, names, order, is_dry=is_dry)


def _refreshed(recipes: Mapping[str, Recipe], names: Iterable[str], order: Order, *, is_dry: bool) -> int:
    wanted = list(names) or [name for name in recipes if refresh_source.of(name)]
    good: dict[str, Brought] = {}
    failed: dict[str, AtlasError] = {}
    for name in wanted:
        try:
            found = _brought(name, recipes[name], order)
        except AtlasError as problem:
            failed[name] = problem
        else:
            good |= {name: found} if found else {}
    if is_dry:
        for name, found in good.items():
            print(f"{name}: {found.load.known['as_of_label']} is good; nothing was put in use (--dry-run).")
            refresh_source.drop(found)
    else:
        failed |= _adopted(good)
    return _told(failed)


def _brought(name: str, recipe: Recipe, order: Order) -> Brought | None:
    print(f"{name}: {order.file or refresh_source.of(name) or 'no address'}", flush=True)
    progress = Progress(name)
    way = Way(progress.tell, progress.show, order.pause)
    try:
        found = refresh_source.bring(name, recipe, order, way)
    finally:
        progress.close()
    if found is None:
        print(f"  nothing new: the very file that is in use ({data_registry.sources()[name].as_of_label})")
    return found


def _adopted(good: Mapping[str, Brought]) -> dict[str, AtlasError]:
    """Put in use, all at once; if that fails, one by one. Returns what could not be."""
    if not good:
        return {}
    try:
        _adopt(good)
    except AtlasError as problem:
        if len(good) > 1:
            print("  together they do not pass; one by one:", flush=True)
            return {name: why for one in good for name, why in _adopted({one: good[one]}).items()}
        for found in good.values():
            refresh_source.drop(found)
        return dict.fromkeys(good, problem)
    return {}


def _adopt(good: Mapping[str, Brought]) -> None:
    print("  building", flush=True)
    try:
        adopt.adopt(found.load for found in good.values())
    except OSError as problem:
        raise SourceError(unpack.unwritten(problem, loaded.folder() / "tables")) from None
    for name, found in good.items():
        refresh_source.keep_file(name, found)
        print(f"{name}: {found.load.known['as_of_label']} is in use.")


def _told(failed: Mapping[str, AtlasError]) -> int:
    if not failed:
        return 0
    offline = [name for name, problem in failed.items() if isinstance(problem, OfflineError)]
    if len(offline) == len(failed) > 1:
        print(f"This machine seems to be offline: no publisher can be found. {STAYS}", file=sys.stderr)
        return 1
    for name, problem in failed.items():
        print(f"{name}: {problem} {STAYS}", file=sys.stderr)
    return 1


def listed(recipes: Mapping[str, Recipe], names: Iterable[str]) -> list[str]:
    """Lines on each source: what it is, what is in use and since when, its address and the publisher's page."""
    known, given = data_registry.embedded() | data_registry.loadable(), refresh_source.kept()
    lines = []
    for name in list(names) or recipes:
        source, serving = known[name], data_registry.sources().get(name)
        where = "loaded" if name in loaded.records() else "embedded"
        in_use = f"{serving.as_of_label}, retrieved {serving.retrieved} ({where})" if serving else "nothing yet"
        yours = " (given by you)" if name in given else ""
        lines += [f"{name}: {source.title}", f"  in use: {in_use}"]
        lines += [f"  address: {refresh_source.of(name) or 'none known'}{yours}", f"  page: {source.url}"]
    return lines


def forget(names: Iterable[str]) -> str:
    """The embedded figures again, of these sources or of all. Returns a line that says so."""
    wanted = list(names)
    try:
        adopt.forget(wanted or list(loaded.records()))
    except SourceError:
        if wanted or store.published():
            raise
        # What is known of the sources is damaged: the figures that came with them go, whatever they were.
        with loaded.trying(""):
            build_build.build()
        loaded.point_at("")
    return f"{', '.join(wanted) or 'Every source'}: the embedded figures are in use again."
