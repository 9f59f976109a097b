"""What a form and the sheets beside it say by themselves, so that what somebody put there can be told from it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import count

from generator.forms import earlier_edition as earlier
from generator.forms.asked import form_words as form
from generator.forms.asked.action_words import SEE_ACTIONS
from generator.forms.asked.declared_questions import OPTIONAL
from generator.forms.asked.question_types import IF_WISHED, Choices, Field
from generator.forms.asked.questionnaires import asked_of_any, ever_asked
from generator.forms.live.working_rows import workings
from generator.model.action import ActionState
from generator.model.messages.catalogue import CATALOGUE
from generator.model.shape import DEFAULT_SHAPE, Shape
from generator.xlsx import Own

GUIDANCE_TITLE = "How to fill in this form"
_ON_ANSWERS = (
    "Answer in the yellow boxes, from top to bottom. The blue line counts what is left to do; click it to go there.",
    "“To do” must be done. “Check” must be put right, or explained in the note to the performance team.",
)
_ON_NUMBERS = ("A figure may have its unit behind it: 94.5 and 94.5% are the same. The status is worked out from it.",)
_ON_RESULTS = ("No result? Leave its box empty, and choose a reason under “Only if ...”, or write your own.",)
_ON_TEXT = (
    "Write each paragraph or bullet in a row of its own; a bullet starts with a dash and a space.",
    "To paste from Word, click the first row of the question and choose Paste Special, Text.",
    "To move text, copy and paste it. Cutting takes the box along.",
    "Save as an Excel Workbook (.xlsx), without a password, and send it to the performance team.",
)


def how_to_fill_in(*, asks_results: bool, asks_numbers: bool) -> list[str]:
    """How to fill in forms that ask for results or not, and for numbers among them or not; numbered."""
    said = (*_ON_ANSWERS, *(_ON_NUMBERS if asks_numbers else ()), *(_ON_RESULTS if asks_results else ()), *_ON_TEXT)
    return [f"{number}. {step}" for number, step in enumerate(said, 1)]


RULES_TITLE = "How the status is worked out"

LISTS_TITLE = "The words that the form's lists offer"
LIST_TITLES = {
    Choices.YES_NO: "Yes or no",
    Choices.STATUS: "Status",
    Choices.DIRECTION: "Direction",
    Choices.COMMENTARY: "Commentary",
    Choices.MISSING: "Why there is no figure",
    Choices.MILESTONE: "Milestone",
}
LIST_OF = "List: "
"""How the title of a list starts that a council declared."""

WORKINGS_TITLE = "How the form comes to what it says (nothing to fill in here)"
WORKINGS_HEADINGS = ("Working", "What it is")
ONE_FORM = "Value"
"""What the workings of a single form stand under; of several, each stand under the name of their sheet."""


def questions_of(field: Field) -> set[str]:
    """The words in which forms ask a question, or did."""
    label = field.label + (OPTIONAL if field.needed == IF_WISHED and not (field.under or field.prefilled) else "")
    return {field.label, f"{label}\n{field.hint}" if field.hint else label, earlier.question_of(field)}


@lru_cache(maxsize=16)
def texts_of(shape: Shape) -> frozenset[str]:
    """What stands on a form of this shape outside its answers, whatever the measure.

    What the default shape says is always among it, and what the first edition said.
    """
    asked = [each for shapes in (shape, DEFAULT_SHAPE) for each in ever_asked(shapes)]
    fields = list(dict.fromkeys(field for each in asked for field in each.fields))
    return earlier.TEXTS | frozenset(
        {
            *form.HEADINGS,
            *(form.ONLY_IF, form.MOST_LEAVE, SEE_ACTIONS),
            *(text for each in asked for text in earlier.references(each)),
            *(key for field in fields for key in field.row_keys),
            *(text for field in fields for text in questions_of(field)),
        }
    )


_MONTH = "[A-Z][a-z]+"
_MONTHS = rf"{_MONTH}(?: [0-9]{{4}})?(?: to {_MONTH})? [0-9]{{4}}"
_DAY = rf"[0-9]{{1,2}} {_MONTH} [0-9]{{4}}"
_UNIT = "|".join(
    re.escape(text) for text in earlier.TEXTS if text.startswith(("Result for", "Forecast for", "If last quarter"))
)
_HELD_AGAINST = r"(?:\s+(?:Target: |(?:Forecast l|L)ast time: |A year ago: |Yes or No|A date, such as).{1,400})?"
_OF_A_MEASURE = re.compile(
    rf".+, (?:{_MONTHS}|[0-9]{{4}}(?:/[0-9]{{2}})?(?: Q[1-4])?)(?: \({_MONTHS}\))?"
    rf"|Fill in the (?:cream cells, save, and send|yellow boxes, save this workbook and send it)"
    rf"(?: this workbook)? ?(?:to .+|back) by {_DAY}\."
    r"|The performance team asks you to look at .+ Then save this workbook and send it(?: to .+| back)\..*"
    r"|D[0-9]{1,2}, line [0-9]{1,2}"
    rf"|(?:{_UNIT})\s+Unit: .{{1,200}}\."
    r"|(?:(?:Result|Forecast|Outturn) (?:for|at) .{1,60}?"
    r"|Where (?:does it stand now|will it be on .+?|did it stand on .+?)\?"
    rf"|When (?:was it done(?: in .{{1,30}}?)?|will it be done)\?){_HELD_AGAINST}",
    re.DOTALL,
)
_WORKED_OUT = re.compile(
    r"(?:To do|Check): .+|Worked out: .+\.|The figures give .+\.|[0-9]+ words?(?:, as last time)?\.?"
    r"|(?:Looked up|Worked out) when you return this form\.|Only if .+\."
    r"|[A-Z][^.]{0,40}\.(?: (?:Improving|Stabilised|Deteriorating) since .{1,40}\.)?"
    r"|If the figures give a status, that is what counts: .+|Overdue: .+"
)
_OF_PARTS = r"(?:Part of “.+?”\. )?(?:[0-9]+ parts? of it (?:is|are) still open, below\. )?"
_OF_AN_ACTION = re.compile(rf"{_OF_PARTS}(?:New\.|(?:{'|'.join(ActionState)})(?:, [0-9.]+%)? \(.+?\)\.)")
_HEADLINE = re.compile(
    r"Nothing left to do\..*|[0-9]+ things? left to do\. Next: .+"
    rf"|Back to {form.MEASURES_SHEET.lower()}"
)
_END = 1_000
"""By how many of its last characters a remark is known: longer ones would be dear to look through."""

_ADVICE = "take the others out."
"""How the advice ends on two returns of one measure, whose sentences are not in the catalogue."""


def is_of_a_form(text: str, shape: Shape) -> bool:
    """Whether a text is one that the form says of its measure, or (``texts_of``) all forms of the shape say."""
    return bool(_OF_A_MEASURE.fullmatch(text)) or " ".join(text.split()) in _squeezed(shape)


def is_worked_out(text: str) -> bool:
    """Whether a text is one that a formula beside a question may give."""
    return bool(_WORKED_OUT.fullmatch(text))


def is_of_last_time(text: str) -> bool:
    """Whether a text begins as what the sheet of actions says of how an open action was."""
    return bool(_OF_AN_ACTION.match(" ".join(text.split())))


def without_parts(text: str) -> str:
    """What such a text says of the action itself, on one line: without the project and the parts of it."""
    return re.sub(f"^{_OF_PARTS}", "", " ".join(text.split()))


def is_headline(text: str) -> bool:
    """Whether a text is one that the line gives that counts what is left to do, or the link to the list of measures."""
    return bool(_HEADLINE.fullmatch(text))


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

_GUIDANCE = earlier.BESIDE_FORMS | frozenset(
    {
        *(GUIDANCE_TITLE, RULES_TITLE),
        "4. No figure? Leave its box empty, and choose a reason under “Only if ...”, or write your own.",  # until 2026
        *how_to_fill_in(asks_results=True, asks_numbers=True),
        *how_to_fill_in(asks_results=True, asks_numbers=False),
        *how_to_fill_in(asks_results=False, asks_numbers=False),
    }
)
_OF_THE_SCHEME = frozenset(text for text in _GUIDANCE if text.startswith(("C1. ", "C3. ")))
"""The questions whose words were those of the council's scheme."""

