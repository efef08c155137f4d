"""Does a briefing keep its slides in a file and in an address, and does it tell what it cannot read?"""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.briefing import files, model
from analysis.briefing.model import LONGEST_NOTE, LONGEST_TITLE, MOST, Briefing, Entry

VIEWS = ("overview", "cliff")
ONE, TWO, THREE = (Entry("overview", (("state", "Iowa"),), key) for key in ("a", "b", "c"))
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
NAMES = st.from_regex(files.NAME, fullmatch=True)
ENTRIES = st.builds(
    Entry,
    st.sampled_from(VIEWS),
    st.dictionaries(st.from_regex(files.NAME, fullmatch=True), WORDS, max_size=3).map(
        lambda query: tuple(query.items())
    ),
    st.from_regex(files.KEY, fullmatch=True),
    WORDS,
    WORDS,
)
TITLES = WORDS.filter(str.strip)


@settings(deadline=None)
@given(st.builds(Briefing, TITLES, st.lists(ENTRIES, max_size=4).map(tuple)))
def test_what_is_saved_or_sent_comes_back(held):
    assert files.read(files.written(held).encode(), VIEWS) == (held, [])
    assert files.unpacked(files.packed(held), VIEWS) == (held, [])


def test_slides_are_added_once_moved_and_taken_out():
    held = Briefing()
    for entry in (ONE, TWO, ONE, THREE):
        held = model.added(held, entry)
    assert held.entries == (ONE, TWO, THREE)
    assert model.moved(held, 0, 1).entries == (TWO, ONE, THREE)
    assert model.moved(held, 0, -1).entries == held.entries
    assert model.moved(held, 2, 9).entries == held.entries
    assert model.without(held, 1).entries == (ONE, THREE)


def test_the_same_exhibit_with_other_choices_is_another_slide():
    other = ONE._replace(query=(("state", "Ohio"),))
    assert model.added(Briefing(entries=(ONE,)), other).entries == (ONE, other)


def test_a_title_and_a_note_are_cut_where_they_are_too_long():
    held = model.rewritten(Briefing(entries=(ONE,)), 0, title="t" * 999, note="n" * 9_999)
    assert [len(text) for text in held.entries[0][3:]] == [LONGEST_TITLE, LONGEST_NOTE]


def test_a_full_briefing_takes_no_more():
    held = Briefing(entries=tuple(ONE._replace(key=f"k{n}") for n in range(MOST)))
    assert model.added(held, TWO) == held


@pytest.mark.parametrize("text", ["", "!", "AAAA", "eJw", "é"])
def test_an_address_that_is_no_briefing_is_told(text):
    assert files.unpacked(text, VIEWS) == (Briefing(), [files.UNREAD])


@pytest.mark.parametrize("file", [b"", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"kind": "other"}'])
def test_a_file_that_is_no_briefing_is_told(file):
    found = files.read(file, VIEWS)
    assert found.briefing == Briefing()
    assert found.lost[0].startswith("This is no briefing")


def test_another_version_loads_what_it_can_and_lists_what_it_cannot():
    held = json.loads(files.written(Briefing("Talk", (ONE, TWO))))
    slides = [*held["slides"], {"view": "unheard-of", "key": "a"}, {"view": "cliff", "key": "<b>"}, "x"]
    slides += [{"view": "cliff", "key": "line", "query": {"state": 5}}, {"view": "cliff", "key": "line", "note": 7}]
    found = files.read(json.dumps(held | {"version": 2, "slides": slides}).encode(), VIEWS)
    assert found.briefing.entries == (ONE, TWO, Entry("cliff", (), "line"))
    named = ("3 (unheard?of)", "4 (cliff)", "5", "6 (cliff)")
    assert found.lost == [files.OTHER, *(f"Slide {n} could not be read and is left out." for n in named)]


def test_a_long_briefing_is_cut_and_says_so():
    held = json.loads(files.written(Briefing("Talk", (ONE,))))
    found = files.read(json.dumps(held | {"slides": held["slides"] * (MOST + 1)}).encode(), VIEWS)
    assert len(found.briefing.entries) == MOST
    assert found.lost == [f"Only the first {MOST} of {MOST + 1} slides are shown."]


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        ("Minnesota is short 199.3 physicians. 55 areas more.", "Minnesota is short 199.3 physicians"),
        ("Of **148** people, 57% wait. Nobody knows.", "Of 148 people, 57% wait"),
        ("Short: " + "x" * 200, "Short"),
        ("They would give 3, if the assumptions below hold.", "They would give 3"),
        ("", ""),
    ],
)
def test_a_title_is_the_first_sentence_of_the_answer(answer, title):
    assert model.sentence(answer) == title


def test_ten_slides_are_ready_and_fit_into_an_address():
    ready = model.ready("Minnesota")
    assert len(ready.entries) == 10
    assert len(files.packed(ready)) < 600


@pytest.mark.parametrize("text", ["x\ud800", "\udfff"])
def test_half_a_letter_is_no_text_of_a_briefing(text):
    for slide in ({"view": "cliff", "key": "line", "query": {"state": text}}, {"view": "cliff", "key": text}):
        file = json.dumps({"kind": files.KIND, "version": 1, "title": text, "slides": [slide]}).encode()
        found = files.read(file, VIEWS)
        assert (found.briefing, len(found.lost)) == (Briefing(), 1)
        assert files.packed(found.briefing)


def test_somebodys_text_is_no_markdown():
    assert model.escaped("![x](http://a.example/p.png) $5") == r"\!\[x\]\(http\://a.example/p.png\) \$5"
    assert model.escaped("one\ntwo") == "one two"
