"""The CSV tables that rows are added to and never changed in: their cells read, each row with its line; rows added."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.model.characters import as_csv, as_meant
from generator.model.problem import Place, Problem, Unusable, few, problem


class TableFault(ValueError):  # noqa: N818, it is a finding to be told
    """What is wrong with a row, as a sentence."""


def read_rows(text: str, columns: Sequence[str], file: str) -> Iterator[list[str]]:
    """The rows under a table's headings, cells as they are meant; of an empty text none. Raises Unusable."""
    reader = csv.reader(_lines(text), strict=True)
    try:
        headings = next(reader, []) if text else columns
        if fault := _fault_of_headings(headings, columns):
            raise Unusable([fault_at(file, 1, fault)])
        rows = filter(None, reader)
        yield from map(_as_meant, rows) if _has_guards(text) else rows
    except csv.Error as error:
        raise Unusable([fault_at(file, reader.line_num, f"it is not a row of a CSV file ({error})")]) from None


def lines_of_rows(text: str) -> list[int]:
    """The line on which each row begins; they are counted only where one is to be told of."""
    reader = csv.reader(_lines(text), strict=True)
    ends = [(reader.line_num, bool(cells)) for cells in reader]
    return [before + 1 for (before, _), (_, is_row) in pairwise(ends) if is_row]


def _lines(text: str) -> Iterable[str]:
    """Its lines; a cell has line breaks only within quotation marks."""
    lines = text.split("\n")
    return (f"{line}\n" for line in lines) if '"' in text else lines


def _as_meant(cells: list[str]) -> list[str]:
    return [*map(as_meant, cells)]


def _has_guards(text: str) -> bool:
    """Whether any cell may start with an apostrophe; to look at each of a million takes as long as to read them."""
    return "'" in text and any(f"{start}'" in text for start in (",", "\n", '"'))


def _fault_of_headings(found: Sequence[str], columns: Sequence[str]) -> str:
    if tuple(found) == tuple(columns):
        return ""
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(found) == 1 and sign in found[0]:
            return f"{name} stand between its cells, and not commas: a spreadsheet program has saved it"
    if missing := [each for each in columns if each not in found]:
        return f"the column “{missing[0]}” is missing"
    if unknown := [each for each in found if each not in columns]:
        return f"“{unknown[0]}” is not one of its columns"
    return "its columns are in another order"


def fault_at(file: str, line: int, fault: object) -> Problem:
    """What is wrong with a line of a table that is only added to."""
    return problem("HIST01", Place.on_line(file, line), fault=fault)


def refuse(file: str, text: str, faults: Sequence[tuple[int, object]]) -> None:
    """Raises Unusable where there are faults, each of a row that is given by its number; the first of them are told."""
    if faults:
        lines = lines_of_rows(text)
        raise Unusable(few([fault_at(file, lines[row], fault) for row, fault in faults]))


def with_rows_added(text: str, columns: Sequence[str], rows: Iterable[Iterable[str | Decimal]]) -> str:
    """A table with rows added at its end; an empty text becomes a table."""
    before = text if not text or text.endswith("\n") else f"{text}\r\n"
    return before + as_csv(rows if text else (columns, *rows))
