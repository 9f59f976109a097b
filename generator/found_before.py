"""What was found in returns before: how each was read, and what a reader's eye saw in it.

It is found again only where the return, what it is held against, or the program has changed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.checks.reader import read_through
from generator.checks.reader.passages import Known
from generator.kept import Kept, key_of, type_of_key
from generator.plain_data import UNSOUND, as_data, from_data
from generator.problem import Problem
from generator.program import program
from generator.report import Judged
from generator.workbook.read import Expected, Reading

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Readings:
    """How workbooks were read against what was expected; nothing is known of any where nothing is kept."""

    kept: Kept | None
    expected: Expected

    def get(self, file: str, sha256: str) -> tuple[Reading, ...] | None:
        """Give what a workbook was read as before."""

        def whole(found: Iterable[tuple[str | None, Reading]]) -> tuple[Reading, ...]:
            find = self.expected.register.find
            return tuple(replace(reading, measure=find(code) if code else None) for code, reading in found)

        return _recalled(self.kept, self._key(file, sha256), whole) if self.kept else None

    def put(self, readings: tuple[Reading, ...]) -> None:
        """Keep what a workbook was read as."""
        if self.kept:
            first = readings[0]
            told = tuple((each.measure and each.measure.code, replace(each, measure=None)) for each in readings)
            self.kept.put(self._key(first.file, first.sha256), as_data(told))

    def _key(self, file: str, sha256: str) -> type_of_key:
        return key_of("reading", program(), self.expected.edition, file, sha256)


@dataclass(frozen=True, slots=True)
class Remarks:
    """What a reader's eye saw in returns that knew the same; ``edition`` names all that it knew but last quarter's."""

    kept: Kept | None
    known: Known
    edition: bytes

    def of(self, judged: Judged) -> tuple[Problem, ...]:
        """Give what there is to say of a measure's commentary."""
        if not self.kept:
            return tuple(read_through(judged, self.known))
        key = self._key(judged)
        found: tuple[Problem, ...] | None = _recalled(self.kept, key, _problems)
        if found is None:
            found = tuple(read_through(judged, self.known))
            self.kept.put(key, as_data(found))
        return found

    def _key(self, judged: Judged) -> type_of_key:
        before = self.known.before_of(judged)
        sources = ((each.source.file, each.source.sha256, each.sheet) for each in (judged.returned, before) if each)
        told = (judged.measure.code, str(judged.history), *(part for source in sources for part in source))
        return key_of("remarks", program(), self.edition, *told)


def _problems(found: Iterable[Problem]) -> tuple[Problem, ...]:
    problems = tuple(found)
    if not all(isinstance(each, Problem) for each in problems):
        raise TypeError("these are no problems")
    return problems


def _recalled(kept: Kept, key: type_of_key, whole: Callable[..., _Found]) -> _Found | None:
    data = kept.get(key)
    try:
        return None if data is None else whole(from_data(data))
    except UNSOUND:
        return None
