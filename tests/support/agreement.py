"""Do the questions answer as plain loops do, on worlds that nobody thought up?"""

import pandas as pd
import pytest

from tests.support.loops import common


def agree(frame: pd.DataFrame, rows: list[common.Row]) -> None:
    """Nothing, if the frame has just these rows, in this order and to the last millionth."""
    found = frame.astype(object).where(frame.notna(), None).to_dict("records")
    assert len(found) == len(rows)
    for here, there in zip(found, rows, strict=True):
        assert set(here) == set(there)
        for name, value in there.items():
            expected = pytest.approx(value, rel=1e-9, abs=1e-12) if isinstance(value, float) else value
            assert here[name] == expected, (name, there)
