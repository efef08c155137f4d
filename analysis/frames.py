"""How is a place framed on the map? It fills its frame, in a projection that keeps areas true."""

import json
from functools import cache
from typing import Any

from data.registry import SHAPES

MARGIN_DEGREES = 0.12
WITH_REGIONS = {
    "27": [
        "Central",
        "Metro",
        "Northeast",
        "Northwest",
        "South Central",
        "Southeast",
        "Southwest",
        "West Central",
    ]
}
CITIES = {
    "27": [
        ("Minneapolis–St. Paul", -93.18, 44.96, "middle left"),
        ("Duluth", -92.11, 46.79, "middle left"),
        ("Rochester", -92.47, 44.02, "middle left"),
        ("St. Cloud", -94.16, 45.56, "middle left"),
        ("Moorhead", -96.77, 46.87, "middle right"),
        ("Bemidji", -94.88, 47.47, "middle right"),
        ("Mankato", -94.0, 44.16, "middle left"),
        ("Worthington", -95.6, 43.62, "middle right"),
    ]
}


@cache
def edges() -> dict[str, list[float]]:
    """West, south, east and north of each state, by its FIPS code (degrees)."""
    return json.loads((SHAPES / "frames.json").read_text(encoding="utf-8"))


def height(state_fips: str | None, pixels: int) -> int:
    """The height that a map needs: a state takes it all, the nation is wider than it is high."""
    return pixels if state_fips else round(pixels * 0.75)


def geo(state_fips: str | None) -> dict[str, Any]:
    """Plotly's geo layout for a state (Albers equal-area cone around it) or, for None, the nation."""
    plain = {
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
        "domain": {"x": [0, 1], "y": [0, 1]},
    }
    if state_fips is None:
        return plain | {"scope": "usa", "projection": {"type": "albers usa"}}
    west, south, east, north = edges()[state_fips]
    height = north - south
    return plain | {
        "projection": {
            "type": "conic equal area",
            "parallels": [round(south + height / 6, 2), round(north - height / 6, 2)],
            "rotation": {"lon": round((west + east) / 2, 2)},
        },
        "lonaxis": {"range": [west - MARGIN_DEGREES, east + MARGIN_DEGREES]},
        "lataxis": {"range": [south - MARGIN_DEGREES, north + MARGIN_DEGREES]},
    }
