"""Names from the data are shown in figures as text, never as a link or a tag."""

import pandas as pd
import pytest

from analysis.charts import bars, map_frames, scatter
from analysis.charts.legend import KINDS
from analysis.charts.scatter import Seen
from analysis.documents.svg import canvas
from analysis.explore import charts as explore_charts
from analysis.wording import numbers
from analysis.wording.measures import MEASURES

LINK = '<a href="https://example.org">Elm & Oak</a>'
SHOWN = '&lt;a href="https://example.org"&gt;Elm &amp; Oak&lt;/a&gt;'
ROWS = pd.DataFrame({"county": LINK, "poverty_share": [0.1, 0.2, 0.3, 0.9], "svi": [0.1, 0.2, 0.3, 0.1]})
ROWS = ROWS.assign(county_fips=["1", "2", "3", "4"], region=LINK)
AXES = Seen("poverty_share", "svi", "county")
POINTS = pd.DataFrame({"time": [2020, 2021], "series": LINK, "value": [1.0, 2.0], "vintage": ""})
SITES = pd.DataFrame({"place": [LINK], "city": "Elm", "longitude": 1.0, "latitude": 2.0})
DRAWN = {
    "scatter": lambda: scatter.figure(ROWS, AXES, scatter.fit(ROWS["poverty_share"], ROWS["svi"])),
    "panels": lambda: explore_charts.panels(ROWS, AXES, "region"),
    "lines": lambda: explore_charts.lines(POINTS, "people"),
    "bars": lambda: bars.ranked_bars(ROWS, [LINK] * 4, MEASURES["poverty_share"], height=100),
    "sites": lambda: map_frames.points(SITES, next(iter(KINDS.values()))),
    "cities": lambda: map_frames.cities([(LINK, 1.0, 2.0, "middle center")]),
}


def texts(part):
    """Every text of a figure, wherever it stands."""
    if isinstance(part, str):
        return [part]
    inside = part.values() if isinstance(part, dict) else part if isinstance(part, (list, tuple)) else []
    return [text for one in inside for text in texts(one)]


@pytest.mark.parametrize("name", DRAWN)
def test_a_name_is_shown_as_it_is_written(name):
    shown = "\n".join(texts(DRAWN[name]()))
    assert SHOWN in shown
    assert "<a" not in shown


def test_a_long_name_keeps_its_lines_and_documents_its_signs():
    assert bars.wrapped("Elm & <b>Oak</b>", 6) == "Elm &amp;<br>&lt;b&gt;Oak&lt;/b&gt;"
    assert bars.wrapped("", 6) == ""
    assert canvas.lines(numbers.plain(LINK)) == [[canvas.Run(LINK)]]
