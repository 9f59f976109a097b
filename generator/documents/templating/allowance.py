"""How much a template may do while one document is filled in: work, text, and time as the net below both.

What a template does is counted in pieces, each about a microsecond's work, and in bytes of text and lists that it
puts together; both are paid for before they are there, so that a slip ends in a message and not in a full memory.
"""

import itertools
import time
from collections.abc import Iterable, Iterator, KeysView, Sized, ValuesView
from contextlib import contextmanager
from contextvars import ContextVar
from sys import getsizeof
from types import GeneratorType
from typing import Any

from jinja2 import TemplateRuntimeError

from generator.report.page.views import PageView

PIECES = 1_000_000
"""Pieces of work for the page itself; a report takes 200 a measure."""

BYTES = 24_000_000
"""Bytes of text for the page itself, counted each time that a text is put together on its way to the document."""

SECONDS = 10
"""Seconds of the processor for the page itself."""

_SHARE = 0.02
"""What of these a measure, and each thousand characters of commentary, may take: eighty times what it does."""

_A_LINE = 30
"""Characters that a line of commentary counts as at least."""

CALL = 8
"""Pieces that calling something costs, whatever it does then."""

_LOOK = 2_000
"""After so many pieces the clock is looked at: it costs more than most pieces."""

_DEEPEST = 40
"""Lists within lists; Python itself has no such bound where it compares or hashes them."""

_ITEM = 64
"""Bytes that an item of a list may take with what is in it."""

_PER_PIECE = 16
"""Characters that can be looked through in a piece's time, however slowly they are looked through."""


class TooMuchError(TemplateRuntimeError):
    """The template does more than any report needs."""

    def __init__(self) -> None:
        super().__init__(
            "the template repeats so much here that it would never end, or fill the memory; take out a loop within a "
            "loop, or a text that grows in a loop"
        )


class TemplateAllowance:
    """What a template may still do."""

    __slots__ = ("_looked", "_until", "bytes", "pieces")

    def __init__(self, room: float) -> None:
        self.pieces, self.bytes = int(PIECES * room), int(BYTES * room)
        self._looked, self._until = self.pieces + _LOOK, time.thread_time() + SECONDS * room

    def spend(self, pieces: int) -> None:
        """Take pieces of work. Raises TooMuchError where there are not so many, or the time is over."""
        self.pieces -= pieces
        if self._looked - self.pieces >= _LOOK:
            self._looked = self.pieces
            if self.pieces < 0 or time.thread_time() > self._until:
                raise TooMuchError

    def write(self, size: int) -> None:
        """Take bytes. Raises TooMuchError where there are not so many."""
        self.bytes -= size
        if self.bytes < 0:
            raise TooMuchError

    def put_together(self, pieces: list[str]) -> str:
        """Join texts. Their characters are paid for before, and what they take where one of them is wide after."""
        size = sum(map(len, pieces))
        self.write(size)
        text = "".join(pieces)
        if not text.isascii():
            self.write(getsizeof(text) - size)
        return text

    def weigh(self, value: object, depth: int = 0) -> None:
        """Pay for looking through a value, whole lists within lists each time that they are there."""
        if isinstance(value, str):
            self.spend(1 + len(value) // _PER_PIECE)
        elif isinstance(value, list | tuple | dict | KeysView | ValuesView):
            self.spend(1 + len(value))
            if depth == _DEEPEST:
                raise TooMuchError
            for each in value:
                self.weigh(each, depth + 1)
            if isinstance(value, dict):
                self.weigh(value.values(), depth + 1)
        elif isinstance(value, range):
            self.spend(1 + len(value))

    def taken(self, value: Any) -> Any:
        """What a filter is given, paid for; what has no length is paid for as it is gone through."""
        if isinstance(value, GeneratorType):
            return self._one_by_one(value)
        self.weigh(value)
        return value

    def made(self, value: Any) -> Any:
        """What was made, paid for in work and bytes."""
        if isinstance(value, str):
            self.write(getsizeof(value))
        elif isinstance(value, GeneratorType):
            return self._one_by_one(value)
        elif isinstance(value, list | tuple | dict):
            self.weigh(value)
            self.write(_ITEM * len(value))
        return value

    def _one_by_one(self, items: Iterable[object]) -> Iterator[object]:
        for each in items:
            self.spend(1)
            yield self.made(each) if isinstance(each, list) else each


_left: ContextVar[TemplateAllowance] = ContextVar("_left")


def left() -> TemplateAllowance:
    """What the template that is being filled in may still do. Raises LookupError where none is."""
    return _left.get()


@contextmanager
def bounded(room: float = 1) -> Iterator[None]:
    """The template that a block fills in its allowance; it raises TooMuchError, a TemplateRuntimeError, beyond.

    ``room`` is how many times that of a page with nothing on it.
    """
    token = _left.set(TemplateAllowance(room))
    try:
        yield
    finally:
        _left.reset(token)


def room_for(page: object) -> float:
    """Tell how much room a page needs: one for itself, and a share for everything that it lists or that was written."""
    if not isinstance(page, PageView):
        return 1
    listed: tuple[Sized, ...] = (
        page.missing,
        page.to_put_right,
        page.glossary,
        page.movement.moves if page.movement else (),
        *(measures for group in page.groups for measures in (group.measures, group.brief, group.others)),
    )
    return 1 + _SHARE * (sum(map(len, listed)) + _characters(page) / 1000)


def _characters(page: PageView) -> int:
    """Count the characters of all answers; a line, however short, costs what a line costs."""
    measures = (each for group in page.groups for each in (*group.measures, *group.brief, *group.others))
    answers = itertools.chain(
        page.answers,
        *(about.answers for group in page.groups for about in (group, *group.groups)),
        *(measure.answers for measure in measures),
    )
    return sum(max(len(line), _A_LINE) for answer in answers for block in answer.blocks for line in block.items)
