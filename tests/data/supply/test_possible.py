"""Is a count that cannot be refused, with its row and what to do: too many people, too much time, a day to come?"""

import pytest

from data.errors import SupplyError
from data.supply import load

HEADS = "county,specialty,physicians,fte,year\n"


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("Watonwan,Family medicine,100000,1,", "physicians", "had 11,245 residents at most, fewer than this"),
        ("Watonwan,Family medicine,,90000,", "fte", "residents at most, fewer than this"),
        ("Hennepin,Family medicine,5,900,", "fte", "More FTE than these 5 physicians can be, 2 for each at most"),
        ("Hennepin,Family medicine,0,0.5,", "fte", "More FTE than a county without a physician can be"),
        ("Hennepin,Family medicine,5,4,2099", "year", "2099 is later than this year"),
    ],
)
def test_a_figure_that_cannot_be_is_refused_with_its_row(row, column, said):
    with pytest.raises(SupplyError, match="uploaded") as refused:
        load.load("own_supply", f"{HEADS}Olmsted,Psychiatry,4,8,2025\n{row}\n".encode())
    [problem] = refused.value.problems
    assert (problem.row, problem.column) == (3, column)
    assert said in problem.todo
