"""What holds for every figure: Plotly accepts it, and every colour in it is one of ours."""

import json
from typing import Any

import plotly.colors as default
import plotly.graph_objects as go

# Plotly's own marks and greys, which a figure falls back to where it names no colour.
DEFAULTS = {*default.qualitative.Plotly, *default.qualitative.D3, "#2a3f5f", "#E5ECF6", "#C8D4E3", "#444", "#EBF0F8"}


def check(figure: dict[str, Any]) -> None:
    """Nothing, if the figure is valid, small enough to send, and coloured by us."""
    go.Figure(figure)
    text = json.dumps(figure, allow_nan=False)
    assert not [colour for colour in DEFAULTS if f'"{colour.lower()}"' in text.lower()]
    for trace in figure["data"]:
        assert any(painted(trace.get(part, {})) for part in ("marker", "line")), trace


def hover_texts(trace: dict[str, Any]) -> list[str]:
    """What a reader sees over each place of a map."""
    texts = []
    for name, told in zip(trace["text"], trace["customdata"], strict=True):
        text = trace["hovertemplate"].replace("%{text}", name)
        for n, part in enumerate(told):
            text = text.replace(f"%{{customdata[{n}]}}", part)
        texts.append(text)
    return texts


def painted(part: dict[str, Any]) -> bool:
    return "color" in part or "color" in part.get("line", {})
