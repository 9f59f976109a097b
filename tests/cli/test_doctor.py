"""What a computer has and lacks; none of it needed for a command to answer."""

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator import __version__
from generator.cli import doctor
from generator.cli.app import app
from generator.project.folder import Project
from tests.projects import make_project


def test_the_version_is_said() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"scorecard {__version__}\n"


def test_outside_a_project_it_looks_at_the_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["doctor"])
    assert done.exit_code == 0
    assert f"Scorecard: {__version__}" in done.stdout
    assert "Project: none here" in done.stdout
    assert CliRunner().invoke(app, ["doctor", "--project", str(tmp_path)]).exit_code == 2


def test_each_lack_has_its_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_libreoffice", lambda: None)
    monkeypatch.setattr(doctor, "find_spec", lambda _: None)
    monkeypatch.setattr(doctor, "_FONT_FOLDERS", ())
    lacking = {each.what: each.cost for each in doctor.findings(None) if each.cost}
    assert "no PDFs" in lacking["LibreOffice"]
    assert 'pip install "council-scorecard[holidays]"' in lacking["govuk_bank_holidays"]
    assert "than Word does" in lacking["Arial, or a font of its widths"]


def test_a_project_is_tried(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "OneDrive - Ambridge Council" / ("long " * 40))
    before = {path: path.stat().st_mtime_ns for path in folder.root.rglob("*") if path.is_file()}
    found = {each.what: each for each in doctor.findings(Project(folder.root))}
    assert found["inputs/"].cost == ""
    assert "nearer to the top" in found["Longest path"].cost
    assert "Always keep on this device" in found["Kept online"].cost
    assert {path: path.stat().st_mtime_ns for path in folder.root.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="/proc is no folder there")
def test_a_folder_that_takes_no_files_is_told() -> None:
    assert "cannot be written to" in doctor._writable("Cache folder", Path("/proc/scorecard"), "slower").found
