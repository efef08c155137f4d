"""Is a name out of the data only ever text in a figure, never a link or a tag?"""

import pandas as pd
import pytest

from analysis import charts, explore_charts, overlays, pathway_charts, scatter, words
from analysis.documents import markup
from analysis.legend import KINDS
from analysis.measures import MEASURES
from analysis.scatter import Seen

LINK = '<a href="https://example.org">Elm & Oak</a>'
SHOWN = '&lt;a href="https://example.org"&gt;Elm &amp; Oak&lt;/a&gt;'
ROWS = pd.DataFrame({"county": LINK, "poverty_share": [0.1, 0.2, 0.3, 0.9], "svi": [0.1, 0.2, 0.3, 0.1]})
ROWS = ROWS.assign(county_fips=["1", "2", "3", "4"], region=LINK)
SEEN = Seen("poverty_share", "svi", "county")
POINTS = pd.DataFrame({"time": [2020, 2021], "series": LINK, "value": [1.0, 2.0], "vintage": ""})
SITES = pd.DataFrame({"place": [LINK], "city": "Elm", "longitude": 1.0, "latitude": 2.0})
DRAWN = {
    "scatter": lambda: scatter.figure(ROWS, SEEN, scatter.fit(ROWS["poverty_share"], ROWS["svi"])),
    "panels": lambda: explore_charts.panels(ROWS, SEEN, "region"),
    "lines": lambda: explore_charts.lines(POINTS, "people"),
    "bars": lambda: charts.ranked_bars(ROWS, [LINK] * 4, MEASURES["poverty_share"], height=100),
    "sites": lambda: overlays.points(SITES, next(iter(KINDS.values()))),
    "cities": lambda: overlays.cities([(LINK, 1.0, 2.0, "middle center")]),
}


def texts(part):
    """Every text of a figure, wherever it stands."""
    if isinstance(part, str):
        return [part]
    inside = part.values() if isinstance(part, dict) else part if isinstance(part, (list, tuple)) else []
    return [text for one in inside for text in texts(one)]


@pytest.mark.parametrize("name", DRAWN)
def test_a_name_is_shown_as_it_is_written(name):
    told = "\n".join(texts(DRAWN[name]()))
    assert SHOWN in told
    assert "<a" not in told


def test_a_long_name_keeps_its_lines_and_documents_its_signs():
    assert pathway_charts.wrapped("Elm & <b>Oak</b>", 6) == "Elm &amp;<br>&lt;b&gt;Oak&lt;/b&gt;"
    assert pathway_charts.wrapped("", 6) == ""
    assert markup.lines(words.plain(LINK)) == [[markup.Run(LINK)]]
