"""What a measure's results over time show, in a few words: the heading of its line chart."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from generator.judging.outcome import Judged
from generator.model.english import in_words, plural
from generator.model.measure import Measure, Polarity
from generator.report.results_over_time import Result


def what_it_shows(judged: Judged, results: Sequence[Result]) -> str:
    """How the results of a measure have stood to their targets, up to the last; without targets, where they lie.

    ``results`` are numbers of periods of one frequency, oldest first. ``Below target for five quarters running``.
    """
    measure, (*_, last) = judged.measure, results
    is_off = _is_off_target(last, judged)
    if is_off is None:
        return _where_it_lies(measure, results)
    alike = sum(1 for _ in takewhile(lambda each: _is_off_target(each, judged) is is_off, _running(results)))
    running = f"for {in_words(alike)} {plural(alike, last.period.word)} running"
    until = "" if last.period == judged.own_period else f" up to {last.period.short}"
    how_long = f"{running}{until}" if alike > 1 else f"in {last.period.short}"
    if is_off:
        return f"{_SIDE[measure.polarity]} {how_long}"
    missed = judged.forecast and judged.forecast.status.exception and not judged.is_outturn
    return f"On target {how_long}{', but forecast to miss at year end' if missed else ''}"


_SIDE = {Polarity.HIGHER: "Below target", Polarity.LOWER: "Above target, where lower is better,"}


def _running(results: Sequence[Result]) -> Iterator[Result]:
    """The results from the last back to the first before which one is not known."""
    after = results[-1].period.next
    for each in reversed(results):
        if each.period.next != after:
            return
        yield each
        after = each.period


def _is_off_target(result: Result, judged: Judged) -> bool | None:
    """Whether a result missed its target, as it is printed; None where that cannot be said.

    One that the scheme's tolerance lets pass was on target, where its status is known.
    """
    measure, scheme = judged.measure, judged.scheme
    if not isinstance(result.actual, Decimal) or not isinstance(result.target, Decimal):
        return None
    if measure.polarity not in _SIDE:
        return None
    status = scheme.status(result.status) if result.status else None
    if status and status.rated and scheme.is_on_target(status):
        return False
    actual, target = measure.rounded(result.actual), measure.rounded(result.target)
    return actual < target if measure.polarity is Polarity.HIGHER else actual > target


def _where_it_lies(measure: Measure, results: Sequence[Result]) -> str:
    """How the last result stands among the others, as they are printed."""
    numbers = [measure.rounded(each.actual) for each in results if isinstance(each.actual, Decimal)]
    low, high, last, several = min(numbers), max(numbers), numbers[-1], f"{in_words(len(numbers))} results"
    if low == high:
        return f"{measure.show(last)} in all of {several}"
    if last in {low, high}:
        return f"{'Highest' if last == high else 'Lowest'} of {several} in {results[-1].period.short}"
    return f"Between {measure.show(low)} and {measure.show(high)} in {several}"
