"""What forms of the first edition said: they are about still, and are read as they were.

Each of their rows has a reference printed in it, such as B2; answers are found by that in forms of the first version,
whose rows have no keys. Nothing here is issued any more.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from generator.forms.asked.fixed_questions import NAMES_OF_TOPICS, group_names
from generator.forms.asked.question_types import Field, Questionnaire
from generator.judging.missing_figures import reasons_offered
from generator.model.period import Frequency
from generator.model.question import DEFAULT_QUESTIONS, Question, Takes
from generator.model.shape import DEFAULT_SHAPE

LINES = 12
"""How many rows a question had that takes lines."""

OF_VERSION = "A9"
"""The reference of the row that says of which version a form is."""

OWN_SECTION = "D"
"""The section of a council's own questions."""

_PARAGRAPHS = "One paragraph or list item in each cell. Start a bullet with a dash and a space."
_HINTS = {
    Takes.LINES: _PARAGRAPHS,
    Takes.TEXT: "",
    Takes.DATE: "For example 31/01/2019.",
    Takes.CHOICE: "Choose from the list.",
}
_STATUS = "Leave empty: the status is worked out. Choose one only where the figures cannot be given."
_SHARED = ("D1", "same_as", "Same commentary as another measure?")
_SHARED_HINT = "Optional. Give that measure's code; what you leave empty below is taken from it."
_FINAL = "Is the commentary final?"
_FINAL_HINT = "Provisional if your head of service has not agreed the words yet. The report will say so."
_QUESTIONS = (
    ("A1", "measure_code", "Measure code", ""),
    ("A2", "measure_title", "Measure", ""),
    ("A3", "", "Directorate", ""),
    ("A4", "", "Service", ""),
    ("A5", "period", "Quarter", ""),
    ("A6", "unit", "Unit", ""),
    ("A7", "decimals", "Decimals shown", ""),
    ("A8", "polarity", "Which way is better", ""),
    (OF_VERSION, "form_version", "Form version", ""),
    ("A10", "issue_number", "Issue of this form", ""),
    ("A11", "basis", "What a quarter's figure covers", ""),
    ("A12", "status_rule", "How the status is worked out", ""),
    ("B1", "quarter_target", "Target for this quarter", ""),
    ("B2", "quarter_actual", "Result for this quarter", "The figure on its own, without the unit."),
    ("B3", "forecast_target", "Target for the year", ""),
    ("B4", "forecast_actual", "Forecast for the year end", "Your best estimate for 31 March."),
    ("B5", "missing_reason", "If B2 is empty, why?", "Choose a reason, or write your own."),
    ("B5", "missing_reason", "If B2 or B4 is empty, why?", "Choose a reason, or write your own."),
    ("B6", "quarter_provisional", "Is the result provisional?", "Yes if the figure may still change."),
    ("B7", "quarter_final_on", "If so, when will it be final?", "For example 31/01/2019. An estimate will do."),
    (
        *("B7", "quarter_final_on", "If so, when will it be final?"),
        "For example 31/01/2019. An estimate will do, such as end of January.",
    ),
    ("B8", "previous_period", "Last quarter", ""),
    ("B9", "previous_actual", "Result for last quarter", ""),
    ("B10", "year_ago_actual", "Result for the same quarter last year", ""),
    ("B11", "quarter_estimated", "Is the result an estimate?", "Yes if it was estimated rather than counted."),
    (
        *("B12", "previous_revised", "If last quarter's result has changed, what is it now?"),
        "The report will say what it was and what it is.",
    ),
    ("B13", "quarter_lower", "Lower end of the quarter's range", ""),
    ("B14", "quarter_upper", "Upper end of the quarter's range", ""),
    ("B15", "forecast_lower", "Lower end of the year's range", ""),
    ("B16", "forecast_upper", "Upper end of the year's range", ""),
    ("C1", "quarter_status_override", "Status for this quarter, if it cannot be worked out", _STATUS),
    ("C2", "quarter_status_reason", "Why is the status at C1 stated?", ""),
    ("C3", "forecast_status_override", "Status forecast for the year end, if it cannot be worked out", _STATUS),
    ("C4", "forecast_status_reason", "Why is the status at C3 stated?", ""),
    (
        *("C5", "direction_override", "Direction of travel, if it cannot be worked out"),
        "Leave empty where last quarter's result is shown above.",
    ),
    ("C6", "direction_reason", "Why is the direction at C5 stated?", ""),
    (*_SHARED, _SHARED_HINT),
    ("E1", "completed_by", "Completed by", "Your name."),
    ("E2", "completed_on", "Completed on", "Optional."),
    ("E3", "approved_by", "Approved by", "Head of service or above."),
    (
        *("E4", "approved_on", "Approved on"),
        "Optional. If an answer is changed after approval, it must be approved again, with a new date.",
    ),
    (
        *("E5", "note_to_team", "Note to the performance team"),
        "Not published. Explain here anything that is marked Check and is right as it is.",
    ),
)
"""The reference, name, label and hint of each question; of those that were reworded, all their words."""

_OF_TOPICS = dict(zip(("A1", "A5", "A6"), (NAMES_OF_TOPICS[1], NAMES_OF_TOPICS[0], NAMES_OF_TOPICS[2]), strict=True))
_OF_TOPICS |= {"A2": "period", "A3": "form_version", "A4": "issue_number"}
_OF_MEASURES = {ref: name for ref, name, *_ in _QUESTIONS if name}
_SIGNED = {ref: name for ref, name in _OF_MEASURES.items() if ref[0] == "E"}


