"""What every test leaves behind: nothing."""

import atexit
import gc
import os

import pytest
import streamlit as st


@pytest.fixture(scope="session", autouse=True)
def _nothing_left_open():
    """Cached connections are closed before Python ends, or DuckDB complains after the last line."""
    yield
    st.cache_data.clear()
    st.cache_resource.clear()
    gc.unfreeze()
    gc.collect()


# DuckDB's binding complains to stderr when Python ends: the summary stays the last line.
atexit.register(lambda: os.dup2(os.open(os.devnull, os.O_WRONLY), 2))
