"""Which rules of this code's style can a machine keep?"""

import ast
import os
import re
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.support.contracts import ROOT, arguments, digest, functions, lines, named, python_files, tree

PAGES = sorted((ROOT / "pages").glob("*/page.py"))
SQL_KEYWORD = re.compile(r"\b(SELECT|FROM|JOIN|WHERE|GROUP BY|ORDER BY)\b")
SQL_FOLDERS = (
    "data/tables/*.sql", "data/tables/staff/*.sql", "data/checks/*.sql", "data/macros/*.sql", "data/*/sql/*.sql",
    "analysis/*/sql/*.sql", "analysis/participants/sql/staff/*.sql",
    # Not asked by the product: a text to begin with, and examples for the reader to run.
    "analysis/sql_console/starter.sql", "analysis/sql_console/examples/*.sql",
)  # fmt: skip
MOST_FILES, MOST_LINES, MOST_LINES_OF_FUNCTION = 20, 500, 40
REFERENCE_LIMIT = 6 * 2**20


@pytest.mark.parametrize("path", python_files("analysis", "pages"), ids=named)
def test_sql_stays_in_sql_files(path):
    texts = [node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant)]
    assert not [text for text in texts if isinstance(text, str) and SQL_KEYWORD.search(text)]


def test_sql_files_are_only_where_they_belong():
    allowed = {path for pattern in SQL_FOLDERS for path in ROOT.glob(pattern)}
    every = {path for folder in ("analysis", "data", "pages") for path in (ROOT / folder).rglob("*.sql")}
    assert not [named(path) for path in sorted(every - allowed)]


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_a_page_is_short_and_defines_nothing(path):
    assert lines(path) < 60
    assert not functions(path)
    assert not [node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]


@pytest.mark.parametrize("path", python_files(), ids=named)
def test_a_file_has_at_most_500_lines_and_a_function_40(path):
    assert lines(path) <= MOST_LINES
    long = [one.name for one in functions(path) if one.end_lineno - one.lineno >= MOST_LINES_OF_FUNCTION]
    assert not long


def test_a_folder_has_at_most_20_python_files():
    folders = {path.parent for path in python_files()}
    assert not [named(folder) for folder in sorted(folders) if len(list(folder.glob("*.py"))) > MOST_FILES]


@pytest.mark.parametrize("path", python_files("analysis", "data", "pages"), ids=named)
def test_functions_are_annotated_and_public_ones_explained(path):
    for function in functions(path):
        assert not [one.arg for one in arguments(function) if not one.annotation], function.name
        assert function.returns, function.name
        assert function.name.startswith("_") or ast.get_docstring(function), function.name


@pytest.mark.parametrize("path", python_files(), ids=named)
def test_a_file_opens_with_what_it_is_for(path):
    assert ast.get_docstring(tree(path)) or not path.read_text(encoding="utf-8").strip()


def test_no_folder_of_tests_is_passed_over(pytestconfig):
    patterns = pytestconfig.getini("norecursedirs")
    folders = {path.parent for path in python_files("tests") if path.name.startswith("test_")}
    names = {(folder, part) for folder in folders for part in folder.relative_to(ROOT).parts}
    assert not [named(folder) for folder, part in names if any(fnmatch(part, pattern) for pattern in patterns)]


def test_reference_tables_stay_small():
    files = [path for path in (ROOT / "data" / "reference").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= REFERENCE_LIMIT


@pytest.mark.skipif("ATLAS_RAW" not in os.environ, reason="ATLAS_RAW does not name the folder of published files")
def test_no_published_file_is_copied_into_the_repository():
    published = [path for path in Path(os.environ["ATLAS_RAW"]).rglob("*") if path.is_file()]
    assert published
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    found = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    sizes = {path.stat().st_size for path in published} - {0}
    kept = [ROOT / name for name in found if (ROOT / name).is_file() and (ROOT / name).stat().st_size in sizes]
    copies = {digest(path) for path in published if path.stat().st_size}
    assert not [named(path) for path in kept if digest(path) in copies]
