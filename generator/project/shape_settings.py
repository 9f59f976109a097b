"""The settings that declare a report's shape: their keys, what each may be, and the shape that they make."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.forms.asked.declared_questions import OF_LISTS
from generator.forms.asked.reserved_names import RESERVED
from generator.history.columns import MOST_COLUMNS, column_word
from generator.model.question import DEFAULT_QUESTIONS, About, Question, Takes, When
from generator.model.shape import DEFAULT_SHAPE, Forecasts, GroupLevel, Listing, Printed, Shape
from generator.model.toml.keys import FaultKind, Key, KeyFault, Table, Toml
from generator.model.toml.values import NotOneOfError, no_longer_than, one_of, one_text, texts, whole_number, yes_or_no

_DIRECTORATE = DEFAULT_SHAPE.levels[0].column
_LONGEST_LABEL, _LONGEST_HINT, _LONGEST_CHOICE = 120, 300, 60
_MOST_QUESTIONS = 20


def _key(value: object) -> str:
    key = one_text(value)
    if not re.fullmatch("[a-z_]{3,40}", key):
        raise ValueError("it must be 3 to 40 small letters from a to z, or _ between them.")
    if key in RESERVED or key.startswith(OF_LISTS):
        raise ValueError("the form has another answer of this name. Choose another key; the label may stay.")
    return key


def _needed(value: object) -> When | tuple[str, ...]:
    return texts(value) if isinstance(value, list) else one_of(When)(value)


def _columns(value: object) -> tuple[str, ...]:
    columns = tuple(map(column_word, texts(value)))
    if len(columns) > MOST_COLUMNS:
        raise ValueError(f"there are {len(columns)} columns, and {MOST_COLUMNS} are the most.")
    return columns


def _level(value: object) -> int:
    if value not in {1, 2} or isinstance(value, bool):
        raise ValueError("it is 1 or 2: the first level of groups, or the second.")
    return 2 if value == 2 else 1


def _choices(value: object) -> tuple[str, ...]:
    read = no_longer_than(_LONGEST_CHOICE)
    return tuple(" ".join(read(each).split()) for each in texts(value))


_QUESTION = Table(
    {
        "key": Key(_key, '"what_happened"', required=True),
        "label": Key(no_longer_than(_LONGEST_LABEL), '"What happened"', required=True),
        "heading": Key(no_longer_than(_LONGEST_CHOICE), '"What happened"'),
        "hint": Key(no_longer_than(_LONGEST_HINT), '"What is happening, and why."'),
        "about": Key(one_of(About), '"measure"'),
        "needed": Key(_needed, '"exception"'),
        "takes": Key(one_of(Takes), '"lines"'),
        "choices": Key(_choices, '["High", "Medium", "Low"]'),
        "published": Key(yes_or_no, "false"),
        "level": Key(_level, "2"),
    },
    several=True,
    example='{ key = "what_happened", label = "What happened" }',
)
_PRINT = Table(
    {
        "column": Key(one_text, '"Portfolio holder"', required=True),
        "label": Key(no_longer_than(_LONGEST_LABEL), '"Portfolio holder"'),
    },
    several=True,
    example='{ column = "Portfolio holder" }',
)

SHAPE_KEYS: Mapping[str, Key | Table] = {
    "directorates": Key(texts, '["Corporate Resources", "People Services"]'),
    "groups": Key(texts, '["A thriving city", "A fair city"]'),
    "group_by": Key(one_text, '"Priority"'),
    "then_by": Key(one_text, '"Theme"'),
    "group_word": Key(no_longer_than(_LONGEST_CHOICE), '"Priority"'),
    "listing": Key(one_of(Listing), '"exceptions"'),
    "page_lists_all": Key(yes_or_no, "true"),
    "columns": Key(_columns, '["last year", "Q1", "Q2", "Q3", "Q4", "year to date"]'),
    "signals": Key(yes_or_no, "true"),
    "action_owners": Key(yes_or_no, "true"),
    "benchmark_years": Key(whole_number(50, of="years"), "2"),
    "forecast": Key(one_of(Forecasts), '"where there is a target"'),
    "question": _QUESTION,
    "print": _PRINT,
}
"""The keys of scorecard.toml that declare a shape."""


def take_shape(toml: Toml, values: dict[str, Any]) -> Shape:
    """Take the shape's keys out of the values that were read, and give the shape that they make."""
    found = {key: values.pop(key) for key in SHAPE_KEYS if key in values}
    first = found.get("group_by", _DIRECTORATE)
    columns = (first, *((found["then_by"],) if "then_by" in found else ()))
    words = (found.get("group_word", first), *columns[1:])
    asked = tuple(Question(**each) for each in found["question"] if {"key", "label"} <= each.keys())
    return Shape(
        levels=tuple(map(GroupLevel, columns, words)),
        groups=found.get("groups", found.get("directorates", ())),
        questions=asked if "question" in toml.values else DEFAULT_QUESTIONS,
        listing=found.get("listing", DEFAULT_SHAPE.listing),
        action_owners=found.get("action_owners", False),
        page_lists_all=found.get("page_lists_all", DEFAULT_SHAPE.page_lists_all),
        forecasts=found.get("forecast", DEFAULT_SHAPE.forecasts),
        printed=tuple(_printed(found["print"])),
        columns=found.get("columns", DEFAULT_SHAPE.columns),
        signals=found.get("signals", DEFAULT_SHAPE.signals),
        benchmark_years=found.get("benchmark_years", DEFAULT_SHAPE.benchmark_years),
    )


