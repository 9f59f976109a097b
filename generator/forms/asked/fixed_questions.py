"""The questions that every form about a measure has, whatever a council asks besides.

A field's name is the defined name of its cell. No label here has a word for the period: the form puts the months that
its figures are of behind the label.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.forms.asked.question_types import ALWAYS, Answer, Choices, Field, FormPart, Section
from generator.model.shape import GroupLevel

_FIGURE = "Unless a reason is given, or the status is stated."
_REASON = "If you answered the question before it."
DATE_ALERT = "Enter a date such as 31/01/2019."
LIST_ALERT = "Choose an answer from the list, or clear the cell."


def _given(name: str, label: str, answer: Answer = Answer.TEXT) -> Field:
    return Field(name=name, label=label, answer=answer, prefilled=True)


_OWN_NAMES = {"directorate", "service"}
LEVEL_NAMES = ("first_group", "second_group")


def group_names(levels: tuple[GroupLevel, ...]) -> tuple[str, ...]:
    """The names of the cells that say which group of each level a measure is in."""
    columns = (" ".join(level.column.split()).casefold() for level in levels)
    named = zip(columns, LEVEL_NAMES, strict=False)
    return tuple(column if column in _OWN_NAMES else name for column, name in named)


def about_the_measure(levels: tuple[GroupLevel, ...], *, forecast: bool, ranged: bool, apart: bool = False) -> Section:
    """What is filled in of a measure; the service is among it unless a second level is in its place.

    Where its figures are ``apart`` from the report's period, it says of which they are.
    """
    groups = [(name, level.word) for name, level in zip(group_names(levels), levels, strict=True)]
    named = dict((*groups, ("service", "Service"))) if len(groups) == 1 else dict(groups)
    return Section(
        FormPart.GIVEN,
        (
            _given("measure_code", "Measure code"),
            _given("measure_title", "Measure"),
            *(_given(name, label) for name, label in named.items()),
            _given("period", "Period"),
            *((_given("reported_for", "Period of the result"),) if apart else ()),
            _given("unit", "Unit"),
            _given("decimals", "Decimals shown"),
            _given("polarity", "Which way is better"),
            _given("form_version", "Form version"),
            _given("issue_number", "Issue of this form"),
            _given("basis", "What the figure covers"),
            _given("status_rule", "How the status is worked out"),
            *_given_figures(forecast=forecast, ranged=ranged),
        ),
    )


def _given_figures(*, forecast: bool, ranged: bool) -> Iterator[Field]:
    yield _given("quarter_target", "Target for the period", Answer.FIGURE)
    if forecast:
        yield _given("forecast_target", "Target for the year", Answer.FIGURE)
    yield _given("previous_period", "Last time")
    yield _given("previous_actual", "Last time’s result", Answer.FIGURE)
    yield _given("year_ago_actual", "The result a year ago", Answer.FIGURE)
    if ranged:
        yield _given("quarter_lower", "Lower end of the range", Answer.FIGURE)
        yield _given("quarter_upper", "Upper end of the range", Answer.FIGURE)
    if ranged and forecast:
        yield _given("forecast_lower", "Lower end of the year’s range", Answer.FIGURE)
        yield _given("forecast_upper", "Upper end of the year’s range", Answer.FIGURE)


NAMES_OF_TOPICS = ("group_level", "group_name", "group_parent")
"""The cells that say which group a form is about."""


def about_the_topic(levels: tuple[GroupLevel, ...], level: int) -> Section:
    """What is filled in of a form about the whole report (level 0), or about a group of a level."""
    group_level, group_name, group_parent = NAMES_OF_TOPICS
    word = levels[level - 1].word if 0 < level <= len(levels) else "This form is about"
    above = (_given(group_parent, levels[0].word),) if level > 1 else ()
    return Section(
        FormPart.GIVEN,
        (
            _given(group_name, word),
            _given("period", "Period"),
            _given("form_version", "Form version"),
            _given("issue_number", "Issue of this form"),
            _given(group_level, "Level of grouping"),
            *above,
        ),
    )


_RESULT = Field(
    name="quarter_actual",
    label="Result",
    answer=Answer.FIGURE,
    needed=_FIGURE,
    to_do="enter the result, or say at {missing_reason} why there is none.",
)
_FORECAST = Field(
    name="forecast_actual",
    label="Forecast",
    answer=Answer.FIGURE,
    needed=_FIGURE,
    to_do="enter the forecast, or say at {missing_reason} why there is none.",
)


_OUTTURN = replace(_FORECAST, label="Outturn", to_do="enter the outturn, or say at {missing_reason} why there is none.")


def figures(*, forecast: bool, outturn: bool = False) -> tuple[Field, ...]:
    """What everybody is asked of a measure that has a year-end ``forecast``, or none; at its end, an ``outturn``."""
    return (_RESULT, _OUTTURN if outturn else _FORECAST) if forecast else (_RESULT,)


def only_if_figures(*, forecast: bool, outturn: bool = False) -> Iterator[Field]:
    """What only some are asked of the figures."""
    year_end = "outturn" if outturn else "forecast"
    yield Field(
        name="missing_reason",
        label=f"Why is there no result{f' or {year_end}' if forecast else ''}?",
        answer=Answer.CHOICE,
        choices=Choices.MISSING,
        open_list=True,
        under="quarter_actual",
        prompt="Choose a reason, or write your own: it is printed as you write it.",
    )
    yield from _ABOUT_THE_RESULT
    yield from _QUARTER_STATUS
    yield from _DIRECTION
    yield from (_OUTTURN_STATUS if outturn else _FORECAST_STATUS) if forecast else ()


_ABOUT_THE_RESULT = (
    Field(
        name="quarter_provisional",
        label="May the result still change?",
        answer=Answer.CHOICE,
        choices=Choices.YES_NO,
        under="quarter_actual",
        alert=LIST_ALERT,
    ),
    Field(
        name="quarter_final_on",
        label="If so, when will it be final?",
        answer=Answer.DATE,
        estimate=True,
        under="quarter_actual",
        prompt="For example 31/01/2019. An estimate will do, such as end of January.",
        alert=DATE_ALERT,
    ),
    Field(
        name="quarter_estimated",
        label="Is the result an estimate?",
        answer=Answer.CHOICE,
        choices=Choices.YES_NO,
        under="quarter_actual",
        prompt="Yes if it was estimated rather than counted.",
        alert=LIST_ALERT,
    ),
    Field(
        name="previous_revised",
        label="Has last time’s result changed? To what?",
        answer=Answer.FIGURE,
        under="quarter_actual",
        prompt="The report will say what it was and what it is.",
    ),
)


def _stated(name: str, what: str, under: str, choices: Choices) -> tuple[Field, Field]:
    """What an officer states that cannot be worked out, and why."""
    return (
        Field(
            name=f"{name}_override",
            label=f"{what}, if none can be worked out",
            answer=Answer.CHOICE,
            choices=choices,
            under=under,
            to_do=f"say why at {{{name}_reason}}, or clear this answer.",
            prompt="Leave this empty where the figures are given.",
            alert=LIST_ALERT,
        ),
        Field(
            name=f"{name}_reason",
            label=f"If you chose that, why this {what.lower()}?",
            under=under,
            needed=_REASON,
        ),
    )


_QUARTER_STATUS = _stated("quarter_status", "Status", "quarter_actual", Choices.STATUS)
_FORECAST_STATUS = _stated("forecast_status", "Forecast status", "forecast_actual", Choices.STATUS)
_OUTTURN_STATUS = _stated("forecast_status", "Outturn status", "forecast_actual", Choices.STATUS)
_DIRECTION = _stated("direction", "Direction", "quarter_actual", Choices.DIRECTION)

SIGN_OFF = (
    Field(
        name="completed_by",
        label="Your name",
        needed=ALWAYS,
        to_do="enter your name.",
    ),
    Field(
        name="approved_by",
        label="Who approved these answers?",
        hint="Head of service or above.",
        needed=ALWAYS,
        to_do="enter who approved this.",
    ),
    Field(
        name="note_to_team",
        label="Note to the performance team",
        hint="Not published. Explain any Check here.",
    ),
)
DATES = (
    Field(
        name="completed_on",
        label="Date of your answers",
        answer=Answer.DATE,
        under="completed_by",
        alert=DATE_ALERT,
    ),
    Field(
        name="approved_on",
        label="Date of the approval",
        answer=Answer.DATE,
        under="approved_by",
        prompt="If an answer is changed after approval, it must be approved again, with a new date.",
        alert=DATE_ALERT,
    ),
)


def shared_commentary(under: str) -> tuple[Field, Field]:
    """What only some are asked of the commentary, under the first question of it."""
    return (
        Field(
            name="same_as",
            label="Which measure has the same words?",
            under=under,
            prompt="Give that measure’s code. What you leave empty in this form is taken from it.",
        ),
        Field(
            name="commentary_status",
            label="Are these words final?",
            answer=Answer.CHOICE,
            under=under,
            prompt="Provisional if your head of service has not agreed the words yet. The report will say so.",
            choices=Choices.COMMENTARY,
            alert=LIST_ALERT,
        ),
    )


FIXED = {
    field.name: field
    for fields in (
        figures(forecast=True),
        only_if_figures(forecast=True),
        about_the_measure((), forecast=True, ranged=True).fields,
        shared_commentary(""),
        SIGN_OFF,
        DATES,
    )
    for field in fields
}
"""The questions that are the same in every form that has them, by name: for messages, which name their labels."""
