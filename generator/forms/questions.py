"""The officer's form: one table of its fields, which issuing, reading, checking and the guide all read.

A field's name is the defined name of its cell; its reference is printed in column A of its row.
"""

from collections.abc import Iterator, Sequence

from generator.forms.question_types import NARRATIVE_ROWS, Answer, Choices, Field, Needed, Section
from generator.judging.direction import Travel
from generator.judging.missing_figures import REASONS
from generator.model.measure import Kind
from generator.model.question import DEFAULT_QUESTIONS, Question

__all__ = ["NARRATIVE_ROWS", "Answer", "Choices", "Field", "Needed", "Section"]

VERSION = "1"
SHEET = "Return"
GUIDANCE_SHEET = "Guidance"
LISTS_SHEET = "Lists"
WORKINGS_SHEET = "Workings"
OWN_SHEETS = (GUIDANCE_SHEET, LISTS_SHEET, WORKINGS_SHEET)
"""The sheets that every issued workbook has beside its forms."""

REF_HEADING = "Ref"
QUESTION_HEADING = "Question"
ANSWER_HEADING = "Your answer"
CHECK_HEADING = "Check"
TEAM_HEADING = "From the performance team"
LAST_TIME_HEADING = "Last time"

WORDS = {
    Choices.YES_NO: ("Yes", "No"),
    Choices.DIRECTION: tuple(Travel),
    Choices.COMMENTARY: ("Final", "Provisional"),
    Choices.MISSING: tuple(REASONS),
}

TO_DO, CHECK = "To do: ", "Check: "
"""How the Check column starts what must be done, and what must be put right or explained."""


def _given(ref: str, name: str, label: str, answer: Answer = Answer.TEXT, only_for: Kind | None = None) -> Field:
    return Field(ref=ref, name=name, label=label, answer=answer, prefilled=True, only_for=only_for)


_STATUS_HINT = "Leave empty: the status is worked out. Choose one only where the figures cannot be given."
_LINES_HINT = "One paragraph or list item in each cell. Start a bullet with a dash and a space."
_LINES_PROMPT = (
    "One paragraph or list item in each cell. To paste from Word, click this cell once and choose Paste Special, "
    "Text: each paragraph goes into a row of its own."
)
_NUMBER_ALERT = (
    "Enter a number on its own, without its unit or words. If there is no figure, leave the cell empty and choose a "
    "reason at B5."
)
DATE_ALERT = "Enter a date such as 31/01/2019."
LIST_ALERT = "Choose an answer from the list, or clear the cell."

_BEFORE_COMMENTARY = (
    Section(
        "A. About this measure (filled in for you)",
        (
            _given("A1", "measure_code", "Measure code"),
            _given("A2", "measure_title", "Measure"),
            _given("A3", "directorate", "Directorate"),
            _given("A4", "service", "Service"),
            _given("A5", "period", "Quarter"),
            _given("A6", "unit", "Unit"),
            _given("A7", "decimals", "Decimals shown"),
            _given("A8", "polarity", "Which way is better"),
            _given("A9", "form_version", "Form version"),
            _given("A10", "issue_number", "Issue of this form"),
            _given("A11", "basis", "What a quarter's figure covers"),
            _given("A12", "status_rule", "How the status is worked out"),
        ),
    ),
    Section(
        "B. The figures",
        (
            _given("B1", "quarter_target", "Target for this quarter", Answer.FIGURE),
            Field(
                ref="B2",
                name="quarter_actual",
                label="Result for this quarter",
                answer=Answer.FIGURE,
                hint="The figure on its own, without the unit.",
                needed=Needed.FIGURE,
                to_do="enter the result, or say at B5 why there is none.",
                alert=_NUMBER_ALERT,
            ),
            _given("B3", "forecast_target", "Target for the year", Answer.FIGURE),
            Field(
                ref="B4",
                name="forecast_actual",
                label="Forecast for the year end",
                answer=Answer.FIGURE,
                hint="Your best estimate for 31 March.",
                needed=Needed.FIGURE,
                to_do="enter the forecast, or say at B5 why there is none.",
                alert=_NUMBER_ALERT,
            ),
            Field(
                ref="B5",
                name="missing_reason",
                label="If B2 or B4 is empty, why?",
                answer=Answer.CHOICE,
                hint="Choose a reason, or write your own.",
                choices=Choices.MISSING,
                open_list=True,
                prompt="Only if the result or the forecast is empty. Choose a reason, or write your own.",
            ),
            Field(
                ref="B6",
                name="quarter_provisional",
                label="Is the result provisional?",
                answer=Answer.CHOICE,
                hint="Yes if the figure may still change.",
                choices=Choices.YES_NO,
                alert=LIST_ALERT,
            ),
            Field(
                ref="B7",
                name="quarter_final_on",
                label="If so, when will it be final?",
                answer=Answer.DATE,
                hint="For example 31/01/2019. An estimate will do, such as end of January.",
                estimate=True,
                alert=DATE_ALERT,
            ),
            _given("B8", "previous_period", "Last quarter"),
            _given("B9", "previous_actual", "Result for last quarter", Answer.FIGURE),
            _given("B10", "year_ago_actual", "Result for the same quarter last year", Answer.FIGURE),
            Field(
                ref="B11",
                name="quarter_estimated",
                label="Is the result an estimate?",
                answer=Answer.CHOICE,
                hint="Yes if it was estimated rather than counted.",
                choices=Choices.YES_NO,
                alert=LIST_ALERT,
            ),
            Field(
                ref="B12",
                name="previous_revised",
                label="If last quarter's result has changed, what is it now?",
                answer=Answer.FIGURE,
                hint="The report will say what it was and what it is.",
                alert=_NUMBER_ALERT,
            ),
            _given("B13", "quarter_lower", "Lower end of the quarter's range", Answer.FIGURE, Kind.RANGE),
            _given("B14", "quarter_upper", "Upper end of the quarter's range", Answer.FIGURE, Kind.RANGE),
            _given("B15", "forecast_lower", "Lower end of the year's range", Answer.FIGURE, Kind.RANGE),
            _given("B16", "forecast_upper", "Upper end of the year's range", Answer.FIGURE, Kind.RANGE),
        ),
    ),
    Section(
        "C. Statuses and direction (leave empty to have them worked out)",
        (
            Field(
                ref="C1",
                name="quarter_status_override",
                label="Status for this quarter, if it cannot be worked out",
                answer=Answer.CHOICE,
                hint=_STATUS_HINT,
                choices=Choices.STATUS,
                to_do="say why at C2, or clear this answer.",
                alert=LIST_ALERT,
            ),
            Field(
                ref="C2",
                name="quarter_status_reason",
                label="Why is the status at C1 stated?",
                needed=Needed.REASON,
            ),
            Field(
                ref="C3",
                name="forecast_status_override",
                label="Status forecast for the year end, if it cannot be worked out",
                answer=Answer.CHOICE,
                hint=_STATUS_HINT,
                choices=Choices.STATUS,
                to_do="say why at C4, or clear this answer.",
                alert=LIST_ALERT,
            ),
            Field(
                ref="C4",
                name="forecast_status_reason",
                label="Why is the status at C3 stated?",
                needed=Needed.REASON,
            ),
            Field(
                ref="C5",
                name="direction_override",
                label="Direction of travel, if it cannot be worked out",
                answer=Answer.CHOICE,
                hint="Leave empty where last quarter's result is shown above.",
                choices=Choices.DIRECTION,
                to_do="say why at C6, or clear this answer.",
                alert=LIST_ALERT,
            ),
            Field(
                ref="C6",
                name="direction_reason",
                label="Why is the direction at C5 stated?",
                needed=Needed.REASON,
            ),
        ),
    ),
)

