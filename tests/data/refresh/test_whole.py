"""Is a file that was cut off refused, wherever in it, and a whole one never?"""

import pytest

from data import loaded, store
from data.errors import SourceError
from data.refresh import run
from data.refresh.checks import expect_whole
from tests.support.publishers import published, published_books
from tests.support.publishers.codes import RUCC, codes
from tests.support.publishers.publisher import whole
from tests.support.publishers.refreshed import ORDER, SMALL, left


@pytest.mark.parametrize(
    "content",
    [
        "a,b\n1,2\n",
        "a,b\n1,2",
        "a,b\r\n1,2\r\n\r\n",
        'a,b\n"x\n""y""",2\n',
        "a|b\n1,2,3|4\n",
        "a,b,\n1,2,\n",
        'a,b\n5" pipe,2\n',
        "a,b\n",
        "a,b\n1\n2,\n",
    ],
)
def test_a_whole_table_is_taken(tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_bytes(content.encode())
    expect_whole(path)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("a,b,c\n1,2,3\n1,2", "in its last row, after 2 of 3 fields"),
        ("a,b\n1,2\n3\n\n", "in its last row, after 1 of 2 fields"),
        ('a,b\n1,2\n3,"four', "before a quotation mark is closed"),
        ('a,b\n1,2\n3,"four\n5,6\n', "before a quotation mark is closed"),
        ('a,b\n1,"' + "x" * 200_000, "before a quotation mark is closed"),
        ("a|b\n1|2\n3,4", "in its last row, after 1 of 2 fields"),
    ],
)
def test_a_table_that_breaks_off_in_a_row_is_refused(tmp_path, content, why):
    path = tmp_path / "a.csv"
    path.write_bytes(content.encode())
    with pytest.raises(SourceError, match=rf"^a\.csv breaks off {why}: it seems to be a part of the file\.$"):
        expect_whole(path)


def test_a_file_cut_off_in_its_last_row_leaves_the_old_figures_serving(given, local, capfd):
    body = codes(local)
    given(RUCC, "codes.csv", whole(body[: body.rindex(b",")]))
    version = store.current()
    assert run.refresh(SMALL, [RUCC], ORDER) == 1
    assert "breaks off in its last row, after 4 of 5 fields" in (said := capfd.readouterr().err)
    assert said.count("\n") == 1
    assert (store.current(), left(), loaded.named()) == (version, [], "")


@pytest.mark.parametrize("share", [0.5, 0.995])
def test_outlines_and_a_workbook_that_break_off_are_refused(local, capfd, share):
    areas = published.polygons(local, {"HpsNM": "Elm"}, {"HpsNM": "Ash"})
    book = published_books.poverty(local, {"State FIPS Code": "27", "County FIPS Code": "001"})
    for name, path in (("hrsa_primary_care", areas), ("census_saipe", book)):
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
        assert run.refresh(SMALL, [name], ORDER._replace(file=path)) == 1
        assert "can't be read as" in (said := capfd.readouterr().err) or "damaged zip" in said
    assert loaded.named() == ""
