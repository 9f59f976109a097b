"""The fields that a template may use: which of those it asks for cannot be there, and a list of all there are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from textwrap import shorten

from jinja2 import nodes

from generator.documents.templating.field_checker import FieldChecker
from generator.documents.templating.field_types import Kind, ListOf, has_parts, kind_from, parts_of
from generator.report.page.over_time.line_view import LineView
from generator.report.page.views import ChartView

_MOST_READINGS = 100
"""After so many, macros hand things on so far that nothing is sure; filling in then tells what is not there."""

_IN_ANY_TEMPLATE = ("self", "super")
_EMPTY: tuple[object, ...] = ("", (), None)
_EXAMPLE_LENGTH = 60
_ONE = {"missing": "each", "counts": "row"}
"""Loop variables for dataclasses whose names have no good word for one of them."""


def unknown_fields(tree: nodes.Template, known: Mapping[str, object]) -> Iterator[tuple[int, str]]:
    """The line and a sentence for every field, in any branch, that cannot be there or be used as it is.

    ``known`` has the names that the template will be given, each with its type.
    """
    reading = FieldChecker((*tree.environment.globals, *_IN_ANY_TEMPLATE) if tree.environment else _IN_ANY_TEMPLATE)
    given = {name: kind_from(hint) for name, hint in known.items()}
    if any(reading.settled(tree, given) for _ in range(_MOST_READINGS)):
        yield from dict.fromkeys(reading.found)


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field as a template writes it, with an example of what it holds, or the tag that uses it."""

    path: str
    example: str


def fields_of(page: object, name: str = "page") -> Iterator[TemplateField]:
    """Every field that a template may use, in the page's own order, with examples taken from ``page``.

    A list's fields follow it under its loop variable. What has parts is given with them once, and then referred to; a
    loop variable that is a text is given where it is first used.
    """
    found: dict[str, TemplateField] = {}
    for each in _List(_instances(page)).parts_of(type(page), name):
        found.setdefault(each.path, each)
    return iter(found.values())


def fields_seen(known: Mapping[str, object], examples: object) -> Iterator[TemplateField]:
    """Every field of several names, each known by its type, in the same way; a name listed before is passed by."""
    listing = _List(_instances(examples))
    for name, hint in known.items():
        kind = kind_from(hint)
        if not has_parts(kind) or listing.listed.get(kind) != name:
            yield from listing.field(name, kind, "")


def _instances(value: object) -> Mapping[type, list[object]]:
    """Find every dataclass in a page, by type, so that a part empty in one may have its example from another."""
    found = defaultdict[type, list[object]](list)
    waiting = [value]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, tuple):
            waiting += value
        elif is_dataclass(value):
            found[type(value)].append(value)
            worked_out = (name for name, each in vars(type(value)).items() if isinstance(each, property))
            waiting += [getattr(value, name) for name in (*(each.name for each in fields(value)), *worked_out)]
    return found


@dataclass(frozen=True, slots=True)
class _List:
    """The fields listed so far: ``listed`` has the path under which each type was."""

    instances: Mapping[type, list[object]]
    listed: dict[type, str] = field(default_factory=dict)

    def parts_of(self, whole: type, path: str) -> Iterator[TemplateField]:
        self.listed[whole] = path
        for name, kind in parts_of(whole).items():
            yield from self.field(f"{path}.{name}", kind, self._example(whole, name))

    def field(self, path: str, kind: Kind, example: object) -> Iterator[TemplateField]:
        if isinstance(kind, ListOf):
            yield from self._list(path, kind.item, example)
        elif kind is ChartView:
            yield TemplateField(path, f"{{% chart {path}, 13, 6 %}}")
        elif kind is LineView:
            yield TemplateField(path, f"{{% chart {path}, 13 %}}")
            texts = {f"{path}.{name}": self._example(kind, name) for name in ("title", "told", "description")}
            yield from (TemplateField(each, _shown(str, text)) for each, text in texts.items())
        elif has_parts(kind):
            before = self.listed.get(kind)
            yield TemplateField(path, f"like {before}" if before else "its parts follow")
            yield from () if before else self.parts_of(kind, path)
        elif kind is date:
            yield TemplateField(path, f"a day: {{{{ {path}|day }}}}")
        else:
            yield TemplateField(path, _shown(kind, example))

    def _list(self, path: str, item: Kind, example: object) -> Iterator[TemplateField]:
        one = _one_of(path.rpartition(".")[2], item)
        before = self.listed.get(item) if has_parts(item) else None
        like = f", each like {before}" if before and before != one else ""
        yield TemplateField(path, f"a list: {{% for {one} in {path} %}}{like}")
        if has_parts(item) and item is not ChartView:
            yield from () if before else self.parts_of(item, one)
        else:
            yield from self.field(one, item, example[0] if isinstance(example, tuple) else "")

    def _example(self, whole: type, name: str) -> object:
        values = [getattr(each, name) for each in self.instances.get(whole, ())]
        return next((each for each in values if each not in _EMPTY), "")


def _one_of(plural: str, item: Kind) -> str:
    """Name a loop variable: for its type, or for the list if that is of texts ("remark" for "remarks")."""
    if not has_parts(item):
        return plural.removesuffix("s") if plural.endswith("s") else "each"
    word = item.__name__.removesuffix("View").removesuffix("Facts").lower()
    return _ONE.get(word, word)


def _shown(kind: Kind, example: object) -> str:
    if kind is bool:
        return "yes or no"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return f"one of {', '.join(each.value for each in kind)}"
    return shorten(str(example), _EXAMPLE_LENGTH, placeholder="…")
