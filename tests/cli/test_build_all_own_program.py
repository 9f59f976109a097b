"""Only the program itself is run, whatever lies in the working folder; and only what was published is said to be."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.documents.pdf import NoPdfError, check_converter
from tests.projects import Folder, filled_project

ROOT = Path(__file__).parents[2]
TRAP = "import pathlib\npathlib.Path(__file__).with_suffix('.ran').touch()\nraise SystemExit(0)\n"
LIBRARIES = ("typer", "jinja2", "lxml", "openpyxl", "phonenumbers", "docx")
NAMES = (*LIBRARIES, "generator/__main__", "generator/__init__", "json", "tempfile", "sitecustomize")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return filled_project(tmp_path_factory.mktemp("made") / "ambridge")


@pytest.fixture
def council(made: Folder, tmp_path: Path) -> Path:
    return Path(copytree(made.root, tmp_path / "ambridge"))


def lay(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(TRAP)


def ran_in(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.ran")]


def is_published(council: Path) -> bool:
    return (council / "output" / "2024-25-Q3" / "manifest.json").is_file()


@pytest.mark.parametrize("path", ["", f"{os.pathsep}{ROOT}"], ids=["as installed", "with an empty entry in PYTHONPATH"])
def test_build_all_runs_no_file_of_the_folder_it_is_called_in(
    council: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    lay(council.parent, *NAMES)
    monkeypatch.setenv("PYTHONPATH", path or str(ROOT))
    monkeypatch.chdir(council.parent)
    ran = CliRunner().invoke(app, ["build-all", "."])
    assert (ran.stdout, ran.exit_code) == ("ambridge: published\n", 0)
    assert is_published(council)
    assert ran_in(council.parent) == []


def test_the_program_as_a_module_runs_no_file_of_the_project_it_is_called_in(council: Path) -> None:
    lay(council, *LIBRARIES)
    command = [sys.executable, "-m", "generator", "build"]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=council, env=surroundings, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert is_published(council)
    assert ran_in(council) == []


SAID = "output/2024-25-Q3/manifest.json\n"


def nothing(_: Path) -> None:
    """Nothing is done."""


def write_a_manifest(council: Path) -> None:
    path = council / SAID.strip()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_text("{}")


@pytest.mark.parametrize("there_before", [False, True])
@pytest.mark.parametrize(
    ("does", "says", "ending"),
    [
        (nothing, "", "not built"),
        (nothing, SAID, "not built"),
        (write_a_manifest, "", "not built"),
        (write_a_manifest, SAID, "published"),
    ],
)
def test_a_report_is_published_if_it_is_said_to_be_and_has_come(
    council: Path,
    monkeypatch: pytest.MonkeyPatch,
    does: Callable[[Path], None],
    says: str,
    ending: str,
    there_before: bool,
) -> None:
    if there_before:
        write_a_manifest(council)

    def run(*_: object, **__: object) -> "subprocess.CompletedProcess[str]":
        does(council)
        return subprocess.CompletedProcess([], 0, says, "")

    monkeypatch.setattr("generator.cli.build_all.subprocess.run", run)
    ran = CliRunner().invoke(app, ["build-all", str(council.parent)])
    assert ran.stdout.splitlines()[0] == f"ambridge: {ending}"
    assert ran.exit_code == (0 if ending == "published" else 2)
    assert f"{int(ending == 'published')} of 1 published." in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="What may be run is told otherwise there")
def test_no_converter_is_taken_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = tmp_path / "soffice"
    trap.write_text("#!/bin/sh\n")
    trap.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    with pytest.raises(NoPdfError, match="not installed"):
        check_converter()
