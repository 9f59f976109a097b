"""The officer's form: one table of its fields, which issuing, reading, checking and the guide all read.

A field's name is the defined name of its cell; its reference is printed in column A of its row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from generator.direction import Travel
from generator.measure import Kind, Measure, Polarity, Span, type_of_figure
from generator.period import Period
from generator.state import REASONS

VERSION = "1"
SHEET = "Return"
LISTS_SHEET = "Lists"
REF_HEADING = "Ref"
ANSWER_HEADING = "Your answer"
NARRATIVE_ROWS = 12
"""Rows for each narrative; the longest of the reference report has ten paragraphs and list items."""


class Answer(Enum):
    """What sort of answer a field takes."""

    TEXT = "text"
    FIGURE = "figure"
    CHOICE = "choice"
    DATE = "date"
    LINES = "lines"


class Choices(Enum):
    """The lists that drop-downs offer; the words of ``STATUS`` come from the measure's scheme."""

    YES_NO = "list_yes_no"
    STATUS = "list_status"
    DIRECTION = "list_direction"
    COMMENTARY = "list_commentary"
    MISSING = "list_missing"


WORDS = {
    Choices.YES_NO: ("Yes", "No"),
    Choices.DIRECTION: tuple(Travel),
    Choices.COMMENTARY: ("Final", "Provisional"),
    Choices.MISSING: tuple(REASONS),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of the form. ``prefilled`` cells are locked; ``open_list`` takes words that are not in its list."""

    ref: str
    name: str
    label: str
    answer: Answer = Answer.TEXT
    hint: str = ""
    choices: Choices | None = None
    prefilled: bool = False
    open_list: bool = False
    only_for: Kind | None = None

    def asked_of(self, kind: Kind) -> bool:
        """Whether forms for this kind of measure have the field."""
        return self.only_for in {None, kind}

    @property
    def row_refs(self) -> tuple[str, ...]:
        """The references of its rows: its own, or one a line."""
        if self.answer is not Answer.LINES:
            return (self.ref,)
        return tuple(f"{self.ref}.{line}" for line in range(1, NARRATIVE_ROWS + 1))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form, under a heading."""

    heading: str
    fields: tuple[Field, ...]


def _given(ref: str, name: str, label: str, answer: Answer = Answer.TEXT, only_for: Kind | None = None) -> Field:
    return Field(ref=ref, name=name, label=label, answer=answer, prefilled=True, only_for=only_for)


_STATUS_HINT = "Leave empty: the status is worked out. Choose one only where the figures cannot be given."
_LINES_HINT = "One paragraph or list item in each cell. Start a bullet with a dash and a space."

SECTIONS = (
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
                hint="The number on its own, without the unit. A milestone: its word.",
            ),
            _given("B3", "forecast_target", "Target for the year", Answer.FIGURE),
            Field(
                ref="B4",
                name="forecast_actual",
                label="Forecast for the year end",
                answer=Answer.FIGURE,
                hint="Your best estimate for 31 March.",
            ),
            Field(
                ref="B5",
                name="missing_reason",
                label="If B2 or B4 is empty, why?",
                answer=Answer.CHOICE,
                hint="Choose a reason, or write your own.",
                choices=Choices.MISSING,
                open_list=True,
            ),
            Field(
                ref="B6",
                name="quarter_provisional",
                label="Is the result provisional?",
                answer=Answer.CHOICE,
                hint="Yes if the figure may still change.",
                choices=Choices.YES_NO,
            ),
            Field(
                ref="B7",
                name="quarter_final_on",
                label="If so, when will it be final?",
                answer=Answer.DATE,
                hint="For example 31/01/2019. An estimate will do.",
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
            ),
            Field(
                ref="B12",
                name="previous_revised",
                label="If last quarter's result has changed, what is it now?",
                answer=Answer.FIGURE,
                hint="The report will say what it was and what it is.",
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
            ),
            Field(ref="C2", name="quarter_status_reason", label="Why is the status at C1 stated?"),
            Field(
                ref="C3",
                name="forecast_status_override",
                label="Status forecast for the year end, if it cannot be worked out",
                answer=Answer.CHOICE,
                hint=_STATUS_HINT,
                choices=Choices.STATUS,
            ),
            Field(ref="C4", name="forecast_status_reason", label="Why is the status at C3 stated?"),
            Field(
                ref="C5",
                name="direction_override",
                label="Direction of travel, if it cannot be worked out",
                answer=Answer.CHOICE,
                hint="Leave empty where last quarter's result is shown above.",
                choices=Choices.DIRECTION,
            ),
            Field(ref="C6", name="direction_reason", label="Why is the direction at C5 stated?"),
        ),
    ),
    Section(
        "D. Commentary (needed where a status is an exception)",
        (
            Field(
                ref="D1",
                name="same_as",
                label="Same commentary as another measure?",
                hint="Optional. Give that measure's code; what you leave empty below is taken from it.",
            ),
            Field(
                ref="D2",
                name="context",
                label="Context for current performance",
                answer=Answer.LINES,
                hint=f"What is happening, and why. {_LINES_HINT}",
            ),
            Field(
                ref="D3",
                name="actions",
                label="Improvement actions taken",
                answer=Answer.LINES,
                hint=f"What has been done, and what happens next, by whom and when. {_LINES_HINT}",
            ),
            Field(
                ref="D4",
                name="intervention",
                label="Intervention / review",
                answer=Answer.LINES,
                hint=f"Which board or manager is looking at this, and when. {_LINES_HINT}",
            ),
            Field(
                ref="D5",
                name="commentary_status",
                label="Is the commentary final?",
                answer=Answer.CHOICE,
                hint="Provisional if your head of service has not agreed the words yet. The report will say so.",
                choices=Choices.COMMENTARY,
            ),
        ),
    ),
    Section(
        "E. Sign-off",
        (
            Field(ref="E1", name="completed_by", label="Completed by", hint="Your name."),
            Field(ref="E2", name="completed_on", label="Completed on", answer=Answer.DATE, hint="Optional."),
            Field(ref="E3", name="approved_by", label="Approved by", hint="Head of service or above."),
            Field(ref="E4", name="approved_on", label="Approved on", answer=Answer.DATE, hint="Optional."),
            Field(
                ref="E5",
                name="note_to_team",
                label="Note to the performance team",
                hint="Not published.",
            ),
        ),
    ),
)

