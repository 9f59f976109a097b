"""NUM11: another target than the form's, called one, or in a target's place: "short of 78%"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.figures_told.beside import counts_others, names_only_others
from generator.checks.readers_eye.figures_told.clause import numbers_in
from generator.checks.readers_eye.figures_told.reading import OfTime, ToldFigure
from generator.checks.readers_eye.figures_told.slips import is_like, is_slip
from generator.checks.readers_eye.text.aims import AIMS
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import DIGIT, Figure, figures_in, fits
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.times import quarter_of
from generator.checks.readers_eye.text.told_of import known_figures, names_nothing_else
from generator.judging.outcome import Judged
from generator.model.figures import Span
from generator.model.period import month_name
from generator.model.problem import Problem

_OTHERS_TARGET = Sought(
    r"\b(?:national|government|statutory|regional|contract\w*|industry|partner\w*|provider\w*|stretch|interim"
    r"|last year|\w{3,}['’]s? (?:[a-z]+ )?(?:threshold|target|standard|goal|aim|ceiling|benchmark"
    r"|requirement|limit|floor|expectation|ambition)|separate"
    r"|(?:its|their|whose) own|of (?:its|their) own|previous|20\d\d|next|new (?:\w+ )?(?:target|goal|aim|standard)s?"
    r"|revised?|changed?|amend\w*|alter\w*|propos\w*|recommend\w*|suggest\w*|lowered|raised"
    r"|increase[sd]? (?:the|our) target|reduc\w+ (?:the|our) target|of which|each|left"
    r"|remaining|rest of|month\w*|Q[1-4]|quarter (?:one|two"
    r"|three|four))\b"
)
_IN_ITS_PLACE = Sought(
    r"\b(?:(?:short|shy|adrift|wide) of (?:the |our )?|(?:our|its) own |long way (?:off|from) (?:the |our )?"
    r"|(?:inside|within|over|above|below|under|beneath|past|reach(?:ed|ing)?|met|missed) (?:the|our) "
    r"|we (?:want|need|look for|aim at|aim for|allow) (?:at (?:least|most) )?)$"
)
"""What stands before a target that is not called one."""
_WANTED = Sought(
    r"^,? (?:was |were |is |are )?(?:wanted|sought|asked for|aimed (?:for|at)|profiled|planned|budgeted|set)\b"
)
_BESIDE = Sought(
    r"\b(?:against|versus|vs\.?|over|above|below|under|inside|off|reach(?:ed)?|beat(?:en|ing)?|met|missed) $"
)
"""What stands before a target, or before another figure: one that is a slip of the target is meant as that."""
_SO_FAR = Sought(
    r"\b(?:at this (?:point|stage|time)|by now|so far|to date|for the (?:quarter|period|half[- ]year|half)|this quarter"
    r"|at (?:the )?half[- ]year|(?:first|second) half|half[- ]year(?:ly)?|for (?:quarter|Q) ?\d)\b"
)
_CLOSE = 30
"""Letters before and after a figure that say that it is a target."""
_SIZE = Decimal("0.4")
_OF_WHAT = re.compile(
    r" (?:(?:on|for) (?P<for>[a-z]+(?: [a-z]+)?)"
    rf"|(?P<kind>(?!(?:quarterly|half-year|interim|local)\b)[a-z]+) (?:{AIMS})\b)"
)
"""What a target is for, right after it: "15 days on minor works", "the 60% designation threshold"."""


def targets(text: OfMeasure) -> Iterator[Problem]:
    """NUM11 for a figure that is told as the target, and is neither of its targets nor levels, but like one."""
    own = list(dict.fromkeys(each for each in _targets_of(text.judged) if isinstance(each, Decimal)))
    yield from _years_target_now(text)
    for line, sentence in text.holding(DIGIT) if own else ():
        for each in numbers_in(sentence):
            if not fits(each, text.unit) or not _is_another(each, own):
                continue
            if _is_told_as_one(ToldFigure(line, sentence, each, text, is_known=False), own):
                yield text.problem("NUM11", line, sentence, number=each.typed, target=_shown(text, own[0]))


def _is_told_as_one(told: ToldFigure, own: list[Decimal]) -> bool:
    figure, sentence = told.figure, told.sentence
    is_called = told.role is Role.TARGET and figure.unit == told.text.unit
    is_mistyped = any(is_slip(figure.value, each) for each in own)
    if not is_called and not (
        _is_in_its_place(told, is_mistyped=is_mistyped) and any(is_like(figure.value, each) for each in own)
    ):
        return False
    own_quarter = quarter_of(told.text.judged.own_period)
    if names_only_others(sentence, told.clause, told.text) or (counts_others(told) and not is_mistyped):
        return False
    if _OTHERS_TARGET.search_part(re.sub(rf"\bQ{own_quarter}\b", "", told.clause.whole)):
        return False
    of_what = _OF_WHAT.match(sentence, figure.end)
    if of_what and not names_nothing_else(of_what["for"] or of_what["kind"], told.text.title):
        return False
    return not _is_of_others(figure, sentence, told.text)


def _is_in_its_place(told: ToldFigure, *, is_mistyped: bool) -> bool:
    start, end = told.figure.start, told.figure.end
    before, after = told.sentence[max(0, start - _CLOSE) : start], told.sentence[end : end + _CLOSE]
    is_there = _IN_ITS_PLACE.search_part(before) or _WANTED.match_part(after)
    is_beside = is_mistyped and _BESIDE.search_part(before) and told.text.has_the_result(told.sentence)
    if not (is_there or is_beside) or any(map(told.figure.agrees_with, known_figures(told.text))):
        return False
    is_level = told.role is not Role.CHANGE and told.figure.typed not in told.text.title
    return is_level and told.when in {OfTime.NOW, OfTime.UNSAID}


def _years_target_now(text: OfMeasure) -> Iterator[Problem]:
    """NUM11 for the year's target that is told as the period's."""
    target, year = text.judged.quarter.target, text.judged.forecast.target if text.judged.forecast else None
    if not isinstance(target, Decimal) or not isinstance(year, Decimal) or target == year:
        return
    for line, sentence in text.holding(DIGIT):
        for each in figures_in(sentence):
            is_the_years = each.unit == text.unit and each.value == year
            if is_the_years and role_of(sentence, each) is Role.TARGET and _is_of_now(sentence, each, text):
                yield text.problem("NUM11", line, sentence, number=each.typed, target=_shown(text, target))


def _is_of_now(sentence: str, figure: Figure, text: OfMeasure) -> bool:
    """Whether a target is told of the period: by the words beside it, or by its last month."""
    after = sentence[figure.end : figure.end + 40]
    month = month_name(text.judged.own_period.last_day)
    return bool(_SO_FAR.search_part(after)) or f" {month}" in after.partition(",")[0]


def _is_another(figure: Figure, own: list[Decimal]) -> bool:
    """Whether a target is none of the measure's own, and yet of their size: any other is of another measure."""
    is_like_one = any(abs(figure.value - each) <= abs(each) * _SIZE or is_slip(figure.value, each) for each in own)
    return is_like_one and not any(_may_be(figure, each) for each in own)


