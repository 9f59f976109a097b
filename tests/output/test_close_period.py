"""A closed period stays as it was: recorded once, made again from its archive, revised only with a reason."""

import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli.app import app
from generator.history.history_csv import read_history
from generator.history.rows import HistoryRow, RowState
from generator.model.period import APRIL
from generator.output import close_period
from generator.project.team_files import history_of
from tests.output.folders import tree
from tests.projects import GOOD, Folder, fill, filled_project, make_project

SUPPRESSED = {"quarter_actual": "", "forecast_actual": "", "missing_reason": "Not published because numbers are small"}
REASON = "a late survey came"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--project", str(root)], catch_exceptions=False)


def done(root: Path, *arguments: str) -> str:
    result = run(root, *arguments)
    assert result.exit_code == 0, result.output
    return result.stderr


def output(root: Path) -> dict[str, bytes]:
    return tree(root / "output" / "2024-25-Q3")


def rows(root: Path) -> tuple[HistoryRow, ...]:
    return read_history((root / "inputs" / "history.csv").read_text("utf-8"), "")


def shown(root: Path) -> str:
    return output(root)["exceptions.html"].decode()


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A project of one Red measure, whose report is built."""
    filled_project(tmp_path)
    done(tmp_path, "build")
    return tmp_path


@pytest.fixture
def closed(built: Path) -> Path:
    done(built, "close")
    return built


def unlogged(root: Path) -> dict[str, bytes]:
    """A project's files without its log, and without those that a killed program left for the next to take."""
    return {name: data for name, data in tree(root).items() if not Path(name).name.startswith((".", "log.csv"))}


def next_years_targets(root: Path) -> None:
    """Put another target into the register, as for the year to come."""
    other = make_project(root / "other", {"Q3 target": 50})
    (root / "inputs" / "register.xlsx").write_bytes(other.project.register.read_bytes())


def revise(root: Path, **answers: object) -> None:
    (path,) = Folder(root).returns.glob("*.xlsx")
    fill(path, answers)  # type: ignore[arg-type]


def test_closing_records_what_was_published(built: Path) -> None:
    assert "2024/25 Q3 is closed: 1 measure added to the history." in done(built, "close")
    (row,) = rows(built)
    assert (row.code, str(row.period), row.target, row.actual, row.status) == (
        *("PL 01", "2024-25-Q3", "95.0", "90.0", "Red"),
    )
    assert (row.year_end_target, row.forecast, row.forecast_status, row.exception) == ("96.0", "96.0", "Green", True)
    said = (built / "inputs" / "commentary.csv").read_text("utf-8").splitlines()
    assert said[:2] == ["Code,Period,Question,Text", "PL 01,2024-25-Q3,context,Two lorries were off the road."]
    assert len(said) == 4


@pytest.mark.parametrize(
    ("answers", "published"),
    [
        ({"context": ["Two lorries [[of Acme]] were off."]}, "Two lorries [c] were off."),
        ({"note_to_team": "A secret."}, "Two lorries were off the road."),
        (
            {"quarter_actual": "", "forecast_actual": "", "missing_reason": "Not published because numbers are small"},
            "",
        ),
    ],
    ids=["a passage", "a note", "a figure"],
)
def test_nothing_that_is_withheld_is_recorded(tmp_path: Path, answers: dict[str, str], published: str) -> None:
    filled_project(tmp_path, answers)
    done(tmp_path, "build")
    done(tmp_path, "close")
    said = "".join((tmp_path / "inputs" / name).read_text("utf-8") for name in ("history.csv", "commentary.csv"))
    assert published in said
    assert "Acme" not in said
    assert "secret" not in said
    if not published:
        assert [(row.actual, row.state) for row in rows(tmp_path)] == [("", "suppressed")]


def test_a_closed_report_is_made_again_from_its_archive_alone(closed: Path) -> None:
    before = output(closed)
    shutil.rmtree(closed / "output")
    for path in (closed / "inputs" / "2024-25-Q3").iterdir():
        path.unlink()
    next_years_targets(closed)
    assert "made again from what was kept then" in done(closed, "build")
    assert output(closed) == before
    assert "as it was built" in done(closed, "verify")


