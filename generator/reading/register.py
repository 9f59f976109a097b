"""Reading register.xlsx: one header row, one row a measure; columns are found by their heading, in any order."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from generator.judging.scheme_file import read_amount
from generator.model.figures import Amount, Level, type_of_figure
from generator.model.measure import Kind, Measure, Polarity, Register, code_key
from generator.model.messages.on_figures import TARGET_FAULTS
from generator.model.problem import Place, Problem, Unusable, nearest, problem
from generator.model.register_words import BASES, EVERY_QUARTER, POLARITIES
from generator.model.shape import GroupLevel, Shape
from generator.reading.answers.cell_answers import Mistake, shown_rounded, target_of, text_of
from generator.reading.answers.mistakes_in_words import target_fault
from generator.reading.odd_targets import odd_targets
from generator.reading.target_changes import read_target_changes
from generator.xlsx import Book, Cell, Sheet, column_letters

SHEET = "Measures"
REQUIRED = ("Code", "Title")
"""What every measure must have besides its groups; a row of headings is known by them all."""

HEADERS = (
    *("Code", "Aliases", "Title", "Directorate", "Service", "Officer", "Officer email", "Approver"),
    *("Unit", "Decimals", "Polarity", "Kind", "Basis", "Scheme", "Tolerance", "Due"),
    *("Q1 target", "Q2 target", "Q3 target", "Q4 target", "Year-end target", "Bundle"),
)
"""The contract's columns, and Bundle (measures that share one workbook), in the order in which we write them."""

TARGETS = HEADERS[HEADERS.index("Q1 target") : HEADERS.index("Year-end target") + 1]
"""The columns of a measure's targets: the four quarters, then the year end."""

_PERIODS = ("Q1", "Q2", "Q3", "Q4", "Year-end")
LEVEL_HEADERS = {
    level: (level.value.capitalize(), *(f"{period} {level.value}" for period in _PERIODS))
    for level in Level
    if level in {Level.FLOOR, Level.STRETCH, Level.AMBER}
}
"""Further columns, which a register has only where its schemes ask for them."""

FORECAST = "Forecast"
"""A further column: whether a measure has a year-end forecast, where it is not as the settings say of all."""

_KNOWN = (*HEADERS, FORECAST, *(header for headers in LEVEL_HEADERS.values() for header in headers))

_EXAMPLES = {
    Kind.RANGE: "a range, like 40 to 60",
    Kind.DATE: "a date, like 31/03/2019",
    Kind.YES_NO: "Yes or No",
    Kind.MILESTONE: "the milestone’s word",
}

_YES_OR_NO = {"yes": True, "y": True, "no": False, "n": False, "none": False}


def read_register(book: Book, file: str, shape: Shape, attributes: Iterable[str] = ()) -> Register:
    """Read the register. Raises Unusable with every fault, each at its cell; ``file`` names it in messages.

    ``attributes`` are headings of further columns whose texts are wanted of each measure, besides those of its groups.
    """
    sheet, required = _sheet(book), (*REQUIRED, *(level.column for level in shape.levels))
    header = _header_row(sheet, required) if sheet else None
    if sheet is None or header is None:
        fault = f"it has no sheet “{SHEET}” with a heading row."
        remedy = f"Give it a sheet called {SHEET} whose first row has the headings {', '.join(required)} and so on."
        raise Unusable([problem("REG01", Place(file), fault=fault, remedy=remedy)])
    reader = _Reader(Place(file, sheet.name), sheet, header, shape, tuple(attributes))
    register = Register(reader.measures())
    changes = read_target_changes(book, file, register, TARGETS, reader.problems)
    if reader.problems:
        raise Unusable(reader.problems)
    measures = (replace(each, target_changes=changes.get(each.code, ())) for each in register.measures)
    letters = {header: column_letters(column) for header, column in reader.columns.items()}
    return Register(tuple(measures), tuple(reader.queries), MappingProxyType(letters))


