"""The days of a round as a calendar file, which calendar programs take in (RFC 5545): same inputs, same bytes."""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.collecting.working_days import (
    bank_holidays,
    days_left_out,
    due_date,
    meeting_day,
    working_day_after,
    working_day_before,
    working_days_until,
)
from generator.model.english import counted
from generator.output.swap_folders import replace_file
from generator.project.folder import ROUND_DAYS
from generator.project.load import Setup

CHASED_BEFORE = 2
"""So many working days before returns are due, those who owe one are reminded."""

_PRODUCT = "-//council-scorecard//Round//EN"
_MOST_OCTETS = 75
_DAY = timedelta(days=1)


class RoundDay(NamedTuple):
    """A day of the round: what it is known by, and what is done on it."""

    key: str
    day: date
    what: str
    how: str


def days_of_round(setup: Setup) -> tuple[RoundDay, ...]:
    """When forms go out, who owes one is reminded, returns are due, and the committee meets if its day is known.

    Raises Unusable, as ``bank_holidays`` and ``due_date`` do.
    """
    return tuple(sorted(_days(setup), key=lambda each: each.day))


def _days(setup: Setup) -> Iterator[RoundDay]:
    period, holidays = setup.period.name, bank_holidays(setup)
    due, named = due_date(setup), meeting_day(setup.settings)
    meeting = named if named and named > setup.period.last_day else None  # else it is that of the last round
    issued = working_day_after(setup.period.last_day + _DAY, 0, holidays)
    committee = setup.settings.covering.committee or "The committee"

    def how(day: date, command: str) -> str:
        before = counted(working_days_until(meeting, day, holidays), "working day") if meeting else ""
        until = f"{before} before the meeting. " if before and meeting and day < meeting else ""
        return f"{until}{command}. {days_left_out(setup.settings)}"

    yield RoundDay("issue", issued, f"{period}: forms go out", how(issued, "scorecard issue"))
    chased = max(issued, working_day_before(due, CHASED_BEFORE, holidays))
    if chased < due:
        yield RoundDay(
            "chase", chased, f"{period}: remind those who owe a return", how(chased, "scorecard status --chase")
        )
    yield RoundDay("due", due, f"{period}: returns are due", how(due, "scorecard status, scorecard check"))
    if meeting:
        yield RoundDay("meeting", meeting, f"{committee} meets: {period}", setup.settings.title)


def as_calendar(setup: Setup) -> bytes:
    """Those days as the text of an .ics file. An event keeps its UID when its day is moved."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    for each in days_of_round(setup):
        known_by = "\n".join((setup.settings.council, str(setup.period), each.key))
        lines += [
            "BEGIN:VEVENT",
            f"UID:{sha256(known_by.encode()).hexdigest()[:32]}@council-scorecard",
            f"DTSTAMP:{_date_of(setup.period.last_day)}T000000Z",
            f"DTSTART;VALUE=DATE:{_date_of(each.day)}",
            f"DTEND;VALUE=DATE:{_date_of(each.day + _DAY)}",
            f"SUMMARY:{_escaped(each.what)}",
            f"DESCRIPTION:{_escaped(each.how)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return b"".join(_folded(line) for line in (*lines, "END:VCALENDAR"))


def _date_of(day: date) -> str:
    """A day as a date of a calendar file: ``20250211``."""
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    """A text as a value: what was typed can end neither the value nor the line."""
    line = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> bytes:
    """A line cut into pieces of 75 octets at most, never within a character; what follows begins with a space."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(piece) + len(octets) > _MOST_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join((*pieces, piece)) + b"\r\n"


def write_calendar(setup: Setup) -> Path | None:
    """Write them beside the forms, over none but the last ones; None where the file is somebody else's.

    Raises Unusable, OSError.
    """
    path, data = setup.project.returns_folder(setup.period) / ROUND_DAYS, as_calendar(setup)
    if path.exists() and not (path.is_file() and _PRODUCT.encode() in path.read_bytes()):
        return None
    replace_file(path, data)
    return path
