"""Numbers in a text: figures with their units, and whole numbers in words."""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from generator.checks.readers_eye.text.sought import Found, Sought, by_first_letter
from generator.checks.readers_eye.text.words import PASSAGES, folded
from generator.model.figures import BARE_UNITS
from generator.model.measure import Measure

_SMALL = "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_SMALL += " eighteen nineteen twenty"
_TENS = {
    word: 10 * number
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
IN_WORDS = {word: number for number, word in enumerate(_SMALL.split())} | {"zero": 0} | _TENS
_BEGINS = "".join(sorted({word[0] for word in IN_WORDS}))
_UNITS = "|".join(_SMALL.split()[1:10])
WHOLE = (
    rf"(?=[\d{_BEGINS}])(?:\d{{1,3}}(?:,\d{{3}})+|\d+|(?:{by_first_letter(_TENS)})(?:-(?:{_UNITS}))?"
    rf"|{by_first_letter(each for each in IN_WORDS if each not in _TENS)})"
)
"""A whole number in figures or in words; most places are ruled out by what it begins with."""
DIGIT = Sought(r"\d")
"""What every sentence with a figure has."""

PART_OF = Sought(
    rf"\b(?P<part>{WHOLE}) (?:out )?of (?:the |these |those |our |its |their "
    rf"|all )?(?:[a-z]+['’]s? )?(?P<whole>{WHOLE})\b"
)
"""A part of a whole: "57 of the 70"."""

_NOUNS = "days?|weeks?|months?|years?|hours?|minutes?|mins?|seconds?|secs?|kg|kilograms?|tonnes?"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December|Sept?|Oct|Nov|Dec"
_NO_MORE = r"(?![\d%]|[.,]\d|\s?per ?cent\b)"
"""After what may be the number of a thing, and of no figure: "year 9"."""
_FIGURE = Sought(
    rf"(?=[£\d])(?<![\w.,/£-])(?<!\bper )(?!(?<=\byear )\d{{1,2}}{_NO_MORE})(?!(?<=\bquarter )[1-4]{_NO_MORE})"
    r"(?!(?:(?<=\bsection )|(?<=\b(?:stage|phase|level|route|class) )"
    rf"|(?<=\b(?:band|ward|tier|type|part|step|room|week) ))\d{{1,4}}{_NO_MORE})"
    r"(?P<pound>£)?(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<places>\.\d{1,6})?"
    r"(?P<scale>k|m|bn|\s(?:million|thousand|billion))?(?![\w/]|[.,-]\d)"
    rf"(?!(?:st|nd|rd|th)?\s(?:{_MONTHS})\b)"
    r"(?:\s?(?P<percent>%|per ?cent\b)|\s(?P<points>(?:of an? |whole |full |clear )?(?:percentage )?points?|pp\b)"
    rf"|(?:\s(?:FTE|full time|working|calendar))?\s(?P<noun>{_NOUNS})(?![\w-]))?"
)
_IN_WORDS_WITH_UNIT = Sought(
    rf"\b(?<![\d-] )(?P<count>(?!no\b|\d)(?:{WHOLE}))(?P<half> and a half)? (?:(?P<percent>per ?cent\b)"
    r"|(?P<noun>days|minutes|hours|seconds)\b(?! of [a-z]+s\b))"
)
"""A number in words with a unit that a measure may have."""
_SCALES = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000, "million": 1_000_000, "thousand": 1_000, "billion": 10**9}
_SHORT = {"min": "minute", "sec": "second", "kilogram": "kg"}

TIMES_TAKEN = frozenset({"day", "week", "month", "hour", "minute", "second"})
"""Units of what takes time."""
_TIME = Sought(r"\b(?:day|week|month|hour|minute|second)(?=s\b)")
_LIMIT = Sought(rf"\b{WHOLE}[ -](?:working |school )?(?:days|weeks|months|hours|minutes|seconds)\b")
"""How long something may take, in a title of what is counted: "handovers over four hours"."""


