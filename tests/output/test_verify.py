"""The manifest tells of every file that went in and came out; verify finds whatever is otherwise since."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.build import templates_of
from generator.cache.store import Kept
from generator.cli.app import app
from generator.model.period import APRIL
from generator.model.register import Register
from generator.output.manifest import NoManifestError, manifest, note_of_sources, read_inputs, read_outputs
from generator.output.verify import changes_of_history
from generator.project.folder import BUNDLED_TEMPLATES, MANIFEST, Project
from generator.project.settings import read_settings
from generator.project.team_files import hashes_of
from generator.reading.open_workbooks import Opening
from generator.reading.opened_workbook import book_in
from generator.report.earlier.previous_report import approvals_in, statuses_in
from generator.report.gather import gather
from generator.xlsx import Book, Unreadable
from tests.followed import fill_actions, with_actions_sheet
from tests.projects import GOOD, SETTINGS, Folder, fill, filled_project, make_project


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)


def output(root: Path) -> Path:
    return root / "output" / "2024-25-Q3"


def built(root: Path) -> Path:
    """A project with a template of its own and a broken return, and its report."""
    folder = filled_project(root)
    (folder.returns / "broken.xlsx").write_bytes(b"PK\3\4")
    (root / "templates").mkdir()
    (root / "templates" / "report.html.j2").write_text("<p>{{ page.title }}</p>", encoding="utf-8")
    assert run("build", "--draft", "--project", root).exit_code == 0
    return output(root)


OPENED = """
import os, sys

def note(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)) and not arguments[2] & (os.O_WRONLY | os.O_RDWR):
        os.write(2, b"OPENED " + os.fsencode(os.path.abspath(arguments[0])) + bytes([10]))

from generator.cli.app import run_command_line
sys.addaudithook(note)
sys.argv[1:] = ["build", "--draft", "--project", sys.argv[1]]
run_command_line()
"""


def test_all_that_a_build_reads_is_in_its_manifest(tmp_path: Path) -> None:
    """Python tells of every file that it opens; those of the project and the bundled templates are inputs."""
    folder = filled_project(tmp_path)
    (folder.returns / "broken.xlsx").write_bytes(b"PK\3\4")
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "inputs" / "scorecard.toml").write_text(f'{SETTINGS}logo = "logo.svg"\n', encoding="utf-8")
    ran = subprocess.run([sys.executable, "-c", OPENED, str(tmp_path)], check=True, capture_output=True, text=True)
    opened = {Path(line.removeprefix("OPENED ")) for line in ran.stderr.splitlines() if line.startswith("OPENED ")}
    inside = {path.relative_to(tmp_path).as_posix() for path in opened if path.is_relative_to(tmp_path)}
    bundled = {path.relative_to(BUNDLED_TEMPLATES) for path in opened if path.is_relative_to(BUNDLED_TEMPLATES)}
    ours = {name for name in inside if not name.startswith("output/")}
    assert len(bundled) == 10
    assert len(ours) == 5
    folder = Folder(tmp_path)
    inputs = read_inputs(folder.project.made_from(folder.setup.period), output(tmp_path))
    assert inputs.keys() == {*ours, *(f"bundled:templates/{path.as_posix()}" for path in bundled)}


def test_earlier_quarters_that_a_trend_is_drawn_through_are_inputs(tmp_path: Path) -> None:
    folder = make_project(tmp_path, settings=SETTINGS)
    (earlier,) = folder.issue()
    fill(earlier, GOOD)
    scheme = (BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text(encoding="utf-8")
    (tmp_path / "trend.toml").write_text(f'{scheme}\n[direction]\nagainst = "trend"\n', encoding="utf-8")
    settings = f'{SETTINGS.replace("Q3", "Q4")}scheme = "trend.toml"\n'
    (tmp_path / "inputs" / "scorecard.toml").write_text(settings, encoding="utf-8")
    setup = folder.setup
    assert earlier.relative_to(tmp_path).as_posix() in gather(setup).sources


def test_last_quarters_returns_are_inputs_and_are_opened_once_however_often_one_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their texts are what "unchanged since last quarter" is told by."""
    folder = make_project(tmp_path, settings=SETTINGS)
    (earlier,) = folder.issue()
    fill(earlier, GOOD)
    (tmp_path / "inputs" / "scorecard.toml").write_text(SETTINGS.replace("Q3", "Q4"), encoding="utf-8")
    opened: list[bytes] = []

    def noted(data: bytes) -> Book | Unreadable:
        opened.append(data)
        return book_in(data)

    monkeypatch.setattr("generator.reading.open_workbooks.book_in", noted)
    for _ in range(2):
        setup = folder.setup
        with Kept(tmp_path / "kept") as kept:
            gathered = gather(setup, opening=Opening(kept))
        assert earlier.relative_to(tmp_path).as_posix() in gathered.sources
    assert len(opened) == 1


