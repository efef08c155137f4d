"""What can be told of withheld counts by linear program, from the meaning of the published tables alone."""

import numpy as np
from scipy.optimize import linprog

from tests.recount_members import PHASES, STAGES

N = len(STAGES)


class Attack:
    """The people of each published member by furthest stage, as unknowns, and all that is known of them.

    Written from the meaning of the tables alone: none of the equations of data/publish is used.
    """

    def __init__(self, counts):
        self.counts = counts
        self.parents = {(row.dimension, row.member): row.parent_member for row in counts.itertuples()}
        self.places = {key: N * n for n, key in enumerate(self.parents)}
        self.equal, self.below = [], []
        for row in counts[counts["participants"].notna()].itertuples():
            self.equal.append((self.of(row), row.participants))
        for key in self.parents:
            self._within(key)
        self._ends()

    def of(self, row):
        """The stages of a row of the counts, summed."""
        line = np.zeros(N * len(self.places))
        first, end = (0, N) if row.step == "all" else PHASES.get(row.step, (0, 0))
        if row.step_kind == "stage":
            first, end = STAGES.index(row.step), STAGES.index(row.step) + 1
        start = self.places[row.dimension, row.member]
        line[start + first : start + (N if row.is_reached else end)] = 1
        return line

    def _sum(self, stage, whole, parts):
        line = np.zeros(N * len(self.places))
        for key in parts:
            line[self.places[key] + stage] = 1
        line[self.places[whole] + stage] -= 1
        return line

    def _within(self, key):
        """Children add up to their parent at every stage; speakers are no more than everyone."""
        dimension, member = key
        children = [other for other in self.parents if other[0] == dimension and self.parents[other] == member]
        if member == "all":
            for other in {name for name, _ in self.parents} - {"all", "language"}:
                tops = [one for one in self.parents if one[0] == other and self.parents[one] == "all"]
                self.equal += [(self._sum(stage, key, tops), 0) for stage in range(N)]
        elif dimension == "language":
            self.below += [(self._sum(stage, ("all", "all"), [key]), 0) for stage in range(N)]
        elif children:
            self.equal += [(self._sum(stage, key, children), 0) for stage in range(N)]

    def _ends(self):
        """Who has served is at the last stage, and so on: what the words of a member mean."""
        told = {("obligation", "served"): [9], ("acceptance", "accepted"): range(5, N)}
        some = {("obligation", "running"): [8], ("acceptance", "within"): range(5, N)}
        for key, stages in {**told, **some}.items():
            for stage in range(N) if key in self.places else ():
                whole = self._sum(stage, ("all", "all"), [key])
                if stage not in stages:
                    self.equal.append((whole * (whole > 0), 0))
                elif key in told:
                    self.equal.append((whole, 0))
                else:
                    self.below.append((whole, 0))
        for outcome, standing in (("ended_before", "ended"), ("waiting_before", "on_the_way")):
            both = ("acceptance", outcome), ("standing", standing)
            if set(both) <= set(self.places):
                self.equal += [(self._sum(stage, both[0], [both[1]]), 0) for stage in range(5)]

    def width(self, row):
        """Between the fewest and the most people that a row may count."""
        known = {"A_eq": np.array([line for line, _ in self.equal]), "b_eq": [value for _, value in self.equal]}
        known |= {"A_ub": np.array([line for line, _ in self.below]), "b_ub": [value for _, value in self.below]}
        ends = [linprog(sign * self.of(row), **known, method="highs") for sign in (1, -1)]
        if any(end.status == 3 for end in ends):
            return np.inf
        assert [end.status for end in ends] == [0, 0]
        return -ends[1].fun - ends[0].fun
