"""Does anything of a person who stands out leave the server: on the wire, in a download, or in its log?"""

from typing import NamedTuple

import pytest

from tests import canary
from tests.browser.painted import settle
from tests.browser.served import serving
from tests.browser.wire import Wire

FILTERED = ("/pathways?home=Metro&by=Language", "/pathways?origin=Southern+Asia&by=Region+of+origin")


class Visit(NamedTuple):
    """What a visit brought: what pages say, all else too, what left the machine, and what the server printed."""

    said: bytes
    everything: bytes
    outside: list[str]
    log: bytes


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        return canary.built(tmp_path_factory.mktemp("canary"), monkeypatch)


def visit(browser, built, level, tour):
    """Walk through the dashboard at that level, all of it recorded."""
    log = built.parent / f"{level}.log"
    with serving(log=log, ATLAS_BUILT=str(built), ATLAS_ACCESS=level) as address:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        wire = Wire(context.new_page())
        tour(wire, address)
        everything = wire.everything()
        context.close()
    return Visit(wire.said(), everything, wire.outside(address), log.read_bytes())


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


def public_tour(wire, address):
    opened(wire, address, "/pathways")
    files = looked_into(wire)
    assert len(files) >= 6
    assert all(canary.TITLE.encode() in held for held in files)
    for path in (*FILTERED, "/methods", "/"):
        opened(wire, address, path)


def staff_tour(wire, address):
    opened(wire, address, "/pathways?by=Language")
    wire.downloaded("CSV", -2)
    wire.page.get_by_text("Use a roster of your own").click()
    wire.page.locator("input[type=file]").set_input_files(
        {"name": "broken.csv", "mimeType": "text/csv", "buffer": canary.broken()}
    )
    wire.page.get_by_text("broken.csv has 2 problems").wait_for()
    settle(wire.page)


@pytest.fixture(scope="module")
def public(browser, built):
    return visit(browser, built, "public", public_tour)


@pytest.fixture(scope="module")
def staff(browser, built):
    return visit(browser, built, "staff", staff_tour)


def test_nothing_of_the_canary_is_sent_to_the_public(public):
    assert len(public.everything) > 5_000_000
    assert canary.TITLE.encode() in public.said
    assert canary.found_in(public.everything, (*canary.SECRET, canary.IDS)) == []


def test_no_frame_names_where_the_canary_is_from_or_what_it_seeks(public):
    # The table of the overview lists counties, whoever lives there.
    assert canary.found_in(public.said, [name for name in canary.NAMES if name != "Kittson"]) == []
    assert canary.found_in(public.said, canary.CODES[1:2] + canary.CODES[4:]) == []


def test_staff_are_sent_it_so_that_this_looks_in_the_right_place(staff):
    assert canary.found_in(staff.said, ("Tibetan", "Neurosurgery")) == ["Tibetan", "Neurosurgery"]
    assert canary.found_in(staff.said, ("Tibetann", "Kittsonn Falconry")) == ["Tibetann", "Kittsonn Falconry"]


def test_the_log_names_nobody_even_when_a_broken_roster_was_dropped(public, staff):
    for log in (public.log, staff.log):
        assert b"Streamlit" in log
        assert canary.found_in(log, ("Kittson", "Falconry", *canary.SECRET, canary.IDS, canary.COUNTRY)) == []


def test_no_request_leaves_the_machine(public, staff):
    assert public.outside == staff.outside == []