def test_whatever_the_register_is_today(closed: Path) -> None:
    before = output(closed)
    (closed / "inputs" / "register.xlsx").write_bytes(b"")
    done(closed, "build", "--period", "2024-25-Q3")
    assert output(closed) == before
    assert "Red" in run(closed, "explain", "PL 01").stdout


def test_what_is_read_of_earlier_quarters_is_kept_too(tmp_path: Path) -> None:
    """Their returns, what lies among them, and their reports."""
    folder = filled_project(tmp_path, {"previous_actual": 88})
    last = folder.project.returns_folder(folder.setup.period.previous)
    done(tmp_path, "issue", "--period", "2024-25-Q2")
    fill(next(last.glob("*.xlsx")), {**GOOD, "quarter_actual": 88})
    (folder.returns / "letter.docx").write_bytes(b"")
    done(tmp_path, "build", "--period", "2024-25-Q2")
    done(tmp_path, "build")
    done(tmp_path, "close")
    before = output(tmp_path)
    shutil.rmtree(last)
    shutil.rmtree(tmp_path / "output")
    done(tmp_path, "build")
    assert output(tmp_path) == before
    assert b"FILE17" in before["report.json"]


CANNOT: list[tuple[Callable[[Path], object], str]] = [
    (lambda root: shutil.rmtree(root / "output"), "There is no report of 2024/25 Q3"),
    (lambda root: run(root, "build", "--draft"), "is a draft"),
    (lambda root: revise(root, quarter_actual=91), "look at what has changed since the report was built"),
    (lambda root: revise(root, completed_by=""), "the returns have errors"),
    (next_years_targets, "the returns have errors"),
    (lambda root: (root / "output/2024-25-Q3/measures.csv").write_text(""), "look at what has changed"),
]


@pytest.mark.parametrize(("change", "why"), CANNOT, ids=lambda each: each if isinstance(each, str) else "")
def test_only_what_was_built_and_is_unchanged_is_closed(
    built: Path, change: Callable[[Path], object], why: str
) -> None:
    change(built)
    before = unlogged(built)
    result = run(built, "close")
    assert (result.exit_code, unlogged(built)) == (1, before)
    assert why in result.stderr


