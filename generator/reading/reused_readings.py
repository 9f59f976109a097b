"""How returns were read before: they are read again only where they, what they are held against, or we have changed."""

from dataclasses import dataclass, replace

from generator.cache.codec import as_data, from_data
from generator.cache.program_version import program
from generator.cache.store import Kept, key_of, type_of_key
from generator.model.problem import UNFORESEEN
from generator.reading.read_form import Expected, Reading


@dataclass(frozen=True, slots=True)
class Readings:
    """How workbooks were read against what was expected; nothing is known of any where nothing is kept."""

    kept: Kept | None
    expected: Expected

    def get(self, file: str, sha256: str) -> tuple[Reading, ...] | None:
        """Give what a workbook was read as before."""

        def whole(data: bytes) -> tuple[Reading, ...]:
            find = self.expected.register.find
            return tuple(replace(reading, measure=find(code) if code else None) for code, reading in from_data(data))

        return self.kept.understood(self._key(file, sha256), whole) if self.kept else None

    def put(self, readings: tuple[Reading, ...]) -> None:
        """Keep what a workbook was read as, unless the program failed on it: it may be read yet."""
        unforeseen = any(told.code == UNFORESEEN for each in readings for told in each.problems)
        if self.kept and not unforeseen:
            first = readings[0]
            told = tuple((each.measure and each.measure.code, replace(each, measure=None)) for each in readings)
            self.kept.put(self._key(first.file, first.sha256), as_data(told))

    def _key(self, file: str, sha256: str) -> type_of_key:
        return key_of("reading", program(), self.expected.edition, file, sha256)
