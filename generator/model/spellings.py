"""The one table of how figures and dates may be typed, and what each spelling means.

The reader of returns, the reader of the register and the Check column of the form all take from here what they accept:
a spelling is read only where it has one meaning, and nothing is converted. What is refused is sorted by the slip that
was made, so that a message can say what to type instead.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.model.messages.slips import NotANumber

LARGEST = Decimal(10) ** 15
"""No figure is larger: Excel holds fifteen digits exactly."""


class Number(NamedTuple):
    """A number that was understood; ``with_unit`` says that its unit was typed with it."""

    value: Decimal
    with_unit: bool = False


class Relation(Enum):
    """Which way a target is meant that is typed with its relation: ``<= 415``."""

    AT_LEAST = "at least"
    AT_MOST = "at most"


# Numbers

SIGNS = {"-": -1, "+": 1}
MINUSES = "−–"
"""Other dashes that are typed for a minus sign."""

CURRENCIES = "£$€"
_UNIT_SIGNS = frozenset("%:°µ£$€")
"""What the unit after a number may begin with, beside letters."""

MAGNITUDES = {
    "k": 1000,
    "thousand": 1000,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
}
"""What may stand after an amount of money."""

SIZES = {
    "": 1,
    **MAGNITUDES,
    **dict.fromkeys(("000", "000s", "'000", "’000", "'000s", "’000s", "thousands"), 1000),
    "millions": 10**6,
    **dict.fromkeys(("b", "billions"), 10**9),
}
"""What may stand after the sign of a currency in a measure's unit: £m is counted in millions."""

SAME_UNITS = (
    ("%", "per cent", "percent"),
    ("days", "day"),
    ("hours", "hour", "hrs", "hr"),
    ("minutes", "minute", "mins", "min"),
    ("seconds", "second", "secs", "sec"),
    ("weeks", "week", "wks", "wk"),
    ("months", "month"),
    ("years", "year", "yrs", "yr"),
)
"""Units that have several spellings; the first of each is how we write it."""


class Dress(NamedTuple):
    """What may stand around a number in a unit: the sign of a currency before it, and words after it with their size.

    ``after`` has the longest first, so that the first that fits is meant. Where ``needs_size`` is set the sign of the
    currency may not stand alone: £2.1 is no amount in £m.
    """

    currency: str
    after: tuple[tuple[str, int], ...]
    needs_size: bool = False

    @property
    def before(self) -> tuple[str, ...]:
        """All that may stand before the first digit, without spaces."""
        signs = ("", *SIGNS)
        if not self.currency:
            return signs
        return (*signs, *(f"{sign}{self.currency}" for sign in signs), *(f"{self.currency}{sign}" for sign in SIGNS))


@lru_cache(maxsize=256)
def dress_of(unit: str) -> Dress:
    """How numbers in a unit may be typed; a plain number always may."""
    counted = as_compared(unit)
    currency = counted[:1] if counted[:1] in CURRENCIES else ""
    rest = counted.removeprefix(currency).strip()
    size = SIZES.get(rest) if currency else None
    if size == 1:
        after = {counted: 1, **MAGNITUDES}
    elif size:
        after = {counted: 1, **{word: 1 for word, each in MAGNITUDES.items() if each == size}}
    else:
        same = next((each for each in SAME_UNITS if counted in each), (counted, counted.removesuffix("s"), rest))
        after = dict.fromkeys(same, 1)
    return Dress(currency, tuple(_longest_first(after)), needs_size=bool(size and size > 1))


def _longest_first(after: Mapping[str, int]) -> list[tuple[str, int]]:
    """A unit that begins with a digit could be taken for a part of the number, and may not be typed with it."""
    words = {word: size for word, size in after.items() if word[:1].isalpha() or word[:1] in _UNIT_SIGNS}
    dotted = {f"{word}.": size for word, size in words.items() if word[:1].isalpha()}
    return sorted({**words, **dotted}.items(), key=lambda each: -len(each[0]))


