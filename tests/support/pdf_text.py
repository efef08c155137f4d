"""What does a page of a PDF say, and what is it made of? Read back with pikepdf, letter by letter."""

import re
from collections.abc import Iterator

import pikepdf

RANGE = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
BESIDE = 16.0  # points from one letter of a word to the next, at most
ONE = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


def nodes(made: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The structure's elements in the order in which they are read."""
    waiting = [made.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += list(node)[::-1]
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                waiting.append(node.K)


def said(made: pikepdf.Pdf, page: pikepdf.Page) -> str:
    """The texts of a page, in the order in which they are drawn; a space between what is set apart."""
    fonts: dict[str, dict[int, str]] = {}
    _fonts(page.obj.get("/Resources", pikepdf.Dictionary()), fonts)
    return " ".join(" ".join(_texts(page, fonts)).split())


def _fonts(resources: pikepdf.Object, found: dict[str, dict[int, str]]) -> None:
    for name, font in resources.get("/Font", {}).items():
        found[name] = _letters(font.ToUnicode.read_bytes().decode("latin-1"))


def _letters(table: str) -> dict[int, str]:
    known: dict[int, str] = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, start in RANGE.findall(block):
            for n in range(int(low, 16), int(high, 16) + 1):
                known[n] = chr(int(start, 16) + n - int(low, 16))
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in ONE.findall(block):
            known[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return known


def _texts(page: pikepdf.Page, fonts: dict[str, dict[int, str]]) -> Iterator[str]:
    """Each text that is drawn; a picture's letters, drawn one by one, joined where they stand side by side."""
    letters: dict[int, str] = {}
    place, before, word = (0.0, 0.0), (0.0, 0.0), ""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "cm":
            place = (float(operands[4]), float(operands[5]))
        elif str(operator) == "Tf":
            letters = fonts[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            text = _read(operands[0] if str(operator) == "TJ" else operands, letters)
            if len(text) == 1 and place[1] == before[1] and 0 < place[0] - before[0] < BESIDE:
                word += text
            else:
                yield word
                word = text
            before = place
    yield word


def _read(parts: object, letters: dict[int, str]) -> str:
    coded = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return "".join(letters.get(int.from_bytes(coded[n : n + 2]), "") for n in range(0, len(coded), 2))
