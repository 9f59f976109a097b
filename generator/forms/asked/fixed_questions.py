"""The questions that every form about a measure has, whatever a council asks besides; their references never change.

A field's name is the defined name of its cell; its reference is printed in column A of its row.
"""

from collections.abc import Iterator

from generator.forms.asked.question_types import ALWAYS, Answer, Choices, Field, Section
from generator.model.shape import GroupLevel

_FIGURE = "Unless a reason is given at B5, or the status is stated."
_REASON = "If you answered the question before it."
_STATUS_HINT = "Leave empty: the status is worked out. Choose one only where the figures cannot be given."
_NUMBER_ALERT = (
    "Enter a number on its own, without its unit or words. If there is no figure, leave the cell empty and choose a "
    "reason at B5."
)
DATE_ALERT = "Enter a date such as 31/01/2019."
LIST_ALERT = "Choose an answer from the list, or clear the cell."


def _given(ref: str, name: str, label: str, answer: Answer = Answer.TEXT) -> Field:
    return Field(ref=ref, name=name, label=label, answer=answer, prefilled=True)


_OWN_NAMES = {"directorate", "service"}
LEVEL_NAMES = ("first_group", "second_group")


def group_names(levels: tuple[GroupLevel, ...]) -> tuple[str, ...]:
    """The names of the cells that say which group of each level a measure is in."""
    columns = (" ".join(level.column.split()).casefold() for level in levels)
    named = zip(columns, LEVEL_NAMES, strict=False)
    return tuple(column if column in _OWN_NAMES else name for column, name in named)


def about_the_measure(levels: tuple[GroupLevel, ...]) -> Section:
    """The section that is filled in for the officer; the service stands in it unless a second level does."""
    groups = [(name, level.word) for name, level in zip(group_names(levels), levels, strict=True)]
    named = dict((*groups, ("service", "Service"))) if len(groups) == 1 else dict(groups)
    return Section(
        "A. About this measure (filled in for you)",
        (
            _given("A1", "measure_code", "Measure code"),
            _given("A2", "measure_title", "Measure"),
            *(_given(f"A{number}", name, label) for number, (name, label) in enumerate(named.items(), 3)),
            _given("A5", "period", "Quarter"),
            _given("A6", "unit", "Unit"),
            _given("A7", "decimals", "Decimals shown"),
            _given("A8", "polarity", "Which way is better"),
            _given("A9", "form_version", "Form version"),
            _given("A10", "issue_number", "Issue of this form"),
            _given("A11", "basis", "What a quarter's figure covers"),
            _given("A12", "status_rule", "How the status is worked out"),
        ),
    )


NAMES_OF_TOPICS = ("group_level", "group_name", "group_parent")
"""The cells that say which group a form is about."""


def about_the_topic(levels: tuple[GroupLevel, ...], level: int) -> Section:
    """The section that is filled in of a form about the whole report (level 0), or about a group of a level."""
    group_level, group_name, group_parent = NAMES_OF_TOPICS
    word = levels[level - 1].word if 0 < level <= len(levels) else "This form is about"
    above = (_given("A6", group_parent, levels[0].word),) if level > 1 else ()
    return Section(
        "A. About this form (filled in for you)",
        (
            _given("A1", group_name, word),
            _given("A2", "period", "Quarter"),
            _given("A3", "form_version", "Form version"),
            _given("A4", "issue_number", "Issue of this form"),
            _given("A5", group_level, "Level of grouping"),
            *above,
        ),
    )


def figures(*, forecast: bool, ranged: bool, outturn: bool = False) -> Section:
    """The section of figures, of a measure that has a year-end ``forecast`` or none, and a range for its target.

    At the year's end its place has the ``outturn``.
    """
    return Section("B. The figures", tuple(_figures(forecast=forecast, ranged=ranged, outturn=outturn)))


