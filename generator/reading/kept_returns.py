"""How returns were read before, and what the reader's eye remarked of them: taken where nothing has changed since."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, TypeVar

from generator.cache.codec import UNSOUND, Codec
from generator.cache.keys import key_of, type_of_key
from generator.cache.kinds import KeptReturn
from generator.cache.program_version import program
from generator.cache.store import Kept
from generator.model.action import ActionAnswer
from generator.model.figures import Span
from generator.model.officer_return import GroupReturn, Half, Return, SignOff, Source
from generator.model.period import Period
from generator.model.problem import UNFORESEEN, Place, Problem
from generator.model.shape import Topic
from generator.reading.other_formats import CONVERTED
from generator.reading.readings import Expected, Reading
from generator.reading.unreadable_files import FAULTS

CODEC = Codec(Reading, Return, GroupReturn, Topic, Half, SignOff, Source, Span, Period, Place, Problem, ActionAnswer)
"""Writes readings without their measures, and problems."""

_MAY_BE_READ_YET = {UNFORESEEN, *(FAULTS[fault] for fault in CONVERTED)}

type_of_remarks = tuple[Problem, ...]

_Found = TypeVar("_Found")


class KeptReturns(NamedTuple):
    """What is kept of workbooks that are read against ``expected``; nothing is known of any where ``kept`` is None."""

    kept: Kept | None
    expected: Expected

    def readings(self, file: str, sha256: str) -> tuple[Reading, ...] | None:
        """What a workbook of this name and content was read as before."""

        def whole(row: KeptReturn) -> tuple[Reading, ...]:
            find = self.expected.register.find
            stored = CODEC.from_data(row.readings)
            return tuple(replace(reading, measure=find(code) if code else None) for code, reading in stored)

        return self._understood(self._key(file, sha256), whole)

    def keep_readings(self, readings: tuple[Reading, ...]) -> None:
        """Keep what a workbook was read as, unless the program failed on it or could not convert it: it may yet."""
        failed = any(told.code in _MAY_BE_READ_YET for each in readings for told in each.problems)
        if self.kept and not failed:
            first = readings[0]
            told = tuple((each.measure and each.measure.code, replace(each, measure=None)) for each in readings)
            self.kept.put(self._key(first.file, first.sha256), KeptReturn(CODEC.as_data(told)))

    def remarks(self, source: Source, code: str, held_against: bytes) -> type_of_remarks | None:
        """What was remarked of a measure's form in a workbook, when it was held against the same as now."""
        found = self._remarks_in(source).get(code)
        return found[1] if found and found[0] == held_against.hex() else None

    def keep_remarks(self, source: Source, code: str, held_against: bytes, remarks: type_of_remarks) -> None:
        """Keep what was remarked of a form, with the workbook's readings, in place of what was remarked before."""
        key = self._key(source.file, source.sha256)
        row = self.kept and self.kept.get(key)
        if self.kept and row:
            every = {**self._remarks_in(source), code: (held_against.hex(), remarks)}
            told = tuple((each, *found) for each, found in every.items())
            self.kept.put(key, row._replace(remarks=CODEC.as_data(told)))

    def _remarks_in(self, source: Source) -> dict[str, tuple[str, type_of_remarks]]:
        """By the codes of measures: a hash of what their forms were held against, and what was remarked."""
        key = self._key(source.file, source.sha256)
        return self._understood(key, lambda row: _by_code(row.remarks) if row.remarks else {}) or {}

    def _understood(self, key: type_of_key, understand: Callable[[KeptReturn], _Found]) -> _Found | None:
        row = self.kept and self.kept.get(key)
        try:
            return understand(row) if row else None
        except UNSOUND:
            return None

    def _key(self, file: str, sha256: str) -> type_of_key:
        return key_of("return", program(), self.expected.edition, file, sha256)


def _by_code(data: bytes) -> dict[str, tuple[str, type_of_remarks]]:
    return {code: (held_against, problems_in(found)) for code, held_against, found in CODEC.from_data(data)}


def problems_in(found: object) -> type_of_remarks:
    """The same as problems. Raises TypeError where it is something else."""
    if not isinstance(found, tuple) or not all(isinstance(each, Problem) for each in found):
        raise TypeError("these are no problems")
    return found
