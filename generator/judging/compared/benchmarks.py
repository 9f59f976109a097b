"""Which figures of others fit a measure's result, and where it stands among them.

Everything is compared as it is printed, at the measure's decimals, so that a reader can check it.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from generator.judging.compared.adding_up import only_grows
from generator.model.dated import Benchmark
from generator.model.figures import YearToDate, type_of_figure
from generator.model.measure import Basis, Kind, Measure, Polarity
from generator.model.period import Frequency, Period

TOWARDS_BETTER: Mapping[Polarity, int] = MappingProxyType({Polarity.HIGHER: 1, Polarity.LOWER: -1})
"""Which way is better, where that is one way."""

_LEAST_FOR_QUARTILES = 4
_QUARTERS = ("top", "second", "third", "bottom")


def misfit(measure: Measure, period: Period) -> str:
    """Why a figure of a period can never be compared with a measure's results; empty where it can."""
    if period.per_year == measure.frequency.per_year:
        return ""
    what = f"it is a figure of a {period.word}, and the measure is reported {measure.frequency}"
    if period.frequency is not Frequency.YEARLY:
        return f"{what}: they are not of the same length."
    if _adds_up(measure) and measure.basis is not Basis.CUMULATIVE:
        return f"{what}, as a number that adds up over the year: they are not of the same length."
    return ""


def _adds_up(measure: Measure) -> bool:
    """Whether a figure of a longer time is a larger one, as far as the register says."""
    is_amount = measure.kind in {Kind.NUMBER, Kind.MONEY} and measure.basis is Basis.QUARTER
    is_level = measure.year_to_date in {YearToDate.AVERAGE, YearToDate.LAST}
    return only_grows(measure) or (is_amount and not is_level) or measure.year_to_date is YearToDate.SUM


def _fits(measure: Measure, period: Period, own: Period) -> bool:
    """Whether a figure of a period can be compared with the measure's of a period of its own."""
    if misfit(measure, period):
        return False
    if not _adds_up(measure):
        return True
    if period.per_year == own.per_year:
        return measure.basis is not Basis.CUMULATIVE or period.number == own.number
    return own.is_last


def _latest(measure: Measure, *, at_year_end: bool) -> tuple[Benchmark, ...]:
    """The last of each name and set that had ended with the measure's period, as printed, in the register's order."""
    if not measure.benchmarks or measure.stands_in is None:
        return ()
    now = measure.own_period(measure.stands_in)
    own = now.of_its_year()[-1] if at_year_end else now
    fitting = [
        each for each in measure.benchmarks if each.period.last_day <= now.last_day and _fits(measure, each.period, own)
    ]
    last: dict[str, Period] = {}
    for each in fitting:
        key = _key(each)
        last[key] = max(each.period, last.get(key, each.period))
    return tuple(
        each._replace(value=measure.rounded(each.value)) for each in fitting if each.period == last[_key(each)]
    )


def _key(benchmark: Benchmark) -> str:
    """All peers of a set are of one period; any other figure has its own."""
    return f"set {benchmark.peers}".casefold() if benchmark.peers else f"name {benchmark.name}".casefold()


class Rank(NamedTuple):
    """The place of a result among ``of``, itself included; ``joint`` where a peer has the same one."""

    place: int
    of: int
    joint: bool
    quartile: str
    """Top, second, third or bottom; empty of fewer peers than quartiles need."""


