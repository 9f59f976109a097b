"""What the command line puts on the screen, and how it ends."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from generator.cli.progress_line import telling
from generator.model.characters import plain
from generator.model.english import counted
from generator.model.period import Period
from generator.model.problem import Place, Problem, Unusable, problem
from generator.project.folder import NoProjectError, Project

if TYPE_CHECKING:
    from generator.project.load import Setup
    from generator.report.gather import Gathered

DONE, RETURNS_HAVE_ERRORS, WRONG_USAGE = 0, 1, 2


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"


def print_problems(problems: Iterable[Problem], output_format: Format) -> None:
    """Print problems as the command's result."""
    problems = tuple(problems)
    if output_format is Format.JSON:
        from generator.documents.report_json import as_json, problem_json

        typer.echo(as_json({"problems": [problem_json(each) for each in problems]}).decode(), nl=False)
        return
    typer.echo(_listed(problems))


def show(problems: Iterable[Problem]) -> None:
    """Show problems on the way to a result."""
    if told := tuple(problems):
        typer.echo(_listed(told), err=True)


def _listed(problems: Sequence[Problem]) -> str:
    from generator.cli.listing import problem_lines, summary

    return "\n".join((*map(plain, problem_lines(problems)), "", summary(problems)))


def say(line: str) -> None:
    """Say something on standard error, beside the result: one line, whatever file names it holds."""
    typer.echo(plain(line), err=True)


def tell(line: str) -> None:
    """Put a line of the result on standard output: one line, whatever file names it holds."""
    typer.echo(plain(line))


def stop(message: str) -> NoReturn:
    """Say what is wrong with the usage or the settings, and end."""
    say(message)
    raise typer.Exit(WRONG_USAGE)


def read_through(setup: "Setup", files: Sequence[Path] | None = None) -> "Gathered":
    """Read and check the quarter's returns (or only ``files``), and tell a person at a terminal how far that is.

    What the last build kept is of use here too; nothing is added to it.
    """
    from generator.cache.processes import workers
    from generator.cache.store import FOLDER, Kept
    from generator.reading.open_workbooks import Opening
    from generator.report.gather import gather

    count = sum(1 for _ in (setup.project.returns(setup.period) if files is None else files))
    with Kept(setup.project.root / FOLDER, adds=False) as kept, workers(count) as others:
        return gather(setup, files, opening=Opening(kept, others, telling=telling))


def number_of_returns(count: int) -> str:
    """Count returns in words."""
    return counted(count, "return")


def set_up_or_stop(project: Path | None, period: str | None, output_format: Format = Format.TEXT) -> "Setup":
    """Read what the performance team keeps; say what is wrong with it and end, if it cannot be used."""
    from generator.project.load import set_up

    with _told(output_format):
        return set_up(_found(project), Period.parse(period) if period else None)


def find_or_stop(
    project: Path | None, period: str | None, output_format: Format = Format.TEXT
) -> tuple[Project, Period]:
    """Find the project and the quarter; its settings are read only where no quarter is named."""
    from generator.project.load import settings_of

    with _told(output_format):
        found = _found(project)
        return found, Period.parse(period) if period else settings_of(found).period


def _found(project: Path | None) -> Project:
    return Project.find(project or Path.cwd(), upward=project is None)


@contextmanager
def _told(output_format: Format) -> Iterator[None]:
    """End with words where a block finds the usage or the settings wrong."""
    try:
        yield
    except (NoProjectError, ValueError) as error:
        if output_format is Format.JSON:
            print_problems([problem("USE01", Place(""), fault=error, remedy="See scorecard --help.")], output_format)
        stop(str(error))
    except Unusable as unusable:
        if output_format is Format.JSON:
            print_problems(unusable.problems, output_format)
        show(unusable.problems)
        raise typer.Exit(WRONG_USAGE) from None
