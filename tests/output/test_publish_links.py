"""A link is never written through: what it leads to is somebody else's, and whoever put it there is told."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.output.lock import NoLockError, held
from generator.output.swap_folders import settle
from tests.projects import Folder, filled_project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Links need a right there that few have")

PERIOD = "2024-25-Q3"
NAMES = {"public": [], "internal": ["--internal"]}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = filled_project(tmp_path / "project")
    (made.root / "output").mkdir()
    return made


def output(folder: Folder, which: str) -> Path:
    return folder.project.output_folder(folder.setup.period, internal=which == "internal")


def built(folder: Folder, *options: str) -> tuple[int, str]:
    ran = CliRunner().invoke(app, ["build", *options, "--project", str(folder.root)], catch_exceptions=False)
    return ran.exit_code, " ".join(ran.stderr.split())


def link(path: Path, to: Path) -> None:
    path.symlink_to(to)


def link_to_nothing(path: Path, to: Path) -> None:
    path.symlink_to(to.with_name("gone"))


def second_name(path: Path, to: Path) -> None:
    os.link(to, path)


def pipe(path: Path, _: Path) -> None:
    os.mkfifo(path)


def folder_of_that_name(path: Path, _: Path) -> None:
    path.mkdir()


IN_PLACE_OF_A_LOCK: dict[str, tuple[Callable[[Path, Path], None], str]] = {
    "a link": (link, "a link to another place"),
    "a link to nothing": (link_to_nothing, "a link to another place"),
    "a second name of a file": (second_name, "another name of a file elsewhere"),
    "a pipe": (pipe, "no plain file"),
    "a folder": (folder_of_that_name, "a folder"),
}


@pytest.mark.parametrize(("put", "what"), IN_PLACE_OF_A_LOCK.values(), ids=IN_PLACE_OF_A_LOCK)
@pytest.mark.parametrize("which", NAMES)
def test_what_stands_in_place_of_the_lock_is_left_alone_and_told_of(
    folder: Folder, tmp_path: Path, which: str, put: Callable[[Path, Path], None], what: str
) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    where = output(folder, which)
    put(where.with_name(f".{where.name}.lock"), precious)
    code, said = built(folder, *NAMES[which])
    assert code == 2
    assert f"{where.name}.lock is {what}" in said
    assert "Nothing was changed. Take it away" in said
    assert precious.read_text() == "precious"
    assert not (tmp_path / "gone").exists()
    assert [path.name for path in (folder.root / "output").iterdir()] == [f".{where.name}.lock"]


def test_a_lock_that_becomes_a_link_while_it_is_opened_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    precious, lock = tmp_path / "precious", tmp_path / "lock"
    precious.write_text("precious")
    lock.symlink_to(precious)
    monkeypatch.setattr("generator.output.lock.is_link", lambda _: False)
    with pytest.raises(NoLockError), held(lock):
        pass
    assert precious.read_text() == "precious"


@pytest.mark.parametrize("which", NAMES)
@pytest.mark.parametrize("leads_to", ["a folder", "an older report", "nothing", "a file"])
def test_an_output_folder_that_is_a_link_is_refused(folder: Folder, tmp_path: Path, which: str, leads_to: str) -> None:
    elsewhere, where = tmp_path / "elsewhere", output(folder, which)
    if leads_to == "an older report":
        assert built(folder, *NAMES[which])[0] == 0
        where.rename(elsewhere)
    elif leads_to == "a folder":
        elsewhere.mkdir()
        (elsewhere / "precious").write_text("precious")
    elif leads_to == "a file":
        elsewhere.write_text("precious")
    before = {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()}
    where.symlink_to(elsewhere)
    others = sorted(path.name for path in where.parent.iterdir())
    code, said = built(folder, *NAMES[which])
    assert code == 2
    assert f"{where} is a link to another place" in said
    assert where.is_symlink()
    assert {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in where.parent.iterdir()) == others


def test_a_note_that_is_a_link_is_refused(folder: Folder, tmp_path: Path) -> None:
    note = folder.root / "output" / f"{PERIOD}-made-from.json"
    note.symlink_to(tmp_path / "elsewhere")
    code, said = built(folder)
    assert (code, f"{note} is a link" in said, note.is_symlink()) == (2, True, True)
    assert not output(folder, "public").exists()


def test_all_output_may_lie_where_a_link_leads(folder: Folder, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (folder.root / "output").rename(elsewhere)
    (folder.root / "output").symlink_to(elsewhere)
    assert built(folder)[0] == 0
    assert (elsewhere / PERIOD / "exceptions.docx").is_file()


def test_links_that_were_left_are_taken_away_and_what_they_lead_to_stays(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("precious")
    for suffix in (".new", ".old"):
        (tmp_path / f".{PERIOD}.abc{suffix}").symlink_to(elsewhere)
    settle(tmp_path / PERIOD)
    assert [path.name for path in tmp_path.iterdir()] == ["elsewhere"]
    assert (elsewhere / "precious").read_text() == "precious"


def test_the_covering_list_is_not_written_through_a_link(folder: Folder, tmp_path: Path) -> None:
    precious, listed = tmp_path / "precious", folder.returns / "issued.csv"
    precious.write_text("precious")
    listed.unlink()
    listed.symlink_to(precious)
    folder.issue()
    assert precious.read_text() == "precious"
    assert "PL 01" in listed.read_text(encoding="utf-8-sig")
