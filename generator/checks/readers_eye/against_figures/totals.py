"""NUM04: parts that do not add up to the total they are given for, or that leave another rest."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import DIGIT, WHOLE, Figure, count_of, figures_in, parts_in
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.subject import shared, stems
from generator.checks.readers_eye.text.times import LAST_YEAR, names_the_last
from generator.model.problem import Problem

_IN_BRACKETS = Sought(rf"\b(?P<total>{WHOLE})\b[^.;:(]{{0,40}}\((?P<parts>[^()]{{3,200}})\)")
_MADE_UP = Sought(
    rf"\b(?P<total>{WHOLE})\b[^.;:(]{{0,40}}(?:, |: | )\b(?:made up of|comprising|consisting of|namely)\b"
    r"(?P<parts>[^.;]{3,200})"
)
_PART = Sought(rf"(?<![\w.,£-])(?P<part>{WHOLE}) [a-z]")
_ALTOGETHER = Sought(
    rf"\b(?P<total>{WHOLE}) (?:altogether|in all|in total|overall)\b|\b(?:a|in) total of (?P<all>{WHOLE})\b"
)
_COUNT = Sought(rf"(?<![\w.,/£-])(?P<part>{WHOLE})\b(?![%.,/]\d|%| per ?cent)")
_REST = Sought(
    rf"\b(?:other|remaining) (?P<rest>{WHOLE})\b(?!%| (?:per|days?|weeks?|months?|years?|hours?|of)\b)"
    r"(?: (?P<next>[a-z]+))?"
)
_LISTED = Sought(
    rf"\b[Oo]f (?:the|all|these) (?P<total>{WHOLE})\b(?! of)[^.;:%]{{0,60}}?, (?P<parts>{WHOLE}\b[^.;%]{{3,200}})"
)
_MORE_PARTS = Sought(
    rf"(?<![\w.,/£-])(?:{WHOLE}|some|several|a few) (?:more |others? |of them )?"
    r"(?:is|are|was|were|has|have|had|need|wait|await|[a-z]+ed)\b"
)
"""What may be further parts, between the first and the rest."""
_MOST = 6


def totals(text: OfMeasure) -> Iterator[Problem]:
    """NUM04 for parts in brackets, or after "made up of", and for a number "in all" beside its parts."""
    for line, sentence in text.holding(_IN_BRACKETS, _MADE_UP, _ALTOGETHER, _LISTED):
        in_brackets = _IN_BRACKETS.finditer(sentence) if "(" in sentence else ()
        for match in (*in_brackets, *_MADE_UP.finditer(sentence)):
            parts = [count_of(each["part"]) for each in _PART.finditer(match["parts"])]
            total = count_of(match["total"])
            if len(parts) > 1 and sum(parts) != total and total >= max(parts) and not _is_of_then(match["parts"], text):
                yield text.problem("NUM04", line, match[0], total=total, sum=sum(parts))
        listed = _LISTED.search(sentence)
        if listed:
            total, parts = (
                count_of(listed["total"]),
                [count_of(each["part"]) for each in _PART.finditer(listed["parts"])],
            )
            most = 2 * total if len(parts) > 2 else total + total // 4
            is_near = total - total // 20 <= sum(parts) < total and " and " in listed["parts"]
            if len(parts) > 1 and (total < sum(parts) <= most or is_near) and max(parts) < total:
                yield text.problem("NUM04", line, sentence, total=total, sum=sum(parts))
        total_of_all = _ALTOGETHER.search(sentence)
        if total_of_all and not _is_of_then(around(sentence, total_of_all.start()), text):
            total = count_of(total_of_all["total"] or total_of_all["all"])
            span = range(total_of_all.start(), total_of_all.end())
            counts = [each for each in _COUNT.finditer(sentence) if each.start() not in span]
            parts = [count_of(each["part"]) for each in counts]
            if 2 <= len(parts) <= _MOST and _may_be_all(total, parts) and not _can_be_made_of(total, parts):
                yield text.problem("NUM04", line, sentence, total=total, sum=sum(parts))


def _is_of_then(parts: str, text: OfMeasure) -> bool:
    """Whether numbers in brackets are those of earlier times, and no parts: "132 (118 in Q2; 101 a year before)"."""
    return bool(LAST_YEAR.search_part(parts)) or names_the_last(parts, text.judged.returned.own_period)


def the_rest(text: OfMeasure) -> Iterator[Problem]:
    """NUM04 for "the other five" in the same sentence as "14 of the 18", or the next, where they are no 18 together."""
    for line in text.lines if text.likely([_REST]) else ():
        for sentence, following in zip(line.sentences, (*line.sentences[1:], ""), strict=True):
            parts = parts_in(sentence)
            told = parts[0] if len(parts) == 1 else None
            rest = (_REST.search(sentence[told.end() :]) or _REST.search(following)) if told else None
            if told and rest and not _is_of_others(rest["next"] or "", sentence):
                part, whole, others = (count_of(each) for each in (told["part"], told["whole"], rest["rest"]))
                between = f"{sentence[told.end() :]} {following}".partition(rest[0])[0]
                is_all = not (_MORE_PARTS.search_part(between) or _COUNT.search_part(between))
                if part + others != whole and others < whole and is_all:
                    yield text.problem("NUM04", line, f"{told[0]} ... {rest[0]}", total=whole, sum=part + others)


_LEAVES = Sought(r"\b(?:leav(?:es|ing)|left)(?: (?:us|with|only|just|some|about|around|a further|another))* (?=£?\d)")
_OFTEN = 2
"""How many times too large or small what is left may be, to be meant as that."""


def remainders(text: OfMeasure) -> Iterator[Problem]:
    """NUM04 for what is left of one figure after another, and is not their difference: "of 12, 7 are in, leaving 6"."""
    for line, sentence in text.holding(_LEAVES):
        match = _LEAVES.search(sentence)
        figures = figures_in(sentence) if match else ()
        left = next((each for each in figures if match and each.start == match.end()), None)
        before = [each for each in figures if left and each.start < left.start and each.unit == left.unit]
        if left and role_of(sentence, left) is Role.CHANGE:
            continue
        if left and len(before) == _OFTEN and not any(each.unit in {"%", "points"} for each in before):
            one, other = before
            rest = abs(one.value - other.value)
            slack = sum((each.step for each in (*before, left) if each.step != 1), Decimal(1)) / 2
            if abs(rest - left.value) > slack and rest <= _OFTEN * left.value and left.value <= _OFTEN * rest:
                facts = {"total": max(one, other, key=lambda each: each.value).typed}
                together = left.value + min(one.value, other.value)
                yield text.problem("NUM04", line, sentence, sum=f"{together.normalize():,f}", **facts)


def listed_after(text: OfMeasure) -> Iterator[Problem]:
    """NUM04 for a total before a colon and all its parts after it, of which the last follows "and"."""
    for line, sentence in text.holding(DIGIT, _COUNT):
        if ": " not in sentence or " and " not in sentence:
            continue
        yield from _in_words(text, line, sentence)
        before, _, after = sentence.partition(": ")
        parts = figures_in(after)
        units = {each.unit for each in parts}
        totals = [each for each in figures_in(before) if each.unit in units]
        if len(parts) < 2 or len(units) != 1 or not totals or not units <= {"£", ""}:
            continue
        if " and " in after[parts[-2].end : parts[-1].start] and not _is_sum(parts, totals[0]):
            together = sum((each.value for each in parts), Decimal(0))
            yield text.problem("NUM04", line, sentence, total=totals[0].typed, sum=f"{together.normalize():,f}")


_ITEM = Sought(
    rf"(?:^|, (?:and )?|; (?:and )?| and )(?P<part>{WHOLE})"
    r" (?!per\b|weeks?\b|days?\b|months?\b|years?\b|hours?\b)[a-z]"
)
_TOTAL = Sought(rf"(?<![\w.,/£-])(?P<total>{WHOLE}) (?:[a-z-]+ ){{0,4}}[a-z-]+$")


def _in_words(text: OfMeasure, line: Line, sentence: str) -> Iterator[Problem]:
    """NUM04 for a number of things before a colon and a list of numbers after it, each at the head of its item."""
    before, _, after = sentence.partition(": ")
    told, parts = _TOTAL.search_part(before), [count_of(each["part"]) for each in _ITEM.finditer_part(after)]
    if not told or len(parts) < 2 or len(parts) != 1 + len(_ITEMS.findall(after)):
        return
    totals = [count_of(told["total"]), *(count_of(each["part"]) for each in parts_in(before))]
    total = next((each for each in totals if _may_be_all(each, parts)), None)
    if total is not None and sum(parts) not in totals:
        yield text.problem("NUM04", line, sentence, total=total, sum=sum(parts))


_ITEMS = re.compile(r", (?:and )?|; (?:and )?| and ")


def _is_sum(parts: Sequence[Figure], total: Figure) -> bool:
    """Whether parts may add up to a total as far as they are told, or are so far from it that they are no parts."""
    apart = abs(sum((each.value for each in parts), Decimal(0)) - total.value)
    slack = max(each.step for each in (*parts, total)) * len(parts) / 2
    return apart < slack or 4 * apart > total.value or max(each.value for each in parts) >= total.value


def _is_of_others(word: str, sentence: str) -> bool:
    """Whether the word after a number names things that the sentence before did not."""
    return word.endswith("s") and word not in {"was", "has", "is"} and not shared(sentence, stems(word))


def _may_be_all(total: int, parts: list[int]) -> bool:
    """Whether they come near enough to a total to be meant as its parts."""
    return max(parts) < total and 4 * abs(sum(parts) - total) <= total


def _can_be_made_of(total: int, parts: list[int]) -> bool:
    return any(sum(some) == total for size in range(2, len(parts) + 1) for some in combinations(parts, size))
