"""A chart as Streamlit takes it without checking it again."""

from typing import Any

from plotly.basedatatypes import BaseFigure

CONFIG = {
    "displaylogo": False,
    "scrollZoom": False,
    "modeBarButtonsToRemove": ["pan2d", "select2d", "lasso2d", "zoom2d", "autoScale2d", "pan", "select", "lasso"],
}


class Drawn(BaseFigure):
    """A figure that the tests hold valid: Plotly need not check it again on every rerun (13 ms).

    Streamlit draws each chart twice. The second time costs nothing if the figure has no template of
    Streamlit's (theme=None), says that its data are the same, and its box is whole pixels wide.
    """

    def __init__(self, figure: dict[str, Any]) -> None:
        object.__setattr__(self, "drawn", figure)

    def to_dict(self) -> dict[str, Any]:
        """The figure itself."""
        return self.drawn | {"layout": self.drawn["layout"] | {"datarevision": 1}}
