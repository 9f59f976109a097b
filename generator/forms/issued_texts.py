"""What a form and the sheets beside it say by themselves, so that what somebody put there can be told from it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.forms import form_words as form
from generator.forms.asked.fixed_questions import FIXED
from generator.forms.asked.question_types import Answer, Choices, Field
from generator.forms.asked.questionnaires import asked_of_any, ever_asked
from generator.forms.workings import workings
from generator.model.messages.catalogue import CATALOGUE
from generator.model.shape import DEFAULT_SHAPE, Shape
from generator.xlsx import Own

EMPTY_CHECK = "Empty? Choose Enable Editing."
"""What the form says beside its line of what is left to do, for programs that show no formulas at first."""

GUIDANCE_TITLE = "How to fill in this form"
STEPS = (
    "Answer in the cream cells of the form, from top to bottom. The line at its top counts what is left to do.",
    "“To do” in the Check column must be done. “Check” must be put right, or explained in the note at E5.",
    "Write each paragraph or list item in a row of its own. To move text, copy and paste it; do not cut it.",
    "Save the workbook as an Excel Workbook (.xlsx), without a password, and send it to the performance team.",
)
GUIDANCE_HEADINGS = (form.QUESTION_HEADING, "When it is needed", "What to enter", "Words to choose from")
IN_YOUR_OWN_WORDS = "In your own words."
ANY_ANSWER = {
    Answer.TEXT: "Any words.",
    Answer.FIGURE: "A figure.",
    Answer.CHOICE: "",
    Answer.DATE: "A date.",
    Answer.LINES: "Any words.",
}
"""What the guidance says of a question that no list belongs to."""

LISTS_TITLE = "The words that the form's lists offer"
LIST_TITLES = {
    Choices.YES_NO: "Yes or no",
    Choices.STATUS: "Status",
    Choices.DIRECTION: "Direction",
    Choices.COMMENTARY: "Commentary",
    Choices.MISSING: "Why there is no figure",
    Choices.MILESTONE: "Milestone",
}
WORKINGS_TITLE = "How the Check column comes about (nothing to fill in here)"
WORKINGS_HEADINGS = ("Working", "What it is")
ONE_FORM = "Value"
"""What the workings of a single form stand under; of several, each stand under the name of their sheet."""

EARLIER_TEXTS = frozenset(
    {
        "If so, when will it be final?\nFor example 31/01/2019. An estimate will do.",
        "For example 31/01/2019. An estimate will do.",
        "D4. Intervention / review",
        "Intervention / review",
        (
            "Intervention / review\nWhich board or manager is looking at this, and when. "
            "One paragraph or list item in each cell. Start a bullet with a dash and a space."
        ),
    }
)
"""What forms said before it was reworded: they are still about, and a test keeps all that was ever said."""

_HEADINGS = {
    *(form.REF_HEADING, form.QUESTION_HEADING, form.ANSWER_HEADING, form.CHECK_HEADING),
    *(form.TEAM_HEADING, form.LAST_TIME_HEADING, form.KEY_HEADING),
}


def question_of(field: Field) -> str:
    """The words in which the form asks a question."""
    return f"{field.label}\n{field.hint}" if field.hint else field.label


def _line(field: Field, ref: str) -> str:
    return f"{field.ref}, line {ref.rpartition('.')[2]}"


@lru_cache(maxsize=16)
def texts_of(shape: Shape) -> frozenset[str]:
    """What stands on a form of this shape outside its answers, whatever the measure.

    What the default shape says is always among it: so said the first version of the form.
    """
    asked = [each for shapes in (shape, DEFAULT_SHAPE) for each in ever_asked(shapes)]
    fields = list(dict.fromkeys(field for each in asked for field in each.fields))
    return EARLIER_TEXTS | frozenset(
        {
            EMPTY_CHECK,
            *_HEADINGS,
            *(section.heading for each in asked for section in each.sections),
            *(text for field in fields for text in (*field.row_refs, *field.row_keys)),
            *map(question_of, fields),
            *(field.label for field in fields),
            *(_line(field, ref) for field in fields for ref in field.row_refs[1:]),
        }
    )


_MONTH = "[A-Z][a-z]+"
_MONTHS = rf"{_MONTH}(?: [0-9]{{4}})?(?: to {_MONTH})? [0-9]{{4}}"
"""Of periods that have no other name, and of those that have one; a year may be a calendar year."""
_UNIT = "|".join(re.escape(question_of(field)) for field in FIXED.values() if field.answer is Answer.FIGURE)
_OF_A_MEASURE = re.compile(
    rf".+, (?:[^,]+ \({_MONTHS}\)|{_MONTHS}|[0-9]{{4}})"
    rf"|Fill in the cream cells, save, and send this workbook (?:to .+|back) by [0-9]{{1,2}} {_MONTH} [0-9]{{4}}\."
    r"|The performance team asks you to look at .+ Then save this workbook and send it(?: to .+| back)\..*"
    r"|D[0-9]{1,2}, line [0-9]{1,2}"
    rf"|(?:{_UNIT})\s+Unit: .{{1,200}}\.",
    re.DOTALL,
)
_WORKED_OUT = re.compile(
    r"(?:To do|Check): .+|Worked out: .+\.|The figures give .+\.|[0-9]+ words?"
    r"|(?:Looked up|Worked out) when you return this form\."
    r"|Nothing left to do\..*|[0-9]+ things? left to do\. Next: .+"
)
_END = 1_000
"""By how many of its last characters a remark is known: longer ones would be dear to look through."""

_ADVICE = "take the others out."
"""How the advice ends on two returns of one measure, whose sentences are not in the catalogue."""


def is_of_a_form(text: str, shape: Shape) -> bool:
    """Whether a text is one that the form says of its measure, or (``texts_of``) all forms of the shape say."""
    return bool(_OF_A_MEASURE.fullmatch(text)) or " ".join(text.split()) in _squeezed(shape)


def is_worked_out(text: str) -> bool:
    """Whether a text is one that a formula of the Check column, or the line above, may give."""
    return bool(_WORKED_OUT.fullmatch(text))


def is_remark(text: str) -> bool:
    """Whether a text ends as a remark of ours to an officer does, on a form that went back."""
    return bool(_remedies().search(text[-_END:])) or text.endswith(_ADVICE)


@lru_cache(maxsize=16)
def _squeezed(shape: Shape) -> frozenset[str]:
    """The same texts for programs that lose the lines within a cell."""
    return frozenset(" ".join(text.split()) for text in texts_of(shape))


@lru_cache(maxsize=1)
def _remedies() -> re.Pattern[str]:
    said = (re.split(r"\{\w+\}", wording.remedy.replace("{{", "").replace("}}", "")) for wording in CATALOGUE.values())
    return re.compile(f"(?:{'|'.join('.*'.join(map(re.escape, parts)) for parts in said if any(parts))})\\Z", re.DOTALL)


type_of_place = tuple[int, int]
type_of_text = tuple[int, int, str]


def guidance_of(field: Field, words: str) -> tuple[str, str, str, str]:
    """The row of a question in the guidance; ``words`` are those of its list, if it has one."""
    return (
        f"{field.ref}. {field.label}",
        field.needed,
        field.hint or IN_YOUR_OWN_WORDS,
        words if field.choices else ANY_ANSWER[field.answer],
    )


_ASKED = [field for each in ever_asked(DEFAULT_SHAPE) for field in each.fields]
"""What is asked by default: a workbook's own sheets are looked at before it is known what its council declares."""


