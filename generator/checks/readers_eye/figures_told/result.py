"""NUM01: a figure that a text puts forward as the result, and that is another."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from generator.checks.readers_eye.figures_told.beside import counts_others
from generator.checks.readers_eye.figures_told.clause import numbers_in
from generator.checks.readers_eye.figures_told.reading import OfTime, Sure, ToldFigure
from generator.checks.readers_eye.figures_told.slips import has_digits, is_like, is_slip
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import figures_in
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.roles import Role
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.times import is_of_the_one_before, is_up_to_now, names_another_time
from generator.model.problem import Problem

_A_FEW = 3
"""The fewest of a whole that are a part of it by more than chance."""
_MOST = 2
"""Figures of a sentence of which one may be a slip of the result: of more of them, each is of something else."""
_CLOSE = 30
"""Letters before a figure that say how it is meant."""
_NEARLY = Decimal("0.05")
_HAD_BEEN = Sought(r"\b(?:had|having) (?:been|stood|come|run|reached)|used to|once\b")
_ROUGHLY = Sought(
    r"\b(?:(?P<over>passed|tops?|topped|exceeded|exceeding|above|over|more than)"
    r"|(?P<under>nearly|almost|under|below|close to)|around|about|some|roughly|circa|approximately)\s+$"
)
_BOUND = Sought(r"\b(?:between|under|below|above|over|less than|more than|fewer than)\s+$")
"""What stands before a bound that some lie on one side of, unless it opens the sentence."""


def another_result(text: OfMeasure, told: Sequence[ToldFigure]) -> Iterator[Problem]:
    """NUM01 once, for the figure that is most surely told as the result, and is another."""
    actual = text.judged.quarter.actual
    if not isinstance(actual, Decimal):
        return
    strange = [each for each in told if not each.is_known]
    is_meant = _is_it_too if text.tells_the_result else _is_it
    found = [
        each
        for each in strange
        if is_like(each.figure.value, actual)
        and (is_slip(each.figure.value, actual) or not counts_others(each))
        and _may_be_it(each, actual)
        and is_meant(each, actual, text)
        and not _is_listed(each, strange, actual)
    ]
    found = found or ([] if text.tells_the_result else [each for each in told if _is_an_earlier_one(each, text)])
    if found and not text.tells_the_result and _is_told_in_counts(text, actual):
        found = [each for each in found if _is_it_too(each, actual, text)]
    if found:
        best = max(found, key=lambda each: each.sure)
        yield not_the_result(text, best.line, best.sentence, best.figure.typed)


def _is_told_in_counts(text: OfMeasure, actual: Decimal) -> bool:
    """Whether two numbers of a sentence make the result as part and whole, or the rest: "of 310 plans 279"."""
    counts = ([each for each in numbers_in(sentence) if not each.unit] for _, sentence in text.sentences)
    return text.unit == "%" and any(
        text.judged.measure.rounded(100 * share / whole.value) == actual
        for each in counts
        for part, whole in permutations(each, 2)
        if _A_FEW <= part.value < whole.value
        for share in (part.value, whole.value - part.value)
    )


def _is_listed(told: ToldFigure, every: Sequence[ToldFigure], actual: Decimal) -> bool:
    """Whether a sentence has more figures like one, or tells from what strange figure something moved."""
    beside = [each for each in every if each.sentence == told.sentence]
    alike = [each for each in beside if not each.is_in_brackets and _may_be_it(each, actual)]
    most = _MOST if is_slip(told.figure.value, actual) else 1
    is_among_others = len(alike) > most or any(each.role is Role.START for each in beside)
    return is_among_others or is_beside_another(told, every, actual)


def is_beside_another(told: ToldFigure, every: Sequence[ToldFigure], actual: Decimal) -> bool:
    """Whether what a sentence tells first in the unit is of something else: "sheltered homes took 44 days"."""
    first = next((each for each in every if each.sentence == told.sentence), told)
    is_its_unit = bool(told.text.unit) and first.figure.unit == told.text.unit
    is_strange = not first.is_known and first.role in {Role.UNSAID, Role.END} and first.when is not OfTime.OTHER
    is_of_another = first.sure <= Sure.HARDLY or not is_like(first.figure.value, actual)
    return first is not told and is_its_unit and is_strange and is_of_another


def _may_be_it(told: ToldFigure, actual: Decimal) -> bool:
    if told.role not in {Role.UNSAID, Role.END} or told.sure is Sure.NOT:
        return False
    if told.when not in {OfTime.NOW, OfTime.UNSAID}:
        return False
    before = told.sentence[: told.figure.start]
    bound = _BOUND.search_part(before)
    return not (bound and before[: bound.start()].strip()) and not _is_nearly_so(told, actual)


def _is_it(told: ToldFigure, actual: Decimal, text: OfMeasure) -> bool:
    """Whether a figure is told as the result of which the text has no other."""
    value = told.figure.value
    if told.sure is Sure.HARDLY and told.when is not OfTime.NOW:
        return has_digits(value) and is_slip(value, actual) and _is_of_its_kind(told, text)
    return True


def _is_it_too(told: ToldFigure, actual: Decimal, text: OfMeasure) -> bool:
    """Whether a figure is told as the result beside that, or beside the counts that make it."""
    value = told.figure.value
    if told.sure is not Sure.PLAIN:
        return False
    is_slip_of_it = has_digits(value) and is_slip(value, actual) and _is_of_its_kind(told, text)
    return is_slip_of_it or (told.when is OfTime.NOW and not is_up_to_now(told.clause.whole, text.judged.own_period))


def _is_an_earlier_one(told: ToldFigure, text: OfMeasure) -> bool:
    """Whether the result of an earlier time, which is no other figure of the form, is told as that of now."""
    returned, forecast = text.judged.returned, text.judged.forecast
    others = (text.judged.quarter.target, *((forecast.actual, forecast.target) if forecast else ()))
    if told.figure.value not in {returned.previous_actual, text.year_ago} or told.figure.value in others:
        return False
    is_now = told.when in {OfTime.NOW, OfTime.UNSAID} and told.role in {Role.UNSAID, Role.END}
    if not is_now or not _is_of_its_kind(told, text) or _is_said_to_be_of_then(told, text):
        return False
    if not has_digits(told.figure.value):
        return told.sure is Sure.PLAIN and bool(told.figure.unit) and not told.is_in_brackets
    return told.sure >= (Sure.HARDLY if _opens_the_text(told, text) else Sure.NAMED)


def _is_said_to_be_of_then(told: ToldFigure, text: OfMeasure) -> bool:
    """Whether it is told of the past, or in brackets before another time: "under (79.3%) in the third quarter"."""
    if _HAD_BEEN.search_part(told.clause.before):
        return True
    after, period = told.sentence[told.figure.end :][:_CLOSE], text.judged.own_period
    return told.is_in_brackets and (names_another_time(after, period) or is_of_the_one_before(after, period))


def _opens_the_text(told: ToldFigure, text: OfMeasure) -> bool:
    """Whether it is the first figure of its text, where the result is told as a rule."""
    return told.sentence == text.account[0].sentences[0] and figures_in(told.sentence)[0] == told.figure


def _is_of_its_kind(told: ToldFigure, text: OfMeasure) -> bool:
    """Whether a figure has the measure's unit, or as a bare number its decimals."""
    return told.figure.unit == text.unit and (bool(text.unit) or told.figure.decimals == text.judged.measure.decimals)


def _is_nearly_so(told: ToldFigure, actual: Decimal) -> bool:
    """Whether a round number is said to be passed, not quite reached, or about right, and the result bears that out."""
    said = _ROUGHLY.search_part(told.sentence[: told.figure.start])
    apart = actual - told.figure.value
    if not said or abs(apart) > abs(actual) * _NEARLY:
        return False
    return not ((said["over"] and apart < 0) or (said["under"] and apart > 0))


def not_the_result(text: OfMeasure, line: Line, sentence: str, typed: str) -> Problem:
    """NUM01 for what is told as the result and is not."""
    judged, actual = text.judged, text.judged.quarter.actual
    what, known = f"this {judged.own_period.word}'s result", judged.measure.show("" if actual is None else actual)
    return text.problem("NUM01", line, sentence, number=typed, what=what, known=known)
