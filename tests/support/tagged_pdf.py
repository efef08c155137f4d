"""What does a tagged PDF say? Its text, its structure and its alt texts, read back with pikepdf."""

import io
import re
from collections.abc import Iterator

import pikepdf

HEX = re.compile(rb"<([0-9a-fA-F]+)>")


def opened(document: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(document))


def text(document: bytes) -> str:
    """All text in drawing order, without spaces: typst sets them by moving on."""
    with opened(document) as pdf:
        return "".join("".join(_drawn(page)) for page in pdf.pages)


def _drawn(page: pikepdf.Page) -> Iterator[str]:
    fonts = {str(name): _letters(font) for name, font in page.Resources.Font.items()}
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            letters = fonts[str(operands[0])]
        if str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else operands
            for part in parts:
                if isinstance(part, pikepdf.String):
                    codes = bytes(part)
                    yield "".join(letters[int.from_bytes(codes[n : n + 2])] for n in range(0, len(codes), 2))


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """Glyph codes to letters, of a font's ToUnicode map (single characters, as typst writes it)."""
    found = {}
    told = font.ToUnicode.read_bytes()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", told, re.DOTALL):
        for line in block.strip().splitlines():
            code, letter = (bytes.fromhex(part.decode()) for part in HEX.findall(line))
            found[int.from_bytes(code)] = letter.decode("utf-16-be").replace("\xa0", " ")
    assert b"beginbfrange" not in told
    return found


def structure(document: bytes) -> list[tuple[str, str]]:
    """Every element of the structure in reading order: its kind and its alt text, if it has any."""
    with opened(document) as pdf:
        return list(_elements(pdf.Root.StructTreeRoot.K))


def _elements(node: pikepdf.Object) -> Iterator[tuple[str, str]]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S).strip("/"), str(node.get("/Alt", ""))
        if "/K" in node:
            yield from _elements(node.K)
