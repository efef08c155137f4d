"""Does anything that leaves let one work out a small group, or name it, by whatever is publicly true?"""

from collections import Counter

import pandas as pd
import pytest

from data.publish import protecting
from tests import recount
from tests.attack import Attack
from tests.random_rosters import random_roster
from tests.test_publish_protecting import SEEDS, K, published, staff


@pytest.mark.parametrize(("seed", "people"), [(1, 60), (6, 148), (8, 800)])
def test_another_attack_by_linear_program_comes_no_closer_than_the_least_count(seed, people):
    counts = published(seed, people).counts
    attack = Attack(counts)
    withheld = counts[counts["participants"].isna()]
    close = [row for row in withheld.itertuples() if attack.width(row) < K - 1e-6]
    assert [(row.dimension, row.member, row.step) for row in close] == []


CANARY = {"id": "CANARY-7731", "county": "27077", "country": "TUV", "language": "smo", "specialty": "neurosurgery"}
CANARIES = (*CANARY.values(), "Lake of the Woods", "Tuvalu", "Polynesia", "Samoan", "Neuro")


def with_canary(roster):
    """The roster and one person from where nobody else is."""
    person = roster.participants.iloc[[0]].assign(
        participant_id=CANARY["id"],
        county_fips=CANARY["county"],
        country_code=CANARY["country"],
        specialty_sought=CANARY["specialty"],
    )
    spoken = pd.DataFrame([[CANARY["id"], CANARY["language"], "Samoan"]], columns=roster.languages.columns)
    return roster._replace(
        participants=pd.concat([roster.participants, person], ignore_index=True),
        languages=pd.concat([roster.languages, spoken], ignore_index=True),
    )


@pytest.mark.parametrize("people", [20, 60, 148, 800])
def test_who_is_alone_appears_in_no_word(people):
    with staff(with_canary(random_roster(4, people))) as con:
        told = [str(value) for part in protecting.protect(con) for value in part.to_numpy().ravel()]
    assert [word for word in told if any(canary in word for canary in CANARIES)] == []


@pytest.mark.parametrize(("seed", "people"), SEEDS)
def test_nobody_and_no_small_place_is_named(seed, people):
    roster, counts = random_roster(seed, people), published(seed, people).counts
    told = {str(value) for value in counts[["member", "member_label", "parent_member"]].to_numpy().ravel()}
    assert not told & set(roster.participants["participant_id"])
    everyone = recount.people(roster)
    for dimension in ("residence", "origin", "specialty", "language"):
        held = Counter(name for one in everyone for leaf in one.leaves[dimension] for name in leaf if name)
        few = {name for name, number in held.items() if number < K}
        assert not few & set(counts[counts["dimension"] == dimension]["member"])


@pytest.mark.parametrize(("seed", "people"), SEEDS)
def test_years_of_enrolment_less_those_followed_leave_no_few(seed, people):
    # Who enrolled by the end of a year is known from the years of enrolment, too.
    counts = published(seed, people).counts
    told = counts[counts["step"] == "all"].set_index(["dimension", "member"])
    for (_, member), row in told[told.index.get_level_values("member").str.startswith("followed: ")].iterrows():
        cut = int(member.split()[1])
        years = told.loc["cohort"]
        before = years[[int(name.split(" ")[-1]) <= cut for name in years.index]]
        assert before["participants"].sum() == row["participants"]
        assert all(int(name.split(" ")[0]) > cut for name in years.index.difference(before.index))
