"""The rows of the Workings sheet: what each is called, and what it says that it is.

Their formulas are in workings.py. The reader, which has to tell these rows from what somebody typed beside them, needs
no formulas.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.forms.asked.question_types import Answer, Field, Questionnaire

STEPS = 6
"""Rows of the Workings that lead to the value of one answer."""

HALVES = {"quarter": "the result", "forecast": "the forecast"}
"""What a form about a measure has a figure for."""


class Working(NamedTuple):
    """A row of the Workings sheet: what it is called, and what it is, in words."""

    name: str
    meaning: str


@lru_cache(maxsize=64)
def single(asked: Questionnaire) -> tuple[Field, ...]:
    """The questions that one cell answers."""
    return tuple(field for field in asked.fields if not field.prefilled and field.answer is not Answer.LINES)


@lru_cache(maxsize=64)
def read(asked: Questionnaire) -> tuple[Field, ...]:
    """Those whose answer is a number or date, which may be typed in several ways."""
    return tuple(field for field in single(asked) if field.answer in {Answer.FIGURE, Answer.DATE})


def halves_of(asked: Questionnaire) -> tuple[str, ...]:
    """The quarter, and the forecast where there is one."""
    return tuple(half for half in HALVES if f"{half}_actual" in asked.by_name)


@lru_cache(maxsize=64)
def workings(asked: Questionnaire) -> tuple[Working, ...]:
    """The rows of the Workings sheet that a form has."""
    has_figures = bool(halves_of(asked))
    return (*_typed(asked), *_halves(asked), _SEES, *(_OF_FIGURES if has_figures else ()), *_written(asked))


_SEES = Working("sees", "1 if formulas can see what a cell shows (in LibreOffice they can, in Excel not)")
_OF_FIGURES = (
    Working("revised_figure", "Last time's result as revised"),
    Working("before", "The earlier result that this one is compared with"),
    Working("direction", "Direction of travel"),
    Working("exception", "1 if a status is an exception"),
)
_STEPS = (
    *((f"_{step}", f": read, step {step}") for step in range(1, STEPS + 1)),
    ("_value", ": the number or date that was typed"),
)
_OF_LINES = (("_first", ": its first row"), ("_last", ": its last row"), ("_words", ": words"))


def _working(asked: Questionnaire, field: Field, suffix: str, meaning: str) -> Working:
    return Working(f"{field.working}{suffix}", f"Question {asked.numbers[field.name]}{meaning}")


def _typed(asked: Questionnaire) -> Iterator[Working]:
    """Each answer of one cell, and the steps to those that are numbers or dates."""
    yield from (_working(asked, field, "", " as typed") for field in single(asked))
    yield from (_working(asked, field, *step) for field in read(asked) for step in _STEPS)


def _written(asked: Questionnaire) -> Iterator[Working]:
    return (_working(asked, field, *row) for field in asked.lines for row in _OF_LINES)


def _halves(asked: Questionnaire) -> Iterator[Working]:
    for half in halves_of(asked):
        yield Working(f"{half}_figure", f"The figure of {HALVES[half]}, as printed")
        yield Working(f"{half}_status", f"The status of {HALVES[half]}, from the figures")
        yield Working(f"{half}_final", f"The status of {HALVES[half]}, as the report will give it")
