"""Do estimate and band of a share agree with another library on random people?"""

import numpy as np
import pytest
from sksurv.nonparametric import cumulative_incidence_competing_risks, kaplan_meier_estimator

from analysis.statistics.survival import at, cumulative_incidence

Z = 1.959963984540054


def random_people(seed):
    rng = np.random.default_rng(seed)
    people = int(rng.integers(30, 300))
    # Nobody ends at time 0 or all at once at the last, for which the other library warns.
    time = np.append(rng.integers(1, 60, people), [61, 61, 62])
    return time, np.append(rng.integers(0, 4, people), [1, 2, 0])


@pytest.mark.parametrize("seed", range(10))
def test_estimate_and_band_agree_with_another_library(seed):
    time, outcome = random_people(seed)
    found = cumulative_incidence(time, outcome, causes=3)
    times, theirs, (low, high) = _theirs(time, outcome)
    np.testing.assert_allclose(at(found, times), theirs[1:], atol=1e-12)
    np.testing.assert_allclose(1 - found.event_free[-1], theirs[0, -1], atol=1e-12)
    # They set log(-log F) level, we log(-log(1 - F)): the standard error is what both share.
    share, known = theirs[1:], theirs[1:] > 0
    share = np.where(known, share, 0.5)
    error = (np.log(-np.log(low)) - np.log(-np.log(high))) / 2 / Z * -share * np.log(share)
    reach = Z * error / ((1 - share) * np.log(1 - share))
    for part, sign in (("low", 1), ("high", -1)):
        expected = np.where(known, 1 - (1 - share) ** np.exp(sign * reach), np.nan)
        np.testing.assert_allclose(at(found, times, part), expected, atol=1e-8)


def _theirs(time, outcome):
    times, shares, bands = cumulative_incidence_competing_risks(
        outcome, time.astype(float), conf_type="log-log", var_type="Dinse_Approx"
    )
    some = shares[1:, np.newaxis] > 0
    return times, shares, np.where(some, bands[1:], 0.5).swapaxes(0, 1)


@pytest.mark.parametrize("seed", range(5))
def test_one_cause_is_kaplan_meier_turned_over(seed):
    time, outcome = random_people(seed)
    found = cumulative_incidence(time, outcome > 0, causes=1)
    times, survival, (low, high) = kaplan_meier_estimator(outcome > 0, time, conf_type="log-log")
    known = survival < 1
    np.testing.assert_allclose(1 - at(found, times)[0], survival)
    np.testing.assert_allclose(1 - at(found, times, "high")[0][known], low[known])
    np.testing.assert_allclose(1 - at(found, times, "low")[0][known], high[known])
