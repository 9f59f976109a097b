"""The CSV tables that rows are added to and never changed in: their cells read, each row with its line; rows added."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.model.csv_cells import as_csv, as_meant
from generator.model.problem import Place, Problem, Unusable, few, problem


class TableFault(ValueError):  # noqa: N818, it is a finding to be told
    """What is wrong with a row, as a sentence."""


def read_lines(text: str, columns: Sequence[str], file: str) -> Iterator[tuple[int, list[str]]]:
    """The rows under a table's headings, each with its line, cells as they are meant. Raises Unusable."""
    at, is_guarded = 1, _has_guards(text)
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), strict=True)
    try:
        headings = next(reader, [])
        if fault := _fault_of_headings(headings, columns):
            raise Unusable([fault_at(file, 1, fault)])
        for cells in reader:
            if cells:
                yield at + 1, [*map(as_meant, cells)] if is_guarded else cells
            at = reader.line_num
    except csv.Error as error:
        raise Unusable([fault_at(file, reader.line_num, f"it is not a row of a CSV file ({error})")]) from None


def _has_guards(text: str) -> bool:
    """Whether any cell may start with an apostrophe; to look at each of a million takes as long as to read them."""
    return any(f"{start}'" in text for start in (",", "\n", '"'))


def _fault_of_headings(found: Sequence[str], columns: Sequence[str]) -> str:
    if tuple(found) == tuple(columns):
        return ""
    if missing := [each for each in columns if each not in found]:
        return f"the column “{missing[0]}” is missing"
    if unknown := [each for each in found if each not in columns]:
        return f"“{unknown[0]}” is not one of its columns"
    return "its columns are in another order"


def fault_at(file: str, line: int, fault: object) -> Problem:
    """What is wrong with a line of a table that is only added to."""
    return problem("HIST01", Place.on_line(file, line), fault=fault)


def refuse(faults: Sequence[Problem]) -> None:
    """Raises Unusable where there are faults, the first of them told."""
    if faults:
        raise Unusable(few(faults))


def with_rows_added(text: str, columns: Sequence[str], rows: Iterable[Iterable[str | Decimal]]) -> str:
    """A table with rows added at its end; an empty text becomes a table."""
    before = text if not text or text.endswith("\n") else f"{text}\r\n"
    return before + as_csv(rows if text else (columns, *rows))
