"""The cells that are filled in for the officer: whether they still say what the register says."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.forms.asked.prefill import type_of_cell
from generator.model.characters import printable
from generator.xlsx import Cell

_TEXTS = ("measure_title", "service", "decimals", "basis", "previous_period", "status_rule")
"""What is compared as text, with the groups. Targets, units and polarities decide statuses (changed_targets.py)."""

_QUOTED, _BEFORE = 100, 20


class Changed(NamedTuple):
    """An answer that was filled in, what it says now, and what it should."""

    name: str
    found: str
    wanted: str


def changed_texts(
    cell_of: Callable[[str], Cell | None],
    issued: Mapping[str, type_of_cell],
    groups: Iterable[str],
    at_other_times: Mapping[str, Collection[str]],
) -> Iterator[Changed]:
    """The texts that are not what the form is issued with; ``groups`` are the names of those that say the groups.

    What was emptied is none of them, nor what the register says of ``at_other_times``: the form was issued then.
    """
    for name in filter(issued.__contains__, (*groups, *_TEXTS)):
        cell, value = cell_of(name), issued[name]
        is_left_to_us = name == "decimals" and value is None  # earlier forms were issued with what was taken for it
        if cell and cell.text != value and not is_left_to_us:
            found, wanted = _squeezed(cell.text), _squeezed("" if value is None else str(value))
            if found and found != wanted and found not in map(_squeezed, at_other_times.get(name, ())):
                yield Changed(name, *_apart(found, wanted or "nothing"))
    number = cell_of("issue_number")
    if number and number.text.strip() and not number.text.strip().isdigit():
        yield Changed("issue_number", _apart(_squeezed(number.text), "")[0], "a whole number")


def _squeezed(text: str) -> str:
    return " ".join(printable(text).split())


def _apart(found: str, wanted: str) -> tuple[str, str]:
    """Shorten two texts to where they differ."""
    if max(len(found), len(wanted)) <= _QUOTED:
        return found, wanted
    alike = next((at for at, (one, other) in enumerate(zip(found, wanted, strict=False)) if one != other), 0)
    alike = alike or min(len(found), len(wanted))
    start = max(0, alike - _BEFORE)
    return _cut(found, start), _cut(wanted, start)


def _cut(text: str, start: int) -> str:
    end = start + _QUOTED
    return f"{'...' if start else ''}{text[start:end]}{'...' if len(text) > end else ''}"
