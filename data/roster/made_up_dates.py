"""Which made-up dates can all have happened by the as-of date? Others are drawn again."""

import datetime

from data.roster.chance import Chance
from data.roster.form import MAY_LIE_AHEAD
from data.roster.made_up_events import AS_OF, Dates, events, reached

TRIES = 50_000


def pathway(chance: Chance, *, stage: str, ending: str) -> tuple[str, Dates]:
    """Specialty sought and dates by column head of one person whose furthest stage is `stage`.

    `ending` is on_the_way, alternative or left. Raises ValueError if the assumptions leave no
    such person.
    """
    for _ in range(TRIES):
        sought = chance.one_of("specialty_accepted" if "matched" in reached(stage) else "specialty_sought")
        drawn = events(chance, stage=stage, ending=ending, sought=sought)
        if _is_possible(chance, drawn, stage):
            return sought, drawn
    raise ValueError(f"No dates fit a person at stage {stage}: change the times in assumptions.csv.")


def _is_possible(chance: Chance, drawn: Dates, stage: str) -> bool:
    enrolled = drawn["enrolled_date"]
    first = datetime.date(int(chance.assumed["first_year_to_enroll"]), 1, 4)
    last = datetime.date(int(chance.assumed["last_year_to_enroll"]), 2, 28)
    happened = [date for name, date in drawn.items() if name not in MAY_LIE_AHEAD]
    is_ordered = drawn.get("english_test_date", enrolled) <= drawn.get("ecfmg_date", AS_OF)
    in_time = first <= enrolled <= last and max(happened) <= AS_OF
    return is_ordered and in_time and _is_now_at(drawn, stage)


def _is_now_at(drawn: Dates, stage: str) -> bool:
    """Whether the stage is still the person's own: a match of this year, a residency not over."""
    if stage == "matched":
        return drawn["matched_date"].year == AS_OF.year
    if stage == "residency":
        return drawn["residency_end_date"] > AS_OF
    ends = drawn.get("obligation_end_date", AS_OF)
    return {"practising": ends > AS_OF or "obligation_end_date" not in drawn, "served": ends <= AS_OF}.get(stage, True)
