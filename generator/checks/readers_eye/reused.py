"""An editor's questions about returns: those kept where nothing has changed, or else new ones, on all cores."""

import copyreg
import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from generator.cache.codec import UNSOUND
from generator.cache.keys import key_of, type_of_key
from generator.cache.processes import WORTH_SENDING, Others
from generator.cache.program_version import program
from generator.checks.readers_eye import read_through
from generator.checks.readers_eye.text.commentary import Known, type_of_said
from generator.judging.outcome import Judged
from generator.model.measure import code_key
from generator.model.officer_return import Return
from generator.model.problem import UNFORESEEN, Place, Problem, guarded
from generator.reading.kept_returns import CODEC, KeptReturns, problems_in, type_of_remarks

_BATCH = 64
"""How many returns a process is given at a time."""

_type_of_told = tuple[Judged, Return | None, type_of_said]


@dataclass(frozen=True)
class Remarks:
    """What is needed to read returns: what an editor knows (``known``) and last quarter's returns (``before``).

    ``edition`` is another one where the setup, or what is known, is another; ``kept`` has what was remarked before.
    ``said`` is what was published for earlier periods. It and ``before`` have the keys of measures' codes.
    """

    known: Known
    before: Mapping[str, Return]
    edition: bytes
    kept: KeptReturns | None = None
    others: Others = field(default_factory=Others)
    said: Mapping[str, type_of_said] = field(default_factory=lambda: MappingProxyType({}))

    def of_each(self, judged: Iterable[Judged]) -> Iterator[type_of_remarks]:
        """The problems of each measure's commentary, in the order given, however many processes read it."""
        return self.others.in_batches(judged, _BATCH, self._begin)

    def _begin(self, batch: Sequence[Judged]) -> Callable[[], list[type_of_remarks]]:
        found = {each.measure.code: self._found(each) for each in batch}
        new = [(each, *self._before(each)) for each in batch if found[each.measure.code] is None]
        sent = len(new) >= WORTH_SENDING and self.others.executor and not self.others.few
        told = _packed(new) if sent else b""
        future = self.others.begin(remarks_as_data, told, self._known, program()) if told else None

        def finish() -> list[type_of_remarks]:
            made = self._made(new, self.others.answer(future))
            known = {code: each for code, each in found.items() if each is not None}
            every = {**known, **{each.measure.code: one for (each, *_), one in zip(new, made, strict=True)}}
            return [every[each.measure.code] for each in batch]

        return finish

    def _made(self, new: Sequence[_type_of_told], answers: list[bytes] | None) -> list[type_of_remarks]:
        """Problems from another process; where it died, or what it said is unsound, the returns are read here."""
        try:
            made = [problems_in(CODEC.from_data(each)) for each, _ in zip(answers or (), new, strict=True)]
        except UNSOUND:
            made = [_remarked(each, self.known, before, said) for each, before, said in new]
        if self.kept:
            for (each, *_), remarks in zip(new, made, strict=True):
                if not any(told.code == UNFORESEEN for told in remarks):
                    self.kept.keep_remarks(each.returned.source, each.measure.code, self._held_against(each), remarks)
        return made

    def _found(self, judged: Judged) -> type_of_remarks | None:
        if not self.known.reads(judged):
            return ()
        if not self.kept:
            return None
        return self.kept.remarks(judged.returned.source, judged.measure.code, self._held_against(judged))

    def _before(self, judged: Judged) -> tuple[Return | None, type_of_said]:
        key = code_key(judged.measure.code)
        return self.before.get(key), self.said.get(key, {})

    def _held_against(self, judged: Judged) -> type_of_key:
        """Names all that a return's remarks come from besides itself and what it was read against."""
        before, said = self._before(judged)
        sources = (before.source.file, before.source.sha256, before.sheet, str(before.answers)) if before else ()
        return key_of(self.edition, judged.returned.sheet, str(judged.history), str(said), *sources)

    @cached_property
    def _known(self) -> bytes:
        return _packed(self.known)


def remarks_as_data(judged: bytes, known: bytes, version: bytes) -> list[bytes]:
    """The problems of packed returns, each return's as plain data, in whatever process this runs.

    Raises ValueError where ``version`` is of another program than this one.
    """
    if version != program():
        raise ValueError("this is another version of the program")
    knows = _unpacked(known)
    return [CODEC.as_data(_remarked(each, knows, before, said)) for each, before, said in _taken(judged)]


def _remarked(judged: Judged, known: Known, before: Return | None, said: type_of_said) -> type_of_remarks:
    """Read one return; where the program fails on it, that alone is what there is to say."""
    place = Place(judged.returned.source.file, judged.returned.sheet or None)
    found = guarded(place, lambda: tuple(read_through(judged, known, before, said)))
    return (found,) if isinstance(found, Problem) else found


def _packed(value: object) -> bytes:
    """Values as bytes for another process of this program; what is kept on disk is plain data."""
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
