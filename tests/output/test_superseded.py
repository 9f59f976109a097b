"""Closing moves what a later issue has replaced; nothing is lost, whatever fails."""

import os
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.model.period import Period
from generator.output.superseded import PutAside, put_aside
from generator.project.folder import Project
from tests.output.folders import tree
from tests.output.test_close_period import done, output, run
from tests.projects import GOOD, Folder, fill, filled_project, make_project

FIRST, AGAIN, ASIDE = "inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx", "again.xlsx", "inputs/superseded/2024-25-Q3"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = filled_project(tmp_path, {"quarter_actual": 91})
    (folder.returns / AGAIN).write_bytes((tmp_path / FIRST).read_bytes())
    fill(folder.returns / AGAIN, {**GOOD, "issue_number": 2})
    done(tmp_path, "build")
    return tmp_path


def test_the_earlier_is_moved_and_the_archive_has_both(built: Path) -> None:
    before, report = (built / FIRST).read_bytes(), output(built)
    result = run(built, "close")
    assert f"{ASIDE}/PL 01 2024-25-Q3.xlsx" in result.stdout
    assert [path.name for path in Folder(built).returns.glob("*.xlsx")] == [AGAIN]
    assert (built / ASIDE / Path(FIRST).name).read_bytes() == before
    with zipfile.ZipFile(built / "inputs/closed/2024-25-Q3.zip") as archive:
        assert archive.read(FIRST) == before
    done(built, "verify")
    done(built, "build")
    assert output(built) == report
    done(built, "close", "--reopen", "a slip")
    done(built, "build")
    done(built, "close")


def test_what_cannot_be_moved_stays_and_the_period_is_closed(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_use(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "rename", in_use)
    told = " ".join(done(built, "close").split())
    assert f"{FIRST} was replaced by a later issue, and could not be moved: in use" in told
    assert "2024/25 Q3 is closed" in told
    assert (built / FIRST).is_file()


def test_a_workbook_of_which_anything_is_used_stays(tmp_path: Path) -> None:
    measures = ({"Title": "PL 01", "Bundle": "Bins"}, {"Code": "PL 02", "Title": "PL 02", "Bundle": "Bins"})
    folder = make_project(tmp_path, *measures)
    (bundle,) = folder.issue()
    for sheet in ("PL 01", "PL 02"):
        fill_sheet(bundle, sheet, 1)
    alone = folder.returns / "alone.xlsx"
    alone.write_bytes(bundle.read_bytes())
    fill_sheet(alone, "PL 01", 2)
    remove_sheet(alone, "PL 02")
    done(tmp_path, "build")
    done(tmp_path, "close")
    assert {each.name for each in folder.returns.glob("*.xlsx")} == {bundle.name, "alone.xlsx"}


def fill_sheet(path: Path, sheet: str, number: int) -> None:
    book = load_workbook(path)
    for name, value in {**GOOD, "issue_number": number}.items():
        cell = book[sheet].defined_names[name].attr_text.rpartition("!")[2].replace("$", "").partition(":")[0]
        book[sheet][cell] = value[0] if isinstance(value, list) else value  # type: ignore[assignment]
    book.save(path)


def remove_sheet(path: Path, sheet: str) -> None:
    book = load_workbook(path)
    del book[sheet]
    book.save(path)


def test_no_file_is_overwritten_and_none_from_elsewhere_is_moved(tmp_path: Path) -> None:
    project, period = Project(tmp_path), Period.parse("2024-25-Q3")
    for name in (f"{project.returns_folder(period)}/late/a.xlsx", f"{project.superseded(period)}/late/a.xlsx"):
        Path(name).parent.mkdir(parents=True)
        Path(name).write_text(name)
    files = ("inputs/2024-25-Q3/late/a.xlsx", f"{os.sep}elsewhere.xlsx", "inputs/2024-25-Q3/gone.xlsx")
    moved, gone = put_aside(project, period, files)
    assert moved == PutAside(files[0], f"{ASIDE}/late/a (2).xlsx")
    assert (gone.file, bool(gone.why)) == (files[2], True)
    assert len(tree(project.superseded(period))) == 2
