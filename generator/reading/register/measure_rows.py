"""One row of the sheet of measures: the measure that it defines."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import chain
from types import MappingProxyType

from generator.judging.scheme_file import read_amount_in
from generator.model.figures import BARE_UNITS, Amount, Level, YearToDate, type_of_figure
from generator.model.measure import Kind, Measure, Polarity
from generator.model.messages.on_figures import TARGET_FAULTS
from generator.model.period import Frequency, Period
from generator.model.problem import nearest
from generator.model.shape import GroupLevel, Shape
from generator.reading.register.column_words import BASES, POLARITIES
from generator.reading.register.columns import (
    ANY_TARGET,
    DEFINITION,
    FORECAST,
    LEVELS,
    YEAR_END_TARGET,
    YEAR_TO_DATE,
    headers_of,
)
from generator.reading.register.headed_sheet import SheetRow
from generator.reading.register.how_often import due_months, frequency_in, lag_in
from generator.reading.register.named_targets import target_named, type_of_named
from generator.reading.register.odd_targets import odd_targets

_KINDS = {"": Kind.NUMBER, **{kind.value: kind for kind in Kind}}
_YEARS_TO_DATE = {each.value: each for each in sorted(YearToDate, key=bool)}
_YES_OR_NO = {"yes": True, "y": True, "no": False, "n": False, "none": False}


class MeasureRows:
    """Makes measures of rows; ``attributes`` are headings of further columns whose texts are wanted of each.

    What does not say how often it is reported is reported as often as the report of ``listed_in``.
    """

    def __init__(self, shape: Shape, attributes: tuple[str, ...], listed_in: Period) -> None:
        self.shape, self.attributes, self.listed_in = shape, attributes, listed_in
        self.groups: tuple[dict[str, str], ...] = tuple({} for _ in shape.levels)
        self.groups[0].update((_folded(name), name) for name in shape.groups)
        self.said_of_forecast: dict[str, bool | None] = {}
        self.definitions: dict[str, str] = {}
        self.named: dict[str, type_of_named] = {}

    def measure(self, row: SheetRow) -> Measure:
        """The measure that a row defines; every fault of it is noted."""
        kind, frequency = row.word("Kind", _KINDS), frequency_in(row, self.listed_in.frequency)
        plain = Measure(
            code=_code(row),
            aliases=tuple(_aliases(row)),
            title=row.published("Title", row.required("Title")),
            groups=tuple(self._group(row, *each) for each in enumerate(self.shape.levels)),
            attributes=MappingProxyType({each: row.published(each, row.text(each)) for each in self.attributes}),
            service=row.text("Service"),
            officer=row.text("Officer"),
            officer_email=row.text("Officer email"),
            approver=row.text("Approver"),
            unit=_unit(row) or kind.usual_unit,
            decimals=_decimals(row),
            polarity=_polarity(row, kind),
            kind=kind,
            basis=row.word("Basis", BASES),
            scheme=row.text("Scheme"),
            frequency=frequency,
            lag=lag_in(row, frequency),
            due=due_months(row, self.listed_in.starts),
            stands_in=self.listed_in,
            year_to_date=row.word(YEAR_TO_DATE, _YEARS_TO_DATE),
            bundle=row.text("Bundle"),
            place=row.place("Code"),
        )
        self.definitions[plain.code] = row.text(DEFINITION)
        return self._with_targets(row, replace(plain, tolerance=_tolerance(row, plain.unit_of_gap)))

    def _with_targets(self, row: SheetRow, measure: Measure) -> Measure:
        places = _places_of_targets(measure.frequency)
        every = dict.fromkeys(chain(*places.values()))
        names = {header: name for header in every if (name := target_named(row, header, measure))}
        targets = {header: None if header in names else row.target(header, measure) for header in every}
        there = {header for header in every if header in names or targets[header] is not None}
        given = {header: [each for each in several if each in there] for header, several in places.items()}
        used = {header: several[0] if several else header for header, several in given.items()}
        if not row.text("Decimals"):
            measure = replace(measure, decimals=_usual_decimals(measure, targets.values()))
        for rule, header, facts in odd_targets(measure, {each: targets[each] for each in used.values()}):
            row.query(rule, header, facts)
        *quarters, year_end = (targets[used[header]] for header in headers_of("target", measure.frequency))
        elsewhere = {header: row.place(place) for header, place in used.items() if header != place}
        self.named[measure.code] = {header: names[place] for header, place in used.items() if place in names}
        self.said_of_forecast[measure.code] = _forecast(row)
        return replace(
            measure,
            quarter_targets=tuple(quarters),
            year_end_target=year_end,
            target_cells=MappingProxyType(elsewhere) if elsewhere else measure.target_cells,
            levels=tuple(_levels(row, measure)),
            has_forecast=self.has_forecast(measure, has_target=YEAR_END_TARGET in there),
        )

    def has_forecast(self, measure: Measure, *, has_target: bool) -> bool:
        """Whether a measure whose row was read has a forecast in a year with a target for its end alone, or without."""
        if measure.frequency is Frequency.YEARLY:
            return False
        return self.shape.has_forecast(said=self.said_of_forecast[measure.code], has_target=has_target)

    def _group(self, row: SheetRow, number: int, level: GroupLevel) -> str:
        """A group by the spelling that the settings list, or that stands in the register first."""
        text, known = row.required(level.column), self.groups[number]
        if number == 0 and self.shape.groups:
            found = known.get(_folded(text))
            if text and found is None:
                remedy = "Correct it, or add it to the list in scorecard.toml."
                hint = nearest(text, known.values())
                row.note(level.column, text, f"the settings do not list it.{hint}", remedy)
            return found or text
        return known.setdefault(_folded(text), text)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _code(row: SheetRow) -> str:
    row.refuse_number("Code")
    return row.required("Code")


def _aliases(row: SheetRow) -> Iterator[str]:
    row.refuse_number("Aliases")
    yield from (" ".join(alias.split()) for alias in re.split(r"[;\n]", row.lines("Aliases")) if alias.strip())


def _forecast(row: SheetRow) -> bool | None:
    text = row.text(FORECAST).casefold()
    if text and text not in _YES_OR_NO:
        row.note(FORECAST, text, "it must be Yes or No.", "Write Yes or No, or leave it empty.")
    return _YES_OR_NO.get(text)


def _unit(row: SheetRow) -> str:
    """The unit; one of a clock is no unit that a figure could be typed in, for no form takes a time with a colon."""
    text = row.text("Unit")
    if _OF_A_CLOCK.fullmatch(text.casefold()):
        remedy = "Count it in one of them: 7 minutes and 23 seconds are 443 seconds, or 7.38 minutes."
        row.note("Unit", text, "no form takes a time with a colon, and no report prints one.", remedy)
    return text


_PART_OF_A_CLOCK = r"(?:h{1,2}|m{1,2}|s{1,2}|hours?|hrs?|minutes?|mins?|seconds?|secs?)"
_OF_A_CLOCK = re.compile(rf"\(?{_PART_OF_A_CLOCK}(?: ?[:.] ?{_PART_OF_A_CLOCK}){{1,2}}\)?")


def _decimals(row: SheetRow) -> int:
    text = re.sub(r"\.0+$", "", row.text("Decimals")) or "1"
    if text in {"0", "1", "2", "3", "4", "5", "6"}:
        return int(text)
    row.note("Decimals", text, "it must be a whole number from 0 to 6.", "Write how many decimals to print.")
    return 1


def _usual_decimals(measure: Measure, targets: Iterable[type_of_figure | None]) -> int:
    """None where all targets are whole thousands of something and more: nobody counts visits by tenths. Else one."""
    amounts = [each for each in targets if isinstance(each, Decimal)]
    is_large = bool(amounts) and all(abs(each) >= _LARGE and each == int(each) for each in amounts)
    return 0 if is_large and measure.unit != "%" else measure.decimals


_LARGE = 1000


def _polarity(row: SheetRow, kind: Kind) -> Polarity:
    if kind.needs_polarity and not row.text("Polarity"):
        fault = "a figure cannot be rated without it."
        row.note("Polarity", "", fault, "Write higher, lower, or none for a measure that is not rated.")
    return Polarity.RANGE if kind is Kind.RANGE else row.word("Polarity", POLARITIES)


def _tolerance(row: SheetRow, unit: str) -> Amount | None:
    """A tolerance in the measure's unit. A bare number is a percentage of the target, as tolerances mostly are."""
    text = row.text("Tolerance")
    if not text:
        return None
    is_bare = bool(re.fullmatch(r"[\d.,]+", text))
    amount = read_amount_in(unit, f"{text}%" if is_bare else text)
    if amount and is_bare and amount.percent and amount.percent < 1:
        share = TARGET_FAULTS["FIG05"]
        facts = {"found": text, "percent": f"{float(amount.percent * 100):g}"}
        row.note("Tolerance", text, *(words.format(**facts) for words in share))
    if amount and amount.percent is not None and amount.percent > 100:
        fault = "a tolerance of more than 100% of the target rates nothing."
        row.note("Tolerance", text, fault, "Write an amount in the unit as £100,000 or 3 points.")
    if not amount:
        row.note("Tolerance", text, "it is not an amount.", "Write it like 5%, or 3 points, or £100,000.")
    if amount and not amount.fits(unit):
        counted = "a bare number" if unit in BARE_UNITS else unit
        fault = f"that is no amount of what the measure is counted in: {counted}."
        remedy = "Write an amount in its unit, as 3 points, or in per cent of the target, as 5%; or correct the Unit."
        row.note("Tolerance", text, fault, remedy)
    return amount and amount.told_in(unit)


@cache
def _places_of_targets(frequency: Frequency) -> Mapping[str, tuple[str, ...]]:
    """The columns of a measure's targets, each with those in which its target may stand, the first of them first.

    Besides its own, that is the column of the quarter that ends with its period, or the one for them all. What is
    reported quarterly has only its own.
    """
    headers = headers_of("target", frequency)
    if frequency is Frequency.QUARTERLY:
        return {header: (header,) for header in headers}
    months = range(12 // frequency.per_year, 13, 12 // frequency.per_year)
    with_quarters = {
        header: (f"Q{month // 3} target",)
        for header, month in zip(headers, months, strict=False)
        if month % 3 == 0 and frequency is not Frequency.MONTHLY
    }
    return {header: (header, *with_quarters.get(header, ()), ANY_TARGET) for header in headers}


def _levels(row: SheetRow, measure: Measure) -> Iterator[tuple[Level, tuple[Decimal | None, ...]]]:
    """A level may be given once for the year, or for single periods and the year end."""
    for level in LEVELS:
        always = row.number_in(level.value.capitalize(), measure)
        each = (row.number_in(header, measure) for header in headers_of(level.value, measure.frequency))
        values = tuple(value if value is not None else always for value in each)
        if any(value is not None for value in values):
            yield level, values
