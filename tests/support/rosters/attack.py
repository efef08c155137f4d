"""What can be told of withheld counts by linear program, from the meaning of the published tables alone."""

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from tests.support.rosters.recount_members import PHASES, STAGES

N = len(STAGES)
ALL = ("all", "all")
RUNNING, SERVED, WITHIN = ("obligation", "running"), ("obligation", "served"), ("acceptance", "within")


class Attack:
    """The people of each published member by furthest stage, as unknowns, and all that is known of them.

    Written from the meaning of the tables alone: none of the equations of data/publish is used.
    """

    def __init__(self, counts):
        self.rows = [*counts[counts["participants_status"] != "not_collected"].itertuples()]
        self.parents = {(row.dimension, row.member): row.parent_member for row in self.rows}
        self.places = {key: N * n for n, key in enumerate(self.parents)}
        self.equal, self.below = [], []
        for row in self.rows:
            if row.participants_status != "withheld":
                self.equal.append((self.of(row), row.participants))
        for key in self.parents:
            self._within(key)
        self._ends()
        self._years()

    def of(self, row):
        """The stages of a row of the counts, summed."""
        return self._at((row.dimension, row.member), *stages(row))

    def _at(self, key, first=0, end=N):
        line = np.zeros(N * len(self.places))
        line[self.places[key] + first : self.places[key] + end] = 1
        return line

    def _less(self, whole, parts, stage):
        """The parts less the whole, at one stage."""
        return sum(self._at(key, stage, stage + 1) for key in parts) - self._at(whole, stage, stage + 1)

    def _adds_up(self, whole, parts):
        self.equal += [(self._less(whole, parts, stage), 0) for stage in range(N)]

    def _within(self, key):
        """Children add up to their parent at every stage; speakers are no more than everyone."""
        dimension, member = key
        children = [other for other in self.parents if other[0] == dimension and self.parents[other] == member]
        if key == ALL:
            for other in {name for name, _ in self.parents} - {"all", "language"}:
                self._adds_up(ALL, [one for one in self.parents if one[0] == other and self.parents[one] == "all"])
        elif dimension == "language":
            self.below += [(self._less(ALL, [key], stage), 0) for stage in range(N)]
        elif children:
            self._adds_up(key, children)

    def _ends(self):
        """Who has served is at the last stage, and so on: what the words of a member mean."""
        for key, held in {SERVED: [9], RUNNING: [8], WITHIN: range(5, N)}.items():
            for stage in set(range(N)) - {*held} if key in self.places else ():
                self.equal.append((self._at(key, stage, stage + 1), 0))
        if SERVED in self.places:
            self.equal.append((self._less(ALL, [SERVED], 9), 0))

    def _years(self):
        """Those followed are the people of all years of enrolment up to one; the others are of those since."""
        for followed in [key for key in self.parents if key[1].startswith("followed: ")]:
            years = [key for key in self.parents if key[0] == "cohort"]
            before = [key for key in years if int(key[1].split()[-1]) <= int(followed[1].split()[-1])]
            self._adds_up(followed, before)
            self._adds_up(("acceptance", "recent"), [key for key in years if key not in before])

    def between(self):
        """Groups that are published nowhere, yet lie between published ones: what each is, and its people."""
        found = {
            f"do not speak {row.member}, {row.step} {row.is_reached}": self._at(ALL, *stages(row)) - self.of(row)
            for row in self.rows
            if row.dimension == "language"
        }
        if RUNNING in self.places:
            found["practise without obligation"] = -self._less(ALL, [RUNNING], 8)
        if WITHIN in self.places:
            for key in [key for key in self.places if key[0] == "acceptance" and key != WITHIN]:
                found |= {f"{key[1]}, accepted": self._at(key, 5, N), f"{key[1]}, not accepted": self._at(key, 0, 5)}
        return found

    def close(self, lines, least):
        """Which of the groups are known to within fewer than `least` people, by their places."""
        known = {"A_eq": sparse.csr_array(np.array([line for line, _ in self.equal]))}
        known |= {"b_eq": [value for _, value in self.equal]}
        if self.below:
            known |= {"A_ub": sparse.csr_array(np.array([line for line, _ in self.below]))}
            known |= {"b_ub": [value for _, value in self.below]}
        lows, highs = np.full(len(lines), np.inf), np.full(len(lines), -np.inf)
        for n, line in enumerate(lines):
            for sign in (1, -1):
                # What another end has shown already need not be looked for.
                if highs[n] - lows[n] < least:
                    end = linprog(sign * line, **known, method="highs")
                    assert end.status in (0, 3)
                    if end.status == 3:
                        lows[n], highs[n] = 0, np.inf
                        break
                    people = np.array(lines) @ end.x
                    lows, highs = np.minimum(lows, people), np.maximum(highs, people)
        return np.flatnonzero(highs - lows < least - 1e-6).tolist()


def stages(row):
    """The first stage of a row's people, and the one after the last."""
    if row.step == "all":
        return 0, N
    place = STAGES.index(row.step) if row.step_kind == "stage" else None
    first, end = PHASES[row.step] if place is None else (place, place + 1)
    return first, N if row.is_reached else end
