"""Every public name stays: queries, API addresses, pages, commands, and the files that users save."""

import re

import pytest

import dashboard
from analysis import __main__ as command_line
from analysis.api.exhibits import public
from analysis.briefing import files as briefing_files
from analysis.catalog import catalog
from analysis.exhibits import registry
from analysis.levers import scenarios as levers_scenarios
from analysis.placement import scenarios as placement_scenarios
from data.build import build
from tests.support import over_http
from tests.support.contracts import ROOT, python_files

RECORDED = ROOT / "tests" / "support" / "public_names.txt"
GONE = (
    "Links, scripts or saved files of users need these public names: give them back, and do not edit public_names.txt."
)
NEW = (
    "These public names are new. If each is meant to stay for good, write its line into tests/support/public_names.txt:"
)
INTERNAL = ("analysis.sql_console.worker",)


def queries():
    return [" ".join(["query", name, *sorted(catalog.options(name))]) for name in catalog.every()]


def addresses():
    client = over_http.client()
    spec, index = client.get("/api/v1/openapi.json").json(), client.get("/api/v1/").json()
    root = spec["servers"][0]["url"]
    lines = [f"api {path}" for path in (f"{root}/v1/", index["sources"], index["openapi"])]
    for path, operations in spec["paths"].items():
        parameters = [one["name"] for one in operations["get"]["parameters"] if one["in"] == "query"]
        lines.append(" ".join(["api", root + path, *sorted(parameters)]))
    return lines


def commands():
    runnable = [
        path for path in python_files("analysis", "data") if '__name__ == "__main__"' in path.read_text("utf-8")
    ]
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__main__") for path in runnable]
    words = re.findall(r"^python -m analysis (\w+)(?![\w.])", command_line.__doc__, re.MULTILINE)
    names = [*(name for name in modules if name not in INTERNAL), *(f"analysis:{word}" for word in set(words))]
    return [f"command {name}" for name in names]


def exhibits():
    return [" ".join(["exhibit", name, *sorted(registry.BY_NAME[name].view.parameters)]) for name in public()]


def exhibit_keys():
    """What saved briefings and links name an exhibit by: the address of its page, and its key there."""
    return [f"slide {view}#{key}" for view, key in registry.BY_KEY]


def saved_files():
    modules = (briefing_files, levers_scenarios, placement_scenarios)
    return [f"file {module.KIND} {module.VERSION}" for module in modules]


def words(lines):
    """Each kind and name with each word after it, so that an option counts as a name of its own."""
    pairs = [(" ".join(line.split()[:2]), line.split()[2:]) for line in lines]
    return {(name, word) for name, after in pairs for word in ["", *after]}


@pytest.fixture(scope="module")
def current():
    build.ensure()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_API_PER_MINUTE", "1000000")
        pages = [f"page {address}" for address, *_ in dashboard.PAGES]
        return sorted([*queries(), *addresses(), *commands(), *saved_files(), *exhibits(), *exhibit_keys(), *pages])


def test_no_public_name_is_gone(current):
    gone = sorted(words(RECORDED.read_text("utf-8").splitlines()) - words(current))
    assert not gone, f"{GONE} {gone}"


def test_every_new_public_name_is_recorded(current):
    recorded = RECORDED.read_text("utf-8").splitlines()
    new = [line for line in current if line not in recorded]
    assert not new, "\n".join([NEW, *new])
    assert recorded == current, "Sort the lines of public_names.txt."
