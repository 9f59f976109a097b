"""A text against the measure's figures: its numbers, fractions and totals, and what the forecast asks of the year."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from generator.checks.readers_eye.figures_in_text import (
    IN_WORDS,
    NUMBER,
    PART_OF,
    WHOLE,
    Figure,
    count_of,
    figures_in,
    is_of_another_time,
    is_of_now,
    quarter_named,
    unit_of,
)
from generator.checks.readers_eye.phrases import Sought, any_of, pairs
from generator.checks.readers_eye.text import OfMeasure
from generator.forms.asked.fixed_questions import FIXED
from generator.judging.plausibility import FULL
from generator.model.measure import Basis, Kind, Polarity
from generator.model.problem import Problem, problem

_NEAR = Decimal("0.02")
_CLAIM = Sought(
    rf"\b(?:{any_of('figure performance rate result outturn actual compliance')})\b[^.;]{{0,50}}?"
    rf"\b(?:{any_of('was is of at stands_at stood_at')})\s+$"
)
_NOT_A_RESULT = Sought(
    r"\b(?:by|target(?: of| is| was)?|limit(?: of)?|about|of the|increase of|reduction of"
    r"|compared (?:to|with)|than|from|against|on the)\s+(?:an? )?$"
)


def numbers(text: OfMeasure) -> Iterator[Problem]:
    """NUM01: a number that looks like the measure's result and is not it."""
    judged = text.judged
    actual, unit = judged.quarter.actual, unit_of(judged.measure)
    if not isinstance(actual, Decimal):
        return
    known = [each for each in _known_figures(text) if isinstance(each, Decimal)]
    for line, sentence in text.sentences:
        for each in figures_in(sentence):
            if each.unit == unit and not any(map(each.agrees_with, known)) and _claims(each, sentence, text, actual):
                shown = judged.measure.show(actual)
                yield text.problem("NUM01", line, sentence, number=each.typed, actual=shown)


def _known_figures(text: OfMeasure) -> tuple[object, ...]:
    judged, returned = text.judged, text.judged.returned
    given = (returned.previous_actual, returned.previous_revised, returned.year_ago_actual)
    entered = (returned.quarter.actual, returned.forecast.actual)
    of_halves = (figure for each in judged.halves for figure in (each.actual, each.target))
    return (*of_halves, *entered, *given, *(figure for _, figure in judged.history))


def _claims(each: Figure, sentence: str, text: OfMeasure, actual: Decimal) -> bool:
    """Whether a number is put forward as this quarter's result: said to be, or too near it to be anything else."""
    period, before = text.judged.returned.period, sentence[: each.start]
    near, claimed = abs(each.value - actual) <= abs(actual) / 4, bool(_CLAIM.search(before))
    if not near and not claimed:
        return False
    if _NOT_A_RESULT.search(before) or is_of_another_time(sentence, each.start, period):
        return False
    if is_of_now(sentence, each.start, period):
        return claimed or bool(each.unit)
    return abs(each.value - actual) <= abs(actual) * _NEAR and (bool(each.unit) or each.value >= 1000)


def quarters_apart(text: OfMeasure) -> Iterator[Problem]:
    """NUM02: the figure is the mean or the sum of quarters that the text gives one by one."""
    judged, unit = text.judged, unit_of(text.judged.measure)
    actual, quarter = judged.quarter.actual, judged.returned.period.quarter
    if not isinstance(actual, Decimal) or quarter == 1 or judged.measure.basis in {Basis.CUMULATIVE, Basis.ROLLING}:
        return
    for line in text.lines:
        told: dict[int, Decimal] = {}
        for sentence in line.sentences:
            for each in figures_in(sentence):
                named = quarter_named(sentence, each.start) if each.unit == unit else None
                if named and named <= quarter:
                    told.setdefault(named, each.value)
        if set(told) != set(range(1, quarter + 1)) or judged.measure.rounded(told[quarter]) == actual:
            continue
        total = sum(told.values(), Decimal(0))
        for word, value in (("average", total / quarter), ("sum", total)):
            if judged.measure.rounded(value) == actual:
                yield text.problem("NUM02", line, line.text, actual=judged.measure.show(actual), of=word)


