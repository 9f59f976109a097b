"""Reminders as e-mails that are ready to open and send: one a person, in plain words. Nothing is sent from here."""

import re
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from generator.collecting.annotated_copies import Copy, annotated
from generator.collecting.issue_forms import write_new
from generator.collecting.who_owes_what import Item, Person, Progress
from generator.documents.every_document import NARRATIVE_TEMPLATES, narratives_of
from generator.documents.sentences import REMINDER, Narratives
from generator.forms.form_names import file_stem
from generator.model.characters import harmless_line
from generator.model.problem import Problem, ScorecardError, Unusable
from generator.project.load import Setup
from generator.project.team_files import read_template
from generator.report.gather import Gathered
from generator.report.page.facts import NoteFacts, ReminderFacts, ReturnFacts

_WORKBOOK = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.ASCII | re.IGNORECASE)
"""What is plainly one address; with any other the draft has no recipient, for a person to put in."""

_FOR_THE_TEAM = {"FORM05"}
"""What the performance team puts right in its own folder."""

_BOUNDARY = "scorecard-part"


class NoRemindersError(ScorecardError):
    """The template of reminders has faults."""

    exit_code = 1


def write_reminders(setup: Setup, gathered: Gathered, people: tuple[Person, ...], folder: Path) -> Iterator[str]:
    """Write an .eml file for each person into a folder, never over a file, and give their names.

    Raises NoRemindersError where the reminder's template has faults, and OSError.
    """
    words = reminder_words(setup)
    folder.mkdir(parents=True, exist_ok=True)
    made = (each for each in annotated(setup, gathered) if isinstance(each, Copy))
    copies = {about.code: each for each in made for about in each.subjects}
    blank = {each.subject.code: each.file for each in gathered.readings if each.subject and each.blank}
    for person in people:
        try:
            message = reminder(setup, person, words, copies, blank)
        except Unusable as faulty:
            raise NoRemindersError(problems=faulty.problems) from None
        stem = file_stem(person.name or person.email or "No officer in the register")
        yield setup.project.relative(write_new(folder, stem, ".eml", message.as_bytes(policy=SMTP)))


def reminder_words(setup: Setup) -> Narratives:
    """The template of reminders, ready to be filled in. Raises NoRemindersError where it has faults."""
    path = NARRATIVE_TEMPLATES[REMINDER]
    try:
        return narratives_of({path: read_template(setup.project, path)}, (REMINDER,))
    except Unusable as faulty:
        raise NoRemindersError(problems=faulty.problems) from None


def reminder(
    setup: Setup, person: Person, words: Narratives, copies: Mapping[str, Copy], blank: Mapping[str, str]
) -> EmailMessage:
    """One person's reminder, in the words of its template; with it go their annotated returns, and forms not begun.

    Copies are known by the code of what they are about, and the files of forms not begun likewise. ``X-Unsent`` makes
    mail programs open it as a draft. Raises Unusable where the template has faults, and OSError.
    """
    message = EmailMessage()
    message["X-Unsent"] = "1"
    if _ADDRESS.fullmatch(person.email):
        message["To"] = person.email
    subject, _, text = words.reminder(_facts(setup, person, copies)).split("\n", 2)
    message["Subject"] = _header(subject.removeprefix("Subject:"))
    message.set_content(text)
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
    code = item.subject.code
    if code in copies:
        return f"{copies[code].stem}.xlsx", copies[code].data
    if code in blank:
        path = setup.project.root / blank[code]
        return _header(path.name), path.read_bytes()
    return "", b""


def _facts(setup: Setup, person: Person, copies: Mapping[str, Copy]) -> ReminderFacts:
    received = (item for item in person.items if item.progress is not Progress.NOT_RECEIVED)
    return ReminderFacts(
        council=harmless_line(setup.settings.council),
        period=setup.period.name,
        months=setup.period.months,
        due=setup.due_date,
        name=harmless_line(person.name),
        send_to=harmless_line(setup.settings.send_to),
        copy=any(item.subject.code in copies for item in received),
        returns=tuple(_return(item, copied=item.subject.code in copies) for item in person.items),
    )


def _return(item: Item, *, copied: bool) -> ReturnFacts:
    received = item.progress is not Progress.NOT_RECEIVED
    notes = (each for each in item.problems if each.code not in _FOR_THE_TEAM)
    return ReturnFacts(
        label=harmless_line(item.subject.label),
        title=harmless_line(item.subject.title),
        received=received,
        late=item.is_late,
        notes=tuple(_note(each, copied=copied) for each in notes) if received else (),
    )


def _note(noted: Problem, *, copied: bool) -> NoteFacts:
    cell = "" if copied else noted.place.cell or ""
    return NoteFacts(
        cell=cell, query=not noted.is_error, message=harmless_line(noted.message), remedy=harmless_line(noted.remedy)
    )


def _header(text: str) -> str:
    """One line, whatever the register holds: a line break would start a header of its own."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
