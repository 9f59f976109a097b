"""Where the words stand that a problem is about, in the lines that it may be about."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.checks.readers_eye.text.sentences import sentences

_CUT = "..."


class WordsFound(NamedTuple):
    """Words of the line with this number: where they begin and end in it."""

    line: int
    begins: int
    ends: int


def find_words(lines: Sequence[str], first: int, quoted: Sequence[str]) -> WordsFound:
    """The words that are ``quoted``: the fewest of them within the most, in the line numbered ``first`` or any other.

    All of that line where none of them stands anywhere. ``lines`` are not empty.
    """
    first = min(first, len(lines) - 1)
    for number in (first, *(each for each in range(len(lines)) if each != first)):
        if within := _fewest(lines[number], quoted):
            return WordsFound(number, *within)
    return WordsFound(first, 0, len(lines[first]))


def _fewest(line: str, quoted: Sequence[str]) -> tuple[int, int] | None:
    ranges = [found for each in quoted for found in _places(line, each)]
    if not ranges:
        return None
    begins, ends = max(ranges, key=_length)
    reach = len(line) if any(each.endswith(_CUT) for each in quoted) else ends  # what was cut off may hold them
    return min((each for each in ranges if begins <= each[0] and each[1] <= reach), key=_length)


def _length(words: tuple[int, int]) -> int:
    return words[1] - words[0]


def _places(line: str, quoted: str) -> Iterator[tuple[int, int]]:
    """Where a quotation stands in a line: as it is, with its end that was cut off, or one by one as it lists them."""
    quoted = quoted.removeprefix(_CUT)
    if quoted.endswith(_CUT) and (begins := line.find(quoted[: -len(_CUT)])) >= 0:
        yield begins, _end_of_sentence(line, begins + len(quoted) - len(_CUT))
        return
    places = list(_as_words(line, quoted))
    if not places:
        places = [found for each in re.split(r", | and |[“”]", quoted) for found in _as_words(line, each)][:1]
    yield from places


def _as_words(line: str, quoted: str) -> Iterator[tuple[int, int]]:
    if quoted.strip():
        for found in re.finditer(rf"(?<!\w){re.escape(quoted.strip())}(?!\w)", line):
            yield found.span()


def _end_of_sentence(line: str, after: int) -> int:
    ends = 0
    for each in sentences(line):
        ends = line.find(each, ends) + len(each)
        if ends >= after:
            break
    return ends or len(line)
