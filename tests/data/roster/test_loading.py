"""Is a roster taken in whole or not at all, and its file left as it was?"""

import hashlib
import pickle

import pytest

from data.errors import RosterError
from data.roster import columns
from data.roster.load import load
from tests.support.rosters.files import AS_OF, as_csv, as_xlsx, loaded, one, people


def test_columns_have_the_same_types_with_people_and_without():
    some = one(gender="woman", languages="so", willing_regions="Metro", step_1_date="2021-01-01")
    none = loaded(as_csv([list(columns.REQUIRED)]))
    for frame in ("participants", "events", "languages", "regions"):
        assert getattr(some, frame).dtypes.to_dict() == getattr(none, frame).dtypes.to_dict()
        assert len(getattr(none, frame)) == 0


def test_languages_have_names_and_come_once():
    assert one(languages="Somali; so; som,ell").languages.values.tolist() == [
        ["P1", "som", "Somali"],
        ["P1", "ell", "Greek"],
    ]


def test_examples_are_passed_over_and_it_says_so():
    rows = people({"participant_id": "EXAMPLE-1", "gender": "nonsense"}, {"participant_id": "A"})
    roster = loaded(as_csv(rows))
    assert roster.participants.participant_id.tolist() == ["A"]
    assert roster.notices == ("1 row is an example (participant_id starts with EXAMPLE), passed over.",)


def test_a_roster_of_nobody_is_no_error_and_it_says_so():
    roster = loaded(as_csv([list(columns.COLUMNS)]))
    assert roster.notices == ("There is nobody in the roster yet: write one person a row below the heads.",)


@pytest.mark.parametrize(
    ("title", "is_made_up", "shown"),
    [(None, False, "r"), ("Ours", False, "Ours"), ("Ours", True, "Ours (made up)"), ("Made-up people", True,
     "Made-up people")],
)  # fmt: skip
def test_a_made_up_roster_says_so_in_its_title(title, is_made_up, shown):
    roster = loaded(as_csv(people({})), title=title, is_made_up=is_made_up)
    assert (roster.title, roster.is_made_up, roster.as_of) == (shown, is_made_up, AS_OF)


@pytest.mark.parametrize("name", ["r.csv", "r.xlsx"])
def test_the_file_is_read_and_never_changed_and_nothing_is_written(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    held = (as_csv if name == "r.csv" else as_xlsx)(people({"gender": "woman"}, {"gender": "man"}))
    in_memory = loaded(held, name)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / name).write_bytes(held)
    from_disk = load(tmp_path / name, name, AS_OF)
    assert (tmp_path / name).read_bytes() == held
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert from_disk.digest == in_memory.digest == hashlib.sha256(held).hexdigest()
    assert from_disk.participants.equals(in_memory.participants)


def test_one_wrong_cell_keeps_everybody_out_and_the_message_holds_no_value():
    rows = people({}, {"training_country": "Secretland"}, {"gender": "hush", "step_1_date": "hush"})
    with pytest.raises(RosterError) as refused:
        loaded(as_csv(rows))
    assert str(refused.value) == (
        "r.csv has 3 problems; the first is in row 3, column training_country: "
        "Not a country: write its English name or its ISO 3166-1 code."
    )
    assert [problem.value for problem in refused.value.problems] == ["Secretland", "hush", "hush"]
    assert (refused.value.__cause__, refused.value.__context__) == (None, None)


def test_the_message_suggests_nothing_that_a_person_wrote():
    with pytest.raises(RosterError, match=r"has 1 problem; .*ISO 3166-1 code\.$") as refused:
        loaded(as_csv(people({"training_country": "Somolia"})))
    assert "Somalia" in refused.value.problems[0].todo


def test_an_error_keeps_its_problems_when_it_is_sent_on():
    with pytest.raises(RosterError) as refused:
        loaded(as_csv(people({"gender": "x"})))
    assert pickle.loads(pickle.dumps(refused.value)).problems == refused.value.problems


def test_five_thousand_people_are_read():
    rows = people(*({"residence_county": "Hennepin", "step_1_date": "2021-01-01"} for _ in range(5000)))
    roster = loaded(as_xlsx(rows), "r.xlsx")
    assert len(roster.participants) == len(roster.events) == 5000
    rows[4000][3] = "never"
    with pytest.raises(RosterError) as refused:
        loaded(as_csv(rows))
    assert [(problem.row, problem.value) for problem in refused.value.problems] == [(4001, "never")]
