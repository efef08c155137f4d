"""Staff drop a roster: is it counted for their session alone, and is nothing of it ever written?"""

import contextlib
import os
import resource
from pathlib import Path

from data.roster import demonstration
from tests.browser.painted import settle
from tests.browser.served import ROOT, serving
from tests.support import canary

# What tests that run beside these keep for themselves is not looked into.
SKIPPED = {".venv", ".git", "__pycache__", ".hypothesis", ".pytest_cache"}
PREFIX = "UPLOADED-"
# Streamlit's server by itself spools whatever is over a megabyte to a file.
LARGE = 3_000_000


def roster(size=0):
    """112 people under ids of their own, as the bytes of a CSV file with at least that many blanks."""
    people = demonstration.rows(seed=11)[:112]
    for number, person in enumerate(people):
        person["participant_id"] = PREFIX + f"{number:04}"
        person["languages"] += " " * (size // len(people))
    return canary.as_file(people)


def dropped(page, held, name="mine.csv"):
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": held})


def opened(browser, address):
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    page.goto(f"{address}/pathways")
    settle(page)
    page.get_by_text("Use a roster of your own").click()
    return page


def listing(*folders):
    """Every file below the folders, with when it was changed and how long it is."""
    found = {}
    for folder in folders:
        for at, inner, names in os.walk(folder):
            inner[:] = [name for name in inner if name not in SKIPPED]
            for name in names:
                path = os.path.join(at, name)
                with contextlib.suppress(FileNotFoundError):
                    seen = os.stat(path, follow_symlinks=False)
                    found[path] = (seen.st_mtime_ns, seen.st_size)
    return found


def holding(changed, wanted):
    """Those of the files that are still there and in which those bytes are."""
    found = []
    for path in map(Path, changed):
        with contextlib.suppress(FileNotFoundError):
            if path.is_file() and wanted in path.read_bytes():
                found.append(path)
    return found


def test_every_problem_of_a_broken_roster_is_listed_with_row_and_column(broken):
    page = broken[0].page
    page.get_by_text("broken.csv has 2 problems; the first is in row 72").wait_for()
    # The grid draws on a canvas; its cells stand beside it for screen readers.
    for column in ("residence_county", "languages"):
        page.locator("[role=grid]", has_text=f"72{column}").first.wait_for(state="attached")
    assert page.inner_text("h3") == broken[1]


def test_a_good_roster_is_counted_for_this_session_only_and_until_it_is_taken_away(browser, staff):
    before = listing(ROOT, staff.folder)
    page = opened(browser, staff.address)
    built = page.inner_text("h3").replace("\n", " ")
    assert built.startswith("Of 149 participants")
    dropped(page, roster())
    page.get_by_text("Of 112 participants").wait_for()
    settle(page)
    assert page.get_by_text("Your roster is in use for this session.").count() == 1
    assert (
        "Roster of this session"
        in page.get_by_test_id("stMain").get_by_test_id("stCaptionContainer").first.inner_text()
    )
    sources = page.get_by_text("Source: ").all_inner_texts()
    assert len(sources) >= 6
    assert all("Roster of this session" in line for line in sources)
    other = opened(browser, staff.address)
    assert other.inner_text("h3") == built
    assert other.get_by_text("Roster of this session").count() == 0
    other.context.close()
    after = listing(ROOT, staff.folder)
    changed = [path for path in after if before.get(path) != after[path]]
    assert holding(changed, PREFIX.encode()) == []
    page.get_by_role("button", name="Remove mine.csv").click()
    page.get_by_text("Of 149 participants").wait_for()
    settle(page)
    assert page.get_by_text("Roster of this session").count() == 0
    page.context.close()


@contextlib.contextmanager
def nothing_written():
    """A server that is started within cannot write a byte to any file, ever."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_server_that_cannot_write_a_byte_takes_a_large_roster(browser, built):
    with contextlib.ExitStack() as until_then:
        with nothing_written():
            address = until_then.enter_context(serving(ATLAS_ACCESS="staff", ATLAS_BUILT=str(built)))
        page = opened(browser, address)
        dropped(page, roster(LARGE))
        page.get_by_text("Of 112 participants").wait_for()
        page.context.close()
