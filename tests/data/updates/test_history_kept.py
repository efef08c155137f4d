"""Is each step kept when figures are adopted, bounded, told in words, and never in the way of the adoption?"""

import logging

import pytest

from analysis.changes import command as changes_command
from analysis.changes import sentences as changes_sentences
from analysis.changes import tables as changes_tables
from data import loaded, store
from data import registry as data_registry
from data.updates import adopt, compare, history
from tests.support.publishers.adopted import areas
from tests.support.publishers.history import stepped


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A machine that has built and loaded nothing."""
    monkeypatch.setenv("ATLAS_LOCAL", str(tmp_path / "local"))
    monkeypatch.setenv("ATLAS_BUILT", str(tmp_path / "built"))
    return tmp_path


def test_adopting_other_figures_is_told_with_both_vintages_and_the_way_back_too(local):
    old = store.current()
    new = adopt.adopt([areas(local, 7.0)])
    assert adopt.adopt([areas(local, 7.0)]) == new
    (step,) = history.steps()
    assert (step.before, step.after, step.problem) == (old, new, "")
    assert [(row["change"], row["what"]) for row in step.areas] == [("changed", "FTE short")]
    (sentence,) = changes_sentences.sentences(step)
    assert sentence == (
        "Primary care (HRSA, June 2026 to HRSA, November 2026): 1 changed (1 in FTE short); 0 areas as before. "
        "What designated areas are short of went up from 4.0 to 7.0 FTE."
    )
    assert changes_sentences.of_sources(step) == [
        "Primary care health professional shortage areas, outlines: HRSA, June 2026 to HRSA, November 2026; "
        "3 rows before, 3 after, 1 of them new or changed."
    ]
    assert changes_tables.by_state(step, "primary_care")["FTE short, designated: change"].tolist() == [3.0, 3.0]
    assert changes_tables.of_areas(step, "primary_care").iloc[0]["FTE short"] == "4.0 → 7.0"
    told = changes_tables.csv(step, step.areas).splitlines()[1].split(",")
    assert {"HRSA", old, new} <= {cell.strip('"') for cell in told}
    adopt.forget(["hrsa_primary_care"])
    assert len(history.steps()) == 2
    assert "went down from 7.0 to 4.0 FTE" in changes_sentences.sentences(history.steps()[0])[0]
    assert "    Minnesota, primary care: FTE short, designated 7.0 to 4.0" in list(
        changes_sentences.told(history.steps())
    )


def test_what_cannot_be_compared_is_kept_as_a_problem(kept, monkeypatch):
    monkeypatch.setattr(compare, "taken", lambda: 1 / 0)
    assert "ZeroDivisionError" in history.before()
    history.record(compare.Picture("a", *[None] * 3, reference={}), "b")
    (step,) = history.steps()
    assert step.problem.startswith("What changed could not be recorded: ZeroDivisionError")
    assert changes_sentences.sentences(step) == [step.problem]


def test_a_history_that_cannot_be_written_is_logged(kept, caplog):
    loaded.folder().write_text("in the way", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        history.record(history.NOTHING_BEFORE, "b")
    assert "could not be recorded" in caplog.text


def test_where_nothing_was_built_nor_can_be_there_is_nothing_to_compare_with(kept, monkeypatch):
    monkeypatch.setattr(data_registry, "CHECKSUMS", kept / "SHA256SUMS")
    (kept / "SHA256SUMS").write_text("0  edited.csv\n", encoding="utf-8")
    history.record(history.before(), "b")
    assert [step.problem for step in history.steps()] == [history.NOTHING_BEFORE]


def test_fifty_steps_are_kept_the_newest_first(kept):
    for n in range(history.KEPT + 4):
        history._write(stepped(n % 60))
    seconds = [step.when.second for step in history.steps()]
    assert seconds == list(range(53, 3, -1))
    assert not list(history.folder().glob(".*"))


@pytest.mark.parametrize("text", ["", "[]", "{", '{"when": 3}', '{"when": "2026-11-23", "what": 1}'])
def test_a_damaged_file_says_so_and_the_others_are_read(kept, text):
    history._write(stepped(1))
    (history.folder() / "20261123T050000-a-b.json").write_text(text, encoding="utf-8")
    damaged, whole = history.steps()
    assert damaged.problem.startswith("20261123T050000-a-b.json is damaged")
    assert changes_sentences.when(damaged) == "A time not known"
    assert whole.when.year == 2026


def test_rows_without_their_fields_are_damage(kept):
    history._write(stepped(1) | {"areas": [{"area": "Elm"}]})
    assert "is damaged" in history.steps()[0].problem


def test_with_nothing_refreshed_it_says_how(kept, capsys):
    assert changes_command.main() == 0
    assert "make refresh" in capsys.readouterr().out
    assert not history.newest()


def test_a_published_copy_has_no_history_of_this_machine(kept, monkeypatch):
    history._write(stepped(1))
    assert history.newest()
    monkeypatch.setenv("ATLAS_DATABASE", str(kept / "out.duckdb"))
    assert not history.steps()
    assert not history.newest()


def test_a_source_with_no_tables_of_ours_has_dates_and_no_numbers():
    row = {"title": "Elm", "as_of_before": None, "as_of_after": "HRSA, May 2027"}
    assert changes_sentences._source(row) == "Elm: loaded for the first time (HRSA, May 2027)."
    assert changes_sentences._source(row | {"as_of_before": "HRSA, May 2027"}) == "Elm: another file of HRSA, May 2027."


def test_figures_that_differ_less_than_they_are_rounded_are_shown_in_full():
    row = dict.fromkeys(("state_name", "area", "status_before", "status_after", "type_before", "type_after"), "x")
    row |= {"change": "changed", "what": "FTE there", "score_before": 3, "score_after": 3}
    row |= {"fte_before": 1.01, "fte_after": 1.02, "fte_short_before": None, "fte_short_after": None}
    told = changes_tables._area(row)
    assert (told["FTE there"], told["FTE short"], told["Score"]) == ("1.010 → 1.020", "not known", "3")
