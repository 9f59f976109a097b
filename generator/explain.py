"""How a measure's statuses came about, step by step, in plain words."""

from collections.abc import Iterator

from generator.direction import Direction
from generator.measure import Measure, Polarity, type_of_figure
from generator.render.data import two_decimals
from generator.report import Judged
from generator.status import Rating, Verdict

_BETTER = {
    Polarity.HIGHER: "Higher is better.",
    Polarity.LOWER: "Lower is better.",
    Polarity.RANGE: "Within its range is better.",
    Polarity.NONE: "It is not rated by its figure.",
}


def explain(judged: Judged) -> Iterator[str]:
    """Give the lines of the explanation; lines that belong under the one before are indented."""
    measure = judged.measure
    yield f"{measure.label}: {measure.title}"
    yield f"{_BETTER[measure.polarity]} Rated by the scheme “{judged.scheme.name}”."
    yield f"Return: {judged.returned.source.file}"
    yield ""
    yield from _half(f"The quarter, {judged.returned.period.name}", "result", judged.quarter, judged)
    yield ""
    yield from _half("The year-end forecast", "forecast", judged.forecast, judged)
    yield ""
    yield from _direction(judged.direction, measure)
    yield ""
    yield _exception(judged)


def _half(heading: str, noun: str, verdict: Verdict, judged: Judged) -> Iterator[str]:
    measure = judged.measure
    yield heading
    yield f"  Target: {_shown(verdict.target, measure)}. {noun.capitalize()}: {_shown(verdict.actual, measure)}."
    worked_out = verdict.worked_out
    if isinstance(worked_out, Rating):
        yield from _steps(worked_out, judged)
    else:
        yield f"  No status can be worked out: {worked_out.value}."
    if verdict.stated:
        yield f"  The return states {verdict.status.name}. Its reason: {verdict.reason or 'none given'}"
    elif verdict.reason and not isinstance(worked_out, Rating):
        yield f"  Shown with: {verdict.reason}"
    yield f"  Status: {verdict.status.name}{' (stated)' if verdict.stated else ''}"


def _steps(rating: Rating, judged: Judged) -> Iterator[str]:
    """Figures are judged as they are printed, so these steps can be checked by hand."""
    deviation = two_decimals(abs(rating.deviation))
    if rating.deviation == 0:
        yield "  The figure is exactly on target."
    else:
        yield f"  That is {'better' if rating.deviation > 0 else 'worse'} than target by {deviation}% of it."
    for status, holds in judged.scheme.trial(rating.deviation, tolerance=judged.measure.tolerance):
        yield f"    {status.name}: {status.meaning}? {'Yes.' if holds else 'No.'}"


def _direction(direction: Direction, measure: Measure) -> Iterator[str]:
    yield "Direction of travel"
    if direction.stated:
        yield f"  The return states {direction.travel}. Its reason: {direction.reason or 'none given'}"
    elif direction.travel is None:
        yield "  Not stated: no earlier figure to compare with was given."
    else:
        before = _shown(direction.before, measure)
        yield f"  {direction.travel}: the result in {direction.comparator} was {before}."


def _exception(judged: Judged) -> str:
    statuses = f"{judged.quarter.status.name} for the quarter and {judged.forecast.status.name} forecast"
    verb = "is" if judged.exception else "is not"
    return f"It {verb} an exception: {statuses}."


def _shown(figure: type_of_figure | None, measure: Measure) -> str:
    return "not stated" if figure is None else measure.show(figure)
