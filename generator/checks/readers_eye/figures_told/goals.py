"""NUM11: another target than the form's; NUM12: another forecast than the form's, or than the quarter's rate gives."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_figures.required_rate import seems_to_add_up
from generator.checks.readers_eye.text.aims import A_NAMED_AIM, AN_AIM
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import Figure, figures_in, fits, unit_of
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sought import Sought, phrase
from generator.checks.readers_eye.text.told_of import known_figures, names_nothing_else
from generator.judging.compared.adding_up import only_grows
from generator.judging.outcome import Judged
from generator.model.english import in_words, plural
from generator.model.figures import Span
from generator.model.measure import Basis
from generator.model.period import Period, month_name
from generator.model.problem import Problem

_ASKED_FOR = Sought(r"\b(?:we (?:set out|were set|had been set)|asked|wanted|require[sd]?|expect(?:ed|s)?)\b")
_OTHERS_TARGET = Sought(
    r"\b(?:national|government|statutory|regional|contract\w*|industry|partner\w*|provider\w*|stretch|interim"
    r"|last year|\w{3,}['’]s? (?:[a-z]+ )?(?:threshold|target|standard|goal|aim|ceiling|benchmark)"
    r"|(?:its|their|whose) own|of (?:its|their) own|previous|20\d\d|next|new (?:\w+ )?(?:target|goal|aim|standard)s?"
    r"|revised?|changed?|amend\w*|alter\w*|propos\w*|recommend\w*|suggest\w*|lowered|raised"
    r"|increase[sd]? (?:the|our) target|reduc\w+ (?:the|our) target|of which|month\w*|Q[1-4]|quarter (?:one|two"
    r"|three|four))\b"
)
_FORECAST = Sought(
    r"\b(?:forecast|outturn|year[- ]end|end of (?:the )?year|(?:finish|end) the year|year (?:will|would|should"
    r"|to) (?:end|finish)"
    r"|annual figure|full[- ]year|(?:for|over) the (?:whole )?year|(?:a|per) quarter would"
    r"|(?:expect|anticipat|project|predict|forecast|estimat|envisag)\w*\b[^.;]{0,70}\b(?:year|outturn)\b"
    r"|year (?:will|would|should|to|is likely to|looks? (?:set|likely) to) (?:close|come|be|total|end|finish)"
    r"|year['’]s end|year as a whole|whole year|see the year out|year out (?:with|at|on)|(?:we|it) (?:will"
    r"|should|shall) (?:end|finish)"
    r"|(?:estimate|forecast|projection|prediction|guess) (?:for|of) (?:the year|March)|forecast of"
    r"|(?:year|outturn) (?:coming in|ending|closing|finishing|landing|turning out))"
)
_IF_SO = Sought(
    r"\b(?:would (?:end|finish|give|be)|if (?:this|the|that|performance|current)|should (?:this|the|current)"
    r"|at (?:this|the current|that) rate"
    r"|on (?:this|current) (?:trend|trajectory|performance)|a guide|were to continue|would give|pro rata)\b"
)
_OTHERS_FORECAST = Sought(
    r"\b(?:last year|previous|20\d\d|original\w*|earlier|was forecast|had forecast|budget\w*|national\w*)\b"
)

_BY_MARCH = Sought(
    r"\b(?:expect|anticipat|project|predict|forecast|estimat|envisag)\w*\b[^.;]{0,70}\b(?:by|31|end of) March\b"
)
"""Of what adds up over the year, that is the year's; of anything else, March's."""
_THIS_YEAR = re.compile(r"\b(?:by|of|31|in|at) March 20\d\d\b")
_SO_FAR = Sought(
    r"\b(?:at this (?:point|stage|time)|by now|so far|to date|for the (?:quarter|period|half[- ]year|half)|this quarter"
    r"|at (?:the )?half[- ]year|(?:first|second) half|half[- ]year(?:ly)?|for (?:quarter|Q) ?\d)\b"
)
_SIZE = Decimal("0.4")


def targets(text: OfMeasure) -> Iterator[Problem]:
    """NUM11 for a figure that is called the target, in the measure's unit, and is neither of its targets nor levels."""
    judged, unit = text.judged, unit_of(text.judged.measure)
    own = [each for each in _targets_of(judged) if isinstance(each, Decimal)]
    yield from _years_target_now(text)
    if not own:
        return
    for line, sentence in text.holding(AN_AIM, _ASKED_FOR):
        if _OTHERS_TARGET.search(sentence):
            continue
        for each in figures_in(sentence):
            is_called = each.unit == unit and role_of(sentence, each) is Role.TARGET
            if is_called and _is_another(each, own) and not _is_of_others(each, sentence, text):
                yield text.problem("NUM11", line, sentence, number=each.typed, target=_shown(text, own[0]))


