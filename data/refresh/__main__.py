"""The current official files over the embedded figures: downloaded, checked, and in use only once a build holds them.

    python -m data.refresh                          every source that has an address
    python -m data.refresh census_saipe cdc_svi     these
        --address URL                               from there, from now on ("" for the one in sources.toml again)
        --file PATH                                 a file that was downloaded by hand
        --as-of YYYY-MM-DD                          the day of its figures, where the file does not say
        --any-size                                  though it is much smaller, or has far more rows, than the one before
        --allow-http                                from an address that is not encrypted
        --dry-run                                   downloads and checks, and puts nothing in use
    python -m data.refresh --list                   each source, its address, what is in use
    python -m data.refresh --forget [SOURCE ...]    the embedded figures again, of these or of all

Whatever goes wrong, the figures in use go on serving. What has come of a file that broke off is kept, and the next
refresh goes on from there. Proxies are those of HTTPS_PROXY, HTTP_PROXY and NO_PROXY.
"""

import argparse
import sys
from pathlib import Path

from data import dates, loaded
from data import registry as data_registry
from data.errors import AtlasError, SourceError
from data.refresh import run, source
from data.refresh.download import Limits, allow
from data.refresh.recipes import RECIPES
from data.refresh.source import Order


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m data.refresh", description="Load the current official files.")
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="which, by their names in --list (all)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="each source, its address and what is in use")
    what.add_argument("--forget", action="store_true", help="the embedded figures again")
    what.add_argument("--dry-run", action="store_true", help="download and check only")
    parser.add_argument("--address", metavar="URL", help="where the file is, from now on")
    parser.add_argument("--file", type=Path, metavar="PATH", help="a file that was downloaded by hand")
    parser.add_argument("--as-of", type=dates.given, metavar="DATE", help="the day of its figures")
    parser.add_argument("--any-size", action="store_true", help="though it is much smaller or larger than before")
    parser.add_argument("--allow-http", action="store_true", help="from an address that is not encrypted")
    told = parser.parse_args(arguments)
    known = RECIPES | data_registry.embedded() | data_registry.loadable() if told.forget else RECIPES
    for name in told.sources:
        if name not in known:
            parser.error(f"{name} is no source that can be refreshed: {', '.join(sorted(RECIPES))}")
    if (told.address is not None or told.file or told.as_of) and len(told.sources) != 1:
        parser.error("--address, --file and --as-of are of one source: name it")
    return told


def main(arguments: list[str]) -> int:
    """Refresh from the command line; a line on each source, or on what to do. 1 if anything went wrong."""
    told = _parsed(arguments)
    try:
        return _done(told)
    except AtlasError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(
            "\nStopped. What has come is kept: refresh again to go on. The figures in use go on serving.",
            file=sys.stderr,
        )
        return 130


def _done(told: argparse.Namespace) -> int:
    limits = Limits(is_plain_allowed=told.allow_http)
    if told.address is not None:
        if told.address:
            allow(told.address, limits)
        source.keep_address(told.sources[0], told.address)
    if told.list:
        print("\n".join(run.listed(RECIPES, told.sources)))
        return 0
    if told.forget:
        for name in told.sources:
            if name not in loaded.records():
                raise SourceError(f"{name} is not loaded: there is nothing to forget.")
        print(run.forget(told.sources))
        return 0
    order = Order(told.file, told.as_of, told.any_size, limits)
    return run.refresh(RECIPES, told.sources, order, is_dry=told.dry_run)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
