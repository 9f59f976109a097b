"""Reminders, and the e-mails that forms go out with: one a person, in plain words. Nothing is sent from here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path

from generator.cache.store import Kept
from generator.collecting.annotated_copies import Copy, annotated
from generator.collecting.earlier_quarters import Earlier
from generator.collecting.email_drafts import draft, header, save_drafts
from generator.collecting.fresh_forms import contents_of
from generator.collecting.who_owes_what import Item, Person, Progress, by_person
from generator.collecting.working_days import bank_holidays, due_date, working_days_until
from generator.documents.every_document import NARRATIVE_TEMPLATES, narratives_of
from generator.documents.sentences import ISSUE, REMINDER, Narratives
from generator.forms.form_names import file_stem, form_name
from generator.forms.form_workbook import issue_workbook
from generator.model.characters import harmless_line
from generator.model.measure import type_of_subject
from generator.model.problem import Problem, ScorecardError, Unusable
from generator.model.shape import Topic
from generator.project.load import Setup
from generator.project.quarter_folders import readings_of
from generator.project.team_files import read_template
from generator.reading.open_workbooks import Opening
from generator.reading.readings import Reading
from generator.reading.unreadable_files import FAULTS
from generator.report.gather import Gathered
from generator.report.page.facts import NoteFacts, ReminderFacts, ReturnFacts

_UNREAD = {*FAULTS.values(), "FILE16"}
"""Why nothing of a return could be read."""

_FOR_THE_TEAM = {"FORM05"}
"""What the performance team puts right in its own folder."""


class NoRemindersError(ScorecardError):
    """The template of reminders has faults."""

    exit_code = 1


@dataclass
class Forms:
    """Forms to go out: those in the quarter's folder that nobody has begun, by code, and others made afresh."""

    setup: Setup
    not_begun: Mapping[str, str]

    def of(self, subject: type_of_subject) -> tuple[str, bytes]:
        """A form's name and its bytes. Raises OSError."""
        if file := self.not_begun.get(subject.code):
            path = self.setup.project.root / file
            return header(path.name), path.read_bytes()
        alone = subject if isinstance(subject, Topic) else replace(subject, bundle="")
        return form_name(alone, self.setup.period), issue_workbook(contents_of(self.setup, subject, self._earlier))

    @cached_property
    def _earlier(self) -> Earlier:
        return Earlier.of(self.setup)


def write_reminders(
    setup: Setup, gathered: Gathered, people: Iterable[Person], folder: Path, today: date
) -> Iterator[Path]:
    """Write an .eml file for each person who owes something into a folder, in place of the person's last one.

    With it go what the person sent, annotated, and forms for what did not come. Raises NoRemindersError where the
    reminder's template has faults, and OSError.
    """
    words = reminder_words(setup, REMINDER)
    made = (each for each in annotated(setup, gathered) if isinstance(each, Copy))
    copies = {about.code: each for each in made for about in each.subjects}
    forms = Forms(setup, _not_begun(gathered.readings))

    yield from save_drafts(folder, _each(people, lambda person: reminder(person, words, copies, forms, today)))


def reminder(person: Person, words: Narratives, copies: Mapping[str, Copy], forms: Forms, today: date) -> EmailMessage:
    """One person's reminder. Raises Unusable where its template has faults, and OSError."""
    setup = forms.setup
    attached = dict(_attached(each, copies, forms) for each in person.items if _goes_with(each, copies))
    text = words.reminder(_facts(setup, person, copies, today))
    return draft(person.email, text, attached, f"reminder, {setup.period}")


def write_issue_emails(setup: Setup, folder: Path, today: date) -> Iterator[Path]:
    """Write an e-mail for each person with all forms of theirs that nobody has begun. Raises as ``write_reminders``."""
    words = reminder_words(setup, ISSUE)
    with Kept.by_user() as kept:
        readings = tuple(readings_of(setup, setup.period, Opening(kept)))
    forms = Forms(setup, _not_begun(readings))
    subjects = (each.subject for each in readings if each.subject and each.blank)
    people = by_person(Item(each, Progress.NOT_RECEIVED, (), is_late=False) for each in subjects)

    def about(person: Person) -> EmailMessage:
        attached = dict(forms.of(each.subject) for each in person.items)
        return draft(person.email, words.issue(_facts(setup, person, {}, today)), attached, f"issue, {setup.period}")

    yield from save_drafts(folder, _each(people, about))


def _each(people: Iterable[Person], about: Callable[[Person], EmailMessage]) -> Iterator[tuple[str, EmailMessage]]:
    for person in people:
        try:
            message = about(person)
        except Unusable as faulty:
            raise NoRemindersError(problems=faulty.problems) from None
        yield file_stem(person.name or person.email or "No officer in the register"), message


def reminder_words(setup: Setup, narrative: str = REMINDER) -> Narratives:
    """The template of reminders, or of another e-mail, ready to be filled in. Raises NoRemindersError."""
    path = NARRATIVE_TEMPLATES[narrative]
    try:
        return narratives_of({path: read_template(setup.project, path)}, (narrative,))
    except Unusable as faulty:
        raise NoRemindersError(problems=faulty.problems) from None


def _not_begun(readings: Iterable[Reading]) -> dict[str, str]:
    """The files of forms that nobody has begun, by the code of what they are about."""
    return {each.subject.code: each.file for each in readings if each.subject and each.blank}


def _goes_with(item: Item, copies: Mapping[str, Copy]) -> bool:
    """Whether a workbook goes with a reminder of a return: a copy, or a form where nothing came that can be read."""
    is_unread = any(each.is_error and each.code in _UNREAD for each in item.problems)
    return item.subject.code in copies or not item.is_received or is_unread


def _attached(item: Item, copies: Mapping[str, Copy], forms: Forms) -> tuple[str, bytes]:
    copy = copies.get(item.subject.code)
    return (f"{copy.stem}.xlsx", copy.data) if copy else forms.of(item.subject)


def _facts(setup: Setup, person: Person, copies: Mapping[str, Copy], today: date) -> ReminderFacts:
    received = (item for item in person.items if item.is_received)
    return ReminderFacts(
        council=harmless_line(setup.settings.council),
        period=setup.period.name,
        months=setup.period.months,
        due=due_date(setup),
        name=harmless_line(person.name),
        send_to=harmless_line(setup.settings.send_to),
        copy=any(item.subject.code in copies for item in received),
        returns=tuple(_return(item, copied=item.subject.code in copies) for item in person.items),
        ready=tuple(harmless_line(item.subject.label) for item in person.ready),
        days_left=working_days_until(due_date(setup), today, bank_holidays(setup)),
    )


def _return(item: Item, *, copied: bool) -> ReturnFacts:
    received = item.is_received
    notes = (each for each in item.problems if each.code not in _FOR_THE_TEAM)
    return ReturnFacts(
        label=harmless_line(item.subject.label),
        title=harmless_line(item.subject.title),
        received=received,
        late=item.is_late,
        notes=tuple(_note(each, copied=copied) for each in notes) if received else (),
    )


def _note(noted: Problem, *, copied: bool) -> NoteFacts:
    told, cell = (noted.without_cells(), "") if copied else (noted, noted.place.cell or "")
    return NoteFacts(
        cell=cell, query=not told.is_error, message=harmless_line(told.message), remedy=harmless_line(told.remedy)
    )
