"""How a measure's statuses came about, step by step, in plain words."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from generator.judging.compared.benchmarks import named_benchmarks
from generator.judging.conditions import AgainstOthers, Gap, Unjudged
from generator.judging.direction import Direction
from generator.judging.outcome import Judged
from generator.judging.scheme_in_words import rules_of
from generator.judging.status import Rating, Verdict
from generator.model.english import counted, day
from generator.model.figures import Span, two_decimals, type_of_figure, with_unit
from generator.model.measure import Kind, Measure, Polarity

_BETTER = {
    Polarity.HIGHER: "Higher is better.",
    Polarity.LOWER: "Lower is better.",
    Polarity.RANGE: "Within its range is better.",
    Polarity.NONE: "It is not rated by its figure.",
}


def explanation_of(judged: Judged) -> Iterator[str]:
    """The lines that explain a measure's statuses and direction; those that belong under another are indented."""
    measure = judged.measure
    yield f"{measure.label}: {measure.title}"
    yield f"{_BETTER[measure.polarity]} Rated by the scheme “{judged.scheme.name}”."
    yield from _whence(judged)
    yield ""
    yield from _half(
        f"The {judged.returned.own_period.word}, {judged.returned.own_period.name}", "result", judged.quarter, judged
    )
    yield ""
    if judged.forecast:
        heading = "The outturn for the year" if judged.is_outturn else "The year-end forecast"
        yield from _half(heading, _year_end(judged), judged.forecast, judged)
        yield ""
    yield from _direction(judged.direction, measure)
    yield ""
    yield _exception(judged)


def _year_end(judged: Judged) -> str:
    return "outturn" if judged.is_outturn else "forecast"


def trail_of(judged: Judged, verdict: Verdict) -> Iterator[str]:
    """The same of one figure, from the workbook to the status, without what belongs to the whole measure."""
    noun = "result" if verdict is judged.quarter else _year_end(judged)
    yield from _whence(judged)
    _, *steps = _half("", noun, verdict, judged)
    yield from (step.strip() for step in steps)


def _whence(judged: Judged) -> Iterator[str]:
    """The workbook that it comes from, and who has signed it off."""
    source, signed = judged.returned.source, judged.returned.sign_off
    yield f"Return: {source.file}"
    yield f"SHA-256 of the workbook: {source.sha256}"
    completed = _signed("Filled in", signed.completed_by, signed.completed_on)
    yield f"{completed} {_signed('Approved', signed.approved_by, signed.approved_on)}"


def _signed(what: str, name: str | None, when: date | None) -> str:
    return f"{what} by {name}{f' on {day(when)}' if when else ''}." if name else f"{what}: nobody is named."


def _typed(verdict: Verdict, judged: Judged) -> str:
    """The cell of a figure with what stands in it, and how that is printed."""
    returned, measure, is_quarter = judged.returned, judged.measure, verdict is judged.quarter
    name, half = ("quarter_actual", returned.quarter) if is_quarter else ("forecast_actual", returned.forecast)
    place, typed = returned.place(name), returned.typed.get(name)
    where = f"Sheet “{place.sheet}”, cell {place.cell}: " if place.cell else ""
    if typed is None:
        nothing = "nothing stands there." if where else "No cell."
        return f"{where}{nothing}{' Worked out from the results of the year.' if verdict.actual is not None else ''}"
    decimals = counted(measure.decimals, "decimal") if measure.decimals else "a whole number"
    rounded = f", rounded to {decimals} (halves away from nought)" if half.actual != verdict.actual else ""
    return f"{where}{typed}. Printed as {_shown(verdict.actual, measure)}{rounded}."


def _half(heading: str, noun: str, verdict: Verdict, judged: Judged) -> Iterator[str]:
    measure = judged.measure
    yield heading
    yield f"  {_typed(verdict, judged)}"
    yield f"  Target: {_shown(verdict.target, measure)}. {noun.capitalize()}: {_shown(verdict.actual, measure)}."
    worked_out = verdict.worked_out
    if verdict.overdue:
        late = verdict.overdue
        yield f"  It was due on {day(late.due)}, and is not reported as done by {day(late.seen_on)}."
    yield from _where(verdict, judged)
    yield from _steps(verdict, judged)
    if not isinstance(worked_out, Rating):
        yield f"  No status can be worked out: {worked_out.value}."
    if verdict.stated or verdict.beside:
        stated, beside = verdict.beside or verdict.status, " beside what the figures give" if verdict.beside else ""
        yield f"  The return states {stated.name}{beside}. Its reason: {verdict.reason or 'none given'}"
    elif verdict.reason:
        yield f"  Shown with: {verdict.reason}"
    yield f"  Status: {verdict.status.name}{' (stated)' if verdict.stated else ''}"