def test_the_hashes_are_those_of_the_bytes_that_were_used(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    setup = folder.setup
    gathered = gather(setup)
    templates = templates_of(setup)
    before = {**gathered.sources, **hashes_of(templates.values())}
    for path in (tmp_path / "inputs").rglob("*.*"):
        path.write_bytes(b"changed after it was read")
    assert {**gathered.sources, **hashes_of(templates.values())} == before
    assert len(before) > 6


def test_the_manifest_has_outputs_and_versions_alone() -> None:
    told = json.loads(manifest({"a.txt": b"abc"}))
    assert told["outputs"] == [
        {"file": "a.txt", "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
    ]
    assert told["versions"]["python"] == sys.version.split()[0]
    assert set(told) == {"schema", "scorecard", "versions", "outputs"}


def test_the_note_of_what_it_was_made_from_has_inputs_and_settings() -> None:
    settings = read_settings(f'{SETTINGS}[committee]\npurpose = "To note."\n[glossary]\nPL = "Place"\n', "")
    told = json.loads(note_of_sources(b"the manifest", {"inputs/x": "00"}, settings))
    assert told["inputs"] == [{"file": "inputs/x", "sha256": "00"}]
    assert (
        told["settings"].items() >= {"council": "Ambridge Council", "period": "2024-25-Q3", "scheme": "derby"}.items()
    )
    assert told["settings"]["covering"]["purpose"] == ["To note."]
    assert told["settings"]["covering"]["glossary"] == {"PL": "Place"}
    assert told["settings"]["layouts"] == ["table", "sections"]


@pytest.mark.parametrize("spoilt", ["another report's", "gone"])
def test_a_report_whose_note_is_not_its_own(tmp_path: Path, spoilt: str) -> None:
    built(tmp_path)
    note = tmp_path / "output" / "2024-25-Q3-made-from.json"
    if spoilt == "gone":
        note.unlink()
    else:
        note.write_text(note.read_text("utf-8").replace('"manifest": "', '"manifest": "0'), encoding="utf-8")
    result = run("verify", "--project", tmp_path)
    assert result.exit_code == 1
    assert "OUT08" in result.stdout


def test_a_report_that_is_as_it_was_built(tmp_path: Path) -> None:
    built(tmp_path)
    result = run("verify", "--project", tmp_path)
    assert (result.exit_code, result.stdout) == (0, "\nNo problems found.\n")
    assert "output/2024-25-Q3 is as it was built" in result.stderr
    assert json.loads(run("verify", "--format", "json", "--project", tmp_path).stdout) == {"problems": []}


def remove(path: Path) -> None:
    path.unlink()


def change(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


def add(path: Path) -> None:
    path.write_bytes(b"new")


RETURN = "inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx"
TAMPERED: tuple[tuple[Callable[[Path], None], str, str], ...] = (
    (remove, "output/2024-25-Q3/exceptions.docx", "OUT02"),
    (change, "output/2024-25-Q3/exceptions.docx", "OUT03"),
    (change, "output/2024-25-Q3/report.json", "OUT03"),
    (add, "output/2024-25-Q3/more.docx", "OUT04"),
    (remove, RETURN, "OUT05"),
    (change, RETURN, "OUT06"),
    (change, "inputs/2024-25-Q3/broken.xlsx", "OUT06"),
    (change, "inputs/scorecard.toml", "OUT06"),
    (change, "inputs/register.xlsx", "OUT06"),
    (change, "templates/report.html.j2", "OUT06"),
    (add, "inputs/2024-25-Q3/late.xlsx", "OUT07"),
    (remove, "output/2024-25-Q3/manifest.json", "OUT01"),
)


@pytest.mark.parametrize(("act", "name", "code"), TAMPERED)
def test_every_difference_is_told_at_its_file(
    tmp_path: Path, act: Callable[[Path], None], name: str, code: str
) -> None:
    built(tmp_path)
    act(tmp_path / name)
    result = run("verify", "--format", "json", "--project", tmp_path)
    told = [(each["file"], each["code"]) for each in json.loads(result.stdout)["problems"]]
    assert (result.exit_code, told) == (1, [(name, code)])


def test_broken_settings_do_not_hide_what_they_broke(tmp_path: Path) -> None:
    built(tmp_path)
    (tmp_path / "inputs" / "scorecard.toml").write_text("council =", encoding="utf-8")
    assert run("verify", "--project", tmp_path).exit_code == 2
    named = run("verify", "--period", "2024-25-Q3", "--project", tmp_path)
    assert named.exit_code == 1
    assert "OUT06" in named.stdout
    assert run("verify", "--period", "Q9", "--project", tmp_path).exit_code == 2
    assert run("verify", "--project", tmp_path / "output").exit_code == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"inputs": [], "outputs": [{"file": 1, "sha256": "x"}]}',
        '{"inputs": 1, "outputs": 1}',
        "[" * 99999,
    ],
)
def test_a_manifest_that_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(NoManifestError):
        read_outputs(tmp_path)
    with pytest.raises(NoManifestError):
        read_inputs(tmp_path / MANIFEST, tmp_path)
    assert approvals_in(text.encode(), Register(())) == {}
    assert statuses_in(text.encode()) == {}


