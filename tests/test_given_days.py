"""Is a day to come refused wherever the day of figures is given?"""

import datetime

import pytest

from data import adopting, build, given_days, refresh, registry, supply, supply_command
from data.adopting import Load
from data.errors import SourceError
from data.roster import __main__ as roster
from tests.test_adopting import KNOWN

LATER = "2099-01-01"
SAID = f"{LATER} is later than today: give the day that the figures are of."


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        (refresh.main, ["hrsa_primary_care", "--file", "areas.csv"]),
        (supply_command.main, ["own", "ours.csv"]),
        (build.main, ["--roster", "ours.csv"]),
        (roster.main, ["check", "ours.csv"]),
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
        supply.load("own_supply", b"county,specialty,physicians\nOlmsted,psychiatry,1\n", as_of=later)
    with pytest.raises(SourceError, match=SAID):
        adopting.adopt([Load("hrsa_primary_care", {}, KNOWN | {"as_of": later})])
    today = datetime.date.today()
    assert supply.load("own_supply", b"county,specialty,physicians\nOlmsted,psychiatry,1\n", as_of=today)


def test_no_clock_is_behind_the_embedded_figures():
    retrieved = [source.retrieved for source in registry.embedded().values()]
    assert given_days.today() == max(datetime.date.today(), *retrieved)
    assert [given_days.been(day) for day in retrieved] == retrieved
