"""Documents that were made before of the same template and page."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256

from generator.cache.program_version import program
from generator.cache.store import Kept, key_of
from generator.documents.templating.fragments import Keys
from generator.report.page.views import MeasureView


def document(kept: Kept, template: bytes, page: object, make: Callable[[], bytes], keys: Keys) -> bytes:
    """Give the document that was made of just this template and page before, else make and keep it."""
    told = sha256()
    for piece in _pieces(page, keys):
        told.update(sha256(piece).digest())
    return kept.once(key_of("document", program(), zlib.ZLIB_RUNTIME_VERSION, template, told.digest()), make)


def _pieces(value: object, keys: Keys) -> Iterator[bytes]:
    """Tell a value in full, piece by piece, so that it needs no room."""
    if isinstance(value, MeasureView):
        yield keys.of(value)
    elif isinstance(value, tuple):
        yield f"tuple of {len(value)}".encode()
        for each in value:
            yield from _pieces(each, keys)
    elif is_dataclass(value):
        yield type(value).__name__.encode()
        for name in fields(value):
            yield from _pieces(getattr(value, name.name), keys)
    else:
        yield repr(value).encode("utf-8", "surrogatepass")
