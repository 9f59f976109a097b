"""NUM03: a part of a whole, in numbers, that is not the percentage beside it, or else not the measure's own."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import PART_OF, WHOLE, Figure, count_of, figures_in, parts_in
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import LAST_YEAR, is_up_to_now, names_another_time, names_the_last
from generator.checks.readers_eye.text.told_of import names_nothing_else
from generator.model.period import Period
from generator.model.problem import Problem

_SOME_OF = Sought(
    rf"(?<![\w.,/£-])(?P<part>{WHOLE}) (?!of\b|per\b|in\b|to\b|months\b|weeks\b|days\b|quarters\b|years\b)"
    r"[a-z-]+(?: [a-z-]+)?(?<! out) of (?:the |all |our )?(?P<whole>(?!(?:19|20)\d\d\b)\d[\d,]*)\b"
    r"(?![%.,/]\d|%| ?(?:per cent|days?|weeks?|months?|years?|hours?|minutes?))"
)
_OF_WHICH = Sought(
    rf"(?<![\w.,/])(?P<whole>{WHOLE})\b(?![.,/]\d)[^.;%\d()]{{0,60}}?,? (?P<part>{WHOLE}) of (?:which|whom|these"
    rf"|them)\b"
)
_OF_THE = Sought(
    rf"\bof (?:(?:the|these|those|all) )?(?P<whole>{WHOLE})\b(?! of)"
    r"(?:[^.;,%\d]|\b20\d\d\b|\b(?:stage|level|grade|phase) \d\b"
    r"|\b\d{1,2} (?:days|minutes|hours|weeks|working)\b){0,60}?,?"
    rf"(?<!\b(?:stage|level|grade|phase)) (?!20\d\d\b)(?P<part>{WHOLE})\b(?!,? of\b|%|[.,]\d)"
    r"(?![ -](?:weeks?|days?|months?|years?|hours?|working|per cent)\b)"
)
_COUNTED = Sought(rf"(?<![\w.,/£-]){WHOLE} (?:[a-z-]+ ){{1,3}}$")
"""Before "of 440": the part is told already, as in "51 children of 440 had three moves"."""
_PART_OF_ALL = Sought(r"\b(?:part|phase|stage|step|day|week|year|tier|level|top) $")
_ALL_BUT = Sought(r"\ball (?:but|except|bar) (?:the )?$")
_OF_TIME = Sought(r"^(?: (?:last|past|previous))? (?:months?|quarters?|weeks?|days?|years?)\b")
NOT_IT = Sought(
    r"\b(?:not|late|missed|failed|breach\w*|outside|overdue|unable|no longer|refused|rejected|still|waited"
    r"|had to wait|overran"
    r"|(?:took|waited|ran|needed) (?:longer|more)|(?:longer|more) than|over|beyond|exceeded|without)\b"
)
_OF_MISSES = Sought(
    r"\b(?:put off|cancelled|postponed|adjourned|abandoned|slow|late|missed|overdue|failed|refused|rejected"
    r"|outstanding|unanswered|breach\w*|delayed"
    r"|remaining"
    r"|other|open|lost)\b"
)
"""A whole that is of those alone that were not done: its part says nothing of the result."""
_AND_OF = Sought(
    rf"(?<![\w.,/£-])(?P<whole>{WHOLE}) (?!per\b|in\b|of\b|days?\b|weeks?\b|months?\b|years?\b)[a-z]"
    r"[^.;:%\d()]{2,60}?"
    rf"(?:,|,? and|,? but) (?P<part>{WHOLE})(?: of them)? (?:were|was|had|did|are|went)\b"
)
"""All of them, and then those that were done, each in a clause of its own."""
_OF_MONEY = Sought(
    r"(?P<part>£[\d.,]*\d(?:k|m|bn)?)(?: [a-z]+){0,3} (?:out )?of (?:the )?(?P<whole>£[\d.,]*\d(?:k|m|bn)?)\b"
)
_APART = Sought(
    r"[;:]|, (?!(?:or|which|that|this|giving|making|being|an?|the|just|only|about|some|nearly|over|up|down)\b)[a-z]"
    r"|\b(?:but|while|whilst|because|since|though|although|whereas)\b|\band (?=[a-z])"
)
"""What makes a clause of its own."""
_SAYS_MORE = re.compile(r"[a-z]{3,}(?<!\bthat)")
_MANY = 30
_FEW = frozenset(range(_MANY))
"""Numbers that two fractions may have in common by chance."""
_FAR = 15
"""Percentage points: a fraction further off than this is of something else."""


def fractions(text: OfMeasure) -> Iterator[Problem]:
    """NUM03 where part and whole give another share than the percentage in the sentence, or else than the result.

    Against the result, the sentence must be about what is measured, and those that were not done may be told instead.
    """
    sentences = [
        (line, sentence, found)
        for line, sentence in text.holding(PART_OF, _SOME_OF, _OF_WHICH, _OF_THE, _AND_OF, _OF_MONEY)
        if (found := _fractions_in(sentence))
    ]
    every = [each for _, _, found in sentences for each in found]
    right = [each for each in every if _is_the_result(Fraction(100 * each[0], each[1]), text)]
    for line, sentence, found in sentences:
        for (part, whole), typed in found.items():
            if whole in {all_of - some for some, all_of in found}:
                continue  # a part of the rest: "six of the ten" after "of 24, 14 were"
            share = Fraction(100 * part, whole)
            told = [(each.value, each.typed, False) for each in _told_with(sentence, typed, share, text)]
            if not told and "%" not in sentence and _may_be_own((part, whole), every, right, text):
                is_sure = bool(right) or not text.tells_the_result
                told = _own(text, sentence, share, typed, is_sure=is_sure and typed[0] != "£")
            value, shown, is_rest = min(
                told, key=lambda each: abs(_held(share, rest=each[2]) - Fraction(each[0])), default=(None, "", False)
            )
            held = _held(share, rest=is_rest)
            slack = Fraction(1) if typed[0] == "£" else _told_slack(shown) if shown in sentence else _slack(text)
            if value is not None and slack <= abs(held - Fraction(value)) <= _FAR:
                shown_share = f"{Decimal(held.numerator) / held.denominator:.1f}%"
                quoted = f"{whole - part} of {whole}" if is_rest else typed
                yield text.problem("NUM03", line, quoted, share=shown_share, told=shown)


def _may_be_own(
    fraction: tuple[int, int], every: list[tuple[int, int]], right: list[tuple[int, int]], text: OfMeasure
) -> bool:
    """Whether a fraction may be meant as the result: where another one is that, it has a number with it in common.

    Where nothing else in the text tells the result, only the first may be.
    """
    if right:
        return any(fraction[1] == all_of or {*fraction} & {some, all_of} - _FEW for some, all_of in right)
    return text.tells_the_result or fraction == every[0]


def _is_the_result(share: Fraction, text: OfMeasure) -> bool:
    """Whether a share is the result's, so that no other one in the text is meant as that."""
    actual = text.judged.quarter.actual
    return text.unit == "%" and isinstance(actual, Decimal) and abs(share - Fraction(actual)) < _slack(text)