_OF_THE_COUNCIL = re.compile(r"D[0-9]{1,2}\. .{1,200}", re.DOTALL)
"""The questions that a council had declared: what their rows said was its own."""

_LISTS = earlier.BESIDE_FORMS | frozenset({LISTS_TITLE, *(word for words in form.WORDS.values() for word in words)})
_LIST_TITLE = re.compile(
    rf"({'|'.join(map(re.escape, LIST_TITLES.values()))})(?: [0-9]+)?"
    rf"|{re.escape(LIST_OF)}.{{1,200}}|{_OF_THE_COUNCIL.pattern}",
    re.DOTALL,
)
_SCHEME_LISTS = {LIST_TITLES[Choices.STATUS], LIST_TITLES[Choices.MILESTONE]}
_WORKINGS = earlier.BESIDE_FORMS | frozenset(
    {
        *(WORKINGS_TITLE, *WORKINGS_HEADINGS, ONE_FORM),
        *(text for each in workings(asked_of_any(DEFAULT_SHAPE)) for text in (each.name, each.meaning)),
    }
)
_WORKING = re.compile(
    r"[A-E][0-9]{1,2}(?:_[a-z0-9]+| as typed|: [a-z0-9, ]+)?|(?:context|actions|intervention)_(?:first|last|words)"
    r"|answer_[0-9]{1,2}(?:_[a-z0-9]+)?|Question [0-9]{1,2}[a-z]?(?: as typed|: [a-z0-9, ]+)"
)
"""What workings are called: by the references or the places of questions, their numbers; and once, by their names."""


