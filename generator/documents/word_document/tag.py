"""A tag of a Word template with its place, and what is wrong with tags, told at once."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.model.problem import Place, Problem, Unusable, problem

BLOCKS = {each: f"end{each}" for each in ("if", "for", "macro", "call", "set", "with", "filter")}


_MOST_FAULTS, _SHOWN = 100, 200
_NO_FIELD = re.compile("there is no field “(.+?)”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag as Jinja2 will read it. ``reach`` is what it stands for: ``p``, ``tr``, ``tc``, ``r`` or nothing."""

    code: str
    prints: bool
    reach: str = ""
    source: str
    place: str

    @property
    def word(self) -> str:
        """The word that says what a statement does; empty where something is printed."""
        return "" if self.prints else self.code.partition(" ")[0]

    @property
    def rest(self) -> str:
        """What follows the word."""
        return self.code.partition(" ")[2].strip()

    @property
    def opens_block(self) -> bool:
        """Whether an end must follow."""
        return self.word in BLOCKS and not (self.word == "set" and "=" in self.rest)


@dataclass(frozen=True, slots=True)
class JinjaSource:
    """A part as Jinja2 reads it. Every tag starts on a line of its own, so that a line number finds the tag."""

    text: str
    tags: tuple[tuple[int, Tag], ...]

    def tag_at(self, line: int) -> Tag | None:
        """The tag at a line, or the last before it."""
        at = bisect_right([start for start, _ in self.tags], line)
        return self.tags[at - 1][1] if at else None

    def tag_with(self, name: str) -> Tag | None:
        """The first tag that names a field."""
        named = re.compile(rf"\b{name}\b")
        return next((tag for _, tag in self.tags if named.search(tag.code)), None)


class Faults:
    """What is wrong with a template, gathered so that all of it can be told at once."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def note(self, place: str, fault: str, remedy: str) -> None:
        """Add a fault, once; ``place`` is such as "main text, table 2, row 3". Beyond a hundred no more are added."""
        told = problem("TEMP01", Place(self.file, cell=place or None), fault=fault, remedy=remedy)
        if not self.many and told not in self.found:
            self.found.append(told)

    @property
    def many(self) -> bool:
        """Whether there are so many that no more are added."""
        return len(self.found) >= _MOST_FAULTS

    def note_at(self, tag: Tag | None, words: str, label: str = "") -> None:
        """Add what is wrong with a tag, or with a part where no tag is known; a name that is called is a macro's."""
        at, remedy = (f"“{_quoted(tag)}”: ", "Correct the tag in Word.") if tag else ("", "Correct it in Word.")
        called = _NO_FIELD.match(words)
        if tag and called and re.search(rf"\b{re.escape(called[1])}\s*\(", tag.code):
            words = f"there is no macro “{called[1]}” above it."
            part = f"from {{%p macro {called[1]}(…) %}} to {{%p endmacro %}}"
            remedy = f"Put the part {part} before the first tag that uses it."
        sentence = words if words.endswith("?") else f"{words.rstrip('.')}."
        self.note(tag.place if tag and tag.place else label, f"{at}{sentence}", remedy)

    def stop_if_any(self) -> None:
        """Raise Unusable with everything found so far."""
        if self.found:
            raise Unusable(self.found)


def _quoted(tag: Tag) -> str:
    """A tag as it can be looked for in Word: as it was written, and of a long one its beginning."""
    return tag.source if len(tag.source) <= _SHOWN else f"{tag.source[:_SHOWN]}…"
