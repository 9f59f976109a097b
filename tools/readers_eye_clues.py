r"""What a text must hold for a pattern to match in it, worked out from every pattern of the reader's eye.

Run from the repository after changing any of its patterns: python -m tools.readers_eye_clues. It writes
generator/checks/readers_eye/text/clues.txt; a pattern that is not in there is tried on every text.

A pattern's literal letters are put together as far as they follow one another (``\b`` beside a letter ends a word), and
of each way through a part of the pattern one clue is kept: a word, how it begins, two words side by side, or a mark.
What cannot be told is left out, so that a pattern is tried too often rather than passed over; a test tries that on all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import pairwise
from pkgutil import walk_packages
from typing import Any

from generator.checks import readers_eye
from generator.checks.readers_eye.text.clues import A_DIGIT, BEGINNING, CLUES_FILE, SIGNS
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.words import folded

_PARSER: Any = import_module("re._parser")
"""The standard library's own reader of patterns."""

_MOST = 200
"""Ways through a part of a pattern that are written out; where there are more, they are not followed further."""

_MOST_CLUES, _MOST_PARTS = 2000, 3
"""Clues of one part, and parts of a pattern, that are worth looking for in a text."""

_EDGE = "\0"
"""A boundary of a word, until it is known what stands beside it."""
_EDGES = {"AT_BOUNDARY", "AT_BEGINNING", "AT_END"}
"""Where a word that stands there begins or ends."""

_WORD = re.compile(r"\w+")
_RARITY = {letter: rank for rank, letter in enumerate("_ etaoinshrdlucmfwypvbgkjqxz")}
_RARITY_OF_DIGITS, _RARITY_OF_SIGNS = 15, 25

_Item = tuple[Any, Any]


def every_sought() -> dict[str, Sought]:
    """Every pattern of the reader's eye, by its module and name."""
    modules = (import_module(each.name) for each in walk_packages(readers_eye.__path__, f"{readers_eye.__name__}."))
    return {
        f"{module.__name__.rpartition('readers_eye.')[2]} {name} {place}": each
        for module in modules
        for name, value in vars(module).items()
        for place, each in enumerate(value if isinstance(value, tuple) else (value,))
        if isinstance(each, Sought)
    }


def lines_of_clues() -> list[str]:
    """What clues.txt holds: of each pattern its digest, and the parts that a text must have a clue of each of."""
    needed = {each.digest: needed_by(each.written, each.flags) for each in every_sought().values()}
    written = {digest: (" ".join(sorted(part)) for part in parts) for digest, parts in needed.items() if parts}
    return sorted("\t".join((digest, *parts)) for digest, parts in written.items())


def needed_by(pattern: str, flags: int = re.IGNORECASE) -> list[set[str]]:
    """The rarest parts of a pattern, each as the clues of which every text has one that the pattern matches in."""
    parts = sorted(_parts(tuple(_PARSER.parse(pattern, flags))), key=_rarity_of, reverse=True)
    return [each for each in parts if len(each) <= _MOST_CLUES][:_MOST_PARTS]


def _parts(items: Sequence[_Item]) -> Iterator[set[str]]:
    """The parts that a match of these items, one after another, needs: a clue of each."""
    items = [each for each in items if str(each[0]) not in {"ASSERT", "ASSERT_NOT"}]
    run = {""}
    for place, item in enumerate((*items, None)):
        written = _written(item) if item else None
        longer = {one + other for one in run for other in written} if written and len(run) <= _MOST else None
        if longer and len(longer) <= _MOST:
            run = longer
            continue
        before, after = _edge(items, place - 1), _edge(items, place + 1)
        yield from filter(None, (_clues(run), *(_inside(item, before, after) if item else ())))
        is_begun = all(each[-1:] in {" ", _EDGE} for each in run)
        if written:
            run = {_EDGE * (len(before) + is_begun) + each for each in written}
        else:
            run = {_EDGE if item and _ends_in_space(item, is_begun=is_begun) else ""}


def _ends_in_space(item: _Item, *, is_begun: bool) -> bool:
    """Whether a word begins after an item, whatever it matched: ``is_begun`` says it of what comes before the item."""
    kind, value = str(item[0]), item[1]
    if kind == "BRANCH":
        return all(each and _ends_in_space(each[-1], is_begun=is_begun and len(each) == 1) for each in value[1])
    inside = {"SUBPATTERN": 3, "MAX_REPEAT": 2, "MIN_REPEAT": 2}.get(kind)
    if inside is None:
        return kind == "LITERAL" and chr(value) == " "
    may_be_none = kind != "SUBPATTERN" and value[0] == 0
    return bool(value[inside]) and _ends_in_space(value[inside][-1], is_begun=False) and (is_begun or not may_be_none)


