"""How far past forecasts for the year end were from what came: of a measure, and of all."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from generator.history.rows import HistoryRow, figure_in
from generator.model.english import counted
from generator.model.figures import with_unit
from generator.model.measure import Basis, Measure
from generator.model.period import MONTH_NAMES, Frequency, Period

_ENDS_WITH_OUTTURN = frozenset({Basis.CUMULATIVE, Basis.SNAPSHOT, Basis.ROLLING})
"""Of these the year's last result is its outturn; of others it is what stands as forecast in the last period."""

_TENTH = Decimal("0.1")


class PastForecast(NamedTuple):
    """A forecast for the year end, the period in which it was made, and what came, in the measure's unit."""

    period: Period
    forecast: Decimal
    came: Decimal

    @property
    def missed_by(self) -> Decimal:
        """How far it was from what came, whichever way."""
        return abs(self.forecast - self.came)


def past_forecasts(measure: Measure, rows: Iterable[HistoryRow]) -> tuple[PastForecast, ...]:
    """The forecasts of years whose outturn is known, oldest first; ``rows`` are what stands of the measure."""
    every = sorted(rows, key=lambda row: row.period)
    came = {row.period.whole_year: found for row in every if (found := _outturn(measure, row)) is not None}
    return tuple(_forecasts(measure, every, came))


def _forecasts(measure: Measure, rows: Iterable[HistoryRow], came: dict[Period, Decimal]) -> Iterator[PastForecast]:
    for row in rows:
        outturn = None if row.period.is_last else came.get(row.period.whole_year)
        forecast = figure_in(row.forecast, measure, row.period)
        if outturn is not None and isinstance(forecast, Decimal):
            yield PastForecast(row.period, forecast, outturn)


def _outturn(measure: Measure, row: HistoryRow) -> Decimal | None:
    """What a year came to, as the row of its last period has it; None where that is not known, or is no number."""
    if not row.period.is_last:
        return None
    is_of_year_end = row.reported_for.last_day == row.period.last_day
    is_outturn = measure.basis in _ENDS_WITH_OUTTURN and is_of_year_end
    figure = figure_in(row.actual if is_outturn else row.forecast, measure, row.period)
    return figure if isinstance(figure, Decimal) else None


def made_in_part(forecasts: Iterable[PastForecast], period: Period) -> tuple[PastForecast, ...]:
    """The forecasts that were made in the same part of a year, such as its second quarter."""
    part = (period.per_year, period.number)
    return tuple(each for each in forecasts if (each.period.per_year, each.period.number) == part)


class ForecastRecord(NamedTuple):
    """How far forecasts were from what came, on average; of how many, and of how many measures.

    ``missed_by`` is in their ``unit``, or, where they have several, in per cent of what came (``unit`` is None).
    """

    missed_by: Decimal
    unit: str | None
    forecasts: int
    measures: int

    @property
    def in_words(self) -> str:
        """“missed by 6.2 points on average”, or “were 4.1% away from what came on average”."""
        if self.unit is None:
            return f"were {self.missed_by}% away from what came on average"
        return f"missed by {_with_points(f'{self.missed_by:,f}', self.unit)} on average"

    @property
    def sentence_of_all(self) -> str:
        """The same of all measures, with how many forecasts it is of."""
        return f"{self.in_words} ({counted(self.forecasts, 'forecast')} of {counted(self.measures, 'measure')})"


def record_of(known: Iterable[tuple[Measure, Sequence[PastForecast]]]) -> ForecastRecord | None:
    """The record of measures with their past forecasts; None where there are none that can be compared.

    In the measures' unit where they have the same, at the most decimals of any; else in per cent of what came, which
    cannot be of nought.
    """
    every = [(measure, each) for measure, several in known for each in several]
    units = {measure.unit for measure, _ in every}
    if len(units) > 1:
        every = [(measure, each) for measure, each in every if each.came]
    if not every:
        return None
    measures = {measure.code: measure for measure, _ in every}
    missed = [each.missed_by if len(units) == 1 else 100 * each.missed_by / abs(each.came) for _, each in every]
    decimals = max(each.decimals for each in measures.values())
    step = Decimal(1).scaleb(-decimals) if len(units) == 1 else _TENTH
    average = (sum(missed, Decimal(0)) / len(missed)).quantize(step, rounding=ROUND_HALF_UP)
    return ForecastRecord(average, min(units) if len(units) == 1 else None, len(every), len(measures))


def size_in_words(measure: Measure, size: Decimal) -> str:
    """A difference in the measure's unit, as it is printed; of percentages, in points."""
    return _with_points(f"{measure.rounded(size):,f}", measure.unit)


def _with_points(digits: str, unit: str) -> str:
    return f"{digits} points" if unit == "%" else with_unit(digits, unit)


def part_in_words(period: Period) -> str:
    """The part of a year that a period is, as a sentence names it: ``Q2``, ``August``, ``H1``."""
    first = (period.starts - 1 + period.months_gone - 1) % len(MONTH_NAMES)
    return MONTH_NAMES[first] if period.frequency is Frequency.MONTHLY else period.part
