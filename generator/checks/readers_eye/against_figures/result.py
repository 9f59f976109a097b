"""NUM01: a number that is put forward as the measure's result and is not it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import DIGIT, Figure, figures_in, fits, unit_of
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Sought, any_of, phrase
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import (
    ELSEWHERE,
    LAST_YEAR,
    is_of_another_time,
    is_of_now,
    is_of_the_one_before,
)
from generator.checks.readers_eye.text.told_of import (
    is_said_of_it,
    known_figures,
    names_nothing_else,
    opens_with_another,
)
from generator.model.measure import Basis
from generator.model.period import MONTH_NAMES
from generator.model.problem import Problem

_NEAR, _LIKE_IT = Decimal("0.02"), Decimal("0.2")
_CLAIM = Sought(
    rf"\b(?:{any_of('figure performance rate result outturn actual compliance')})\b(?:[^.;]|\.\d){{0,50}}?"
    rf"\b(?:{any_of('was is of at stands_at stood_at')})\s+$"
)
_OWN = Sought(r"^(?:It|This|That)\b|\b(?:performance|figures?|results?|rate|outturn|timeliness|compliance)\b")
_OF_SOME = Sought(
    r"\b(?:exclud(?:es|ed)|leaving out|apart from|but for|outside|except|before that|in (?:the )?(?:north|south"
    r"|east|west|\w+ wards?)|excluding|without|among|amongst|for (?:those|adults|children|men"
    r"|women|boys|girls)|of (?:these|those|them|which|whom)|whose|highest|lowest|best|worst|peak\w*|weekly"
    r"|daily|each(?! \d)"
    r"|elsewhere|target|aim|every|survey|estimated?)\b"
)
_NEARLY = Decimal("0.05")
_ROUGHLY = Sought(
    r"\b(?:(?P<over>passed|tops?|topped|exceeded|exceeding|above|over|more than)"
    r"|(?P<under>nearly|almost|under|below|close to)|around|about|some|roughly|circa|approximately)\s+$"
)
_OF_A_GROUP = Sought(
    r"\b(?:about|of the|of all|of those|on the|(?:ma[dk]e|making|makes) up|account(?:s|ed|ing)? for"
    r"|compris(?:es?|ed|ing)|form(?:s|ed|ing)?|constitut(?:es?|ed|ing)"
    r"|represent(?:s|ed|ing)?)\s+(?:(?:an?|some|about|nearly|over) )*$"
)
_CAME_TO = Sought(
    rf"\b(?:{any_of('dropped fell fallen decreased declined reduced rose risen increased grew grown improved went')})"
    r"\b(?:[^.;]|\.\d){0,60}\bto (?:just |only )?$"
)
_TO_COME = Sought(
    rf"\b(?:{any_of('will would should could may might expect expected aim hope plan if target need')})\b"
)
_PART_OF_THE_TIME = Sought(
    r"^[^.;,]{0,12}\b(?:in|by|during|for|from|as at|at the end of) (?:January|February|March|April|May|June|July"
    r"|August"
    r"|September|October|November|December|20\d\d|the (?:first|last|same))"
)
_MONTHS = f"(?:{'|'.join(MONTH_NAMES)})"
_OF_MONTHS = re.compile(
    rf"\b{_MONTHS}(?:(?:,| and| or|, and) {_MONTHS})* (?:(?:each|both|all|also|even|alone) )?[a-z]+ (?:at |to |by )?$"
)
"""What a figure is told of, right before it."""
_LAST_PART = re.compile(r"[;:(]|, (?!\d)")
_OF_ANOTHER = Sought(r"^(?:and |but )?(?:where|whose|(?:for|of) wh(?:om|ich)|in which)\b")
"""How a clause begins that tells of what the one before it named: a place, a group."""
_MOVE = re.compile(r" (?:has |have |had )?[a-z]+ from $")
_SO_FAR = phrase("year_to_date year-to-date so_far_this_year cumulative(?:ly)?")
_HAS_A_NOUN = Sought(r"^ (?!in|at|on|for|and|to|the|a|last|during|of|this|when|previously|before)[a-z]")
_NUMBER = r"\d[\d,]*(?:\.\d+)?(?![.,]?\d)"
_BETWEEN = Sought(rf"\bbetween (?P<low>{_NUMBER}) ?(?:%|per cent)? and (?P<high>{_NUMBER}) ?(?P<unit>%|per cent)?")


def numbers(text: OfMeasure) -> Iterator[Problem]:
    """NUM01 for each figure of the measure's unit that reads like this quarter's result, or the one before, and is not.

    A figure that may be any of those that are known (targets, forecasts, earlier results) is taken for that one.
    """
    actual = text.judged.quarter.actual
    if not isinstance(actual, Decimal):
        return
    known = known_figures(text)
    for line, sentence in text.holding(DIGIT):
        yield from _of_a_range(text, line, sentence, actual)
        yield from _of_an_earlier_time(text, line, sentence, known)
        strange = [each for each in _of_the_unit(sentence, text) if not any(map(each.agrees_with, known))]
        for each in strange:
            if _claims_to_be_the_last(each, sentence, text, actual):
                before = text.judged.direction.before
                facts = {"number": each.typed, "known": text.judged.measure.show("" if before is None else before)}
                yield text.problem("NUM01", line, sentence, what="the result before it", **facts)


def _stands_in_its_place(each: Figure, sentence: str, text: OfMeasure, actual: Decimal) -> bool:
    """Whether a text that tells the result nowhere begins with a figure like it, about what is measured."""
    if not text.account or sentence != text.account[0].sentences[0]:
        return False
    before, period = sentence[: each.start], text.judged.returned.own_period
    is_like_it = abs(each.value - actual) <= abs(actual) * _LIKE_IT and not _is_nearly_so(each, before, actual)
    if not is_like_it or role_of(sentence, each) not in {Role.UNSAID, Role.END} or _OF_A_GROUP.search(before):
        return False
    opening = before.rpartition(", ")[2]
    clause = opening + sentence[each.start :].partition(", ")[0]
    if _TO_COME.search(before) or _OF_SOME.search(clause) or _is_of_others(sentence, text):
        return False
    is_of_it = shared(sentence, text.subject) > 0 or bool(_OWN.search(sentence))
    if not is_of_it or is_of_another_time(clause, len(opening), period):
        return False
    return not any(told.agrees_with(actual) for _, other in text.sentences for told in figures_in(other))


def _of_the_unit(sentence: str, text: OfMeasure) -> list[Figure]:
    """The figures of a sentence in the measure's unit; bare ones with its noun, or where something came to them."""
    unit = unit_of(text.judged.measure)
    may_be_bare = unit not in {"%", "£"}
    return [
        each
        for each in figures_in(sentence)
        if each.unit == unit or (may_be_bare and not each.unit and _is_meant(each, sentence, text))
    ]


