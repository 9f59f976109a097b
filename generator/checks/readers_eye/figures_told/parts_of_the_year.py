"""NUM01 of what is told of one period of a sum that grows through the year: "47 of them in the second quarter"."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.comparisons.references import grows
from generator.checks.readers_eye.figures_told.clause import clause_of, numbers_in
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import Figure, figures_in, fits
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import NAMED_QUARTER, quarter_in_match, quarter_of
from generator.checks.readers_eye.text.told_of import names_nothing_else
from generator.model.period import Period, month_name
from generator.model.problem import Problem

_QUARTER = Sought(NAMED_QUARTER)
_SPAN = Sought(
    r"\b(?P<first>January(?= (?:to|and) March)|April(?= (?:to|and) June)|July(?= (?:to|and) September)"
    r"|October(?= (?:to|and) December))\b"
    r"|\b(?:in|during|over|for) (?:the|this) quarter\b(?! (?:to|before|of|last|ended|ending)\b)"
)
_ALONE = Sought(r"\b(?:alone|itself|on its own)\b")
"""What is said of a part of a share that grows: by other words nobody tells it by its parts."""
_NTH = ("first", "second", "third", "fourth")
_SHORT = Sought(r"\bin the (?P<nth>first|second|third|fourth)(?=[.,;]|$)")
"""A quarter after another was named: "52 in the first quarter and 66 in the second"."""
_STARTS = ("January", "April", "July", "October")
_OTHER_YEAR = Sought(r"\b(?:last year|year before|year ago|20\d\d|target|profile|planned|forecast|more|fewer|less)\b")
_CLOSE = Decimal("0.6")
"""How far off a number may be, as a part of the right one, to be meant as it."""


def parts_of_the_year(text: OfMeasure) -> Iterator[Problem]:
    """NUM01 where a clause about nothing else tells another number of this period, or of the one before, than came."""
    actual, before = text.judged.quarter.actual, text.judged.returned.previous_actual
    number = quarter_of(text.judged.own_period)
    if number in {None, 1} or not isinstance(actual, Decimal) or not isinstance(before, Decimal):
        return
    if not grows(text) or before >= actual:
        return
    came = {number: actual - before} | ({1: before} if number == 2 else {})
    for line, sentence in text.holding(_QUARTER, _SPAN, lines=text.account):
        for each in figures_in(sentence):
            clause = clause_of(sentence, each, "").whole
            quarter = _quarter_of(clause, text.judged.own_period)
            right = came.get(quarter or 0) if text.unit != "%" or _ALONE.search(sentence) else None
            if right is not None and (
                _is_of_the_year(sentence, each, clause, text)
                if each.value == actual
                else _is_wrong(sentence, each, right, clause, text)
            ):
                what = "what came this quarter" if quarter == number else "the result before it"
                known = text.judged.measure.show(right)
                yield text.problem("NUM01", line, sentence, number=each.typed, what=what, known=known)


def _quarter_of(clause: str, period: Period) -> int | None:
    """The quarter that a clause names, where it names one."""
    named = {quarter_in_match(each) for each in _QUARTER.finditer_part(clause)}
    named |= {_NTH.index(each["nth"]) + 1 for each in _SHORT.finditer_part(clause)}
    for span in _SPAN.finditer_part(clause):
        first = _STARTS.index(span["first"].title()) if span["first"] else None
        start = _STARTS.index(month_name(period.whole_year.first_day)) if first is not None else 0
        named.add((first - start) % 4 + 1 if first is not None else quarter_of(period) or 0)
    return named.pop() if len(named) == 1 else None


def _is_wrong(sentence: str, figure: Figure, right: Decimal, clause: str, text: OfMeasure) -> bool:
    is_count = text.judged.measure.unit.startswith("per ") and figure.decimals < text.judged.measure.decimals
    if is_count or not fits(figure, text.unit) or figure.agrees_with(right) or _OTHER_YEAR.search_part(clause):
        return False
    if role_of(sentence, figure) not in {Role.UNSAID, Role.END} or abs(figure.value - right) > right * _CLOSE:
        return False
    rest = clause.replace(figure.typed, "")
    return names_nothing_else(rest, text.title) or (shared(rest, text.subject) > 0 and text.has_the_result(sentence))


_CAME_TO = Sought(
    r"\b(?:reach\w*|stood|stands?|total\w*|so far|to date|since|(?<!followed )by|(?:bring|brought|tak|took)\w*"
    r" (?:the|our|it|us|this|that|them)|now|pass\w*|cumulative\w*|figures?|position|results?|tally|is|are|year|end|half"
    r"|nine months|six months)\b"
)


def _is_of_the_year(sentence: str, figure: Figure, clause: str, text: OfMeasure) -> bool:
    """Whether all of the year so far is told as what came in a quarter of it: "655 visits in the fourth quarter"."""
    told = f"{sentence[: figure.start]} {clause}"
    if not fits(figure, text.unit) or _OTHER_YEAR.search_part(clause) or _CAME_TO.search_part(told):
        return False
    if len(numbers_in(clause)) > 1 or sentence[: figure.start].endswith((" of ", " of the ", "Of the ", "Of ")):
        return False
    rest = clause.replace(figure.typed, "")
    return shared(rest, text.subject) > 0 or names_nothing_else(rest, text.title)
