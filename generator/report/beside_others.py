"""Where a measure's result stands beside the figures of others, as the report shows it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.judging.compared.benchmarks import (
    MEDIAN,
    TOWARDS_BETTER,
    Peers,
    Rank,
    benchmarks_of,
    is_old,
    peers_of,
)
from generator.judging.outcome import Judged
from generator.model.dated import Benchmark
from generator.model.english import counted
from generator.model.measure import Measure
from generator.model.period import Period


class BesideOthers(NamedTuple):
    """A figure of others as it is printed; ``peers`` is the set whose median it is.

    ``old_years`` is how many years it is older than, where it is older than the settings allow. Without a result, or
    where neither way is better, there is no ``standing`` of the result (better, worse or same) and no ``rank``.
    """

    name: str
    value: Decimal
    period: Period
    source: str
    old_years: int | None
    standing: str
    peers: Peers | None = None
    rank: Rank | None = None

    @property
    def words(self) -> str:
        """What is said after the figure: how old it is, and where the result stands; empty where neither is."""
        years = self.old_years
        age = f"more than {counted(years, 'year')} old" if years else ""
        age = "not of this year" if years == 0 else age
        return "; ".join(filter(None, (age, self._place)))

    @property
    def _place(self) -> str:
        if self.rank:
            quartile = f", in the {self.rank.quartile} quartile" if self.rank.quartile else ""
            joint = "joint " if self.rank.joint else ""
            return f"the result is {joint}{_ordinal(self.rank.place)} of {self.rank.of}{quartile}"
        return f"the result is {'the same' if self.standing == SAME else self.standing}" if self.standing else ""


BETTER, WORSE, SAME = "better", "worse", "same"


def beside_others(judged: Judged, years: int) -> Iterator[BesideOthers]:
    """The figures of others that fit a measure's result, each the latest; of a set of peers, the median and the rank.

    ``years`` is how old they may be before that is said.
    """
    measure, own, result = judged.measure, judged.own_period, judged.quarter.actual
    number = result if isinstance(result, Decimal) else None

    def beside(name: str, value: Decimal, of: Benchmark | Peers) -> BesideOthers:
        return BesideOthers(
            name=name,
            value=value,
            period=of.period,
            source=of.source,
            old_years=years if is_old(of.period, own, years) else None,
            standing=_standing(number, value, measure),
        )

    for each in benchmarks_of(measure):
        yield beside(each.name, each.value, each)
    for peers in peers_of(measure):
        rank = None if number is None else peers.rank(number)
        yield beside(f"{peers.name} {MEDIAN}", peers.median, peers)._replace(peers=peers, rank=rank)


def _standing(result: Decimal | None, value: Decimal, measure: Measure) -> str:
    towards_better = TOWARDS_BETTER.get(measure.polarity)
    if result is None or towards_better is None:
        return ""
    if result == value:
        return SAME
    return BETTER if (result - value) * towards_better > 0 else WORSE


def _ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``11th``: places stand in figures, as in a table."""
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
