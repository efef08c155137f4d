"""What a page shows and what the registry builds for the same address, to be held against each other."""

import json

from analysis.catalog import exhibits as catalog_exhibits
from analysis.exhibits import registry
from pages.kit.cache import DESK

assert catalog_exhibits.MODULES


def built(view, key, **query):
    """The exhibit that the registry builds for an address; None where there is nothing to show."""
    made = registry.at(DESK, view, key, tuple(query.items()))
    return made and made.exhibit


def plain(figure):
    """A figure as JSON without the ids that Plotly makes up."""
    return json.dumps(figure, default=str, sort_keys=True)
