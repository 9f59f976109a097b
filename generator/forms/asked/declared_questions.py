"""The questions that a council declares, as its form asks them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.forms.asked.fixed_questions import DATE_ALERT, LIST_ALERT
from generator.forms.asked.question_types import ALWAYS, IF_WISHED, Answer, Field, OwnChoices
from generator.model.question import Question, Takes, When

_ANSWERS = {
    Takes.LINES: Answer.LINES,
    Takes.TEXT: Answer.TEXT,
    Takes.DATE: Answer.DATE,
    Takes.CHOICE: Answer.CHOICE,
}
_LINES_HINT = "One paragraph or bullet in each row."
_HINTS = {
    Takes.LINES: "",
    Takes.TEXT: "",
    Takes.DATE: "For example 31/01/2019.",
    Takes.CHOICE: "",
}
_PROMPTS = {
    Takes.LINES: "One paragraph or list item in each row. Start a bullet with a dash and a space. To paste from Word, "
    "click this cell once and choose Paste Special, Text: each paragraph goes into a row of its own."
}
_ALERTS = {Takes.DATE: DATE_ALERT, Takes.CHOICE: LIST_ALERT}
OF_LISTS = "list_of_"
"""How the names of declared lists start; no question's key does."""

NOT_PUBLISHED = "Not published."
_TO_DO = "answer this"
OPTIONAL = " (optional)"
"""What is said behind the label of a question that nobody needs to answer."""


def commentary(questions: Sequence[Question]) -> tuple[Field, ...]:
    """A council's own questions about measures."""
    return tuple(_fields(questions, ", or name another measure at {same_as}."))


def about_a_topic(questions: Sequence[Question]) -> tuple[Field, ...]:
    """What is asked about a group or the whole report.

    No form about a group can tell how its measures stand: it says itself when such an answer is needed.
    """
    return tuple(map(_saying_when, _fields(questions, ".")))


def _saying_when(field: Field) -> Field:
    if field.needed in {ALWAYS, IF_WISHED}:
        return field
    needed = f"Needed {field.needed[0].lower()}{field.needed[1:]}"
    return replace(field, hint=f"{needed} {field.hint}".strip())


def _fields(questions: Sequence[Question], unless: str) -> Iterator[Field]:
    """The questions as fields; how lines are written is said once, at the first of them that takes lines."""
    first = next((each for each in questions if each.takes is Takes.LINES), None)
    for place, question in enumerate(questions, 1):
        takes = question.takes
        lines = _LINES_HINT if question is first else ""
        hints = ("" if question.published else NOT_PUBLISHED, question.hint, _HINTS[takes], lines)
        yield Field(
            name=question.key,
            label=question.label,
            answer=_ANSWERS[takes],
            hint=" ".join(filter(None, hints)),
            choices=OwnChoices(f"{OF_LISTS}{question.key}", question.label, question.choices)
            if question.choices
            else None,
            needed=_when(question),
            to_do=f"{question.to_do or _TO_DO}{unless}",
            prompt=_PROMPTS.get(takes, ""),
            alert=_ALERTS.get(takes, ""),
            question=question,
            place=place,
        )


def _when(question: Question) -> str:
    """When an answer is needed, as a sentence."""
    match question.needed:
        case When.IF_WISHED:
            return IF_WISHED
        case When.ALWAYS:
            return ALWAYS
        case When.EXCEPTION:
            return "If any of its measures is an exception."
        case statuses:
            return f"If any of its measures is {' or '.join(statuses)}."
