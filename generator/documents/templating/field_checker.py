"""A parsed template read whole, the branches that no rendering takes too, with the kind of each name it uses.

Where a kind cannot be known (what a filter or a call gives), nothing is faulted.
"""

from collections.abc import Iterable
from functools import singledispatchmethod

from jinja2 import nodes

from generator.documents.templating.field_types import (
    Kind,
    Macro,
    Unseen,
    is_method,
    item_at,
    item_of,
    items_of,
    joined,
    list_of,
    no_part,
    not_to_go_through,
    not_to_print,
    part_of,
    row_of,
)
from generator.documents.templating.unknown_field import no_such_field

Scope = dict[str, Kind]

_IN_A_MACRO = ("caller", "varargs", "kwargs")


class FieldChecker:
    """Readings of one template, each knowing from the last what macros are called with and what is set later."""

    def __init__(self, always: Iterable[str]) -> None:
        self.always = frozenset(always)
        self.found: list[tuple[int, str]] = []
        self.passed: dict[tuple[int, str], Kind] = {}
        self.at_the_end: Scope = {}

    def settled(self, tree: nodes.Template, given: Scope) -> bool:
        """Read once more; whether that told nothing new. Kinds only ever become less certain, so it ends."""
        self.found.clear()
        passed, at_the_end, scope = dict(self.passed), self.at_the_end, dict(given)
        self.read_all(tree.body, scope)
        self.at_the_end = _merged((at_the_end, scope))
        return passed == self.passed and at_the_end == self.at_the_end

    def _note(self, node: nodes.Node, sentence: str) -> None:
        if sentence:
            self.found.append((node.lineno, sentence))

    def read_all(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Read tags and expressions one after the other, in one scope."""
        for node in body:
            self.read(node, scope)

    @singledispatchmethod
    def read(self, node: nodes.Node, scope: Scope) -> Kind:
        """Read a tag or an expression, noting what it sets in the scope; gives the kind of its value."""
        self.read_all(node.iter_child_nodes(), scope)
        return object

    @read.register
    def _name(self, node: nodes.Name, scope: Scope) -> Kind:
        kind = scope.get(node.name, object)
        if node.name not in scope and node.name not in self.always:
            self._note(node, no_such_field(node.name, (each for each in scope if not each.startswith("_"))))
        if isinstance(kind, Macro):  # handed on, so it may be called with anything
            self._pass_anything(kind.node)
            return object
        return kind

    @read.register
    def _getattr(self, node: nodes.Getattr, scope: Scope) -> Kind:
        return self._part_of(node, self.read(node.node, scope), node.attr)

    @read.register
    def _getitem(self, node: nodes.Getitem, scope: Scope) -> Kind:
        kind = self.read(node.node, scope)
        self.read(node.arg, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._part_of(node, kind, node.arg.value)
        return item_at(kind, node.arg)

    def _part_of(self, node: nodes.Getattr | nodes.Getitem, kind: Kind, name: str) -> Kind:
        part = part_of(kind, name)
        if part is None:
            self._note(node, no_part(kind, name, _written(node.node)))
        return object if part is None else part

    @read.register
    def _list(self, node: nodes.List, scope: Scope) -> Kind:
        return list_of(joined([self.read(each, scope) for each in node.items]))

    @read.register
    def _tuple(self, node: nodes.Tuple, scope: Scope) -> Kind:
        return row_of(tuple(self.read(each, scope) for each in node.items))

    @read.register(nodes.CondExpr)
    @read.register(nodes.Or)
    def _either(self, node: nodes.CondExpr | nodes.Or, scope: Scope) -> Kind:
        if isinstance(node, nodes.Or):
            return joined([self.read(node.left, scope), self.read(node.right, scope)])
        self.read(node.test, scope)
        return joined([self.read(each, scope) for each in (node.expr1, node.expr2) if each])

    @read.register(nodes.Output)
    @read.register(nodes.Concat)
    def _output(self, node: nodes.Output | nodes.Concat, scope: Scope) -> Kind:
        for each in node.nodes:
            self._note(each, not_to_print(self.read(each, scope), _written(each)))
        return object

    @read.register
    def _call(self, node: nodes.Call, scope: Scope) -> Kind:
        called = node.node
        macro = scope.get(called.name) if isinstance(called, nodes.Name) else None
        if isinstance(macro, Macro):
            self._pass(macro.node, node, scope)
            return object
        if isinstance(called, nodes.Getattr):
            kind = self.read(called.node, scope)
            if not is_method(kind, called.attr):
                self._part_of(called, kind, called.attr)
        else:
            self.read(called, scope)
        self.read_all([each for each in node.iter_child_nodes() if each is not called], scope)
        return object

    def _pass(self, macro: nodes.Macro, call: nodes.Call, scope: Scope) -> None:
        for parameter, argument in zip(macro.args, call.args, strict=False):
            self._pass_one(macro, parameter.name, self.read(argument, scope))
        self.read_all(call.args[len(macro.args) :], scope)
        for pair in call.kwargs:
            self._pass_one(macro, pair.key, self.read(pair.value, scope))
        spread = [each for each in (call.dyn_args, call.dyn_kwargs) if each]
        self.read_all(spread, scope)
        if spread:
            self._pass_anything(macro)

    def _pass_one(self, macro: nodes.Macro, name: str, kind: Kind) -> None:
        before = self.passed.get((id(macro), name), Unseen)
        self.passed[id(macro), name] = joined([before, kind])

    def _pass_anything(self, macro: nodes.Macro) -> None:
        for parameter in macro.args:
            self._pass_one(macro, parameter.name, object)

    @read.register
    def _macro(self, node: nodes.Macro, scope: Scope) -> Kind:
        scope[node.name] = Macro(node)
        inner = _merged((self.at_the_end, scope)) | dict.fromkeys(_IN_A_MACRO, object)
        self._defaults(node, inner)
        inner.update({each.name: self.passed.get((id(node), each.name), Unseen) for each in node.args})
        self.read_all(node.body, inner)
        return object

    def _defaults(self, node: nodes.Macro, scope: Scope) -> None:
        """Count a default as one more call; it may use the parameters before it."""
        first = len(node.args) - len(node.defaults)
        scope.update(dict.fromkeys((each.name for each in node.args), object))
        for parameter, default in zip(node.args[first:], node.defaults, strict=True):
            self._pass_one(node, parameter.name, self.read(default, scope))

    @read.register
    def _call_block(self, node: nodes.CallBlock, scope: Scope) -> Kind:
        self.read(node.call, scope)
        self.read_all(node.defaults, scope)
        self.read_all(node.body, scope | dict.fromkeys((*_IN_A_MACRO, *(each.name for each in node.args)), object))
        return object

    @read.register
    def _for(self, node: nodes.For, scope: Scope) -> Kind:
        kind, inner = self.read(node.iter, scope), dict(scope)
        self._note(node.iter, not_to_go_through(kind, _written(node.iter)))
        self._bind(node.target, object if node.recursive else item_of(kind), inner)
        if node.test:
            self.read(node.test, inner)
        self.read_all(node.body, inner | {"loop": object})
        self.read_all(node.else_, dict(scope))
        return object

    def _bind(self, target: nodes.Node, kind: Kind, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = kind
        elif isinstance(target, nodes.Tuple):
            for each, item in zip(target.items, items_of(kind, len(target.items)), strict=True):
                self._bind(each, item, scope)
        elif isinstance(target, nodes.NSRef):
            self.read(nodes.Name(target.name, "load", lineno=target.lineno), scope)

    @read.register
    def _if(self, node: nodes.If, scope: Scope) -> Kind:
        ways = []
        for each in (node, *node.elif_):
            self.read(each.test, scope)
            ways.append((each.body, dict(scope)))
        ways.append((node.else_, dict(scope)))
        for body, inner in ways:
            self.read_all(body, inner)
        scope.update(_merged(inner for _, inner in ways))
        return object

    @read.register
    def _assign(self, node: nodes.Assign, scope: Scope) -> Kind:
        self._bind(node.target, self.read(node.node, scope), scope)
        return object

    @read.register
    def _assign_block(self, node: nodes.AssignBlock, scope: Scope) -> Kind:
        self.read_all(node.body, dict(scope))
        if node.filter:
            self.read(node.filter, scope)
        self._bind(node.target, object, scope)
        return object

    @read.register
    def _with(self, node: nodes.With, scope: Scope) -> Kind:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.read(value, scope), inner)
        self.read_all(node.body, inner)
        return object

    @read.register(nodes.FilterBlock)
    @read.register(nodes.Block)
    @read.register(nodes.Scope)
    def _enclosed(self, node: nodes.FilterBlock | nodes.Block | nodes.Scope, scope: Scope) -> Kind:
        self.read_all(node.iter_child_nodes(), dict(scope))
        return object


def _merged(scopes: Iterable[Scope]) -> Scope:
    """Put together what names stand for after any one of several ways through a template."""
    merged: Scope = {}
    for scope in scopes:
        for name, kind in scope.items():
            before = merged.setdefault(name, kind)
            if before is not kind:
                merged[name] = joined((before, kind))
    return merged


def _written(node: nodes.Node) -> str:
    """Quote a field as the template has it; anything longer is only pointed at."""
    path = _path(node)
    return f"“{path}”" if path else "this"


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    before = _path(node.node) if isinstance(node, nodes.Getattr | nodes.Getitem) else ""
    if before and isinstance(node, nodes.Getattr):
        return f"{before}.{node.attr}"
    if before and isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{before}[{node.arg.value!r}]"
    return ""
