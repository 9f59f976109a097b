"""Nothing that lies among the returns is passed over without a word, but what is the system's or our own."""

from pathlib import Path

import pytest

from generator.model.problem import Problem
from generator.project.other_files import not_read
from tests.projects import Folder, filled_project
from tests.reading.surgery import with_parts

OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")


def told(folder: Folder) -> list[Problem]:
    return list(not_read(folder.project, folder.setup.period))


def put(folder: Folder, name: str, data: bytes = b"anything") -> None:
    path = folder.returns / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


# What lies there, and what it is called.
BY_NAME = {
    "PL 01.docx": "a text document",
    "PL 01.PDF": "a PDF file",
    "RE form.msg": "an e-mail",
    "sub/PL 01.htm": "a web page",
    "PL 01.mht": "a web page",
    "PL 01.txt": "plain text",
    "PL 01.jpg": "a picture",
    "IMG_0001.HEIC": "a picture",
    "PL 01.url": "a link to something that lies elsewhere",
    "PL 01.webloc": "a link to something that lies elsewhere",
    "PL 01.gsheet": "a link to something that lies elsewhere",
    "PL 01.pptx": "a presentation",
}


@pytest.mark.parametrize(("name", "what"), BY_NAME.items())
def test_a_file_is_told_of_by_the_end_of_its_name(tmp_path: Path, name: str, what: str) -> None:
    folder = filled_project(tmp_path)
    put(folder, name)
    (found,) = told(folder)
    assert (found.code, found.place.file, found.is_error) == ("FILE17", f"inputs/2024-25-Q3/{name}", False)
    assert what in found.message
    assert found.remedy


BY_CONTENT = [
    ("PL 01", b"%PDF-1.7", "a PDF file"),
    ("PL 01", b"\x89PNG\r\n\x1a\n", "a picture"),
    ("PL 01", b"Code,Actual", "plain text"),
    ("README", b"anything", "plain text"),
    ("PL 01", b"", "an empty file"),
    ("PL 01", b"\0\1\2", "a file of another kind"),
    ("PL 01", OLE2 + "Workbook".encode("utf-16-le"), "a workbook in another format of Excel"),
    ("PL 01", OLE2 + "WordDocument".encode("utf-16-le"), "an old Word document"),
    ("PL 01", OLE2 + "EncryptedPackage".encode("utf-16-le"), "an encrypted workbook or document"),
    ("PL 01.xlsx.bak", b"<html><body>", "a web page"),
    ("PL 01.2024-25 Q3", b"\0\0\0\x18ftypheic", "a picture"),
    ("film.mp4", b"\0\0\0\x18ftypmp42" * 10_000, "a file of another kind"),
]


@pytest.mark.parametrize(("name", "data", "what"), BY_CONTENT)
def test_a_file_whose_name_does_not_tell_is_told_of_by_what_it_holds(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    folder = filled_project(tmp_path)
    put(folder, name, data)
    (found,) = told(folder)
    assert what in found.message


def test_a_workbook_that_lost_the_end_of_its_name_is_told_how_to_get_it_back(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (form,) = folder.returns.glob("*.xlsx")
    form.rename(folder.returns / "PL 01")
    (found,) = told(folder)
    assert "an Excel workbook" in found.message
    assert ".xlsx" in found.remedy


@pytest.mark.parametrize(
    "name",
    [
        "~$PL 01.docx",
        ".DS_Store",
        ".~lock.PL 01.xlsx#",
        "Thumbs.db",
        "desktop.ini",
        "__MACOSX/._PL 01.xlsx",
        "PL 01_files/image001.png",
        "PL 01.numbers/Index.zip",
        "issued.csv",
    ],
)
def test_what_is_the_systems_or_belongs_to_another_file_is_not(tmp_path: Path, name: str) -> None:
    folder = filled_project(tmp_path)
    put(folder, name)
    assert told(folder) == []


def test_what_is_read_as_a_workbook_is_told_of_there(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    for name in ("a.xlsb", "b.ods", "c.zip", "d.csv", "e.numbers"):
        put(folder, name, b"Code,Actual")
    assert told(folder) == []
    assert [each.code for each in folder.gather(draft=True).problems] == ["FILE06"] * 5


def test_many_files_are_told_of_in_few_words(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    for number in range(60):
        put(folder, f"{number:02}.jpg")
    found = told(folder)
    assert [each.code for each in found] == [*["FILE17"] * 20, "MORE01"]
    assert found[-1].message.startswith("There are 40 more of FILE17")


@pytest.mark.parametrize(
    ("parts", "code", "words"),
    [
        ({"xl/workbook.bin": b"\x83\1"}, "FILE03", "the binary one (.xlsb)"),
        ({"Index/Document.iwa": b"\0"}, "FILE22", "Numbers"),
        ({"PL 01.xlsx": b"PK"}, "FILE21", "there are workbooks in it"),
        ({"word/document.xml": b"<x/>"}, "FILE07", "a Word document"),
    ],
)
def test_a_file_that_is_called_a_workbook_is_told_of_as_what_it_is(
    tmp_path: Path, parts: dict[str, bytes], code: str, words: str
) -> None:
    folder = filled_project(tmp_path)
    path = folder.returns / "other.xlsx"
    path.write_bytes(b"PK\5\6" + bytes(18))
    with_parts(path, dict(parts))
    found = [each for each in folder.gather(draft=True).problems if each.place.file.endswith("other.xlsx")]
    assert [each.code for each in found] == [code]
    assert words in found[0].message


def test_a_label_is_no_password(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    names = "\6DataSpaces DRMEncryptedDataSpace DRMEncryptedTransform EncryptedPackage"
    put(folder, "other.xlsx", OLE2 + names.encode("utf-16-le"))
    (found,) = folder.gather(draft=True).problems
    assert found.code == "FILE20"
    assert "Home > Sensitivity" in found.remedy
    assert "Encrypt with Password" not in found.remedy


def test_our_own_calendar_of_the_round_is_no_return(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    put(folder, "round.ics", b"BEGIN:VCALENDAR")
    put(folder, "sub/round.ics", b"BEGIN:VCALENDAR")
    assert [each.place.file for each in told(folder)] == ["inputs/2024-25-Q3/sub/round.ics"]