def test_an_internal_report_is_not_closed(tmp_path: Path) -> None:
    filled_project(tmp_path)
    done(tmp_path, "build", "--internal")
    assert "There is no report" in run(tmp_path, "close").stderr


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["close"], "closed already"),
        (["close", "--period", "2024-25-Q2"], "There is no report"),
        (["close", "--period", "2024-25-Q2", "--reopen", "x"], "was never closed"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_what_cannot_be_is_told_and_nothing_written(closed: Path, command: list[str], told: str) -> None:
    before = unlogged(closed)
    result = run(closed, *command)
    assert (result.exit_code, unlogged(closed)) == (1, before)
    assert told in result.stderr


def test_a_reason_has_no_control_characters(closed: Path) -> None:
    done(closed, "close", "--reopen", "a \x1b[31mlate\x07 survey\u202e came.")
    assert rows(closed)[-1].reason == "a [31mlate survey came."
    assert (closed / "inputs" / "log.csv").read_text("utf-8").replace("\n", "").isprintable()


@pytest.mark.parametrize(
    "command",
    [
        ["close", "--reopen", " \x1b"],
        ["close", "--reopen", "what [[he]] said"],
        ["build", "--draft"],
        ["build", "--watch"],
    ],
)
def test_what_makes_no_sense_of_a_closed_period_is_wrong_usage(closed: Path, command: list[str]) -> None:
    assert run(closed, *command).exit_code == 2


def test_a_revision_has_its_reason_and_both_figures(closed: Path) -> None:
    assert "2024/25 Q3 is open again (1 measure): a late survey came." in done(
        closed, "close", "--reopen", f"{REASON}."
    )
    revise(closed, quarter_actual=95.1)
    done(closed, "build")
    assert "the result was 90.0%, now 95.1%; the status was Red, now Green, because a late survey came." in shown(
        closed
    )
    before = output(closed)
    done(closed, "close")
    assert [(row.actual, row.state, row.reason) for row in rows(closed)] == [
        ("90.0", "final", ""),
        ("90.0", "reopened", f"{REASON}."),
        ("95.1", "final", f"{REASON}."),
    ]
    shutil.rmtree(closed / "output")
    done(closed, "build")
    assert output(closed) == before, "the revision is made again from its archive"


NEXT_DAY, TYPED_WRONG = date.today() + timedelta(1), date.today() + timedelta(4000)


@pytest.mark.parametrize(
    ("published", "now", "in_history"),
    [
        ("2025-02-03", "2025-02-03", [date(2025, 2, 3), date.today()]),
        ("2025-02-03", NEXT_DAY.isoformat(), [date(2025, 2, 3), NEXT_DAY]),
        ("2025-02-03", "2025-03-04", [date(2025, 2, 3), date.today()]),
        ('"3 February 2025"', '"3 February 2025"', [date(2025, 2, 3), date.today()]),
        ('"at last"', '"at last"', [date.today()] * 2),
        (NEXT_DAY.isoformat(), NEXT_DAY.isoformat(), [NEXT_DAY] * 2),
        ("2024-02-03", TYPED_WRONG.isoformat(), [date.today()] * 2),
    ],
)
def test_the_history_has_the_day_of_publication_that_the_report_prints(
    tmp_path: Path, published: str, now: str, in_history: list[date]
) -> None:
    """A day before the quarter's end is none, nor is one years away; a revision is not dated before what it revises."""
    folder = filled_project(tmp_path)
    settings = folder.project.settings
    said = settings.read_text("utf-8")
    for day, more in ((published, []), (now, ["--reopen", REASON])):
        if more:
            done(tmp_path, "close", *more)
            revise(tmp_path, quarter_actual=91)
        settings.write_text(f"{said}\n[committee]\npublished = {day}\n", "utf-8")
        done(tmp_path, "build")
        done(tmp_path, "close")
    assert [row.published for row in rows(tmp_path) if row.state is not RowState.REOPENED] == in_history
    on = f"{in_history[0].day} {in_history[0]:%B %Y}"
    assert f"Revised since it was published on {on}" in shown(tmp_path)


def test_what_was_published_and_is_withheld_now_is_not_said_again(closed: Path) -> None:
    done(closed, "close", "--reopen", REASON)
    revise(closed, **SUPPRESSED)
    done(closed, "build")
    assert "its figures are withheld now" in shown(closed)
    assert not any(b"90.0" in data for data in output(closed).values())


def test_what_is_opened_again_and_not_changed_says_nothing(closed: Path) -> None:
    before = output(closed)
    done(closed, "close", "--reopen", REASON)
    done(closed, "build")
    assert output(closed) == before
    done(closed, "close")
    assert len((closed / "inputs" / "commentary.csv").read_text("utf-8").splitlines()) == 4, "no answer is said twice"


def test_the_archive_of_a_revision_holds_the_one_before_it(closed: Path) -> None:
    archive = closed / "inputs" / "closed" / "2024-25-Q3.zip"
    first = archive.read_bytes()
    done(closed, "close", "--reopen", REASON)
    done(closed, "build")
    done(closed, "close")
    with zipfile.ZipFile(archive) as files:
        assert files.read("inputs/closed/2024-25-Q3.zip") == first


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda root: _edit(root / "inputs/history.csv", "90.0", "99.0"), "HIST02"),
        (lambda root: _edit(root / "output/2024-25-Q3/measures.csv", "90.0", "99.0"), "OUT03"),
        (lambda root: (root / "output/2024-25-Q3/measures.csv").unlink(), "OUT02"),
        (lambda root: (root / "inputs/closed/2024-25-Q3.zip").unlink(), "OUT09"),
        (lambda root: (root / "inputs/closed/2024-25-Q3.zip").write_bytes(b"PK"), "OUT09"),
        (lambda root: _without(root / "inputs/closed/2024-25-Q3.zip", "inputs/register.xlsx"), "OUT10"),
    ],
    ids=["history", "a file", "no file", "no archive", "half an archive", "another archive"],
)
def test_verify_sees_what_is_not_as_it_was_closed(closed: Path, edit: Callable[[Path], object], code: str) -> None:
    edit(closed)
    result = run(closed, "verify", "--format", "json")
    assert result.exit_code > 0
    assert code in {each["code"] for each in json.loads(result.stdout)["problems"]}


