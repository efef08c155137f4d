"""Is longer work shown, kept once it is done, and begun anew where it was stopped?"""

from streamlit.testing.v1 import AppTest

from pages.kit import progress as kit_progress


def _page():
    import streamlit as st

    from analysis.placement.outcomes import Step
    from pages.kit import cache

    seen = st.session_state.setdefault("seen", [])

    def steps(number):
        for n in range(number):
            seen.append(n)
            if st.session_state.get("is_asked_anew") and n == 2:
                st.session_state["is_asked_anew"] = False
                st.rerun()
            yield Step((n + 1) / number, n * 10)

    st.session_state["found"] = cache.reckon_steps(steps, st.session_state["number"], label="Working …")


def ran(number, **state):
    page = AppTest.from_function(_page)
    for name, value in ({"number": number} | state).items():
        page.session_state[name] = value
    page.run()
    assert not page.exception
    return page


def test_work_is_done_once_and_its_bar_is_gone(monkeypatch):
    monkeypatch.setattr(kit_progress, "PATIENCE_S", -1.0)
    page = ran(5)
    assert page.session_state["found"] == [0, 10, 20, 30, 40]
    page.run()
    assert page.session_state["seen"] == [0, 1, 2, 3, 4]
    assert not page.get("progress")


def test_work_that_is_stopped_is_not_kept_and_begins_anew():
    page = ran(6, is_asked_anew=True)
    assert page.session_state["seen"] == [0, 1, 2, 0, 1, 2, 3, 4, 5]
    assert page.session_state["found"] == [0, 10, 20, 30, 40, 50]


def test_a_bar_is_drawn_for_each_step_but_not_for_quick_work(monkeypatch):
    drawn = []
    monkeypatch.setattr(kit_progress.st, "empty", lambda: Box(drawn))
    told = [type("Step", (), {"done": done, "part": done})() for done in (0.5, 1.0)]
    assert kit_progress.through(told, "Working …") == [0.5, 1.0]
    assert drawn == ["empty"]
    monkeypatch.setattr(kit_progress, "PATIENCE_S", -1.0)
    kit_progress.through(told, "Working …")
    assert drawn[1:] == ["Working … 50%", "Working … 100%", "empty"]


class Box:
    """What a box was told, in order."""

    def __init__(self, drawn):
        self.drawn = drawn

    def progress(self, done, text):
        assert 0 <= done <= 1
        self.drawn.append(text)

    def empty(self):
        self.drawn.append("empty")
