"""Which loops of a template may be answered with what they wrote before: those that look at nothing but a measure."""

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import count

from jinja2 import Environment, nodes
from jinja2.meta import find_undeclared_variables

ONCE = "_once"
"""The function that such a loop asks; see ``render/fragments.py``."""

_MEASURES, _SELF = "measures", "self"


def mark_loops(tree: nodes.Template, environment: Environment, later: Collection[str], part: str) -> None:
    """Let the loops over measures ask for what they wrote before; ``later`` names what may be called in them.

    ``part`` names the tree among those of its file.
    """
    bound = Counter(_bound(tree))
    overlooked = {_SELF, *(environment.globals.keys() & bound.keys())}  # Jinja2 tells of none that it has itself

    def looked_up(*body: nodes.Node) -> set[str]:
        inside = nodes.Template(list(body))
        inside.set_environment(environment)
        named = {each.name for each in inside.find_all(nodes.Name)}
        return find_undeclared_variables(inside) | (named & overlooked)

    known, numbers = set(later), count()
    for each in tree.body:
        for loop in nodes.Template([each]).find_all(nodes.For):
            number = next(numbers)
            if _is_over_measures(loop) and isinstance(loop.target, nodes.Name):
                name = loop.target.name
                if looked_up(*loop.body) <= {*known, name}:
                    loop.body = [_asking(loop, name, f"{part} {number}").set_environment(environment)]
        # What is defined further down is not there yet: a loop that looks at it would see the document's.
        name = _defined(each)
        if bound[name] == 1 and looked_up(each) <= known:
            known.add(name)


def _is_over_measures(loop: nodes.For) -> bool:
    plain = not (loop.test or loop.recursive or loop.else_)
    return plain and isinstance(loop.iter, nodes.Getattr) and loop.iter.attr == _MEASURES


def _asking(loop: nodes.For, name: str, place: str) -> nodes.Node:
    given: list[nodes.Expr] = [nodes.Name(name, "load"), nodes.Const(place)]
    called = nodes.Call(nodes.Name(ONCE, "load"), given, [], None, None)
    return nodes.CallBlock(called, [], [], loop.body).set_lineno(loop.lineno)


def _defined(node: nodes.Node) -> str:
    """What a part of the template defines that is alike whenever it is asked: a macro, or a value written out.

    Empty if nothing, or only under some condition. What a call or a filter gives may count how often it was asked.
    """
    if isinstance(node, nodes.Macro):
        return node.name
    if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
        value = (each for each in node.find_all(nodes.Expr) if each is not node.target)
        return node.target.name if all(isinstance(each, nodes.Literal) for each in value) else ""
    return ""


def _bound(tree: nodes.Template) -> Iterator[str]:
    yield from (each.name for each in tree.find_all(nodes.Macro))
    yield from (each.name for each in tree.find_all(nodes.Name) if each.ctx != "load")