_OF_WHICH = Sought(
    rf"(?<![\w.,/])(?P<whole>{WHOLE})\b(?![.,/]\d)[^.;%\d]{{0,60}}?,? (?P<part>{WHOLE}) of (?:which|whom|these|them)\b",
    "of_which of_whom of_these of_them",
)
_OF_THE = Sought(
    rf"\bof (?:the|these|those|all) (?P<whole>{WHOLE})\b[^.;,%]{{0,60}}, (?P<part>{WHOLE})\b",
    pairs("the these those all", " ".join(IN_WORDS)),
    marks=r"[eElL] \d",
)
_PART_OF_ALL = Sought(r"\b(?:part|phase|stage|step|day|week|year|tier|level) $")
_FAR = 15
"""Percentage points: a fraction further off than this is of something else."""


def fractions(text: OfMeasure) -> Iterator[Problem]:
    """NUM03: a fraction that is not the percentage beside it, or else not the measure's own."""
    judged = text.judged
    actual = judged.quarter.actual
    own = [(actual, judged.measure.show(actual))] if judged.measure.unit == "%" and isinstance(actual, Decimal) else []
    for line, sentence in text.sentences:
        for (part, whole), typed in _fractions_in(sentence).items():
            share = Fraction(100 * part, whole)
            told = [(each.value, each.typed) for each in figures_in(sentence) if each.unit == "%"] or own
            value, shown = min(told, key=lambda each: abs(share - Fraction(each[0])), default=(None, ""))
            if value is not None and 1 <= abs(share - Fraction(value)) <= _FAR:
                yield text.problem("NUM03", line, typed, share=f"{Decimal(100 * part) / whole:.1f}%", told=shown)


def _fractions_in(sentence: str) -> dict[tuple[int, int], str]:
    """The parts and wholes that a sentence tells of, each as it was first typed."""
    found: dict[tuple[int, int], str] = {}
    for pattern in (PART_OF, _OF_WHICH, _OF_THE) if "of " in sentence or sentence.startswith("Of ") else ():
        for match in pattern.finditer(sentence):
            part, whole = count_of(match["part"]), count_of(match["whole"])
            if 0 <= part <= whole and whole > 1 and not _PART_OF_ALL.search(sentence[: match.start()]):
                found.setdefault((part, whole), match[0])
    return found


_PARTS = Sought(
    rf"\b(?P<total>{WHOLE})\b[^.;:(]{{0,40}}(?:\((?P<inside>[^()]{{3,200}})\)"
    r"|(?:, |: | )(?:made up of|comprising|consisting of|namely)(?P<after>[^.;]{3,200}))",
    NUMBER,
)
_LISTING = ("(", "made up of", "comprising", "consisting of", "namely")
_PART = Sought(rf"(?<![\w.,£-])(?P<part>{WHOLE}) [a-z]")


def totals(text: OfMeasure) -> Iterator[Problem]:
    """NUM04: parts that do not add up to the total they are given for."""
    for line, sentence in text.sentences:
        for match in _PARTS.finditer(sentence) if any(each in sentence for each in _LISTING) else ():
            parts = [count_of(each["part"]) for each in _PART.finditer(match["inside"] or match["after"])]
            total = count_of(match["total"])
            if len(parts) > 1 and sum(parts) != total and total >= max(parts):
                yield text.problem("NUM04", line, match[0], total=total, sum=sum(parts))


_LIKELY = Fraction(110, 100)


