"""Do two measures meet in the class that they should, and can everyone tell the nine apart?"""

import itertools
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.charts import bivariate_map, palette
from analysis.charts.county_map import MapView

NAN = float("nan")
# sRGB to CIE XYZ (D65), and the deuteranopia of Machado, Oliveira and Fernandes 2009.
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
DEUTERANOPE = np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]])


def lab(colour, filtered=None):
    part = np.array([int(colour[n : n + 2], 16) for n in (1, 3, 5)]) / 255
    light = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    light = light if filtered is None else np.clip(filtered @ light, 0, 1)
    x, y, z = (np.cbrt(v) if v > 0.008856 else 7.787 * v + 16 / 116 for v in XYZ @ light / [0.95047, 1, 1.08883])
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("filtered", [None, DEUTERANOPE])
def test_nine_colours_and_not_known_are_told_apart(filtered):
    colours = [lab(colour, filtered) for colour in (*bivariate_map.COLOURS, palette.NOT_KNOWN)]
    apart = min(np.linalg.norm(one - two) for one, two in itertools.combinations(colours, 2))
    assert apart > 15


def test_in_grey_each_colour_is_darker_than_those_below_it():
    light = np.array([lab(colour)[0] for colour in bivariate_map.COLOURS]).reshape(3, 3)
    assert (np.diff(light, axis=0) < -10).all()
    assert (np.diff(light, axis=1) < -10).all()


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ([1, 2, 3, 4, 5, 6], [0, 0, 1, 1, 2, 2]),
        ([6, 1, 5, 2, 4, 3], [2, 0, 2, 0, 1, 1]),
        ([0, 0, 0, 0, 5, 9], [0, 0, 0, 0, 2, 2]),
        ([7, 7, 7], [0, 0, 0]),
        ([1, 2, 2, 2, 2, 3], [0, 0, 0, 0, 0, 2]),
        ([4], [0]),
        ([1, NAN, 3], [0, -1, 1]),
        ([NAN, NAN], [-1, -1]),
        ([], []),
    ],
)
def test_thirds_of_values_by_hand(values, codes):
    assert bivariate_map.thirds(np.array(values, dtype=float)).codes.tolist() == codes


@settings(max_examples=100, deadline=None, derandomize=True)
@given(values=st.lists(st.one_of(st.integers(-5, 5), st.just(NAN)), max_size=30))
def test_equal_values_are_never_parted_and_more_is_never_lower(values):
    found = bivariate_map.thirds(np.array(values, dtype=float))
    known = sorted((value, code) for value, code in zip(values, found.codes.tolist(), strict=True) if value == value)
    assert [code for _, code in known] == sorted(code for _, code in known)
    assert len({value for value, _ in known}) == len(set(known))
    for code, ends in enumerate(found.ends):
        held = [value for value, own in known if own == code]
        assert ends == ((min(held), max(held)) if held else None)


def test_a_class_is_of_both_and_not_known_where_either_is_not():
    across = bivariate_map.thirds(np.array([1, 2, 3, NAN, 3]))
    up = bivariate_map.thirds(np.array([3, 2, 1, 1, NAN]))
    codes = bivariate_map.classes(across, up)
    assert codes.tolist() == [6, 4, 1, -1, -1] or codes.tolist()[3:] == [-1, -1]
    assert codes[0] == up.codes[0] * 3 + across.codes[0]
    assert {code: places.tolist() for code, places in bivariate_map.corners(codes).items()}[6] == [0]


@pytest.mark.parametrize(
    ("pair", "code", "begins"),
    [
        (("limited_english_share", "fte_short_chosen_per_100k"), 8, "Share with limited English: high; "),
        (("limited_english_share", "fte_short_chosen_per_100k"), 2, "Share with limited English: high; "),
        (("poverty_share", "hospitals"), 2, "High need, low supply ("),
        (("poverty_share", "hospitals__sum"), 8, "High need, high supply ("),
        (("poverty_share", "uninsured_share"), 6, "Share in poverty: low; "),
        (("poverty_share", "uninsured_share"), -1, "Not known"),
    ],
)
def test_corners_say_need_and_supply_where_one_is_each(pair, code, begins):
    assert bivariate_map.named(code, *pair).startswith(begins)


def test_the_legend_has_nine_cells_bounds_and_the_number_not_known():
    across, up = (
        bivariate_map.thirds(np.array([0.1, 0.2, 0.3, NAN])),
        bivariate_map.thirds(np.array([5.0, 5.0, 5.0, 5.0])),
    )
    codes = bivariate_map.classes(across, up)
    html = bivariate_map.grid(codes, ("poverty_share", across), ("fte_short", up))
    assert len(re.findall('<td style="background', html)) == 9
    assert "Not known (1)" in html
    assert "10.0%" in html
    assert html.count(">none<") == 2
    entries = bivariate_map.entries(codes, "poverty_share", "fte_short")
    assert sum(int(entry.name.rsplit("(", 1)[1].rstrip(")")) for entry in entries) == 4


def test_the_map_gives_each_county_its_class():
    counties = pd.DataFrame({"county_fips": ["27001", "27003"]})
    figure = bivariate_map.figure(counties, np.array([8, -1]), ["one", "two"], MapView())
    fills = figure["data"][0]
    assert (fills["z"], fills["locations"], fills["text"]) == ([8, -1], ["27001", "27003"], ["one", "two"])
    assert fills["colorscale"][0] == [0.0, palette.NOT_KNOWN]
    assert fills["colorscale"][-1] == [1.0, bivariate_map.COLOURS[8]]
