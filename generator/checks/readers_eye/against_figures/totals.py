"""NUM04: parts that do not add up to the total they are given for, or that leave another rest."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, pairwise
from typing import NamedTuple

from generator.checks.readers_eye.against_figures.parts import amounts_in, parts_in_row
from generator.checks.readers_eye.comparisons.subjects import before_it
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import Figure, fits
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sought import Sought, apart, without_overlaps
from generator.checks.readers_eye.text.subject import shared, stems
from generator.checks.readers_eye.text.times import LAST_YEAR, names_the_last
from generator.model.problem import Problem

_MARKS = apart(
    r"(?P<all>:)(?= )|(?P<all>\()"
    r"|\b(?P<all>made up of|(?:split|divided) (?:between|into)|compris(?:ing|es?)|consist(?:ing|s) of|namely)\b"
    r"|, (?P<of>of (?:which|these|them|whom))\b"
)
"""What stands between a total and its parts, which are then ``all`` of them or not."""
_OF = Sought(r"(?:^|[,;:.] |\b(?:and|but) )of (?:(?:the|all|these|those|our|its) )*(?=[£\da-z])")
_BEFORE_ALL = Sought(
    r"\b(?:total of|(?:together|in all|altogether|in total|between them),?(?: [a-z]+){0,3}?"
    r"|(?:mak(?:es?|ing)(?: up)?|com(?:es?|ing) to|add(?:s|ing)? up to|total(?:s|led|ling)?)(?: (?:the|all|our|up|to|a"
    r"|total|of))*) $"
)
_AFTER_ALL = Sought(r"(?: [a-z]+)? (?:altogether|in all|in total|all told|between them|together|overall)\b")
_ALL = Sought(
    r"\b(?:altogether|in all|in total|total of|totall?(?:s|ed|ing)|all told|between them|together|overall"
    r"|mak(?:es?|ing)|com(?:es?|ing) to|adds?|adding)\b"
)
_THE_REST = Sought(
    r"\b(?:(?:other|others|remaining|rest|remainder|balance)[ ,(]+(?:of )?|(?:leav(?:es|ing)|left) (?:us |with )?)"
    r"(?:(?:only|just|some|about|around|a further|another|a|an) )*$"
)
_OTHERS = Sought(r"\b(?:(?:all|any) others?|others?|everything else|everyone else|elsewhere)(?: [a-z]+){0,2}[ ,(]+$")
_OTHERS_AFTER = Sought(r" (?:(?:had|were|was|are|is|came|from|of|in|for|with) )*(?:others?|elsewhere)\b")
_REST = Sought(r"\b(?:others?|remaining|rest|remainder|balance|else|elsewhere|leav(?:es|ing)|left)\b")
_PART_OF = re.compile(r"(?: [a-z-]+){0,2} (?:out )?of (?:(?:the|our|all|these|those|its) )*")
_NO_PARTS = Sought(
    r"\b(?:targets?|profiled?|planned|forecast|average|against|compared|versus|at least|such as|for example|e\.g\."
    r"|among|including|fell|rose|year)\b"
)
_ASIDE = Sought(r"(?:[,;]? (?:because|since|although|though|whereas)|, (?:as|so|which|who|whose|after|when|while)) ")
_VERB = re.compile(
    r"(?: (?!in |for |of |on |at |to |by |from |with )[a-z]+)?"
    r" (?P<verb>is|are|was|were|has|have|had|needs?|waits?|went|came|took|got"
    r"|[a-z]{2,}ed(?=[,.;]| (?:in|to|by|for|and|on|at)\b))\b"
)
_BY = re.compile(r"\b(?:in|by|at|on|within|outside)\b")
_MISSED = Sought(r"\b(?:not|late|missed|failed|breach\w*|overdue|refused|rejected|lost|unpaid|unanswered)\b")
_TWO, _MORE, _CLOSE = Decimal("0.25"), Decimal("0.5"), Decimal("0.1")
"""How far parts may be from a total, as a part of that, to be meant as its parts: two of them, several, and those of
which each is told by itself, or the last without an "and"."""
_LISTS = frozenset(":(")
"""Marks after which the rates of groups may stand, and not only parts."""
_APART = re.compile(r"[.;:(]|, ")
_FEW = 3
"""Words."""
_FEWEST = 3
"""Amounts: two parts, and what they make."""
_LEAVING = ("leaving ", "leaves ", "left ")
_MOST, _SHORT = 6, 60
"""Amounts of a sentence of which any may be the parts; and characters of one that is quoted whole."""


class _Claim(NamedTuple):
    """Parts in a row, what they may be parts of, and whether they are said to be all."""

    totals: Sequence[Figure]
    parts: Sequence[Figure]
    is_complete: bool


def sums(text: OfMeasure) -> Iterator[Problem]:
    """NUM04 once a sentence, whichever way its parts and its total are told."""
    for line, sentence in text.holding(*_MARKS, _OF, _ALL, _REST):
        if len(amounts_in(sentence)) < _FEWEST and not _REST.search(sentence):
            continue
        for claim in _claims(sentence, before_it(line, sentence), text):
            wrong = _wrong_total(sentence, claim)
            if wrong:
                together = sum((each.value for each in claim.parts), Decimal(0))
                begins = min(each.start for each in claim.parts)
                quoted = sentence if len(sentence) <= _SHORT or wrong.start < begins else sentence[begins:]
                yield text.problem("NUM04", line, quoted, total=wrong.typed, sum=f"{together.normalize():,f}")
                break


def _claims(sentence: str, before: str, text: OfMeasure) -> Iterator[_Claim]:
    """What a sentence says to be parts of what."""
    amounts = amounts_in(sentence)
    for mark in without_overlaps(each for sought in _MARKS for each in sought.finditer(sentence)):
        ends = sentence.find(")", mark.end()) if mark[0] == "(" else len(sentence)
        totals = [each for each in amounts if each.end <= mark.start()]
        if mark[0] == "(":
            totals = [each for each in totals[-1:] if not _APART.search(sentence, each.end, mark.start())]
        if mark[0] in _LISTS:
            totals = [each for each in totals if each.unit != "%"]
        yield from _with_parts(sentence, totals, (mark.end(), ends), text, is_complete=bool(mark["all"]))
    of_these = {found.end() for found in _OF.finditer(sentence)}
    for each in amounts:
        is_all = _AFTER_ALL.match_part(sentence, each.end) is not None
        if each.start in of_these:
            yield from _with_parts(sentence, [each], (each.end, len(sentence)), text, is_complete=is_all)
        if is_all or _BEFORE_ALL.search_part(sentence[: each.start]):
            yield from _in_all(sentence, each, text)
    if _REST.search(sentence):
        yield from _and_the_rest(sentence, before, text)


def _with_parts(
    sentence: str,
    totals: Sequence[Figure],
    within: tuple[int, int],
    text: OfMeasure,
    *,
    is_complete: bool,
) -> Iterator[_Claim]:
    """Totals, and the parts that stand within two places."""
    begins, ends = within
    aside = _ASIDE.search_part(sentence, begins, ends)
    part = sentence[begins : aside.start() if aside else ends]
    for unit in dict.fromkeys(each.unit for each in totals):
        own = [each for each in totals if each.unit == unit]
        inside = (each for each in amounts_in(sentence) if begins <= each.start < begins + len(part))
        parts = parts_in_row(part, begins, [each for each in inside if _is_alike(each, own[0])])
        is_told = any(each.unit == unit or each.decimals for each in parts) or not own[0].decimals
        if parts and is_told and not _is_of_then(part, text):
            yield _Claim(own, parts, is_complete)


def _in_all(sentence: str, total: Figure, text: OfMeasure) -> Iterator[_Claim]:
    """A total "in all", and the amounts before it, or else beside it, unless any of them make it."""
    others = [each for each in amounts_in(sentence) if each != total and _is_alike(total, each)]
    before = [each for each in others if each.start < total.start]
    parts = before if len(before) > 1 else others
    if not 2 <= len(others) <= _MOST or _is_of_then(sentence, text):
        return
    every = (some for size in range(2, len(others) + 1) for some in combinations(others, size))
    row = parts_in_row(sentence, 0, parts)
    if row and (row == others or not any(sum(map(_value, some)) == total.value for some in every)):
        yield _Claim([total], row, is_complete=True)


def _and_the_rest(sentence: str, before: str, text: OfMeasure) -> Iterator[_Claim]:
    """Parts of which the last is called the rest, and what they are of, here or in the sentence before."""
    amounts = amounts_in(sentence)
    rest = next((each for each in amounts if _is_rest(sentence, each)), None)
    if not rest or role_of(sentence, rest) is Role.CHANGE:
        return
    if _THE_REST.search_part(sentence[: rest.start]):
        yield from _of_a_whole(sentence, before, rest)
    parts = parts_in_row(sentence, 0, [each for each in amounts if each.unit == rest.unit])
    if len(parts) > 2 and parts[-1] == rest and not _parts_of(sentence) and not _is_of_then(sentence, text):
        together = sum(map(_value, parts), Decimal(0))
        totals = [*(each for each in amounts_in(before) if each.unit == rest.unit), *_the_result(rest, text)]
        totals = [each for each in totals if abs(each.value - together) <= each.value * _CLOSE]
        yield _Claim(totals, parts, is_complete=False)


def _of_a_whole(sentence: str, before: str, rest: Figure) -> Iterator[_Claim]:
    """The rest beside a part of a whole: "36 of the 64 were in time, and the other 38 late", "leaving £2m"."""
    told = [each for each in amounts_in(sentence) if each.unit == rest.unit and each.start < rest.start]
    opens = not told and sentence[: rest.start].count(" ") <= _FEW
    of_these = _parts_of(sentence) or (_parts_of(before) if opens else [])
    if len(of_these) == 1:
        ((part, whole),) = of_these
        if not _is_of_others(sentence, rest, before if opens else sentence[: rest.start]):
            between = [each for each in told if each.start > whole.end]
            parts = [*told[:1], rest] if part == rest else [part, *between, rest]
            if part.value + rest.value != whole.value:
                yield _Claim([whole], parts, is_complete=False)
    elif len(told) == 2 and rest.unit != "%" and sentence[: rest.start].endswith(_LEAVING):
        spent, had = sorted(told, key=_value)
        apart = had.value - spent.value
        if apart <= 2 * rest.value and rest.value <= 2 * apart:  # what is further off is left of something else
            yield _Claim([had], [spent, rest], is_complete=False)


def _the_result(part: Figure, text: OfMeasure) -> list[Figure]:
    """The result as an amount that parts may be of, where it may be counted as they are."""
    actual = text.judged.quarter.actual
    if not isinstance(actual, Decimal) or not fits(part, text.unit):
        return []
    return [part._replace(typed=text.judged.measure.show(actual), value=actual, start=0)]


def _value(amount: Figure) -> Decimal:
    return amount.value


def _parts_of(sentence: str) -> list[tuple[Figure, Figure]]:
    """Every amount that is told as a part of another: "36 of the 64"."""
    return [
        (one, other)
        for one, other in pairwise(amounts_in(sentence))
        if one.unit == other.unit and _PART_OF.fullmatch(sentence[one.end : other.start])
    ]


def _is_rest(sentence: str, amount: Figure) -> bool:
    """Whether an amount is called the rest, or that of all others."""
    before = sentence[max(0, amount.start - _SHORT) : amount.start]
    is_after = _OTHERS_AFTER.match_part(sentence, amount.end) is not None
    return is_after or any(each.search_part(before) for each in (_THE_REST, _OTHERS))


def _is_of_others(sentence: str, rest: Figure, told: str) -> bool:
    """Whether the word after a rest names things that nothing before it names: "the other three boroughs"."""
    word = sentence[rest.end :].strip().partition(" ")[0]
    return word.endswith("s") and word not in {"was", "has", "is"} and not shared(told, stems(word))


def _is_alike(part: Figure, total: Figure) -> bool:
    """Whether an amount may be a part by its unit; a bare number may be one of days, and of no percentage or sum."""
    return part.unit == total.unit or (not part.unit and total.unit not in {"%", "£"})


def _is_of_then(part: str, text: OfMeasure) -> bool:
    """Whether amounts are of other times, or of what should be, and no parts: "132 (118 in Q2; 101 a year before)"."""
    is_then = LAST_YEAR.search_part(part) or names_the_last(part, text.judged.returned.own_period)
    return bool(is_then) or _NO_PARTS.search_part(part) is not None


def _wrong_total(sentence: str, claim: _Claim) -> Figure | None:
    """The total that parts are meant to make, and do not; what is far off is no total of theirs."""
    parts = [each.value for each in claim.parts]
    is_rest = any(_is_rest(sentence, each) for each in claim.parts)
    together, limit, wrong = sum(parts, Decimal(0)), _limit(sentence, claim, is_rest=is_rest), list[Figure]()
    is_listed = is_rest or " and " in sentence[claim.parts[-2].end : claim.parts[-1].start]
    least = min(limit, _TWO if is_listed else _CLOSE) if is_rest or claim.is_complete else Decimal(0)
    told_of_some = () if claim.is_complete else (*accumulate(parts), together - parts[0])
    for total in claim.totals:
        apart = together - total.value
        if abs(apart) <= sum((each.step / 2 for each in (total, *claim.parts) if each.step != 1), Decimal(0)):
            return None
        is_near = abs(apart) <= total.value * (limit if apart > 0 else least)
        if is_near and max(parts) < total.value and total.value not in told_of_some:
            wrong.append(total)
    return min(wrong, key=lambda each: abs(each.value - together), default=None)


def _limit(sentence: str, claim: _Claim, *, is_rest: bool) -> Decimal:
    """How far parts may be from what they make, by how they are told.

    What is told of several in clauses of their own may be true of some twice: "171 have children, and 180 have jobs";
    so may what is told of two by other words: "61 by volunteers and 52 in parks".
    """
    parts = claim.parts
    ends = [*(each.start for each in parts[1:]), len(sentence)]
    told = [sentence[each.end : end] for each, end in zip(parts, ends, strict=True)]
    verbs = [found["verb"] if (found := _VERB.match(each)) else "" for each in told]
    is_split = len(parts) == 2 and sum(_MISSED.search_part(each) is not None for each in told) == 1
    if is_rest or is_split or not any(verbs[1:]):
        by = [found[0] for each in told if (found := _BY.search(each))]
        is_by_others = not claim.is_complete and len(by) == len(parts) == 2 and by[0] != by[1]
        return Decimal(0) if is_by_others else _MORE if len(parts) > 2 or is_rest else _TWO
    return _CLOSE if len(set(verbs)) == 1 else Decimal(0)
