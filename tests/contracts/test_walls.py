"""The walls of the house: who may import whom, no circles, and names that say what they hold.

What does not hold yet stands in tests/support/known_debts.txt, which may only shrink: a line that is no longer needed
fails the test as well.
"""

import ast
import re
from collections import Counter, defaultdict

import pytest

from analysis.catalog import catalog
from tests.support.contracts import ROOT, named, python_files, tree

DEBTS = ROOT / "tests" / "support" / "known_debts.txt"
LOWER = {"data": {"analysis", "pages", "streamlit"}, "analysis": {"pages", "streamlit"}}
# Rooms that any topic may use, and rooms that put the topics together.
SHARED_ROOMS = "query wording statistics charts geography optimization documents scenarios exhibits place definitions"
SHARED = {f"analysis.{name}" for name in SHARED_ROOMS.split()}
ABOVE = {"analysis.catalog", "analysis.api", "analysis.__main__", "analysis.briefing"}
AGAIN = "Paid: write the list of debts anew with `python -m tests.contracts.test_walls`."
OPEN = {"queries", "staff_queries", "exhibits"}
LOOPS = re.compile(r"^from tests\.support(\.loops|\.reference| import reference)", re.MULTILINE)
VAGUE = {"told", "found", "said", "asked", "held", "seen", "kept", "brought", "placed"}


def module(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


FILES = {module(path): path for path in python_files("analysis", "data", "pages")}


def room(name):
    """analysis.shortage for analysis.shortage.queries; a file directly in data/ is a room of its own."""
    return ".".join(name.split(".")[:2])


def imported(path):
    """Modules of ours that a file imports, anywhere in it but for types."""
    skipped = {
        inner
        for node in ast.walk(tree(path))
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree(path)):
        if node in skipped or not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in FILES)
            continue
        for alias in node.names:
            full = f"{node.module}.{alias.name}"
            yield from [full] if full in FILES else [node.module] if node.module in FILES else []


GRAPH = {name: set(imported(path)) - {name} for name, path in FILES.items()}


def reached(graph, start):
    """Every node that can be reached from one."""
    reach, waiting = set(), [start]
    while waiting:
        new = set(graph.get(waiting.pop(), ())) - reach
        reach |= new
        waiting += new
    return reach


def circles(graph):
    """Groups of nodes that reach each other, each in order."""
    reach = {node: reached(graph, node) for node in graph}
    rings = {tuple(sorted(one for one in reach[node] if node in reach.get(one, ()))) for node in graph}
    return sorted(ring for ring in rings if len(ring) > 1)


def rooms():
    graph = defaultdict(set)
    for name, others in GRAPH.items():
        graph[room(name)] |= {room(other) for other in others} - {room(name)}
    return graph


def trespasses():
    """Imports of one topic from the inside of another, of one page's folder from another."""
    for name, others in GRAPH.items():
        for other in others:
            here, there = room(name), room(other)
            if here == there or name.split(".")[0] != other.split(".")[0]:
                continue
            is_topic = here.startswith("analysis.") and here not in ABOVE and there not in SHARED
            if is_topic and other.split(".")[-1] not in OPEN:
                yield f"topic {name} -> {other}"
            if here.startswith("pages.") and there != "pages.kit":
                yield f"page {name} -> {other}"


def vague():
    """How often a name that says nothing stands on its own in each file."""
    counts = Counter()
    for path in FILES.values():
        for node in ast.walk(tree(path)):
            name = getattr(node, "id", None) or getattr(node, "arg", None) or getattr(node, "attr", None)
            name = node.name if isinstance(node, ast.FunctionDef | ast.ClassDef) else name
            counts[named(path)] += name in VAGUE
    return {path: count for path, count in counts.items() if count}


def twins():
    """Classes of one name in several files."""
    where = defaultdict(list)
    for path in FILES.values():
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef):
                where[node.name].append(named(path))
    return {f"class {name} {' '.join(sorted(paths))}" for name, paths in where.items() if len(paths) > 1}


def untwinned():
    """Queries that no test calls in a file that also works figures out a second time, in plain loops."""
    texts = [path.read_text("utf-8") for path in python_files("tests")]
    texts = [
        text for text in texts if re.search(r"^from tests\.support(\.loops|\.reference| import reference)", text, re.M)
    ]
    for name, query in catalog.every().items():
        package, _, module = query.__module__.rpartition(".")
        alias = re.compile(rf"^from {package} import .*?\b{module}\b(?: as (\w+))?", re.MULTILINE)
        calls = [(match[1] or module, text) for text in texts if (match := alias.search(text))]
        if not any(f"{short}.{query.__name__}" in text for short, text in calls):
            yield f"loop {name}"


def debts():
    """What does not hold yet, one line each; the lines on vague names end with how many there are."""
    lines = {*trespasses(), *twins(), *untwinned(), *(f"circle {' '.join(ring)}" for ring in circles(rooms()))}
    return sorted(lines | {f"vague {path} {count}" for path, count in vague().items()})


def split(lines):
    """The lines on vague names as counts by file, and all others."""
    counts = {line.split()[1]: int(line.split()[2]) for line in lines if line.startswith("vague ")}
    return counts, {line for line in lines if not line.startswith("vague ")}


@pytest.mark.parametrize("path", FILES.values(), ids=named)
def test_a_layer_imports_nothing_above_it(path):
    tops = {
        part.split(".")[0]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for part in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names])
    }
    assert not tops & LOWER.get(path.relative_to(ROOT).parts[0], set())


def test_no_files_import_each_other_in_a_circle():
    assert not circles(GRAPH)


def test_no_test_imports_from_another_test_file():
    names = re.compile(r"^from tests(?:\.\w+)*\.test_\w+ import|^from tests[\w.]* import test_", re.MULTILINE)
    assert not [named(path) for path in python_files("tests") if names.search(path.read_text("utf-8"))]


def test_what_does_not_hold_yet_only_shrinks():
    (counts, lines), (allowed, known) = split(debts()), split(DEBTS.read_text("utf-8").splitlines())
    more = [
        f"{path}: {count}, not {allowed.get(path, 0)}" for path, count in counts.items() if count > allowed.get(path, 0)
    ]
    assert not more, "Names that say nothing: rename them. " + "; ".join(more)
    assert not lines - known, "New debts: mend them. " + "; ".join(sorted(lines - known))
    paid = known - lines | {path for path, count in allowed.items() if counts.get(path, 0) < count}
    assert not paid, f"Paid: write {DEBTS.name} anew with `python -m tests.contracts.test_walls`. " + "; ".join(
        sorted(paid)
    )


if __name__ == "__main__":
    DEBTS.write_text("\n".join(debts()) + "\n", encoding="utf-8")
