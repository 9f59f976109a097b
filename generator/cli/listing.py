"""What the command line says, as lines of text at most 80 columns wide."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from generator.model.characters import harmless_line
from generator.model.english import counted
from generator.model.problem import Problem

if TYPE_CHECKING:
    from generator.collecting.who_owes_what import Person, Tally
    from generator.documents.templating.field_list import TemplateField

_WIDTH, _INDENT = 80, " " * 6


def problem_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """List problems under the file they are in: what, where, how to put it right."""
    for file, group in groupby(problems, key=lambda each: each.place.file):
        yield ""
        yield harmless_line(file)
        for each in group:
            where = ", ".join(part for part in (each.place.sheet, each.place.cell) if part)
            yield f"  {each.severity} {each.code}{'  ' if where else ''}{harmless_line(where)}"
            yield from _wrapped(each.message)
            for line in f"To put it right: {each.remedy}".split("\n"):
                yield from _wrapped(line)


def summary(problems: Iterable[Problem]) -> str:
    """Count problems in one sentence."""
    errors = [each.is_error for each in problems]
    if not errors:
        return "No problems found."
    return f"{counted(sum(errors), 'error')} and {counted(len(errors) - sum(errors), 'warning')}."


@lru_cache(maxsize=256)  # thousands of returns are told the same few things
def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        harmless_line(text), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False
    )


def tally_lines(tallies: Sequence["Tally"]) -> Iterator[str]:
    """Show the counts of each group and of all as a table."""
    named = [(harmless_line(each.group), _counts(each)) for each in tallies]
    total = tuple(sum(column) for column in zip(*(counts for _, counts in named), strict=True))
    rows = [*named, ("All", total)]
    width = min(max(len(name) for name, _ in rows), _WIDTH - len("".join(_headed(_COUNTS))))
    yield "".join((" " * width, *_headed(_COUNTS)))
    for name, counts in rows:
        first, *others = textwrap.wrap(name, width) or [""]
        yield "".join((f"{first:<{width}}", *_headed(counts)))
        yield from others


def _headed(cells: Iterable[str | int]) -> Iterator[str]:
    """Each cell two spaces beyond the one before, flush with its heading's end."""
    return (f"  {cell:>{len(heading)}}" for cell, heading in zip(cells, _COUNTS, strict=False))


def field_lines(heading: str, fields: Iterable["TemplateField"]) -> Iterator[str]:
    """List the fields that a template may use, each with an example, under a heading."""
    listed = tuple(fields)
    width = max(len(each.path) for each in listed)
    yield heading
    yield from (f"  {each.path:<{width}}  {each.example}" for each in listed)


def owing_lines(people: Iterable["Person"]) -> Iterator[str]:
    """Say who owes what, a return a line."""
    for person in people:
        yield ""
        address = f" <{harmless_line(person.email)}>" if person.email else ""
        yield f"{harmless_line(person.name) or 'No officer in the register'}{address}"
        for item in person.items:
            errors = sum(each.is_error for each in item.problems)
            warnings = len(item.problems) - errors
            parts = (counted(errors, "error") if errors else "", counted(warnings, "warning") if warnings else "")
            told = f": {', '.join(part for part in parts if part)}" if item.is_received else ""
            late = ", late" if item.is_late else ""
            yield f"  {harmless_line(item.subject.label)}  {item.progress.value}{late}{told}"


def _counts(tally: "Tally") -> tuple[int, ...]:
    return (tally.expected, tally.received, tally.with_errors, tally.ready, tally.late)


_COUNTS = ("expected", "received", "with errors", "ready", "late")
