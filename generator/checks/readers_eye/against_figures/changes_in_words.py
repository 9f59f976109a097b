"""NUM10 again: a change as a fraction ("down by a third", "a fifth fewer") or a multiple ("half what it was")."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_figures.between import Pair, levels_of, pair_of
from generator.checks.readers_eye.text.aims import AN_AIM
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import Figure, figures_in
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Found, Sought, any_of
from generator.checks.readers_eye.text.told_of import is_it_that_moved, names_nothing_else
from generator.model.problem import Problem

_SIZES = {
    "half": Decimal(50),
    "two thirds": Decimal(200) / 3,
    "third": Decimal(100) / 3,
    "three quarters": Decimal(75),
    "quarter": Decimal(25),
    "two fifths": Decimal(40),
    "fifth": Decimal(20),
    "sixth": Decimal(100) / 6,
    "eighth": Decimal("12.5"),
    "tenth": Decimal(10),
}
_ANY_SIZE = "|".join(each.replace(" ", "[ -]") for each in _SIZES)
_UNDER, _OVER = (
    any_of("nearly almost just_under under less_than close_to"),
    any_of("over more_than just_over at_least well_over"),
)
_ABOUT = any_of("about around some roughly approximately")
_SIZE = (
    rf"(?:(?P<under>{_UNDER}) |(?P<over>{_OVER}) |(?:{_ABOUT}) )?"
    rf"(?:(?:an? |one )(?:(?P<good>good|full) )?)?(?P<size>{_ANY_SIZE})\b(?! (?:of )?an? |[ -](?:percentage )?points?)"
)
_WAYS = any_of(
    """fewer less more lower higher shorter longer quicker slower better worse smaller larger down up below above under
    over short off"""
)
_MOVES = any_of("increase rise fall drop reduction decrease growth decline improvement cut")
_BY = Sought(rf"\bby {_SIZE}(?! (?:to|at|in) the\b)")
_WAY = Sought(rf"\b{_SIZE} (?P<way>{_WAYS})\b")
_OF = Sought(rf"\b(?:{_MOVES}) of {_SIZE}")
_TIMES = {
    **{each: size / 100 for each, size in _SIZES.items()},
    "twice": Decimal(2),
    "double": Decimal(2),
    "treble": Decimal(3),
    "three times": Decimal(3),
    "four times": Decimal(4),
}
_TIMES_OF = Sought(
    rf"\b(?:(?P<under>{_UNDER}) |(?P<over>{_OVER}) |(?:{_ABOUT}) )?(?:(?:an? |one )(?:(?P<good>good|full) )?)?"
    rf"(?P<size>{'|'.join(each.replace(' ', '[ -]') for each in _TIMES)})(?: of)?"
    r" (?:what (?:it|they) (?:was|were)|as (?:many|much|high|low|long|often|large)\b(?! (?:[a-z]+ )?again)"
    r"|(?:the|that|those|our) (?:number|figure|rate|level|total|result)s?\b|its level"
    r"|(?:the |our )?(?:target|ceiling|limit|mark|allowance|budget)\b|the (?:[\d.,]+"
    r"|[a-z]+) (?:[a-z]+ )?(?:that )?(?:we|allowed|is allowed)\b|last (?:year|quarter)['’]s)"
)
_AND_HALF_AGAIN = Sought(
    r"\b(?P<size>half as (?:many|much|high|long|large)(?: [a-z]+)? again)\b(?P<under>)(?P<over>)(?P<good>)"
)
_ROUND = Decimal("0.18")
"""By how much of itself a fraction in words may be off, for it is a round number."""
_FEW, _FAR = Decimal("2.5"), Decimal("1.35")


def changes_in_words(text: OfMeasure) -> Iterator[Problem]:
    """NUM10 for a fraction or a multiple in words that is not the change it tells of.

    Only where what moved is what is measured, and it is clear between which two figures.
    """
    for line, sentence in text.holding(_BY, _WAY, _OF, _TIMES_OF, _AND_HALF_AGAIN):
        for sought in (_BY, _WAY, _OF, _AND_HALF_AGAIN):
            for match in sought.finditer(sentence):
                yield from _fraction(text, line, sentence, match)
        for match in _TIMES_OF.finditer(sentence):
            yield from _multiple(text, line, sentence, match)


def _fraction(text: OfMeasure, line: Line, sentence: str, match: Found) -> Iterator[Problem]:
    size = _SIZES[_plain(match["size"]).partition(" as ")[0]]
    pair = _pair(text, sentence, match, size)
    if pair and pair.percent is not None and not _is_about(match, pair.percent, size):
        right = f"{pair.percent:.0f}%"
        yield _problem(text, line, sentence, match, pair, right)


def _multiple(text: OfMeasure, line: Line, sentence: str, match: Found) -> Iterator[Problem]:
    times, judged = _TIMES[_plain(match["size"])], text.judged.quarter
    target, actual = judged.target, judged.actual
    if AN_AIM.search(match[0]) and isinstance(target, Decimal) and isinstance(actual, Decimal):
        pair = (
            Pair(target, actual)
            if is_it_that_moved(sentence, match, text) or _is_of_it(sentence, match, text)
            else None
        )
    else:
        pair = _pair(text, sentence, match, 100 * times)
    if pair and pair.before and not _is_about(match, 100 * pair.after / pair.before, 100 * times):
        yield _problem(text, line, sentence, match, pair, f"{pair.after / pair.before:.1f} times as much")


def _is_of_it(sentence: str, match: Found, text: OfMeasure) -> bool:
    return names_nothing_else(around(sentence, match.start()), text.title)


def _pair(text: OfMeasure, sentence: str, match: Found, size: Decimal) -> Pair | None:
    """What such a change lies between; None where it is not clear, or where something else may have moved."""
    change = Figure(match[0], size, Decimal(1), "%", match.start())
    levels = levels_of(sentence, figures_in(sentence), change, text)
    pair = pair_of(text, sentence, change, levels)
    return pair if pair and pair.is_sure and (len(levels) > 1 or is_it_that_moved(sentence, match, text)) else None


def _is_about(match: Found, really: Decimal, said: Decimal) -> bool:
    """Whether a fraction in words may be said of what it really is."""
    slack = max(_FEW, said * _ROUND)
    if match["under"]:
        return said - 2 * slack <= really <= said + 1
    if match["over"] or match["good"]:
        return said - 1 <= really <= said * _FAR
    return abs(really - said) <= slack


def _plain(size: str) -> str:
    return size.lower().replace("-", " ")


def _problem(text: OfMeasure, line: Line, sentence: str, match: Found, pair: Pair, right: str) -> Problem:
    ends = {"before": f"{pair.before.normalize():,f}", "after": f"{pair.after.normalize():,f}"}
    return text.problem("NUM10", line, sentence, number=match[0], right=right, **ends)
