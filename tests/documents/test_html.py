"""Is the HTML one file that asks for nothing, says its numbers as text, and runs nothing that is not ours?"""

import base64
import gzip
import hashlib
import json
import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.documents.html import html_file
from tests.support.document_slides import COUNTIES, FIPS, document, drawn, of_everything, slide
from tests.support.rows.participants import MADE

quietly = settings(max_examples=8, deadline=None, derandomize=True)
LIMIT = 6_000_000


class Reader(HTMLParser):
    """The tags, the texts by tag, and the scripts of a page."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.texts, self.scripts, self.open = [], [], {}, [("", "")]
        self.feed(page.decode())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.open.append((tag, dict(attrs).get("id", "")))

    def handle_endtag(self, tag):
        while self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tag, name = self.open[-1]
        if tag == "script":
            self.scripts[name or len(self.scripts)] = data
        else:
            self.texts.append((tag, data))

    def of(self, *tags):
        return [text for tag, text in self.texts if tag in tags]


@pytest.fixture(scope="module")
def page():
    return html_file(of_everything())


@pytest.fixture(scope="module")
def read(page):
    return Reader(page)


def test_it_is_one_small_file_that_names_no_other(page, read):
    assert len(page) < LIMIT
    assert not [told for _, told in read.tags if {"src", "srcset", "data"} & set(told)]
    assert {told["href"][0] for _, told in read.tags if "href" in told} == {"#"}


def test_only_the_scripts_whose_hashes_are_named_may_run_and_nothing_is_fetched(read):
    (policy,) = [told["content"] for _, told in read.tags if told.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert not re.search(r"unsafe-eval|script-src[^;]*unsafe|https?:|\*|connect-src", policy)
    running = [text for name, text in read.scripts.items() if name not in ("figures", "shapes")]
    assert len(running) == 2
    for text in running:
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy


def test_shapes_are_there_once_and_only_those_that_are_drawn(page, read):
    shapes = json.loads(read.scripts["shapes"])
    assert sorted(shapes) == ["counties-27.json", "regions-27.json"]
    assert len(shapes["counties-27.json"]["features"]) == len(FIPS)
    assert page.count(b'"27137","properties"') == 1
    assert json.loads(Reader(html_file(document(slide(drawn()["alone"])))).scripts["shapes"]) == {}


def test_the_shapes_of_the_nation_are_packed_and_the_file_stays_small():
    figure = drawn()["map"]
    for trace in figure["data"][:1]:
        trace |= {"geojson": "/shapes/counties-us.json", "text": ["A county of some length"] * 3144}
    page = html_file(document(slide(figure)))
    assert len(page) < LIMIT
    packed = base64.b64decode(json.loads(Reader(page).scripts["shapes"]))
    assert len(json.loads(gzip.decompress(packed))["counties-us.json"]["features"]) > 3100


def test_every_slide_has_a_heading_its_figure_alt_text_and_its_rows(read):
    heads = [tag for tag, _ in read.tags if tag in ("h1", "h2")]
    assert heads == ["h1", *["h2"] * (len(drawn()) + 3)]
    assert read.tags[0] == ("html", {"lang": "en-US"})
    pictures = [told for _, told in read.tags if told.get("role") == "img"]
    assert len(pictures) == len(drawn())
    assert read.of("figcaption") == ["Bars: the most in Hennepin, 28.8."] * len(drawn())
    ids = {told.get("id") for _, told in read.tags}
    assert {told["aria-labelledby"] for told in pictures} <= ids
    assert len([tag for tag, _ in read.tags if tag == "details"]) == len(drawn())
    assert len([told for tag, told in read.tags if tag == "th" and told.get("scope") == "col"]) == 2 * (
        len(drawn()) + 1
    )


def test_the_numbers_are_those_of_the_figures_and_the_rows(read):
    figures = json.loads(read.scripts["figures"])
    assert [figure["data"] for figure in figures] == [json.loads(json.dumps(one["data"])) for one in drawn().values()]
    cells = read.of("td")[: len(COUNTIES)]
    known = COUNTIES["fte_short_chosen"]
    assert cells == ["not known" if value != value else f"{value:,.1f}" for value in known]


def test_it_says_what_it_is_of_when_and_what_is_made_up(read):
    said = " ".join(read.of("li", "p"))
    for told in ("Filters: Minnesota, primary care.", "20260615-abcdef", "23 November 2026", MADE, "No county."):
        assert told in said
    assert said.count("Source: HRSA, June 2026.") == len(drawn()) + 2
    assert "Licence: Public domain." in said


@quietly
@given(st.text())
def test_outside_text_is_text(said):
    evil = f"</script><img src=x onerror=alert(1)>{said}"
    figure = drawn()["alone"]
    figure["data"][0]["y"][0] = evil
    rows = pd.DataFrame({"county": [evil], "fte_short_chosen": [1.0]})
    told = slide(figure, rows, evil, alt=evil, note=evil, source_line=evil, empty=evil, made_up=evil)
    read = Reader(html_file(document(told, title=evil)))
    assert not [tag for tag, _ in read.tags if tag == "img"]
    assert len([tag for tag, _ in read.tags if tag == "script"]) == 4
    assert json.loads(read.scripts["figures"])[0]["data"][0]["y"][0].startswith("</script><img")


def test_a_document_without_slides_is_a_page():
    assert Reader(html_file(document(title="Empty"))).of("h1") == ["Empty"]
