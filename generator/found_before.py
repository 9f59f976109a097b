"""How returns were read before: they are read again only where they, what they are held against, or we have changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.kept import Kept, key_of, type_of_key
from generator.plain_data import UNSOUND, as_data, from_data
from generator.program import program
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

        return recalled(self.kept, self._key(file, sha256), whole) if self.kept else None

    def put(self, readings: tuple[Reading, ...]) -> None:
        """Keep what a workbook was read as."""
        if self.kept:
            first = readings[0]
            told = tuple((each.measure and each.measure.code, replace(each, measure=None)) for each in readings)
            self.kept.put(self._key(first.file, first.sha256), as_data(told))

    def _key(self, file: str, sha256: str) -> type_of_key:
        return key_of("reading", program(), self.expected.edition, file, sha256)


def recalled(kept: Kept, key: type_of_key, whole: Callable[..., _Found]) -> _Found | None:
    """Give what was kept, made ``whole`` of plain data; None where there is nothing, or something else."""
    data = kept.get(key)
    try:
        return None if data is None else whole(from_data(data))
    except UNSOUND:
        return None