def test_a_manifest_names_no_file_outside_its_folder(tmp_path: Path) -> None:
    folder = built(tmp_path)
    for name in ("../../inputs/register.xlsx", os.fspath(tmp_path / "inputs" / "register.xlsx")):
        told = json.loads((folder / MANIFEST).read_bytes())
        register = sha256((tmp_path / "inputs" / "register.xlsx").read_bytes()).hexdigest()
        told["outputs"].append({"file": name, "sha256": register})
        (folder / MANIFEST).write_text(json.dumps(told), encoding="utf-8")
        assert "OUT02" in run("verify", "--project", tmp_path).stdout


def test_words_own_file_beside_an_open_report_is_no_difference(tmp_path: Path) -> None:
    (built(tmp_path) / "~$ceptions.docx").write_bytes(b"")
    assert run("verify", "--project", tmp_path).exit_code == 0
    assert Project(tmp_path).root == tmp_path


CODES = ("PL 01", "PL 02", "PL 03")
type_of_edit = Callable[[list[str]], list[str]]
EDITS: dict[str, tuple[type_of_edit, int | None]] = {
    "as it was": (lambda lines: lines, None),
    "a row added": (lambda lines: [*lines, lines[-1].replace("close", "old.xlsx")], None),
    "a figure edited": (lambda lines: [line.replace("90.0", "91.0") if "PL 02" in line else line for line in lines], 3),
    "a status edited": (lambda lines: [*lines[:3], lines[3].replace("Red", "Green")], 4),
    "two rows moved": (lambda lines: [lines[0], lines[2], lines[1], lines[3]], 2),
    "a row taken out": (lambda lines: [*lines[:2], *lines[3:]], 3),
    "the last row taken out": (lambda lines: lines[:3], 4),
    "a row put between": (lambda lines: [*lines[:2], lines[1].replace("PL 01", "PL 09"), *lines[2:]], 3),
    "saved without its decimals": (lambda lines: [line.replace(".0,", ",") for line in lines], 2),
    "saved with a mark at its start": (lambda lines: [f"\ufeff{lines[0]}", *lines[1:]], None),
    "saved with other line ends": (lambda lines: [line.replace("\r\n", "\n") for line in lines], None),
    "saved without its last line end": (lambda lines: ["".join(lines).rstrip()], None),
}


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    folder = make_project(tmp_path_factory.mktemp("closed"), *({"Code": code} for code in CODES))
    for path in folder.issue():
        fill(path, GOOD)
    for command in ("build", "close"):
        assert run(command, "--project", folder.root).exit_code == 0
    return folder


@pytest.mark.parametrize(("edit", "line"), EDITS.values(), ids=EDITS)
def test_of_a_history_that_was_changed_the_first_line_that_differs_is_told(
    closed: Folder, edit: type_of_edit, line: int | None
) -> None:
    path = closed.project.history
    before = path.read_bytes()
    try:
        path.write_bytes("".join(edit(before.decode("utf-8").splitlines(keepends=True))).encode("utf-8"))
        told = [(each.code, each.place.cell) for each in changes_of_history(closed.project, APRIL)]
    finally:
        path.write_bytes(before)
    assert told == ([("HIST02", f"line {line}")] if line else [])


