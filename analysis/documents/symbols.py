"""The marks of points: a circle, a square, a diamond, a triangle or an upright tick, in the sizes of Plotly."""

from typing import Any

from analysis.documents.canvas import INK, Canvas, Stroke


def colour_at(scale: list[list[Any]], share: float) -> str:
    """The colour of a stepped scale at a share of it."""
    return next((colour for end, colour in scale if end > share + 1e-9), scale[-1][1])


def _colour(marker: dict[str, Any], n: int) -> str:
    colour = marker.get("color", INK)
    colour = colour[n] if isinstance(colour, list) else colour
    if isinstance(colour, str):
        return colour
    low, high = marker["cmin"], marker["cmax"]
    return colour_at(marker["colorscale"], (colour - low) / (high - low))


def across(marker: dict[str, Any], n: int | None = None) -> float:
    """The width of the `n`th mark (pixels); without one, of all, where a chart in a slide has one width alone."""
    size = marker.get("size", 6)
    if isinstance(size, list):
        return 6.0 if n is None else float(size[n])
    return float(size)


def symbol(drawn: Canvas, marker: dict[str, Any], n: int, place: tuple[float, float]) -> None:
    """One mark at its place."""
    x, y = place
    half = across(marker, n) / 2
    fill, edge = _colour(marker, n), marker.get("line", {})
    stroke = Stroke(edge.get("color", fill), edge.get("width", 0)) if edge.get("width") else None
    shape = marker.get("symbol", "circle")
    if shape == "line-ns-open":
        drawn.line([(x, y - half), (x, y + half)], Stroke(fill, edge.get("width", 1)))
    elif shape == "square":
        drawn.rect(x - half, y - half, 2 * half, 2 * half, fill, stroke)
    elif shape in ("diamond", "triangle-down"):
        wide = half * 1.3
        corners = [(0, -wide), (wide, 0), (0, wide), (-wide, 0)]
        if shape == "triangle-down":
            corners = [(-half * 1.15, -half * 0.6), (half * 1.15, -half * 0.6), (0, half * 1.2)]
        drawn.path("M" + "L".join(f"{x + a:.2f} {y + b:.2f}" for a, b in corners) + "Z", fill, stroke)
    else:
        drawn.path(
            f"M{x - half:.2f} {y:.2f}a{half:g} {half:g} 0 1 0 {2 * half:g} 0a{half:g} {half:g} 0 1 0 {-2 * half:g} 0Z",
            fill,
            stroke,
        )
