"""What is written, what is kept beside it, and what is never written over."""

from pathlib import Path

from openpyxl import load_workbook

from tests.importing.commands import files, imported, run
from tests.importing.lists import LISTS, project_in, with_target


def test_a_register_in_use_is_not_written_over(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    imported(root, LISTS["banners"]())
    register = root / "inputs" / "register.xlsx"
    book = load_workbook(register)
    book["Measures"]["C2"] = "Changed by hand"
    book.save(register)
    before = files(root)
    refused = imported(root, with_target("95%"))
    assert refused.exit_code == 2
    assert "inputs/register.xlsx has 6 measures already" in " ".join(refused.stderr.split())
    assert "--replace" in refused.stderr
    other = {"list.xlsx": b"", "inputs/log.csv": b""}
    assert {**files(root), **other} == {**before, **other}
    replaced = imported(root, with_target("95%"), "--replace")
    assert replaced.exit_code == 0
    assert (root / "inputs" / "register-before-import.xlsx").read_bytes() == before["inputs/register.xlsx"]


def test_a_register_that_nobody_changed_is_written_again(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    imported(root, LISTS["banners"]())
    again = imported(root, LISTS["forty"]())
    assert again.exit_code == 0
    assert not list((root / "inputs").glob("register-before*"))


def test_a_register_without_measures_is_replaced(tmp_path: Path) -> None:
    assert run("init", tmp_path / "new").exit_code == 0
    assert imported(tmp_path / "new", with_target("95%")).exit_code == 0
    assert not list((tmp_path / "new" / "inputs").glob("register-*.xlsx"))


def test_a_list_that_stands_in_the_registers_place_is_kept_beside_it(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    list_there = LISTS["banners"]()
    told = imported(root / "inputs", list_there, "--project", str(root), name="register.xlsx")
    assert (told.exit_code, "Kept the list itself" in told.stderr) == (0, True)
    assert (root / "inputs" / "register-as-listed.xlsx").read_bytes() == list_there
    assert run("issue", "--project", root).exit_code == 0


def test_a_dry_run_says_that_a_register_is_in_the_way(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    imported(root, LISTS["banners"]())
    (root / "inputs" / "register-mapping.toml").unlink()
    told = imported(root, with_target("95%"), "--dry-run")
    assert (told.exit_code, "IMP03" in told.stderr) == (0, True)


def test_a_link_in_the_way_is_not_written_through(tmp_path: Path) -> None:
    root = project_in(tmp_path / "project")
    elsewhere = tmp_path / "elsewhere"
    (root / "inputs" / ".register.xlsx.new").symlink_to(elsewhere)
    assert imported(root, with_target("95%")).exit_code == 0
    assert not elsewhere.exists()


def test_columns_that_are_hidden_are_read_and_told(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    imported(root, LISTS["banners"]())
    book = load_workbook(root / "list.xlsx")
    book.worksheets[0].column_dimensions["F"].hidden = True
    book.save(root / "hidden.xlsx")
    told = imported(root, (root / "hidden.xlsx").read_bytes())
    assert "Columns that are hidden in the list were read like others: “Comments”." in told.stdout
