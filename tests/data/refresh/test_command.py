"""Does the command say what there is, keep what it is told, and refuse what makes no sense?"""

import io

import pytest

from data import loaded
from data.errors import SourceError
from data.refresh import __main__, source
from data.refresh.progress import Progress
from data.refresh.recipes import RECIPES


@pytest.fixture(autouse=True)
def _nothing_loaded(tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_LOCAL", str(tmp_path / "local"))


def test_the_list_has_each_source_with_its_address_and_what_is_in_use(capsys):
    assert __main__.main(["--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines[::4]] == list(RECIPES)
    assert "  in use: Census Bureau SAIPE, 2023, retrieved 2026-11-22 (embedded)" in lines
    assert "  in use: nothing yet" in lines
    assert all(line.startswith("  address: https://") for line in lines[2::4])
    assert not loaded.folder().exists()


def test_an_address_of_ones_own_is_kept_and_given_up(capsys):
    own = 'https://mirror.example/"1"/est23all.xls'
    assert __main__.main(["census_saipe", "--address", own, "--list"]) == 0
    assert f"  address: {own} (given by you)" in capsys.readouterr().out
    assert source.kept() == {"census_saipe": own}
    assert __main__.main(["census_saipe", "--address", "", "--list"]) == 0
    assert source.of("census_saipe").startswith("https://www2.census.gov/")


@pytest.mark.parametrize("address", ["http://mirror.example/a.xls", "mirror.example/a.xls", "file:///etc/passwd"])
def test_an_address_that_is_none_or_not_encrypted_is_not_kept(address, capsys):
    assert __main__.main(["census_saipe", "--address", address]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not source.kept()


def test_addresses_that_cannot_be_read_are_named(capsys):
    loaded.folder().mkdir(parents=True)
    (loaded.folder() / "addresses.toml").write_text("census_saipe = https://\n")
    with pytest.raises(SourceError, match=r"addresses\.toml can't be read .+: mend it, or remove it"):
        source.of("census_saipe")


def test_offline_is_one_sentence_and_changes_nothing(capsys):
    for name in ("census_saipe", "cdc_svi"):
        source.keep_address(name, f"https://{name}.invalid/file")
    assert __main__.main(["census_saipe", "cdc_svi"]) == 1
    said = "This machine seems to be offline: no publisher can be found. The figures in use go on serving.\n"
    assert capsys.readouterr().err == said
    assert not list(loaded.raw().rglob("*.*"))
    assert not loaded.named()


def test_what_is_not_loaded_cannot_be_forgotten(capsys):
    assert __main__.main(["--forget", "cdc_svi"]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "cdc_svi is not loaded: there is nothing to forget.\n")


def test_a_file_that_is_not_there_is_named(capsys):
    assert __main__.main(["census_saipe", "--file", "no-such.xls"]) == 1
    assert capsys.readouterr().err.startswith("census_saipe: no-such.xls is not there")


@pytest.mark.parametrize(
    "arguments",
    [
        ["rumour"],
        ["--file", "a.xls"],
        ["cdc_svi", "census_saipe", "--address", "https://a.example"],
        ["--as-of", "soon"],
    ],
)
def test_what_makes_no_sense_is_refused_with_what_there_is(arguments, capsys):
    with pytest.raises(SystemExit, match="2"):
        __main__.main(arguments)
    assert capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self):
        return True


def shown(out, whole=2**22):
    progress = Progress("census_saipe", out)
    for come in range(0, 2**22 + 1, 2**18):
        progress.show(come, whole)
    progress.close()
    return out.getvalue()


def test_a_terminal_gets_a_bar_and_a_log_a_few_lines():
    bar = shown(Terminal())
    assert bar.endswith(f"\r  census_saipe [{'#' * 30}] 4.0 of 4.0 MB (100%)\n")
    assert bar.count("\n") == 1
    assert shown(io.StringIO()).splitlines()[-1] == "  4.0 of 4.0 MB (100%)"
    assert 3 <= shown(io.StringIO()).count("\n") <= 5
    assert "%" not in shown(Terminal(), whole=0)
