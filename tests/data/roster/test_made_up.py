"""Does the made-up roster say so wherever its people are counted, and do published figures stand apart from it?"""

import csv
import io
import json

import pytest

from analysis import __main__
from analysis.catalog import catalog
from analysis.query import run as query_run
from data import store
from data.build import build as build_build
from data.lineage import tables_read
from data.roster import current
from pages.kit import exhibits as kit_exhibits
from tests.support.pages import opened
from tests.support.rosters.pages import shown

TITLE = "Demonstration roster (made up)"
OF_PEOPLE = ("pathways.", "cohort.", "language.participants")
# What people can be chosen by, and what others have published, count nobody of the roster.
COUNTLESS = ("pathways.groups", "cohort.groups", "pathways.figures")
PUBLISHED = {"figure_id", "statement", "figure_low", "figure_high", "figure_unit", "publisher", "may_share_axis_with"}
COUNTED = [name for name in catalog.every() if name.startswith(OF_PEOPLE) and name not in COUNTLESS]


class Shown:
    """What one page showed: the exhibits, by title, and the figures that were drawn."""

    def __init__(self):
        self.exhibits = {}
        self.figures = []
        self.page = None


@pytest.fixture(scope="module", params=["public", "staff"])
def level(request):
    return request.param


@pytest.fixture(scope="module")
def seen(level):
    """The pathways page at that level, with everything that it shows on the way."""
    build_build.ensure()
    found, told, drawn = Shown(), kit_exhibits.source_line, kit_exhibits.Drawn

    def recorded(exhibit):
        found.exhibits[exhibit.title] = exhibit
        return told(exhibit)

    def kept(figure):
        found.figures.append(figure)
        return drawn(figure)

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("ATLAS_ACCESS", level)
        monkeypatch.setattr(kit_exhibits, "source_line", recorded)
        monkeypatch.setattr(kit_exhibits, "Drawn", kept)
        found.page = shown()
        assert len(found.exhibits) >= 7
        assert len(found.figures) >= 3
        yield found


def test_the_roster_in_use_is_the_made_up_one_and_its_title_says_so():
    assert current.demonstration().title == TITLE
    assert current.demonstration().read().title == TITLE


def test_every_caption_of_an_exhibit_names_it(seen):
    captions = [caption.value for caption in seen.page.caption]
    assert any(value.startswith(f"**{TITLE}**") for value in captions)
    sources = [value for value in captions if value.startswith("Source: ")]
    assert len(sources) == len(seen.exhibits)
    assert [value for value in sources if TITLE not in value] == []


def test_every_chart_and_its_alt_text_name_it(seen):
    assert [figure for figure in seen.figures if TITLE not in json.dumps(figure, default=str)] == []
    charts = seen.page.get("plotly_chart")
    assert len(charts) == len(seen.figures)
    assert [chart.proto.alt for chart in charts if TITLE not in chart.proto.alt] == []


def test_every_row_of_every_download_names_it(seen):
    for exhibit in seen.exhibits.values():
        rows = list(csv.DictReader(io.StringIO(kit_exhibits.to_csv(exhibit, kit_exhibits.source_line(exhibit)))))
        assert len(rows) == len(exhibit.rows) > 0
        assert {row["roster_title"] for row in rows} == {TITLE}
        assert all(row["source"].startswith(f"Source: {TITLE}") for row in rows)


def test_no_exhibit_of_the_roster_holds_a_published_figure(seen):
    for exhibit in seen.exhibits.values():
        assert not PUBLISHED & set(exhibit.rows.columns)
        assert query_run.name_of(exhibit.query) in COUNTED
    # They stand below, each with who published it and when.
    listed = [text.value for text in seen.page.markdown if text.value.startswith("- ")]
    assert len(listed) == 10
    assert all(line.endswith("*") for line in listed)
    assert not any(TITLE in line for line in listed)


@pytest.mark.parametrize("name", COUNTED)
def test_no_query_reads_published_figures_and_participants_together(name):
    read = tables_read(query_run.sql(name), {"program_figure", "participant", "participant_count"})
    assert "program_figure" not in read
    assert tables_read(query_run.sql("pathways.figures"), {"program_figure", "participant_count"}) == {"program_figure"}


@pytest.mark.parametrize("form", __main__.FORMATS)
@pytest.mark.parametrize("name", COUNTED)
def test_every_row_that_the_command_prints_names_it(monkeypatch, capsys, name, form):
    build_build.ensure()
    monkeypatch.setenv("ATLAS_ACCESS", "staff")
    assert __main__.main([name, "--format", form]) == 0
    printed = capsys.readouterr().out
    rows = {"csv": len(printed.splitlines()) - 1, "markdown": len(printed.splitlines()) - 2}
    told = len(json.loads(printed)) if form == "json" else rows[form]
    assert printed.count(TITLE) >= told
    assert told or name in ("pathways.landmark", "pathways.obligations")


def test_the_line_of_a_build_names_it(capsys):
    assert build_build.main([]) == 0
    assert TITLE in capsys.readouterr().out


@pytest.mark.parametrize("view", ["overview", "shortage", "county", "language", "methods"])
def test_another_page_that_counts_participants_names_it(level, monkeypatch, view):
    monkeypatch.setenv("ATLAS_ACCESS", level)
    page = opened(view)
    text = " ".join(block.value for kind in (page.subheader, page.caption, page.markdown) for block in kind)
    assert "participants" not in text or "made up" in text


def test_the_database_that_is_served_names_it():
    with store.open_database() as con:
        assert con.execute("SELECT roster_title, is_made_up FROM roster").fetchall() == [(TITLE, True)]
        titles = con.execute("SELECT DISTINCT title FROM source WHERE source_id = 'roster'").fetchall()
    assert titles == [(TITLE,)]
