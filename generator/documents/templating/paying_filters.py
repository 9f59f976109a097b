"""Filters and tests that pay for what they look through and for what they make, whichever filter it is."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from jinja2 import TemplateRuntimeError, Undefined, pass_eval_context
from jinja2.filters import FILTERS, do_batch, make_attrgetter, sync_do_slice
from jinja2.nodes import EvalContext
from markupsafe import escape, soft_str

from generator.documents.templating.allowance import left

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

WORD = 60
"""Bytes that a word of a text takes where it is cut into its words, as each may be one character."""

_OF_TEXT = {**dict.fromkeys(("upper", "lower", "capitalize", "trim", "replace", "truncate"), 8), "title": WORD}
"""Filters that take nothing but text, each with the bytes that a character may cost on the way."""

_COMPARING = (
    *("in", "==", "eq", "equalto", "!=", "ne", ">", "gt", "greaterthan"),
    *(">=", "ge", "<", "lt", "lessthan", "<=", "le"),
)
_MARKUP = 5
"""How many times as long a text becomes where every character of it is escaped."""


def paying(name: str, a_character: int = 0) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let a filter or test pay for what it is given and for what it gives.

    One of text alone says how many bytes ``a_character`` of it costs on the way.
    """

    def decorate(filter_: Callable[..., Any]) -> Callable[..., Any]:
        passed = 1 if getattr(filter_, "jinja_pass_arg", None) else 0  # the first argument is Jinja2's own then

        @wraps(filter_)
        def paid(*given: Any, **named: Any) -> Any:
            allowance = left()
            allowance.spend(2)
            if a_character:
                pay_for_text(given[passed], a_character, f"|{name}")
            taken = (allowance.taken(each) for each in given[passed:])
            return allowance.made(
                filter_(*given[:passed], *taken, **{key: allowance.taken(each) for key, each in named.items()})
            )

        return paid

    return decorate


def pay_for_text(value: object, a_character: int, asked: str) -> None:
    """Pay for what is made of a text on the way to another. Raises TemplateRuntimeError for what is no text."""
    if isinstance(value, str):
        left().write(len(value) * a_character)
    elif not is_text(value):
        raise TemplateRuntimeError(f"{asked} is for text, and this is not text")


def is_text(value: object) -> bool:
    """Whether something is written as it is: a text, a number, yes or no, nothing; or a field that is not there."""
    return value is None or isinstance(value, str | int | float | Undefined)


@pass_eval_context
def _replace(context: EvalContext, text: object, old: object, new: object, count: int | None = None) -> str:
    if context.autoescape and any(hasattr(each, "__html__") for each in (text, old, new)):
        text, new = escape(text), escape(new)
    text, old, new = soft_str(text), soft_str(old), soft_str(new)
    found = text.count(old) if old else len(text) + 1
    left().write(len(text) + found * len(new))
    return text.replace(old, new, -1 if count is None else count)


@pass_eval_context
def _join(context: EvalContext, items: Iterable[object], between: str = "", attribute: str | None = None) -> str:
    every = list(items)
    if attribute is not None:
        every = list(map(make_attrgetter(context.environment, attribute), every))
    if not all(map(is_text, every)):
        raise TemplateRuntimeError("|join is for a list of texts, and not all of these are texts")
    marked = context.autoescape and any(hasattr(each, "__html__") for each in (between, *every))
    longest = len(between) * len(every) + sum(len(each) for each in every if isinstance(each, str))
    left().write(longest * (_MARKUP if marked else 1))
    joined: str = FILTERS["join"](context, every, between)
    return joined


def _in_groups(name: str, group: Callable[..., object]) -> Callable[..., object]:
    def grouped(items: Iterable[object], number: int, fill_with: object = None) -> object:
        if not 0 < number <= LARGEST_NUMBER:
            raise TemplateRuntimeError(f"|{name} takes a number from 1 to {LARGEST_NUMBER:,}")
        return group(items, number, fill_with)

    return grouped


def filters_that_pay() -> dict[str, Callable[..., Any]]:
    """The filters that any template may use, by name."""
    own: dict[str, Callable[..., Any]] = {
        "replace": _replace,
        "join": _join,
        "batch": _in_groups("batch", do_batch),
        "slice": _in_groups("slice", sync_do_slice),
    }
    return {name: paying(name, _OF_TEXT.get(name, 0))(own.get(name, FILTERS[name])) for name in SAFE_FILTERS}


def tests_that_pay(tests: Mapping[str, Any]) -> dict[str, Callable[..., Any]]:
    """Those of the tests that compare, each paying for what it compares."""
    return {name: paying(name)(tests[name]) for name in _COMPARING}
