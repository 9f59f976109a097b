"""How the values of a TOML text are read: each reader gives what a value means, or raises ValueError with the fault.

A fault is a clause, with its full stop, that says how the value must be: “it must be true or false, without quotes.”
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import islice
from typing import TypeVar

from generator.model.characters import harmless_line
from generator.model.english import day
from generator.model.problem import nearest

_LONGEST = 5_000
"""Characters of a line of text: three times a long paragraph."""


def one_text(value: object, most: int = _LONGEST) -> str:
    """A text that is not empty and stands on one line, of so many characters at most, without the spaces about it."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("it must be a text in double quotes, and not empty.")
    if not value.isprintable():
        raise ValueError("it holds a character that cannot be printed, such as a line break.")
    text = value.strip()
    if len(text) > most:
        raise ValueError(f"it has {len(text):,} characters, and {most:,} are the most.")
    return text


def no_longer_than(most: int) -> Callable[[object], str]:
    """A reader of texts of so many characters at most."""
    return partial(one_text, most=most)


def lines_of_text(value: object) -> tuple[str, ...]:
    """The lines of a text, without the empty ones."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("it must be a text in double quotes, and not empty; three quotes for several lines.")
    return tuple(one_text(line) for line in value.splitlines() if line.strip())


def texts(value: object) -> tuple[str, ...]:
    """A list of texts, at least one, of which no two are the same but for their capitals."""
    if not isinstance(value, list) or not value:
        raise ValueError("it must be a list of texts in square brackets, and not empty.")
    found = tuple(one_text(each) for each in value)
    if len({each.casefold() for each in found}) < len(found):
        raise ValueError("a name stands in the list twice.")
    return found


def texts_or_none(value: object) -> tuple[str, ...]:
    """The same, or an empty list."""
    return () if value == [] else texts(value)


def whole_number(most: int, of: str = "") -> Callable[[object], int]:
    """A reader of whole numbers from 0 to ``most``; ``of`` says what is counted."""

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise ValueError(f"it must be a whole number {of and f'of {of} '}from 0 to {most}.")
        return value

    return read


def yes_or_no(value: object) -> bool:
    """True or false, as TOML writes them."""
    if isinstance(value, bool):
        return value
    raise ValueError("it must be true or false, without quotes.")


def day_in_words(value: object) -> str:
    """A day, as a report writes it: of a date, or in a person's own words."""
    return day(value) if isinstance(value, date) else one_text(value)


def days(value: object) -> tuple[date, ...]:
    """A list of days, which may be empty, in their order."""
    if not isinstance(value, list) or not all(type(each) is date for each in value):
        raise ValueError("it must be a list of days in square brackets, without quotes.")
    return tuple(sorted(value))


def colour(value: object) -> str:
    """A colour as ``#RRGGBB``, in capitals."""
    if not re.fullmatch("#[0-9A-Fa-f]{6}", one_text(value)):
        raise ValueError("it must be a # and six digits from 0 to F.")
    return one_text(value).upper()


class NotOneOfError(ValueError):
    """A value is none of the words that may stand there; the nearest is looked for only when the fault is told.

    ``what`` names what it is not, and ``these`` sums the words up, where a list of them would not be read.
    """

    def __init__(self, value: str, known: Iterable[str], what: str = "", these: str = "") -> None:
        self.value, self.what = value, what
        self.known = tuple(islice(known, _MOST_WORDS))
        self.these = these or cut(", ".join(self.known), _LONGEST_LIST)

    def __str__(self) -> str:
        is_not = f"is not {self.what}" if self.what else f"is not one of: {self.these}"
        hint = nearest(self.value, self.known)
        return f"“{cut(self.value)}” {is_not}.{hint}{f' Those are: {self.these}.' if self.what else ''}"


_MOST_WORDS, _LONGEST_LIST = 200, 1000

_Word = TypeVar("_Word", bound=str)


def one_of(words: Iterable[_Word], these: str = "") -> Callable[[object], _Word]:
    """A reader of one of some words, whatever its capitals; it gives the word as it stands in ``words``.

    ``these`` sums them up for the message about another one, where a list would not be read.
    """
    known = {str(each).casefold(): each for each in words}

    def read(value: object) -> _Word:
        found = known.get(one_text(value).casefold())
        if found is None:
            raise NotOneOfError(one_text(value), known.values(), these=these)
        return found

    return read


def some_of(words: Iterable[_Word]) -> Callable[[object], tuple[_Word, ...]]:
    """A reader of a list of some words, which may be empty."""
    read_one = one_of(words)
    return lambda value: tuple(map(read_one, texts_or_none(value)))


def cut(text: str, longest: int = 60) -> str:
    """The beginning of a text, on one line, with … where it goes on."""
    return harmless_line(text if len(text) <= longest else f"{text[: longest - 1]}…")
