"""Opening many workbooks: only those that changed since they were last opened, and on all cores where that pays."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator.cache.processes import WORTH_SENDING, Others
from generator.cache.store import UNSOUND, Kept, key_of, type_of_key
from generator.model.progress import Telling, quiet
from generator.reading.opened_workbook import Opened, open_workbook
from generator.reading.steady_file import NotOpenedError, read_steadily
from generator.reading.unreadable_file import is_unforeseen
from generator.reading.workbook_codec import open_as_data, opened_as_data, opened_from_data, reader_version
from generator.xlsx import FILE_BYTES

_Known = TypeVar("_Known")

_BATCH = 32
"""How many workbooks a process is given at a time."""


@dataclass(slots=True)
class Opening:
    """How workbooks are opened: with what is kept of those opened before, and with others who open some.

    ``telling`` tells how far that is, of ``what``.
    """

    kept: Kept | None = None
    others: Others = field(default_factory=Others)
    telling: Telling = quiet
    what: str = "Returns read"

    def open_each(
        self, named: Mapping[Path, str], instead: Callable[[str, str], _Known | None] = lambda _, __: None
    ) -> Iterator[tuple[str, _Known | Opened | NotOpenedError]]:
        """Open workbooks in order, however many processes do it; a file that cannot be read comes as its error.

        ``named`` gives each file what messages call it. What ``instead`` knows of a file of this name and SHA-256
        comes in place of a workbook that need not be opened then.
        """
        with self.telling(self.what) as step:
            each = self.others.in_batches(named.items(), _BATCH, lambda batch: self._begin(batch, instead))
            for done, opened in enumerate(each, 1):
                yield opened
                step(done, len(named))

    def _begin(
        self, named: Sequence[tuple[Path, str]], instead: Callable[[str, str], _Known | None]
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
            if self.kept:
                self.kept.use(_key(sha256))
            known = instead(name, sha256) or self._opened_before(sha256)
            if known:
                found[name] = known
            else:
                new[name] = (sha256, data)
        workbooks = [data for _, data in new.values()]
        future = self.others.begin(open_as_data, workbooks, reader_version()) if len(new) >= WORTH_SENDING else None

        def finish() -> Iterator[tuple[str, _Known | Opened | NotOpenedError]]:
            opened = self._opened(new.values(), self.others.answer(future) or [])
            for _, name in named:
                yield name, found[name] if name in found else next(opened)

        return finish

    def _opened_before(self, sha256: str) -> Opened | None:
        return self.kept.understood(_key(sha256), lambda data: opened_from_data(data, sha256)) if self.kept else None

    def _opened(self, new: Iterable[tuple[str, bytes]], answers: list[bytes]) -> Iterator[Opened]:
        """Take what another process found; where it died or answered nonsense, open the workbook here.

        One at a time: what is in a workbook takes a hundred times the room of its file.
        """
        for sha256, workbook in new:
            try:
                answer = answers.pop(0)
                opened = opened_from_data(answer, sha256)
            except UNSOUND:
                opened = open_workbook(workbook)
                answer = opened_as_data(opened) if self.kept else b""
            if self.kept and not is_unforeseen(opened.book):
                self.kept.put(_key(sha256), answer)
            yield opened


def _key(sha256: str) -> type_of_key:
    return key_of("opened", reader_version(), sha256)