def _is_meant(figure: Figure, sentence: str, text: OfMeasure) -> bool:
    return _has_its_noun(figure, sentence, text) or _came_to(figure, sentence, text)


def _has_its_noun(figure: Figure, sentence: str, text: OfMeasure) -> bool:
    after = sentence[figure.end : figure.end + 40].split()[:2]
    return shared(" ".join(after), text.subject) > 0


def _came_to(figure: Figure, sentence: str, text: OfMeasure) -> bool:
    return bool(_CAME_TO.search(sentence[: figure.start])) and shared(sentence[: figure.start], text.subject) > 0


def _claims(each: Figure, sentence: str, text: OfMeasure, actual: Decimal) -> bool:
    """Whether a number is put forward as this quarter's result: said to be, or too near it to be anything else."""
    period, before = text.judged.returned.own_period, sentence[: each.start]
    near, claimed = abs(each.value - actual) <= abs(actual) / 4, bool(_CLAIM.search(before))
    if (near and _is_nearly_so(each, before, actual)) or _OF_MONTHS.search(before):
        return False
    if not (near or claimed) or role_of(sentence, each) not in {Role.UNSAID, Role.END} or _OF_A_GROUP.search(before):
        return False
    if near and _CAME_TO.search(before) and not _TO_COME.search(before):
        return _comes_from_it(sentence, each, text) and not _PART_OF_THE_TIME.search_part(sentence[each.end :])
    if is_of_another_time(sentence, each.start, period) or _TO_COME.search(before) or _is_of_others(sentence, text):
        return False
    if is_of_now(sentence, each.start, period):
        return claimed or bool(each.unit) or each.value >= 100
    alone = sum(figure.unit == each.unit for figure in figures_in(sentence)) == 1
    return alone and abs(each.value - actual) <= abs(actual) * _NEAR and (bool(each.unit) or each.value >= 1000)


