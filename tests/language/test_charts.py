"""Do the lines run from the people's share to all patients, over the band, with what was chosen marked?"""

from itertools import pairwise

import pytest

from analysis.charts.bars import Quantity, group_bars
from analysis.language import tables
from analysis.language.charts import panel_lines
from tests.support import figures
from tests.support.rows.language import COHORT, LANGUAGES


def drawn(share=0.2, rows=COHORT):
    rated = tables.rated(rows, rows["physicians"], share)
    figure = panel_lines(tables.panels(rated), share, height=400)
    figures.check(figure)
    return figure


def lines(figure):
    return [trace for trace in figure["data"] if trace["mode"] == "lines"]


def test_a_line_runs_from_the_share_of_residents_to_all_patients():
    spanish, afro, hmong = lines(drawn())
    assert (spanish["x"], spanish["y"]) == ([0.02, 1.0], pytest.approx([1.6, 80]))
    assert afro["y"] == pytest.approx([0.2, 25])
    assert hmong["x"][1] == pytest.approx(160 / 300)
    assert hmong["y"][1] == pytest.approx(tables.TOP)


def test_nobody_in_need_has_no_line_and_nobody_in_the_cohort_none_at_all():
    assert [trace["name"] for trace in lines(drawn())] == COHORT["language"].tolist()[:3]
    assert not drawn(rows=COHORT[:0])["data"]


def test_the_band_is_sixty_to_eighty_and_the_upright_is_the_share_chosen():
    band, upright = drawn(0.35)["layout"]["shapes"]
    assert (band["y0"], band["y1"]) == (60, 80)
    assert (upright["x0"], upright["x1"]) == (0.35, 0.35)


def test_each_rate_is_marked_with_its_interval_where_it_is_in_the_picture():
    marks = [trace for trace in drawn(1.0)["data"] if trace["mode"] == "markers"]
    assert [mark["y"][0] for mark in marks] == [80, 25]
    assert marks[1]["error_y"]["arrayminus"] == pytest.approx([25 - 10 / 48_000 * 1e5])
    wide = [trace for trace in drawn(0.5)["data"] if trace["mode"] == "markers"][-1]
    assert wide["y"][0] + wide["error_y"]["array"][0] == tables.TOP


def test_labels_do_not_overlap_and_stay_in_the_picture():
    rows = COHORT.iloc[[0] * 6].assign(physicians=[1, 1, 2, 2, 3, 80])
    notes = [note for note in drawn(rows=rows)["layout"]["annotations"] if "span" in note["text"]]
    tops = [-note["yshift"] for note in notes]
    assert len(tops) == 6
    assert all(below - above >= 17 for above, below in pairwise(tops))
    assert max(tops) <= 400 - 48 - 32 + 17
    assert len({trace["line"]["dash"] for trace in lines(drawn(rows=rows))}) == 6


def test_bars_of_people_have_margins_from_no_less_than_nobody():
    columns = ("language", "english_less_than_very_well", "english_less_than_very_well_moe", "is_unreliable")
    bars = tables.barred(*(LANGUAGES[name] for name in columns))
    figures.check(group_bars(bars, Quantity("people", "people"), height=200))
    assert bars["rate_low"].tolist() == [95_000, 32_000, 0, 0]
    assert bars["told"].tolist()[2] == "10,000 ± 12,000<br>unreliable"
