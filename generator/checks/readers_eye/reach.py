"""How much of a return a reader's eye looks at: far more than a committee reads, and never so much as to take long."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from generator.model.officer_return import FilledForm
from generator.model.problem import Problem, problem

AN_ANSWER, ALL_ANSWERS = 6_000, 12_000
"""Characters that are looked at of one answer, and of all of a return together: a thousand words, and two thousand."""

OF_THE_WHOLE = frozenset({"TEXT01", "TEXT05", "TEXT06", "TEXT07", "TEXT16", "TIME04"})
"""Rules that cannot be asked of a part: what they miss may stand in the rest."""


_Form = TypeVar("_Form", bound=FilledForm)


def within_reach(returned: _Form) -> tuple[_Form, Mapping[str, int]]:
    """The return with as much of its answers as is looked at, and how many characters of each that is not all."""
    left, lines, looked_at = ALL_ANSWERS, dict[str, tuple[str, ...]](), dict[str, int]()
    for name, written in returned.answers.items():
        lines[name] = tuple(_first(written, min(AN_ANSWER, left)))
        count = sum(map(len, lines[name]))
        left -= count
        if lines[name] != written:
            looked_at[name] = count
    return (replace(returned, answers=MappingProxyType(lines)) if looked_at else returned), looked_at


def _first(lines: tuple[str, ...], room: int) -> Iterator[str]:
    """Whole lines as long as there is room, and then as many words of the next."""
    for line in lines:
        if len(line) > room:
            if words := line[: line.rfind(" ", 0, room + 1) if " " in line[:room] else room]:
                yield words
            return
        yield line
        room -= len(line)


def told_of_the_rest(
    returned: FilledForm, looked_at: Mapping[str, int], labels: Mapping[str, str]
) -> Iterator[Problem]:
    """TEXT15: an answer of which only the beginning was looked at; ``labels`` are those of what is read."""
    for name, count in looked_at.items():
        if name in labels:
            yield problem("TEXT15", returned.place(name), label=labels[name], count=f"{count:,}")
