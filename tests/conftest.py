"""What every test leaves behind: nothing. And which tests go together."""

import atexit
import functools
import gc
import os
import tempfile

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from xdist.scheduler import LoadFileScheduling

# What this machine has loaded is not what is tested: a folder that does not exist holds nothing.
os.environ["ATLAS_LOCAL"] = os.path.join(tempfile.gettempdir(), "atlas-nothing-loaded")

# Each page of a test looked through every installed package for components, a quarter of a second: once is enough.
manifest_scanner.scan_component_manifests = functools.cache(manifest_scanner.scan_component_manifests)


class BrowserTogether(LoadFileScheduling):
    """A file of tests to a process, but all that a browser shows to one, which shares it and the dashboards."""

    def _split_scope(self, nodeid):
        return "tests/browser" if nodeid.startswith("tests/browser/") else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config, log):
    return BrowserTogether(config, log)


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
