"""The cells of a worksheet."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.xlsx.cells import (
    Cell,
    CellKind,
    date_of_iso,
    date_of_serial,
    number_of,
    parse_ref,
    parse_row,
    plain_text,
    serial_of,
)
from generator.xlsx.formats.number_format import Makes, number_format
from generator.xlsx.limits import BLANKS, CELLS, Allowance, Fault, Unreadable
from generator.xlsx.markup import read_part
from generator.xlsx.shared_parts import Run, Shared, whole
from generator.xlsx.worksheet_fast import Plain, Stored, plain_cells

_BOOLEANS = {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}
_MAY_BE_EMPTY = {"str", "inlineStr"}
"""A formula of these types that has an empty text for its result is calculated: LibreOffice writes it so."""


class WorksheetReader:
    """Reads worksheets one after another; what they may hold is counted over all of them.

    ``was_plain`` tells of the last one that its rows hold nothing but cells that can be seen.
    """

    def __init__(self, shared: Shared, room: int = 1) -> None:
        self._shared, self._text = shared, shared.text
        self._filled = Allowance(CELLS * room, "cells with something in them")
        self._blank = Allowance(BLANKS * room, "rows and formatted cells")
        self._cells: dict[tuple[int, int], Cell] = {}
        self.was_plain = True
        self._row = self._column = 0
        self._type, self._style = "n", "0"
        self._stored: str | None = None
        self._formula = self._in_cell = False
        self._starts = {
            "row": self._start_row,
            "c": self._start_cell,
            "f": self._start_formula,
            **self._text.starts,
        }
        self._ends = {"c": self._end_cell, "v": self._end_value, **self._text.ends}
        self._kinds = {
            "n": self._number,
            "s": self._shared_text,
            "str": self._own_text,
            "inlineStr": self._own_text,
            "b": self._boolean,
            "e": self._error,
            "d": self._iso_date,
        }

    def read(self, part: bytes) -> dict[tuple[int, int], Cell]:
        """The cells that are not blank, by row and column, in that order whatever order they are stored in.

        Raises Unreadable, as ``read_part`` does.
        """
        self._cells, self._row, self._in_cell = {}, 0, False
        plain = plain_cells(part, self._filled.left, self._blank.left)
        self.was_plain = plain is not None
        if plain is None or not self._has_room(plain, len(part)) or self._needs_fonts(plain):
            read_part(part, "worksheet", self._starts, self._ends)
        else:
            self._read_plain(plain)
        places = sorted(self._cells)
        return self._cells if places == list(self._cells) else {place: self._cells[place] for place in places}

    def _has_room(self, plain: Plain, characters: int) -> bool:
        """Whether all can be counted at once; near a limit, what passes it must be found in its turn."""
        return self._blank.left >= len(plain.cells) + plain.others and self._text.left >= characters

    def _needs_fonts(self, plain: Plain) -> bool:
        """Whether a text in fonts of its own stands in a cell whose font strikes out."""
        styles = self._shared.styles
        return styles.change_texts and any(each.is_rich and styles.of(each.style).changes_text for each in plain.cells)

    def _read_plain(self, plain: Plain) -> None:
        characters = 0
        styles = self._shared.styles
        is_as_typed = not styles.change_texts
        for stored in plain.cells:
            cell = stored.cell
            if cell and (is_as_typed or not styles.of(stored.style).changes_text):
                characters += len(cell.text)
            else:
                cell = self._understood(stored)
            if cell:
                self._add(stored.place, cell)
        self._text.take(characters)
        self._filled.take(len(self._cells))
        self._blank.take(plain.others + len(plain.cells) - len(self._cells))

    def _understood(self, stored: Stored) -> Cell | None:
        (self._row, self._column), self._style, self._type, self._formula, self._stored, runs, _, _ = stored
        self._text.runs = [Run(text) for text in runs] if runs else []
        return self._cell()

    def _add(self, place: tuple[int, int], cell: Cell) -> None:
        if place in self._cells:
            raise Unreadable(Fault.DAMAGED, f"cell {cell.ref} is there twice")
        self._cells[place] = cell

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        self._next_row(attributes.get("r"))

    def _next_row(self, row: str | None) -> None:
        self._refuse_in_cell()
        self._blank.take()
        self._row, self._column = parse_row(row) if row else self._row + 1, 0

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        self._refuse_in_cell()
        self._in_cell = True
        ref = attributes.get("r")
        if ref:
            self._row, self._column = parse_ref(ref)
        else:
            self._column += 1
        self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._stored, self._formula, self._text.runs = None, False, []

    def _refuse_in_cell(self) -> None:
        if self._in_cell:
            raise Unreadable(Fault.DAMAGED, "a cell has another cell inside it")

    def _start_formula(self, _attributes: Mapping[str, str]) -> None:
        self._formula = True

    def _end_value(self, text: str) -> None:
        self._stored = text

    def _end_cell(self, _text: str) -> None:
        self._in_cell = False
        cell = self._cell()
        if cell is None:
            self._blank.take()
            return
        self._filled.take()
        self._add((self._row, self._column), cell)

    def _cell(self) -> Cell | None:
        """The cell whose element ends here; None for a blank."""
        if self._text.runs and self._type != "inlineStr":
            raise Unreadable(Fault.DAMAGED, "a cell has a text of its own, but not the type for one")
        runs = self._text.runs
        stored = "".join([run.text for run in runs]) if runs else self._stored
        if stored is None or not (stored.strip() or self._type in _MAY_BE_EMPTY):
            return self._made(CellKind.UNCALCULATED, "") if self._formula else None
        understand = self._kinds.get(self._type)
        if understand is None:
            raise Unreadable(Fault.DAMAGED, "a cell has an unknown type")
        cell = understand(stored)
        return cell if cell.text or self._formula else None

    def _number(self, stored: str) -> Cell:
        number = number_of(stored.strip())
        if number is None:
            return self._error(stored)
        code = self._shared.styles.of(self._style).code
        section = number_format(code).section_for(number) if code else None
        if section is not None and section.makes in {Makes.DATE, Makes.TIME}:
            day = date_of_serial(number, from_1904=self._shared.from_1904)
            return self._date(day, number) if day else self._made(CellKind.NUMBER, f"{number:f}", number)
        percent = section is not None and section.percents == 1
        return self._made(CellKind.NUMBER, f"{number:f}", number)._replace(percent=percent)

    def _shared_text(self, stored: str) -> Cell:
        index, strings = whole(stored.strip()), self._shared.strings
        if index is None or index >= len(strings.texts):
            raise Unreadable(Fault.DAMAGED, "the text of a cell is missing")
        return self._looking(strings.texts[index], strings.runs.get(index, ()))

    def _own_text(self, stored: str) -> Cell:
        return self._looking(self._text.checked(stored), self._text.runs)

    def _looking(self, text: str, runs: Sequence[Run]) -> Cell:
        """A text with what its cell and its runs look like."""
        cell = Cell(self._row, self._column, CellKind.TEXT, text, formula=self._formula)
        is_rich = any(run.own_font for run in runs) if runs else False
        if not (is_rich or self._shared.styles.change_texts):
            return cell
        style = self._shared.styles.of(self._style)
        if not (is_rich or style.changes_text):
            return cell
        pieces = [run for run in (runs if is_rich else (Run(text),)) if run.text.strip()]
        struck = [plain_text(run.text) for run in pieces if (run.struck if run.own_font else style.struck)]
        raised = [plain_text(run.text) for run in pieces if run.raised]
        return cell._replace(code=style.code if style.changes_text else "", struck=tuple(struck), raised=tuple(raised))

    def _boolean(self, stored: str) -> Cell:
        word = _BOOLEANS.get(stored.strip())
        return self._made(CellKind.BOOLEAN, word) if word else self._error(stored)

    def _error(self, stored: str) -> Cell:
        """A cell with an error that Excel shows, or with what is not the sort of value that it says it is."""
        return self._made(CellKind.ERROR, self._text.checked(stored.strip()))

    def _iso_date(self, stored: str) -> Cell:
        day = date_of_iso(stored.strip())
        if day is None:
            return self._own_text(stored)
        return self._date(day, serial_of(day, from_1904=self._shared.from_1904))

    def _date(self, day: dt.date, serial: Decimal) -> Cell:
        return self._made(CellKind.DATE, day.isoformat(), serial)._replace(date=day)

    def _made(self, kind: CellKind, text: str, number: Decimal | None = None) -> Cell:
        if number is None and not self._shared.styles.change_texts:
            return Cell(self._row, self._column, kind, text, formula=self._formula)
        style = self._shared.styles.of(self._style)
        code = "" if number is None else style.code
        struck = (text,) if style.struck and text else ()
        return Cell(self._row, self._column, kind, text, number, formula=self._formula, code=code, struck=struck)
