"""Moving on to the next quarter: the settings' period, what belonged to the last meeting, and what is left to set."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.figures import type_of_figure
from generator.model.measure import Kind, Measure
from generator.model.period import Period
from generator.model.register import Register
from generator.model.toml.keys import NotTomlError, Toml, read_toml, type_of_path
from generator.project.settings import read_settings

_OF_ONE_MEETING = ("meeting", "item", "published")
"""What is of one meeting alone; its other keys are as a rule the same next time."""


@dataclass(frozen=True, slots=True)
class MovedOn:
    """The text of the settings for another period, with the keys of the last meeting: cleared, kept, or ``by_hand``."""

    text: str
    cleared: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()


def moved_on(text: str, file: str, before: Period) -> MovedOn:
    """Settings with the next period; every other line stays, and what belonged to the last meeting becomes a note.

    Raises Unusable where the text is no settings, before or after.
    """
    read_settings(text, file)
    lines = text.split("\n")
    number = (read_toml(text).line_of(("period",)) or 1) - 1
    lines[number] = lines[number].replace(str(before), str(before.next), 1)
    moved = MovedOn("\n".join(lines), kept=tuple(_kept(read_toml(text))))
    for path in _paths(read_toml(text), _OF_ONE_MEETING):
        moved = _without(moved, path)
    read_settings(moved.text, file)
    return moved


def _without(moved: MovedOn, path: type_of_path) -> MovedOn:
    """The settings with a key made a note; where it shares its line with others, it is to be changed by hand."""
    lines = moved.text.split("\n")
    number = (read_toml(moved.text).line_of(path) or 1) - 1
    name = _named(path)
    if re.match(rf"\s*(?:[\w\"'. ]+\.\s*)?{path[-1]}\s*=", lines[number]):
        lines[number] = f"# {lines[number]}"
        try:
            if path not in _paths(read_toml("\n".join(lines)), _OF_ONE_MEETING):
                return MovedOn("\n".join(lines), (*moved.cleared, name), moved.kept, moved.by_hand)
        except NotTomlError:
            pass
    return MovedOn(moved.text, moved.cleared, moved.kept, (*moved.by_hand, name))


def _kept(toml: Toml) -> Iterator[str]:
    return (_named(path) for path in _paths(toml, ("committee", "purpose", "recommendations", "not_for_publication")))


def _paths(toml: Toml, keys: tuple[str, ...]) -> Iterator[type_of_path]:
    """Where keys of a meeting stand: that of the whole report, or of a further one."""
    tables: dict[type_of_path, Any] = {("committee",): toml.values.get("committee", {})}
    tables |= {("report", number): each for number, each in enumerate(_reports(toml))}
    return ((*path, key) for path, table in tables.items() for key in table if key in keys)


def _reports(toml: Toml) -> Sequence[Any]:
    found: Any = toml.values.get("report", ())
    return found if isinstance(found, list) else ()


def _named(path: type_of_path) -> str:
    heading = "[committee]" if path[0] == "committee" else "[[report]]"
    return f"{path[-1]} of {heading}"


def without_target(register: Register, period: Period) -> tuple[Measure, ...]:
    """The measures due in a quarter that have no target for it, though they are not for information only."""
    due = (each for each in register.measures if each.is_due(period))
    return tuple(
        each for each in due if each.kind is not Kind.DATA_ONLY and each.quarter_target(each.own_period(period)) is None
    )


def targets_to_decide(register: Register, period: Period) -> Iterator[tuple[Measure, str, type_of_figure]]:
    """At the start of a year: the measures that lack targets of the year that its reports are of, and their last one.

    That is the year before, of a figure that comes a year late.
    """
    if not period.is_first:
        return
    for each in register.measures:
        known = [target for target in (*each.quarter_targets, each.year_end_target) if target is not None]
        reported = each.own_period(period.whole_year)
        if known and each.is_there(period) and reported.year not in each.years:
            yield each, reported.year_name, known[-1]