def _years_target_now(text: OfMeasure) -> Iterator[Problem]:
    """NUM11 for the year's target that is told as the period's."""
    target, year = text.judged.quarter.target, text.judged.forecast.target if text.judged.forecast else None
    if not isinstance(target, Decimal) or not isinstance(year, Decimal) or target == year:
        return
    for line, sentence in text.holding(_SO_FAR):
        for each in figures_in(sentence):
            is_the_years = each.unit == text.unit and each.value == year and role_of(sentence, each) is Role.TARGET
            if is_the_years and _is_of_now(sentence, each, text):
                yield text.problem("NUM11", line, sentence, number=each.typed, target=_shown(text, target))


def _is_of_now(sentence: str, figure: Figure, text: OfMeasure) -> bool:
    """Whether a target is told of the period: by the words beside it, or by its last month."""
    after = sentence[figure.end : figure.end + 40]
    month = month_name(text.judged.own_period.last_day)
    return bool(_SO_FAR.search_part(after)) or f" {month}" in after.partition(",")[0]


def _is_another(figure: Figure, own: list[Decimal]) -> bool:
    """Whether a target is none of the measure's own, and yet of their size: any other is of another measure."""
    of_their_size = any(abs(figure.value - each) <= abs(each) * _SIZE for each in own)
    return of_their_size and not any(_may_be(figure, each) for each in own)


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
    is_strange = bool(beside) and not any(each.agrees_with(one) for each in beside for one in known)
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


def forecasts(text: OfMeasure) -> Iterator[Problem]:
    """NUM12 for a figure said to be the year's: the form has another, or four such quarters give another."""
    judged, unit = text.judged, unit_of(text.judged.measure)
    forecast = judged.forecast.actual if judged.forecast else None
    if not isinstance(forecast, Decimal):
        return
    year = _year_at_this_rate(judged)
    adds_up = only_grows(judged.measure) or seems_to_add_up(text)
    sought = (_FORECAST, _BY_MARCH) if adds_up else (_FORECAST,)
    for line, sentence in text.holding(*sought):
        if not any(each.search(sentence) for each in sought) or _OTHERS_FORECAST.search(_THIS_YEAR.sub("", sentence)):
            continue
        if_so = year is not None and _IF_SO.search(sentence)
        right = year if if_so else forecast
        if if_so and year is not None and any(each.agrees_with(year) for each in figures_in(sentence)):
            continue
        for each in figures_in(sentence):
            wrong = right is not None and _is_the_years(each, sentence, unit) and not each.agrees_with(right)
            if wrong and right is not None and not _is_known(each, judged, sentence, if_so=bool(if_so)):
                what = _a_year_of(judged.own_period) if if_so else "the form forecasts"
                yield text.problem("NUM12", line, sentence, number=each.typed, what=what, right=_shown(text, right))


def _a_year_of(period: Period) -> str:
    return f"{in_words(period.per_year)} {plural(period.per_year, period.word)} like this one give"


def _is_the_years(figure: Figure, sentence: str, unit: str) -> bool:
    return (figure.unit == unit or (fits(figure, unit) and figure.decimals > 0)) and role_of(sentence, figure) in {
        Role.FORECAST,
        Role.END,
        Role.UNSAID,
    }


_EXPECTED = phrase(
    r"""expect\w* anticipat\w* project\w* predict\w* forecast\w* envisag\w* confident sees?_the_year estimat\w*
    year_(?:will|should)_(?:end|finish|close)
    (?:should|will|shall)(?:_still)?_(?:make|reach|hit|meet|achieve|end|finish)"""
)


_NOT_SO = phrase("not unlikely miss\\w* out_of_reach cannot no_longer short below under if would")


def _is_expected(sentence: str, figure: Figure) -> bool:
    """Whether a figure is said to be what is expected, in a sentence that does not speak of a target."""
    is_told = _EXPECTED.search_part(sentence[: figure.start]) is not None
    may_be = role_of(sentence, figure) in {Role.FORECAST, Role.END, Role.UNSAID}
    return is_told and may_be and not A_NAMED_AIM.search(sentence) and not _NOT_SO.search(sentence)


def _is_known(figure: Figure, judged: Judged, sentence: str, *, if_so: bool) -> bool:
    of_now = [judged.quarter.actual, judged.quarter.target]
    others = [judged.forecast.target if judged.forecast else None, judged.returned.previous_actual]
    if not if_so and _is_expected(sentence, figure):
        return isinstance(judged.quarter.actual, Decimal) and figure.agrees_with(judged.quarter.actual)
    known = of_now if if_so else [*of_now, *others, judged.returned.year_ago_actual]
    return any(isinstance(each, Decimal) and figure.agrees_with(each) for each in known)


def _year_at_this_rate(judged: Judged) -> Decimal | None:
    """What a year of periods like this one comes to; None where they do not add up, or nobody says that they do."""
    now, target, year = judged.quarter.actual, judged.quarter.target, judged.measure.year_end_target
    if judged.measure.basis not in {Basis.QUARTER, Basis.UNSAID} or not isinstance(now, Decimal):
        return None
    count = judged.own_period.per_year
    if count == 1 or not (isinstance(target, Decimal) and isinstance(year, Decimal)):
        return None
    return count * now if target > 0 and year >= (count - 1) * target else None
