"""Do sentences of groups and places turn with the numbers, with none and not known kept apart?"""

import pandas as pd
import pytest

from analysis.physicians import sentences


def groups(*told):
    names = ["county_group", "practicing_physicians", "people_per_practicing", "counties_not_counted"]
    rows = pd.DataFrame(told, columns=names)
    return rows.assign(practicing_per_100k=100_000 / rows["people_per_practicing"])


def test_sentences_turn_with_the_numbers():
    rows = sentences.named(
        groups(("2nd fifth", 2.0, 1000, 0), ("4th fifth", 4.0, 250, 0), ("Highest fifth", None, None, 1)),
        "poverty_share",
    )
    assert sentences.group_headline(rows, "elms") == (
        "People for each of the elms counted: the most in “2nd fifth” (1,000), the fewest in “4th fifth” (250). "
        "Not known: “Most poverty”. 1 county has no figure in the source: not known."
    )
    assert sentences.told(rows) == ["100.0<br>one for 1,000", "400.0<br>one for 250", "not known"]
    none = rows.assign(practicing_physicians=0.0, practicing_per_100k=0.0, people_per_practicing=None)
    assert sentences.group_headline(none.head(1), "elms").startswith("No group counted here has elms. Without any in")
    assert set(sentences.told(none)) == {"no physician"}
    rural = sentences.named(groups(("Not rural", 2.0, 500, 0), ("Rural", 4.0, 500, 1)), "is_rural")
    assert "about the same in all groups that have any, 500." in sentences.group_headline(rural, "elms")
    assert "500 in “Rural”." in sentences.group_headline(rural.tail(1), "elms")
    assert sentences.bars_alt(rows, "Elms").startswith("Bars: Elms. 2nd fifth 100.0, one for 1,000; ")


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        (["counted", "none", "none", "not_counted"], "2 have none and 1 has no figure in the source: not known."),
        (["none", "not_counted"], "1 has no elms and 1 has no figure in the source: not known."),
        (["counted", "counted"], "lies in 2 counties: 2 have elms."),
        (["none"], "The ward lies in Elm County, which has no elms."),
    ],
)
def test_a_place_says_in_how_many_counties_it_lies(statuses, said):
    rows = pd.DataFrame({"supply_status": statuses, "county": "Elm County"})
    assert sentences.inside(rows, "the ward", "elms").endswith(said)
    assert sentences.inside(rows.head(1), "Elm County", "elms").startswith("Elm County has ")
