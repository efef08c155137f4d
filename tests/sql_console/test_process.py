"""A query is stopped with every process that belongs to it, while other queries run on."""

import os
import subprocess
import sys
import threading

import pytest

from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.sql_console import run
from data import store
from data.build import build
from data.errors import QueryError
from tests.support.hostile import BOMBS, ENDLESS


class LeftError(Exception):
    """The reader has closed the page."""


@pytest.fixture(autouse=True, scope="module")
def _built():
    build.ensure()


@pytest.mark.parametrize("statement", BOMBS, ids=lambda text: text[:40])
def test_what_has_no_end_is_stopped(statement):
    with pytest.raises(QueryError, match=r"stopped: ask for less\.$|more than 64 MB: ask for fewer columns or rows\.$"):
        run.query(statement, seconds=1)


def test_others_read_on_while_one_query_has_no_end():
    running, enough, ended = threading.Event(), threading.Event(), []

    def waiting():
        running.set()
        if enough.is_set():
            raise LeftError

    def ask():
        with pytest.raises(LeftError):
            run.query(ENDLESS, seconds=60, waiting=waiting)
        ended.append(True)

    endless = threading.Thread(target=ask)
    endless.start()
    assert running.wait(30)
    with store.open_database() as con:
        assert len(shortage_queries.by_county(con.cursor(), selection=Selection())) == 87
    assert len(run.query("FROM county").rows) == 3144
    assert not ended
    enough.set()
    endless.join()
    assert ended


def test_a_third_query_is_told_that_two_are_running(monkeypatch):
    monkeypatch.setattr(run, "PATIENCE_S", 0)
    two = (run.turn(lambda: None), run.turn(lambda: None))
    with two[0], two[1], pytest.raises(QueryError, match=r"^Two other queries"):
        run.query("SELECT 1")
    assert len(run.query("SELECT 1").rows) == 1


def test_a_reader_who_leaves_ends_the_query():
    children = []

    def leave():
        listed = subprocess.run(
            ["pgrep", "-P", str(os.getpid()), "-f", "sql_console.worker"], capture_output=True, text=True
        )
        children.extend(listed.stdout.split())
        raise LeftError

    with pytest.raises(LeftError):
        run.query(ENDLESS, waiting=leave)
    assert len(children) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(int(children[0]), 0)


def test_a_process_that_nobody_waits_for_ends_by_itself():
    limited = "from analysis.sql_console import worker\nworker.limit_process(4000, -1)"
    ended = subprocess.run(
        [sys.executable, "-c", f"{limited}\nwhile True: pass"],
        check=False,
    )
    assert ended.returncode == -14