def _printed(entries: Iterable[Mapping[str, str]]) -> Iterator[Printed]:
    for each in entries:
        if "column" in each:
            yield Printed(each["column"], each.get("label", each["column"]))


def shape_faults(toml: Toml, shape: Shape) -> Iterator[KeyFault]:
    """What is wrong with a shape's keys that each of them alone does not show."""
    yield from _group_faults(toml, shape)
    yield from _repeated(toml, "question", "key", [each.key for each in shape.questions])
    yield from _repeated(toml, "question", "label", [each.label for each in shape.questions])
    yield from _repeated(toml, "print", "column", [each.column for each in shape.printed])
    if len(shape.questions) > _MOST_QUESTIONS:
        why = f"there are {len(shape.questions)} questions, and {_MOST_QUESTIONS} are the most."
        yield toml.fault(FaultKind.WRONG, ("question", _MOST_QUESTIONS), why=why, right="")
    for number, each in enumerate(shape.questions if "question" in toml.values else ()):
        if (each.takes is Takes.CHOICE) != bool(each.choices):
            why = "a question has choices if it takes a choice, and else none."
            right = 'takes = "choice" and choices = ["High", "Medium", "Low"]'
            yield toml.fault(FaultKind.WRONG, ("question", number, "choices"), why=why, right=right)
        if each.level > (len(shape.levels) if each.about is About.GROUP else 1):
            why = "only a question about a group has one, and the second is that of “then_by”."
            yield toml.fault(
                FaultKind.WRONG, ("question", number, "level"), why=why, right='about = "group" and level = 1'
            )


def status_faults(toml: Toml, shape: Shape, known: Collection[str]) -> Iterator[KeyFault]:
    """The questions that statuses call for which no scheme in use has; ``known`` are those that they have."""
    for number, each in enumerate(shape.questions if "question" in toml.values else ()):
        unknown = () if isinstance(each.needed, When) else [name for name in each.needed if name not in known]
        if unknown:
            why = NotOneOfError(unknown[0], tuple(known), "a status of a scheme in use")
            yield toml.fault(FaultKind.WRONG, ("question", number, "needed"), why=why, right='needed = "exception"')


def _group_faults(toml: Toml, shape: Shape) -> Iterator[KeyFault]:
    if {"groups", "directorates"} <= toml.values.keys():
        why = "“groups” and “directorates” are two names of one list. Keep one of them."
        yield toml.fault(FaultKind.WRONG, ("groups",), why=why, right=SHAPE_KEYS["groups"].example)
    columns = [" ".join(each.column.split()).casefold() for each in shape.levels]
    if columns[0] == _DIRECTORATE.casefold() and not {"groups", "directorates"} & toml.values.keys():
        key = "directorates"
        yield toml.fault(FaultKind.MISSING, (key,), right=f"{key} = {SHAPE_KEYS[key].example}")
    if columns[1:] == columns[:1]:
        why = "it is the column that the report is grouped by already."
        yield toml.fault(FaultKind.WRONG, ("then_by",), why=why, right='then_by = "Service"')


def _repeated(toml: Toml, heading: str, key: str, texts_there: Sequence[str]) -> Iterator[KeyFault]:
    folded = [each.casefold() for each in texts_there]
    for number, text in enumerate(folded):
        if text in folded[:number]:
            why = f"another [[{heading}]] has it too."
            yield toml.fault(FaultKind.WRONG, (heading, number, key), why=why, right="")
