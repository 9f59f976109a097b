"""NUM03: a part of a whole, in numbers, that is not the percentage beside it, or else not the measure's own."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import PART_OF, WHOLE, count_of, figures_in, parts_in
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import LAST_YEAR, names_the_last
from generator.checks.readers_eye.text.told_of import names_nothing_else
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
_NOT_SO = Sought(
    r"(?<![\d.])(?P<part>\d{1,2}(?:\.\d+)?) ?(?:%|per cent)(?: of [a-z ]{2,30}?)? (?:were|are|was|is|did|had|have|do)"
    r"(?: still)? not (?P<what>[a-z]+)"
)
_OF_MISSES = Sought(
    r"\b(?:put off|cancelled|postponed|adjourned|abandoned|slow|late|missed|overdue|failed|refused|rejected"
    r"|outstanding|unanswered|breach\w*|delayed"
    r"|remaining"
    r"|other|open|lost)\b"
)
"""A whole that is of those alone that were not done: its part says nothing of the result."""
_LATE = any_of("late later not missed outside longer over unanswered unseen without turned_away failed lost")
_LEFT = Sought(
    rf"\b(?:left|leaves|leaving|remaining|other|rest|only|just)\b[^.;%]{{0,25}}?(?<![\d.])(?P<part>\d{{1,2}}(?:\.\d+)?)"
    rf" ?(?:%|per cent)(?P<what>[^.;%\d]{{0,60}}?\b(?:{_LATE})\b)"
)
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
    r"[;:]|, (?:and|but|while|whilst|so|with|as|though|although)\b"
    r"|\b(?:but|while|whilst|because|since|though|although|whereas)\b|\band (?=[a-z])"
)
"""What makes a clause of its own."""
_MANY = 30
_SIMILAR = Decimal("2.5")
"""How many times as large as the other one of two rests may be, to be meant as it."""
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
    every = {each for _, _, found in sentences for each in found}
    told_right = [each for each in every if _is_the_result(Fraction(100 * each[0], each[1]), text)]
    for line, sentence, found in sentences:
        for (part, whole), typed in found.items():
            if whole in {all_of - some for some, all_of in found}:
                continue  # a part of the rest: "six of the ten" after "of 24, 14 were"
            told, share = _told_with(sentence, typed), Fraction(100 * part, whole)
            is_another = bool(told_right) and not any(part in each or whole in each for each in told_right)
            is_own = not (told or is_another or typed[0] == "£" or is_of_staff(sentence.partition(typed)[2], text))
            own = _own(text, sentence, share, typed) if is_own and "%" not in sentence else ()
            value, shown, is_rest = min(
                [*((value, shown, False) for value, shown in told), *own],
                key=lambda each: abs(_held(share, rest=each[2]) - Fraction(each[0])),
                default=(None, "", False),
            )
            held = _held(share, rest=is_rest)
            slack = Fraction(1) if typed[0] == "£" else _told_slack(shown) if told else _slack(text)
            if value is not None and slack <= abs(held - Fraction(value)) <= _FAR:
                shown_share = f"{Decimal(held.numerator) / held.denominator:.1f}%"
                quoted = f"{whole - part} of {whole}" if is_rest else typed
                yield text.problem("NUM03", line, quoted, share=shown_share, told=shown)


def _is_the_result(share: Fraction, text: OfMeasure) -> bool:
    """Whether a share is the result's, so that no other one in the text is meant as that."""
    actual = text.judged.quarter.actual
    is_share = text.unit == "%" and isinstance(actual, Decimal)
    return is_share and abs(share - Fraction(actual)) < _slack(text) if isinstance(actual, Decimal) else False


def _told_with(sentence: str, typed: str) -> list[tuple[Decimal, str]]:
    """The percentages that are told with a fraction, in no clause of their own, and as no change."""
    start = sentence.find(typed)
    end, found = start + len(typed), list[tuple[Decimal, str]]()
    for each in figures_in(sentence):
        between = sentence[end : each.start] if each.start >= end else sentence[each.end : max(start, 0)]
        if each.unit == "%" and not _APART.search(between) and role_of(sentence, each) is not Role.CHANGE:
            found.append((each.value, each.typed))
    return found


def shares_not_so(text: OfMeasure) -> Iterator[Problem]:
    """NUM03 for a percentage of those that were "not" what is measured, where the result leaves another rest."""
    actual, measure = text.judged.quarter.actual, text.judged.measure
    if measure.unit != "%" or not isinstance(actual, Decimal):
        return
    for line, sentence in text.holding(_NOT_SO, _LEFT):
        yield from _rest_left(text, line, sentence, actual)
        match = _NOT_SO.search(sentence)
        if match and shared(match["what"], text.subject):
            rest, known = Decimal(match["part"]), 100 - actual
            apart = min(abs(rest - known), abs(rest - actual))
            if _slack(text) <= apart <= _FAR:
                yield text.problem(
                    "NUM03", line, match[0], share=measure.show(rest), told=f"{measure.show(known)} for the rest"
                )


_STAFF = Sought(
    r"^ +(?:[a-z-]+ ){0,2}?(?:staff|posts?|officers|workers|inspectors|surveyors|nurses|doctors|teachers|drivers"
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


def _rest_left(text: OfMeasure, line: Line, sentence: str, actual: Decimal) -> Iterator[Problem]:
    """NUM03 for what is told as the rest that was late, missed and so on, where the result leaves another."""
    match = _LEFT.search(sentence)
    if not match or not shared(match["what"], text.subject) or len(figures_in(sentence)) > 1:
        return
    told, known = Decimal(match["part"]), 100 - actual
    is_meant = known > 0 and known / _SIMILAR <= told <= known * _SIMILAR
    if is_meant and _slack(text) <= min(abs(told - known), abs(told - actual)):
        measure = text.judged.measure
        facts = {"share": measure.show(told), "told": f"{measure.show(known)} for the rest"}
        yield text.problem("NUM03", line, match[0], **facts)


def _held(share: Fraction, *, rest: bool) -> Fraction:
    return 100 - share if rest else share


def _told_slack(told: str) -> Fraction:
    """How far off what a text tells may be for rounding: with decimals little, and else a point."""
    return Fraction(3, 10) if "." in told else Fraction(1)


def _slack(text: OfMeasure) -> Fraction:
    """How far off a result may be for rounding: a little more than its last place."""
    return max(Fraction(1, 2), Fraction(10) ** -text.judged.measure.decimals)


def _own(text: OfMeasure, sentence: str, share: Fraction, typed: str) -> list[tuple[Decimal, str, bool]]:
    """The measure's own percentage, to be held against the share or, where the sentence tells of misses, the rest."""
    actual, measure = text.judged.quarter.actual, text.judged.measure
    if measure.unit != "%" or not isinstance(actual, Decimal):
        return []
    at = max(sentence.find(typed), 0)
    clause = around(sentence, at)
    if LAST_YEAR.search_part(clause) or names_the_last(clause, text.judged.returned.own_period):
        return []
    if not _is_about_it(sentence, text) and not _heads_it(sentence, at, typed, text):
        return []
    near = [each for each in (False, True) if abs(_held(share, rest=each) - Fraction(actual)) < _slack(text)]
    rest_is_nearer = abs(100 - share - Fraction(actual)) < abs(share - Fraction(actual))
    return [(actual, measure.show(actual), near[0] if near else rest_is_nearer and bool(NOT_IT.search(sentence)))]


def _is_about_it(sentence: str, text: OfMeasure) -> bool:
    return shared(sentence, text.subject) > 0 or names_nothing_else(sentence, text.title)


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
