"""The register's second sheet: targets that were changed within the year, from what, to what, when and by whom."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from generator.model.figures import type_of_figure
from generator.model.measure import Measure, Register, TargetChange
from generator.model.problem import Place, Problem, nearest, problem
from generator.reading.answers.cell_answers import Mistake, date_of, target_of, text_of
from generator.reading.answers.mistakes_in_words import target_fault
from generator.xlsx import Book, Cell, Sheet, column_letters

SHEET = "Target changes"
CHANGE_HEADERS = ("Code", "Target", "From", "To", "Date", "Approved by")


def read_target_changes(
    book: Book, file: str, register: Register, targets: tuple[str, ...], problems: list[Problem]
) -> Mapping[str, tuple[TargetChange, ...]]:
    """The changes by measure code, adding to ``problems`` what is wrong; none where there is no such sheet."""
    sheet = next((each for each in book.sheets if each.name.strip().casefold() == SHEET.casefold()), None)
    if sheet is None:
        return {}
    changes: dict[str, tuple[TargetChange, ...]] = {}
    for code, change in _Reader(sheet, Place(file, sheet.name), register, targets, problems).changes():
        changes[code] = (*changes.get(code, ()), change)
    return changes


class _Reader:
    """Reads row after row, noting every fault and going on."""

    def __init__(
        self, sheet: Sheet, place: Place, register: Register, targets: tuple[str, ...], problems: list[Problem]
    ) -> None:
        self.sheet, self.place, self.register, self.problems = sheet, place, register, problems
        self.targets = {target.casefold(): target for target in targets}
        self.header = min((row for row, _ in sheet.cells), default=1)
        found = {
            cell.text.strip().casefold(): column for (row, column), cell in sheet.cells.items() if row == self.header
        }
        self.columns = {each: found[each.casefold()] for each in CHANGE_HEADERS if each.casefold() in found}

    def changes(self) -> Iterator[tuple[str, TargetChange]]:
        missing = [each for each in CHANGE_HEADERS if each not in self.columns]
        for header in missing:
            self.problems.append(problem("REG02", self.place, header=header, suggestion="", row=self.header))
        for row in sorted({row for row, _ in self.sheet.cells if row > self.header}) if not missing else ():
            change = self._change(row)
            if change:
                yield change

    def _change(self, row: int) -> tuple[str, TargetChange] | None:
        code, target = self._text(row, "Code"), self._text(row, "Target")
        measure = self.register.find(code) if code else None
        heading = self.targets.get(target.casefold())
        if measure is None:
            fault = f"the register has no such measure.{nearest(code, self.register.codes)}"
            self._note(row, "Code", code, fault, "Correct it.")
        if heading is None:
            fault = f"it is not a target.{nearest(target, self.targets.values())}"
            self._note(row, "Target", target, fault, f"Write one of: {', '.join(self.targets.values())}.")
        day = self._understood(row, "Date", date_of, lambda _: ("it is not a date.", "Write a date, like 04/05/2018."))
        if measure is None or heading is None or not isinstance(day, date):
            return None
        before, after = (self._figure(row, header, measure) for header in ("From", "To"))
        approved = self._text(row, "Approved by")
        change = TargetChange(target=heading, before=before, after=after, on=day, approved_by=approved)
        return measure.code, change

    def _figure(self, row: int, header: str, measure: Measure) -> type_of_figure | None:
        example = "Write a target as the register gives it."
        return self._understood(
            row,
            header,
            lambda cell: target_of(cell, measure),
            lambda mistake: target_fault(mistake, measure, example),
        )

    def _understood(
        self,
        row: int,
        header: str,
        understand: Callable[[Cell], type_of_figure | Mistake | None],
        fault: Callable[[Mistake], tuple[str, str]],
    ) -> type_of_figure | None:
        cell = self.sheet.cells.get((row, self.columns[header]))
        found = understand(cell) if cell else None
        if found is None and header == "Date":
            found = Mistake("ANS02")
        if isinstance(found, Mistake):
            self._note(row, header, cell.shown if cell else "", *fault(found))
            return None
        return found

    def _text(self, row: int, header: str) -> str:
        cell = self.sheet.cells.get((row, self.columns[header]))
        return " ".join(str(text_of(cell)).split()) if cell else ""

    def _note(self, row: int, header: str, found: str, fault: str, remedy: str) -> None:
        place = self.place.at(f"{column_letters(self.columns[header])}{row}")
        self.problems.append(problem("REG03", place, header=header, found=found, fault=fault, remedy=remedy))
