"""Flows from stage to stage on paper: blocks in columns, bands between them as wide as their people are many."""

from typing import Any, NamedTuple

from analysis.documents.svg.canvas import INK, Canvas, Lettering, Stroke, block

ROUNDS = 32


class Link(NamedTuple):
    """A flow by the numbers of its two blocks, and how many there are of it."""

    source: int
    target: int
    value: float


class Laid(NamedTuple):
    """Column, top and height of each block, and pixels for each of what flows."""

    columns: list[int]
    tops: list[float]
    sizes: list[float]
    scale: float


def laid(links: list[Link], blocks: int, height: float, pad: float) -> Laid:
    """Blocks in columns by their distance from where flows begin, each near the blocks that it is tied to.

    Source: d3-sankey's way, the mean of neighbours by turns with overlaps pushed apart.
    """
    columns = _columns(links, blocks)
    values = [
        max(
            sum(link.value for link in links if link.source == n), sum(link.value for link in links if link.target == n)
        )
        for n in range(blocks)
    ]
    stacks = [[n for n in range(blocks) if columns[n] == column] for column in range(max(columns) + 1)]
    pad = min(pad, *(height / max(len(stack), 1) / 1.6 for stack in stacks))
    scale = min((height - pad * (len(stack) - 1)) / (sum(values[n] for n in stack) or 1) for stack in stacks if stack)
    sizes = [value * scale for value in values]
    tops = [0.0] * blocks
    for stack in stacks:
        _push(stack, tops, sizes, height, pad)
    for turn in range(ROUNDS):
        for stack in stacks if turn % 2 else stacks[::-1]:
            for n in stack:
                tops[n] = _drawn_to(n, links, tops, sizes)
            stack.sort(key=lambda n: tops[n] + sizes[n] / 2)
            _push(stack, tops, sizes, height, pad)
    return Laid(columns, tops, sizes, scale)


def _columns(links: list[Link], blocks: int) -> list[int]:
    columns = [0] * blocks
    for _ in range(blocks):
        for link in links:
            columns[link.target] = min(max(columns[link.target], columns[link.source] + 1), blocks)
    return columns


def _drawn_to(n: int, links: list[Link], tops: list[float], sizes: list[float]) -> float:
    near = [(link.source, link.value) for link in links if link.target == n]
    near += [(link.target, link.value) for link in links if link.source == n]
    weight = sum(value for _, value in near)
    if not weight:
        return tops[n]
    middle = sum((tops[other] + sizes[other] / 2) * value for other, value in near) / weight
    return middle - sizes[n] / 2


def _push(stack: list[int], tops: list[float], sizes: list[float], height: float, pad: float) -> None:
    floor = 0.0
    for n in stack:
        tops[n] = max(tops[n], floor)
        floor = tops[n] + sizes[n] + pad
    ceiling = height
    for n in reversed(stack):
        tops[n] = min(tops[n], ceiling - sizes[n])
        ceiling = tops[n] - pad


def draw(drawn: Canvas, trace: dict[str, Any], margin: dict[str, float]) -> None:
    """The blocks with their labels, over the bands between them."""
    node, told = trace["node"], trace["link"]
    links = [Link(*one) for one in zip(told["source"], told["target"], told["value"], strict=True)]
    top, height = margin["t"], drawn.height - margin["t"] - margin["b"]
    found = laid(links, len(node["label"]), height, node["pad"])
    last = max(found.columns)
    names = [block(node["label"][n], 12) for n, column in enumerate(found.columns) if column == last]
    room = drawn.width - margin["l"] - margin["r"] - node["thickness"] - max(names, default=0) - 8
    lefts = [margin["l"] + room * column / max(last, 1) for column in found.columns]
    _bands(drawn, links, told, found, (lefts, node["thickness"], top))
    edge = Stroke(node["line"]["color"], node["line"]["width"])
    for n, label in enumerate(node["label"]):
        at = top + found.tops[n]
        drawn.rect(lefts[n], at, node["thickness"], max(found.sizes[n], 1), node["color"][n], edge)
        middle = at + found.sizes[n] / 2
        drawn.text(label, lefts[n] + node["thickness"] + 5, middle, Lettering(12, INK, halo=True))


def _bands(drawn: Canvas, links: list[Link], told: dict[str, Any], found: Laid, placed: Any) -> None:
    lefts, thickness, top = placed
    out, into = list(found.tops), list(found.tops)
    starts, ends = [0.0] * len(links), [0.0] * len(links)
    for n in sorted(range(len(links)), key=lambda n: found.tops[links[n].target]):
        starts[n] = out[links[n].source]
        out[links[n].source] += links[n].value * found.scale
    for n in sorted(range(len(links)), key=lambda n: found.tops[links[n].source]):
        ends[n] = into[links[n].target]
        into[links[n].target] += links[n].value * found.scale
    edge = Stroke(told["line"]["color"], told["line"]["width"])
    for n, link in enumerate(links):
        x0, x1 = lefts[link.source] + thickness, lefts[link.target]
        middle, thick = (x0 + x1) / 2, link.value * found.scale
        a, b = top + starts[n], top + ends[n]
        drawn.path(
            f"M{x0:.1f} {a:.1f}C{middle:.1f} {a:.1f} {middle:.1f} {b:.1f} {x1:.1f} {b:.1f}V{b + thick:.1f}"
            f"C{middle:.1f} {b + thick:.1f} {middle:.1f} {a + thick:.1f} {x0:.1f} {a + thick:.1f}Z",
            told["color"][n],
            edge,
        )
