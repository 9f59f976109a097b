"""Whatever goes wrong in the program over one return, that return is refused by name, and the others are reported."""

import io
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from typer.testing import CliRunner

from generator.cache.processes import Others
from generator.cache.store import Kept
from generator.cli.app import app
from generator.judging.outcome import Judged, Why
from generator.model.officer_return import Return
from generator.project.quarter_folders import read_files
from generator.reading.open_workbooks import Opening
from generator.report.gather import gather
from tests.projects import GOOD, Folder, fill, make_project

BAD = "PL 02"
HELD = "what the return holds"
STEPS = {
    "opening": "generator.reading.opened_workbook.read_book",
    "reading": "generator.project.quarter_folders.read_workbook",
    "judging": "generator.report.judged_returns.judge_return",
    "checking its figures": "generator.report.gather.check_figures",
    "checking its sign-off": "generator.report.gather.check_sign_off",
    "reading its commentary": "generator.checks.readers_eye.reused.read_through",
    "withholding": "generator.report.gather.shown_to_all",
}
ERRORS = (RecursionError(HELD), MemoryError(HELD), KeyError(HELD), UnicodeEncodeError("utf-8", HELD, 0, 1, HELD))
COMMANDS = (["check"], ["build"], ["build", "--draft"], ["status"], ["explain", "PL 01"], ["issue"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    made = make_project(tmp_path_factory.mktemp("made") / "project", {}, {"Code": BAD}, {"Code": "PL 03"})
    for path in made.issue():
        fill(path, GOOD)
    return made


@pytest.fixture
def folder(made: Folder, tmp_path: Path) -> Folder:
    return Folder(Path(copytree(made.root, tmp_path / "project")))


def is_of_the_bad_one(given: object) -> bool:
    match given:
        case bytes():
            return BAD in texts_of(given)
        case Judged():
            return given.measure.code == BAD
        case Return():
            return given.measure_code == BAD
    return str(getattr(given, "file", given)).rpartition("/")[2].startswith(BAD)


def texts_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(each).decode() for each in archive.namelist() if each.endswith(".xml"))


def broken(function: Callable[..., Any], error: Exception) -> Callable[..., Any]:
    def fails(*given: Any, **more: Any) -> Any:
        if any(map(is_of_the_bad_one, given)):
            raise error
        return function(*given, **more)

    return fails


def break_step(monkeypatch: pytest.MonkeyPatch, step: str, error: Exception) -> None:
    module, _, name = STEPS[step].rpartition(".")
    function = getattr(__import__(module, fromlist=[name]), name)
    monkeypatch.setattr(STEPS[step], broken(function, error))


@pytest.mark.parametrize("error", ERRORS, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("step", STEPS)
def test_the_others_are_reported(folder: Folder, monkeypatch: pytest.MonkeyPatch, step: str, error: Exception) -> None:
    break_step(monkeypatch, step, error)
    gathered = folder.gather()
    assert [each.measure.code for each in gathered.judged] == ["PL 01", "PL 03"]
    assert [entry.judged.measure.code for entry in gathered.report.entries] == ["PL 01", "PL 03"]
    told = [each for each in gathered.problems if each.is_error and each.code != "MISS01"]
    assert [(each.code, BAD in each.place.file) for each in told] == [("FILE30", True)]
    assert type(error).__name__ in told[0].message
    assert HELD not in told[0].message + told[0].remedy
    if step != "opening":  # of a workbook that cannot be opened nobody knows whose it is
        assert [(each.measure.code, each.why) for each in gathered.report.missing] == [(BAD, Why.REFUSED)]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("step", ["opening", "reading", "checking its figures", "reading its commentary"])
def test_every_command_ends_in_words(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, step: str, command: list[str]
) -> None:
    break_step(monkeypatch, step, ERRORS[0])
    ran = CliRunner().invoke(app, [*command, "--project", str(folder.root)])
    assert ran.exception is None or isinstance(ran.exception, SystemExit)
    assert ran.exit_code in {0, 1}
    assert "Traceback" not in ran.output
    if command[0] in {"check", "build"}:
        assert "FILE30" in ran.output


@pytest.mark.parametrize("step", ["opening", "reading its commentary"])
def test_other_processes_that_fail_on_one_do_not_fail_on_its_batch(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr("generator.reading.open_workbooks.WORTH_SENDING", 1)
    monkeypatch.setattr("generator.checks.readers_eye.reused.WORTH_SENDING", 1)
    break_step(monkeypatch, step, ERRORS[0])
    with ThreadPoolExecutor(1) as executor:
        gathered = gather(folder.setup, opening=Opening(others=Others(executor)))
    assert [each.measure.code for each in gathered.judged] == ["PL 01", "PL 03"]


@pytest.mark.parametrize("step", ["opening", "reading", "reading its commentary"])
def test_what_was_not_foreseen_is_not_kept_for_the_next_run(folder: Folder, tmp_path: Path, step: str) -> None:
    for breaks in (True, False):
        with pytest.MonkeyPatch.context() as patched, Kept(tmp_path / "kept") as kept:
            if breaks:
                break_step(patched, step, ERRORS[1])
            gathered = gather(folder.setup, opening=Opening(kept))
        assert len(gathered.judged) == (2 if breaks else 3)


def test_both_measures_of_a_bundle_are_refused_when_the_program_fails_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_project(tmp_path / "project", {"Bundle": "b"}, {"Code": BAD, "Bundle": "b"})
    folder.issue()

    def fails(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("generator.project.quarter_folders.read_workbook", fails)
    setup = folder.setup
    readings = tuple(read_files(setup.project, setup.project.returns(setup.period), setup.expected(setup.period)))
    assert [each.measure and each.measure.code for each in readings] == ["PL 01", BAD]
    assert [each.code for reading in readings for each in reading.problems] == ["FILE30"]
