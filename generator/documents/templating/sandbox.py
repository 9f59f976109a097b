"""The sandbox that templates run in, and how much a template may do in it: a slip must not take the computer with it.

Jinja2's own sandbox keeps a template from what does not concern it, but a loop in a loop or a text a thousand million
times may take as long and as much memory as it likes. Here everything is paid for that is not over at once: a loop
and a macro where they start, for all that stands in them; what a filter, a comparison, a list or a text takes before
it is made. Nothing is counted at each piece: a report is not to pay for it.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence, Sized
from datetime import date
from itertools import islice
from typing import Any, cast

from jinja2 import TemplateRuntimeError, Undefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame, operators
from jinja2.runtime import Context, LoopContext, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.documents.templating.allowance import CALL, TooMuchError, left
from generator.documents.templating.paying_filters import WORD, filters_that_pay, is_text, tests_that_pay

_SAFE_METHODS = frozenset(
    {
        *("upper", "lower", "title", "capitalize", "casefold", "swapcase", "strip", "lstrip", "rstrip", "split"),
        *("startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "find", "count"),
        *("isdigit", "isalpha", "isupper", "islower"),
    }
)
"""Methods of texts that give no more than they are given."""

_SAFE_PARTS: tuple[tuple[type | tuple[type, ...], frozenset[str]], ...] = (
    (str, _SAFE_METHODS),
    (dict, frozenset({"items", "keys", "values", "get"})),
    ((list, tuple), frozenset({"index", "count"})),
    (date, frozenset({"year", "month", "day", "isoformat"})),
    ((int, float, bytes, range), frozenset()),
)
"""What may be asked of Python's own kinds of value; the first that fits counts."""

_COUNTED, _SPEND = "_counted", "_spend"
_PAYING = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
"""What may be gone through many times, and pays each time."""

_NODES_PER_PIECE, _CHARACTERS_PER_PIECE = 8, 200
ESCAPED = 5
"""How many times as long a text becomes where every character of it is escaped."""

_LONG = 500
"""Characters from which on a text is paid for where it is printed; shorter ones wait for their stretch."""

_STRETCH = 4_000
"""Pieces that are put together at once on their way to the document."""


def spend_a_piece() -> None:
    """Pay for one macro called."""
    left().spend(CALL)


def pay_to_print(text: str, a_character: int = ESCAPED) -> None:
    """Pay for a long text that is printed."""
    if len(text) > _LONG:
        left().write(len(text) * a_character)


@pass_context  # with which Jinja2 does not try to work a loop out when it compiles
def _counted(_: Context, items: Iterable[object], pieces: int) -> Iterable[object]:
    """Pay for all rounds of a loop before the first."""
    if not isinstance(items, Sized):
        items = list(islice(items, left().pieces + 1))
    left().spend(len(items) * pieces + 1)
    return items


@pass_context
def _spend(_: Context, pieces: int) -> None:
    left().spend(pieces)


def _put_together(pieces: Iterable[str]) -> str:
    return left().put_together(pieces if isinstance(pieces, list) else list(pieces))


def in_stretches(pieces: Iterator[str]) -> Iterator[str]:
    """What a template writes, many pieces at a time. What is too much is raised at the template's own line."""
    while stretch := list(islice(pieces, _STRETCH)):
        try:
            text = _put_together(stretch)
        except TooMuchError as error:
            cast("Generator[str]", pieces).throw(error)
            raise
        yield text


