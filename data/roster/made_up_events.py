"""What happens to a made-up person on the way to practice, and on which days?

Applications open in September, the match is the third Friday of March, residencies run from
1 July to 30 June.
"""

import datetime

from data.publish.cells import STAGES
from data.roster.chance import Chance

AS_OF = datetime.date(2026, 6, 30)
Dates = dict[str, datetime.date]


def reached(stage: str) -> list[str]:
    """The stage and all before it. Raises ValueError for a stage that is not one."""
    return list(STAGES[: STAGES.index(stage) + 1])


def events(chance: Chance, *, stage: str, ending: str, sought: str) -> Dates:
    """Dates by column head of one draw up to `stage`; some may lie after the as-of date."""
    years = chance.between(f"years_since_enrollment.{stage}")
    drawn = {"enrolled_date": AS_OF - datetime.timedelta(days=int(years * 365.25))}
    passed = reached(stage)
    if "exams" in passed:
        _exams(chance, drawn, stage)
    if "certified" in passed:
        tests = max(drawn["step_1_date"], drawn["step_2_ck_date"])
        drawn["ecfmg_date"] = _after(chance, tests, "ecfmg_months")
    if "experience" in passed and (stage == "experience" or chance.happens("clinical_before_applying")):
        _clinical(chance, drawn, stage)
    if "applied" in passed:
        _apply(chance, drawn)
    if "matched" in passed:
        _train(chance, drawn, stage, sought)
    _end(chance, drawn, ending)
    return drawn


def _train(chance: Chance, drawn: Dates, stage: str, sought: str) -> None:
    passed = reached(stage)
    _match(chance, drawn)
    if "residency" in passed:
        _reside(chance, drawn, sought)
    if "licensed" in passed:
        drawn["licensed_date"] = _after(chance, drawn["residency_start_date"], "licensed_months")
    if "practising" in passed:
        _practise(chance, drawn, stage)


def _exams(chance: Chance, drawn: Dates, stage: str) -> None:
    drawn["step_1_date"] = _after(chance, drawn["enrolled_date"], "step_1_months")
    drawn["step_2_ck_date"] = _after(chance, drawn["step_1_date"], "step_2_ck_months")
    drawn["english_test_date"] = _after(chance, drawn["enrolled_date"], "english_test_months")
    if stage == "exams":
        taken = chance.one_of("exams_taken").split("+")
        for exam in ("step_1", "step_2_ck", "english_test"):
            if exam not in taken:
                del drawn[f"{exam}_date"]


def _clinical(chance: Chance, drawn: Dates, stage: str) -> None:
    drawn["clinical_start_date"] = _after(chance, drawn["ecfmg_date"], "clinical_start_months")
    end = _later(drawn["clinical_start_date"], chance.assumed["clinical_experience_months"])
    if end <= AS_OF or stage != "experience":
        drawn["clinical_end_date"] = end


def _apply(chance: Chance, drawn: Dates) -> None:
    ready = drawn.get("clinical_end_date", drawn["ecfmg_date"])
    day = int(chance.between("applied_september_day"))
    this_year = datetime.date(ready.year, 9, day)
    drawn["applied_date"] = this_year if ready <= this_year else datetime.date(ready.year + 1, 9, day)


def _match(chance: Chance, drawn: Dates) -> None:
    year = drawn["applied_date"].year + 1 + int(chance.between("cycles_before_match"))
    first = datetime.date(year, 3, 1)
    drawn["matched_date"] = first + datetime.timedelta(days=(4 - first.weekday()) % 7 + 14)


def _reside(chance: Chance, drawn: Dates, sought: str) -> None:
    year = drawn["matched_date"].year
    drawn["residency_start_date"] = datetime.date(year, 7, 1)
    drawn["residency_end_date"] = datetime.date(year + int(chance.assumed[f"residency_years.{sought}"]), 6, 30)


def _practise(chance: Chance, drawn: Dates, stage: str) -> None:
    free = max(drawn["licensed_date"], drawn["residency_end_date"])
    drawn["practice_start_date"] = start = _after(chance, free, "practice_start_months")
    if stage == "served" or chance.happens("obligated"):
        years = int(chance.assumed["obligation_years"])
        drawn["obligation_end_date"] = datetime.date(start.year + years, start.month, min(start.day, 28))


def _end(chance: Chance, drawn: Dates, ending: str) -> None:
    latest = max(drawn.values())
    if ending == "alternative":
        drawn["alternative_career_date"] = _after(chance, latest, "alternative_career_months")
    if ending == "left":
        drawn["left_date"] = _after(chance, latest, "left_months")


def _after(chance: Chance, date: datetime.date, assumption: str) -> datetime.date:
    return _later(date, chance.between(assumption))


def _later(date: datetime.date, months: float) -> datetime.date:
    return date + datetime.timedelta(days=int(months * 30.4375))