_DIGITS = re.compile(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+")
_FIRST_DIGIT = re.compile(r"[0-9.]")


def as_compared(text: str) -> str:
    """A text as spellings are compared: in small letters, one space between words, and one kind of minus sign."""
    return re.sub(f"[{MINUSES}]", "-", " ".join(text.split()).casefold())


def read_number(text: str, unit: str) -> Number | NotANumber:
    """Understand a number, typed alone or with the unit that it is counted in; £2.1m in £ is 2,100,000."""
    typed, dress = as_compared(text), dress_of(unit)
    after, size = next((each for each in dress.after if typed.endswith(each[0])), ("", 1))
    body = typed.removesuffix(after).rstrip()
    first = _FIRST_DIGIT.search(body)
    before, digits = (body[: first.start()].replace(" ", ""), body[first.start() :]) if first else (body, "")
    has_sign_alone = dress.needs_size and dress.currency in before and not after
    if before not in dress.before or has_sign_alone or not _DIGITS.fullmatch(digits):
        return slip_of(typed)
    value = Decimal(digits.replace(",", "")) * (-1 if "-" in before else 1)
    if size > 1:
        value = Decimal(f"{(value * size).normalize():f}")
    if abs(value) > LARGEST:
        return NotANumber.TOO_LARGE
    return Number(value, with_unit=bool(after or before.strip("+-")))


_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
MONTHS = {
    **{month: number for number, month in enumerate(_MONTHS, 1)},
    **{month[:3]: number for number, month in enumerate(_MONTHS, 1)},
    "sept": 9,
}
"""How months may be written, and their numbers."""

_A_NUMBER = rf"(?:{_DIGITS.pattern})"
_ANY_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_MONEY = rf"[-+]? ?[{CURRENCIES}]? ?[-+]? ?"
_A_MONTH = f"(?:{'|'.join(MONTHS)})"
_NEARLY = r"(?:about|approx\w*|around|circa|ca?|roughly|nearly|almost|say|est\w*|[~≈])"
_NOT_QUITE = (
    r"(?:[<>≤≥=]|(?:fewer|less|more|under|over|below|above|at least|at most|up to|max(?:imum)?|min(?:imum)?)\b)"
)
_SLIPS = (
    (
        NotANumber.LOOKALIKE,
        r".*(?![0-9])\d.*",
        r".*[0-9].*[\u200b-\u200f\u2060\ufeff].*",
        r"[\u200b-\u200f\u2060\ufeff]+.*[0-9].*",
    ),
    (
        NotANumber.NONE,
        r"[-?x./ ]+",
        r"n/?a",
        r"n\.a\.?",
        r"none",
        r"tb[acd]",
        r"(?:not?|unknown|awaiting|pending|to be)\b.*",
    ),
    (NotANumber.ZERO, r"nil|zero|nought|o"),
    (NotANumber.TIME, r"[0-9]+(?::[0-9]{1,2}){1,2}(?:\.[0-9]+)?(?: ?[ap]\.?m\.?)?"),
    (NotANumber.TIME, r"[0-9]+ ?h(?:ou)?rs?,? .*[0-9].*", r"[0-9]+h[0-9]+m?"),
    (NotANumber.TIME, r"[0-9]+ ?m(?:in(?:ute)?s?)?,? ?(?:and )?[0-9]+ ?(?:s(?:ec(?:ond)?s?)?)?"),
    (NotANumber.DATE, r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}"),
    (NotANumber.DATE, rf"[0-9]{{1,2}}[a-z]{{0,2}}[- ]{_A_MONTH}\b.*", rf"{_A_MONTH}[- ][0-9]+"),
    (NotANumber.FRACTION, r"[-+]?(?:[0-9]+ )?[0-9]+ ?/ ?[0-9]+ ?%?", r"[-+]?[0-9]* ?[¼-¾⅐-⅞] ?%?"),
    (NotANumber.POWER, r"[-+]?[0-9.]+ ?e ?[-+]?[0-9]+", r".*[0-9] ?[x×*] ?10.*", r".*\^.*", r"10[⁰¹²³⁴-⁹]+"),
    (NotANumber.POWER, rf"{_MONEY}{_A_NUMBER} ?(?:{'|'.join(MAGNITUDES)})"),
    (NotANumber.OTHER_UNIT, rf"[-+]? ?{_A_NUMBER} ?(?:%|[{CURRENCIES}]|[^\W\d_]{{2}}[^0-9?()]*)"),
    (NotANumber.OTHER_UNIT, rf"[-+]? ?[{CURRENCIES}] ?[-+]? ?{_A_NUMBER}"),
    (NotANumber.OTHER_UNIT, rf"{_MONEY}{_A_NUMBER} per .*"),
    (NotANumber.SPACED, rf"{_MONEY}[0-9]{{1,3}}(?: [0-9]{{3}})+(?:\.[0-9]+)? ?%?"),
    (NotANumber.POINT, rf"{_MONEY}[0-9]+[·•'’;:][0-9]+ ?%?", rf"{_MONEY}{_A_NUMBER}[.,;:]+ ?%?"),
    (
        NotANumber.MINUS,
        rf"[{CURRENCIES}]? ?{_A_NUMBER} ?%? ?-",
        rf"[{CURRENCIES}]? ?\({_MONEY}{_A_NUMBER} ?[^0-9()]*\)",
        rf"(?:minus|negative) ?{_MONEY}{_A_NUMBER}[^0-9]*",
    ),
    (NotANumber.PROVISIONAL, rf"{_MONEY}{_A_NUMBER} ?%?,? ?[\[(]?p(?:rov\w*)?\.?[\])]?"),
    (NotANumber.COMMA, rf"{_MONEY}[0-9.,]*,[0-9.,]* ?%?"),
    (NotANumber.ABOUT, rf"{_NEARLY}\.? ?[^a-z]*[0-9].*", r".*[0-9] ?(?:approx\w*|est\w*|ish)\.?"),
    (NotANumber.BOUND, rf"{_NOT_QUITE}.*", r".*[0-9] ?%?(?:\+| or .*)"),
    (NotANumber.TWO, rf".*[0-9]%? ?(?:-|/|to|or|and|of|out of|:) ?[{CURRENCIES}]?[0-9].*"),
    (NotANumber.NOTE, rf"[{CURRENCIES}]? ?[-+]?{_ANY_NUMBER}.*"),
)
_LONGEST = 200
"""Characters that are looked at: no slip is longer."""


def slip_of(text: str) -> NotANumber:
    """Sort what is not a number in some unit by the slip that was made."""
    typed = as_compared(text[:_LONGEST])
    return next((slip for slip, pattern in _slips() if pattern.fullmatch(typed)), NotANumber.NO_NUMBER)


@lru_cache(maxsize=1)
def _slips() -> tuple[tuple[NotANumber, re.Pattern[str]], ...]:
    """The slips with their patterns, put together when there is one: most builds meet none."""
    return tuple((slip, re.compile("|".join(patterns), re.DOTALL)) for slip, *patterns in _SLIPS)


# Targets

_BOUNDS_BEFORE = {
    **dict.fromkeys(("<=", "=<", "≤", "⩽"), Relation.AT_MOST),
    **dict.fromkeys((">=", "=>", "≥", "⩾"), Relation.AT_LEAST),
    **dict.fromkeys(("at most", "no more than", "not more than", "up to", "within"), Relation.AT_MOST),
    **dict.fromkeys(("maximum of", "maximum", "max"), Relation.AT_MOST),
    **dict.fromkeys(
        ("at least", "no less than", "not less than", "no fewer than", "not fewer than"), Relation.AT_LEAST
    ),
    **dict.fromkeys(("minimum of", "minimum", "min"), Relation.AT_LEAST),
}
_BOUNDS_AFTER = {
    **dict.fromkeys(("or less", "or fewer", "or lower", "or below", "or under"), Relation.AT_MOST),
    **dict.fromkeys(("or more", "or higher", "or above", "or over", "+"), Relation.AT_LEAST),
}


class Target(NamedTuple):
    """A target that was understood, and the relation that was typed with it, if any."""

    number: Number
    bound: Relation | None = None


def read_target(text: str, unit: str) -> Target | NotANumber:
    """Understand a target: a number, or one with a relation that includes it, before it or behind it.

    A relation that leaves the number out (< 3 days) is a slip: a target includes the number that it names.
    """
    typed = as_compared(text)
    for word, bound in _BOUNDS_BEFORE.items():
        rest = typed.removeprefix(word)
        if rest != typed and (not word[-1].isalpha() or rest[:1] in {" ", "."}):
            return _bounded(rest.lstrip(" ."), unit, bound)
    for word, bound in _BOUNDS_AFTER.items():
        if typed.endswith(word):
            return _bounded(typed.removesuffix(word), unit, bound)
    return _bounded(typed, unit, None)


def _bounded(text: str, unit: str, bound: Relation | None) -> Target | NotANumber:
    number = read_number(text, unit)
    return Target(number, bound) if isinstance(number, Number) else number


# Dates

ORDINALS = ("st", "nd", "rd", "th")
_DAY = re.compile(rf"([0-9]{{1,2}})(?:{'|'.join(ORDINALS)})?")
EARLIEST = 1901
"""The first year that is read: Excel counts its days from 1900 on."""

_CENTURY = 2000


def read_date(text: str, *, since: date | None = None, estimate: bool = False) -> date | None:
    """Understand a date as the UK writes it: day, month, year, or year-month-day in digits; None for anything else.

    The month may be a word, and then the year may be left out where it is told ``since`` when: the first such day from
    then on is meant. Where an ``estimate`` will do, "end of October" is the last day of the month.
    """
    parts = [part for part in re.sub(r"[-./,]", " ", as_compared(text)).split() if part != "of"]
    ends = estimate and len(parts) > 1 and parts[0] == "end"
    if len(parts) == 3 and re.fullmatch("[0-9]{4}", parts[0]):
        parts.reverse()
    if len(parts) not in {2, 3}:
        return None
    day = _DAY.fullmatch(parts[0])
    month = MONTHS.get(parts[1]) or (_small_number(parts[1]) if len(parts) == 3 and not ends else None)
    if not month or not (day or ends):
        return None
    number = int(day[1]) if day else 0
    year = _year(parts[2]) if len(parts) == 3 else _year_of(month, number, since)
    try:
        return _last_day(year or 0, month) if ends else date(year or 0, month, number)
    except ValueError:
        return None


def _small_number(digits: str) -> int | None:
    return int(digits) if re.fullmatch("[0-9]{1,2}", digits) else None


def _year(digits: str) -> int | None:
    if re.fullmatch("[0-9]{2}", digits):
        return _CENTURY + int(digits)
    year = int(digits) if re.fullmatch("[0-9]{4}", digits) else 0
    return year if year >= EARLIEST else None


def _year_of(month: int, day: int, since: date | None) -> int | None:
    """The year in which a day comes round first; ``day`` is 0 for the end of the month."""
    if since is None:
        return None
    return since.year if (month, day or 31) >= (since.month, since.day) else since.year + 1


def _last_day(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
