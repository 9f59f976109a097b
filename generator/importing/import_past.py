"""A council's past figures added to the history: nothing that is recorded there is changed, and nothing is rated."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.history.history_csv import read_history, with_history
from generator.history.past import History
from generator.importing.past.drafted_history import CellNote, DraftedHistory, PastTable, Told, drafted_history
from generator.importing.past.find_figures import FoundFigure, SheetFigures
from generator.importing.past.measure_names import MeasureNames
from generator.model.measure import Measure
from generator.output.swap_folders import replace_file
from generator.project.load import Setup
from generator.project.team_files import TeamFile, history_in_table, table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPast:
    """What an import adds to the history, and what it has to say, by cell."""

    file: str
    sheets: tuple[str, ...]
    drafted: DraftedHistory
    notes: tuple[CellNote, ...]
    recorded: TeamFile
    """The history as it was."""


def past_of(setup: Setup, file: Path, sheets: Sequence[SheetFigures], *, replace: bool = False) -> ImportedPast:
    """Read the figures that were found in a file, and hold them against the history. Raises Unusable."""
    recorded = table_of(setup.project, setup.project.history)
    is_csv = len(sheets) == 1 and file.suffix.lower() in _TEXTS

    def source_of(found: FoundFigure) -> str:
        return f"{file.name}, {found.cell.ref}" if is_csv else f"{file.name}, {found.sheet}!{found.cell.ref}"

    figures = [figure for each in sheets for figure in each.figures]
    history = history_in_table(recorded, setup.settings.period.starts)
    drafted = held_against(setup, figures, history, source_of, file.name, replace=replace)
    names = MeasureNames.of(setup.listed)
    return ImportedPast(
        file=setup.project.relative(file),
        sheets=tuple(dict.fromkeys(figure.sheet for each in sheets for figure in each.figures)),
        drafted=drafted,
        notes=(*drafted.notes, *(note for each in sheets for note in _left_by_headings(each, names))),
        recorded=recorded,
    )


def held_against(
    setup: Setup,
    figures: Sequence[FoundFigure],
    history: History,
    source_of: Callable[[FoundFigure], str],
    name: str,
    *,
    replace: bool,
) -> DraftedHistory:
    """What figures of a file of that name add to the history; ``source_of`` says of each where it stands."""
    measures, statuses, is_exception = setup.listed, setup.statuses_of, _exception_in(setup)
    now = setup.settings.period
    table = PastTable(figures, source_of, measures, now, statuses, is_exception, name, replace)
    return drafted_history(table, history)


def _exception_in(setup: Setup) -> Callable[[Measure, str, str], bool]:
    """Whether a measure with two statuses, its own and its forecast's, was an exception, as its scheme marks them."""

    def is_exception(measure: Measure, status: str, forecast_status: str) -> bool:
        scheme, rule = setup.scheme_of(measure), setup.settings.exceptions
        counted = rule.counted(status, forecast_status or None)
        return any(found.exception for name in counted if name and (found := scheme.status(name)))

    return is_exception


_TEXTS = {".csv", ".tsv", ".txt"}


def _left_by_headings(sheet: SheetFigures, names: MeasureNames) -> Iterator[CellNote]:
    for each in sheet.unknown:
        advice = names.suggestion(each.why)
        yield CellNote(Told.LEFT, each.sheet, each.cell, f"“{each.why}” is no measure of the register.{advice}")
    for each in sheet.left:
        yield CellNote(Told.LEFT, each.sheet, each.cell, each.why)


def write_past(setup: Setup, imported: ImportedPast) -> None:
    """Add the rows to the history; others are to be kept away by ``adding_to_history``.

    Raises Unusable, and writes nothing, where what would be written could not be read again.
    """
    before, project = imported.recorded, setup.project
    if imported.drafted.rows:
        history = with_history(before.text, imported.drafted.rows)
        read_history(history, before.name, setup.settings.period.starts)
        replace_file(project.history, before.data + history[len(before.text) :].encode())