def required_rate(text: OfMeasure) -> Iterator[Problem]:
    """NUM07: a forecast that the rest of the year can hardly bring.

    A figure that adds up over the year needs the rest of it in the quarters that are left; any other, unless it is a
    snapshot or a rolling year, is taken for the average of four quarters alike.
    """
    judged = text.judged
    measure, quarter = judged.measure, judged.returned.period.quarter
    forecast = judged.forecast and judged.forecast.actual
    now, left = judged.quarter.actual, 4 - quarter
    if not isinstance(now, Decimal) or not isinstance(forecast, Decimal) or not left:
        return
    if measure.basis in {Basis.SNAPSHOT, Basis.ROLLING} or measure.polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return
    adds_up = measure.basis is Basis.CUMULATIVE or (measure.basis is Basis.UNSAID and _seems_to_add_up(text))
    so_far, year = Fraction(now), Fraction(forecast)
    rate = so_far / quarter if adds_up else so_far
    needed = (year - so_far) / left if adds_up else (4 * year - quarter * so_far) / left
    more, less = (needed, rate) if measure.polarity is Polarity.HIGHER else (rate, needed)
    if more > less * _LIKELY or (measure.unit == "%" and not 0 <= needed <= FULL):
        shown = {"needed": _shown(needed, text), "rate": _shown(rate, text), "forecast": measure.show(forecast)}
        cell = judged.returned.place("forecast_actual")
        yield problem("NUM07", cell, label=FIXED["forecast_actual"].label, left=_QUARTERS_LEFT[left], **shown)


_QUARTERS_LEFT = {1: "the one quarter that is left", 2: "each of the two quarters left", 3: "each of the three left"}
_FAR_ABOVE = Fraction(3, 2)


def _seems_to_add_up(text: OfMeasure) -> bool:
    """A count whose target for the year is far above that for the quarter, where the register does not say."""
    measure = text.judged.measure
    quarter, year = text.judged.quarter.target, measure.year_end_target
    counted = measure.kind in {Kind.NUMBER, Kind.MONEY} and measure.unit != "%"
    return (
        counted
        and isinstance(quarter, Decimal)
        and isinstance(year, Decimal)
        and quarter > 0
        and year > _FAR_ABOVE * Fraction(quarter)
    )


def _shown(figure: Fraction, text: OfMeasure) -> str:
    return text.judged.measure.show(Decimal(figure.numerator) / figure.denominator)


_LEVEL_TOLD = Sought(
    r"\b(?:performance|rate|levels?|take-? ?up|figure|result|outturn|compliance|proportion)\b[^.;]{0,40}?"
    r"\b(?:at|is|was|of)\s+(?P<figure>\d{1,3}(?:\.\d+)?\s?(?:%|per cent))"
    r"|\b(?P<share>two thirds|one third|a third|three quarters|a quarter|half|one in \w+) of\b"
)


def only_in_text(text: OfMeasure) -> Iterator[Problem]:
    """NUM08: a percentage that the text tells while the form has no figure."""
    if text.judged.returned.quarter.actual is not None or text.judged.measure.unit != "%":
        return
    for line in text.of("context"):
        found = _LEVEL_TOLD.search(line.text)
        if found:
            yield text.problem("NUM08", line, line.text, number=found["figure"] or found["share"])
            return


_PLACES = re.compile(r"\.\d")


def other_decimals(text: OfMeasure) -> Iterator[Problem]:
    """NUM09: the measure's own figure with more decimals than the report prints beside it."""
    judged, unit = text.judged, unit_of(text.judged.measure)
    for line in text.lines:
        for each in figures_in(line.text) if _PLACES.search(line.text) else ():
            if each.unit == unit and each.decimals > judged.measure.decimals:
                rounded = judged.measure.rounded(each.value)
                if each.value != rounded and rounded in {half.actual for half in judged.halves}:
                    yield text.problem("NUM09", line, line.text, number=each.typed, actual=judged.measure.show(rounded))


RULES: tuple[Callable[[OfMeasure], Iterator[Problem]], ...] = (
    numbers,
    quarters_apart,
    fractions,
    totals,
    required_rate,
    only_in_text,
    other_decimals,
)