def _comes_from_it(sentence: str, end: Figure, text: OfMeasure) -> bool:
    """Whether what came to a figure is the result: by where it came from, or else by the title's words or its own."""
    starts = [each for each in figures_in(sentence) if each.end < end.start and role_of(sentence, each) is Role.START]
    known = known_figures(text)
    if starts[-1:]:
        clause = _LAST_PART.split(sentence[: starts[-1].start])[-1]
        names_it = _OWN.search_part(clause) or text.unit != "%" or is_said_of_it(_MOVE.sub("", clause), text)
        is_its = names_it and names_nothing_else(clause, text.title) and not _OF_ANOTHER.match_part(clause)
        return any(map(starts[-1].agrees_with, known)) or bool(is_its)
    return shared(sentence, text.subject) > 0 or bool(_OWN.search(sentence))


def _is_nearly_so(each: Figure, before: str, actual: Decimal) -> bool:
    """Whether a round number is said to be passed, not quite reached, or about right, and the result bears that out."""
    said = _ROUGHLY.search_part(before)
    apart = actual - each.value
    if not said or abs(apart) > abs(actual) * _NEARLY:
        return False
    return not ((said["over"] and apart < 0) or (said["under"] and apart > 0))


def may_be_of_others(sentence: str, clause: str, text: OfMeasure) -> bool:
    """Whether a figure in a clause of a sentence may be of a group, of another place, or of times to come."""
    some = (_OF_SOME, _TO_COME, ELSEWHERE)
    return any(each.search_part(clause) for each in some) or _is_of_others(sentence, text)


def _is_of_others(sentence: str, text: OfMeasure) -> bool:
    """Whether a sentence tells of a group that it opens with, or of the year so far."""
    return opens_with_another(sentence, text.title) or _is_so_far(sentence, text)


def _is_so_far(sentence: str, text: OfMeasure) -> bool:
    """Whether a sentence tells of the year so far, where the result is of one quarter."""
    return text.judged.measure.basis not in {Basis.CUMULATIVE, Basis.ROLLING} and bool(_SO_FAR.search(sentence))


def _claims_to_be_the_last(each: Figure, sentence: str, text: OfMeasure, actual: Decimal) -> bool:
    """Whether it is said that the result came from it, in a sentence that names no other time than last quarter."""
    before, period = text.judged.direction.before, text.judged.returned.own_period
    if not sentence[: each.start].endswith("from ") or not isinstance(before, Decimal):
        return False
    came_to = [end for end in figures_in(sentence) if end.start > each.start and role_of(sentence, end) is Role.END]
    return (
        len(came_to) == 1
        and came_to[0].agrees_with(actual)
        and abs(each.value - before) <= abs(before) / 4
        and not is_of_another_time(sentence, each.start, period)
    )


_MAY_BE_OF_THEN = frozenset({Role.EARLIER, Role.START, Role.END, Role.UNSAID})


def _of_an_earlier_time(text: OfMeasure, line: Line, sentence: str, known: tuple[Decimal, ...]) -> Iterator[Problem]:
    """What is said to have been the result last quarter or last year, where the form has another."""
    unit, returned = unit_of(text.judged.measure), text.judged.returned
    earlier = [each for each in (returned.previous_actual, text.year_ago) if isinstance(each, Decimal)]
    for each in figures_in(sentence) if earlier else ():
        is_like_one = fits(each, unit) and any(abs(each.value - one) <= abs(one) / 4 for one in earlier)
        if not is_like_one or any(map(each.agrees_with, known)) or role_of(sentence, each) not in _MAY_BE_OF_THEN:
            continue
        clause = around(sentence, each.start)
        what, before = _of_which_time(text, clause)
        if not isinstance(before, Decimal) or abs(each.value - before) > abs(before) / 4:
            continue
        rest = clause.replace(each.typed, "")
        is_bare = not each.unit and _HAS_A_NOUN.search_part(sentence[each.end :]) and not shared(clause, text.subject)
        is_of_it = (
            text.has_the_result(sentence) or shared(clause, text.subject) > 0 or names_nothing_else(rest, text.title)
        )
        is_other = any(each.search_part(clause) for each in (_OF_SOME, _TO_COME, ELSEWHERE))
        if is_of_it and not is_bare and not is_other:
            facts = {"number": each.typed, "known": text.judged.measure.show(before)}
            yield text.problem("NUM01", line, sentence, what=what, **facts)


