"""What `scorecard import` puts on the screen."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from generator.cli.console import WrongUsageError, say, show, tell
from generator.cli.logged import logged
from generator.cli.options import ImportAs
from generator.importing.import_list import Imported, import_list
from generator.importing.import_past import ImportedPast, past_of, write_past
from generator.importing.import_report import ImportedReport, report_in, write_report
from generator.importing.list_file import read_bytes, workbook_in
from generator.importing.past.find_figures import SheetFigures
from generator.importing.past.recognise import (
    Holds,
    Recognised,
    has_columns_of_a_list,
    recognised,
    unknown_measures,
)
from generator.importing.past_in_words import past_lines, report_lines
from generator.importing.read_this import summary_of
from generator.importing.report.word_text import is_word
from generator.importing.write_import import in_the_way, write_import
from generator.model.english import counted
from generator.model.problem import Place, Problem, Unusable, problem
from generator.model.register import Register
from generator.output.close_period import adding_to_history
from generator.project.folder import Project
from generator.project.load import Setup, set_up, settings_of
from generator.xlsx import Book


def import_into(project: Project, file: Path, *, dry_run: bool, replace: bool, read_as: ImportAs | None) -> None:
    """Import a list, past figures, or an old report in Word; with ``dry_run`` only say what would come of it.

    Raises ScorecardError.
    """
    name = project.relative(file)
    data = read_bytes(file, name)
    if is_word(data):
        if read_as is not None:
            raise WrongUsageError(
                f"{name} is a Word document, which is read as an old report. Leave out --as {read_as}."
            )
        _import_report(set_up(project), file, data, dry_run=dry_run, replace=replace)
        return
    book = workbook_in(data, file, name)
    if read_as is not ImportAs.LIST:
        setup, found = _looked_at(project, book)
        if setup and (found.holds is Holds.PAST_FIGURES or read_as is ImportAs.FIGURES):
            _import_past(setup, file, found.sheets, dry_run=dry_run, replace=replace)
            return
        if found.holds is Holds.FIGURES_OF_UNKNOWN_MEASURES:
            raise Unusable([unknown_measures(found, name, setup.listed if setup else Register(()))])
    _import_list(project, file, book, dry_run=dry_run, replace=replace)


def _looked_at(project: Project, book: Book) -> tuple[Setup | None, Recognised]:
    """What a file holds, and the project; None where its register cannot be used yet, as before a list is imported."""
    try:
        setup = set_up(project)
    except Unusable as fault:
        found = recognised(book, Register(()), settings_of(project).period)
        has_measures = {each.code for each in fault.problems} != {"REG01"}
        if not has_measures and has_columns_of_a_list(book):
            return None, Recognised(Holds.SOMETHING_ELSE, ())
        if found.holds is not Holds.SOMETHING_ELSE and project.register.is_file():
            raise fault from None
        return None, found
    return setup, recognised(book, setup.listed, setup.settings.period)


def _import_past(setup: Setup, file: Path, sheets: Sequence[SheetFigures], *, dry_run: bool, replace: bool) -> None:
    if not any(each.figures for each in sheets):
        raise Unusable([problem("IMP11", Place(setup.project.relative(file)))])

    def came_of(imported: ImportedPast) -> str:
        return f"{counted(len(imported.drafted.rows), 'figure')} of {file.name} added to the history."

    read = partial(past_of, setup, file, sheets, replace=replace)
    _record(setup, _Import(read, write_past, past_lines, came_of), dry_run=dry_run)


def _import_report(setup: Setup, file: Path, data: bytes, *, dry_run: bool, replace: bool) -> None:
    def came_of(imported: ImportedReport) -> str:
        told = counted(len(imported.drafted.rows), "measure"), counted(len(imported.answers), "text")
        return f"{told[0]} and {told[1]} of {file.name} recorded for {imported.named.period.name}."

    read = partial(report_in, setup, data, file, replace=replace)
    _record(setup, _Import(read, write_report, report_lines, came_of), dry_run=dry_run)


_Read = TypeVar("_Read")


class _Import(NamedTuple, Generic[_Read]):
    """How something earlier is read, written and told of, and what the log says came of it."""

    read: Callable[[], _Read]
    write: Callable[[Setup, _Read], None]
    lines: Callable[[_Read], Iterable[str]]
    came_of: Callable[[_Read], str]


def _record(setup: Setup, each: _Import[_Read], *, dry_run: bool) -> None:
    """Add what was read to what is recorded of earlier periods, and say what it is."""
    if dry_run:
        for line in each.lines(each.read()):
            tell(line)
        say("Nothing was written.")
        return
    with logged(setup.project, setup.period, "import") as came_of_it, adding_to_history(setup.project):
        imported = each.read()
        each.write(setup, imported)
        for line in each.lines(imported):
            tell(line)
        tell("")
        came_of_it(each.came_of(imported))
    say("Look at them with: scorecard history")
    if any(setup.project.returns(setup.period)):
        say("Forms that were issued before have none of this. Those that nobody has begun: scorecard issue")


def _written(project: Project, file: Path, imported: Imported, taken: Problem | None) -> tuple[str, ...]:
    """Write what was imported, unless a register is in the way."""
    with logged(project, settings_of(project).period, "import") as came_of_it:
        if taken:
            raise Unusable([taken])
        written = tuple(write_import(project, file, imported))
        came_of_it(f"{file.name} is read into the register.")
    return written


def _import_list(project: Project, file: Path, book: Book, *, dry_run: bool, replace: bool) -> None:
    imported = import_list(project, file, book, today=date.today())
    taken = None if replace else in_the_way(project, file, imported)
    written = () if dry_run else _written(project, file, imported, taken)
    for line in summary_of(imported.register, imported.layout, project.relative(file)):
        tell(line)
    tell("")
    for line in imported.to_do:
        tell(line)
    if imported.open_places:
        tell("Before forms can be issued, this is to be put right in the register:")
        show(imported.open_places)
    if dry_run:
        show(filter(None, [taken]))
        say("Nothing was written.")
        return
    for line in written:
        say(line)
    say("Look at the sheet “Read this” of the register; then: scorecard issue")
