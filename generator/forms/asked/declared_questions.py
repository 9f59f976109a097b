"""The questions that a council declares, as its form asks them."""

from collections.abc import Iterator, Sequence

from generator.forms.asked.fixed_questions import LIST_ALERT, SAME_AS
from generator.forms.asked.question_types import Answer, Choices, Field, Section
from generator.model.question import Question

_LINES_HINT = "One paragraph or list item in each cell. Start a bullet with a dash and a space."
_LINES_PROMPT = (
    "One paragraph or list item in each cell. To paste from Word, click this cell once and choose Paste Special, "
    "Text: each paragraph goes into a row of its own."
)


def commentary(questions: Sequence[Question], *, forecast: bool) -> Section:
    """The section that a council's own questions stand in, each answered in rows of its own."""
    exception = f"{'either' if forecast else 'the'} status is an exception"
    status = Field(
        ref=f"D{len(questions) + 2}",
        name="commentary_status",
        label="Is the commentary final?",
        answer=Answer.CHOICE,
        hint="Provisional if your head of service has not agreed the words yet. The report will say so.",
        choices=Choices.COMMENTARY,
        alert=LIST_ALERT,
    )
    asked = (SAME_AS, *_asked(questions, f"If {exception}, unless {SAME_AS.ref} names another measure."), status)
    where = "a status" if forecast else "the status"
    return Section(f"D. Commentary (needed where {where} is an exception)", asked, on_new_page=True)


def _asked(questions: Sequence[Question], needed: str) -> Iterator[Field]:
    for number, each in enumerate(questions, start=2):
        yield Field(
            ref=f"D{number}",
            name=each.key,
            label=each.label,
            answer=Answer.LINES,
            hint=f"{each.hint} {_LINES_HINT}",
            needed=needed,
            to_do=f"{each.to_do}, or give a measure's code at {SAME_AS.ref}.",
            prompt=_LINES_PROMPT,
            question=each,
        )
