"""What a council has changed of its questions since a form was issued: told of, so that no answer is lost by it."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.forms.asked import form_words as form
from generator.forms.asked.fixed_questions import LEVEL_NAMES, NAMES_OF_TOPICS
from generator.forms.asked.question_types import Answer, Field, Questionnaire
from generator.forms.asked.questionnaires import asked_of_any
from generator.forms.earlier_edition import TEXTS
from generator.forms.issued_texts import questions_of
from generator.model.shape import DEFAULT_SHAPE
from generator.reading.answers.find_questions import FormLayout
from generator.reading.answers.quoting import quoted_words, seen
from generator.reading.answers.row_keys import key_in
from generator.xlsx import Sheet

FILLED_IN = {field.name for field in asked_of_any(DEFAULT_SHAPE).fields if field.prefilled} | {
    *LEVEL_NAMES,
    *NAMES_OF_TOPICS,
}
"""What no officer answers: where a form has it and another has not, nothing is lost."""

_FORECAST = "forecast_actual"
_NOT_IN_EVERY_SHAPE = FILLED_IN | {
    *("same_as", "commentary_status"),
    *(_FORECAST, "forecast_status_override", "forecast_status_reason"),
}


class ChangedQuestion(NamedTuple):
    """A rule of the catalogue, the question that it is about, and the facts of the case."""

    rule: str
    name: str
    facts: Mapping[str, str]


def changed_questions(sheet: Sheet, layout: FormLayout, asked: Questionnaire) -> Iterator[ChangedQuestion]:
    """FORM33 to FORM35, of a form in which the measure is now ``asked`` this."""
    for name in layout.rows:
        if name not in asked.by_name and name not in FILLED_IN:
            yield from _not_asked_now(sheet, layout, name)
    for field in asked.fields:
        if field.name in layout.rows:
            yield from _asked_otherwise(layout, field) if field.question else ()
        elif is_absent_by_right(field, layout) and (field.question or field.name == _FORECAST):
            yield ChangedQuestion("FORM34", field.name, {"label": field.label})


def is_absent_by_right(field: Field, layout: FormLayout) -> bool:
    """Whether a form may have been issued without the question: it has no name for it, and not every shape has it."""
    return field.name not in layout.issued and (bool(field.question) or field.name in _NOT_IN_EVERY_SHAPE)


def may_be_reworded(name: str, asked: Questionnaire) -> bool:
    """Whether a question's words are the council's own, or were."""
    field = asked.by_name.get(name)
    return field is None or bool(field.question)


def _not_asked_now(sheet: Sheet, layout: FormLayout, name: str) -> Iterator[ChangedQuestion]:
    cells = (sheet.cells.get((row, layout.answer_column)) for row in layout.rows[name])
    written = [cell for cell in cells if cell and cell.text.strip()]
    if written:
        label = _words(layout, name).partition("\n")[0] or name
        text = quoted_words(" | ".join(map(seen, written)))
        yield ChangedQuestion("FORM33", name, {"label": quoted_words(label), "text": text})


def _asked_otherwise(layout: FormLayout, field: Field) -> Iterator[ChangedQuestion]:
    words = _words(layout, field.name)
    had_lines, has_lines = field.name in layout.lines, field.answer is Answer.LINES
    if words and not _is_known(_squeezed(words), field):
        how = f"as “{quoted_words(words)}”"
    elif had_lines != has_lines:
        how = "for several lines" if had_lines else "for one line"
    else:
        return
    yield ChangedQuestion("FORM35", field.name, {"label": field.label, "how": how})


def _is_known(words: str, field: Field) -> bool:
    return words in map(_squeezed, questions_of(field)) or words in _of_earlier_forms()


@lru_cache(1)
def _of_earlier_forms() -> frozenset[str]:
    return frozenset(map(_squeezed, TEXTS))


def _words(layout: FormLayout, name: str) -> str:
    """How the form asks a question: what stands beside its first row."""
    column = next((each for each, heading in layout.columns.items() if heading == form.QUESTION_HEADING), 0)
    first = (row for row in layout.rows[name] if (key := key_in(layout.answered[row])) and key.line <= 1)
    return layout.texts.get((next(first, 0), column), "")


def _squeezed(text: str) -> str:
    return " ".join(text.split())
