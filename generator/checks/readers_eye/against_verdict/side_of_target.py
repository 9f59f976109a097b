"""NUM06: "36 below the ceiling" where the result is above it: the side that is told, and the real one."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_verdict.hedges import is_hedged
from generator.checks.readers_eye.text.aims import AN_AIM
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS, Figure, count_of, figures_in, fits
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Found, Sought, any_of, phrase
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import is_of_another_time
from generator.checks.readers_eye.text.told_of import names_nothing_else
from generator.model.problem import Problem

_UP = any_of("above over more higher longer greater beyond in_excess exceeding")
_DOWN = any_of("below under fewer less lower shorter short shy inside within behind")
_LIMIT = any_of(
    r"""ceiling limit cap maximum allowance planned expected anticipated
    level_(?:that_)?we_(?:planned|aimed|hoped|wanted)_for"""
)
_GOAL = any_of("target profile plan profiled trajectory")
_SIDE = Sought(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: (?:of|than|from))?(?: (?:the|our|its|this|was|were|we|what))*"
    rf"(?: [a-z]+)? (?:(?P<limit>{_LIMIT})|{_GOAL})\b(?P<figure>)"
)
_SIDE_OF_FIGURE = Sought(
    rf"\b(?:(?P<up>{_UP}|past|exceed(?:ed|s)|topped|passed)|(?P<down>{_DOWN}))(?: (?:of|than|from))?(?: (?:the"
    rf"|our|its|that|those))*"
    r" (?P<figure>£?\d[\d,.]*\d|\d)(?P<limit>)"
)
_TOLD = phrase(
    """ceiling limit cap maximum allowance planned expected anticipated target profile plan profiled trajectory aimed
    hoped wanted"""
)
_BESIDE = 20
"""Characters between a number and what it is told of."""
_BY = Sought(rf"\b(?P<words>{'|'.join(IN_WORDS)})(?: [a-z]+){{0,2}} $")


def side_of_target(text: OfMeasure) -> Iterator[Problem]:
    """NUM06 where it cannot be doubted which side is told: of a limit, or with the true number in between."""
    actual, target = text.judged.quarter.actual, text.judged.quarter.target
    if not isinstance(actual, Decimal) or not isinstance(target, Decimal) or actual == target:
        return
    for line, sentence in text.holding(_TOLD, AN_AIM):
        found = _SIDE.search(sentence) or _of_the_figure(sentence, target, text)
        if not found or bool(found["up"]) == (actual > target) or is_hedged(sentence, found):
            continue
        if is_of_another_time(sentence, found.start(), text.judged.returned.own_period) or not _is_of_it(
            sentence, found, text
        ):
            continue
        number = _number_before(sentence[: found.start()])
        is_plain = found["limit"] or found["figure"]
        if (is_plain and number is None) or (number is not None and number.agrees_with(abs(actual - target))):
            yield text.problem("NUM06", line, sentence, status=text.judged.quarter.status.name, half=text.judged.span)


def _of_the_figure(sentence: str, target: Decimal, text: OfMeasure) -> Found | None:
    """A side told of a figure that is the target and is called so: "inside the 20 that we promise"."""
    for found in _SIDE_OF_FIGURE.finditer(sentence):
        at = found.start("figure")
        figure = next((each for each in figures_in(sentence) if each.start == at), None)
        if not figure or figure.value != target or not fits(figure, text.unit):
            continue
        if role_of(sentence, figure) is Role.TARGET or text.has_the_result(sentence[: found.start()]):
            return found
    return None


def _is_of_it(sentence: str, found: Found, text: OfMeasure) -> bool:
    clause = around(sentence, found.start())
    return shared(clause, text.subject) > 0 or text.has_the_result(sentence) or names_nothing_else(clause, text.title)


def _number_before(before: str) -> Figure | None:
    """The number that the words before end with, in figures or in words."""
    if in_words := _BY.search_part(before):
        return Figure(in_words["words"], Decimal(count_of(in_words["words"])), Decimal(1), "", in_words.start())
    figures = figures_in(before)
    between = before[figures[-1].end :] if figures else ","
    return None if "," in between or len(between) > _BESIDE else figures[-1]