def _told_with(sentence: str, typed: str, share: Fraction, text: OfMeasure) -> list[Figure]:
    """The percentages that are told with a fraction, in no clause of their own, and as no change, target and so on.

    A target beside the result's own fraction is no share that it was said to be: "570 of 600, so over the 90%".
    """
    start = sentence.find(typed)
    end, found = start + len(typed), list[Figure]()
    own = text.judged.quarter.target if _is_the_result(share, text) else None
    for each in figures_in(sentence):
        between = sentence[end : each.start] if each.start >= end else sentence[each.end : max(start, 0)]
        if each.start < end and between.startswith(")") and _SAYS_MORE.search(between):
            continue  # of what stands before its brackets: "urology (54.6%) carries 71 of the 146"
        is_share = each.unit == "%" and each.value != own and role_of(sentence, each) in _OF_A_SHARE
        if is_share and not _APART.search(between.removesuffix(": ")):
            found.append(each)
    return found


_OF_A_SHARE = frozenset({Role.UNSAID, Role.END})


_STAFF = Sought(
    r"^ +(?:[a-z’'-]+ ){0,2}?(?:staff|posts?|officers|workers|inspectors|surveyors|nurses|doctors|teachers|drivers"
    r"|clerks|advis[eo]rs"
    r"|managers|planners|vacancies|engineers|teams|wards|offices|centres|sites|stations|schools|courts|employees"
    r"|assessors"
    r"|months|weeks|actions|areas|providers|homes|contractors|vehicles|lorries|rounds|practices)\b"
)
"""Those who do it or where it is done, of whom a share says nothing of what is measured."""


def is_of_staff(after: str, text: OfMeasure) -> bool:
    """Whether the words after a share say that it is of staff or places, where the title names none such."""
    match = _STAFF.search_part(after)
    return match is not None and not shared(match[0], text.subject)


def _held(share: Fraction, *, rest: bool) -> Fraction:
    return 100 - share if rest else share


def _told_slack(told: str) -> Fraction:
    """How far off what a text tells may be for rounding: with decimals little, and else a point."""
    return Fraction(3, 10) if "." in told else Fraction(1)


