"""What lies among the returns and cannot be read is told of, never passed over in silence."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.model.messages.wording import Severity
from generator.project.quarter_folders import not_read
from tests.projects import Folder, filled_project, make_project


def told(folder: Folder) -> list[tuple[str, str]]:
    problems = not_read(folder.project, folder.setup.period)
    return sorted((each.place.file.removeprefix("inputs/2024-25-Q3/"), each.code) for each in problems)


@pytest.mark.parametrize("name", ["PL 01.docx", "PL 01.PDF", "sub/PL 01.doc", "RE form.msg"])
def test_a_document_among_the_returns_is_told(tmp_path: Path, name: str) -> None:
    folder = filled_project(tmp_path)
    (folder.returns / name).parent.mkdir(exist_ok=True)
    (folder.returns / name).write_bytes(b"anything")
    assert told(folder) == [(name, "FILE17")]
    (found,) = folder.gather().problems
    assert (found.code, found.severity) == ("FILE17", Severity.WARNING)


def test_a_workbook_that_lost_the_end_of_its_name_is_told(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (form,) = folder.returns.glob("*.xlsx")
    form.rename(folder.returns / "PL 01")
    assert told(folder) == [("PL 01", "FILE17")]


@pytest.mark.parametrize("name", ["README", "notes.txt", "~$PL 01.docx", ".DS_Store", "logo.png"])
def test_other_files_are_nobodys_return(tmp_path: Path, name: str) -> None:
    folder = filled_project(tmp_path)
    (folder.returns / name).write_bytes(b"anything")
    assert told(folder) == []


def test_a_quarter_without_a_folder_has_nothing_that_was_not_read(tmp_path: Path) -> None:
    assert told(make_project(tmp_path)) == []


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = filled_project(tmp_path)
    closed = folder.returns / "People"
    closed.mkdir()
    scandir: Any = os.scandir

    def refuses(path: Any) -> Iterator[Any]:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        found: Iterator[Any] = scandir(path)
        return found

    monkeypatch.setattr(os, "scandir", refuses)
    assert told(folder) == [("People", "FILE18")]
    (found,) = folder.gather().problems
    assert found.is_error
    assert "Permission denied" in found.message
