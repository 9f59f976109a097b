"""Which loops of a template may be answered with what they wrote before: those that look at nothing but a measure."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from jinja2 import Environment, nodes
from jinja2.meta import find_undeclared_variables

ONCE = "_once"
"""The function that such a loop asks; see ``render/fragments.py``."""

_MEASURES = "measures"


def mark_loops(tree: nodes.Template, environment: Environment, later: Collection[str]) -> None:
    """Let the loops over measures ask for what they wrote before; ``later`` names what may be called in them."""

    def looked_up(body: Sequence[nodes.Node]) -> set[str]:
        part = nodes.Template(list(body))
        part.set_environment(environment)
        return find_undeclared_variables(part) - environment.globals.keys()

    known = {*later, *_alike_in_every_document(tree, looked_up, later)}
    for number, loop in enumerate(tree.find_all(nodes.For)):
        if _is_over_measures(loop) and isinstance(loop.target, nodes.Name):
            name = loop.target.name
            if looked_up(loop.body) <= {*known, name}:
                loop.body = [_asking(loop, name, number).set_environment(environment)]


def _is_over_measures(loop: nodes.For) -> bool:
    plain = not (loop.test or loop.recursive or loop.else_)
    return plain and isinstance(loop.iter, nodes.Getattr) and loop.iter.attr == _MEASURES


def _asking(loop: nodes.For, name: str, number: int) -> nodes.Node:
    given: list[nodes.Expr] = [nodes.Name(name, "load"), nodes.Const(number)]
    called = nodes.Call(nodes.Name(ONCE, "load"), given, [], None, None)
    return nodes.CallBlock(called, [], [], loop.body).set_lineno(loop.lineno)


def _alike_in_every_document(
    tree: nodes.Template, looked_up: Callable[[Sequence[nodes.Node]], set[str]], later: Collection[str]
) -> set[str]:
    """Name the template's own macros and values that look at nothing but what they are given, and at one another."""
    bound = Counter(_bound(tree))
    defined = ((_name_of(each), each) for each in tree.body)
    found = {name: looked_up([each]) for name, each in defined if bound[name] == 1}
    while others := {name for name, asked in found.items() if not asked <= {*found, *later}}:
        found = {name: asked for name, asked in found.items() if name not in others}
    return set(found)


def _name_of(node: nodes.Node) -> str:
    """What a part of the template defines; empty if nothing, or only under some condition."""
    if isinstance(node, nodes.Macro):
        return node.name
    return node.target.name if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name) else ""


def _bound(tree: nodes.Template) -> Iterator[str]:
    yield from (each.name for each in tree.find_all(nodes.Macro))
    yield from (each.name for each in tree.find_all(nodes.Name) if each.ctx != "load")