def _slack(text: OfMeasure) -> Fraction:
    """How far off a result may be for rounding: a little more than its last place."""
    return max(Fraction(1, 2), Fraction(10) ** -text.judged.measure.decimals)


def _own(
    text: OfMeasure, sentence: str, share: Fraction, typed: str, *, is_sure: bool
) -> list[tuple[Decimal, str, bool]]:
    """The measure's own percentage, to be held against the share or, where the sentence tells of misses, the rest.

    Where it is not sure that the fraction is meant as that, its clause must name nothing else than what is measured.
    """
    actual, measure, period = text.judged.quarter.actual, text.judged.measure, text.judged.own_period
    at = max(sentence.find(typed), 0)
    clause = around(sentence, at)
    if measure.unit != "%" or not isinstance(actual, Decimal) or is_of_staff(sentence.partition(typed)[2], text):
        return []
    if LAST_YEAR.search_part(clause) or names_the_last(clause, period) or _is_then(clause, period):
        return []
    after = _ENDS.split(sentence[at + len(typed) :])[0]
    of_what = _VERB.split(f"{_NUMBERS.sub(' ', typed)} {after}")[0]
    if (not is_sure or _SOME.search(of_what)) and not names_nothing_else(f"{typed} {after}", text.title):
        return []
    if typed[0] == "£":
        is_about_it = names_nothing_else(_SCALED.sub("", f"{sentence[:at]}{typed}{after}"), text.title)
    else:
        is_about_it = shared(sentence, text.subject) > 0 or names_nothing_else(sentence, text.title)
    if not is_about_it and not _heads_it(sentence, at, typed, text):
        return []
    near = [each for each in (False, True) if abs(_held(share, rest=each) - Fraction(actual)) < _slack(text)]
    rest_is_nearer = abs(100 - share - Fraction(actual)) < abs(share - Fraction(actual))
    return [(actual, measure.show(actual), near[0] if near else rest_is_nearer and bool(NOT_IT.search(sentence)))]


_ENDS = re.compile(r"[;:(.]|, |\b(?:and|but|while|whilst|as|because|since|so|though|although)\b")
_NUMBERS = re.compile(r"[\d,.£]+")
_SCALED = re.compile(r"£[\d.,]+(?:k|m|bn)?")
_VERB = re.compile(r",|\b(?:is|are|was|were|has|have|had|did|do|came|went|got|met)\b")
_SOME = re.compile(r"\b(?:who|which|that|whose|about|aged|without|with|over|under|those|from|still|for|sent|of them)\b")
"""What says that a whole is some of all that are measured: "of the 1,200 calls about bins"."""


def _is_then(clause: str, period: Period) -> bool:
    return names_another_time(clause, period) and not is_up_to_now(clause, period)


def _heads_it(sentence: str, at: int, typed: str, text: OfMeasure) -> bool:
    """Whether a fraction of many heads the first sentence of all, where it can hardly be anything but the result."""
    first = next(iter(text.sentences), None)
    wholes = [count_of(each["whole"]) for each in parts_in(typed)]
    return at == 0 and first is not None and first[1] == sentence and bool(wholes) and wholes[0] >= _MANY


def _fractions_in(sentence: str) -> dict[tuple[int, int], str]:
    """The parts and wholes that a sentence tells of now, each as it was first typed; months and days are no wholes."""
    found: dict[tuple[int, int], str] = {}
    parts = (*parts_in(sentence), *_SOME_OF.finditer(sentence))
    for match in _OF_MONEY.finditer(sentence):
        part, whole = (int(figures_in(match[each])[0].value) for each in ("part", "whole"))
        if 0 < part < whole:
            found[(part, whole)] = match[0]
    for matches in (parts, _OF_WHICH.finditer(sentence), _OF_THE.finditer(sentence), _AND_OF.finditer(sentence)):
        for match in matches:
            part, whole = count_of(match["part"]), count_of(match["whole"])
            if _ALL_BUT.search_part(sentence[: match.start()]):
                part = whole - part
            is_share = 0 <= part <= whole and whole > 1
            if matches is not parts and _COUNTED.search_part(sentence[: match.start()]):
                continue
            if matches is not parts and _OF_MISSES.search_part(sentence[match.end("whole") : match.start("part")]):
                continue
            is_new = matches is parts or whole not in {known for _, known in found}
            if is_share and is_new and not _is_no_share(sentence, match.start(), match.end("whole")):
                found.setdefault((part, whole), match[0])
    return found


def _is_no_share(sentence: str, start: int, end: int) -> bool:
    return bool(_PART_OF_ALL.search_part(sentence[:start]) or _OF_TIME.search_part(sentence[end:]))
