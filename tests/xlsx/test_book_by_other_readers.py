"""What is read from a form is what two other readers find in it, cell by cell, whatever program saved it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.forms.asked import form_words as form
from generator.xlsx import Cell, read_book
from tests.clients.programs import fill_in_libreoffice, uno_is_there
from tests.fuzz import bases
from tests.projects import make_project
from tests.test_strange_project import ANSWERS, FIGURES
from tests.xlsx.archives import packed

pytest.importorskip("resource", reason="this system has no limits for a process")
others = pytest.importorskip("tests.xlsx.other_readers")

RETURNS = sorted((Path(__file__).parents[2] / "inputs" / "2018-19-Q2").glob("*.xlsx"))


def ours(path: Path) -> Mapping[str, Mapping[str, str]]:
    sheets = read_book(path.read_bytes()).sheets
    return {
        sheet.name: {f"{row},{column}": said(cell) for (row, column), cell in sheet.cells.items() if said(cell)}
        for sheet in sheets
        if sheet.name not in form.OWN_SHEETS
    }


def said(cell: Cell) -> str:
    return cell.text if cell.number is None or cell.date else str(others.said(float(cell.number)))


def same_as_others(*paths: Path) -> None:
    for reader, files in others.found_by_others(paths).items():
        for path in paths:
            found = ours(path)
            theirs = {name: cells for name, cells in files[str(path)].items() if name not in form.OWN_SHEETS}
            assert theirs == found, (reader, path.name)
            assert all(len(cells) > 50 for cells in found.values()), "the forms are not blank"


def test_the_samples_returns() -> None:
    assert len(RETURNS) == 25
    same_as_others(*RETURNS)


def test_forms_of_every_kind_filled_by_openpyxl(tmp_path: Path) -> None:
    paths = []
    for number, base in enumerate(bases(tmp_path)):
        paths.append(tmp_path / f"{number}.xlsx")
        paths[-1].write_bytes(packed(base.parts))
    same_as_others(*paths)


def test_forms_filled_by_libreoffice(tmp_path: Path) -> None:
    if not uno_is_there():
        pytest.skip("the system's Python has no uno module, so LibreOffice was not driven")
    paths = make_project(tmp_path / "project", {}, {"Code": "PL 02", "Unit": "£", "Decimals": 2}).issue()
    jobs = [(path, {**ANSWERS, **figures}) for path, figures in zip(paths, FIGURES, strict=False)]
    fill_in_libreoffice(jobs, tmp_path / "profile")
    same_as_others(*paths)
