"""The bytes of a list: ours to read, LibreOffice's to convert, or told of in words; never half read."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.importing import list_file
from generator.importing.list_file import read_list
from generator.model.problem import Unusable
from tests.importing.lists import forty_measures, with_target

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
OLD = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512)
SHEET = "xl/worksheets/sheet1.xml"


def changed(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with its sheet's part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(source.read(name)) if name == SHEET else source.read(name))
    return out.getvalue()


def rows_after(count: int, cells: bytes) -> Callable[[bytes], bytes]:
    rows = b"".join(b'<row r="%d">%b</row>' % (row, cells.replace(b"#", b"%d" % row)) for row in range(3, count))
    return lambda part: part.replace(b"</sheetData>", rows + b"</sheetData>")


HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "FILE01"),
    "password": (OLD + "EncryptedPackage".encode("utf-16-le") + bytes(9), "FILE02"),
    "web page": (b"<html><table><tr><td>Ref</td></tr></table></html>", "FILE05"),
    "plain text": (b"Our measures are in another file.\n", "IMP06"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(20), "IMP09"),
    "damaged": (b"PK\3\4 and then nothing", "FILE08"),
    "merged nowhere": (
        changed(
            with_target(5),
            lambda part: part.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="x"/></mergeCells>'),
        ),
        "FILE08",
    ),
    "a type of its own": (
        changed(
            with_target(5), lambda part: part.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1)
        ),
        "FILE10",
    ),
    "many cells": (
        changed(with_target(5), rows_after(130_000, b'<c r="A#" t="inlineStr"><is><t>a</t></is></c>')),
        "IMP07",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_cannot_be_read_is_told(tmp_path: Path, case: str) -> None:
    data, code = HOSTILE[case]
    (tmp_path / "list.xlsx").write_bytes(data)
    with pytest.raises(Unusable) as caught:
        read_list(tmp_path / "list.xlsx", "list.xlsx")
    assert [each.code for each in caught.value.problems] == [code]


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_file, "ROOM", 0)
    (tmp_path / "list.xlsx").write_bytes(with_target(5))
    with pytest.raises(Unusable) as caught:
        read_list(tmp_path / "list.xlsx", "list.xlsx")
    assert [each.code for each in caught.value.problems] == ["IMP07"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as caught:
        read_list(tmp_path / "none.xlsx", "none.xlsx")
    assert [each.code for each in caught.value.problems] == ["FILE13"]


def test_a_million_rows_that_are_only_declared_cost_nothing(tmp_path: Path) -> None:
    data = changed(with_target(5), lambda part: part.replace(b'ref="A1:H2"', b'ref="A1:XFD1048576"'))
    (tmp_path / "list.xlsx").write_bytes(data)
    assert len(read_list(tmp_path / "list.xlsx", "list.xlsx").sheets[0].cells) == 16


@pytest.mark.parametrize("ending", [".xls", ".ods"])
@needs_libreoffice
def test_other_formats_are_converted(tmp_path: Path, ending: str) -> None:
    (tmp_path / "list.xlsx").write_bytes(forty_measures())
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run([*command, ending[1:], "list.xlsx"], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    ours, theirs = (read_list(tmp_path / f"list{each}", "list").sheets[0] for each in (".xlsx", ending))
    texts = [{place: cell.text for place, cell in sheet.cells.items() if cell.text} for sheet in (ours, theirs)]
    assert texts[0] == texts[1]
    assert len(ours.merged) == len(theirs.merged)


def test_without_libreoffice_what_to_do_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_file, "find_libreoffice", lambda: None)
    (tmp_path / "list.xls").write_bytes(OLD + "Workbook".encode("utf-16-le") + bytes(9))
    with pytest.raises(Unusable) as caught:
        read_list(tmp_path / "list.xls", "list.xls")
    (problem,) = caught.value.problems
    assert problem.code == "IMP04"
    assert "Save As" in problem.remedy


@pytest.mark.parametrize("program", ["true", "false"])
def test_a_conversion_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(list_file, "find_libreoffice", lambda: shutil.which(program))
    (tmp_path / "list.xls").write_bytes(OLD + "Workbook".encode("utf-16-le") + bytes(9))
    with pytest.raises(Unusable) as caught:
        read_list(tmp_path / "list.xls", "list.xls")
    assert [each.code for each in caught.value.problems] == ["IMP05"]
