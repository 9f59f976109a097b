"""Opening many workbooks: only those of which nothing is known, and on all cores where that pays."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from generator.cache.codec import UNSOUND
from generator.cache.dask_cluster import cluster
from generator.cache.processes import WORTH_SENDING, Others, workers
from generator.cache.store import Kept
from generator.model.progress import Telling, quiet
from generator.reading.opened_workbook import Opened, book_in
from generator.reading.other_formats import Conversions
from generator.reading.steady_file import NotOpenedError, read_steadily
from generator.reading.workbook_codec import book_from_data, open_as_data, reader_version
from generator.xlsx import FILE_BYTES

_Known = TypeVar("_Known")

_BATCH = 32
"""How many workbooks a process is given at a time."""


@dataclass(slots=True)
class Opening:
    """How workbooks are opened: with what is kept of those read before, and with others who open some.

    ``telling`` tells how far that is, of ``what``.
    """

    kept: Kept | None = None
    others: Others = field(default_factory=Others)
    telling: Telling = quiet
    what: str = "Returns read"

    @classmethod
    @contextmanager
    def of_many(
        cls, count: int, *, kept: Kept | None = None, telling: Telling = quiet, scheduler: str | None = None
    ) -> "Iterator[Opening]":
        """How to open so many: on all cores where that pays, or by the workers of the ``scheduler``.

        What the block finds is ``kept`` at its end. Raises NoClusterError.
        """
        with cluster(scheduler, reader_version) if scheduler else workers(count) as others, kept or nullcontext():
            yield cls(kept, others, telling)

    def open_each(
        self,
        named: Mapping[Path, str],
        instead: Callable[[str, str], _Known | None] = lambda _, __: None,
        converted: Path = Path(),
    ) -> Iterator[tuple[str, _Known | Opened | NotOpenedError]]:
        """Open workbooks in order, however many processes do it; a file that cannot be read comes as its error.

        ``named`` gives each file what messages call it. What ``instead`` knows of a file of this name and SHA-256
        comes in place of a workbook that need not be opened then. Of a file in another format, the workbook is opened
        that LibreOffice makes of it, or has made: then it may be in the folder ``converted``.
        """
        conversions = Conversions(converted, self.kept)
        with self.telling(self.what) as step:
            each = self.others.in_batches(named.items(), _BATCH, lambda batch: self._begin(batch, instead, conversions))
            for done, opened in enumerate(each, 1):
                yield opened
                step(done, len(named))

    def _begin(
        self,
        named: Sequence[tuple[Path, str]],
        instead: Callable[[str, str], _Known | None],
        conversions: Conversions,
    ) -> Callable[[], Iterator[tuple[str, _Known | Opened | NotOpenedError]]]:
        """Look up a batch, and have what is new in it opened; gives what waits for the answer."""
        found: dict[str, _Known | Opened | NotOpenedError] = {}
        new: dict[str, tuple[str, bytes]] = {}
        for path, name in named:
            try:
                data = read_steadily(path, name, FILE_BYTES)
            except NotOpenedError as error:
                found[name] = error
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            if known := instead(name, sha256):
                found[name] = known
            else:
                new[name] = (sha256, data)
        converted = dict(conversions.of({name: data for name, (_, data) in new.items()}))
        to_read = [
            _ToRead(sha256, converted.get(name, data), name in converted) for name, (sha256, data) in new.items()
        ]
        workbooks = [each.data for each in to_read]
        is_sent = self.others.executor and len(new) >= WORTH_SENDING
        future = self.others.begin(open_as_data, workbooks, reader_version()) if is_sent else None

        def finish() -> Iterator[tuple[str, _Known | Opened | NotOpenedError]]:
            opened = _opened(to_read, self.others.answer(future) or [])
            for _, name in named:
                yield name, found[name] if name in found else next(opened)

        return finish


class _ToRead(NamedTuple):
    """A file's hash, and the workbook to be read: its own bytes, or those that it was converted into."""

    sha256: str
    data: bytes
    is_converted: bool


def _opened(new: Iterable[_ToRead], answers: list[bytes]) -> Iterator[Opened]:
    """Take what another process found; where it died or answered nonsense, open the workbook here.

    One at a time: what is in a workbook takes a hundred times the room of its file.
    """
    for each in new:
        try:
            book = book_from_data(answers.pop(0))
        except UNSOUND:
            book = book_in(each.data)
        yield Opened(each.sha256, book, hashlib.sha256(each.data).hexdigest() if each.is_converted else "")