def _edge(items: Sequence[_Item], place: int) -> tuple[_Item, ...]:
    """The boundary of a word that stands at a place among the items, if one does."""
    return tuple(each for each in items[max(place, 0) : place + 1] if str(each[1]) in _EDGES)


def _written(item: _Item) -> set[str] | None:  # noqa: PLR0911, one line for each kind of item
    """Every string that an item may match, in small letters; None where they cannot be written out."""
    kind, value = str(item[0]), item[1]
    if kind == "LITERAL":
        return {folded(chr(value))}
    if kind == "AT":
        return {_EDGE} if str(value) in _EDGES else {""}
    if kind in {"ASSERT", "ASSERT_NOT"}:
        return {""}
    if kind == "IN":
        letters = list(value)
        return (
            {folded(chr(code)) for _, code in letters} if all(str(each) == "LITERAL" for each, _ in letters) else None
        )
    if kind == "SUBPATTERN":
        return _all_written(value[3])
    if kind == "BRANCH":
        every = [_all_written(each) for each in value[1]]
        return None if None in every else set().union(*filter(None, every))
    if kind in {"MAX_REPEAT", "MIN_REPEAT"} and value[1] == 1:
        once = _all_written(value[2])
        return once and (once if value[0] else once | {""})
    return None


def _all_written(items: Iterable[_Item]) -> set[str] | None:
    run = {""}
    for item in items:
        written = _written(item)
        if written is None or len(run) * len(written) > _MOST:
            return None
        run = {one + other for one in run for other in written}
    return run


def _inside(item: _Item, before: tuple[_Item, ...], after: tuple[_Item, ...]) -> list[set[str]]:
    """What an item needs by itself, with the boundaries of words that stand ``before`` and ``after`` it."""
    kind, value = str(item[0]), item[1]
    if kind == "IN" and _is_digit(value):
        return [{A_DIGIT}]
    if kind == "SUBPATTERN":
        return list(_parts((*before, *value[3], *after)))
    if kind == "BRANCH":
        every = [max(_parts((*before, *each, *after)), key=_rarity_of, default=None) for each in value[1]]
        return [] if None in every else [set().union(*filter(None, every))]
    if kind in {"MAX_REPEAT", "MIN_REPEAT"} and value[0]:
        return list(_parts(tuple(value[2])))
    return []


def _is_digit(value: Iterable[_Item]) -> bool:
    return all(
        str(code) == "CATEGORY_DIGIT" or (str(kind) == "RANGE" and 48 <= code[0] <= code[1] <= 57)
        for kind, code in value
    )


def _clues(run: set[str]) -> set[str] | None:
    """One clue of each string of a run; None where a string has none."""
    found = [_clue(_without_edges(each)) for each in run]
    return None if None in found else set(filter(None, found))


def _without_edges(text: str) -> str:
    """A boundary is a space outside a word: where nothing or a space stands beside it already, it says no more."""
    found: list[str] = []
    for place, letter in enumerate(text):
        if letter != _EDGE:
            found.append(letter)
            continue
        before, after = (text[:place].rstrip(_EDGE)[-1:], text[place + 1 :].lstrip(_EDGE)[:1])
        if bool(_WORD.match(before)) != bool(_WORD.match(after)) and not (before and after):
            found.append(" ")
    return "".join(found)


def _clue(text: str) -> str | None:
    """The rarest clue of a string: words whose end is in it too, the beginnings of others, and pairs of words."""
    found = [(match[0], match.start() > 0, match.end() < len(text)) for match in _WORD.finditer(text)]
    single = [
        word[: BEGINNING[1]] if is_whole or len(word) >= BEGINNING[1] else word[: BEGINNING[0]]
        for word, is_begun, is_whole in found
        if is_begun and (is_whole or len(word) >= BEGINNING[0])
    ]
    pairs = [
        f"{one[: BEGINNING[1]]}_{other[: BEGINNING[1]]}"
        for (one, is_begun, _), (other, _, is_whole) in pairwise(found)
        if is_begun and (is_whole or len(other) >= BEGINNING[1])
    ]
    return max((*single, *pairs, *(letter for letter in text if letter in SIGNS)), key=_rarity, default=None)


def _rarity_of(clues: set[str]) -> tuple[int, int]:
    return min(map(_rarity, clues)), -len(clues)


def _rarity(clue: str) -> int:
    if clue in SIGNS:
        return _RARITY_OF_SIGNS
    return _RARITY_OF_DIGITS if clue == A_DIGIT else sum(_RARITY.get(letter, 30) for letter in clue)


if __name__ == "__main__":
    CLUES_FILE.write_text("\n".join((*lines_of_clues(), "")), encoding="utf-8")
