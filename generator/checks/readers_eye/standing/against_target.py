"""NUM06, NUM15 and NUM17 of the side of its target that a text tells the result, or the year's end, to be on."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from generator.checks.readers_eye.comparisons.references import grows
from generator.checks.readers_eye.standing.side_words import NAMES_A_SIDE, Side
from generator.checks.readers_eye.standing.sides import SideTold, may_tell_a_side, sides_told
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import DIGIT, IN_WORDS, figures_in, fits
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.told_of import known_figures
from generator.judging.status import Verdict
from generator.model.measure import Polarity
from generator.model.problem import Problem


def against_target(text: OfMeasure) -> Iterator[Problem]:
    """NUM06 for a side that is not so, NUM17 for one said to be new or to go on, NUM15 for one nobody can tell."""
    if text.judged.measure.polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return
    for line, sentence in text.holding(DIGIT, *NAMES_A_SIDE):
        if not may_tell_a_side(sentence, text):
            continue
        told = sides_told(line, sentence, text, partial(_may_be_asked, sentence, text))
        asked = (_asked(line, sentence, each, text) for each in told)
        yield from list(filter(None, asked))[:1]


def _may_be_asked(sentence: str, text: OfMeasure, side: Side) -> bool:
    """Whether anything may be asked of a side: not where the result and the forecast are on it, and always were."""
    if side in _OF_EITHER and text.judged.measure.polarity is Polarity.LOWER:
        return True
    halves = (each for each in (text.judged.quarter, text.judged.forecast) if each)
    is_so = all(_is_so(side, each, text) for each in halves)
    return not is_so or _ANEW.search(sentence) is not None or _STILL.search(sentence) is not None


_OF_EITHER = frozenset({Side.MORE, Side.LESS, Side.BEYOND})
"""Where lower is better, it may not be told whether these are well."""


def _asked(line: Line, sentence: str, told: SideTold, text: OfMeasure) -> Problem | None:
    half = text.judged.forecast if told.of_year else text.judged.quarter
    if not half or not half.status.rated or (not told.of_year and line not in text.account):
        return None
    is_so = _is_so(told.side, half, text)
    if is_so is False:
        is_now = told.of_year and not told.is_foreseen
        if told.of_year and _has_a_forecast_of_its_own(sentence[: told.start], text):
            return None
        if is_now and _is_so(told.side, half._replace(actual=text.judged.quarter.actual), text):
            return None
        span = "the year end" if told.of_year else text.judged.span
        return text.problem_at(told.start, "NUM06", line, sentence, status=half.status.name, half=span)
    return None if told.of_year else _asked_of_now(line, sentence, told, text)


def _has_a_forecast_of_its_own(before: str, text: OfMeasure) -> bool:
    """Whether a side is that of a figure right before it, which the form does not know: another rule asks of that."""
    near = [each for each in figures_in(before) if fits(each, text.unit) and len(before) - each.end < _NEAR]
    return bool(near) and not any(map(near[-1].agrees_with, known_figures(text)))


def _asked_of_now(line: Line, sentence: str, told: SideTold, text: OfMeasure) -> Problem | None:
    denied, said = _result_before(sentence, told, text), sentence[told.start : told.end]
    if denied is not None:
        facts = {"period": text.judged.own_period.previous.short, "result": text.judged.measure.show(denied)}
        return text.problem("NUM17", line, sentence, **facts)
    return text.problem("NUM15", line, sentence, words=said) if _may_be_either(sentence, said, text) else None


def _is_so(side: Side, half: Verdict, text: OfMeasure) -> bool | None:
    """Whether a result or a forecast is on a side of its target; None where that can be meant in two ways."""
    actual, target, is_higher = half.actual, half.target, text.judged.measure.polarity is Polarity.HIGHER
    if not isinstance(actual, Decimal) or not isinstance(target, Decimal):
        return None
    is_good = actual == target or (actual > target) is is_higher
    match side:
        case Side.BETTER:
            return is_good or text.judged.scheme.is_on_target(half.status)
        case Side.LEVEL:
            return not half.status.exception
        case Side.WORSE | Side.UNLIKE:
            return not is_good
        case Side.BEYOND | Side.SHORT:
            return is_good is (side is Side.BEYOND) if is_higher else None
    return None if actual == target else (actual > target) is (side is Side.MORE)


_PLAIN_SIDE = Sought(r"^(?:exceed|surpass|above|over|below|under)[a-z]* (?:the |our |its |this )?(?:[a-z]+ )?target$")
_BY_HOW_MUCH = re.compile(
    rf"(?:\d%?|\b(?:{'|'.join(IN_WORDS)}))(?: (?:percentage )?[a-z]+)? $"
    r"|\b(?:days?|weeks?|hours?|minutes?|seconds?|points?|months?|half|third|quarter|fifth) $",
    re.IGNORECASE,
)
_SAYS_WHICH = Sought(
    r"\b(?:worse|worst|better|best|well within|miss\w*|fail\w*|unfortunately|too (?:high|long|many|much)|not met"
    r"|disappoint\w*|regret\w*|poor\w*|pressures?|concern\w*|improv\w*|deteriorat\w*|(?:lower|smaller) is better|longer"
    r"|slower|fewer|quicker|because|due to)\b"
)


def _may_be_either(sentence: str, said: str, text: OfMeasure) -> bool:
    """Whether it cannot be told if a side is well: lower is better, no word says which, and a figure is wanting."""
    is_plain = text.judged.measure.polarity is Polarity.LOWER and _PLAIN_SIDE.search_part(said)
    if not is_plain or _SAYS_WHICH.search_part(sentence) or _BY_HOW_MUCH.search(sentence[: sentence.find(said)]):
        return False
    own = [each for each in (text.judged.quarter.actual, text.judged.quarter.target) if isinstance(each, Decimal)]
    return not all(any(each.agrees_with(figure) for each in figures_in(sentence)) for figure in own)


_ANEW = Sought(
    r"\b(?:first time (?:in|since|this|for)|back (?:on|at|above|over|below|under|within|inside|to)"
    r"|return(?:ed|s)? (?:to|above|within))\b"
)
_STILL = Sought(r"\b(?:still|remains?|remained|continues? to|once again|yet again|once more)\b")
_BESIDE, _NEAR = 60, 25
"""Characters round a side in which it may say since when, or that it goes on."""


def _result_before(sentence: str, told: SideTold, text: OfMeasure) -> Decimal | None:
    """The result before, where it is said to have been on another side of the same target, or on this, and was not."""
    quarter, before = text.judged.quarter, text.judged.returned.previous_actual
    actual, target = quarter.actual, quarter.target
    is_same = text.judged.forecast is not None and text.judged.forecast.target == target and not grows(text)
    if not isinstance(before, Decimal) or not isinstance(actual, Decimal) or not isinstance(target, Decimal):
        return None
    if not is_same or before == target:
        return None
    is_alike = (before > target) is (actual > target)
    if _ANEW.search_part(sentence[max(0, told.start - _BESIDE) : told.end + _BESIDE]):
        return before if is_alike else None
    is_still = _STILL.search_part(sentence[max(0, told.start - _NEAR) : told.start])
    return before if is_still and not is_alike else None
