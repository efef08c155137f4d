"""Does the printed brief hold together on its own, whatever is in the names?"""

import re
from html.parser import HTMLParser

import pandas as pd
import pytest

from analysis.county import brief
from analysis.county.brief import Block

HOSTILE = '<script>alert("1")</script> & Söhne'
VOID = {"meta", "path", "br"}


class Tags(HTMLParser):
    """Counts tags and keeps the text; a tag that is closed out of turn is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def parsed(page):
    tags = Tags()
    tags.feed(page)
    assert not tags.open
    return tags


def blocks(*rows):
    return [Block(f"Block {n}", frame, "None here.") for n, frame in enumerate(rows)]


def page(name="Elm County", rows=None, fips="27001"):
    frame = pd.DataFrame({"Area": ["Elm"], "FTE": ["4.2"]}) if rows is None else rows
    return brief.page(name, "Minnesota", "Short of 4.2.", blocks(*[frame] * 4), fips, "Source: HRSA.")


def test_the_brief_has_its_title_answer_blocks_and_sources():
    tags = parsed(page())
    text = "".join(tags.text)
    for part in ("Elm County, Minnesota", "Short of 4.2.", "Block 0", "Block 3", "Source: HRSA."):
        assert part in text
    assert tags.seen.count("table") == 4


def test_text_is_escaped_everywhere():
    rows = pd.DataFrame({HOSTILE: [HOSTILE]})
    hostile = brief.page(HOSTILE, HOSTILE, HOSTILE, [Block(HOSTILE, rows)] * 4, "27001", HOSTILE)
    tags = parsed(hostile)
    assert "script" not in tags.seen
    assert HOSTILE in "".join(tags.text)
    assert 'aria-label="&lt;script&gt;' in hostile


def test_the_brief_fetches_nothing_and_runs_nothing():
    text = page().lower()
    for foreign in ("http:", "https:", "//", "<script", "<link", "<img", "<iframe", "@import", "url(", "src="):
        assert foreign not in text
    assert not re.search(r"\son\w+=", text)


def test_a_block_without_rows_says_so():
    tags = parsed(page(rows=pd.DataFrame()))
    assert "".join(tags.text).count("None here.") == 4
    assert "table" not in tags.seen


@pytest.mark.parametrize(("fips", "counties"), [("27137", 87), ("11001", 1), ("09110", 9), ("51600", 133)])
def test_the_locator_fills_the_one_county(fips, counties):
    svg = brief.locator(fips, "Elm")
    paths = re.findall(r'<path d="([^"]+)" fill="([^"]+)"', svg)
    fills = [fill for _, fill in paths]
    assert len(paths) >= counties
    assert 0 < fills.count("#d7301f") < max(len(fills), 2)
    assert all(path.startswith("M") and path.endswith("Z") and "nan" not in path for path, _ in paths)


def test_the_locator_stays_inside_its_box():
    svg = brief.locator("27137", "St. Louis County")
    width, height = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups())
    for x, y in re.findall(r"([\d.-]+),([\d.-]+)", "".join(re.findall(r' d="([^"]+)"', svg))):
        assert -1 <= float(x) <= width + 1
        assert -1 <= float(y) <= height + 1