POLARITY_WORDS = {
    Polarity.HIGHER: "Higher is better",
    Polarity.LOWER: "Lower is better",
    Polarity.RANGE: "Within a range is better",
    Polarity.NONE: "Not rated by its figure",
}
"""Which way is better, as the form says it."""

FIELDS = tuple(field for section in SECTIONS for field in section.fields)
BY_NAME = {field.name: field for field in FIELDS}
BY_ROW_REF = {ref: field for field in FIELDS for ref in field.row_refs}


def rows(kind: Kind) -> Iterator[tuple[str, Field | None]]:
    """Give a form's rows in order: a heading with no field, or a reference with its field."""
    for section in SECTIONS:
        yield section.heading, None
        for field in section.fields:
            if field.asked_of(kind):
                yield from ((ref, field) for ref in field.row_refs)


def choices(field: Field, statuses: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words a field's list offers; ``statuses`` are those of the measure's scheme."""
    if field.choices is None:
        return ()
    return statuses if field.choices is Choices.STATUS else WORDS[field.choices]


def prefilled(measure: Measure, period: Period) -> dict[str, type_of_figure | int | None]:
    """Give the value of each cell that is filled in before the form is issued, by field name."""
    quarter, year_end = measure.quarter_target(period), measure.year_end_target
    return {
        "measure_code": measure.code,
        "measure_title": measure.title,
        "directorate": measure.directorate,
        "service": measure.service or None,
        "period": str(period),
        "unit": measure.unit or "number",
        "decimals": measure.decimals,
        "polarity": POLARITY_WORDS[measure.polarity],
        "form_version": VERSION,
        "quarter_target": _target(quarter),
        "forecast_target": _target(year_end),
        "quarter_lower": quarter.lower if isinstance(quarter, Span) else None,
        "quarter_upper": quarter.upper if isinstance(quarter, Span) else None,
        "forecast_lower": year_end.lower if isinstance(year_end, Span) else None,
        "forecast_upper": year_end.upper if isinstance(year_end, Span) else None,
        "previous_period": str(period.previous),
    }


def _target(target: type_of_figure | None) -> type_of_figure | None:
    return f"{target.lower:f} to {target.upper:f}" if isinstance(target, Span) else target
