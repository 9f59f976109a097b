"""NUM06: "36 below the ceiling" where the result is above it: the side of the target that is told, and the real one."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_verdict.hedges import is_hedged
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS, count_of, figures_in
from generator.checks.readers_eye.text.sought import Sought, any_of, phrase
from generator.checks.readers_eye.text.times import is_of_another_time
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
    rf"(?: [a-z]+)? (?:(?P<limit>{_LIMIT})|{_GOAL})\b"
)
_TOLD = phrase(
    """ceiling limit cap maximum allowance planned expected anticipated target profile plan profiled trajectory aimed
    hoped wanted"""
)
_BY = Sought(rf"\b(?P<words>{'|'.join(IN_WORDS)})(?: [a-z]+){{0,2}} $")


def side_of_target(text: OfMeasure) -> Iterator[Problem]:
    """NUM06 where it cannot be doubted which side is told: of a limit, or with the true number in between."""
    actual, target = text.judged.quarter.actual, text.judged.quarter.target
    if not isinstance(actual, Decimal) or not isinstance(target, Decimal) or actual == target:
        return
    for line, sentence in text.holding(_TOLD):
        found = _SIDE.search(sentence)
        if not found or bool(found["up"]) == (actual > target) or is_hedged(sentence, found):
            continue
        if is_of_another_time(sentence, found.start(), text.judged.returned.period):
            continue
        if found["limit"] or _has_the_number(sentence[: found.start()], abs(actual - target)):
            yield text.problem("NUM06", line, sentence, status=text.judged.quarter.status.name, half="the quarter")


def _has_the_number(before: str, apart: Decimal) -> bool:
    """Whether the words before end with the number that lies between the result and the target."""
    if in_words := _BY.search(before):
        return count_of(in_words["words"]) == apart
    figures = figures_in(before)
    return bool(figures) and len(before) - figures[-1].end <= 20 and figures[-1].agrees_with(apart)
