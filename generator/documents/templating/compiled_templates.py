"""Compiled templates, kept where Python keeps its own compiled modules: compiling takes longer than filling in.

What is kept is code, so it lies in the program's own folder, which is trusted as the program is, and never in a
project's. Where that folder cannot be written to, templates are compiled each time.
"""

import hashlib
import marshal
from collections.abc import Callable
from contextlib import suppress
from os import getpid
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from generator.cache.kinds import KeptKind
from generator.cache.program_version import program

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent / "__pycache__"
_MOST = 100
"""Templates that are kept; ours are about ten, and an edited one leaves its former self behind."""

_Made = TypeVar("_Made")


def kept(environment: "Environment", source: str | bytes, name: str, make: Callable[[], _Made]) -> _Made:
    """What was made of a template's source before, else make and keep it: code, or what holds code and texts.

    ``name`` is its file, which the code holds for messages. Whatever ``make`` raises is passed on, and not kept.
    """
    if not KeptKind.TEMPLATES.is_kept:
        return make()
    told = (type(environment).__name__, *sorted(environment.filters), make.__qualname__, name)
    data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    key = hashlib.sha256(b"\0".join((program(), *(each.encode("utf-8", "surrogatepass") for each in told), data)))
    path = _FOLDER / f"template-{key.hexdigest()[:40]}.bin"
    with suppress(OSError, ValueError, EOFError, TypeError):
        stored = path.read_bytes()
        if stored[:32] == hashlib.sha256(stored[32:]).digest():
            found: _Made = marshal.loads(stored[32:])  # noqa: S302, it lies among the program's own code
            return found
    made = make()
    _keep(path, made)
    return made


def _keep(path: Path, made: Any) -> None:
    """Write it whole or not at all, and let the oldest go where there are too many."""
    with suppress(OSError, ValueError):
        data = marshal.dumps(made)
        _FOLDER.mkdir(exist_ok=True)
        beside = path.with_suffix(f".{getpid()}")
        beside.write_bytes(hashlib.sha256(data).digest() + data)
        beside.replace(path)
        others = sorted(_FOLDER.glob("template-*"), key=lambda each: each.stat().st_mtime)
        for each in others[:-_MOST]:
            each.unlink()
