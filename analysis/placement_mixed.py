"""Where does a cohort go whose physicians do not count the same, such as residents and licensed for designation?"""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from analysis import allocation_mixed_equity, placement_language, placement_worth
from analysis.allocation_mixed_equity import Point
from analysis.allocation_mixed_question import Question
from analysis.placement_cohort import Group
from analysis.placement_worth import Plan


def is_mixed(groups: Sequence[Group], plan: Plan) -> bool:
    """Whether those who can be placed count differently."""
    counted = {placement_worth.effect(one, plan) for one in groups if one.physicians}
    return len(counted - {0.0}) > 1


def question(places: pd.DataFrame, groups: Sequence[Group], plan: Plan) -> Question:
    """The question of placement that this cohort and this plan pose, each physician by their own effect.

    Nobody goes where nothing more of a gap would be closed, unless pinned there.
    """
    asked = placement_worth.instance(places, groups, plan)
    speaking = placement_worth.speakers(groups, plan)
    return Question(
        asked._replace(slots=np.zeros((len(places), 1)), doors=None),
        plan.weights.last_share,
        placement_language.languages(places, speaking, plan.weights.language),
        np.zeros(len(asked.regions.ids)),
    )


def compromises(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, points: int) -> Iterator[Point]:
    """So many compromises, from most gap closed to fairest. Raises PlacementError as allocation_mixed.solve does."""
    return allocation_mixed_equity.compromises(question(places, groups, plan), points)
