"""Work in batches that other processes may do: given in order, whoever does it, and done here where they do not."""

import copyreg
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from threading import Thread
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

PATIENCE = 120
"""Seconds that processes have for a batch, from when its answer is needed; then they are taken for dead."""

WORTH_SENDING = 4
"""Fewer returns of a batch are read sooner than processes are started, or told of them."""

_AHEAD = 16
"""How many batches may be under way."""

_MANY = 4
"""From so many cores on, returns that were opened are also sent to be read for remarks: it takes a tenth more work."""

_WORTH_IT = 200
"""Fewer workbooks are read sooner than processes are started."""

_Work = TypeVar("_Work")
_Answer = TypeVar("_Answer")


class Others:
    """The processes of an executor, if there are any, for as long as they answer.

    Few can do no more than what is soon told to them: to tell them the rest takes as long as they would save.
    """

    def __init__(self, executor: "Executor | None" = None, *, few: bool = False) -> None:
        self.executor, self.few = executor, few

    def in_batches(
        self, work: Iterable[_Work], size: int, begin: Callable[[Sequence[_Work]], Callable[[], Iterable[_Answer]]]
    ) -> Iterator[_Answer]:
        """What comes of all work, in order; ``begin`` begins a batch, and gives what waits for its end."""
        left, under_way = iter(work), deque[Callable[[], Iterable[_Answer]]]()
        while batch := list(islice(left, size if self.executor else 1)):
            under_way.append(begin(batch))
            if self.executor is None or len(under_way) >= _AHEAD:
                yield from under_way.popleft()()
        while under_way:
            yield from under_way.popleft()()

    def begin(self, function: Callable[..., _Answer], *given: object) -> "Future[_Answer] | None":
        """Let a function be called; None where nobody is there to do it."""
        with suppress(Exception):  # whatever became of them, this process can do it
            return self.executor.submit(function, *given) if self.executor else None
        return None

    def answer(self, future: "Future[_Answer] | None") -> _Answer | None:
        """Wait for an answer; None where none came, or nothing but an error."""
        with suppress(Exception):  # the same
            try:
                return future.result(PATIENCE) if future and self.executor else None
            except TimeoutError:
                self.executor = None
        return None


def _mapping(held: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(held)


# Measures hold such mappings, and could not be told to another process without this.
copyreg.pickle(MappingProxyType, lambda held: (_mapping, (dict(held),)))


@contextmanager
def workers(count: int) -> Iterator[Others]:
    """Processes to open so many workbooks with; none where one process is as fast.

    Nobody waits for one that is still at work at the end, after Ctrl+C or because it hangs: they only read.
    """
    cores = os.cpu_count() or 1
    if count < _WORTH_IT or cores == 1:
        yield Others()
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children

    executor = ProcessPoolExecutor(cores, initializer=_follow_first)
    try:
        yield Others(executor, few=cores < _MANY)
    finally:
        for process in active_children():
            process.terminate()
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
