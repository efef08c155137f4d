"""Is a page that runs behind the stage asked for the same exhibits as one that is seen?"""

from streamlit.testing.v1 import AppTest


def behind(view, query=()):
    """What is caught behind the stage: that takes a run of a script to stand behind."""

    def script(view, query):
        import streamlit as st

        from pages.briefing import page_runner

        st.session_state["found"] = page_runner.run(view, query).caught

    page = AppTest.from_function(script, default_timeout=60, kwargs={"view": view, "query": query}).run()
    assert not page.exception
    return page.session_state["found"]