def _guidance() -> Iterator[str]:
    for field in _ASKED:
        yield from guidance_of(field, ", ".join(form.words_offered(field.choices, ())))


_GUIDANCE = EARLIER_TEXTS | frozenset({GUIDANCE_TITLE, *STEPS, *GUIDANCE_HEADINGS, *_guidance()})
_OF_THE_SCHEME = {f"{field.ref}. {field.label}" for field in _ASKED if field.choices is Choices.STATUS}
"""The questions whose words are those of the council's scheme."""
_OF_THE_COUNCIL = re.compile(r"D[0-9]{1,2}\. .{1,200}", re.DOTALL)
"""The questions that a council may have declared: what their rows say is its own."""

_LISTS = EARLIER_TEXTS | frozenset({LISTS_TITLE, *(word for words in form.WORDS.values() for word in words)})
_LIST_TITLE = re.compile(
    rf"({'|'.join(map(re.escape, LIST_TITLES.values()))})(?: [0-9]+)?|{_OF_THE_COUNCIL.pattern}", re.DOTALL
)
_SCHEME_LISTS = {LIST_TITLES[Choices.STATUS], LIST_TITLES[Choices.MILESTONE]}
_WORKINGS = EARLIER_TEXTS | frozenset(
    {
        *(WORKINGS_TITLE, *WORKINGS_HEADINGS, ONE_FORM),
        *(text for each in workings(asked_of_any(DEFAULT_SHAPE)) for text in (each.name, each.meaning)),
    }
)
_WORKING = re.compile(
    r"D[0-9]{1,2}(?:_[a-z0-9]+| as typed|: [a-z0-9, ]+)?|(?:context|actions|intervention)_(?:first|last|words)"
)
"""What the workings of the commentary are called, by the references of its questions; and once, by their names."""


