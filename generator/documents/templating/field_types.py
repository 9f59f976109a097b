"""The kinds of thing that a template's names stand for, and what each kind cannot be asked to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import TypeGuard, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes

from generator.documents.templating.unknown_field import no_such_field


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of any length, all of one kind."""

    item: "Kind"


@dataclass(frozen=True, slots=True)
class Row:
    """A list of set length, with a kind for each place, such as a fill and an ink."""

    items: tuple["Kind", ...]


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro of the template."""

    node: nodes.Macro


class Unseen:
    """What a macro's parameter is while no call of the macro has been seen."""


Kind = type | ListOf | Row | Macro
"""What a name stands for; ``object`` where it is not known."""

_PLAIN = {str: "text", bool: "yes or no", int: "a number"}


def kind_from(hint: object) -> Kind:
    """The kind of a type hint; what may be None is taken as there, because a template asks first."""
    inside = get_args(hint)
    if get_origin(hint) in {Union, UnionType}:
        return joined(kind_from(each) for each in inside if each is not NoneType)
    if get_origin(hint) is tuple:
        return ListOf(kind_from(inside[0])) if inside[1:] == (...,) else Row(tuple(map(kind_from, inside)))
    return hint if isinstance(hint, type) else object


def joined(kinds: Iterable[Kind]) -> Kind:
    """The kind of what may be any of several: theirs if they agree, and otherwise not known."""
    seen = [kind for kind in kinds if kind is not Unseen]
    if not seen:
        return Unseen
    return seen[0] if all(kind == seen[0] for kind in seen) else object


_LEVELS, _WIDEST = 3, 32
"""How many lists within lists, and kinds in a row, are told apart: compared whole, they would double with each."""


def list_of(item: Kind) -> Kind:
    """The kind of a list of one kind of thing."""
    return item if item is Unseen else ListOf(item if _levels(item) < _LEVELS else object)


def row_of(items: tuple[Kind, ...]) -> Kind:
    """The kind of a row: its places are told apart, but for long ones and rows deep within rows."""
    if len(items) > _WIDEST:
        return list_of(joined(items))
    return Row(tuple(each if _levels(each) < _LEVELS else object for each in items))


def _levels(kind: Kind) -> int:
    if isinstance(kind, Row):
        return 1 + max(map(_levels, kind.items), default=0)
    return 1 + _levels(kind.item) if isinstance(kind, ListOf) else 0


def has_parts(kind: Kind) -> TypeGuard[type]:
    """Whether a kind is one of the page's dataclasses, whose parts are known."""
    return isinstance(kind, type) and is_dataclass(kind)


def _plain_word(kind: Kind) -> str:
    return next((word for plain, word in _PLAIN.items() if isinstance(kind, type) and issubclass(kind, plain)), "")


@cache
def parts_of(kind: type) -> Mapping[str, Kind]:
    """The parts of one of the page's dataclasses with their kinds: its fields, then what it works out of them."""
    worked_out = {name: each.fget for name, each in vars(kind).items() if isinstance(each, property)}
    hints = {name: get_type_hints(each).get("return", object) for name, each in worked_out.items()}
    return {name: kind_from(hint) for name, hint in {**get_type_hints(kind), **hints}.items()}


def part_of(kind: Kind, name: str) -> Kind | None:
    """The kind of a part of something, or None if it has no such part."""
    if isinstance(kind, ListOf | Row) or _plain_word(kind):
        return None
    if not has_parts(kind):
        return kind if kind is Unseen else object
    return parts_of(kind).get(name, object if hasattr(kind, name) and not name.startswith("_") else None)


def item_of(kind: Kind) -> Kind:
    """What a loop over something takes in turn."""
    if isinstance(kind, ListOf):
        return kind.item
    if isinstance(kind, Row):
        return joined(kind.items)
    return kind if kind is Unseen else object


def items_of(kind: Kind, count: int) -> tuple[Kind, ...]:
    """What each of several names stands for when something is taken apart."""
    if isinstance(kind, Row):
        return kind.items if len(kind.items) == count else (object,) * count
    return (item_of(kind),) * count


def item_at(kind: Kind, place: nodes.Expr) -> Kind:
    """What stands at a place of a list, such as [0] or [1:]."""
    index = place.value if isinstance(place, nodes.Const) else None
    if isinstance(kind, Row) and isinstance(index, int) and index < len(kind.items):
        return kind.items[index]
    if isinstance(kind, ListOf):
        return kind if isinstance(place, nodes.Slice) else kind.item
    return kind if kind is Unseen else object


def is_method(kind: Kind, name: str) -> bool:
    """Whether a text or a list can be asked to do this, as in ``page.council.upper()``."""
    owner = list if isinstance(kind, ListOf | Row) else kind
    return hasattr(owner, name) and (owner is list or bool(_plain_word(kind)))


def no_part(kind: Kind, name: str, written: str) -> str:
    """Say that something, quoted in ``written``, has no such part."""
    if has_parts(kind):
        return no_such_field(name, parts_of(kind))
    word = _plain_word(kind)
    if word:
        return f"{written} is {word}, and has no parts."
    return f"{written} is a list, and has no “{name}” of its own; go through it with for."


def not_to_print(kind: Kind, written: str) -> str:
    """Say why something cannot be printed; empty if it can, or if that is not known."""
    if isinstance(kind, ListOf | Row):
        return f"{written} is a list; go through it with for."
    if kind is bool:
        return f"{written} is yes or no, and not text; ask for it with if."
    if kind is date:
        return f"{written} is a day; write |day after it."
    if has_parts(kind):
        return f"{written} is not text; print one of its parts, such as “{next(iter(parts_of(kind)))}”."
    return ""


def not_to_go_through(kind: Kind, written: str) -> str:
    """Say why something cannot be looped over; empty if it can, or if that is not known."""
    is_one = bool(_plain_word(kind)) or has_parts(kind)
    return f"{written} is not a list, so it cannot be gone through." if is_one else ""
