"""A period closed: what was published is recorded, and all that it was made from is kept in one file.

The archive is written, then the commentary, the actions where there are any, and last the history, by whose rows a
period is closed. So a closing that was killed has closed nothing, and the next one takes away what it left. Returns
that a later issue has replaced are moved after that: they are in the archive by then.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.cache.store import Kept
from generator.documents.report_json import report_json
from generator.history.commentary_csv import read_commentary, standing_answers, with_commentary
from generator.history.follow_up.actions_csv import with_actions
from generator.history.history_csv import with_history
from generator.history.past import History
from generator.history.rows import HistoryRow, RowState
from generator.judging.plausibility import last_day_to_expect
from generator.model.period import Period
from generator.model.problem import Problem, ScorecardError
from generator.model.spellings import read_date
from generator.output.archive import ADDED, in_archive, name_in_archive, packed
from generator.output.lock import NoLockError, TakenError, held
from generator.output.manifest import read_inputs
from generator.output.publish import alone
from generator.output.superseded import PutAside, put_aside, replaced_files
from generator.output.swap_folders import replace_file
from generator.output.verify import changes_of_history, differences
from generator.project.folder import ACTIONS_TABLE, COMMENTARY, CONVERTED, HISTORY, REPORT, Project
from generator.project.load import Setup
from generator.project.quarter_folders import converted_returns, quarters_looked_back
from generator.project.team_files import TeamFile, history_in_table, path_of, table_of
from generator.report.actions_followed import rows_of_actions
from generator.report.gather import Gathered
from generator.report.history_rows import answers_published, rows_of, rows_revised


class NotClosedError(ScorecardError):
    """A period could not be closed, or opened again; nothing was changed."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Closed:
    """What closing recorded: its rows, the archive that holds everything else, and the returns that it put aside."""

    rows: tuple[HistoryRow, ...]
    archive: Path
    aside: tuple[PutAside, ...] = ()


@contextmanager
def adding_to_history(project: Project) -> Iterator[None]:
    """Keep every other command from adding to the history while a block runs. Raises NotClosedError."""
    lock = project.root / "inputs" / ".closing.lock"
    with ExitStack() as stack:
        try:
            stack.enter_context(held(lock))
        except TakenError as taken:
            raise NotClosedError(f"A period is being closed here already, {taken}. Nothing was changed.") from None
        except NoLockError as found:
            raise NotClosedError(f"{lock} is {found}. Nothing was changed. Take it away, and close again.") from None
        yield


@contextmanager
def closing(project: Project, period: Period) -> Iterator[None]:
    """Keep every other closing, and every build of the period, from going on while a block runs."""
    with adding_to_history(project), alone(project.output_folder(period)):
        yield


def close_period(setup: Setup, gathered: Gathered, today: date) -> Closed:
    """Close a period whose report is published, unchanged and without errors; ``gathered`` anew for the public.

    Others are to be kept away by ``closing``. Raises NotClosedError with what stands against it, and Unusable.
    """
    project, period = setup.project, setup.period
    _take_away_what_was_left(project, period)
    tables = (project.history, project.commentary, project.actions)
    recorded, said, promised = (table_of(project, path) for path in tables)
    history = history_in_table(recorded, period.starts)
    if history.is_closed(period):
        raise NotClosedError(
            f"{period.name} is closed already. To revise it, open it again: "
            f'scorecard close --period {period} --reopen "why it is revised"'
        )
    _check_published(setup, gathered)
    reopened = [row.reason for row in history.closed_in(period) if row.state is RowState.REOPENED]
    day = _not_before_the_last(history, _day_printed(setup, history, today) or today)
    rows = tuple(rows_of(gathered.report, day, "".join(reopened[:1])))
    revised = tuple(rows_revised(gathered.report, history, day))
    standing = standing_answers(read_commentary(said.text, said.name, period.starts), period)
    answers = tuple(answers_published(gathered.report, standing))
    files = {
        **_kept(setup, gathered),
        f"{ADDED}{HISTORY.name}": _added(recorded, with_history(recorded.text, (*rows, *revised))),
        f"{ADDED}{COMMENTARY.name}": _added(said, with_commentary(said.text, answers)),
    }
    actions = tuple(rows_of_actions(setup, gathered.follow_up))
    if actions:
        files[f"{ADDED}{ACTIONS_TABLE.name}"] = _added(promised, with_actions(promised.text, actions))
    archive, mark = project.archive(period), project.closing_mark(period)
    archive.parent.mkdir(exist_ok=True)
    mark.touch()
    replace_file(archive, packed(files))
    replace_file(project.commentary, said.data + files[f"{ADDED}{COMMENTARY.name}"])
    if actions:
        replace_file(project.actions, promised.data + files[f"{ADDED}{ACTIONS_TABLE.name}"])
    replace_file(project.history, recorded.data + files[f"{ADDED}{HISTORY.name}"])
    mark.unlink(missing_ok=True)
    return Closed(rows, archive, tuple(put_aside(project, period, replaced_files(gathered.readings))))


