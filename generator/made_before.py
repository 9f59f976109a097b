"""Documents that were made before of the same template and page."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256

from generator.kept import Kept, key_of
from generator.program import program

_DEEP = 4
"""From the page to its directorates, and from these to their measures: each is told by itself, to need no room."""


def document(kept: Kept, template: bytes, page: object, make: Callable[[], bytes]) -> bytes:
    """Give the document that was made of just this template and page before, else make and keep it."""
    told = sha256()
    for piece in _pieces(page, _DEEP):
        told.update(b"\0" + piece.encode("utf-8", "surrogatepass"))
    return kept.once(key_of("document", program(), zlib.ZLIB_RUNTIME_VERSION, template, told.digest()), make)


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
