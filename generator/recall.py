"""Opening many workbooks: only those that changed since they were last opened, and on all cores where that pays."""

import hashlib
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from generator.kept import Kept, key_of, type_of_key
from generator.opening import NotOpenedError, read_steadily
from generator.plain_data import UNSOUND
from generator.progress import Telling, quiet
from generator.workbook.kept import open_as_data, opened_as_data, opened_from_data, reader_version
from generator.workbook.opened import Opened, open_workbook
from generator.workbook.xlsx import FILE_BYTES

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

_Known = TypeVar("_Known")

_BATCH, _AHEAD = 32, 16
"""How many workbooks a process is given at a time, and how many such batches may be under way."""

PATIENCE = 120
"""Seconds that processes have for a batch, from when its answer is needed; then they are taken for dead."""

_WORTH_IT = 200
"""Fewer workbooks are read sooner than processes are started."""


@contextmanager
def workers(count: int) -> "Iterator[Executor | None]":
    """Give processes to open so many workbooks with; none where one process is as fast.

    Whoever leaves early, as Ctrl+C does, waits for nothing: the processes only read, and are ended.
    """
    cores = os.cpu_count() or 1
    if count < _WORTH_IT or cores == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children

    executor = ProcessPoolExecutor(cores, initializer=_follow_first)
    try:
        yield executor
    except BaseException:
        for process in active_children():
            process.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _follow_first() -> None:
    """Leave Ctrl+C, which a terminal sends to every process, to the first; and end with it, even if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_first, daemon=True).start()


def _end_with_first() -> None:
    from multiprocessing import parent_process

    if first := parent_process():
        first.join()
        os._exit(1)


@dataclass(slots=True)
class Opening:
    """How workbooks are opened: with what is kept of those opened before, and with processes that open others.

    ``telling`` tells how far that is, of ``what``.
    """

    kept: Kept | None = None
    executor: "Executor | None" = None
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
            for done, opened in enumerate(self._open_each(named, instead), 1):
                yield opened
                step(done, len(named))

    def _open_each(
        self, named: Mapping[Path, str], instead: Callable[[str, str], _Known | None]
    ) -> Iterator[tuple[str, _Known | Opened | NotOpenedError]]:
        under_way: deque[Callable[[], list[tuple[str, _Known | Opened | NotOpenedError]]]] = deque()
        left = iter(named.items())
        while batch := list(islice(left, _BATCH)):
            under_way.append(self._begin(batch, instead))
            if self.executor is None or len(under_way) >= _AHEAD:
                yield from under_way.popleft()()
        while under_way:
            yield from under_way.popleft()()

    def _begin(
        self, named: Sequence[tuple[Path, str]], instead: Callable[[str, str], _Known | None]
    ) -> Callable[[], list[tuple[str, _Known | Opened | NotOpenedError]]]:
        """Look up a batch, and have what is new in it opened; the answer is worth waiting for later."""
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
        future = self._submitted([data for _, data in new.values()])

        def finish() -> list[tuple[str, _Known | Opened | NotOpenedError]]:
            opened = self._opened(list(new.values()), future)
            every = {**found, **dict(zip(new, opened, strict=True))}
            return [(name, every[name]) for _, name in named]

        return finish

    def _opened_before(self, sha256: str) -> Opened | None:
        data = self.kept.get(_key(sha256)) if self.kept else None
        try:
            return None if data is None else opened_from_data(data, sha256)
        except UNSOUND:
            return None

    def _submitted(self, workbooks: list[bytes]) -> "Future[list[bytes]] | None":
        if self.executor is None or not workbooks:
            return None
        try:
            return self.executor.submit(open_as_data, workbooks, reader_version())
        except Exception:  # whatever became of the processes, this one can read
            return None

    def _opened(self, new: list[tuple[str, bytes]], future: "Future[list[bytes]] | None") -> list[Opened]:
        """Take what another process found; where it died or answered nonsense, open the workbooks here."""
        found: list[Opened] = []
        try:
            answers = future.result(PATIENCE) if future and self.executor else []
            found = [opened_from_data(each, sha256) for each, (sha256, _) in zip(answers, new, strict=True)]
        except Exception as error:  # the same
            answers = []
            self.executor = None if isinstance(error, TimeoutError) else self.executor
        if not found:
            found = [open_workbook(data) for _, data in new]
        for at, (sha256, _) in enumerate(new):
            if self.kept:
                self.kept.put(_key(sha256), answers[at] if answers else opened_as_data(found[at]))
        return found


def _key(sha256: str) -> type_of_key:
    return key_of("opened", reader_version(), sha256)
