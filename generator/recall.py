"""Opening many workbooks: only those that changed since they were last opened, and on all cores where that pays.

Documents whose template and page have not changed are kept by the same rules.
"""

import hashlib
import os
import zlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, fields, is_dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from generator.opening import NotOpenedError, read_steadily
from generator.progress import Telling, quiet
from generator.workbook.kept import open_as_data, opened_as_data, opened_from_data, reader_version
from generator.workbook.opened import Opened, open_workbook
from generator.workbook.xlsx import FILE_BYTES

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from contextlib import AbstractContextManager

FOLDER = ".scorecard-cache"
_BATCH, _AHEAD = 32, 16
"""How many workbooks a process is given at a time, and how many such batches may be under way."""

PATIENCE = 120
"""Seconds that processes have for a batch, from when its answer is needed; then they are taken for dead."""

_WORTH_IT = 200
"""Fewer workbooks are read sooner than processes are started."""


def workers(count: int) -> "AbstractContextManager[Executor | None]":
    """Give processes to open so many workbooks with; none where one process is as fast."""
    cores = os.cpu_count() or 1
    if count < _WORTH_IT or cores == 1:
        return nullcontext()
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(cores)


@dataclass(frozen=True, slots=True)
class Kept:
    """What workbooks were found to be and what documents were made, a file each, by hashes of all they came from.

    It is a convenience: whatever is missing, damaged or cannot be written is done again, and nobody is told.
    """

    folder: Path
    used: set[str] = field(default_factory=set)

    def get(self, sha256: str) -> Opened | None:
        """Give what is kept of a workbook."""
        self.used.add(sha256)
        try:
            return opened_from_data((self._home / sha256).read_bytes(), sha256)
        except (OSError, ValueError, TypeError, KeyError, IndexError, ArithmeticError, RecursionError):
            return None

    def put(self, sha256: str, data: bytes) -> None:
        """Keep what was found, whole or not at all."""
        beside = self._home / f"{sha256}.{os.getpid()}"
        with suppress(OSError):
            if not self._home.is_dir():
                self._home.mkdir(parents=True)
                (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            beside.write_bytes(data)
            beside.replace(self._home / sha256)

    def document(self, template: bytes, page: object, make: Callable[[], bytes]) -> bytes:
        """Give the document that was made of just this template and page before, else make and keep it."""
        from generator.render.compiled import version

        told = hashlib.sha256(version() + zlib.ZLIB_RUNTIME_VERSION.encode() + hashlib.sha256(template).digest())
        for piece in _pieces(page, _DEEP):
            told.update(b"\0" + piece.encode("utf-8", "surrogatepass"))
        key = told.hexdigest()
        self.used.add(key)
        with suppress(OSError):
            stored = (self._home / key).read_bytes()
            if stored[:32] == hashlib.sha256(stored[32:]).digest():
                return stored[32:]
        made = make()
        self.put(key, hashlib.sha256(made).digest() + made)
        return made

    def tidy(self) -> None:
        """Delete what this run had no use for, so that the folder grows no larger than the returns."""
        with suppress(OSError):
            for path in (*self.folder.glob("*/*"), *self.folder.glob("*")):
                if path.is_dir() and path != self._home:
                    path.rmdir()
                elif path.is_file() and not (path.parent == self._home and path.name in self.used):
                    path.unlink() if path.name != ".gitignore" else None

    @property
    def _home(self) -> Path:
        return self.folder / reader_version()


_DEEP = 4
"""From the page to its directorates, and from these to their measures: each is told by itself, to need no room."""


def _pieces(value: object, deep: int) -> Iterator[str]:
    """Tell a value in full, piece by piece."""
    if deep and isinstance(value, tuple):
        yield str(len(value))
        for each in value:
            yield from _pieces(each, deep - 1)
    elif deep and is_dataclass(value):
        for each in fields(value):
            yield from _pieces(getattr(value, each.name), deep - 1)
    else:
        yield repr(value)


@dataclass(slots=True)
class Opening:
    """How workbooks are opened. ``remembered`` is for as long as the program runs, ``kept`` for longer.

    ``telling`` tells how far that is, of ``what``.
    """

    kept: Kept | None = None
    executor: "Executor | None" = None
    remembered: dict[str, Opened] | None = None
    telling: Telling = quiet
    what: str = "Returns read"

    def open_each(self, named: Mapping[Path, str]) -> Iterator[tuple[str, Opened | NotOpenedError]]:
        """Open workbooks in order, however many processes do it; a file that cannot be read comes as its error.

        ``named`` gives each file what messages call it.
        """
        with self.telling(self.what) as step:
            for done, opened in enumerate(self._open_each(named), 1):
                yield opened
                step(done, len(named))

    def _open_each(self, named: Mapping[Path, str]) -> Iterator[tuple[str, Opened | NotOpenedError]]:
        under_way: deque[Callable[[], list[tuple[str, Opened | NotOpenedError]]]] = deque()
        left = iter(named.items())
        while batch := list(islice(left, _BATCH)):
            under_way.append(self._begin(batch))
            if self.executor is None or len(under_way) >= _AHEAD:
                yield from under_way.popleft()()
        while under_way:
            yield from under_way.popleft()()

    def _begin(self, named: Sequence[tuple[Path, str]]) -> Callable[[], list[tuple[str, Opened | NotOpenedError]]]:
        """Look up a batch, and have what is new in it opened; the answer is worth waiting for later."""
        found: dict[str, Opened | NotOpenedError] = {}
        new: dict[str, tuple[str, bytes]] = {}
        for path, name in named:
            try:
                data = read_steadily(path, name, FILE_BYTES)
            except NotOpenedError as error:
                found[name] = error
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            known = self._known(sha256)
            if known:
                found[name] = known
            else:
                new[name] = (sha256, data)
        future = self._submitted([data for _, data in new.values()])

        def finish() -> list[tuple[str, Opened | NotOpenedError]]:
            opened = self._opened(list(new.values()), future)
            every = {**found, **dict(zip(new, opened, strict=True))}
            return [(name, every[name]) for _, name in named]

        return finish

    def _known(self, sha256: str) -> Opened | None:
        return (self.remembered or {}).get(sha256) or (self.kept.get(sha256) if self.kept else None)

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
                self.kept.put(sha256, answers[at] if answers else opened_as_data(found[at]))
            if self.remembered is not None:
                self.remembered[sha256] = found[at]
        return found
