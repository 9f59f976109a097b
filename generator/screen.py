"""What the command line says, as lines of text at most 80 columns wide."""

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.problem import Problem

_WIDTH = 80


def problem_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """List problems under the file they are in: what, where, how to put it right."""
    for file, group in groupby(problems, key=lambda each: each.place.file):
        yield ""
        yield plain(file)
        for each in group:
            where = ", ".join(part for part in (each.place.sheet, each.place.cell) if part)
            yield f"  {each.severity} {each.code}{'  ' if where else ''}{plain(where)}"
            yield from _wrapped(each.message)
            yield from _wrapped(f"To put it right: {each.remedy}")


def summary(problems: Iterable[Problem]) -> str:
    """Count problems in one sentence."""
    errors = [each.is_error for each in problems]
    if not errors:
        return "No problems found."
    return f"{_count(sum(errors), 'error')} and {_count(len(errors) - sum(errors), 'warning')}."


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(
        plain(text), _WIDTH, initial_indent="      ", subsequent_indent="      ", break_on_hyphens=False
    )


def plain(text: str) -> str:
    """Show a text from outside as one harmless line: no control characters, so no terminal escapes."""
    return "".join(character if character.isprintable() else " " for character in text)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