def _may_be(figure: Figure, target: Decimal) -> bool:
    """Whether a figure may be a target: it is exact, so that nothing told to more decimals is rounded to it."""
    is_finer = figure.decimals > max(-int(target.normalize().as_tuple().exponent), 0)
    return figure.value == target if is_finer else figure.agrees_with(target)


def _is_of_others(target: Figure, sentence: str, text: OfMeasure) -> bool:
    """Whether what is called a target is the result, or stands beside what another thing came to: "52% against 60%"."""
    actual = text.judged.quarter.actual
    if isinstance(actual, Decimal) and target.value == actual:
        return True
    known = known_figures(text)
    beside = [each for each in figures_in(sentence[: target.start]) if each.unit == target.unit]
    is_strange = bool(beside) and not any(map(beside[-1].agrees_with, known))
    return is_strange and not names_nothing_else(sentence, text.title)


def _targets_of(judged: Judged) -> tuple[object, ...]:
    spans = [each for each in judged.measure.quarter_targets if isinstance(each, Span)]
    ends = [end for each in spans for end in (each.lower, each.upper)]
    levels = judged.measure.levels_for(judged.returned.own_period.number).values()
    every = judged.measure.quarter_targets if judged.quarter.target is not None else ()
    of_the_year = judged.forecast.target if judged.forecast else None
    return (judged.quarter.target, of_the_year, *every, judged.measure.year_end_target, *levels, *ends)


def _shown(text: OfMeasure, figure: Decimal) -> str:
    return text.judged.measure.show(figure)
