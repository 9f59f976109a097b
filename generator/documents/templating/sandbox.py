"""The sandbox that templates run in, and how much a template may do in it: a slip must not take the computer with it.

Jinja2's own sandbox keeps a template from what does not concern it, but a loop in a loop or a text a thousand million
times may take as long and as much memory as it likes. Counting is done where a loop or a macro starts and where
pieces are put together, not at every piece: a report is not to pay for it.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import Any

from jinja2 import TemplateRuntimeError, nodes, pass_context, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import FILTERS
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

PIECES = 20_000_000
"""Pieces of text that all rounds of all loops put out; a report of ten thousand measures has about a million."""

CHARACTERS = 300_000_000
"""Characters put together on the way to a document, of which that report makes a fifth."""

SECONDS = 120
"""How long one document may take, on a slow computer too; that report takes ten."""

LARGEST_NUMBER = 10_000
"""How many columns or groups a filter may be asked for."""

SAFE_FILTERS = frozenset(
    {
        *("upper", "lower", "title", "capitalize", "trim", "replace", "truncate", "join", "first", "last", "length"),
        *("count", "list", "reverse", "sort", "batch", "slice", "select", "reject", "selectattr", "rejectattr", "map"),
        "unique",
    }
)
"""Filters that can neither let text in as markup, nor hide a misspelt field, nor give another text each time."""

_SAFE_METHODS = frozenset(
    {
        *("upper", "lower", "title", "capitalize", "casefold", "swapcase", "strip", "lstrip", "rstrip", "split"),
        *("startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "find", "count"),
        *("isdigit", "isalpha", "isupper", "islower"),
    }
)
"""Methods of texts that give no more than they are given."""

_MANY = 64
"""From so many rounds on, a loop looks at the clock on its way, too."""

_COUNTED = "_counted"


class TooMuchError(TemplateRuntimeError):
    """The template does more than any report needs."""

    def __init__(self) -> None:
        super().__init__("the template repeats so much here that it would never end; take out a loop within a loop")


class _Left:
    """What a template may still do."""

    __slots__ = ("characters", "pieces", "until")

    def __init__(self) -> None:
        self.pieces, self.characters, self.until = PIECES, CHARACTERS, time.monotonic() + SECONDS

    def spend(self, pieces: int) -> None:
        self.pieces -= pieces
        if self.pieces < 0 or time.monotonic() > self.until:
            raise TooMuchError

    def write(self, characters: int) -> None:
        self.characters -= characters
        if self.characters < 0:
            raise TooMuchError

    def timed(self, items: Iterable[object]) -> Iterator[object]:
        for number, item in enumerate(items):
            if not number % _MANY:
                self.spend(0)
            yield item


_left: ContextVar[_Left] = ContextVar("_left")


@contextmanager
def bounded() -> Iterator[None]:
    """Give the template that a block fills in its allowance; it raises TooMuchError, a TemplateRuntimeError, beyond."""
    token = _left.set(_Left())
    try:
        yield
    finally:
        _left.reset(token)


def spend_a_piece() -> None:
    """Count one macro called."""
    _left.get().spend(1)


@pass_context  # with which Jinja2 does not try to work a loop out when it compiles
def _counted(_: Context, items: Iterable[object], pieces: int) -> Iterable[object]:
    """Pay for all rounds of a loop before the first."""
    left = _left.get()
    if not isinstance(items, Sized):
        items = list(islice(items, left.pieces + 1))
    rounds = len(items)
    left.spend(rounds * pieces + 1)
    return items if rounds < _MANY else left.timed(items)


def _put_together(pieces: Iterable[str]) -> str:
    pieces = pieces if isinstance(pieces, list) else list(pieces)
    _left.get().write(sum(map(len, pieces)))
    return "".join(pieces)


_STRETCH = 4_000


def in_stretches(pieces: Iterator[str]) -> Iterator[str]:
    """Give what a template writes, many pieces at a time."""
    while stretch := list(islice(pieces, _STRETCH)):
        yield _put_together(stretch)


class CountingGenerator(CodeGenerator):
    """Lets the environment put together what ``~`` joins."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802, it is called by this name
        """Write the call."""
        self.write("environment.joined((")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")


class _Parts(dict[type, frozenset[str]]):
    """The fields of each dataclass that a page is made of."""

    def __missing__(self, kind: type) -> frozenset[str]:
        names = getattr(kind, "__dataclass_fields__", ())
        self[kind] = frozenset(name for name in names if not name.startswith("_"))
        return self[kind]


_PARTS = _Parts()


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox for templates that are filled in within ``bounded()``, with a short way to a page's parts."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    code_generator_class = CountingGenerator
    concat = staticmethod(_put_together)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for each in self.filters.keys() - SAFE_FILTERS:
            del self.filters[each]
        self.filters.update({_COUNTED: _counted, "replace": _replace, "join": _join, "batch": _batch, "slice": _slice})
        del self.globals["lipsum"]

    def _generate(self, source: nodes.Template, name: str | None, *how: Any, **options: Any) -> str:
        for loop in source.find_all(nodes.For):
            pieces = nodes.Const(1 + sum(len(each.nodes) for each in loop.find_all(nodes.Output)))
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [pieces], [], None, None, lineno=loop.lineno)
        return super()._generate(source, name, *how, **options)

    def joined(self, values: Sequence[object]) -> str:
        """Join what stands around ``~``."""
        text = markup_join(values)
        _left.get().write(len(text))
        return text

    def call(self, context: Context, called: object, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, or a loop that is in itself."""
        spend_a_piece()
        if isinstance(called, LoopContext):
            args = (_counted(context, args[0], 1), *args[1:])
        return super().call(context, called, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse what makes much of little."""
        if operator == "+":
            if isinstance(left, Sized) and isinstance(right, Sized):
                _left.get().write(len(left) + len(right))
        elif operator == "**" or not _is_number(left) or not _is_number(right):
            raise TemplateRuntimeError(f"“{operator}” cannot be used here")
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> None:
        """Let no text's ``format`` by, which Jinja2 would take care of, but for its length."""

    def getattr(self, obj: object, attribute: str) -> object:
        """Give a part of a page, or a fact, by the short way: Jinja2's own takes a quarter of a page's time."""
        return getattr(obj, attribute) if attribute in _PARTS[type(obj)] else super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Say whether a template may ask for it."""
        return (not isinstance(obj, str) or attr in _SAFE_METHODS) and super().is_safe_attribute(obj, attr, value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and abs(value) < 1 << 63


@pass_eval_context
def _replace(context: EvalContext, text: str, old: str, new: str, count: int | None = None) -> str:
    found = len(text) + 1 if not old else str(text).count(old)
    _left.get().write(len(text) + found * len(new))
    replaced: str = FILTERS["replace"](context, text, old, new, count)
    return replaced


@pass_eval_context
def _join(context: EvalContext, items: Iterable[object], between: str = "", attribute: str | None = None) -> str:
    items = list(islice(items, PIECES))
    _left.get().write(len(between) * len(items) + sum(len(each) for each in items if isinstance(each, str)))
    joined: str = FILTERS["join"](context, items, between, attribute)
    return joined


def _in_groups(name: str) -> Callable[..., object]:
    def grouped(items: Iterable[object], number: int, fill_with: object = None) -> object:
        if not 0 < number <= LARGEST_NUMBER:
            raise TemplateRuntimeError(f"|{name} takes a number from 1 to {LARGEST_NUMBER:,}")
        return FILTERS[name](items, number, fill_with)

    return grouped


_batch, _slice = _in_groups("batch"), _in_groups("slice")
