"""How long does a reader wait for the ready briefing as a file, when nobody has asked before?

python -m benchmarks.steps.document_pages WAY    prints one JSON object: seconds, and slides that a page did show

A process of its own, so that every cache is cold. `pages` is all of its pages, run behind the stage; `file` the file
made of what they show, with the loading of its modules; `again` another file of the same, pages and answers kept.
"""

import contextlib
import json
import sys

from streamlit.testing.v1 import AppTest

TIMEOUT_S = 120


def reader(way: str) -> None:
    """What a session of a reader does, clocked; it holds its imports, as a page does."""
    import time

    import streamlit as st

    from analysis.briefing.model import ready
    from data.build import build as build_build
    from pages.briefing import slides

    build_build.ensure()
    start = time.perf_counter()
    shown = slides.every(ready())
    pages = time.perf_counter()
    slides.file_of(ready(), way)
    file = time.perf_counter()
    slides.file_of(ready(), way)
    again = time.perf_counter()
    found = sum(one.caught is not None for one in shown)
    st.session_state["taken"] = {"pages": pages - start, "file": file - pages, "again": again - file, "slides": found}


def main(way: str) -> None:
    """Be one reader, and print what it took. Raises RuntimeError if a slide is missing."""
    with contextlib.redirect_stdout(sys.stderr):
        session = AppTest.from_function(reader, default_timeout=TIMEOUT_S, kwargs={"way": way}).run()
    if session.exception:
        raise RuntimeError(session.exception[0].message)
    taken = session.session_state["taken"]
    if taken["slides"] != 10:
        raise RuntimeError(f"{taken['slides']} of 10 slides were found")
    print(json.dumps(taken))


if __name__ == "__main__":
    main(sys.argv[1])
