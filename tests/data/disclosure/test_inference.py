"""Does anything that leaves name a person, or a small place?"""

from collections import Counter

import pandas as pd
import pytest

from data.disclosure import protect
from tests.support.rosters import recount
from tests.support.rosters.protected import SEEDS, K, published, staff
from tests.support.rosters.random_rosters import random_roster

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
        told = [str(value) for part in protect.protect(con) for value in part.to_numpy().ravel()]
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