def _figures(*, forecast: bool, ranged: bool, outturn: bool) -> Iterator[Field]:
    yield _given("B1", "quarter_target", "Target for this quarter", Answer.FIGURE)
    yield Field(
        ref="B2",
        name="quarter_actual",
        label="Result for this quarter",
        answer=Answer.FIGURE,
        hint="The figure on its own, without the unit.",
        needed=_FIGURE,
        to_do="enter the result, or say at B5 why there is none.",
        alert=_NUMBER_ALERT,
    )
    if forecast:
        yield _given("B3", "forecast_target", "Target for the year", Answer.FIGURE)
        yield Field(
            ref="B4",
            name="forecast_actual",
            label="Outturn for the year" if outturn else "Forecast for the year end",
            answer=Answer.FIGURE,
            hint="What the whole year came to." if outturn else "Your best estimate for 31 March.",
            needed=_FIGURE,
            to_do=f"enter the {'outturn' if outturn else 'forecast'}, or say at B5 why there is none.",
            alert=_NUMBER_ALERT,
        )
    yield Field(
        ref="B5",
        name="missing_reason",
        label="If B2 or B4 is empty, why?" if forecast else "If B2 is empty, why?",
        answer=Answer.CHOICE,
        hint="Choose a reason, or write your own.",
        choices=Choices.MISSING,
        open_list=True,
        prompt=f"Only if the result{' or the forecast' if forecast else ''} is empty. "
        "Choose a reason, or write your own.",
    )
    yield from _ABOUT_THE_RESULT
    yield from _RANGE_OF_THE_QUARTER if ranged else ()
    yield from _RANGE_OF_THE_YEAR if ranged and forecast else ()


_ABOUT_THE_RESULT = (
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
)
_RANGE_OF_THE_QUARTER = (
    _given("B13", "quarter_lower", "Lower end of the quarter's range", Answer.FIGURE),
    _given("B14", "quarter_upper", "Upper end of the quarter's range", Answer.FIGURE),
)
_RANGE_OF_THE_YEAR = (
    _given("B15", "forecast_lower", "Lower end of the year's range", Answer.FIGURE),
    _given("B16", "forecast_upper", "Upper end of the year's range", Answer.FIGURE),
)


def statuses(*, forecast: bool, outturn: bool = False) -> Section:
    """The section of statuses and direction, of a measure that has a year-end ``forecast``, an ``outturn`` or none."""
    what = "Statuses" if forecast else "Status"
    of_year = _OUTTURN_STATUS if outturn else _FORECAST_STATUS
    return Section(
        f"C. {what} and direction (leave empty to have them worked out)",
        (*_QUARTER_STATUS, *(of_year if forecast else ()), *_DIRECTION),
    )


def _stated(ref: str, name: str, label: str, hint: str, choices: Choices, what: str) -> tuple[Field, Field]:
    """What an officer states that cannot be worked out, and why: two questions, of which ``ref`` is the first."""
    why = f"{ref[0]}{int(ref[1:]) + 1}"
    return (
        Field(
            ref=ref,
            name=f"{name}_override",
            label=label,
            answer=Answer.CHOICE,
            hint=hint,
            choices=choices,
            to_do=f"say why at {why}, or clear this answer.",
            alert=LIST_ALERT,
        ),
        Field(ref=why, name=f"{name}_reason", label=f"Why is the {what} at {ref} stated?", needed=_REASON),
    )


_QUARTER_STATUS = _stated(
    *("C1", "quarter_status", "Status for this quarter, if it cannot be worked out"),
    *(_STATUS_HINT, Choices.STATUS, "status"),
)
_FORECAST_STATUS = _stated(
    *("C3", "forecast_status", "Status forecast for the year end, if it cannot be worked out"),
    *(_STATUS_HINT, Choices.STATUS, "status"),
)
_OUTTURN_STATUS = _stated(
    *("C3", "forecast_status", "Status of the outturn, if it cannot be worked out"),
    *(_STATUS_HINT, Choices.STATUS, "status"),
)
_DIRECTION = _stated(
    *("C5", "direction", "Direction of travel, if it cannot be worked out"),
    *("Leave empty where last quarter's result is shown above.", Choices.DIRECTION, "direction"),
)

SIGN_OFF = Section(
    "E. Sign-off",
    (
        Field(
            ref="E1",
            name="completed_by",
            label="Completed by",
            hint="Your name.",
            needed=ALWAYS,
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
            needed=ALWAYS,
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
)

SAME_AS = Field(
    ref="D1",
    name="same_as",
    label="Same commentary as another measure?",
    hint="Optional. Give that measure's code; what you leave empty below is taken from it.",
)

FIXED = {
    field.name: field
    for fields in (
        figures(forecast=True, ranged=True).fields,
        statuses(forecast=True).fields,
        (SAME_AS,),
        SIGN_OFF.fields,
    )
    for field in fields
}
"""The questions that are the same in every form that has them, by name: for messages, which name their references."""