def _of_which_time(text: OfMeasure, clause: str) -> tuple[str, object]:
    """Of which time a clause tells, and what the form has of that time."""
    returned = text.judged.returned
    if LAST_YEAR.search_part(clause):
        return "the result of a year ago", text.year_ago
    if is_of_the_one_before(clause, returned.own_period) and not _NOW.search_part(clause):
        return "the result before it", returned.previous_actual
    return "", None


_AT_IT = Sought(
    r"^(?:(?:now|currently|standing|still|and|but|so|yet) ?,? )*at (?:just |only |some )*$"
    r"|\b(?:rate|score|figure) of (?:just |only |some )*$|\b(?:rate|score|result|figure|outturn|performance|it"
    r"|we|average|total|number) (?:now |currently |still "
    r"|thus |again )*"
    r"(?:is|are|stands? at|stood at|comes? (?:out |in )?(?:to|at)|came (?:out |in )?(?:to|at)|works out at"
    r"|reached|reaches"
    r"|was|were|managed|scored|recorded|posted|achieved|delivered) (?:just |only |some |now |still |at "
    r"|an average of )*$"
)
_NOW = Sought(r"\b(?:now|currently|today|this time|this (?:quarter|month|year|half-year|term)|at present)\b")
_GOES_ON = Sought(r"^[^.;]{0,3}?,? (?:we|it|this|performance|the (?:rate|result|figure|service|team|score)|our)\b")


def _said_to_be_it(
    text: OfMeasure, line: Line, sentence: str, actual: Decimal, known: tuple[Decimal, ...]
) -> Iterator[Problem]:
    """NUM01 for a figure that a clause about nothing else puts forward as the result: "At 81% we are", "It was 79%"."""
    period, unit = text.judged.returned.own_period, unit_of(text.judged.measure)
    if not _AT_IT.may_be_in(sentence) or text.tells_the_result:
        return
    for each in figures_in(sentence):
        is_bare = not unit and not (each.decimals and text.judged.measure.decimals)
        if each.unit != unit or is_bare or each.agrees_with(actual) or abs(each.value - actual) > abs(actual) / 4:
            continue
        before, clause = sentence[: each.start], around(sentence, each.start)
        claim = _AT_IT.search_part(before)
        if not claim or _is_nearly_so(each, before, actual) or role_of(sentence, each) not in {Role.UNSAID, Role.END}:
            continue
        at_its_head = claim.start() == 0 and _GOES_ON.match_part(sentence[each.end :])
        is_known = any(map(each.agrees_with, known)) and not (at_its_head or _NOW.search_part(clause))
        is_other = is_of_another_time(sentence, each.start, period) or is_of_the_one_before(clause, period)
        if is_known or is_other or _TO_COME.search_part(clause) or _OF_SOME.search(sentence):
            continue
        if names_nothing_else(clause.replace(each.typed, ""), text.title) and not _is_so_far(sentence, text):
            yield not_the_result(text, line, sentence, each.typed)


def _of_a_range(text: OfMeasure, line: Line, sentence: str, actual: Decimal) -> Iterator[Problem]:
    match = _BETWEEN.search(sentence)
    if not match or bool(match["unit"]) != (text.judged.measure.unit == "%"):
        return
    period, before = text.judged.returned.own_period, sentence[: match.start()]
    if not is_of_now(sentence, match.end(), period) and not _CLAIM.search(before):
        return
    if is_of_another_time(sentence, match.start(), period) or _TO_COME.search(before):
        return
    low, high = (Decimal(match[each].replace(",", "")) for each in ("low", "high"))
    if not low <= actual <= high and low * Decimal("0.75") <= actual <= high * Decimal("1.25"):
        yield not_the_result(text, line, sentence, match[0])


def not_the_result(text: OfMeasure, line: Line, sentence: str, typed: str) -> Problem:
    """NUM01 for what is told as the result and is not."""
    judged, actual = text.judged, text.judged.quarter.actual
    what, known = f"this {judged.own_period.word}'s result", judged.measure.show("" if actual is None else actual)
    return text.problem("NUM01", line, sentence, number=typed, what=what, known=known)