_AFTER_COMMENTARY = (
    Section(
        "E. Sign-off",
        (
            Field(
                ref="E1",
                name="completed_by",
                label="Completed by",
                hint="Your name.",
                needed=Needed.ALWAYS,
                to_do="enter your name.",
            ),
            Field(
                ref="E2",
                name="completed_on",
                label="Completed on",
                answer=Answer.DATE,
                hint="Optional.",
                alert=DATE_ALERT,
            ),
            Field(
                ref="E3",
                name="approved_by",
                label="Approved by",
                hint="Head of service or above.",
                needed=Needed.ALWAYS,
                to_do="enter who approved this.",
            ),
            Field(
                ref="E4",
                name="approved_on",
                label="Approved on",
                answer=Answer.DATE,
                hint="Optional. If an answer is changed after approval, it must be approved again, with a new date.",
                alert=DATE_ALERT,
            ),
            Field(
                ref="E5",
                name="note_to_team",
                label="Note to the performance team",
                hint="Not published. Explain here anything that is marked Check and is right as it is.",
            ),
        ),
    ),
)


def _commentary(questions: Sequence[Question]) -> Section:
    """The section of the form that a council's own questions stand in, each answered in rows of its own."""
    same_as = Field(
        ref="D1",
        name="same_as",
        label="Same commentary as another measure?",
        hint="Optional. Give that measure's code; what you leave empty below is taken from it.",
    )
    asked = (
        Field(
            ref=f"D{number}",
            name=each.key,
            label=each.label,
            answer=Answer.LINES,
            hint=f"{each.hint} {_LINES_HINT}",
            needed=Needed.EXCEPTION,
            to_do=f"{each.to_do}, or give a measure's code at {same_as.ref}.",
            prompt=_LINES_PROMPT,
        )
        for number, each in enumerate(questions, start=2)
    )
    status = Field(
        ref=f"D{len(questions) + 2}",
        name="commentary_status",
        label="Is the commentary final?",
        answer=Answer.CHOICE,
        hint="Provisional if your head of service has not agreed the words yet. The report will say so.",
        choices=Choices.COMMENTARY,
        alert=LIST_ALERT,
    )
    return Section("D. Commentary (needed where a status is an exception)", (same_as, *asked, status))


SECTIONS = (*_BEFORE_COMMENTARY, _commentary(DEFAULT_QUESTIONS), *_AFTER_COMMENTARY)
FIELDS = tuple(field for section in SECTIONS for field in section.fields)
LINES = tuple(field for field in FIELDS if field.answer is Answer.LINES)
"""The questions that are answered in rows of lines: the commentary."""
BY_NAME = {field.name: field for field in FIELDS}
BY_ROW_REF = {ref: field for field in FIELDS for ref in field.row_refs}


def rows(kind: Kind) -> Iterator[tuple[str, Field | None]]:
    """A form's rows in order: a heading with no field, or a reference with its field."""
    for section in SECTIONS:
        yield section.heading, None
        for field in section.fields:
            if field.asked_of(kind):
                yield from ((ref, field) for ref in field.row_refs)


def words_offered(each: Choices | None, statuses: tuple[str, ...], milestones: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The words that a list offers, if any; statuses and milestones are those of the measure's scheme."""
    own = {Choices.STATUS: statuses, Choices.MILESTONE: milestones, **WORDS}
    return own[each] if each else ()