def reopen_period(project: Project, period: Period, reason: str, today: date) -> int:
    """Open a closed period again, with the reason for it; how many measures' rows say so. Raises NotClosedError."""
    recorded = table_of(project, project.history)
    history = history_in_table(recorded, period.starts)
    if not history.is_closed(period):
        told = "is open already" if history.was_closed(period) else "was never closed"
        raise NotClosedError(f"{period.name} {told}. Nothing was changed.")
    if changed := tuple(changes_of_history(project, period.starts, opened=period)):
        raise NotClosedError("Nothing was opened again: put the history right first.", changed)
    day = _not_before_the_last(history, today)
    rows = [row._replace(state=RowState.REOPENED, reason=reason, published=day) for row in history.closed_in(period)]
    replace_file(project.history, recorded.data + _added(recorded, with_history(recorded.text, rows)))
    return len(rows)


def _added(before: TeamFile, after: str) -> bytes:
    """The bytes that make a table from what it was."""
    return after[len(before.text) :].encode()


def _not_before_the_last(history: History, day: date) -> date:
    """Rows are dated in their order, whatever a computer's clock or the settings say."""
    return max((day, *(row.published for row in history.rows if row.published)))


def _day_printed(setup: Setup, history: History, today: date) -> date | None:
    """The day of publication that the report prints, where that can be one; None where it is still that of before."""
    day, period = read_date(setup.settings.covering.published), setup.period
    before = {row.published for row in history.rows if row.period == period and row.is_closed}
    return day if day and period.last_day <= day <= last_day_to_expect(today) and day not in before else None


def _take_away_what_was_left(project: Project, period: Period) -> None:
    """Put right what a closing that was killed left: an archive whose rows were never added to the history."""
    mark = project.closing_mark(period)
    if not (mark.exists() and project.archive(period).exists()):
        return
    left = in_archive(project, period)
    if left.get(HISTORY.as_posix(), b"") != table_of(project, project.history).data:
        return
    earlier = left.get(project.relative(project.archive(period)))
    for table in (COMMENTARY, ACTIONS_TABLE):
        before, added = left.get(table.as_posix()), left.get(f"{ADDED}{table.name}", b"")
        if added and table_of(project, project.root / table).data == (before or b"") + added:
            _put_back(project.root / table, before)
    _put_back(project.archive(period), earlier)
    mark.unlink(missing_ok=True)


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        replace_file(path, before)


def _check_published(setup: Setup, gathered: Gathered) -> None:
    """Raises NotClosedError where the report is not there, is not what a build makes, or has errors."""
    project, period = setup.project, setup.period
    folder = project.relative(project.output_folder(period))
    path = project.output_folder(period) / REPORT
    if not path.is_file():
        raise NotClosedError(f"There is no report of {period.name} in {folder}. Build it, and look at it, first.")
    if path.read_bytes() == report_json(replace(gathered.report, draft=True)):
        raise NotClosedError(f"{folder} is a draft. Put its errors right, and build without --draft.")
    errors = [each for each in gathered.problems if each.is_error]
    if errors:
        raise NotClosedError("Nothing was closed: the returns have errors.", errors)
    changed: tuple[Problem, ...] = (*differences(project, period), *changes_of_history(project, period.starts))
    if changed:
        raise NotClosedError("Nothing was closed: look at what has changed since the report was built.", changed)
    if path.read_bytes() != report_json(gathered.report):
        raise NotClosedError(f"A build would not make again what is in {folder}. Build, look at it, and close then.")


def _kept(setup: Setup, gathered: Gathered) -> dict[str, bytes]:
    """What the report was made from, and the files that were published, by their names in the archive.

    Of quarters that were read, whole folders: what lies there and is no return is told of, too.
    """
    project, period = setup.project, setup.period
    folder, note = project.output_folder(period), project.made_from(period)
    back = (*quarters_looked_back(setup, gathered.readings), period.year_ago)
    folders = [folder, *(project.returns_folder(each) for each in (period, *back))]
    paths = [
        *(path for each in folders for path in each.rglob("*")),
        *(project.output_folder(each) / REPORT for each in back),
        *(note, project.history, project.commentary, project.actions, project.archive(period)),
    ]
    noted = read_inputs(note, folder)
    inputs = {name_in_archive(name): path_of(project, name) for name in noted}
    named = {**{project.relative(path): path for path in paths}, **inputs}
    found = {name: path.read_bytes() for name, path in named.items() if path.is_file()}
    return {**_converted(project, (period, *back), noted), **found}


def _converted(project: Project, periods: Iterable[Period], noted: Mapping[str, str]) -> dict[str, bytes]:
    """What was made of returns in other formats. Raises NotClosedError where the report was made from other bytes."""
    with Kept.by_user() as kept:
        made = converted_returns(project, periods, kept)
    within = f"{CONVERTED.as_posix()}/"
    if any(sha256(made.get(name, b"")).hexdigest() != noted[name] for name in noted if name.startswith(within)):
        raise NotClosedError(
            "LibreOffice converts a return otherwise today. Build, look at the report, and close then."
        )
    return made
