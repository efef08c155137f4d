"""Are draws within the reader's ranges, the same each time, and each its own?"""

import numpy as np
import pytest

from analysis.levers import model
from analysis.levers.assumptions import SHIPPED, Span


def test_the_same_seed_gives_the_same_draws_and_an_edit_changes_no_other():
    before, again = model.drawn(SHIPPED), model.drawn(SHIPPED)
    edited = model.drawn(SHIPPED | {"cut_share": Span(0.1, 0.2, 0.3)})
    assert all((before[name] == again[name]).all() for name in SHIPPED)
    assert [name for name in SHIPPED if not (before[name] == edited[name]).all()] == ["cut_share"]
    assert not (model.drawn(SHIPPED, seed=1)["cut_share"] == before["cut_share"]).all()


def test_draws_are_triangular_within_their_range():
    parts = (np.arange(100_000) + 0.5) / 100_000
    for span in (Span(2, 3, 7), Span(2, 2, 7), Span(2, 7, 7), Span(4, 4, 4)):
        drawn = model.triangular(parts, span)
        assert drawn.min() >= span.low
        assert drawn.max() <= span.high
        assert drawn.mean() == pytest.approx(sum(span) / 3, abs=1e-3)
        assert (np.diff(drawn) >= 0).all()


def test_a_range_is_the_middle_of_the_draws():
    assert model.spread(np.arange(1, 101.0)) == (10, 50, 90)
    assert np.isnan(model.spread(np.array([1, np.nan]))).all()
    assert np.isnan(model.spread(np.array([]))).all()
