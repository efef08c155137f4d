"""README.md and docs/ name only what exists: files, commands, addresses, exhibits, settings and links."""

import importlib.util
import re
from pathlib import Path

import pytest

import dashboard
from analysis.catalog import catalog
from analysis.wording.measures import MEASURES
from data.roster import columns
from tests.docs import renew
from tests.support.contracts import ROOT, TABLES, named, python_files

README = ROOT / "README.md"
DOCS = [README, *sorted((ROOT / "docs").rglob("*.md"))]
MOST_LINES = 120
TOP = ("analysis", "benchmarks", "data", "docs", "pages", "tests")
PATH = re.compile(rf"(?<![\w./-])(?:{'|'.join(TOP)}|\.ci|\.streamlit)/[\w.<>*/-]*")
FILE = re.compile(r"`([\w-]+\.(?:md|py|sql|toml|typ))`")
SPAN = re.compile(r"``[^`]+``|`[^`\n]+`|^ {4,}\S[^\n]*$", re.MULTILINE)
LINK = re.compile(r"(?<!`)!?\[[^\]]+\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
MODULE = re.compile(r"python -m ([\w.]+)((?:[ \t]+[^\s`#|]+)*)")
# The same with the comment after a command, which can name options, too.
COMMENTED = re.compile(r"python -m ([\w.]+)([^`\n]*)")
MAKE = re.compile(r"\bmake\b(?! and\b)(?: ([a-z][\w-]*))?")
TARGET = re.compile(r"^([a-z][\w-]*):", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--([a-z][\w-]*)")
ADDRESS = re.compile(r"`/(?!api/)([\w-]*)(?:\?[^`]*)?`")
PAGE = re.compile(r"\*\*([^*\n]+)\*\*\s+\(`/(?!api/)([\w-]*)`\)")
PAGE_ROW = re.compile(r"^\| ([^|]+) \| `/([\w-]*)` \| ([^|]+) \|$", re.MULTILINE)
SERVED = re.compile(r"/api/v1/([\w/.-]*)")
EXHIBIT = re.compile(r"(?:analysis exhibit |/api/v1/exhibits/)(\w+)[./](\w+)")
REGISTERED = re.compile(r"registry\.exhibit\(\s*\w+,\s*[\"']([\w.]+)[\"']")
SETTING = re.compile(r"ATLAS_[A-Z_]+")
CONSTANT = re.compile(r"`([A-Z][A-Z_]{3,})`")
RECORD = re.compile(
    r"# .+\n\nDate: \d{4}-\d\d-\d\d\n\n\*\*Context\.\*\* .+\n\n\*\*Decision\.\*\* .+\n\n\*\*Consequence\.\*\* .+\n",
    re.DOTALL,
)
BRITISH = re.compile(r"colour|licence|labour|practis|enrolment|neighbour|centre|programme|optimis", re.IGNORECASE)
# What `python -m analysis` takes besides the names of queries.
COMMANDS = ("list", "sql", "changes", "exhibit")
# What a query takes on the command line besides its own parameters.
FORMS = {"format", "out", "param"}
TITLES = {address: title for address, _, title, _ in dashboard.PAGES}
OVERVIEW = dashboard.PAGES[0][0]

each_document = pytest.mark.parametrize("document", DOCS, ids=named)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def code_of(document: Path) -> str:
    """The commands and names of a document: what stands between backticks, and indented lines."""
    return "\n".join(SPAN.findall(text_of(document)))


def ignored() -> tuple[str, ...]:
    """Folders that exist only once the program has run."""
    return tuple(line for line in text_of(ROOT / ".gitignore").splitlines() if line.endswith("/"))


def exists(path: str) -> bool:
    """Whether the repository has the path; a part in angle brackets may be anything."""
    pattern = re.sub(r"<[^>]*>", "*", path.rstrip("./"))
    return f"{pattern}/".startswith(ignored()) or any(ROOT.glob(pattern))


def anchors(document: Path) -> set[str]:
    """The headings of a document, as links name them."""
    titles = (re.sub(r"[^\w\s-]", "", heading.lower()) for heading in HEADING.findall(text_of(document)))
    return {title.strip().replace(" ", "-") for title in titles}


def source_of(module: str) -> str:
    """The text of a module that is run by name, and of the files beside it."""
    spec = importlib.util.find_spec(module)
    assert spec is not None
    if spec.submodule_search_locations:
        return "\n".join(text_of(path) for path in sorted(Path(spec.submodule_search_locations[0]).glob("*.py")))
    return text_of(Path(spec.origin))


def is_module(name: str) -> bool:
    """Whether `python -m` runs it: a module of ours, or a package with a __main__."""
    try:
        spec = importlib.util.find_spec(name)
    except ModuleNotFoundError:
        return False
    if spec is None or not spec.submodule_search_locations:
        return spec is not None
    return importlib.util.find_spec(f"{name}.__main__") is not None


@each_document
def test_every_path_exists(document):
    assert not [path for path in PATH.findall(text_of(document)) if not exists(path)]


@each_document
def test_every_file_named_alone_exists(document):
    every = {path.name for folder in TOP for path in (ROOT / folder).rglob("*")}
    every |= {path.name for path in ROOT.iterdir()}
    assert not [name for name in FILE.findall(text_of(document)) if name not in every]


@each_document
def test_every_relative_link_resolves(document):
    broken = []
    for link in LINK.findall(text_of(document)):
        path, _, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        is_there = target.exists() and (not anchor or anchor in anchors(target))
        if "://" not in link and not is_there:
            broken.append(link)
    assert not broken


@each_document
def test_every_module_that_is_run_exists(document):
    assert not [name for name, _ in MODULE.findall(code_of(document)) if not is_module(name)]


@each_document
def test_every_option_is_one_of_its_command(document):
    wrong = []
    for module, rest in COMMENTED.findall(code_of(document)):
        options = OPTION.findall(rest)
        if module == "analysis":
            query = next(iter(rest.split()), "")
            if query in catalog.every() or query == "sql":
                taken = FORMS if query == "sql" else {*catalog.options(query), *FORMS}
                wrong += [option for option in options if option not in taken]
        elif module.split(".")[0] in TOP:
            wrong += [option for option in options if f'"--{option}"' not in source_of(module)]
    assert not wrong


@each_document
def test_every_word_after_analysis_is_a_query_or_a_command(document):
    words = [rest.split()[0] for module, rest in MODULE.findall(code_of(document)) if module == "analysis" and rest]
    assert not [word for word in words if word not in catalog.every() and word not in COMMANDS]
    taken = text_of(ROOT / "analysis" / "__main__.py")
    assert not [word for word in words if word in COMMANDS and f'"{word}"' not in taken]


@each_document
def test_every_make_target_exists(document):
    targets = set(TARGET.findall(text_of(ROOT / "Makefile")))
    assert not [target for target in MAKE.findall(code_of(document)) if target not in targets]


@each_document
def test_every_address_and_title_is_a_page_of_the_menu(document):
    text = text_of(document)
    assert not [address for address in ADDRESS.findall(text) if (address or OVERVIEW) not in TITLES]
    pairs = PAGE.findall(text)
    assert pairs == [(TITLES[address or OVERVIEW], address) for _, address in pairs]


@each_document
def test_every_address_of_the_api_is_a_query_a_table_or_an_exhibit(document):
    tables = {path.stem for path in TABLES}
    wrong = []
    for address in SERVED.findall(code_of(document)):
        first, _, rest = address.partition("/")
        is_query = f"{first}.{rest}" in catalog.every()
        if not (is_query or address in ("", "openapi.json") or first == "exhibits" or rest in tables):
            wrong.append(address)
    assert not wrong


@each_document
def test_every_exhibit_is_registered(document):
    files = (ROOT / "analysis").glob("*/exhibits.py")
    names = {name for path in files for name in REGISTERED.findall(text_of(path))}
    shown = [f"{topic}.{name}" for topic, name in EXHIBIT.findall(code_of(document))]
    assert not [name for name in shown if name not in names]


def test_the_readme_is_short_and_lists_every_page_of_the_menu_in_its_order():
    text = text_of(README)
    assert len(text.splitlines()) <= MOST_LINES
    rows = [(title, address or OVERVIEW) for title, address, _ in PAGE_ROW.findall(text)]
    assert rows == [(title, address) for address, _, title, _ in dashboard.PAGES]
    assert f"{len(MEASURES)} measures" in text


def test_every_constant_is_in_the_code():
    code = "\n".join(text_of(path) for path in python_files() if path.parent != Path(__file__).parent)
    names = {name for document in DOCS for name in CONSTANT.findall(text_of(document))}
    assert not [name for name in sorted(names) if not re.search(rf"\b{name}\b", code)]


@each_document
def test_spelling_is_american(document):
    text = renew.BETWEEN.sub("", text_of(document))
    assert not BRITISH.findall(text)


def test_every_setting_is_read_somewhere_and_explained():
    code = "\n".join(text_of(path) for path in python_files("analysis", "data", "pages"))
    explained = {name for document in DOCS for name in SETTING.findall(text_of(document))}
    tests_only = {"ATLAS_RAW"}
    assert set(SETTING.findall(code)) | tests_only == explained | tests_only


def test_the_roster_has_the_columns_that_the_code_reads():
    """Run `python -m tests.docs.renew` where this fails."""
    assert renew.table(text_of(renew.ROSTER)) == columns.as_markdown()


def test_every_document_is_reached_from_the_readme():
    reached, waiting = set(), [README]
    while waiting:
        document = waiting.pop()
        reached.add(document)
        links = {(document.parent / link.partition("#")[0]).resolve() for link in LINK.findall(text_of(document))}
        waiting += [link for link in links if link.suffix == ".md" and link.exists() and link not in reached]
    assert not [named(document) for document in DOCS if document not in reached]


def test_every_decision_says_its_day_context_decision_and_consequence():
    records = [path for path in DOCS if re.match(r"\d{4}-", path.name)]
    assert [path.name[:4] for path in records] == [f"{number:04d}" for number in range(1, len(records) + 1)]
    assert not [path.name for path in records if not RECORD.fullmatch(text_of(path))]
