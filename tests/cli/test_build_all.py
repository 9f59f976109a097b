"""build-all: many councils, each on its own."""

import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.cli.build_all import worst
from tests.projects import filled_project


def test_a_councils_failure_is_its_own(tmp_path: Path) -> None:
    filled_project(tmp_path / "ambridge")
    filled_project(tmp_path / "borchester", {"quarter_actual": "n/a"})
    filled_project(tmp_path / "felpersham")
    (tmp_path / "felpersham" / "inputs" / "register.xlsx").write_bytes(b"")
    filled_project(tmp_path / "loxley")
    (tmp_path / "notes").mkdir()
    ran = CliRunner().invoke(app, ["build-all", str(tmp_path)])
    lines = ran.stdout.splitlines()
    assert [line for line in lines if not line.startswith("  ")] == [
        "ambridge: published",
        "borchester: not published: its returns or a template have errors",
        "felpersham: not built",
        "loxley: published",
    ]
    said = lines[lines.index("borchester: not published: its returns or a template have errors") :]
    assert any("FIG01" in line for line in said[: said.index("felpersham: not built")])
    assert "Passed over, for want of inputs/scorecard.toml: notes." in ran.stderr
    assert "2 of 4 published." in ran.stderr
    assert ran.exit_code == 2
    published = {path.parts[len(tmp_path.parts)] for path in tmp_path.rglob("exceptions.docx")}
    assert published == {"ambridge", "loxley"}


def test_a_folder_without_councils_is_told_of(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["build-all", str(tmp_path)])
    assert (ran.exit_code, "no project folder" in ran.stderr) == (2, True)
    ran = CliRunner().invoke(app, ["build-all", str(tmp_path / "gone")])
    assert (ran.exit_code, "There is no folder" in ran.stderr) == (2, True)
    filled_project(tmp_path)
    ran = CliRunner().invoke(app, ["build-all", str(tmp_path)])
    assert (ran.exit_code, "use scorecard build." in ran.stderr) == (2, True)


def test_drafts_are_said_to_be_drafts(tmp_path: Path) -> None:
    filled_project(tmp_path / "ambridge")
    ran = CliRunner().invoke(app, ["build-all", "--draft", str(tmp_path)])
    assert ran.stdout == "ambridge: published, marked DRAFT\n"


def test_a_build_that_is_killed_is_its_councils_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled_project(tmp_path / "ambridge")
    killed = subprocess.CompletedProcess[str]([], -9, "", "")
    monkeypatch.setattr("generator.cli.build_all.subprocess.run", lambda *_, **__: killed)
    ran = CliRunner().invoke(app, ["build-all", str(tmp_path)])
    assert (ran.stdout, ran.exit_code) == ("ambridge: not built: the program was ended from outside\n", 2)


@pytest.mark.parametrize(("codes", "code"), [([0, 0], 0), ([0, 1], 1), ([1, 2, 0], 2), ([0, -9], 2), ([0, 137], 2)])
def test_the_exit_code_is_the_worst(codes: list[int], code: int) -> None:
    assert worst(codes) == code
