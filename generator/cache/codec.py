"""Values of given classes as plain data, to keep on disk or to hand to another process; and back again."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import MappingProxyType, NoneType
from typing import Any, get_args

_KIND, _PARTS = "kind", "parts"

UNSOUND = (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError)
"""All that understanding data may raise where it is not what was written."""


class Codec:
    """Writes and reads back texts, numbers, days, tuples, and values of some dataclasses.

    What is read back is of these and of nothing else, so that nothing in it can run. An enumeration comes back as
    such where it is a field of one of the classes.
    """

    def __init__(self, *classes: type[Any]) -> None:
        self._fields = {each.__name__: tuple(field.name for field in fields(each)) for each in classes}
        self._made: dict[str, Callable[..., object]] = {
            **{each.__name__: _maker(each) for each in classes},
            "Decimal": Decimal,
            "date": date.fromisoformat,
            "frozenset": lambda *parts: frozenset(parts),
            "mappingproxy": self._mapping(),
        }

    def as_data(self, value: object) -> bytes:
        """Write a value as JSON. Raises KeyError where it holds one of another class."""
        text = json.dumps(value, default=self._apart, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "surrogatepass")

    def from_data(self, data: bytes) -> Any:
        """Read what ``as_data`` wrote, every list as a tuple. Raises one of UNSOUND for anything else."""
        return _whole(json.loads(data.decode("utf-8", "surrogatepass"), object_hook=self._together))

    def _apart(self, value: object) -> dict[str, object]:
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
                parts = [getattr(value, each) for each in self._fields[type(value).__name__]]
        return {_KIND: type(value).__name__, _PARTS: parts}

    def _together(self, found: dict[str, Any]) -> object:
        return self._made[found[_KIND]](*map(_whole, found[_PARTS]))

    @staticmethod
    def _mapping() -> Callable[[str], Mapping[str, object]]:
        """Forms that are laid out alike, as almost all are, share what says where their answers stand."""

        @lru_cache(maxsize=64)
        def mapping(text: str) -> Mapping[str, object]:
            return MappingProxyType({name: _whole(each) for name, each in json.loads(text).items()})

        return mapping


def _maker(kind: type[Any]) -> Callable[..., object]:
    names = tuple(field.name for field in fields(kind))
    words = {field.name: found for field in fields(kind) if (found := _enumeration_in(field.type))}

    def make(*parts: object) -> object:
        given = dict(zip(names, parts, strict=True))
        for name, enumeration in words.items():
            given[name] = None if given[name] is None else enumeration(given[name])
        return kind(**given)

    return make


def _enumeration_in(kind: object) -> type[Enum] | None:
    """The enumeration that a field is of, which may be left out; None where it is of anything else."""
    kinds = [each for each in get_args(kind) or (kind,) if each is not NoneType]
    return next((each for each in kinds if len(kinds) == 1 and isinstance(each, type) and issubclass(each, Enum)), None)


def _whole(value: object) -> object:
    return tuple(map(_whole, value)) if type(value) is list else value
