"""What a template writes of a measure, taken from an earlier document where neither of the two has changed.

Most of a report is a loop over measures. Where the inside of such a loop looks at nothing but its measure, it writes
the same for the same measure: in the next build, and in a directorate's own document.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol, TypeVar

from generator.cache.program_version import program
from generator.cache.store import Kept, key_of
from generator.report.page.views import MeasureView

type_of_call = tuple[str, tuple[int | str, ...]]
"""What is to be asked of the document under way each time anew, such as a number: its name, and what it is given."""

_Answer = TypeVar("_Answer")

_MARK = re.compile(r"<\?later (\d+)\?>")


@dataclass(slots=True)
class Keys:
    """The keys of measures, each worked out once for all documents of a build."""

    _known: dict[int, tuple[MeasureView, bytes]] = field(default_factory=dict)

    def of(self, measure: MeasureView) -> bytes:
        """Give what names a measure with all that is printed of it."""
        known = self._known.get(id(measure))
        if known is None:
            told = repr(measure).encode("utf-8", "surrogatepass")
            known = self._known[id(measure)] = (measure, sha256(told).digest())
        return known[1]


class Allowance(Protocol):
    """How many pieces of text a template may still put out."""

    pieces: int

    def spend(self, pieces: int) -> None:
        """Take some. Raises what it raises where there are not so many."""


class Fragments:
    """The fragments of one template; ``answers`` gives what the document under way answers to calls that wait."""

    def __init__(self, kept: Kept, keys: Keys, template: bytes) -> None:
        self._kept, self._keys = kept, keys
        self._template = key_of("fragment", program(), template)
        self._calls: list[type_of_call] | None = None
        self.answers: dict[str, Callable[..., str]] = {}

    def once(self, measure: MeasureView, place: str, write: Callable[[], str], allowance: Allowance) -> str:
        """Give what the loop in a place of the template writes of a measure, and pay for it as if it were written."""
        if self._calls is not None:  # within another fragment
            return write()
        key = key_of(self._template, place, self._keys.of(measure))
        stored = self._kept.get(key)
        if stored is None:
            pieces = allowance.pieces
            text, calls = self._written_by(write)
            head = json.dumps([pieces - allowance.pieces, calls])
            self._kept.put(key, f"{head}\n{text}".encode("utf-8", "surrogatepass"))
            return self._answered(text, calls)
        head, _, text = stored.decode("utf-8", "surrogatepass").partition("\n")
        spent, calls = json.loads(head)
        allowance.spend(spent)
        return self._answered(text, calls)

    def _written_by(self, write: Callable[[], str]) -> tuple[str, list[type_of_call]]:
        self._calls = []
        try:
            return write(), self._calls
        finally:
            self._calls = None

    def later(self, name: str, *given: object) -> str | None:
        """Give the mark of a call that waits; None where no fragment is being written, so that nothing waits."""
        if self._calls is None:
            return None
        plain = tuple(each if isinstance(each, int | str) else bool(each) for each in given)
        self._calls.append((name, plain))
        return f"<?later {len(self._calls) - 1}?>"

    def _answered(self, text: str, calls: Sequence[type_of_call]) -> str:
        if not calls:
            return text
        answers = [self.answers[name](*given) for name, given in calls]
        return _MARK.sub(lambda mark: answers[int(mark[1])], text)


_current: ContextVar[Fragments | None] = ContextVar("_current", default=None)


@contextmanager
def fragments_of(template: bytes, keys: Keys, kept: Kept | None) -> Iterator[None]:
    """Let a block that fills in a template take fragments from what is kept, and add to it."""
    token = _current.set(Fragments(kept, keys, template) if kept else None)
    try:
        yield
    finally:
        _current.reset(token)


def waiting(
    name: str, answer: Callable[..., _Answer], marked: Callable[[str], object], shown: Callable[[_Answer], str]
) -> Callable[..., object]:
    """Give what a template may call for an answer of the document under way, which waits where a fragment is written.

    ``marked`` makes an answer of the mark that stands for it; ``shown`` gives the text of an answer.
    """
    fragments = _current.get()
    if fragments is None:
        return answer
    fragments.answers[name] = lambda *given: shown(answer(*given))

    def ask(*given: object) -> object:
        mark = fragments.later(name, *given)
        return answer(*given) if mark is None else marked(mark)

    return ask


def once(measure: object, place: str, write: Callable[[], str], allowance: Allowance) -> str:
    """Write the inside of a loop for a measure, or give what it wrote before."""
    fragments = _current.get()
    if fragments and isinstance(measure, MeasureView):
        return fragments.once(measure, place, write, allowance)
    return write()
