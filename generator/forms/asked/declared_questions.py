"""The questions that a council declares, as its form asks them."""

from collections.abc import Sequence
from dataclasses import replace

from generator.forms.asked.fixed_questions import DATE_ALERT, LIST_ALERT, SAME_AS
from generator.forms.asked.question_types import ALWAYS, IF_WISHED, Answer, Choices, Field, OwnChoices, Section
from generator.model.question import Question, Takes, When

_ANSWERS = {
    Takes.LINES: Answer.LINES,
    Takes.TEXT: Answer.TEXT,
    Takes.DATE: Answer.DATE,
    Takes.CHOICE: Answer.CHOICE,
}
_HINTS = {
    Takes.LINES: "One paragraph or list item in each cell. Start a bullet with a dash and a space.",
    Takes.TEXT: "",
    Takes.DATE: "For example 31/01/2019.",
    Takes.CHOICE: "Choose from the list.",
}
_PROMPTS = {
    Takes.LINES: "One paragraph or list item in each cell. To paste from Word, click this cell once and choose Paste "
    "Special, Text: each paragraph goes into a row of its own."
}
_ALERTS = {Takes.DATE: DATE_ALERT, Takes.CHOICE: LIST_ALERT}
OF_LISTS = "list_of_"
"""How the names of declared lists start; no question's key does."""

_NOT_PUBLISHED = "Not published."
_TO_DO = "answer this"


def commentary(questions: Sequence[Question], *, forecast: bool) -> tuple[Section, ...]:
    """The section that a council's own questions stand in; none where there are none."""
    if not questions:
        return ()
    status = Field(
        ref=f"D{len(questions) + 2}",
        name="commentary_status",
        label="Is the commentary final?",
        answer=Answer.CHOICE,
        hint="Provisional if your head of service has not agreed the words yet. The report will say so.",
        choices=Choices.COMMENTARY,
        alert=LIST_ALERT,
    )
    unless = f", or give a measure's code at {SAME_AS.ref}."
    asked = (
        _field(f"D{number}", each, when=_when(each, forecast=forecast), unless=unless)
        for number, each in enumerate(questions, start=2)
    )
    heading = "D. Commentary"
    if all(each.needed is When.EXCEPTION for each in questions):
        heading += f" (needed where {'a' if forecast else 'the'} status is an exception)"
    return (Section(heading, (SAME_AS, *asked, status), on_new_page=True),)


def about_a_topic(questions: Sequence[Question]) -> Section:
    """The section of what is asked about a group or the whole report."""
    asked = (_about_a_topic(f"D{number}", each) for number, each in enumerate(questions, start=1))
    return Section("D. What to write", tuple(asked))


def _about_a_topic(ref: str, question: Question) -> Field:
    """No form about a group can tell how its measures stand: it says itself when such an answer is needed."""
    when = _when_about_a_topic(question)
    field = _field(ref, question, when=when)
    hint = f"Needed {when[0].lower()}{when[1:]} {field.hint}".strip()
    return field if when in {ALWAYS, IF_WISHED} else replace(field, hint=hint)


def _field(ref: str, question: Question, *, when: str, unless: str = ".") -> Field:
    takes = question.takes
    hints = ("" if question.published else _NOT_PUBLISHED, question.hint, _HINTS[takes])
    return Field(
        ref=ref,
        name=question.key,
        label=question.label,
        answer=_ANSWERS[takes],
        hint=" ".join(filter(None, hints)),
        choices=_list(ref, question) if question.choices else None,
        needed=when,
        to_do=f"{question.to_do or _TO_DO}{unless}",
        prompt=_PROMPTS.get(takes, ""),
        alert=_ALERTS.get(takes, ""),
        question=question,
    )


def _list(ref: str, question: Question) -> OwnChoices:
    return OwnChoices(f"{OF_LISTS}{question.key}", f"{ref}. {question.label}", question.choices)


def _when(question: Question, *, forecast: bool) -> str:
    """When an answer is needed, in the guide's words."""
    unless = f", unless {SAME_AS.ref} names another measure."
    match question.needed:
        case When.IF_WISHED:
            return IF_WISHED
        case When.ALWAYS:
            return ALWAYS.removesuffix(".") + unless
        case When.EXCEPTION:
            return f"If {'either' if forecast else 'the'} status is an exception{unless}"
        case statuses:
            return f"If {'a' if forecast else 'the'} status is {' or '.join(statuses)}{unless}"


def _when_about_a_topic(question: Question) -> str:
    match question.needed:
        case When.IF_WISHED:
            return IF_WISHED
        case When.ALWAYS:
            return ALWAYS
        case When.EXCEPTION:
            return "If any of its measures is an exception."
        case statuses:
            return f"If any of its measures is {' or '.join(statuses)}."
