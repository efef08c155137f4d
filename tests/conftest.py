"""What every test leaves behind: nothing."""

import atexit
import functools
import gc
import os
import tempfile

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner

# What this machine has loaded is not what is tested: a folder that does not exist holds nothing.
os.environ["ATLAS_LOCAL"] = os.path.join(tempfile.gettempdir(), "atlas-nothing-loaded")

# Each page of a test looked through every installed package for components, a quarter of a second: once is enough.
manifest_scanner.scan_component_manifests = functools.cache(manifest_scanner.scan_component_manifests)


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
