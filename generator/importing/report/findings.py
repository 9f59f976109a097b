"""What is found in a report: figures and lines of commentary with their measures, and what was left."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.importing.past.find_figures import FoundFigure, LeftCell
from generator.importing.past.heading_words import FigureRole, Months, months_of
from generator.importing.report.colour_names import colour_name
from generator.importing.report.labels import HalfNamed, LabelSays, label_says
from generator.judging.direction import as_travel
from generator.model.measure import Measure
from generator.model.period import Period
from generator.xlsx import Cell, CellKind


@dataclass(frozen=True, slots=True)
class FoundText:
    """A line of commentary, with the measure and the question that it answers, and where it stands."""

    place: str
    measure: Measure
    question: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFigures:
    """What a report tells of the measures of the register: figures, commentary, and what was left.

    ``meant`` has the headings that were taken for a question of another name, with its key; ``provisional``, the codes
    of measures whose figures are said to be that.
    """

    figures: tuple[FoundFigure, ...]
    texts: tuple[FoundText, ...]
    left: tuple[LeftCell, ...]
    unknown: tuple[LeftCell, ...]
    meant: Mapping[str, str]
    provisional: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """Where something stands: in a row and column of a table, or under a heading."""

    within: str
    row: int = 0
    column: int = 0

    def cell(self, text: str) -> Cell:
        """A text as the cell of a workbook would have it, to be read as figures there are."""
        return Cell(self.row, self.column, CellKind.TEXT, text)


@dataclass
class Findings:
    """Collects what is found in the report of a period."""

    period: Period
    figures: list[FoundFigure] = field(default_factory=list)
    texts: list[FoundText] = field(default_factory=list)
    left: list[LeftCell] = field(default_factory=list)
    unknown: list[LeftCell] = field(default_factory=list)
    meant: dict[str, str] = field(default_factory=dict)
    provisional: set[str] = field(default_factory=set)

    def told(self) -> ReportFigures:
        """All that was found; a measure that is told of has a result, which may be blank."""
        has_result = {
            each.measure.code for each in self.figures if each.role is FigureRole.ACTUAL and each.months == self._months
        }
        told = {each.measure.code: each for each in self.figures if each.role in _TOLD_WITHOUT_RESULT}
        blanks = (
            each._replace(cell=each.cell._replace(text=""), role=FigureRole.ACTUAL, months=self._months, guess="")
            for code, each in told.items()
            if code not in has_result
        )
        return ReportFigures(
            figures=(*self.figures, *blanks),
            texts=tuple(self.texts),
            left=tuple(self.left),
            unknown=tuple(self.unknown),
            meant=self.meant,
            provisional=frozenset(self.provisional),
        )

    @property
    def _months(self) -> Months:
        return Months(self.period.first_day, _MONTHS_A_YEAR // self.period.per_year)

    def read_lines(
        self, place: ReportPlace, measure: Measure, says: LabelSays, lines: Sequence[str], *, in_cell: bool = False
    ) -> None:
        """Take values, each with its label before it, in the line above, or over the column.

        In a cell of figures a label needs no colon: “Target 28.5”, and a direction may stand alone.
        """
        seen, under = set[tuple[FigureRole | None, HalfNamed | None]](), says
        for line in lines:
            if is_provisional(line):
                self.provisional.add(measure.code)
            for label, value in (_bare_pairs(line) if in_cell else ()) or _pairs(line):
                inner = label_says(label) if label else None
                if inner and value:
                    self._note_value(place, measure, under.over(inner), value)
                    under = replace(under, role=says.role)
                elif inner:
                    under = (says if inner.half else under).over(inner)
                elif in_cell and not under.role and as_travel(value):
                    self._note_value(place, measure, _DIRECTION, value)
                elif (key := (under.figure_role, under.half)) not in seen and (under.role or under.when):
                    seen.add(key)
                    self._note_value(place, measure, under, value)
                    under = replace(under, role=says.role)

    def _note_value(self, place: ReportPlace, measure: Measure, says: LabelSays, value: str) -> None:
        role = says.figure_role or (FigureRole.ACTUAL if says.when else FigureRole.OTHER)
        if says.is_other or role is FigureRole.OTHER:
            self.note_left(place, value, f"“{says.text}” is no result, target, status or commentary")
            return
        if role is FigureRole.DIRECTION:
            word = value.partition(".")[0].strip()
            travel = as_travel(word)
            if travel is None and word.casefold() not in _NO_DIRECTION:
                self.note_left(place, value, f"“{word}” is no direction of travel")
            value = str(travel or "")
        elif role in _STATUSES:
            value = re.sub(r"\s*\([^()]*\)$", "", value)
        months, guess = self._when(says, role)
        if value and isinstance(months, Months):
            self.figures.append(FoundFigure(place.within, place.cell(value), measure, months, role, guess))
        elif value:
            self.note_left(place, value, f"of “{says.text}” {months}")

    def _when(self, says: LabelSays, role: FigureRole) -> tuple[Months | str, str]:
        """The months that a figure is of, or why that is not clear, and what was guessed for that."""
        if says.when:
            dated, guess = says.when, ""
            if says.when.year is None and says.when.calendar_year is None:
                dated = replace(says.when, year=self.period.year)
                guess = f"“{says.text}” was taken for that of {self.period.year_name}"
            months = months_of(dated, self.period.starts)
            return months, "" if months == self._months else guess
        if role is FigureRole.TARGET and says.half is HalfNamed.YEAR_END:
            return Months(self.period.whole_year.first_day, _MONTHS_A_YEAR), ""
        return self._months, ""

    def note_colour(self, place: ReportPlace, measure: Measure, says: LabelSays, fill: str) -> None:
        """Take a status that is said by the colour of its cell alone."""
        role, name = says.figure_role, colour_name(fill)
        if role in _STATUSES and name:
            guess = f"the cell says nothing and is {name.lower()}, which was taken for the status"
            self.figures.append(FoundFigure(place.within, place.cell(name), measure, self._months, role, guess))

    def note_text(self, place: ReportPlace, measure: Measure, question: str, lines: Sequence[str]) -> None:
        """Take lines of commentary."""
        self.texts += (FoundText(place.within, measure, question, line) for line in lines if line.strip())

    def note_left(self, place: ReportPlace, text: str, why: str) -> None:
        """Say why something was left, in a clause."""
        self.left.append(LeftCell(place.within, place.cell(text), why))

    def note_unknown(self, place: ReportPlace, name: str) -> None:
        """Say that a name is that of no measure."""
        self.unknown.append(LeftCell(place.within, place.cell(name), name))


def is_provisional(line: str) -> bool:
    """Whether a line says that the figure of its measure is provisional."""
    return "figure is provisional" in line


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    """The labels of a line with their values: “Target: 28.5; Actual: 31.5”; a label or a value may stand alone."""
    pieces = [piece.strip() for piece in re.split(r"; |\t| \| ", line) if piece.strip()]
    each_labelled = all(":" in piece and label_says(piece.partition(":")[0]) for piece in pieces)
    for piece in pieces if each_labelled else (line.strip(),):
        label, colon, value = piece.partition(":")
        if label_says(label if colon else piece):
            yield label.strip(), value.strip()
        else:
            yield "", piece


def _bare_pairs(line: str) -> tuple[tuple[str, str], ...]:
    """The same where no colon stands behind the labels: “Target 28.5 Actual 31.5 Improving”; none for another line."""
    found = list(_BARE.finditer(line))
    if ":" in line or not found or line[: found[0].start()].strip():
        return ()
    ends = (*(each.start() for each in found[1:]), len(line))
    pairs = [(each[0], line[each.end() : end].strip()) for each, end in zip(found, ends, strict=True)]
    label, value = pairs[-1]
    *words, last = value.split() or [""]
    if words and as_travel(last):
        pairs[-1:] = [(label, " ".join(words)), (_DIRECTION.text, last)]
    return tuple(pairs)


_BARE = re.compile(
    r"\b(?:(?:quarterly|quarter|forecast|year end|monthly|period) data|targets?|actual|result|forecast)\b",
    re.IGNORECASE,
)
"""Labels in a cell of figures that are known without a colon behind them."""

_DIRECTION = LabelSays(text="Direction of travel", role=FigureRole.DIRECTION)


_STATUSES = frozenset({FigureRole.STATUS, FigureRole.FORECAST_STATUS})
_TOLD_WITHOUT_RESULT = _STATUSES | {FigureRole.FORECAST, FigureRole.TARGET}
_NO_DIRECTION = frozenset({"not known", "–", "-", "", "n/a", "none"})
_MONTHS_A_YEAR = 12
