"""NUM01 of what is said of all parts ("every district was above 85%", "from 9% to 31%") and leaves the result out."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_verdict.moods import is_doubted
from generator.checks.readers_eye.figures_told.result import not_the_result
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import TIMES_TAKEN, Figure, figures_in
from generator.checks.readers_eye.text.sought import Found, Sought, any_of
from generator.checks.readers_eye.text.times import (
    ELSEWHERE,
    LAST_YEAR,
    OF_TIMES_TO_COME,
    is_of_another_time,
    is_of_now,
)
from generator.model.measure import Basis
from generator.model.problem import Problem

_PLACES = any_of(
    """months? districts? wards? teams? sites? areas? stations? regions? depots? schools? localit(?:y|ies) divisions?
    hospitals? hubs? branches branch centres? towns? boroughs? patches patch groups? crews? offices? trusts?
    count(?:y|ies) parishes parish zones?"""
)
_EVERY = Sought(
    rf"\b(?:(?P<none>no|none|neither|not one)|all|every|each|both)(?: of)?(?: the| our| its)?"
    rf"(?: [a-z-]+){{0,2}}? (?:{_PLACES})\b"
    rf"(?P<what>[^.;,%\d]{{0,40}}?)\b(?:(?P<more>above|over|more than|better than|at least|upwards of|beyond)"
    rf"|(?P<less>below|under|less than|fewer than|worse than|short of|at most|within)) (?=(?:the )?\d)"
)
_FROM_TO = Sought(
    r"\b(?:rang(?:es?|ed|ing)|runs?|ran|running|var(?:y|ies|ied|ying)|spread|spans?|spanned|differ(?:s|ed)?)\b"
    r"[^.;\d]{0,40}\bfrom (?=[^.;\d]{0,30}\d)"
)
_OTHERS = Sought(r"\b(?:neighbours?|peers?|family group|others|elsewhere|except|but for|bar|apart from|most|all but)\b")
_AVERAGED = TIMES_TAKEN | {"%"}
_LEAST_APART = Decimal("0.001")


_NUMBER = r"\d[\d,]*(?:\.\d+)?(?![.,]?\d)"
_BETWEEN = Sought(rf"\bbetween (?P<low>{_NUMBER}) ?(?:%|per cent)? and (?P<high>{_NUMBER}) ?(?P<unit>%|per cent)?")
_CLAIM = Sought(
    rf"\b(?:{any_of('figure performance rate result outturn actual compliance')})\b(?:[^.;]|\.\d){{0,50}}?"
    rf"\b(?:{any_of('was is of at stands_at stood_at')})\s+$"
)


def between(text: OfMeasure) -> Iterator[Problem]:
    """NUM01 where this period's result is said to lie between two figures, and lies outside them, but not far."""
    actual, period = text.judged.quarter.actual, text.judged.own_period
    if not isinstance(actual, Decimal):
        return
    for line, sentence in text.holding(_BETWEEN):
        match = _BETWEEN.search(sentence)
        if not match or bool(match["unit"]) != (text.judged.measure.unit == "%"):
            continue
        before = sentence[: match.start()]
        if not is_of_now(sentence, match.end(), period) and not _CLAIM.search(before):
            continue
        if is_of_another_time(sentence, match.start(), period) or OF_TIMES_TO_COME.search(before):
            continue
        low, high = (Decimal(match[each].replace(",", "")) for each in ("low", "high"))
        if not low <= actual <= high and low * Decimal("0.75") <= actual <= high * Decimal("1.25"):
            yield not_the_result(text, line, sentence, match[0])


def ranges(text: OfMeasure) -> Iterator[Problem]:
    """NUM01 where all months or places are said to lie on one side of the result, or between two figures beside it."""
    actual, basis = text.judged.quarter.actual, text.judged.measure.basis
    if not isinstance(actual, Decimal) or text.unit not in _AVERAGED or basis is Basis.ROLLING:
        return
    for line, sentence in text.holding(_EVERY, _FROM_TO, lines=text.account):
        if any(each.search(sentence) for each in (ELSEWHERE, _OTHERS, LAST_YEAR)):
            continue
        every = _EVERY.search(sentence)
        denied = _denied(every, sentence, text, actual) if every else None
        if every and denied:
            yield not_the_result(text, line, sentence[every.start() :], denied.typed)
            continue
        ends = _ends(sentence, text)
        if ends and not min(ends) <= actual <= max(ends):
            yield not_the_result(text, line, sentence, " to ".join(map(text.judged.measure.show, ends)))


def _denied(every: Found, sentence: str, text: OfMeasure, actual: Decimal) -> Figure | None:
    """The figure that all are said to lie on one side of, where the result is on the other."""
    figure = _figure_at(sentence, every.end(), text)
    if not figure or is_doubted(sentence, every.start()):
        return None
    if is_of_another_time(sentence, every.start(), text.judged.returned.own_period) and "month" not in every[0].lower():
        return None
    all_above = bool(every["more"]) is not bool(every["none"])
    is_denied = actual < figure.value if all_above else actual > figure.value
    return figure if is_denied else None


def _figure_at(sentence: str, at: int, text: OfMeasure) -> Figure | None:
    found = (each for each in figures_in(sentence) if at <= each.start <= at + len("the "))
    return next((each for each in found if each.unit == text.unit), None)


def _ends(sentence: str, text: OfMeasure) -> list[Decimal]:
    """The two ends of what parts range over, each in the measure's unit, which both tell or the last alone."""
    found = _FROM_TO.search(sentence)
    if not found or is_of_another_time(sentence, found.start(), text.judged.returned.own_period):
        return []
    figures = [each for each in figures_in(sentence) if each.start >= found.end()][:2]
    if len(figures) != 2 or figures[1].unit != text.unit or figures[0].unit not in {"", text.unit}:
        return []
    between = sentence[figures[0].end : figures[1].start]
    is_to = re.fullmatch(r"[^.;\d]{0,45}\bto\b[^.;\d]{0,30}", between) is not None
    apart = abs(figures[0].value - figures[1].value)
    return [each.value for each in figures] if is_to and apart > _LEAST_APART else []
