"""Does anything of a person who stands out leave the server: on the wire, in a download, or in its log?"""

from typing import NamedTuple

import pytest

from tests.browser.painted import settle
from tests.browser.served import serving
from tests.browser.wire import Wire
from tests.support import canary

FILTERED = "/pathways?origin=Southern+Asia&by=Language"


class Visit(NamedTuple):
    """What a visit brought: what pages say, all else too, what left the machine, and what the server printed."""

    said: bytes
    everything: bytes
    outside: list[str]
    log: bytes


def opened(wire, address, path):
    """Go there, and keep the answers before they are gone."""
    wire.page.goto(address + path)
    settle(wire.page)
    wire.everything()


def looked_into(wire):
    """Open rows and SQL, and download every CSV of the page."""
    for name, nth in (("Rows", 0), ("SQL", 0)):
        wire.page.get_by_role("button", name=name).nth(nth).click()
        settle(wire.page)
        wire.page.keyboard.press("Escape")
    return [wire.downloaded("CSV", nth) for nth in range(wire.page.get_by_role("button", name="CSV").count())]


def tour(wire, address):
    opened(wire, address, "/pathways")
    files = looked_into(wire)
    assert len(files) >= 6
    assert all(canary.TITLE.encode() in held for held in files)
    for path in (FILTERED, "/methods", "/"):
        opened(wire, address, path)


@pytest.fixture(scope="module")
def public(browser, built):
    """A walk of the public through the dashboard, all of it recorded."""
    log = built.parent / "public.log"
    with serving(log, ATLAS_BUILT=str(built), ATLAS_ACCESS="public") as address:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        wire = Wire(context.new_page())
        tour(wire, address)
        everything = wire.everything()
        context.close()
    return Visit(wire.said(), everything, wire.outside(address), log.read_bytes())


def test_nothing_of_the_canary_is_sent_to_the_public(public):
    assert len(public.everything) > 5_000_000
    assert canary.TITLE.encode() in public.said
    assert canary.found_in(public.everything, (*canary.SECRET, canary.IDS)) == []


def test_no_frame_names_where_the_canary_is_from_or_what_it_seeks(public):
    # The table of the overview lists counties, whoever lives there.
    assert canary.found_in(public.said, [name for name in canary.NAMES if name != "Kittson"]) == []
    assert canary.found_in(public.said, canary.CODES[1:2] + canary.CODES[4:]) == []


def test_staff_are_sent_it_so_that_this_looks_in_the_right_place(broken):
    said = broken[0].said()
    assert canary.found_in(said, ("Tibetan", "Neurosurgery")) == ["Tibetan", "Neurosurgery"]
    assert canary.found_in(said, ("Tibetann", "Kittsonn Falconry")) == ["Tibetann", "Kittsonn Falconry"]


def test_the_log_names_nobody_even_when_a_broken_roster_was_dropped(public, staff, broken):
    for log in (public.log, staff.log.read_bytes()):
        assert b"Streamlit" in log
        assert canary.found_in(log, ("Kittson", "Falconry", *canary.SECRET, canary.IDS, canary.COUNTRY)) == []


def test_no_request_leaves_the_machine(public, staff, broken):
    assert public.outside == broken[0].outside(staff.address) == []
