"""What a reader's eye sees in returns: what it saw before in the same, or else what it sees now, on all cores."""

import copyreg
import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from generator.cache.codec import as_data, from_data
from generator.cache.processes import WORTH_SENDING, Others
from generator.cache.program_version import program
from generator.cache.store import UNSOUND, Kept, key_of, type_of_key
from generator.checks.readers_eye import read_through
from generator.checks.readers_eye.text import Known
from generator.judging.outcome import Judged
from generator.model.measure import code_key
from generator.model.officer_return import Return
from generator.model.problem import UNFORESEEN, Place, Problem, guarded

_BATCH = 64
"""How many returns a process is given at a time."""

type_of_remarks = tuple[Problem, ...]


@dataclass(frozen=True)
class Remarks:
    """How remarks are come by. ``known`` is what the reader knows, and ``before`` has last quarter's returns.

    ``edition`` is another one where the setup, or what is known, is another.
    """

    known: Known
    before: Mapping[str, Return]
    edition: bytes
    kept: Kept | None = None
    others: Others = field(default_factory=Others)

    def of_each(self, judged: Iterable[Judged]) -> Iterator[type_of_remarks]:
        """Give what there is to say of each measure's commentary, in order, however many processes read it."""
        return self.others.in_batches(judged, _BATCH, self._begin)

    def _begin(self, batch: Sequence[Judged]) -> Callable[[], list[type_of_remarks]]:
        found = {each.measure.code: self._found(each) for each in batch}
        new = [(each, self._before(each)) for each in batch if found[each.measure.code] is None]
        sent = len(new) >= WORTH_SENDING and self.others.executor and not self.others.few
        told = _packed(new) if sent else b""
        future = self.others.begin(remarks_as_data, told, self._known, program()) if told else None

        def finish() -> list[type_of_remarks]:
            made = self._made(new, self.others.answer(future))
            known = {code: each for code, each in found.items() if each is not None}
            every = {**known, **{each.measure.code: one for (each, _), one in zip(new, made, strict=True)}}
            return [every[each.measure.code] for each in batch]

        return finish

    def _made(self, new: Sequence[tuple[Judged, Return | None]], answers: list[bytes] | None) -> list[type_of_remarks]:
        """Take what another process remarked; where it died or answered nonsense, read the returns here."""
        try:
            made = [_problems(each) for each, _ in zip(answers or (), new, strict=True)]
        except UNSOUND:
            made = [_remarked(each, self.known, before) for each, before in new]
            answers = None
        for at, (each, _) in enumerate(new):
            if self.kept and not any(told.code == UNFORESEEN for told in made[at]):
                self.kept.put(self._key(each), answers[at] if answers else as_data(made[at]))
        return made

    def _found(self, judged: Judged) -> type_of_remarks | None:
        if not judged.exception:
            return ()
        return self.kept.understood(self._key(judged), _problems) if self.kept else None

    def _before(self, judged: Judged) -> Return | None:
        return self.before.get(code_key(judged.measure.code))

    def _key(self, judged: Judged) -> type_of_key:
        returned = (each for each in (judged.returned, self._before(judged)) if each)
        sources = (part for each in returned for part in (each.source.file, each.source.sha256, each.sheet))
        return key_of("remarks", program(), self.edition, judged.measure.code, str(judged.history), *sources)

    @cached_property
    def _known(self) -> bytes:
        return _packed(self.known)


def _problems(data: bytes) -> type_of_remarks:
    """Read problems back. Raises one of UNSOUND where it is something else."""
    each_found = tuple(from_data(data))
    problems = tuple(each for each in each_found if isinstance(each, Problem))
    if len(problems) < len(each_found):
        raise TypeError("these are no problems")
    return problems


def remarks_as_data(judged: bytes, known: bytes, version: bytes) -> list[bytes]:
    """Read returns, in whatever process this runs: bytes in, bytes out, and nothing else is needed or changed.

    Raises ValueError where it is another version of the program that is asked.
    """
    if version != program():
        raise ValueError("this is another version of the program")
    knows = _unpacked(known)
    return [as_data(_remarked(each, knows, before)) for each, before in _taken(judged)]


def _remarked(judged: Judged, known: Known, before: Return | None) -> type_of_remarks:
    """Read one return; where the program fails on it, that alone is what there is to say."""
    place = Place(judged.returned.source.file, judged.returned.sheet or None)
    found = guarded(place, lambda: tuple(read_through(judged, known, before)))
    return (found,) if isinstance(found, Problem) else found


def _packed(value: object) -> bytes:
    """Pack values for another process of ours; what comes back, and what is kept on disk, is plain data."""
    written = io.BytesIO()
    packing = pickle.Pickler(written, protocol=5)
    packing.dispatch_table = copyreg.dispatch_table | {MappingProxyType: lambda each: (_mapping, (dict(each),))}
    packing.dump(value)
    return written.getvalue()


def _mapping(items: dict[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(items)


def _taken(packed: bytes) -> Any:
    return pickle.loads(packed)  # noqa: S301, it comes from the process that this one works for


_unpacked = lru_cache(maxsize=1)(_taken)
