"""English as a report writes it: numbers, plurals, lists, possessives, days and directions of travel, in words."""

from collections.abc import Iterable
from datetime import date

from generator.judging.direction import Travel, as_travel

_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TREND = " (trend)"


def in_words(number: int) -> str:
    """Write a whole number: in words up to twenty, in digits above. Raises TypeError if it is not one."""
    count = _whole(number)
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def capital(text: str) -> str:
    """Begin a sentence: the first letter becomes a capital, and all others stay as they are."""
    begun = _text(text).lstrip()
    return begun[:1].upper() + begun[1:]


def plural(number: int, one: str, several: str = "") -> str:
    """Give the word that goes with a number: ``one``, or else ``several``, which is ``one`` with an s if not given.

    Raises TypeError if the number is not a whole one.
    """
    return one if _whole(number) == 1 else several or f"{one}s"


def listed(items: str | Iterable[str]) -> str:
    """Join texts, or the lines of one text, with commas and "and"; with semicolons where an item has a comma itself.

    Empty items are passed over. Raises TypeError if there is anything but texts.
    """
    every = items.splitlines() if isinstance(items, str) else items
    *before, last = [item for item in (_text(each).strip() for each in every) if item] or [""]
    if not before:
        return last
    if any(", " in each for each in (*before, last)):
        return f"{'; '.join(before)}; and {last}"
    return f"{', '.join(before)} and {last}"


def possessive(name: str) -> str:
    """Say whose something is: ``Place's``, ``Corporate Resources'``; nothing for an empty name."""
    owner = _text(name).rstrip()
    if not owner:
        return ""
    return f"{owner}'" if owner[-1] in "sS" else f"{owner}'s"


def day(when: date) -> str:
    """Write a day: ``4 December 2018``. Raises TypeError if it is not one."""
    if not isinstance(when, date):
        raise TypeError(f"“{when}” is not a day.")
    return f"{when.day} {when:%B %Y}"


def travelling(direction: str, comparator: str = "") -> str:
    """Say what performance is doing, and against when: ``is improving on Q1 2018/19``; empty where it is not known."""
    match as_travel(_text(direction)):
        case Travel.IMPROVING:
            return f"is improving{_compared('on', comparator)}"
        case Travel.DETERIORATING:
            return f"has deteriorated{_compared('since', comparator)}" if comparator else "is deteriorating"
        case Travel.STABILISED:
            return f"has stabilised{_compared('since', comparator)}"
        case Travel.NOT_APPLICABLE | None:
            return ""


def _compared(preposition: str, comparator: str) -> str:
    if comparator.endswith(_TREND):
        return f", by the trend since {comparator.removesuffix(_TREND)}"
    return f" {preposition} {comparator}" if comparator else ""


def _whole(number: object) -> int:
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"“{number}” is not a whole number.")
    return number


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"“{value}” is not text.")
    return value