def test_without_its_archive_a_closed_period_is_not_built_from_todays_inputs(closed: Path) -> None:
    (closed / "inputs" / "closed" / "2024-25-Q3.zip").unlink()
    before = output(closed)
    result = run(closed, "build")
    assert (result.exit_code, output(closed)) == (2, before)
    assert "OUT09" in result.stderr


def test_verify_asks_nothing_of_todays_settings(closed: Path) -> None:
    next_years_targets(closed)
    revise(closed, quarter_actual=1)
    assert run(closed, "verify").exit_code == 0


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _without(archive: Path, name: str) -> None:
    with zipfile.ZipFile(archive) as files:
        kept = {each: files.read(each) for each in files.namelist() if each != name}
    with zipfile.ZipFile(archive, "w") as files:
        for each, data in kept.items():
            files.writestr(each, data)


KILLED = 9


def killed_at(number: int, root: Path) -> bool:
    """Close a period in a process that dies at one of the steps in which it changes the disk; whether it did."""
    child = os.fork()
    if not child:
        steps = iter(range(number))

        def dying(step: Callable[..., object]) -> Callable[..., object]:
            def wrapped(*arguments: object, **named: object) -> object:
                if next(steps, None) is None:
                    os._exit(KILLED)
                return step(*arguments, **named)

            return wrapped

        for name in ("replace", "unlink", "mkdir"):
            setattr(Path, name, dying(getattr(Path, name)))
        os.fsync = dying(os.fsync)  # type: ignore[assignment]
        run(root, "close")
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED


def _states(root: Path) -> Iterator[object]:
    """What the program makes of the period: whether it is closed, and what is recorded of it."""
    history = history_of(Folder(root).project, APRIL)
    yield history.is_closed(Folder(root).setup.period)
    yield history.rows


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system starts no process of the one that runs")
@pytest.mark.parametrize("is_revision", [False, True])
def test_a_closing_that_is_killed_leaves_the_old_state_and_the_next_one_the_new(
    tmp_path: Path, is_revision: bool
) -> None:
    filled_project(tmp_path / "0")
    done(tmp_path / "0", "build")
    if is_revision:
        done(tmp_path / "0", "close")
        done(tmp_path / "0", "close", "--reopen", REASON)
        revise(tmp_path / "0", context=["A late survey came."], quarter_actual=91)
        done(tmp_path / "0", "build")
    shutil.copytree(tmp_path / "0", tmp_path / "whole")
    old = [*_states(tmp_path / "0")]
    done(tmp_path / "whole", "close")
    new, whole = [*_states(tmp_path / "whole")], unlogged(tmp_path / "whole")
    was_killed = 0
    for number in count():
        root = tmp_path / f"killed {number}"
        shutil.copytree(tmp_path / "0", root)
        if not killed_at(number, root):
            break
        was_killed += 1
        assert [*_states(root)] in (old, new)
        if [*_states(root)] == old:
            done(root, "close")
        assert unlogged(root) == whole
    assert was_killed > 6


def test_two_do_not_close_at_once(built: Path) -> None:
    folder = Folder(built)
    with close_period.closing(folder.project, folder.setup.period):
        result = run(built, "close")
    assert result.exit_code == 1
    assert "being closed here already" in result.stderr