def _where(verdict: Verdict, judged: Judged) -> Iterator[str]:
    """Where the result stands to all that the scheme asks about, in printed figures, to be checked by hand."""
    position, measure = verdict.position, judged.measure
    if isinstance(position.gap, Gap):
        yield f"  {_gap_in_words(position.gap, 'target', 'on target', measure)}"
    for level, gap in position.levels.items() if not isinstance(verdict.target, Span) else ():
        at = measure.levels_for(judged.returned.own_period.number if verdict is judged.quarter else None)[level]
        word = "at" if gap == 0 else "better than" if gap > 0 else "worse than"
        yield f"  It is {word} the {level}, {measure.show(at)}."
    yield from _beside_others(verdict, judged)
    if verdict is judged.quarter and _asks_for(judged, "forecast"):
        expected = judged.forecast.status.name if judged.forecast else None
        if judged.is_outturn:
            yield f"  The outturn for the year is {expected or 'not known'}."
        else:
            yield f"  The year end is {f'forecast {expected}' if expected else 'not forecast'}."
    if _asks_for(judged, "before"):
        known = f"was {position.before}" if position.before else "is not known, so it counts as none of those asked for"
        yield f"  The status before {known}."
    if _asks_for(judged, "direction"):
        yield f"  The direction of travel is {judged.direction.travel or 'not known'}."
    if isinstance(position.change, Gap) and _asks_for(judged, "change"):
        yield f"  {_gap_in_words(position.change, 'before', 'unchanged', measure)}"


def _beside_others(verdict: Verdict, judged: Judged) -> Iterator[str]:
    """Where the result stands to the benchmarks that the scheme asks for."""
    asked = {each.name.casefold() for each in judged.scheme.conditions if isinstance(each, AgainstOthers)}
    named = named_benchmarks(judged.measure, at_year_end=verdict is not judged.quarter) if asked else {}
    for name, gap in verdict.position.benchmarks.items():
        if name in asked:
            word = "at" if gap == 0 else "better than" if gap > 0 else "worse than"
            other = named[name]
            told = f"{other.name} ({other.period.short}), {judged.measure.show(other.value)}"
            yield f"  It is {word} the benchmark {told}."


def _gap_in_words(gap: Gap, subject: str, same: str, measure: Measure) -> str:
    if gap.units == 0:
        return f"The figure is exactly {same}."
    word = "better" if gap.units > 0 else "worse"
    size = _size(abs(gap.units), measure)
    by = f" by {size}" if size else ""
    percent = two_decimals(abs(gap.percent)) if gap.percent is not None and size else None
    return f"That is {word} than {subject}{by}{f', which is {percent}% of it' if percent else ''}."


def _size(units: Fraction, measure: Measure) -> str:
    """A difference in the measure's unit, as it is printed; empty for milestones and yes/no, which have no size."""
    if measure.kind in {Kind.MILESTONE, Kind.YES_NO}:
        return ""
    if measure.kind is Kind.DATE:
        return counted(int(units), "day")
    digits = f"{measure.rounded(Decimal(units.numerator) / units.denominator):,f}"
    return f"{digits} points" if measure.unit == "%" else with_unit(digits, measure.unit)


def _asks_for(judged: Judged, of: str) -> bool:
    return any(each.of == of for each in judged.scheme.conditions)


def _steps(verdict: Verdict, judged: Judged) -> Iterator[str]:
    if (verdict.actual is None and not verdict.overdue) or judged.scheme.by_judgement:
        return
    for status, found in judged.scheme.trial(verdict.position, judged.measure.tolerance):
        answer = "That cannot be told." if isinstance(found, Unjudged) else "Yes." if found else "No."
        rule = rules_of(judged.scheme, judged.measure)[status.name]
        yield f"    {status.name}: {rule}? {answer}"


def _direction(direction: Direction, measure: Measure) -> Iterator[str]:
    yield "Direction of travel"
    if direction.stated:
        yield f"  The return states {direction.travel}. Its reason: {direction.reason or 'none given'}"
    elif direction.travel is None:
        none = "no earlier figure to compare with was given."
        unknown = "the register does not say whether higher or lower is better."
        yield f"  Not stated: {direction.reason or (none if direction.before is None else unknown)}"
    else:
        was = f": the result was {_shown(direction.before, measure)}" if direction.before is not None else ""
        yield f"  {direction.travel} since {direction.comparator}{was}."


def _exception(judged: Judged) -> str:
    forecast = f" and {judged.forecast.status.name} {_year_end(judged)}" if judged.forecast else ""
    statuses = f"{judged.quarter.status.name} for {judged.span}{forecast}"
    verb = "is" if judged.exception else "is not"
    overdue = ", overdue" if any(each.overdue for each in judged.halves) else ""
    return f"It {verb} an exception: {statuses}{overdue}."


def _shown(figure: type_of_figure | None, measure: Measure) -> str:
    return "not stated" if figure is None else measure.show(figure)
