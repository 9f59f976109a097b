"""Each kind of what is kept has a switch, and what is switched off is not kept."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cache.kinds import SWITCH, KeptKind
from generator.cache.program_version import program
from generator.cli.app import app
from tests.projects import filled_project


@pytest.mark.parametrize(
    ("value", "off"),
    [
        ("", ""),
        ("returns", "returns"),
        ("returns templates version", "returns templates version"),
        ("  version\treturns ", "returns version"),
        ("return all", ""),
    ],
)
def test_the_environment_switches_kinds_off_by_their_names(
    value: str, off: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SWITCH, value)
    assert [each for each in KeptKind if not each.is_kept] == off.split()


def kept_in(folder: Path) -> set[str]:
    return {each.name.partition("-")[0] for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize("off", [None, *KeptKind])
def test_a_build_keeps_what_is_not_switched_off(
    off: KeptKind | None, tmp_path: Path, caches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SWITCH, off or "")
    monkeypatch.setattr("generator.documents.templating.compiled_templates._FOLDER", caches / "beside")
    monkeypatch.setattr("generator.cache.program_version._FOLDER", caches / "beside")
    caches.mkdir()
    program.cache_clear()
    filled_project(tmp_path)
    assert CliRunner().invoke(app, ["build", "--project", str(tmp_path)]).exit_code == 0
    files = {KeptKind.RETURNS: "returns.sqlite3", KeptKind.TEMPLATES: "template", KeptKind.VERSION: "program"}
    assert kept_in(caches) == {name for kind, name in files.items() if kind is not off}
    assert {each.name for each in tmp_path.iterdir()} == {"inputs", "output"}, "nothing is kept in the project"
