"""What is said on the screen of past figures: what was taken, guessed, in conflict and left, by cell."""

from collections.abc import Iterator, Sequence

from generator.history.rows import RowState
from generator.importing.import_past import ImportedPast
from generator.importing.past.drafted_history import CellNote, Told, measures_in
from generator.importing.past.find_figures import refs_of
from generator.model.english import counted, listed, plural


def past_lines(imported: ImportedPast) -> Iterator[str]:
    """The result of an import, cells of which the same is to be said in one line."""
    rows = imported.drafted.rows
    sheets = f", {plural(len(imported.sheets), 'sheet')} {listed(f'“{each}”' for each in imported.sheets)}"
    found = f"{counted(len(rows), 'figure')} of {counted(measures_in(rows), 'measure')}" if rows else "nothing new"
    yield f"{imported.file}{sheets if imported.sheets else ''}: {found}"
    for period in sorted({row.period for row in rows}):
        of = [row for row in rows if row.period == period]
        beside = [
            (counted(sum(map(bool, (row.target for row in of))), "target"), any(row.target for row in of)),
            (counted(sum(map(bool, (row.status for row in of))), "status", "statuses"), any(row.status for row in of)),
            (f"{sum(row.state is RowState.SUPPRESSED for row in of)} withheld", any(not row.actual for row in of)),
        ]
        told = "".join(f", {words}" for words, is_there in beside if is_there)
        yield f"  {period.name}: {counted(len(of), 'figure')}{told}"
    if imported.drafted.same:
        yield f"Recorded already with the same value, and left as they are: {imported.drafted.same:,}"
    for sort in Told:
        lines = tuple(_lines([each for each in imported.notes if each.told is sort], imported.sheets))
        if lines:
            yield from ("", f"{sort.value}:", *lines)


def _lines(notes: Sequence[CellNote], sheets: Sequence[str]) -> Iterator[str]:
    alike: dict[tuple[str, str], list[CellNote]] = {}
    for each in notes:
        alike.setdefault((each.sheet, each.why), []).append(each)
    for (sheet, why), of in alike.items():
        places = ", ".join(refs_of([each.cell for each in of]))
        yield f"  {f'{sheet}, ' if len(sheets) > 1 or sheet not in sheets else ''}{places}: {why}"
