"""NUM12: another forecast than the form's, or than four quarters like this one give."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_figures.required_rate import seems_to_add_up
from generator.checks.readers_eye.figures_told.beside import names_only_others
from generator.checks.readers_eye.figures_told.clause import clause_of, numbers_in
from generator.checks.readers_eye.figures_told.slips import is_like, is_slip
from generator.checks.readers_eye.text.aims import A_NAMED_AIM
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import Figure, fits, unit_of
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sought import Sought, phrase
from generator.checks.readers_eye.text.times import ELSEWHERE
from generator.judging.compared.adding_up import only_grows
from generator.judging.outcome import Judged
from generator.model.english import in_words, plural
from generator.model.measure import Basis
from generator.model.period import Period
from generator.model.problem import Problem

_FORECAST = Sought(
    r"\b(?:forecast|outturn|outlook|foresee|foresaw|reckon on|year[- ]end|end of (?:the )?year"
    r"|(?:finish|end) the year|year (?:will|would|should|to) (?:end|finish)"
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
    r"\b(?:last (?:full )?year|previous|20\d\d|original\w*|earlier|so far|to date"
    r"|was forecast|had forecast|budget\w*"
    r"|national\w*)\b"
)
_UNSURE = phrase("could might may")
_BY_MARCH = Sought(
    r"\b(?:expect|anticipat|project|predict|forecast|estimat|envisag)\w*\b[^.;]{0,70}\b(?:by|31|end of) March\b"
)
"""Of what adds up over the year, that is the year's; of anything else, March's."""
_CLOSE = 25
"""Letters after a figure in which it may be called a forecast."""
_MARK = re.compile(r"[(,;:]")
_THIS_YEAR = re.compile(r"\b(?:by|of|31|in|at) March 20\d\d\b")


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
        if not any(each.search(sentence) for each in sought):
            continue
        tells_it = any(each.agrees_with(abs(forecast)) for each in numbers_in(sentence))
        for each in numbers_in(sentence):
            own = clause_of(sentence, each, text.title)
            clause = own.whole
            if_so = year is not None and _IF_SO.search(sentence) is not None
            right = year if if_so and year is not None else forecast
            if (tells_it and not if_so) or each.agrees_with(right) or ELSEWHERE.search_part(clause):
                continue
            if _OTHERS_FORECAST.search_part(_THIS_YEAR.sub("", clause)):
                continue
            if not if_so and (_UNSURE.search_part(clause) or names_only_others(sentence, own, text)):
                continue
            if judged.own_period.is_last and not is_slip(each.value, right):
                continue  # the year may have come to something else than was forecast
            is_near = is_like(each.value, right)
            is_its = _is_the_years(each, sentence, unit, right) or (is_near and _is_of_its_role(each, sentence))
            told = clause + _MARK.split(sentence[each.end : each.end + _CLOSE])[0]
            is_called = any(one.search_part(told) for one in (*sought, _EXPECTED))
            is_told = role_of(sentence, each) is Role.FORECAST or (is_called and not _is_an_aim(clause))
            if is_its and is_told and not _is_known(each, judged, sentence, clause, if_so=if_so):
                what = _a_year_of(judged.own_period) if if_so else "the form forecasts"
                shown = judged.measure.show(right)
                yield text.problem("NUM12", line, sentence, number=each.typed, what=what, right=shown)


def _a_year_of(period: Period) -> str:
    return f"{in_words(period.per_year)} {plural(period.per_year, period.word)} like this one give"


def _is_the_years(figure: Figure, sentence: str, unit: str, right: Decimal) -> bool:
    """Whether a figure may be the year's: in its unit, or with decimals, and no more than a few times another."""
    is_its_unit = figure.unit == unit or (fits(figure, unit) and figure.decimals > 0)
    is_of_its_size = abs(right) <= _FEW * figure.value and figure.value <= _FEW * abs(right)
    return is_its_unit and is_of_its_size and _is_of_its_role(figure, sentence)


_FEW = 5


def _is_of_its_role(figure: Figure, sentence: str) -> bool:
    return role_of(sentence, figure) in {Role.FORECAST, Role.END, Role.UNSAID}


def _is_an_aim(clause: str) -> bool:
    """Whether what is told of the year is what it should come to, and not what is expected."""
    return A_NAMED_AIM.search_part(clause) is not None and not _EXPECTED.search_part(clause)


_EXPECTED = phrase(
    r"""expect\w* anticipat\w* project\w* predict\w* forecast\w* envisag\w* confident sees?_the_year estimat\w*
    year_(?:will|should)_(?:end|finish|close)
    (?:should|will|shall)(?:_still)?_(?:make|reach|hit|meet|achieve|end|finish)"""
)


_NOT_SO = phrase("not unlikely miss\\w* out_of_reach cannot no_longer short below under if would")


def _is_expected(sentence: str, figure: Figure, clause: str) -> bool:
    """Whether a figure is said to be what is expected, in a clause that does not speak of a target."""
    is_told = _EXPECTED.search_part(sentence[: figure.start]) is not None
    may_be = role_of(sentence, figure) in {Role.FORECAST, Role.END, Role.UNSAID}
    return is_told and may_be and not A_NAMED_AIM.search_part(clause) and not _NOT_SO.search_part(clause)


def _is_known(figure: Figure, judged: Judged, sentence: str, clause: str, *, if_so: bool) -> bool:
    of_now = [judged.quarter.actual, judged.quarter.target]
    others = [judged.forecast.target if judged.forecast else None, judged.returned.previous_actual]
    if not if_so and _is_expected(sentence, figure, clause):
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
