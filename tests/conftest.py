"""What every test leaves behind: nothing."""

import gc

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