PARTS_OF_TIMES = {("second", "minute"): 60, ("minute", "hour"): 60, ("day", "week"): 7}
"""How many of the one unit are one of the other."""
_TOO_CLOSE = Decimal("0.005")


@cache
def _one_at(exponent: int) -> Decimal:
    return Decimal(1).scaleb(exponent)


_YEAR = re.compile(r"(?:19|20)\d\d")


class Figure(NamedTuple):
    """A number as typed, its value, the ``step`` it is told to, its unit ("%", "£", "day", "" ...), and its place."""

    typed: str
    value: Decimal
    step: Decimal
    unit: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.typed)

    @property
    def is_year(self) -> bool:
        """Whether it may be a year: 1900 to 2099."""
        return _YEAR.fullmatch(self.typed) is not None

    @property
    def decimals(self) -> int:
        """How many decimals it is told to; 0 for thousands and millions."""
        return max(-int(self.step.normalize().as_tuple().exponent), 0)

    def agrees_with(self, known: Decimal) -> bool:
        """Whether it may be the known figure, rounded or cut to as many decimals as either has."""
        apart = self.value - known
        if abs(apart) <= _TOO_CLOSE:
            return True
        known_to = _one_at(int(known.as_tuple().exponent))
        if self.step >= known_to:
            return -self.step < apart <= self.step / 2
        return -known_to / 2 <= apart < known_to


@lru_cache(PASSAGES)
def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures in a text, but no dates, codes, ranges or parts of words."""
    figures = tuple(map(_figure, _FIGURE.finditer(text)))
    worded = tuple(map(_figure_in_words, _IN_WORDS_WITH_UNIT.finditer(text)))
    return tuple(sorted((*figures, *worded), key=lambda each: each.start)) if worded else figures


def _figure(match: Found) -> Figure:
    pound, digits, places, scale, percent, points, noun = match.groups()
    noun = noun.removesuffix("s")
    unit = "£" if pound else "%" if percent else "points" if points else _SHORT.get(noun, noun)
    value, step = Decimal(digits.replace(",", "") + places), _one_at(-max(len(places) - 1, 0))
    if scale:
        value, step = value * _SCALES[scale.strip()], step * _SCALES[scale.strip()]
    return Figure(match[0], value, step, unit, match.start())


def _figure_in_words(match: Found) -> Figure:
    half = Decimal("0.5") if match["half"] else Decimal(0)
    unit = "%" if match["percent"] else match["noun"].lower().removesuffix("s")
    return Figure(match[0], count_of(match["count"]) + half, half or Decimal(1), unit, match.start())


def unit_of(measure: Measure) -> str:
    """A measure's unit as figures in texts have it; empty for a bare number."""
    if measure.unit in {"%", "£"}:
        return measure.unit
    if measure.unit in BARE_UNITS:  # the register may leave the unit to the title: "Average time (days) taken"
        return _time_in(measure.title)
    return "" if measure.unit.lower().startswith("per ") else measure.unit.lower().removesuffix("s")


@lru_cache(PASSAGES)
def _time_in(title: str) -> str:
    found, limit = _TIME.search(title), _LIMIT.search(title)
    return found[0].lower() if found and not limit else ""


def fits(figure: Figure, unit: str) -> bool:
    """Whether a figure may be one of a unit: a bare number may be of any that is counted, and of kg only with kg."""
    return figure.unit == unit or (not figure.unit and unit not in {"%", "£"})


@lru_cache(PASSAGES)
def parts_in(text: str) -> tuple[Found, ...]:
    """Every part of a whole in a text, as PART_OF has it."""
    return tuple(PART_OF.finditer(text))


def count_of(text: str) -> int:
    """The value of what WHOLE matched."""
    word = folded(text)
    tens, _, units = word.partition("-")
    return IN_WORDS[tens] + IN_WORDS.get(units, 0) if tens in IN_WORDS else int(text.replace(",", ""))
