"""NUM03 again: a fraction in words ("nearly two thirds", "one in five") that the figures do not bear out."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_figures.fractions_of_wholes import NOT_IT, is_of_staff
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS, count_of, figures_in
from generator.checks.readers_eye.text.sought import Found, Sought, any_of
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import is_of_another_time
from generator.model.problem import Problem

SHARES = {
    "half": Decimal(50),
    "third": Decimal(100) / 3,
    "two thirds": Decimal(200) / 3,
    "quarter": Decimal(25),
    "three quarters": Decimal(75),
    "fifth": Decimal(20),
    "two fifths": Decimal(40),
    "three fifths": Decimal(60),
    "four fifths": Decimal(80),
    "tenth": Decimal(10),
    "nine tenths": Decimal(90),
}
_WHOLES = {word: number for word, number in IN_WORDS.items() if 2 <= number <= 20}
_PARTS = {word: number for word, number in IN_WORDS.items() if 1 <= number <= 19}
_NEARLY, _OVER = any_of("nearly almost just_under under close_to"), any_of("over more_than just_over above")
ANY_SHARE = "|".join(each.replace(" ", "[ -]") for each in sorted(SHARES, key=len, reverse=True))
_SHARE = Sought(
    rf"\b(?:(?P<under>{_NEARLY}) |(?P<over>{_OVER}) |(?:about|around|some|roughly|approximately) )?(?:an? |one )?"
    rf"\b(?P<share>{ANY_SHARE})(?: of (?!(?:this|the) year|a )| (?=(?:were|are|was|is|have|had)\b))"
)
_BESIDE = 40
"""Characters between a fraction and the percentage that says the same."""
_LOOSE, _WIDE, _FEW, _CLOSELY = 5, 8, Decimal("0.35"), Decimal("0.16")


_ONE_IN = Sought(
    rf"(?<!\b(?:stage|phase|level|grade) )(?<![\w.,/£-])(?P<part>{'|'.join(_PARTS)}|1)"
    rf"(?: (?P<what>[a-z]+))? (?:in|out of)(?: every)? (?P<whole>{'|'.join(_WHOLES)}|1?\d|20)\b(?!%|[.,]\d)"
    r"(?! (?:working |calendar )?(?:day|week|month|hour|minute|year)s?\b)"
)


_OF_A_PART = re.compile(
    r"(?:Of|Among) (?:(?:the (?:rest|others|remainder|remaining)|those|these|them)\b|the [\d.]+ ?%)"
)


def shares_in_words(text: OfMeasure) -> Iterator[Problem]:
    """NUM03 for a fraction in words against the percentage in brackets after it, or else the result."""
    for line, sentence in text.holding(_SHARE, _ONE_IN):
        if _OF_A_PART.match(sentence):
            continue
        for match in _SHARE.finditer(sentence):
            told = _told(text, sentence, match.end()) if not is_a_time(sentence, match) else None
            may_be_rest = NOT_IT.search_part(sentence[match.end() :].partition(",")[0]) is not None
            if told is not None and not bears_out(match, told[0], may_be_rest=may_be_rest):
                yield text.problem("NUM03", line, sentence, share=_percent(match["share"]), told=told[1])
        one_in = _ONE_IN.search(sentence)
        told = _told_of_one_in(text, sentence, one_in) if one_in and count_of(one_in["whole"]) else None
        share = _one_in(one_in) if one_in and count_of(one_in["whole"]) else Decimal(0)
        is_beside = told is not None and f"({told[1]}" in sentence
        loose = min(Decimal(_LOOSE), share * (_CLOSELY if is_beside else _FEW))
        if told is not None and min(abs(share - told[0]), abs(100 - share - told[0])) > loose:
            yield text.problem("NUM03", line, sentence, share=f"{share:.0f}%", told=told[1])


def _told(text: OfMeasure, sentence: str, at: int) -> tuple[Decimal, str] | None:
    beside = [each for each in figures_in(sentence) if each.unit == "%" and at <= each.start]
    if beside and sentence[: beside[0].start].rstrip().endswith("("):
        return beside[0].value, beside[0].typed
    actual, measure = text.judged.quarter.actual, text.judged.measure
    if beside or measure.unit != "%" or not isinstance(actual, Decimal) or is_of_staff(f" {sentence[at:]}", text):
        return None
    is_it = shared(sentence[at : at + 3 * _BESIDE], text.subject) >= min(2, max(1, text.title_words - 1))
    if not is_it or is_of_another_time(sentence, at, text.judged.returned.own_period):
        return None
    return actual, measure.show(actual)


def _told_of_one_in(text: OfMeasure, sentence: str, found: Found) -> tuple[Decimal, str] | None:
    """What "one in five" is held against; where it says of what, and that it was not done, the result's rest too."""
    told = _told(text, sentence, found.start() if found["what"] else found.end())
    actual, measure = text.judged.quarter.actual, text.judged.measure
    if told is not None or not found["what"] or measure.unit != "%" or not isinstance(actual, Decimal):
        return told
    after = sentence[found.end() :].partition(",")[0]
    is_it = shared(found["what"], text.subject) and NOT_IT.search_part(after) and not figures_in(sentence)
    is_now = not is_of_another_time(sentence, found.start(), text.judged.returned.own_period)
    return (actual, measure.show(actual)) if is_it and is_now else None


def bears_out(found: Found, value: Decimal, *, may_be_rest: bool = False) -> bool:
    """Whether a percentage may be called what was found: a ``share`` with "nearly" (``under``) or "over" before it."""
    share = SHARES[found["share"].lower().replace("-", " ")]
    low = share - _WIDE if found["under"] else share - 1 if found["over"] else share - _LOOSE
    high = share + 1 if found["under"] else share + _WIDE if found["over"] else share + _LOOSE
    return low <= value <= high or (may_be_rest and low <= 100 - value <= high)


_HOW_MANY = re.compile(r"\b(?:an?|one|under|over|nearly|almost|about|than|some|good) $", re.IGNORECASE)
_LASTED = re.compile(r"\b(?:in|for|over|last|past|first|all|these|the) $", re.IGNORECASE)


def is_a_time(sentence: str, found: Found) -> bool:
    """Whether a quarter is one of the year, and no fourth part: "last quarter", "in three quarters"."""
    share, before = found["share"].lower(), sentence[: max(found.start("share"), 0)]
    if share == "quarter":
        return _HOW_MANY.search(before) is None
    return share.startswith("three") and _LASTED.search(before) is not None


def _one_in(found: Found) -> Decimal:
    return Decimal(100) * count_of(found["part"]) / count_of(found["whole"])


def _percent(share: str) -> str:
    return f"{SHARES[share.lower().replace('-', ' ')]:.0f}%"
