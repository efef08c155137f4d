"""Is the clock of a scenario's file taken whole, or is each thing wrong with it said?"""

import pytest

from analysis.placement import timeline
from analysis.placement.timeline import Clock

PARTS = timeline.parts(Clock())


def test_what_is_written_is_read_back():
    assert timeline.problems(PARTS) == []
    assert timeline.read(PARTS) == Clock()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (None, "“years” is missing"),
        (PARTS | {"luck": 1}, "“years” has “luck”, which this page does not know."),
        (PARTS | {"res": [3, 1]}, "“res” of “years” must be a lowest and a highest, from 0 to 12."),
        (PARTS | {"res": "soon"}, "“res” of “years” must be"),
        (PARTS | {"app": [-1, 1]}, "“app” of “years” must be"),
        (PARTS | {"lic": [0, float("nan")]}, "“lic” of “years” must be"),
        (PARTS | {"stays": [0, 2]}, "“stays” of “years” must be a lowest and a highest, from 0 to 1."),
        (PARTS | {"trains_there": [0, 2]}, "“trains_there” of “years” must be a lowest and a highest, from 0 to 1."),
        (
            PARTS | {"limited_years": [0, 13]},
            "“limited_years” of “years” must be a lowest and a highest, from",
        ),
        (PARTS | {"waiver_years": -1}, "“waiver_years” of “years” must be a whole number from 0 to 10."),
        (PARTS | {"licensed_years": True}, "“licensed_years” of “years” must be a whole number from 0 to 10."),
        (PARTS | {"obligation_years": 2.5}, "“obligation_years” of “years” must be a whole number from 0 to 10."),
    ],
)
def test_each_thing_wrong_has_its_sentence(given, sentence):
    (said,) = timeline.problems(given)
    assert said.startswith(sentence)


@pytest.mark.parametrize("name", Clock._fields)
def test_what_is_missing_is_named(name):
    (said,) = timeline.problems({part: value for part, value in PARTS.items() if part != name})
    assert said.startswith(f"“{name}” of “years” must be ")