class CountingGenerator(CodeGenerator):
    """Lets the environment put together, compare and make what may be large; works nothing out in advance."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802, it is called by this name
        """Write the call."""
        self.write("environment.joined((")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        """Let a list pay for what it is made of."""
        self._made(node, super().visit_List, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Let what looks things up pay for what it is made of."""
        self._made(node, super().visit_Dict, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        """Let a row pay for what it is made of."""
        self._made(node, super().visit_Tuple, frame)

    def _made(self, node: nodes.Expr, write: Any, frame: Frame) -> None:
        if getattr(node, "ctx", "load") != "load" or _is_written_out(node):
            write(node, frame)
            return
        self.write("environment.made(")
        write(node, frame)
        self.write(")")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802
        """Let a comparison pay, but with what is written out in the template."""
        if _is_written_out(node.expr) or all(_is_written_out(each.expr) for each in node.ops):
            super().visit_Compare(node, frame)
            return
        self.write("(")
        for operator, each in [("", node.expr), *((f" {operators[each.op]} ", each.expr) for each in node.ops)]:
            self.write(f"{operator}environment.looked_through(")
            self.visit(each, frame)
            self.write(")")
        self.write(")")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Let the environment take a slice; Jinja2 leaves that to Python."""
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.write("environment.sliced(")
        self.visit(node.node, frame)
        for each in (node.arg.start, node.arg.stop, node.arg.step):
            self.write(", ")
            self.visit(each or nodes.Const(None), frame)
        self.write(")")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


def _is_written_out(node: nodes.Node) -> bool:
    """Whether a value stands in the template, so that it is no longer than the template."""
    return isinstance(node, nodes.Literal) and all(map(_is_written_out, node.iter_child_nodes()))


def _cost_within(node: nodes.Node) -> float:
    """Count the pieces of one round of a loop or one call of a macro, without the loops and macros within."""
    return sum(map(_cost, node.iter_child_nodes()))


def _cost(node: nodes.Node) -> float:
    if isinstance(node, nodes.TemplateData):
        return len(node.data) / _CHARACTERS_PER_PIECE
    printed = len(node.nodes) if isinstance(node, nodes.Output) else 0
    return printed + 1 / _NODES_PER_PIECE + (0 if isinstance(node, _PAYING) else _cost_within(node))


class _Parts(dict[type, frozenset[str]]):
    """The fields of each dataclass that a page is made of."""

    def __missing__(self, kind: type) -> frozenset[str]:
        names = getattr(kind, "__dataclass_fields__", ())
        self[kind] = frozenset(name for name in names if not name.startswith("_"))
        return self[kind]


_PARTS = _Parts()


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox for templates that are filled in within ``bounded()``, with a short way to a page's parts."""

    intercepted_binops = frozenset({"+", "-", "*", "**", "%"})
    code_generator_class = CountingGenerator
    concat = staticmethod(_put_together)

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "optimized": False})  # nothing is worked out before it can be paid for
        self.filters = {**filters_that_pay(), _COUNTED: _counted, _SPEND: _spend}
        self.tests.update(tests_that_pay(self.tests))
        del self.globals["lipsum"]
        self.globals["dict"] = lambda *given, **named: self.made(dict(*given, **named))

    def _generate(self, source: nodes.Template, name: str | None, *how: Any, **options: Any) -> str:
        for each in list(source.find_all(_PAYING)):
            self._let_pay(each, nodes.Const(int(1 + _cost_within(each))))
        return super()._generate(source, name, *how, **options)

    def _let_pay(self, each: Any, pieces: nodes.Const) -> None:
        if isinstance(each, nodes.For) and not each.recursive:
            each.iter = nodes.Filter(each.iter, _COUNTED, [pieces], [], None, None, lineno=each.lineno)
        else:
            pay = nodes.Filter(pieces, _SPEND, [], [], None, None, lineno=each.lineno)
            each.body.insert(0, nodes.ExprStmt(pay, lineno=each.lineno).set_environment(self))

    def joined(self, values: Sequence[object]) -> str:
        """Join what stands around ``~``."""
        if not all(map(is_text, values)):
            raise TemplateRuntimeError("“~” joins texts, and this is not text")
        marked = any(hasattr(each, "__html__") for each in values)
        left().write((ESCAPED if marked else 1) * sum(len(each) for each in values if isinstance(each, str)))
        text: str = self.made(markup_join(values))
        return text

    def made(self, value: Any) -> Any:
        """A list or text that the template has made, paid for."""
        return left().made(value)

    def looked_through(self, value: Any) -> Any:
        """What is to be compared, paid for."""
        return left().taken(value)

    def sliced(self, value: Any, *places: Any) -> Any:
        """A part of a list or text, paid for."""
        left().taken(value)
        return self.made(value[slice(*places)])

    def call(self, context: Context, called: object, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, a method of a text, or a loop that is in itself."""
        allowance = left()
        allowance.spend(CALL + len(args))
        if isinstance(called, LoopContext):
            args = (_counted(context, args[0], 1), *args[1:])
        owner = getattr(called, "__self__", None)
        if not isinstance(owner, str):
            return super().call(context, called, *args, **kwargs)
        allowance.taken(owner)
        allowance.write(len(owner) * WORD)
        return allowance.made(super().call(context, called, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, one: Any, other: Any) -> Any:
        """Refuse what makes much of little."""
        if isinstance(one, Undefined) or isinstance(other, Undefined) or (_is_number(one) and _is_number(other)):
            if operator == "**":
                raise TemplateRuntimeError("“**” cannot be used here")
            return super().call_binop(context, operator, one, other)
        if operator != "+" or (isinstance(one, int | float) and isinstance(other, int | float)):
            raise TemplateRuntimeError(f"“{operator}” cannot be used here")
        if isinstance(one, Sized) and isinstance(other, Sized):
            marked = hasattr(one, "__html__") or hasattr(other, "__html__")
            left().write((ESCAPED if marked else 1) * (len(one) + len(other)))
        return self.made(super().call_binop(context, operator, one, other))

    def wrap_str_format(self, value: Any) -> None:
        """Let no text's ``format`` by, which Jinja2 would take care of, but for its length."""

    def getattr(self, obj: object, attribute: str) -> object:
        """A part of a page, or a fact, by the short way: Jinja2's own takes a quarter of a page's time."""
        return getattr(obj, attribute) if attribute in _PARTS[type(obj)] else super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Say whether a template may ask for it."""
        safe = next((names for kind, names in _SAFE_PARTS if isinstance(obj, kind)), None)
        return (safe is None or attr in safe) and super().is_safe_attribute(obj, attr, value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and abs(value) < 1 << 63