def _strange_in_guidance(texts: Iterable[type_of_text]) -> set[type_of_place]:
    said = list(texts)
    first = {row: text for row, column, text in said if column == 1}
    declared = {row for row, text in first.items() if _OF_THE_COUNCIL.fullmatch(text)}
    listed = {row for row, text in first.items() if text in _OF_THE_SCHEME}
    last = len(GUIDANCE_HEADINGS)
    return {
        (row, column)
        for row, column, text in said
        if text not in _GUIDANCE and not (row in declared and column <= last) and not (row in listed and column == last)
    }


def _strange_in_lists(texts: Iterable[type_of_text]) -> set[type_of_place]:
    said = {(row, column): text for row, column, text in texts}
    titles = {place: match[1] or text for place, text in said.items() if (match := _LIST_TITLE.fullmatch(text))}
    known = {place for place, text in said.items() if place in titles or text in _LISTS}
    for (row, column), title in titles.items():
        below = row + 1
        while (title in _SCHEME_LISTS or _OF_THE_COUNCIL.fullmatch(title)) and (below, column) in said:
            known.add((below, column))
            below += 1
    return said.keys() - known


def _strange_in_workings(texts: Iterable[type_of_text]) -> set[type_of_place]:
    said = {(row, column): text for row, column, text in texts}
    known = {place for place, text in said.items() if text in _WORKINGS or _WORKING.fullmatch(text)}
    for row, column in [place for place in known if said[place] == WORKINGS_HEADINGS[-1]]:
        right = column + 1
        while (row, right) in said:
            known.add((row, right))
            right += 1
    return said.keys() - known


OWN_TEXTS = {form.GUIDANCE_SHEET: _GUIDANCE, form.LISTS_SHEET: _LISTS, form.WORKINGS_SHEET: _WORKINGS}
"""What stands on the sheets beside the forms, whatever the council asks and its schemes say."""

OWN_SHEETS = {
    form.GUIDANCE_SHEET: Own(_strange_in_guidance, has_formulas=False),
    form.LISTS_SHEET: Own(_strange_in_lists, has_formulas=False),
    form.WORKINGS_SHEET: Own(_strange_in_workings, has_formulas=True),
}
"""The sheets that every issued workbook has beside its forms, and what is strange on each."""
