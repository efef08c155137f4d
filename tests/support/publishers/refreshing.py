"""A publisher, a place for what comes, and ears for what is said: what tests of a refresh share."""

import pytest

from data import registry as data_registry
from data.build import build as build_build
from data.refresh import source as refresh_source
from data.refresh.download import Way
from data.roster import current as roster_current
from tests.support.built import publish
from tests.support.publishers.publisher import Publisher, publishing
from tests.support.world import written


@pytest.fixture(scope="module")
def running():
    with publishing() as publisher:
        yield publisher


@pytest.fixture
def publisher(running) -> Publisher:
    running.asked.clear()
    return running


@pytest.fixture
def part(tmp_path):
    return tmp_path / "raw" / "census.part"


class Told:
    """What a download said, and how long it would have waited."""

    def __init__(self):
        self.lines, self.waits, self.shown = [], [], []

    def way(self):
        return Way(self.lines.append, lambda *so_far: self.shown.append(so_far), self.waits.append)


@pytest.fixture
def told():
    return Told()


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    """A machine that has built a small Minnesota, every county of code 6 and one area 4.0 FTE short."""
    folder = tmp_path_factory.mktemp("embedded")
    written()
    # The lists that a roster is read against are kept from the first reading on: that of the real ones.
    roster_current.demonstration().read()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_BUILT", str(tmp_path_factory.mktemp("built")))
        patch.setattr(data_registry, "REFERENCE", folder)
        patch.setattr(data_registry, "CHECKSUMS", folder / data_registry.CHECKSUMS.name)
        publish(folder, shortage_area=[{"fte_short": 4.0}])
        build_build.build()
        yield folder


@pytest.fixture
def local(embedded, tmp_path, monkeypatch):
    """A folder for what this machine loads, and nothing in it."""
    monkeypatch.setenv("ATLAS_LOCAL", str(tmp_path / "local"))
    return tmp_path


@pytest.fixture
def given(local, publisher):
    """Make an address of what a publisher answers that of a source."""

    def give(name, file, *plans):
        refresh_source.keep_address(name, publisher.answers(f"/{name}/{file}", *plans))

    return give
