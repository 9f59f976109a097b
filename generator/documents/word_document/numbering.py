"""Numbered lists that start again at 1, in a document under way."""

from collections.abc import Mapping
from dataclasses import dataclass

NUMBERING = "word/numbering.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list of the template: the definition that it counts by, its level, and the number it begins with."""

    number: int
    definition: str
    level: int
    start: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The part of that name, open where further lists go."""

    before: str
    after: str
    last: int

    def with_lists(self, added: str) -> bytes:
        """Write the part with lists added."""
        return f"{self.before}{added}{self.after}".encode()


class Restarts:
    """The lists that one document has started anew."""

    def __init__(self, last: int, lists: Mapping[int, List]) -> None:
        self._last = last
        self._lists = lists
        self._current: dict[int, int] = {}
        self.added: list[str] = []

    def number_for(self, restart: object, base: int) -> int:
        """The number of the list that an item belongs to: a new one, or the one last started."""
        if restart:
            self._last += 1
            self._current[base] = self._last
            self.added.append(_number(self._last, self._lists[base]))
        return self._current.get(base, base)


def _number(number: int, like: List) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{like.definition}"/>'
        f'<w:lvlOverride w:ilvl="{like.level}"><w:startOverride w:val="{like.start}"/></w:lvlOverride></w:num>'
    )
