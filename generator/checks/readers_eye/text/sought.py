"""Lists of words and phrases as patterns, which are tried only on texts that hold what any match must have.

Texts are put into small letters once, and patterns too: to compare letters whatever their case takes several times as
long, at every place where a pattern is tried, and so does compiling what compares them.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, reduce
from hashlib import sha256
from operator import or_

from generator.checks.readers_eye.text.clues import clues_in, needed_by
from generator.checks.readers_eye.text.words import PASSAGES, folded, in_ascii, words_read

_CAPITALS = re.compile(r"\\.|\(\?P|[A-Z]")
"""What letters of a pattern stand for themselves, and what comes before those that do not."""


def any_of(listed: str) -> str:
    """A pattern for any of the words listed, with blanks between them and ``_`` for a space within a phrase."""
    return "|".join(each.replace("_", " ") for each in listed.split())


def by_first_letter(words: Iterable[str]) -> str:
    """A pattern for any of many words: those that begin otherwise than a text are ruled out together."""
    begun: dict[str, list[str]] = {}
    for each in words:
        begun.setdefault(each[0], []).append(each[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in begun.items())


class Found:
    """A match in a text: its place, and what its groups hold as it was typed.

    That is nothing where a group took no part, or stands in another way to say the same.
    """

    __slots__ = ("_match", "_text")

    def __init__(self, match: re.Match[str], text: str) -> None:
        self._match, self._text = match, text

    def __getitem__(self, group: int | str) -> str:
        try:
            start, end = self._match.span(group)
        except IndexError:
            return ""
        return self._text[start:end]

    def groups(self) -> tuple[str, ...]:
        """All groups in their order, as they were sought in: in small letters, but for a pattern that minds them."""
        return self._match.groups("")

    def start(self, group: int | str = 0) -> int:
        """Where it starts in the text, or one of its groups; -1 for one that took no part."""
        return self._match.start(group)

    def end(self, group: int | str = 0) -> int:
        """Where it ends."""
        return self._match.end(group)

    @property
    def names(self) -> Collection[str]:
        """The names of its groups."""
        return self._match.re.groupindex

    @property
    def last_group(self) -> str | None:
        """The name of the last group that took part."""
        return self._match.lastgroup


class Sought:
    """A pattern in any case, compiled when it is first tried, and tried only where it may match."""

    def __init__(self, written: str, *, flags: int = re.IGNORECASE) -> None:
        self.written, self.flags = written, flags
        self._folds = bool(flags & re.IGNORECASE) and "(?-i:" not in written
        """Whether it is tried on small letters; otherwise on what was typed."""
        self._read = folded if self._folds else in_ascii

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        if not self._folds:
            return re.compile(self.written, self.flags | re.ASCII)
        return re.compile(_CAPITALS.sub(_small, self.written), re.ASCII)

    @property
    def digest(self) -> str:
        """A short name for this pattern and no other."""
        return sha256(f"{int(self.flags)} {self.written}".encode()).hexdigest()[:12]

    @cached_property
    def needed(self) -> int:
        """The sets of clues of each of which a text must have one to be matched; none where they are not known."""
        return needed_by(self.digest)

    def may_be_in(self, text: str) -> bool:
        """Whether a text has all that a match must have."""
        return clues(text) & self.needed == self.needed

    def search(self, text: str) -> Found | None:
        """Find the first match in a text."""
        small, shown = _SEEN.get(text, _UNSEEN)
        needed = self.needed
        if shown & needed != needed:
            return None
        match = self._pattern.search((small or folded(text)) if self._folds else in_ascii(text))
        return Found(match, text) if match else None

    def finditer(self, text: str) -> Iterable[Found]:
        """Find every match in a text."""
        small, shown = _SEEN.get(text, _UNSEEN)
        needed = self.needed
        if shown & needed != needed:
            return ()
        small = (small or folded(text)) if self._folds else in_ascii(text)
        return [Found(match, text) for match in self._pattern.finditer(small)]

    def is_in(self, small: str) -> bool:
        """Whether there is a match in a part of a text that is in small letters already."""
        return self._pattern.search(small) is not None

    def search_part(self, text: str, *within: int) -> Found | None:
        """Find the first match in a part of a text, such as one too short for its clues to be worth while."""
        match = self._pattern.search(self._read(text), *within)
        return Found(match, text) if match else None

    def match_part(self, text: str, *within: int) -> Found | None:
        """Find the match with which a part of a text begins."""
        match = self._pattern.match(self._read(text), *within)
        return Found(match, text) if match else None

    def finditer_part(self, text: str, *within: int) -> Iterator[Found]:
        """Find every match in a part of a text."""
        matches = self._pattern.finditer(self._read(text), *within)
        return (Found(match, text) for match in matches)


def _small(found: re.Match[str]) -> str:
    return found[0].lower() if len(found[0]) == 1 else found[0]


def phrase(listed: str) -> Sought:
    """The pattern for any of the words listed, whole and in any case."""
    return Sought(rf"\b(?:{any_of(listed)})\b")


def apart(written: str, *, flags: int = re.IGNORECASE) -> tuple[Sought, ...]:
    """The alternatives of a pattern, each by itself: it is compiled, and tried, only where its own clues are."""
    parts, depth, start = list[str](), 0, 0
    for found in _MARKS.finditer(written):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] == "|" and not depth:
            parts.append(written[start : found.start()])
            start = found.end()
    return tuple(Sought(each, flags=flags) for each in (*parts, written[start:]))


def without_overlaps(found: Iterable[Found]) -> Iterator[Found]:
    """Matches in their order, without those at a place of which another tells."""
    end, every = 0, list(found)
    for match in sorted(every, key=Found.start) if len(every) > 1 else every:
        if match.start() >= end:
            end = match.end()
            yield match


_MARKS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")
"""What alternatives lie between: the brackets round groups, and what neither escapes nor sets of letters have."""


_SEEN: dict[str, tuple[str, int]] = {}
"""Sentences in small letters, and what patterns may need of them: what is no sentence by itself is soon tried on."""
_UNSEEN = ("", -1)


def clues(sentence: str) -> int:
    """What patterns may need of a sentence, as ``clues_in`` has it; it is looked at once."""
    if sentence not in _SEEN:
        if len(_SEEN) >= PASSAGES:
            _SEEN.clear()
        words = words_read(sentence)
        _SEEN[sentence] = words.small, clues_in(words.small, words.apart)
    return _SEEN[sentence][1]


def together(found: Iterable[int]) -> int:
    """What several texts show together."""
    return reduce(or_, found, 0)
