"""What the command line puts on the screen, and how it ends."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from generator.cli.progress_line import telling
from generator.model.characters import harmless_line
from generator.model.english import counted, listed, plural
from generator.model.period import Period
from generator.model.problem import Place, Problem, ScorecardError, problem
from generator.project.folder import Project

if TYPE_CHECKING:
    from generator.documents.json_text import Json
    from generator.project.load import Setup
    from generator.reading.readings import Reading
    from generator.report.gather import Gathered

DONE, RETURNS_HAVE_ERRORS, WRONG_USAGE = 0, 1, 2


class WrongUsageError(ScorecardError):
    """The command cannot be meant as it was given."""


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"


def print_problems(problems: Iterable[Problem], output_format: Format, *, brief: bool = False) -> None:
    """Print problems as the command's result; in ``brief``, without those about style alone."""
    problems = tuple(problems)
    if brief:
        from generator.checks.readers_eye.weight import is_style

        problems = tuple(each for each in problems if not is_style(each))
    if output_format is Format.JSON:
        from generator.documents.report_json import problem_json

        print_json({"problems": [problem_json(each) for each in problems]})
        return
    typer.echo(_listed(problems))


def print_json(value: "Json") -> None:
    """Print a command's result as JSON."""
    from generator.documents.json_text import as_json

    typer.echo(as_json(value).decode(), nl=False)


def show(problems: Iterable[Problem]) -> None:
    """Show problems on the way to a result."""
    if told := tuple(problems):
        typer.echo(_listed(told), err=True)


def _listed(problems: Sequence[Problem]) -> str:
    from generator.cli.listing import problem_lines, summary

    return "\n".join((*map(harmless_line, problem_lines(problems)), "", summary(problems)))


def say(line: str) -> None:
    """Say something on standard error, beside the result: one line, whatever file names it holds."""
    typer.echo(harmless_line(line), err=True)


def tell(line: str) -> None:
    """Put a line of the result on standard output: one line, whatever file names it holds."""
    typer.echo(harmless_line(line))


def explained(error: ScorecardError, output_format: Format = Format.TEXT) -> int:
    """Say why a command ends without its result, on the screen and (as JSON) as its result; its exit code."""
    if output_format is Format.JSON:
        usage = (problem("USE01", Place(""), fault=error.sentence, remedy="See scorecard --help."),)
        print_problems(error.problems or usage, output_format)
    show(error.problems)
    if error.sentence:
        say(error.sentence)
    return error.exit_code


def read_returns(setup: "Setup", files: Sequence[Path] | None = None) -> "Gathered":
    """Read and check the quarter's returns (or only ``files``), and tell a person at a terminal how far that is."""
    from generator.build import opening
    from generator.report.gather import gather

    with opening(setup, telling, count=None if files is None else len(files)) as opened:
        gathered = gather(setup, files, opening=opened)
    say_converted(gathered)
    return gathered


def say_converted(gathered: "Gathered") -> None:
    """Say which returns were read as LibreOffice converted them."""
    for file in gathered.converted:
        say(f"{file} is no .xlsx, and was read as LibreOffice converted it.")


def say_what_is_not_recorded(setup: "Setup") -> None:
    """Say of which earlier quarters the history has nothing, so that their own returns are read for what they say."""
    from generator.project.quarter_folders import quarters_without_history

    if periods := quarters_without_history(setup):
        names = listed(each.name for each in reversed(periods))
        say(f"Not in the history, so read from returns and report as they are now: {names}.")


def say_that_it_is_closed(setup: "Setup") -> None:
    """Say where what was read is not what lies in the project today."""
    if setup.is_as_closed:
        say(f"{setup.period.name} is closed: this is what was kept then, whatever has changed since.")


def number_of_returns(count: int) -> str:
    """Count returns in words."""
    return counted(count, "return")


def returns_read(readings: Sequence["Reading"]) -> str:
    """How many returns were read, and how many forms lie there that nobody has begun."""
    empty = sum(each.blank for each in readings)
    not_begun = f"; {counted(empty, 'form')} {plural(empty, 'is', 'are')} not begun" if empty else ""
    return f"{number_of_returns(len(readings) - empty)} read{not_begun}."


def load(project: Path | None, period: str | None) -> "Setup":
    """Read what the performance team keeps in the project, or in the nearest one. Raises ScorecardError."""
    from generator.project.load import set_up

    found = find_project(project)
    return set_up(found, reported_period(found, period) if period else None)


@contextmanager
def loaded(project: Path | None, period: str | None) -> Iterator["Setup"]:
    """The same, of a closed period as it was kept when it was closed. Raises ScorecardError."""
    from generator.output.archive import as_it_was, in_archive
    from generator.output.verify import check_tables
    from generator.project.load import set_up

    home = find_project(project)
    reported = reported_period(home, period)
    with as_it_was(home, reported) as kept:
        setup = set_up(kept, reported)._replace(home=home)
        if setup.history.is_closed(reported) and not setup.is_as_closed:
            in_archive(home, reported)  # raises: it is not there
        check_tables(setup)
        yield setup


def find_project(project: Path | None) -> Project:
    """The project in a folder, or else the nearest one upward. Raises NoProjectError."""
    return Project.find(project or Path.cwd(), upward=project is None)


def reported_period(project: Project, code: str | None) -> Period:
    """The period that an option names in the project's years; without one, the settings'. Raises ScorecardError."""
    from generator.project.load import settings_of

    if not code:
        return settings_of(project).period
    try:
        starts = settings_of(project).period.starts
    except ScorecardError:  # who needs the settings says what is wrong with them
        starts = None
    try:
        return Period.parse(code, starts)
    except ValueError as fault:
        raise WrongUsageError(str(fault)) from None
