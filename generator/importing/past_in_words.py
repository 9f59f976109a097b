"""What is said on the screen of past figures and reports: what was taken, guessed, in conflict and left, by place."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.history.rows import HistoryRow, RowState
from generator.importing.import_past import ImportedPast
from generator.importing.import_report import ImportedReport
from generator.importing.past.drafted_history import CellNote, Told, measures_in
from generator.importing.past.find_figures import refs_of
from generator.model.english import counted, listed, plural
from generator.xlsx import Cell


def past_lines(imported: ImportedPast) -> Iterator[str]:
    """The result of an import, cells of which the same is to be said in one line."""
    rows = imported.drafted.rows
    sheets = f", {plural(len(imported.sheets), 'sheet')} {listed(f'“{each}”' for each in imported.sheets)}"
    found = f"{counted(len(rows), 'figure')} of {counted(measures_in(rows), 'measure')}" if rows else "nothing new"
    yield f"{imported.file}{sheets if imported.sheets else ''}: {found}"
    for period in sorted({row.period for row in rows}):
        yield f"  {period.name}: {_told_of([row for row in rows if row.period == period])}"
    if imported.drafted.same:
        yield f"Recorded already with the same value, and left as they are: {imported.drafted.same:,}"

    def where(sheet: str, cells: Sequence[Cell]) -> str:
        within = f"{sheet}, " if len(imported.sheets) > 1 or sheet not in imported.sheets else ""
        return within + ", ".join(refs_of(cells))

    yield from _noted(imported.notes, where)


def report_lines(imported: ImportedReport) -> Iterator[str]:
    """The result of importing a report, places of which the same is to be said in one line."""
    rows, period = imported.drafted.rows, imported.named.period
    yield f"{imported.file}, the report of {period.name} (“{imported.named.words}”):"
    texts = counted(len(imported.answers), "text")
    yield f"  {counted(measures_in(rows), 'measure')}: {_told_of(rows)}, {texts}" if rows else f"  {texts}"
    if same := imported.drafted.same + imported.same_answers:
        yield f"Recorded already with the same value or words, and left as they are: {same:,}"
    yield from _noted(imported.notes, _in_word)


def _told_of(rows: Sequence[HistoryRow]) -> str:
    """How many figures rows have, and what stands beside them."""
    suppressed = sum(row.state is RowState.SUPPRESSED for row in rows)
    beside = (
        (sum(row.state is RowState.MISSING for row in rows), "without one", "without one"),
        (sum(bool(row.target) for row in rows), "target", "targets"),
        (sum(bool(row.status) for row in rows), "status", "statuses"),
        (sum(bool(row.forecast) for row in rows), "forecast", "forecasts"),
        (sum(bool(row.forecast_status) for row in rows), "status of a forecast", "statuses of forecasts"),
        (suppressed, "withheld", "withheld"),
    )
    told = "".join(f", {counted(count, one, several)}" for count, one, several in beside if count)
    return f"{counted(sum(bool(row.actual) for row in rows) + suppressed, 'figure')}{told}"


def _in_word(place: str, cells: Sequence[Cell]) -> str:
    """Where something stands in a document, which has no references of cells: in rows of a table, or elsewhere."""
    rows = sorted({cell.row for cell in cells if cell.row})
    return f"{place}, {plural(len(rows), 'row')} {listed(map(str, rows))}" if rows else place


def _noted(notes: Sequence[CellNote], where: Callable[[str, Sequence[Cell]], str]) -> Iterator[str]:
    for sort in Told:
        lines = tuple(_lines([each for each in notes if each.told is sort], where))
        if lines:
            yield from ("", f"{sort.value}:", *lines)


def _lines(notes: Iterable[CellNote], where: Callable[[str, Sequence[Cell]], str]) -> Iterator[str]:
    """A line for what is the same; and one for all that differ in their figures alone, where they are many."""
    nearly: dict[tuple[str, str], dict[str, list[Cell]]] = {}
    for each in notes:
        of_its_sort = nearly.setdefault((each.sheet, _VARIES.sub("", each.why)), {})
        of_its_sort.setdefault(each.why, []).append(each.cell)
    for (sheet, _), alike in nearly.items():
        if len(alike) > _MOST_ALIKE:
            cells = sorted((cell for of in alike.values() for cell in of), key=lambda cell: (cell.row, cell.column))
            yield f"  {where(sheet, cells)}: {next(iter(alike))}; and so on"
        else:
            yield from (f"  {where(sheet, cells)}: {why}" for why, cells in alike.items())


_VARIES = re.compile(r"“[^”]*”|-?[0-9][0-9.,:]*")
_MOST_ALIKE = 5
"""Lines that say the same of different figures."""
