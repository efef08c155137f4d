"""Do the rows of a document say their figures as the tables on screen do, and nothing under zero that is nothing?"""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.documents.model import LONG, worded
from pages.kit import tables as kit_tables
from tests.support.quiet import quietly

SHARES = pd.DataFrame({"county": ["Elm", "Oak", "Ash"], "poverty_share": [0.093, 0.57, None]})
NAMES = ("population", "fte_short", "poverty_share", "gini")


@pytest.mark.parametrize("count", [1, LONG])
def test_shares_of_a_long_table_have_one_decimal_on_screen_and_in_a_document(count):
    rows = pd.concat([SHARES] * count, ignore_index=True)
    shown = kit_tables.shares_said(rows)
    if count == 1:
        on_screen = [line[2]["display_value"] for line in shown._translate(False, False)["body"]]
    else:
        form = kit_tables._column("poverty_share", True)["type_config"]["format"]
        on_screen = [form % value if pd.notna(value) else "not known" for value in shown["poverty_share"]]
    assert worded(rows).iloc[:, 1].tolist() == on_screen
    assert on_screen[:3] == (["9.3%", "57%", "not known"] if count == 1 else ["9.3%", "57.0%", "not known"])


@quietly
@given(st.floats(-1, 1), st.sampled_from(NAMES))
def test_nothing_is_said_to_be_under_zero(value, name):
    (said,) = worded(pd.DataFrame({name: [value]})).iloc[:, 0]
    assert not said.startswith("-") or any(digit in said for digit in "123456789")
    assert said.startswith("-") <= (value < 0)


def test_what_rounds_to_nothing_has_no_sign():
    told = worded(pd.DataFrame({"population": [-0.002, -3.0], "poverty_share": [-0.0002, -0.02]}))
    assert told.to_numpy().tolist() == [["0", "0.0%"], ["-3", "-2.0%"]]