@pytest.mark.parametrize("name", ["commentary.csv", "actions.csv"])
@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda path: path.write_bytes(path.read_bytes().replace(b"lorr", b"carr")), ("HIST02", "line 2")),
        (lambda path: path.write_bytes(b""), ("HIST04", None)),
        (lambda path: path.unlink(), ("HIST04", None)),
        (lambda path: path.write_bytes(path.read_bytes() + path.read_bytes().splitlines(keepends=True)[-1]), None),
    ],
    ids=["a line", "emptied", "gone", "a row added"],
)
def test_the_other_tables_are_held_against_the_archive_too(
    closed_with_actions: Folder, name: str, edit: Callable[[Path], object], told: tuple[str, str | None] | None
) -> None:
    path = closed_with_actions.root / "inputs" / name
    before = path.read_bytes()
    try:
        edit(path)
        found = [(each.code, each.place.cell) for each in changes_of_history(closed_with_actions.project, APRIL)]
        next_quarter = ("--period", "2024-25-Q4", "--project", closed_with_actions.root)
        ended = [run(word, *next_quarter).exit_code for word in ("check", "build")]
    finally:
        path.write_bytes(before)
    assert (found, ended) == (([told], [2, 2]) if told else ([], [1, 1]))


DAMAGED: dict[str, tuple[str, Callable[[bytes], bytes], list[str]]] = {
    "a line": ("actions.csv", lambda data: data.replace(b"Hire", b"Buy"), ["HIST02 inputs/actions.csv, line 2"]),
    "gone": ("actions.csv", lambda _: b"", ["HIST04 inputs/actions.csv"]),
    "a row added that cannot be right": (
        "actions.csv",
        lambda data: data + b"A1,PL 01,,Hire,,,,Nearly,,,,2024-25-Q3,close\r\n",
        ["HIST01 inputs/actions.csv, line 4"],
    ),
    "a row added that can be": (
        "actions.csv",
        lambda data: data + data.splitlines(keepends=True)[-1],
        ["OUT06 inputs/actions.csv"],
    ),
    "another table": (
        "commentary.csv",
        lambda data: data.replace(b"lorries", b"vans"),
        ["HIST02 inputs/commentary.csv, line 2"],
    ),
}


@pytest.mark.parametrize("period", ["2024-25-Q3", "2024-25-Q4"])
@pytest.mark.parametrize(("name", "edit", "told"), DAMAGED.values(), ids=DAMAGED)
def test_damage_to_a_table_is_told_with_its_line_of_an_open_period_too(
    closed_with_actions: Folder, period: str, name: str, edit: Callable[[bytes], bytes], told: list[str]
) -> None:
    """What was added since a period was closed is no difference to it."""
    at = ("--period", period, "--project", closed_with_actions.root)
    path = closed_with_actions.root / "inputs" / name
    if period == "2024-25-Q4" and not (closed_with_actions.root / "output" / period).exists():
        run("build", "--draft", *at)
    before = path.read_bytes()
    try:
        path.write_bytes(edit(before))
        found = json.loads(run("verify", "--format", "json", *at).stdout)
    finally:
        path.write_bytes(before)
    expected = [each for each in told if period == "2024-25-Q4" or not each.startswith("OUT06")]
    places = [", ".join(filter(None, (each["file"], each["cell"]))) for each in found["problems"]]
    assert [f"{each['code']} {place}" for each, place in zip(found["problems"], places, strict=True)] == expected


@pytest.fixture(scope="module")
def closed_with_actions(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A quarter that is closed, with commentary and an action."""
    folder = make_project(tmp_path_factory.mktemp("actions"), {"Code": "PL 01"})
    with_actions_sheet(folder, [None, "PL 01", "Hire a lorry", "", None, date(2025, 3, 1)])
    (path,) = folder.issue()
    fill_actions(path, {"Hire a lorry": {"state": "On track"}}, {**GOOD, "context": "The lorries came late."})
    for command in ("build", "close"):
        assert run(command, "--project", folder.root).exit_code == 0
    return folder
