"""English as a report writes it: numbers, plurals, lists, possessives and days."""

from collections.abc import Iterable
from datetime import date

_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_ORDINALS = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth"),
)


def in_words(number: int) -> str:
    """A whole number: in words from 0 to 20, in digits above. Raises TypeError if it is not a whole number."""
    count = _whole(number)
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def ordinal_in_words(number: int) -> str:
    """A place in a row: in words to the 20th, ``22nd`` after it. Raises TypeError if it is not a whole number."""
    place = _whole(number)
    if 0 <= place < len(_ORDINALS):
        return _ORDINALS[place]
    is_teen = place % 100 // 10 == 1
    return f"{place:,}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th')}"


def capital(text: str) -> str:
    """A text as a sentence begins: its first letter a capital, all others as they are, and no spaces before it."""
    begun = checked_text(text).lstrip()
    return begun[:1].upper() + begun[1:]


def ended(text: str) -> str:
    """A sentence with the stop that somebody may have left out: ``We wait.`` of ``We wait``."""
    return text if text.rstrip("”’\"')]").endswith((".", "!", "?", "…", ":")) else f"{text}."


def inside_sentence(word: str) -> str:
    """A word of a heading as it stands inside a sentence: ``directorate``; of names and initials nothing is changed."""
    is_initials = any(letter.isupper() for letter in checked_text(word)[1:])
    return word if is_initials else word[:1].lower() + word[1:]


def plural(number: int, one: str, several: str = "") -> str:
    """The word that goes with a number: ``one``, or else ``several``, which is ``one`` with an s if not given.

    Raises TypeError if the number is not a whole one.
    """
    return one if _whole(number) == 1 else several or f"{one}s"


_PLURALS = {"child": "children", "man": "men", "person": "people", "wife": "wives"}
"""How words end in the plural whose last letters tell nothing of it."""


def in_plural(word: str) -> str:
    """A word for one, in small letters, as the word for several: ``children``, ``bodies`` and ``coaches``."""
    for one, several in _PLURALS.items():
        if word.endswith(one):
            return word.removesuffix(one) + several
    if word.endswith("y") and word[-2:-1] not in {*"aeiou"}:
        return f"{word[:-1]}ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


def counted(number: int, one: str, several: str = "") -> str:
    """A number in digits, with the word that goes with it: ``1 return``, ``25 returns``. Raises TypeError as above."""
    return f"{number} {plural(number, one, several)}"


def out_of(number: int, total: int) -> str:
    """So many of all: ``two of the five``, ``none of the five``, ``all five``; ``neither of the two``, ``both``.

    Of one thing it is ``the one``.

    Raises TypeError if either is not a whole number.
    """
    every = in_words(total)
    if _whole(number) == total:
        return {1: "the one", 2: "both"}.get(total, f"all {every}")
    if total == 1:
        return "the one"
    none = "neither" if total == 2 else "none"
    return f"{in_words(number) if number else none} of the {every}"


def listed(items: str | Iterable[str]) -> str:
    """Texts, or the lines of one text, as a list in a sentence: ``a, b and c``; with semicolons where one has a comma.

    Empty items are passed over. Raises TypeError if there is anything but texts.
    """
    every = items.splitlines() if isinstance(items, str) else items
    *before, last = [item for item in (checked_text(each).strip() for each in every) if item] or [""]
    if not before:
        return last
    if any(", " in each for each in (*before, last)):
        return f"{'; '.join(before)}; and {last}"
    return f"{', '.join(before)} and {last}"


def possessive(name: str) -> str:
    """A name as the owner of something: ``Place's``, ``Corporate Resources'``; empty for an empty name."""
    owner = checked_text(name).rstrip()
    if not owner:
        return ""
    return f"{owner}'" if owner[-1] in "sS" else f"{owner}'s"


def day(when: date) -> str:
    """A day as reports write it: ``4 December 2018``. Raises TypeError if it is not a date."""
    if not isinstance(when, date):
        raise TypeError(f"“{when}” is not a day.")
    return f"{when.day} {when:%B %Y}"


def day_in_figures(when: date) -> str:
    """A day as forms write it: ``04/12/2018``."""
    return f"{when:%d/%m/%Y}"


def _whole(number: object) -> int:
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"“{number}” is not a whole number.")
    return number


def checked_text(value: object) -> str:
    """The value itself, where it is a text. Raises TypeError if it is not."""
    if not isinstance(value, str):
        raise TypeError(f"“{value}” is not text.")
    return value