class Peers(NamedTuple):
    """The results of a set of peers in one period, as printed, worst first where it is known which way is better."""

    name: str
    period: Period
    measure: Measure
    values: tuple[Decimal, ...]
    source: str

    @property
    def median(self) -> Decimal:
        """The middle of them."""
        return self._quartile(2)

    @property
    def best_quartile(self) -> Decimal | None:
        """What a quarter of them reach or better; None of few, or where neither way is better."""
        known = len(self.values) >= _LEAST_FOR_QUARTILES and self.measure.polarity in TOWARDS_BETTER
        return self._quartile(3) if known else None

    def rank(self, result: Decimal) -> Rank | None:
        """The place of a result among them; None where neither way is better."""
        towards_better = TOWARDS_BETTER.get(self.measure.polarity)
        if towards_better is None:
            return None
        better = sum((each - result) * towards_better > 0 for each in self.values)
        return Rank(
            place=better + 1,
            of=len(self.values) + 1,
            joint=result in self.values,
            quartile=self._quarter_of(result, towards_better),
        )

    def _quarter_of(self, result: Decimal, towards_better: int) -> str:
        if len(self.values) < _LEAST_FOR_QUARTILES:
            return ""
        edges = (self._quartile(each) for each in (3, 2, 1))
        return _QUARTERS[sum((result - edge) * towards_better < 0 for edge in edges)]

    def _quartile(self, quarters: int) -> Decimal:
        """What lies so many quarters of the way from the first to the last, between two in proportion."""
        place, part = divmod((len(self.values) - 1) * quarters, 4)
        lower, upper = self.values[place], self.values[min(place + 1, len(self.values) - 1)]
        return self.measure.rounded(lower + (upper - lower) * part / 4)


def peers_of(measure: Measure, *, at_year_end: bool = False) -> tuple[Peers, ...]:
    """The sets of peers whose results fit a measure as it stands in a report, in the register's order."""
    return tuple(_sets(measure, _latest(measure, at_year_end=at_year_end)))


def _sets(measure: Measure, found: Iterable[Benchmark]) -> Iterable[Peers]:
    sets: dict[str, list[Benchmark]] = {}
    for each in found:
        if each.peers:
            sets.setdefault(each.peers.casefold(), []).append(each)
    for first, *others in sets.values():
        values = sorted(each.value for each in (first, *others))
        yield Peers(
            name=first.peers,
            period=first.period,
            measure=measure,
            values=tuple(reversed(values) if measure.polarity is Polarity.LOWER else values),
            source=next((each.source for each in (first, *others) if each.source), ""),
        )


def benchmarks_of(measure: Measure, *, at_year_end: bool = False) -> tuple[Benchmark, ...]:
    """The figures that fit a measure as it stands in a report, each the latest of its name; none of single peers."""
    return tuple(each for each in _latest(measure, at_year_end=at_year_end) if not each.peers)


def named_benchmarks(measure: Measure, *, at_year_end: bool = False) -> Mapping[str, Benchmark]:
    """All that conditions and targets may name, in small letters: those, and of each set median and best quartile."""
    of_sets = {}
    for each in peers_of(measure, at_year_end=at_year_end):
        for what, value in ((MEDIAN, each.median), (BEST_QUARTILE, each.best_quartile)):
            if value is not None:
                name = f"{each.name} {what}"
                of_sets[name.casefold()] = Benchmark(name=name, value=value, period=each.period, source=each.source)
    return of_sets | {each.name.casefold(): each for each in benchmarks_of(measure, at_year_end=at_year_end)}


MEDIAN, BEST_QUARTILE = "median", "best quartile"
"""What may be named of a set of peers, after its name."""


def gaps_to_benchmarks(
    figure: type_of_figure | None, measure: Measure, *, at_year_end: bool = False
) -> Mapping[str, Fraction]:
    """How far a figure is from each of those, positive if better; nothing where neither way is."""
    towards_better = TOWARDS_BETTER.get(measure.polarity)
    if towards_better is None or not isinstance(figure, Decimal):
        return MappingProxyType({})
    named = named_benchmarks(measure, at_year_end=at_year_end)
    return MappingProxyType({name: towards_better * Fraction(figure - each.value) for name, each in named.items()})


def is_old(benchmark_period: Period, own: Period, years: int) -> bool:
    """Whether a figure is of a period that ended more than so many years before the measure's own."""
    last, now = benchmark_period.last_day, own.last_day
    return (last.year + years, last.month) < (now.year, now.month)


def known_names(measures: Sequence[Measure]) -> tuple[str, ...]:
    """Every name that conditions may ask for, as the register has it."""
    single = (each.name for measure in measures for each in measure.benchmarks if not each.peers)
    sets = dict.fromkeys(each.peers for measure in measures for each in measure.benchmarks if each.peers)
    return tuple(dict.fromkeys((*single, *(f"{name} {what}" for name in sets for what in (MEDIAN, BEST_QUARTILE)))))
