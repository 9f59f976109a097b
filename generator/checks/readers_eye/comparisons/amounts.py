"""How much more or less something is said to be: in figures, in words, as a fraction, or as a multiple."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.checks.readers_eye.text.figures import (
    IN_WORDS,
    PARTS_OF_TIMES,
    TIMES_TAKEN,
    Figure,
    count_of,
    figures_in,
)
from generator.checks.readers_eye.text.roles import changes_among
from generator.checks.readers_eye.text.sought import Found, Sought, any_of, by_first_letter, without_overlaps

MULTIPLE = "times"
"""The unit of what is told as a multiple of what it was, in hundredths."""
_MOVES = any_of("decrease increase reduction rise drop fall improvement growth shortfall gain loss deterioration cut")
_WAYS = any_of(
    """more fewer less higher lower longer shorter quicker slower better worse smaller larger above below over under
    up down short off behind ahead adrift shy wide"""
)
_NUMBER = by_first_letter(each for each in IN_WORDS if each != "no")
_IN_WORDS = Sought(
    r"\b(?:by(?<!caused by)(?<!driven by)(?<!explained by)(?<!affected by)(?<!followed by)(?<!held up by)(?<!hit by)"
    rf"|(?:{_MOVES}) of)"
    rf" (?P<count>{_NUMBER})\b(?! (?:per|point|percentage|hundred|thousand|in))"
    rf"|\b(?P<points>(?:(?P<whole>{_NUMBER})(?P<half> and a half)?|half a"
    rf"|(?P<tenths>{_NUMBER}) tenths of a|(?<=over )a|(?<=under )a|(?<=almost )a|(?<=nearly )a|(?<=about )a)"
    r" (?:whole |full |clear |good )?(?:percentage )?points?\b)"
    rf"|\b(?P<percent>{_NUMBER}) per ?cent(?= (?:{_WAYS})\b)"
    rf"|\b(?P<than>(?:{_NUMBER}))(?: [a-z]+)?"
    r" (?:(?:more|fewer|less|higher|lower|longer|shorter|better|worse) than"
    r"|(?:above|below|over|under|short of|behind|up on|down on|ahead of) (?:the|our|its|last|quarter|target|where))\b"
)
_UNDER, _OVER = (
    any_of("nearly almost just_under under less_than close_to all_but"),
    any_of("over more_than just_over at_least well_over"),
)
_ABOUT_A_SIZE = any_of("about around some roughly approximately")
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
_TIMES = {
    **_SIZES,
    "twice": Decimal(200),
    "double": Decimal(200),
    "treble": Decimal(300),
    "three times": Decimal(300),
    "four times": Decimal(400),
}
_VERBS = {
    "halved": Decimal(50),
    "doubled": Decimal(200),
    "trebled": Decimal(300),
    "tripled": Decimal(300),
    "quadrupled": Decimal(400),
}
_NEARLY = (
    rf"(?:(?P<under>{_UNDER}) |(?P<over>{_OVER}) |(?:{_ABOUT_A_SIZE}) )?"
    r"(?:(?:an? |one )(?:(?P<good>good|full) )?)?"
)


def _any_of(sizes: dict[str, Decimal]) -> str:
    return "|".join(each.replace(" ", "[ -]") for each in sizes)


_SIZE = rf"{_NEARLY}(?P<size>{_any_of(_SIZES)})\b(?! (?:of )?an? |[ -](?:percentage )?points?)"
_FRACTIONS = (
    Sought(rf"\b(?:by|(?:{_MOVES}) of) {_SIZE}(?! (?:to|at|in) the\b)"),
    Sought(rf"\b{_SIZE} (?:{_WAYS})\b"),
    Sought(rf"\b{_NEARLY}(?P<size>half) as (?:many|much|high|long|large)(?: [a-z]+)? again\b"),
)
_MULTIPLES = (
    Sought(
        rf"\b{_NEARLY}(?P<times>{_any_of(_TIMES)})(?: of)?"
        r" (?:what (?:it|they) (?:was|were)|as (?:many|much|high|low|long|often|large)\b(?! (?:[a-z]+ )?again)"
        r"|(?:the|that|those|our) (?:number|figure|rate|level|total|result)s?\b|its level"
        r"|(?:the |our )?(?:target|ceiling|limit|mark|allowance|budget)\b|the (?:[\d.,]+"
        r"|[a-z]+) (?:[a-z]+ )?(?:that )?(?:we|allowed|is allowed)\b|last (?:year|quarter)['’]s)"
    ),
    Sought(rf"\b{_NEARLY}(?P<verb>{_any_of(_VERBS)})\b"),
)
WORDED = (_IN_WORDS, *_FRACTIONS, *_MULTIPLES)
"""What finds amounts without a digit."""
_ABOUT = Sought(r"\b(?:about|around|some|almost|nearly|over|more than|under|approximately|roughly|circa|just)\s*$")
_OF_OTHERS = Sought(r"^ (?:more|fewer|less) (?!than\b)[a-z]")
"""After a change in the number of something, of which the percentage is a share: "14% more calls"."""
_NEAR, _TEN, _ALL_BUT = Decimal("0.1"), 10, Decimal("0.999")
_ROUND, _CLOSE = Decimal("0.12"), Decimal("0.09")
"""By how much of itself a fraction in words may be off, for it is a round number; and what has "doubled"."""
_FEW, _FAR = Decimal("2.5"), Decimal("1.35")


class HowMuch(NamedTuple):
    """How much it is, as a figure, and the least and the most that may be called so."""

    figure: Figure
    least: Decimal
    most: Decimal

    @property
    def is_fraction(self) -> bool:
        """Whether it is told as a fraction or a multiple, in words."""
        return self.figure.unit == MULTIPLE or self.figure.step == 0

    def may_be(self, right: Decimal, slack: Decimal = Decimal(0)) -> bool:
        """Whether it may be said of what is right, which may be a little off."""
        return (
            self.least - slack <= right <= self.most or abs(right - self.figure.value) <= self.figure.step / 2 + slack
        )


def sizes_told(sentence: str, unit: str) -> list[HowMuch]:
    """The changes that a sentence tells the size of, in order; of a measure in a unit."""
    figures = figures_in(sentence)
    in_figures = [
        _in_unit(each, unit)
        for each in changes_among(sentence, figures)
        if not (unit == "%" and _OF_OTHERS.search_part(sentence[each.end :]))
    ]
    taken = {each.start for each in figures}
    worded = [each for each in map(_in_words, _IN_WORDS.finditer(sentence)) if each.start not in taken]
    of_points = [each for each in worded if each.unit == "points"]
    if of_points:
        worded = [each for each in worded if each.unit != "points"] + changes_among(sentence, of_points)
    told = [amount_of(sentence, each) for each in (*in_figures, *worded)]
    if told and unit in TIMES_TAKEN:
        told = [each for each in told if each.figure.unit == unit or each.figure.unit not in TIMES_TAKEN]
    return sorted((*told, *_as_fractions(sentence)), key=lambda each: each.figure.start)


_TO_TWO = Decimal("0.01")


def _in_unit(figure: Figure, unit: str) -> Figure:
    """A change in seconds of a measure in minutes, and the like, in the measure's unit."""
    parts = PARTS_OF_TIMES.get((figure.unit, unit))
    if not parts:
        return figure
    value = (figure.value / parts).quantize(_TO_TWO)
    return figure._replace(value=value, step=max(figure.step / parts, 10 * _TO_TWO), unit=unit)