def _strange_in_guidance(texts: Iterable[type_of_text]) -> set[type_of_place]:
    said = list(texts)
    first = {row: text for row, column, text in said if column == 1}
    declared = {row for row, text in first.items() if _OF_THE_COUNCIL.fullmatch(text)}
    listed = {row for row, text in first.items() if text in _OF_THE_SCHEME}
    rules = _below(first, RULES_TITLE)
    return {
        (row, column)
        for row, column, text in said
        if text not in _GUIDANCE
        and not (row in declared and column <= _GUIDED)
        and not (row in listed and column == _GUIDED)
        and not (row in rules and column == 1)
    }


_GUIDED = 4
"""The columns that the guidance of the first edition had."""


def _below(texts: dict[int, str], title: str) -> set[int]:
    """The rows below a title, as far as there is text without a gap."""
    rows: set[int] = set()
    for row in (row + 1 for row, text in texts.items() if text == title):
        below = row
        while below in texts:
            rows.add(below)
            below += 1
    return rows


def _strange_in_lists(texts: Iterable[type_of_text]) -> set[type_of_place]:
    said = {(row, column): text for row, column, text in texts}
    titles = {place: match[1] or text for place, text in said.items() if (match := _LIST_TITLE.fullmatch(text))}
    known = {place for place, text in said.items() if place in titles or text in _LISTS}
    for (row, column), title in titles.items():
        below = row + 1
        while title not in _OF_WORDS and (below, column) in said:
            known.add((below, column))
            below += 1
    return said.keys() - known


_OF_WORDS = {*LIST_TITLES.values()} - _SCHEME_LISTS
"""The lists whose words are the form's own; those of the others are the council's."""


def _strange_in_workings(texts: Iterable[type_of_text]) -> set[type_of_place]:
    said = {(row, column): text for row, column, text in texts}
    known = {place for place, text in said.items() if text in _WORKINGS or _WORKING.fullmatch(text)}
    for row, column in [place for place in known if said[place] == WORKINGS_HEADINGS[-1]]:
        right = column + 1
        while (row, right) in said:
            known.add((row, right))
            right += 1
    return said.keys() - known


def _strange_among_measures(texts: Iterable[type_of_text]) -> set[type_of_place]:
    """What stands outside the list of measures, whose words are the register's and whose names are formulas."""
    places = {(row, column) for row, column, _ in texts}
    rows = {row for row, _ in places}
    last = next(row for row in count(1) if row not in rows)
    return {(row, column) for row, column in places if column > _MEASURES_COLUMNS or row > last}


_MEASURES_COLUMNS = 6

OWN_TEXTS = {
    form.GUIDANCE_SHEET: _GUIDANCE,
    form.LISTS_SHEET: _LISTS,
    form.WORKINGS_SHEET: _WORKINGS,
}
"""What stands on the sheets beside the forms, whatever the council asks and its schemes say."""

OWN_SHEETS = {
    form.GUIDANCE_SHEET: Own(_strange_in_guidance, has_formulas=False),
    form.LISTS_SHEET: Own(_strange_in_lists, has_formulas=False),
    form.WORKINGS_SHEET: Own(_strange_in_workings, has_formulas=True),
    form.MEASURES_SHEET: Own(_strange_among_measures, has_formulas=True),
}
"""The sheets that issued workbooks have beside their forms, and what is strange on each."""
