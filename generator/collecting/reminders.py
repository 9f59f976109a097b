"""Reminders as e-mails that are ready to open and send: one a person, in plain words. Nothing is sent from here."""

import re
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from generator.collecting.annotated_copies import Copy, annotated
from generator.collecting.issue_forms import write_new
from generator.collecting.who_owes_what import Item, Person, Progress
from generator.forms.form_names import file_stem
from generator.model.english import day
from generator.project.load import Setup
from generator.report.gather import Gathered

_WORKBOOK = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.ASCII | re.IGNORECASE)
"""What is plainly one address; with any other the draft has no recipient, for a person to put in."""

_FOR_THE_TEAM = {"FORM05"}
"""What the performance team puts right in its own folder."""

_BOUNDARY = "scorecard-part"


def write_reminders(setup: Setup, gathered: Gathered, people: tuple[Person, ...], folder: Path) -> Iterator[str]:
    """Write an .eml file for each person into a folder, never over a file, and give their names. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    copies = {measure.code: each for each in annotated(setup, gathered) for measure in each.measures}
    blank = {each.measure.code: each.file for each in gathered.readings if each.measure and each.blank}
    for person in people:
        message = reminder(setup, person, copies, blank)
        stem = file_stem(person.name or person.email or "No officer in the register")
        yield setup.project.relative(write_new(folder, stem, ".eml", message.as_bytes(policy=SMTP)))


def reminder(setup: Setup, person: Person, copies: Mapping[str, Copy], blank: Mapping[str, str]) -> EmailMessage:
    """Write one person's reminder; with it go their annotated returns, and the forms they have not begun.

    ``X-Unsent`` makes mail programs open it as a draft.
    """
    message = EmailMessage()
    message["X-Unsent"] = "1"
    if _ADDRESS.fullmatch(person.email):
        message["To"] = person.email
    message["Subject"] = _header(f"{setup.settings.council}: your performance returns for {setup.period.name}")
    message.set_content("\n".join(_lines(setup, person, copies)) + "\n")
    attached: set[str] = set()
    for item in person.items:
        name, data = _attachment(setup, item, copies, blank)
        if name and name not in attached:
            attached.add(name)
            message.add_attachment(data, maintype=_WORKBOOK[0], subtype=_WORKBOOK[1], filename=name)
    if message.is_multipart():
        message.set_boundary(_BOUNDARY)
    return message


def _attachment(setup: Setup, item: Item, copies: Mapping[str, Copy], blank: Mapping[str, str]) -> tuple[str, bytes]:
    code = item.measure.code
    if code in copies:
        return f"{copies[code].stem}.xlsx", copies[code].data
    if code in blank:
        path = setup.project.root / blank[code]
        return _header(path.name), path.read_bytes()
    return "", b""


def _lines(setup: Setup, person: Person, copies: Mapping[str, Copy]) -> Iterator[str]:
    period = setup.period
    yield f"Dear {person.name or 'colleague'},"
    yield ""
    yield f"This is about your returns for {period.name} ({period.months}), due on {day(setup.due_date)}."
    for item in person.items:
        yield ""
        yield f"{item.measure.label}, {item.measure.title}"
        yield from (f"  {line}" for line in _asked(item, copies))
    if any(item.progress is not Progress.NOT_RECEIVED and item.measure.code in copies for item in person.items):
        yield ""
        yield "The attached copy has your answers and these notes. Please correct the copy, and send it back."
    yield ""
    yield f"Please send them to {setup.settings.send_to}." if setup.settings.send_to else "Please reply with them."
    yield ""
    yield f"The performance team, {setup.settings.council}"


def _asked(item: Item, copies: Mapping[str, Copy]) -> Iterator[str]:
    if item.progress is Progress.NOT_RECEIVED:
        yield "We have not received this return yet." + (" It is late." if item.is_late else "")
        return
    for each in (each for each in item.problems if each.code not in _FOR_THE_TEAM):
        where = f"{each.place.cell}: " if each.place.cell and item.measure.code not in copies else ""
        must = "" if each.is_error else "Please check: "
        yield f"- {where}{must}{each.message} {each.remedy}"


def _header(text: str) -> str:
    """One line, whatever the register holds: a line break would start a header of its own."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
