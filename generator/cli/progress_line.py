"""How far long work is: one line on standard error, rewritten, which only a person at a terminal sees."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil

from generator.model.progress import Step

_QUIET_FOR, _EVERY = 1.0, 0.1
"""Seconds of work before anything is said, and between two sayings."""


@contextmanager
def telling(what: str, clock: Callable[[], float] = time.monotonic) -> Iterator[Step]:
    """What tells how much is done and how long the rest will take; the line is gone at the end."""
    stream, begun = sys.stderr, clock()
    told, width = begun + _QUIET_FOR - _EVERY, 0

    def clear() -> None:
        nonlocal told, width
        if width:
            stream.write(f"\r{' ' * width}\r")
            stream.flush()
            told, width = told - _EVERY, 0

    def tell(done: int, total: int) -> None:
        nonlocal told, width
        if not done:
            clear()
            return
        now = clock()
        if now - told < _EVERY or not stream.isatty():
            return
        line = f"{what}: {done} of {total}, {_in_words((now - begun) / done * (total - done))} left"
        stream.write(f"\r{line.ljust(width)}")
        stream.flush()
        told, width = now, len(line)

    try:
        yield tell
    finally:
        clear()


def _in_words(seconds: float) -> str:
    minutes, rest = divmod(ceil(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
