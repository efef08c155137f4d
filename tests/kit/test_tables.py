"""Are the shares of tables said as everywhere else, and still numbers?"""

import pandas as pd

from analysis.wording import numbers
from pages.kit import tables

ROWS = pd.DataFrame({"county": ["Elm", "Oak", "Ash"], "poverty_share": [0.093, 0.4, None], "population": [1, 2, 3]})


def test_a_short_table_says_shares_as_sentences_do_and_keeps_the_numbers():
    shown = tables.shares_said(ROWS)
    assert shown.data.equals(ROWS)
    cells = shown._translate(False, False)["body"]
    assert [row[2]["display_value"] for row in cells] == ["9.3%", "40%", numbers.NOT_KNOWN]


def test_a_long_table_has_hundredths_with_one_decimal():
    many = pd.concat([ROWS] * 200, ignore_index=True)
    shown = tables.shares_said(many)
    assert shown["poverty_share"].head(2).tolist() == [9.3, 40.0]
    assert shown["population"].tolist() == many["population"].tolist()


def test_rows_without_a_share_are_left_alone():
    assert isinstance(tables.shares_said(ROWS[["county", "population"]]), pd.DataFrame)
