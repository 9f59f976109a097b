"""The round as a workbook and a page: who has what, what is wrong, and where."""

import webbrowser

import pytest
from openpyxl import load_workbook

from tests.collecting.round import run
from tests.projects import GOOD, Folder, fill, make_project

PAT = {"Officer": "=Pat <b>", "Officer email": "pat@x.example"}


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """One return with an error, and one that has not come."""
    made = make_project(tmp_path_factory.mktemp("round") / "project", PAT, {"Code": "PL 02", **PAT})
    one, _ = made.issue()
    fill(one, {**GOOD, "approved_by": None})
    return made


def test_status_as_a_workbook(folder: Folder) -> None:
    path = folder.root / "round.xlsx"
    assert run("status", "--project", folder.root, "--xlsx", path).exit_code == 0
    book = load_workbook(path)
    _, one, two = book["Returns"].values
    assert one[:10] == (
        *("Place", "PL 01", "Bins emptied on the day", "=Pat <b>", "pat@x.example", "with errors"),
        *(None, 1, 0, "inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx"),
    )
    assert (two[1], two[5:7]) == ("PL 02", ("not received", "late"))
    assert book["Returns"]["D2"].data_type == "s", "it is no formula"
    problems = [row[3:5] for row in book["Problems"].values]
    assert sorted(problems[1:]) == [("error", "MISS01"), ("error", "SIGN01")]
    assert run("status", "--project", folder.root, "--xlsx", path).exit_code == 0, "its own may be written over"


def test_problems_as_a_list(folder: Folder) -> None:
    path = folder.root / "problems.xlsx"
    assert run("check", "--project", folder.root, "--xlsx", path).exit_code == 1
    assert load_workbook(path).sheetnames == ["Problems"]


@pytest.mark.parametrize("name", ["inputs/register.xlsx", "inputs", "notes.txt"])
def test_nothing_else_is_written_over(folder: Folder, name: str) -> None:
    before = folder.project.register.read_bytes()
    assert run("check", "--project", folder.root, "--xlsx", folder.root / name).exit_code == 2
    assert folder.project.register.read_bytes() == before


def test_status_as_a_page(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    assert run("status", "--project", folder.root, "--open").exit_code == 0
    path = folder.root / "output" / "2024-25-Q3-status.html"
    assert opened == [path.as_uri()]
    page = path.read_text("utf-8")
    assert "<td>=Pat &lt;b&gt;</td>" in page
    assert page.count('<th scope="col">') == 19
    assert " is empty.</td><td>Enter the name.</td>" in page
