"""A folder among the returns that is a link to elsewhere is not looked into, and is told of."""

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.output.verify import differences
from tests.projects import Folder, filled_project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Links need a right there that few have")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return filled_project(tmp_path / "project")


@pytest.mark.parametrize("at", ["late", "People/late", "late.xlsx", "late returns"])
@pytest.mark.parametrize("leads", ["to returns", "to itself", "to the project"])
def test_a_link_is_told_of_and_not_followed(folder: Folder, tmp_path: Path, at: str, leads: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (path,) = folder.returns.glob("*.xlsx")
    (elsewhere / "another.xlsx").write_bytes(path.read_bytes())
    link = folder.returns / at
    link.parent.mkdir(exist_ok=True)
    link.symlink_to({"to returns": elsewhere, "to itself": folder.returns, "to the project": folder.root}[leads])
    gathered = folder.gather()
    told = [each for each in gathered.problems if each.code == "FILE31"]
    assert [(each.place.file, each.is_error) for each in told] == [(folder.project.relative(link), False)]
    assert len(gathered.judged) == 1


def test_links_that_lead_to_a_workbook_or_to_the_whole_quarter_are_read(folder: Folder, tmp_path: Path) -> None:
    (path,) = folder.returns.glob("*.xlsx")
    path.rename(tmp_path / "a.xlsx")
    path.symlink_to(tmp_path / "a.xlsx")
    folder.returns.rename(tmp_path / "quarter")
    folder.returns.symlink_to(tmp_path / "quarter")
    gathered = folder.gather()
    assert (len(gathered.judged), gathered.problems) == (1, ())


def test_a_report_beside_a_link_is_as_it_was_built(folder: Folder, tmp_path: Path) -> None:
    (folder.returns / "late").symlink_to(tmp_path)
    assert CliRunner().invoke(app, ["build", "--project", str(folder.root)]).exit_code == 0
    assert differences(folder.project, folder.setup.period) == ()
