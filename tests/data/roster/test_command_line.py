"""Does the command line say all there is to mend, in plain lines and with the right exit code?"""

import subprocess
import sys

import pytest

from data.roster.__main__ import PRINTED, line, main
from data.roster.columns import COLUMNS
from data.spreadsheets.problems import Problem
from tests.support.rosters.files import as_csv, people


@pytest.fixture
def written(tmp_path):
    def write(*rows):
        path = tmp_path / "r.csv"
        path.write_bytes(as_csv(people(*rows)))
        return str(path)

    return write


def test_a_roster_without_problems_takes_one_line(written, capsys):
    assert main(["check", written({}, {}), "--as-of", "2025-06-30"]) == 0
    assert capsys.readouterr().out == "2 people are fine, as of 2025-06-30.\n"


def test_every_problem_takes_one_line(written, capsys):
    path = written({"gender": "x"}, {"practice_county": "Hennepin"})
    assert main(["check", path, "--as-of", "2025-06-30"]) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "r.csv, row 2, gender: 'x'. Write woman, man or nonbinary, or leave it empty.",
        "r.csv, row 3, practice_start_date: empty. Write when practice in practice_county began, or empty that cell.",
    ]
    assert printed.err == "2 to mend in r.csv; nothing was imported.\n"


def test_the_day_of_the_roster_is_heeded(written):
    path = written({"enrolled_date": "2025-06-30"})
    assert main(["check", path, "--as-of", "2025-06-30"]) == 0
    assert main(["check", path, "--as-of", "2025-06-29"]) == 1


def test_very_many_problems_are_counted(written, capsys):
    main(["check", written(*({"gender": "x"} for _ in range(PRINTED + 50)))])
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == PRINTED + 1
    assert printed.out.splitlines()[-1] == "... and 50 more."
    assert printed.err.startswith("250 to mend")


def test_a_long_value_is_cut_and_a_line_stays_one_line():
    shown = line(Problem("s", 2, "c", "a\n" * 50, "Do."))
    assert "\n" not in shown
    assert "..." in shown


@pytest.mark.parametrize("name", ["none.csv", "none.xlsx", "none.doc"])
def test_a_missing_file_takes_one_sentence(tmp_path, capsys, name):
    assert main(["check", str(tmp_path / name)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("There is no file ")
    assert printed.err.count("\n") == 1


def test_a_template_is_written_once(tmp_path, capsys):
    path = str(tmp_path / "r.xlsx")
    assert main(["template", path]) == 0
    assert main(["template", path]) == 1
    assert main(["template", path, "--force"]) == 0
    assert main(["check", path]) == 0
    assert "There is nobody in the roster yet" in capsys.readouterr().out


def test_without_arguments_it_says_how_it_is_used(capsys):
    assert main([]) == 0
    said = capsys.readouterr().out
    assert all(f"python -m data.roster {task}" in said for task in ("template", "check", "format"))
    assert len(said.splitlines()) < 8


def test_the_format_names_every_column(capsys):
    assert main(["format"]) == 0
    said = capsys.readouterr().out
    assert all(column in said for column in COLUMNS)


def test_a_day_that_is_none_is_refused(written, capsys):
    with pytest.raises(SystemExit):
        main(["check", written({}), "--as-of", "2025-02-30"])
    assert "2025-02-30 is not a day" in capsys.readouterr().err


def test_it_runs_as_a_program(written):
    ran = subprocess.run(
        [sys.executable, "-m", "data.roster", "check", written({"gender": "x"})], capture_output=True, text=True
    )
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
