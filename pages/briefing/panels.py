"""The briefing page: its slides in order, the slide to work on, and the files to take along."""

import re

import streamlit as st

from analysis.briefing import files as briefing_files
from analysis.briefing import model
from analysis.briefing.model import LONGEST_NOTE, LONGEST_TITLE, Briefing
from analysis.wording import numbers
from pages.briefing import slides
from pages.briefing.slides import Told
from pages.kit import briefing_button, scripts
from pages.kit import exhibits as kit_exhibits
from pages.kit.tables import words_table

PICKED, NAME, OPEN, LOST, READ = "briefing_slide", "briefing_name", "briefing_open", "briefing_lost", "briefing_read"
KINDS = {
    "pptx": ("PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "pdf": ("PDF", "application/pdf"),
    "html": ("One HTML file", "text/html"),
}


def begun() -> Briefing:
    """The briefing of this session; or of the address, where the session has not met it."""
    state, asked = st.session_state, st.query_params.get(briefing_button.ADDRESS)
    if asked and asked not in state.get(READ, ()):
        _take(briefing_files.unpacked(asked, slides.VIEWS))
    held = briefing_button.held()
    if held.entries:
        st.query_params[briefing_button.ADDRESS] = briefing_files.packed(held)
    elif briefing_button.ADDRESS in st.query_params:
        del st.query_params[briefing_button.ADDRESS]
    state[READ] = {*state.get(READ, ()), asked, st.query_params.get(briefing_button.ADDRESS)}
    for sentence in state.pop(LOST, ()):
        st.warning(sentence)
    return held


def _take(found: briefing_files.Reading) -> None:
    st.session_state[LOST] = found.lost
    if found.briefing.entries or not found.lost:
        briefing_button.hold(found.briefing)
        st.session_state.update({PICKED: 0, NAME: found.briefing.title})


def empty() -> None:
    """How a briefing begins."""
    st.info("Nothing is in the briefing yet. On any page, “Add to briefing” under an exhibit puts it here as a slide.")
    st.button(f"Open “{model.TITLE}”", on_click=_ready, icon=":material/slideshow:")
    _opened()


def _ready() -> None:
    _take(briefing_files.Reading(model.ready(st.session_state.get("state")), []))


def _opened() -> None:
    st.file_uploader("Open a briefing", type="json", max_upload_size=1, key=OPEN, on_change=_open)


def _open() -> None:
    """Callback: take what can be read of the file; the briefing stays where nothing can."""
    dropped = st.session_state.get(OPEN)
    if dropped is not None:
        _take(briefing_files.read(dropped.getvalue(), slides.VIEWS))


def order(held: Briefing, shown: list[Told]) -> int:
    """The slides in order, to pick one of, to move and to take out. Returns the one picked."""
    state = st.session_state
    state[PICKED] = min(state.get(PICKED) or 0, len(shown) - 1)
    titles = [f"{n}\\. {model.escaped(one.slide.title)}" for n, one in enumerate(shown, start=1)]
    number = state[PICKED]
    with st.container(horizontal=True, gap="small"):
        for label, icon, by in (("Up", "arrow_upward", -1), ("Down", "arrow_downward", 1)):
            st.button(label, key=f"brief_{label}", icon=f":material/{icon}:", on_click=_move, args=(held, number, by))
        st.button("Take out", key="brief_out", icon=":material/delete:", on_click=_out, args=(held, number))
    number = st.radio("Slides", range(len(shown)), format_func=titles.__getitem__, key=PICKED)
    return number


def _move(held: Briefing, number: int, by: int) -> None:
    briefing_button.hold(model.moved(held, number, by))
    st.session_state[PICKED] = min(max(number + by, 0), len(held.entries) - 1)


def _out(held: Briefing, number: int) -> None:
    briefing_button.hold(model.without(held, number))


def slide(held: Briefing, number: int, shown: Told) -> None:
    """The slide that is picked, as it will be shown, with its title and note to write."""
    entry, made = held.entries[number], shown.slide
    with st.container(border=True):
        st.subheader(model.escaped(made.title), anchor=False)
        if made.empty:
            st.info(made.empty)
        elif shown.caught and shown.caught.figure:
            st.caption(made.exhibit)
            kit_exhibits.drawing(
                shown.caught.exhibit._replace(figure=shown.caught.figure), f"brief_{number}_{entry.key}"
            )
        elif made.rows is not None:
            st.caption(made.exhibit)
            words_table(made.rows.head(12))
        st.caption(made.source)
    ids = f"{number}_{abs(hash(entry[:3]))}"
    title = st.text_input("Title", entry.title, LONGEST_TITLE, key=f"brief_title_{ids}", placeholder=made.title)
    note = st.text_area(
        "What the speaker says (in the notes of PowerPoint)",
        entry.note,
        max_chars=LONGEST_NOTE,
        key=f"brief_note_{ids}",
    )
    if (title, note) != (entry.title, entry.note):
        briefing_button.hold(model.rewritten(held, number, title=title, note=note))
        st.rerun()
    st.caption(f"From {slides.TITLES[entry.view]}; {model.escaped(shown.chosen) or 'as the page begins'}.")


def files(held: Briefing) -> None:
    """Present it, and take it along: as PowerPoint, PDF, one HTML file, or a small file to open here again."""
    title = st.text_input("Title of the briefing", held.title, LONGEST_TITLE, key=NAME) or model.NAMELESS
    if title != held.title:
        briefing_button.hold(held._replace(title=title))
        st.rerun()
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "briefing"
    with st.container(horizontal=True, gap="small"):
        address = f"{scripts.base()}/present.html?{briefing_button.ADDRESS}={briefing_files.packed(held)}#present"
        st.link_button("Present", address, icon=":material/slideshow:")
        for kind, (label, mime) in KINDS.items():
            st.download_button(
                label,
                data=lambda kind=kind: slides.file_of(held, kind),
                file_name=f"{name}.{kind}",
                mime=mime,
                key=f"brief_{kind}",
                on_click="ignore",
                icon=":material/download:",
            )
        st.download_button(
            "Save briefing", briefing_files.written(held), f"{name}.json", "application/json", key="brief_save",
            on_click="ignore", icon=":material/save:", help="A small file, to open here again.",
        )  # fmt: skip
    st.caption(
        f"{numbers.plural(len(held.entries), 'slide')}. The address of this page is the briefing: it can be sent."
    )


def more() -> None:
    """Another briefing in place of this one."""
    with st.expander("Open another briefing, or begin anew"):
        _opened()
        st.button(f"Open “{model.TITLE}”", on_click=_ready, icon=":material/slideshow:")
        st.button("Begin anew", on_click=briefing_button.hold, args=(Briefing(),), icon=":material/restart_alt:")
