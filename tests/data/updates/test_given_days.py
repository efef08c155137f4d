"""Is a day to come refused wherever the day of figures is given?"""

import datetime

import pytest

from data import dates
from data import registry as data_registry
from data.build import build as build_build
from data.errors import SourceError
from data.refresh import __main__
from data.roster import __main__ as roster___main__
from data.supply import __main__ as supply___main__
from data.supply import load as supply_load
from data.updates import adopt
from data.updates.adopt import Load
from tests.support.publishers.adopted import KNOWN

LATER = "2099-01-01"
SAID = f"{LATER} is later than today: give the day that the figures are of."


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        (__main__.main, ["hrsa_primary_care", "--file", "areas.csv"]),
        (supply___main__.main, ["own", "ours.csv"]),
        (build_build.main, ["--roster", "ours.csv"]),
        (roster___main__.main, ["check", "ours.csv"]),
    ],
)
def test_every_command_refuses_a_day_to_come(command, arguments, capsys):
    with pytest.raises(SystemExit, match="2"):
        command([*arguments, "--as-of", LATER])
    assert capsys.readouterr().err.endswith(f"argument --as-of: {SAID}\n")


def test_what_is_brought_is_not_of_a_day_to_come(tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_LOCAL", str(tmp_path / "local"))
    later = datetime.date.fromisoformat(LATER)
    with pytest.raises(SourceError, match=SAID):
        supply_load.load("own_supply", b"county,specialty,physicians\nOlmsted,psychiatry,1\n", as_of=later)
    with pytest.raises(SourceError, match=SAID):
        adopt.adopt([Load("hrsa_primary_care", {}, KNOWN | {"as_of": later})])
    today = datetime.date.today()
    assert supply_load.load("own_supply", b"county,specialty,physicians\nOlmsted,psychiatry,1\n", as_of=today)


def test_no_clock_is_behind_the_embedded_figures():
    retrieved = [source.retrieved for source in data_registry.embedded().values()]
    assert dates.today() == max(datetime.date.today(), *retrieved)
    assert [dates.been(day) for day in retrieved] == retrieved
