"""Returns in other formats: read as LibreOffice converts them, kept so, and otherwise told of with what works."""

import shutil
import zipfile
from pathlib import Path

import pytest

from generator.reading import other_formats
from tests.cache.converter import a_converter
from tests.collecting.round import run
from tests.output.folders import tree
from tests.projects import Folder, fill, filled_project

OLD = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512) + "Workbook".encode("utf-16-le") + bytes(9)
NAME = "PL 01 2024-25-Q3.xls"


@pytest.fixture
def sent(tmp_path: Path) -> Folder:
    """A project whose one return came as .xls."""
    folder = filled_project(tmp_path / "project")
    (form,) = folder.returns.glob("*.xlsx")
    (tmp_path / "form.xlsx").write_bytes(form.read_bytes())
    form.with_name(NAME).write_bytes(OLD)
    form.unlink()
    return folder


@pytest.fixture
def converter(sent: Folder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """LibreOffice's stand-in, which makes the return's form of what came."""
    top = sent.root.parent
    program = a_converter(top / "programs", {OLD: (top / "form.xlsx").read_bytes()})
    monkeypatch.setattr(other_formats, "find_libreoffice", lambda: program)
    return Path(program)


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(other_formats, "find_libreoffice", lambda: None)


@pytest.mark.usefixtures("converter")
def test_what_it_makes_is_read_in_place_of_the_file(sent: Folder) -> None:
    done = run("check", "--project", sent.root)
    assert "No problems found." in done.stdout
    assert f"{NAME} is no .xlsx, and was read as LibreOffice converted it." in " ".join(done.stderr.split())


@pytest.mark.usefixtures("nobody")
def test_without_it_the_advice_says_what_works_and_the_return_is_no_missing_one(sent: Folder) -> None:
    gathered = sent.gather()
    (told,) = gathered.problems
    assert (told.code, told.place.file) == ("FILE03", f"inputs/2024-25-Q3/{NAME}")
    assert "Save As" in told.remedy
    assert "Where LibreOffice is installed" in told.remedy
    (missing,) = gathered.report.missing
    assert missing.why.name == "REFUSED"
    assert "PL 01  with errors: 1 error" in run("status", "--project", sent.root).stdout


def test_once_it_is_installed_the_file_is_read(sent: Folder, monkeypatch: pytest.MonkeyPatch, converter: Path) -> None:
    with monkeypatch.context() as before:
        before.setattr(other_formats, "find_libreoffice", lambda: None)
        assert run("check", "--project", sent.root).exit_code == 1
    assert run("check", "--project", sent.root).exit_code == 0
    converter.unlink()
    assert run("check", "--project", sent.root).exit_code == 0, "what was made is kept"


def test_a_closed_period_keeps_what_was_made(sent: Folder, converter: Path, caches: Path) -> None:
    for command in ("build", "close"):
        assert run(command, "--project", sent.root).exit_code == 0
    before = tree(sent.root / "output")
    with zipfile.ZipFile(sent.root / "inputs/closed/2024-25-Q3.zip") as archive:
        names = archive.namelist()
    assert f"inputs/2024-25-Q3/{NAME}" in names
    assert [name.rpartition("/")[0] for name in names if "converted" in name] == ["inputs/converted"]
    shutil.rmtree(caches)
    shutil.rmtree(sent.root / "output")
    converter.unlink()
    assert run("build", "--project", sent.root).exit_code == 0
    assert tree(sent.root / "output") == before
    assert run("verify", "--project", sent.root).exit_code == 0


def test_a_report_that_would_come_of_other_bytes_is_not_closed(sent: Folder, converter: Path, caches: Path) -> None:
    assert run("build", "--project", sent.root).exit_code == 0
    shutil.rmtree(caches)
    made = next((converter.parent / "known").iterdir())
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("docProps/other.xml", "of another version")
    done = run("close", "--project", sent.root)
    assert done.exit_code == 1
    assert "LibreOffice converts a return otherwise today" in done.stderr


@pytest.mark.usefixtures("converter")
def test_a_copy_goes_back_of_what_was_read(sent: Folder) -> None:
    form = sent.root.parent / "form.xlsx"
    fill(form, {"approved_by": None})
    next((sent.root.parent / "programs" / "known").iterdir()).write_bytes(form.read_bytes())
    run("check", "--project", sent.root, "--annotate", sent.root / "back")
    assert [path.name for path in (sent.root / "back").iterdir()] == ["PL 01 2024-25-Q3 issue 2.xlsx"]
