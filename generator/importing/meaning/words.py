"""What the words of a list mean: which way is better, how often, what span, which unit, what kind.

Each reader gives what the words mean, or None. It is ``sure`` unless a slip of the pen had to be seen through.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.measure import Basis, Kind, Polarity
from generator.model.spellings import SAME_UNITS
from generator.reading.register.column_words import BASES, EVERY_QUARTER, FREQUENCIES, POLARITIES


@dataclass(frozen=True, slots=True)
class Meaning:
    """What words mean, as the register writes it; ``whole`` is whether that is all that they say."""

    word: str
    sure: bool = True
    whole: bool = True


def as_words(text: str) -> str:
    """A text as words are compared: in small letters, on one line, with nothing about it."""
    return " ".join(text.casefold().split()).strip(" .:;,*")


# Which way is better

_HIGH = frozenset(
    {
        *("h", "hi", "high", "higher", "highest", "up", "upward", "upwards", "increase", "increases", "increasing"),
        *("increased", "maximise", "maximize", "maximum", "max", "more", "most", "bigger", "big", "larger", "large"),
        *("greater", "above", "rise", "rising", "grow", "growth", "positive", "↑", "▲", "⬆"),
    }
)
_LOW = frozenset(
    {
        *("l", "lo", "low", "lower", "lowest", "down", "downward", "downwards", "decrease", "decreases", "decreasing"),
        *("decreased", "minimise", "minimize", "minimum", "min", "less", "least", "fewer", "smaller", "small"),
        *("reduce", "reduces", "reducing", "reduction", "below", "fall", "falling", "negative", "↓", "▼", "⬇"),
    }
)
_NEITHER = frozenset(
    {
        *(
            "none",
            "neutral",
            "contextual",
            "context",
            "n/a",
            "na",
            "monitor",
            "monitoring",
            "information",
            "volumetric",
        ),
        *("neither", "unrated", "applicable"),
    }
)
_FILLING = frozenset(
    {
        *(
            "is",
            "are",
            "the",
            "better",
            "best",
            "good",
            "to",
            "aim",
            "aims",
            "performance",
            "for",
            "this",
            "measure",
            "a",
        ),
        *("be", "it", "value", "values", "number", "numbers", "figure", "figures", "result", "results", "should", "we"),
        *("want", "only", "not", "data", "improvement", "improves", "desired", "direction", "of", "travel"),
    }
)
_TURNED = frozenset({"bad", "worse", "poor", "worst"})
_LONGEST_PHRASE = 12
"""Words; whoever writes more has something else to say."""


def polarity(text: str) -> Meaning | None:
    """Which way is better: “Higher = better”, “Aim to Minimise”, “H”, “Good is low”."""
    words = as_words(text)
    if words in POLARITIES:
        return Meaning(POLARITIES[words].value) if words else None
    tokens = [each for each in re.split(r"[\s=:()/,;]+", words.replace("n/a", "na")) if each]
    if not tokens or len(tokens) > _LONGEST_PHRASE:
        return None
    known = [_as_known(each) for each in tokens]
    sides = {side for word in known if (side := _side(word)) is not None}
    if None in known or len(sides) != 1:
        return None
    (side,) = sides
    turned = any(word in _TURNED for word in known)
    opposite = {Polarity.HIGHER: Polarity.LOWER, Polarity.LOWER: Polarity.HIGHER}
    return Meaning((opposite.get(side, side) if turned else side).value, sure=known == tokens)


def _side(word: str | None) -> Polarity | None:
    sides = ((_HIGH, Polarity.HIGHER), (_LOW, Polarity.LOWER), (_NEITHER, Polarity.NONE))
    return next((side for words, side in sides if word in words), None)


def _as_known(word: str) -> str | None:
    """The word that was meant, whatever slip there is in it; None where none is near."""
    known = _HIGH | _LOW | _NEITHER | _FILLING | _TURNED
    return word if word in known else _nearest(word, known)


_LONG_ENOUGH, _ALIKE = 4, 80


def _nearest(word: str, known: Iterable[str]) -> str | None:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415, no other command needs it

    if len(word) < _LONG_ENOUGH:
        return None
    score, found = max((ratio(word, each), each) for each in sorted(known) if len(each) >= _LONG_ENOUGH)
    return found if score >= _ALIKE else None


# How often

_QUARTER = re.compile(r"\bq(?:uarter)? ?([1-4])\b")


def frequency(text: str) -> Meaning | None:
    """How often it is reported: “Qtrly”, “Annual (Q2)”, “every month”."""
    words = re.sub(r"\(.*?\)|\bin arrears\b|\breporting\b|\breported\b", " ", as_words(text))
    words = as_words(_QUARTER.sub(" ", words)).strip(" -–,&+")
    rest = as_words(re.sub(r"[()]", " ", _QUARTER.sub(" ", as_words(text)))).strip(" -–,&+")
    if words in EVERY_QUARTER:
        return Meaning("quarterly", whole=rest == words)
    if words in FREQUENCIES:
        return Meaning(FREQUENCIES[words], whole=rest == words)
    found = _nearest(words, FREQUENCIES)
    return Meaning(FREQUENCIES[found], sure=False) if found else None


def quarters(text: str) -> tuple[int, ...]:
    """The quarters that a text names: “Annual (Q2)”, “Q2 & Q4”."""
    return tuple(sorted({int(each) for each in _QUARTER.findall(as_words(text))}))


# What span of time

_SHORT = 3
"""Words that say no more than the span."""

_SPANS = (
    (Basis.QUARTER, r"\bnon.?cum\w*|\bin.quarter\b|\bquarter only\b|\bdiscrete\b|\bin.period\b|\bthis quarter\b"),
    (Basis.ROLLING, r"\brolling\b|\b12.?(?:month|m)\b|\bmoving (?:average|annual)\b"),
    (Basis.CUMULATIVE, r"\bcum(?:ulative|ul|m)?\b|\bytd\b|\byear to date\b|\brunning total\b|\baccumulat\w*"),
    (
        Basis.SNAPSHOT,
        r"\bsnap ?shot\b|\bpoint in time\b|\bas at\b|\bposition at\b|\bend of (?:quarter|period)\b|\bstock\b",
    ),
)


def basis(text: str) -> Meaning | None:
    """What span of time a figure covers: “Cum.”, “snapshot (as at quarter end)”, “Rolling 12m”."""
    words = as_words(text)
    if words in BASES:
        return Meaning(BASES[words].value) if words else None
    return next(
        (
            Meaning(span.value, whole=len(words.split()) <= _SHORT)
            for span, pattern in _SPANS
            if re.search(pattern, words)
        ),
        None,
    )


# Units and kinds

_UNITS: Mapping[str, str] = MappingProxyType(
    {
        **{each: same[0] for same in SAME_UNITS for each in same},
        **dict.fromkeys(("percentage", "percentages", "pct", "percent %", "% age", "percentage %"), "%"),
        **dict.fromkeys(
            ("number", "numbers", "count", "no", "nos", "num", "#", "numeric", "integer", "whole number", "volume"),
            "number",
        ),
        **dict.fromkeys(("currency", "gbp", "pounds", "£", "money", "£ sterling", "pound"), "£"),
        **dict.fromkeys(("£m", "£ m", "£ million", "£ millions", "£million", "£mn"), "£m"),
        **dict.fromkeys(("£k", "£000", "£000s", "£'000", "£’000", "£ 000", "£ thousands", "£ thousand"), "£k"),
        **dict.fromkeys(("working days", "calendar days"), "days"),
    }
)
_KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        **{kind.value: kind for kind in Kind},
        **dict.fromkeys(("yes / no", "y/n", "yes or no", "yes-no"), Kind.YES_NO),
        **dict.fromkeys(("narrative", "text", "milestone", "milestones", "grade", "judgement", "word"), Kind.MILESTONE),
        **dict.fromkeys(("data only", "data-only", "monitoring", "monitoring only", "contextual"), Kind.DATA_ONLY),
        **dict.fromkeys(("no target", "for information", "information only", "volumetric"), Kind.DATA_ONLY),
    }
)
_SAID_BY_UNITS = frozenset({Kind.NUMBER, Kind.PERCENTAGE, Kind.RATE, Kind.MONEY, Kind.DAYS, Kind.RATIO})
"""Kinds that say no more than a unit does, and are left out where there is one."""

_UNIT_IN_FIGURE = (
    (r"%|\bper cent\b", "%"),
    (r"£.*(?:m|mn|million)\b", "£m"),
    (r"£.*(?:k|thousand|000s)\b", "£k"),
    (r"£", "£"),
    (r"\d *:1\b", ":1"),
)


def unit(text: str) -> Meaning | None:
    """A unit as it is printed: “Percentage” is %, “No.” is number; None where the words are no unit that is known."""
    words = as_words(text)
    found = _UNITS.get(words)
    return Meaning(found) if found else None


def unit_in_figure(text: str) -> str:
    """The unit that is typed with a figure, such as a target; empty where there is none."""
    words = as_words(text)
    found = next((each for pattern, each in _UNIT_IN_FIGURE if re.search(pattern, words)), "")
    return found or _unit_after(words)


def _unit_after(words: str) -> str:
    match = re.search(r"\d\s*([a-z]+)\b", words)
    same = next((each for each in SAME_UNITS if match and match[1] in each), None)
    return same[0] if same else ""


def kind(text: str) -> Meaning | None:
    """The kind of figure: “Y/N”, “Milestone”, “Monitoring only”."""
    found = _KINDS.get(as_words(text))
    return Meaning(found.value) if found else None


def is_said_by_unit(word: str) -> bool:
    """Whether a kind says no more than a unit does."""
    return Kind(word) in _SAID_BY_UNITS