def _sheet(book: Book) -> Sheet | None:
    named = (each for each in book.sheets if each.name.strip().casefold() == SHEET.casefold())
    return next(named, book.sheets[0] if len(book.sheets) == 1 else None)


def _header_row(sheet: Sheet, headings: Iterable[str]) -> int | None:
    """The first row that holds at least two of the headings that a register must have."""
    required, hits = set(map(_key, headings)), Counter[int]()
    for (row, _), cell in sheet.cells.items():
        hits[row] += _key(cell.text) in required
        if hits[row] == 2:
            return row
    return None


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _key(heading: str) -> str:
    return re.sub(r"[\W_]+", "", heading.casefold())


_Word = TypeVar("_Word", bound=StrEnum)


class _Reader:
    """Reads row after row, noting every fault and going on."""

    def __init__(self, place: Place, sheet: Sheet, header: int, shape: Shape, attributes: Sequence[str]) -> None:
        self.place, self.sheet, self.header, self.shape = place, sheet, header, shape
        self.attributes = tuple(dict.fromkeys((*(level.column for level in shape.levels), *attributes)))
        self.groups: tuple[dict[str, str], ...] = tuple({} for _ in shape.levels)
        self.groups[0].update((_folded(name), name) for name in shape.groups)
        found = [(_key(cell.text), column) for (row, column), cell in sheet.cells.items() if row == header]
        headings = dict(reversed(found))
        self.repeated = {key for key, column in found if headings[key] != column}
        self.known = tuple(dict.fromkeys((*_KNOWN, *self.attributes)))
        self.columns = {each: headings[_key(each)] for each in self.known if _key(each) in headings}
        self.headings = tuple(cell.text for (row, _), cell in sheet.cells.items() if row == header)
        self.problems: list[Problem] = []
        self.queries: list[Problem] = []

    def measures(self) -> tuple[Measure, ...]:
        for header in (each for each in self.known if _key(each) in self.repeated):
            self.problems.append(problem("REG05", self._at(self.header, header), header=header))
        known = set(map(_key, self.known))
        unknown = [heading for heading in self.headings if _key(heading) not in known]
        needed = {*REQUIRED, "Polarity", *self.attributes}  # without these statuses would be wrong, or a part missing
        for header in self.known:
            hint = nearest(header, unknown, cutoff=0.8)
            if header not in self.columns and (hint or header in needed):
                self.problems.append(problem("REG02", self.place, header=header, suggestion=hint, row=self.header))
        if self.problems:
            return ()
        rows = sorted({row for row, _ in self.sheet.cells if row > self.header})
        measures = tuple(self._measure(row) for row in rows if self._any_text(row))
        if not measures:
            remedy = "Add one row for each measure, under the headings."
            self.problems.append(problem("REG01", self.place, fault="it has no measures yet.", remedy=remedy))
        self._refuse_repeats(measures)
        return measures

    def _any_text(self, row: int) -> bool:
        return any(self._text(row, header) for header in ("Code", "Title"))

    def _measure(self, row: int) -> Measure:
        kind = self._word(row, "Kind", {"": Kind.NUMBER, **{kind.value: kind for kind in Kind}})
        plain = Measure(
            code=self._code(row),
            aliases=tuple(self._aliases(row)),
            title=self._required(row, "Title"),
            groups=tuple(self._group(row, *each) for each in enumerate(self.shape.levels)),
            attributes=MappingProxyType({each: self._text(row, each) for each in self.attributes}),
            service=self._text(row, "Service"),
            officer=self._text(row, "Officer"),
            officer_email=self._text(row, "Officer email"),
            approver=self._text(row, "Approver"),
            unit=self._text(row, "Unit") or kind.usual_unit,
            decimals=self._decimals(row),
            polarity=self._polarity(row, kind),
            kind=kind,
            basis=self._word(row, "Basis", BASES),
            scheme=self._text(row, "Scheme"),
            tolerance=self._tolerance(row),
            due=self._due(row),
            bundle=self._text(row, "Bundle"),
            place=self._at(row, "Code"),
        )
        targets = [self._target(row, header, plain) for header in TARGETS]
        self.queries += (
            problem(rule, self._at(row, header), header=header, **facts)
            for rule, header, facts in odd_targets(plain, dict(zip(TARGETS, targets, strict=True)))
        )
        levels = tuple(self._levels(row, plain))
        has_forecast = self.shape.has_forecast(said=self._forecast(row), has_target=targets[4] is not None)
        return replace(
            plain,
            quarter_targets=tuple(targets[:4]),
            year_end_target=targets[4],
            levels=levels,
            has_forecast=has_forecast,
        )

    def _cell(self, row: int, header: str) -> Cell | None:
        return self.sheet.cells.get((row, self.columns[header])) if header in self.columns else None

    def _at(self, row: int, header: str) -> Place:
        return self.place.at(f"{column_letters(self.columns[header])}{row}")

    def _text(self, row: int, header: str) -> str:
        cell = self._cell(row, header)
        if cell is None:
            return ""
        text = text_of(cell)
        if isinstance(text, Mistake):
            self._note(row, header, cell.shown, "the cell shows an error or an unsaved formula.", "Type the value.")
            return ""
        return " ".join(text.split())

    def _code(self, row: int) -> str:
        self._refuse_number(row, "Code")
        return self._required(row, "Code")

    def _refuse_number(self, row: int, header: str) -> None:
        """Excel makes a number or a date of 1.10, 0012 and 1-2, and another code of it."""
        cell = self._cell(row, header)
        if cell and cell.number is not None and (cell.date or cell.shown != cell.text):
            fault = "Excel keeps it as a number or a date, and not as it is shown."
            self._note(row, header, cell.shown, fault, "Give the cell the number format Text, and type it again.")

    def _aliases(self, row: int) -> Iterator[str]:
        self._refuse_number(row, "Aliases")
        yield from (
            " ".join(alias.split()) for alias in re.split(r"[;\n]", self._lines(row, "Aliases")) if alias.strip()
        )

    def _lines(self, row: int, header: str) -> str:
        cell = self._cell(row, header)
        return str(text_of(cell)) if cell and self._text(row, header) else ""

    def _required(self, row: int, header: str) -> str:
        text = self._text(row, header)
        if not text:
            self._note(row, header, "", "it is empty.", "Fill it in, or delete the row.")
        return text

    def _group(self, row: int, number: int, level: GroupLevel) -> str:
        """A group by the spelling that the settings list, or that stands in the register first."""
        text, known = self._required(row, level.column), self.groups[number]
        if number == 0 and self.shape.groups:
            found = known.get(_folded(text))
            if text and found is None:
                remedy = "Correct it, or add it to the list of groups (“directorates” or “groups”) in scorecard.toml."
                hint = nearest(text, known.values())
                self._note(row, level.column, text, f"the settings do not list it.{hint}", remedy)
            return found or text
        return known.setdefault(_folded(text), text)

    def _forecast(self, row: int) -> bool | None:
        text = self._text(row, FORECAST).casefold()
        if text and text not in _YES_OR_NO:
            self._note(row, FORECAST, text, "it must be Yes or No.", "Write Yes or No, or leave it empty.")
        return _YES_OR_NO.get(text)

    def _decimals(self, row: int) -> int:
        text = re.sub(r"\.0+$", "", self._text(row, "Decimals")) or "1"
        if text in {"0", "1", "2", "3", "4", "5", "6"}:
            return int(text)
        self._note(row, "Decimals", text, "it must be a whole number from 0 to 6.", "Write how many decimals to print.")
        return 1

    def _word(self, row: int, header: str, words: Mapping[str, _Word]) -> _Word:
        text = self._text(row, header)
        if text.casefold() in words:
            return words[text.casefold()]
        known = list(dict.fromkeys(word.value for word in words.values() if word))
        self._note(row, header, text, f"it is not known.{nearest(text, known)}", f"Write one of: {', '.join(known)}.")
        return next(iter(words.values()))

    def _polarity(self, row: int, kind: Kind) -> Polarity:
        if kind.needs_polarity and not self._text(row, "Polarity"):
            fault = "a figure cannot be rated without it."
            self._note(row, "Polarity", "", fault, "Write higher, lower, or none for a measure that is not rated.")
        return Polarity.RANGE if kind is Kind.RANGE else self._word(row, "Polarity", POLARITIES)

    def _tolerance(self, row: int) -> Amount | None:
        """A bare number is a percentage of the target, as tolerances mostly are."""
        text = self._text(row, "Tolerance")
        is_bare = bool(re.fullmatch(r"[\d.,]+", text))
        amount = read_amount(f"{text}%" if is_bare else text)
        if amount and is_bare and amount.percent and amount.percent < 1:
            share = TARGET_FAULTS["FIG05"]
            facts = {"found": text, "percent": f"{float(amount.percent * 100):g}"}
            self._note(row, "Tolerance", text, *(words.format(**facts) for words in share))
        if amount and amount.percent is not None and amount.percent > 100:
            fault = "a tolerance of more than 100% of the target rates nothing."
            self._note(row, "Tolerance", text, fault, "Write an amount in the unit as £100,000 or 3 points.")
        if text and not amount:
            self._note(row, "Tolerance", text, "it is not an amount.", "Write it like 5%, or 3 points, or £100,000.")
        return amount

    def _due(self, row: int) -> frozenset[int]:
        text = self._text(row, "Due")
        if text.casefold() in EVERY_QUARTER:
            return frozenset({1, 2, 3, 4})
        quarters = re.findall(r"[1-4]", text)
        if text and (not quarters or re.sub(r"[Qq]?[1-4]|and|[,;&/ ]", "", text)):
            self._note(row, "Due", text, "it must name quarters.", "Write them like Q2, Q4; or leave it empty for all.")
        return frozenset(map(int, quarters)) or frozenset({1, 2, 3, 4})

    def _target(self, row: int, header: str, measure: Measure) -> type_of_figure | None:
        cell = self._cell(row, header)
        if cell is None:
            return None
        figure = target_of(cell, measure)
        if isinstance(figure, Mistake):
            number = "a plain number, or give the measure a unit" if not measure.unit else f"a number in {measure.unit}"
            example = f"Write {_EXAMPLES.get(measure.kind, number)}."
            self._note(row, header, cell.shown, *target_fault(figure, measure, example))
            return None
        if (shown := shown_rounded(cell, figure, measure)) and figure is not None:
            facts = {"header": header, "shown": shown, "found": measure.show(figure)}
            self.queries.append(problem("REG11", self._at(row, header), **facts))
        return figure

    def _levels(self, row: int, measure: Measure) -> Iterator[tuple[Level, tuple[Decimal | None, ...]]]:
        """A level may be given once for the year, or for single quarters and the year end."""
        for level, headers in LEVEL_HEADERS.items():
            always, *each = (self._target(row, header, measure) for header in headers)
            values = tuple(value if value is not None else always for value in each)
            if any(value is not None for value in values):
                yield level, tuple(value if isinstance(value, Decimal) else None for value in values)

    def _refuse_repeats(self, measures: Sequence[Measure]) -> None:
        rows: dict[str, str] = {}
        for measure in measures:
            cell = measure.place.cell or ""
            for code in (measure.code, *measure.aliases):
                earlier = rows.setdefault(code_key(code), cell)
                if code and earlier != cell:
                    row = re.sub(r"\D", "", earlier)
                    self.problems.append(problem("REG04", measure.place, code=code, row=row))

    def _note(self, row: int, header: str, found: str, fault: str, remedy: str) -> None:
        self.problems.append(
            problem("REG03", self._at(row, header), header=header, found=found, fault=fault, remedy=remedy)
        )