def amount_of(sentence: str, figure: Figure) -> HowMuch:
    """An amount in figures: rounded or cut as it is written; tens of per cent, and what is "about", are looser."""
    step = 2 * figure.step if figure.unit == "%" and not figure.value % _TEN else figure.step
    least, most = figure.value - step / 2, figure.value + step * _ALL_BUT
    if _ABOUT.search_part(sentence[: figure.start]):
        least = min(figure.value - figure.step, figure.value / (1 + _NEAR))
        most = max(figure.value + figure.step, figure.value / (1 - _NEAR))
    return HowMuch(figure, least, most)


def _in_words(match: Found) -> Figure:
    if match["points"]:
        value = Decimal(count_of(match["whole"]) if match["whole"] else 0)
        if match["tenths"]:
            value, step = Decimal(count_of(match["tenths"])) / 10, Decimal("0.1")
            return Figure(match["points"], value, step, "points", match.start("points"))
        if match["points"].lower().startswith("a "):
            return Figure(match["points"], Decimal(1), Decimal(1), "points", match.start("points"))
        half = Decimal("0.5") if match["half"] or not match["whole"] else Decimal(0)
        return Figure(match["points"], value + half, half or Decimal(1), "points", match.start("points"))
    name = next(each for each in ("percent", "count", "than") if match[each])
    unit = "%" if name == "percent" else ""
    return Figure(match[name], Decimal(count_of(match[name])), Decimal(1), unit, match.start(name))


_HAS_ITS_ARTICLE = re.compile(
    r"\b(?:half|two|three|four|twice|double|treble|halved|doubled|trebled|tripled|quadrupled)\b|\b(?:an?|one) ",
    re.IGNORECASE,
)
"""A third, a quarter and so on: without an article "quarter" is a time, and "third" a place."""


_ONE_AND = Sought(rf"\b(?:an?|{_NUMBER}) (?:[a-z]+ )?and $")
"""Before a part of one more, which is no change by a half: "a minute and a half better"."""


def _as_fractions(sentence: str) -> Iterator[HowMuch]:
    """Fractions of what it was, in per cent, and multiples of it."""
    likely = [each for each in (*_FRACTIONS, *_MULTIPLES) if each.may_be_in(sentence)]
    found = (match for sought in likely for match in sought.finditer(sentence))
    for match in without_overlaps(found) if likely else ():
        if not _HAS_ITS_ARTICLE.search(match[0]) or _ONE_AND.search_part(sentence[: match.start()]):
            continue
        word = (match["size"] or match["times"] or match["verb"]).lower().replace("-", " ")
        value = _SIZES[word] if match["size"] else _TIMES.get(word) or _VERBS[word]
        slack = max(_FEW, value * (_CLOSE if match["verb"] else _ROUND))
        least, most = value - slack, value + slack
        is_less = word == "halved"
        if match["over"] if is_less else match["under"]:
            least, most = value - 2 * slack, value + 1
        elif match["under"] if is_less else match["over"] or match["good"]:
            least, most = value - 1, value * _FAR
        unit = "%" if match["size"] else MULTIPLE
        yield HowMuch(Figure(match[0], value, Decimal(0), unit, match.start()), least, most)
