"""The files that rules are kept in: Python by folder, functions, SQL with its head comment."""

import ast
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from analysis.catalog import catalog
from analysis.query import run as query_run

ROOT = Path(__file__).parents[2]
FOLDERS = ("analysis", "benchmarks", "data", "pages", "tests")
QUERIES = sorted((ROOT / "analysis").glob("*/sql/**/*.sql"))
NAMES = {query_run.path_of(name): name for name in catalog.every()}
TABLES = sorted((ROOT / "data" / "tables").rglob("*.sql"))
CHECKS = sorted((ROOT / "data" / "checks").glob("*.sql"))
COMMENT = re.compile(r"--[^\n]*")


def named(path: Path) -> str:
    """The file as a reader of the repository names it."""
    return path.relative_to(ROOT).as_posix()


def python_files(*folders: str) -> list[Path]:
    """Every Python file of these folders, or of all and dashboard.py."""
    files = [path for folder in folders or FOLDERS for path in (ROOT / folder).rglob("*.py")]
    return sorted(files if folders else [*files, ROOT / "dashboard.py"])


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def imports(path: Path) -> Iterator[str]:
    """The top-level name of everything that a file imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


def arguments(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    """Every argument but self and cls."""
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    return [one for one in every if one and one.arg not in ("self", "cls")]


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def head(path: Path) -> str:
    """The comment that a .sql file opens with."""
    text = path.read_text(encoding="utf-8")
    return text[: re.search(r"^(?!--)", text, re.MULTILINE).start()]


def body(path: Path) -> str:
    """The statement of a .sql file, without comments."""
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
