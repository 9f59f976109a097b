"""What was found in returns as plain data, to keep on disk; and back again. Nothing that is read back can run."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

from generator.model.figures import Span
from generator.model.officer_return import Half, Return, SignOff, Source
from generator.model.period import Period
from generator.model.problem import Place, Problem
from generator.model.wording import Severity
from generator.reading.read_form import Reading

_KIND, _PARTS = "kind", "parts"
_CLASSES = (Reading, Return, Half, SignOff, Source, Span, Period, Place)
_FIELDS = {each.__name__: tuple(field.name for field in fields(each)) for each in (*_CLASSES, Problem)}


def as_data(value: object) -> bytes:
    """Write texts, numbers, tuples and values of the domain."""
    return json.dumps(value, default=_apart, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def from_data(data: bytes) -> Any:
    """Read what ``as_data`` wrote, every list as a tuple. Raises one of kept.UNSOUND for anything else."""
    return _whole(json.loads(data.decode("utf-8", "surrogatepass"), object_hook=_together))


def _apart(value: object) -> dict[str, object]:
    """Take a value apart that JSON does not know."""
    parts: object
    match value:
        case Decimal():
            parts = [str(value)]
        case date():
            parts = [value.isoformat()]
        case frozenset():
            parts = sorted(value)
        case MappingProxyType():
            parts = [json.dumps(dict(value), ensure_ascii=False)]
        case _:
            parts = [getattr(value, each) for each in _FIELDS[type(value).__name__]]
    return {_KIND: type(value).__name__, _PARTS: parts}


def _of(kind: type, *parts: object) -> object:
    return kind(**dict(zip(_FIELDS[kind.__name__], parts, strict=True)))


def _together(found: dict[str, Any]) -> object:
    return _MADE[found[_KIND]](*map(_whole, found[_PARTS]))


def _whole(value: object) -> object:
    return tuple(map(_whole, value)) if type(value) is list else value


@lru_cache(maxsize=64)
def _mapping(text: str) -> Mapping[str, object]:
    """Forms that are laid out alike, as almost all are, share what says where their answers stand."""
    return MappingProxyType({name: _whole(each) for name, each in json.loads(text).items()})


def _problem(code: str, severity: str, *others: Any) -> Problem:
    place, message, remedy = others
    return Problem(code=code, severity=Severity(severity), place=place, message=message, remedy=remedy)


_MADE: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        **{each.__name__: partial(_of, each) for each in _CLASSES},
        "Problem": _problem,
        "Decimal": Decimal,
        "date": date.fromisoformat,
        "frozenset": lambda *parts: frozenset(parts),
        "mappingproxy": _mapping,
    }
)