@lru_cache(maxsize=64)
def references(asked: Questionnaire) -> Mapping[str, str]:
    """The key of each row by the reference that the first edition printed in it, of what is now asked."""
    of_topics = NAMES_OF_TOPICS[0] in asked.by_name
    declared = [field.name for field in asked.declared]
    first = 1 if of_topics else 2
    own = {f"{OWN_SECTION}{number}": name for number, name in enumerate(declared, first)}
    fixed = {**_OF_TOPICS, **_SIGNED} if of_topics else {**_groups(asked), **_OF_MEASURES}
    status = {f"{OWN_SECTION}{len(declared) + first}": "commentary_status"}
    every = {**fixed, **own, **status}
    lines = {field.name for field in asked.lines}
    rows = {ref: name for ref, name in every.items() if name in asked.by_name and name not in lines}
    for ref, name in every.items():
        if name in lines:
            rows |= {f"{ref}.{line}": f"{name}.{line}" for line in range(1, LINES + 1)}
    return MappingProxyType(rows)


BY_JUDGEMENT = (
    "By judgement: choose the status at C1, and say why at C2.",
    "By judgement: choose the status at C1, and say why at C2; likewise for the year end.",
)
"""How the status of a measure comes about that is left to judgement."""


def _groups(asked: Questionnaire) -> dict[str, str]:
    """The groups of a measure stood behind its title, in their order."""
    named = {*group_names(DEFAULT_SHAPE.levels), "service", "first_group", "second_group"}
    return dict(zip(("A3", "A4"), (field.name for field in asked.fields if field.name in named), strict=False))


def question_of(field: Field) -> str:
    """The words in which the first edition asked one of a council's own questions."""
    question = field.question
    if question is None:
        return field.label
    return _asked(question.label, _hint(question))


def _hint(question: Question) -> str:
    hints = ("" if question.published else "Not published.", question.hint, _HINTS[question.takes])
    return " ".join(filter(None, hints))


def _asked(label: str, hint: str) -> str:
    return f"{label}\n{hint}" if hint else label


_LABELS_OF_INTERVENTION = ("Intervention or review", "Intervention / review")
"""The third of the default questions was reworded."""


def _default_questions() -> Iterator[tuple[str, str, str]]:
    for number, question in enumerate(DEFAULT_QUESTIONS, 2):
        labels = _LABELS_OF_INTERVENTION if question.label in _LABELS_OF_INTERVENTION else (question.label,)
        yield from ((f"D{number}", label, _hint(question)) for label in labels)
    yield f"D{len(DEFAULT_QUESTIONS) + 2}", _FINAL, _FINAL_HINT


_ASKED = (*((ref, label, hint) for ref, _, label, hint in _QUESTIONS), *_default_questions())
_LINES_OF_DEFAULTS = [
    (f"D{number}{between}{line}", line > 1 or between == ".")
    for number in range(2, len(DEFAULT_QUESTIONS) + 2)
    for line in range(1, LINES + 1)
    for between in (".", ", line ")
]
TEXTS = frozenset(
    {
        *("Ref", "Check", "Last time", "Empty? Choose Enable Editing."),
        "A. About this measure (filled in for you)",
        "A. About this form (filled in for you)",
        "B. The figures",
        "C. Status and direction (leave empty to have them worked out)",
        "C. Statuses and direction (leave empty to have them worked out)",
        "D. Commentary",
        "D. Commentary (needed where a status is an exception)",
        "D. Commentary (needed where the status is an exception)",
        "D. What to write",
        "E. Sign-off",
        *("Level of grouping", "This form is about"),
        *("D4. Intervention / review", "For example 31/01/2019. An estimate will do."),
        *(text for ref, label, hint in _ASKED for text in (ref, label, _asked(label, hint))),
        *(text for text, is_said in _LINES_OF_DEFAULTS if is_said),
        *(f"{question.key}.{line}" for question in DEFAULT_QUESTIONS for line in range(1, LINES + 1)),
    }
)
"""What stood on a form outside its answers."""

_GUIDANCE = frozenset(
    {
        "",
        "Answer in the cream cells of the form, from top to bottom. The line at its top counts what is left to do.",
        "“To do” in the Check column must be done. “Check” must be put right, or explained in the note at E5.",
        "Write each paragraph or list item in a row of its own. To move text, copy and paste it; do not cut it.",
        "Save the workbook as an Excel Workbook (.xlsx), without a password, and send it to the performance team.",
        *("When it is needed", "What to enter", "Words to choose from", "Question"),
        *("In your own words.", "Any words.", "A figure.", "A date.", "Always.", "If you wish."),
        *("Yes, No", "Final, Provisional", "Improving, Stabilised, Deteriorating, N/A"),
        ", ".join(reasons_offered(Frequency.QUARTERLY)),
        "If you answered the question before it.",
        "If either status is an exception, unless D1 names another measure.",
        "If the status is an exception, unless D1 names another measure.",
        "Unless a reason is given at B5, or the status is stated.",
        "If so, when will it be final?\nFor example 31/01/2019. An estimate will do.",
        *_LABELS_OF_INTERVENTION,
        *(text for ref, label, hint in _ASKED for text in (f"{ref}. {label}", hint, _asked(label, hint))),
    }
)
_WORKINGS = frozenset(
    {
        "How the Check column comes about (nothing to fill in here)",
        "Last quarter's result as revised",
        *(f"The figure for {half}, as printed" for half in ("this quarter", "the year end")),
        *(f"The status of {half}, from the figures" for half in ("this quarter", "the year end")),
        *(f"The status of {half}, as the report will give it" for half in ("this quarter", "the year end")),
    }
)
BESIDE_FORMS = TEXTS | _GUIDANCE | _WORKINGS
"""What stood on the sheets beside the forms."""
