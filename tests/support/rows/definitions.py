"""Counties as definitions.by_county gives them, with what a test states."""

import pandas as pd

from analysis.definitions.robustness import RURAL, SHORTAGE, Definition, under

AMOUNTS = ("fte_short", "fte_counted", "implied_population", "shortage_population")


def county(name, rural=(True,) * 4, short=(0.0,) * 4, **more):
    """A county: rural by each definition, physicians short by each; one person in an area for each that is short."""
    row = {"county_fips": name, "county": f"{name} County", "state": "MN", "region": None, "population": 1000}
    row |= {f"is_rural_{rule}": answer for rule, answer in zip(RURAL, rural, strict=True)}
    for rule, fte in zip(SHORTAGE, short, strict=True):
        row |= {f"{name}_{rule}": fte for name in AMOUNTS} | {f"is_short_{rule}": None if fte is None else fte > 0}
    return row | more


def counties(*rows):
    """A frame of them, with types that hold what is not known."""
    frame = pd.DataFrame(list(rows) or [county("none")])
    kinds = {name: "boolean" for name in frame if name.startswith("is_")}
    kinds |= {name: "Float64" for name in frame if name.startswith(AMOUNTS)}
    return frame.astype(kinds).head(len(rows))


def plain(*rows):
    """Counties under the plain definition."""
    return under(counties(*rows), Definition())


def two(amounts=(8, 16), **more):
    """A town and a rural county, each with so many physicians short."""
    names = zip(("Town", "Farm"), ((False,) * 4, (True,) * 4), amounts, strict=True)
    return plain(*(county(name, rural=rural, short=(fte,) * 4, **more) for name, rural, fte in names))
