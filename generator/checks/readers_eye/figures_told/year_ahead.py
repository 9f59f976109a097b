"""NUM12 of the year to come, in words: "we will reach zero by March", "the year should end lower"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.comparisons.references import grows
from generator.checks.readers_eye.comparisons.relations import ToldRelation, relations_in
from generator.checks.readers_eye.comparisons.with_known import holds
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import figures_in, fits
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.told_of import names_nothing_else
from generator.checks.readers_eye.text.words import Words, word_set, words_read
from generator.model.period import month_name
from generator.model.problem import Problem

_AHEAD = Sought(
    r"\b(?:will|shall|should|(?:is|are|we|still) (?:now )?expect(?:s|ed|ing)?|forecast(?:s|ing)?|predict(?:s|ed|ing)?"
    r"|project(?:s|ed|ing)|anticipat(?:e|es|ed|ing)|confident|likely|set to|on course|on track|on schedule"
    r"|looks? like|see)\b"
)
_YEAR_END = Sought(
    r"\b(?:year[- ]end|(?:end|close) of (?:the )?(?:financial )?year"
    r"|(?:end|finish|close)(?:s|ed|ing)? the (?:financial )?year"
    r"|year (?:is |was |to |will |should |would |looks? |likely |expected |set |forecast |now |still |as a whole )*"
    r"(?:end|close|finish|come|land|turn)|full[- ]year|year as a whole|whole year|for the year|year['’]s (?:end|target)"
    r"|by (?:the end of |31 )?(?P<month>[a-z]+))\b"
)
_UNSURE = Sought(
    r"\b(?:if|unless|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|would|could|might|may|not|never|no longer|n[’']t|cannot"
    r"|unlikely|plan(?:s|ned)?|want(?:s|ed)?|need(?:s|ed)?|must|try|trying|risk|whether|depends?|last year|previous"
    r"|next year)\b"
)
_NONE = Sought(
    r"\b(?:reach|hit|be(?: down)? (?:at|to)|get(?: down)? to|come down to|fall to|end (?:at|on)|be|have) "
    r"(?P<none>zero|nil|none|nought)\b"
)
_NOW = Sought(
    r"\b(?:now|here|today|at present|current(?:ly)?|this point|present|(?:half[- ]year|(?:three|six|nine)[- ]month) "
    r"(?:figure|result|position|level|point)|so far)\b"
)
_UNDER = word_set("under over beneath")


def year_ahead(text: OfMeasure) -> Iterator[Problem]:
    """NUM12 for what is said of the year's figure where the form forecasts another."""
    forecast = text.judged.forecast
    if not forecast or not isinstance(forecast.actual, Decimal) or text.judged.own_period.is_last:
        return
    for line, sentence in text.holding(_AHEAD, lines=text.account):
        if _tells_of_the_year(sentence, text) and not _UNSURE.search(sentence):
            asked = (rule(text, line, sentence) for rule in (_number, _none, _move))
            yield from list(filter(None, asked))[:1]


def _tells_of_the_year(sentence: str, text: OfMeasure) -> bool:
    last = month_name(text.judged.own_period.whole_year.last_day).lower()
    is_told = any(not each["month"] or each["month"].lower() == last for each in _YEAR_END.finditer(sentence))
    return is_told and _AHEAD.search(sentence) is not None


def _number(text: OfMeasure, line: Line, sentence: str) -> Problem | None:
    """NUM12 where the target is to be reached by its figure, and the form forecasts something worse."""
    half, forecast = text.judged.forecast, _forecast(text)
    target = half.target if half else None
    if not half or not half.status.exception or not isinstance(target, Decimal) or target == forecast:
        return None
    told = figures_in(sentence)
    for each in told if not any(one.agrees_with(forecast) for one in told) else ():
        is_it = each.value == target and fits(each, text.unit) and role_of(sentence, each) is not Role.TARGET
        if is_it and _names_nothing_else(around(sentence, each.start).replace(each.typed, ""), text):
            return _other(text, line, sentence, each.typed, forecast)
    return None


def _none(text: OfMeasure, line: Line, sentence: str) -> Problem | None:
    """NUM12 where nothing is to be left, and the form forecasts more."""
    forecast, found = _forecast(text), _NONE.search(sentence)
    if not found or not forecast or not _names_nothing_else(around(sentence, found.start()), text):
        return None
    return _other(text, line, sentence, found["none"], forecast)


def _move(text: OfMeasure, line: Line, sentence: str) -> Problem | None:
    """NUM12 where the year is to end higher or lower, better or worse than now, and the form forecasts otherwise."""
    actual, forecast = text.judged.quarter.actual, _forecast(text)
    if not isinstance(actual, Decimal) or grows(text) or forecast == actual:
        return None
    words = words_read(sentence)
    for relation, first, after in _moves(words):
        rest = words.typed[words.start(after) :] if words.at(after) else ""
        told = words.quoted(first, after - 1)
        if _is_than_another(rest) or not _is_of_the_year(words, first, text):
            continue
        if holds(relation, actual, forecast, text) is False:
            return _other(text, line, sentence, told, forecast)
    return None


def _moves(words: Words) -> Iterator[tuple[ToldRelation, int, int]]:
    """What is said to lie ahead, after the word that says so: a relation, or a side of the figure of now."""
    ahead = _AHEAD.search(words.typed)
    begins = ahead.start() if ahead else len(words.typed)
    for said in relations_in(words.typed, is_time=True, is_share=False):
        if words.start(said.first) > begins and said.relation not in {ToldRelation.SAME, ToldRelation.NEARLY_SAME}:
            yield said.relation, said.first, said.after
    for place, word in enumerate(words.words):
        if word in _UNDER and words.start(place) > begins and _NOW.search_part(words.typed[words.start(place) :]):
            yield ToldRelation.MORE if word == "over" else ToldRelation.LESS, place, place + 1


_THAN = Sought(r"(?:^|\W)(?:than|on|from|target)\b")


def _is_than_another(rest: str) -> bool:
    """Whether what is told is compared with something else than now."""
    return _THAN.search_part(rest) is not None and _NOW.search_part(rest) is None


def _is_of_the_year(words: Words, first: int, text: OfMeasure) -> bool:
    """Whether the words before a relation name the year, and nothing else than what is measured."""
    before = words.typed[: words.start(first)]
    part = before.rpartition(", ")[2] or before
    return _names_nothing_else(part, text)


def _names_nothing_else(part: str, text: OfMeasure) -> bool:
    return names_nothing_else(_EXPECTS.sub("", part), text.title)


_EXPECTS = re.compile(r"\b(?:(?:expect|forecast|predict|project|anticipat)\w*|[a-z]{3,}ly\b)", re.IGNORECASE)


def _forecast(text: OfMeasure) -> Decimal:
    forecast = text.judged.forecast
    return forecast.actual if forecast and isinstance(forecast.actual, Decimal) else Decimal(0)


def _other(text: OfMeasure, line: Line, sentence: str, told: str, forecast: Decimal) -> Problem:
    right = text.judged.measure.show(forecast)
    return text.problem("NUM12", line, sentence, number=told, what="the form forecasts", right=right)
