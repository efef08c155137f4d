"""Which rules of this code's style can a machine keep?"""

import ast
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.contracts import ROOT, arguments, digest, functions, imports, lines, named, python_files, tree

VIEWS = sorted((ROOT / "pages" / "views").glob("*.py"))
SQL_KEYWORD = re.compile(r"\b(SELECT|FROM|JOIN|WHERE|GROUP BY|ORDER BY)\b")
REFERENCE_LIMIT = 6 * 2**20


@pytest.mark.parametrize("path", python_files("analysis", "data"), ids=named)
def test_analysis_and_data_know_nothing_of_streamlit_or_pages(path):
    assert not {"streamlit", "pages"} & set(imports(path))


@pytest.mark.parametrize("path", python_files("analysis", "pages"), ids=named)
def test_sql_stays_in_sql_files(path):
    texts = [node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant)]
    assert not [text for text in texts if isinstance(text, str) and SQL_KEYWORD.search(text)]


@pytest.mark.parametrize("path", VIEWS, ids=named)
def test_a_page_is_short_and_defines_nothing(path):
    assert lines(path) < 60
    assert not functions(path)
    assert not [node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]


@pytest.mark.parametrize("path", python_files(), ids=named)
def test_a_file_has_at_most_150_lines_and_a_function_40(path):
    assert lines(path) <= 150
    assert not [function.name for function in functions(path) if function.end_lineno - function.lineno >= 40]


@pytest.mark.parametrize("path", python_files("analysis", "data", "pages"), ids=named)
def test_functions_are_annotated_and_public_ones_explained(path):
    for function in functions(path):
        assert not [one.arg for one in arguments(function) if not one.annotation], function.name
        assert function.returns, function.name
        assert function.name.startswith("_") or ast.get_docstring(function), function.name


@pytest.mark.parametrize("path", python_files(), ids=named)
def test_a_file_opens_with_what_it_is_for(path):
    assert ast.get_docstring(tree(path)) or not path.read_text(encoding="utf-8").strip()


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
