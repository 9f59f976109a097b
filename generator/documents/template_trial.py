"""A template on trial: everything that is wrong with it, found before a report is built with it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from types import MappingProxyType

from generator.documents.sentences import SEEN as SEEN_BY_NARRATIVES
from generator.documents.sentences import filled, narrative_of, narrative_template
from generator.documents.templating.field_list import TemplateField, fields_of, fields_seen
from generator.documents.web_page import SEEN, html_template, render_html
from generator.documents.word import render_word, word_template
from generator.documents.word_accessibility import losses
from generator.documents.word_document.filling import Template
from generator.documents.word_document.package import MAIN, read_package
from generator.model.problem import Place, Problem, Unusable, problem
from generator.model.question import DEFAULT_QUESTIONS, Question
from generator.report.page.example_facts import EXAMPLES
from generator.report.page.examples import BARE, FULL, NO_FORECAST, answer_to, page_asking
from generator.report.page.views import PageView

_OF_THE_WEB = (".j2", ".html", ".htm")

KNOWN: Mapping[str, object] = MappingProxyType({"page": PageView})
"""What a template sees, by name and type."""


def faults_of(data: bytes, name: str, questions: Sequence[Question] = ()) -> tuple[Problem, ...]:
    """Every fault of a template, a Word document or the text of a web page or narrative; ``name`` is its file.

    All its fields are looked at, those too that hardly a report shows; then it is tried on the fullest page there can
    be, on one without forecasts, on the emptiest, and with each part missing. A Word template without fault is warned
    of what readers would miss: also where it prints the answers to some of the ``questions`` and not to others.
    """
    try:
        if narrative_of(name):
            return _narrative(data.decode("utf-8-sig"), name)
        return (
            _html(data.decode("utf-8-sig"), name)
            if name.lower().endswith(_OF_THE_WEB)
            else _word(data, name, questions)
        )
    except Unusable as unusable:
        return unusable.problems
    except UnicodeDecodeError:
        return (problem("FILE12", Place(name)),)


def _word(data: bytes, name: str, questions: Sequence[Question]) -> tuple[Problem, ...]:
    template = word_template(data, name)
    found = tuple(template.unknown_fields(KNOWN)) or _tried(lambda page: render_word(template, page))
    return found or (*losses(render_word(template, FULL), name), *_not_printed(template, name, questions))


def _not_printed(template: Template, name: str, questions: Sequence[Question]) -> Iterator[Problem]:
    """A warning for every question whose answers are left out by a template that prints those to any question."""
    asked = {each.key: each for each in (*DEFAULT_QUESTIONS, *questions)}.values()
    text = read_package(render_word(template, page_asking(asked)))[MAIN].decode()
    missing = [each for each in questions if answer_to(each) not in text]
    for each in missing if any(answer_to(each) in text for each in asked) else ():
        fault = f"it does not print what is answered to “{each.label}”."
        remedy = "Put {{ answer.label }} and its blocks between {%p for answer in measure.answers %} and {%p endfor %}."
        yield problem("TEMP02", Place(name), fault=fault, remedy=remedy)


def _html(text: str, name: str) -> tuple[Problem, ...]:
    template = html_template(text, name)
    found = tuple(template.unknown_fields(SEEN))
    return found or _tried(lambda page: render_html(template, page))


def _narrative(text: str, name: str) -> tuple[Problem, ...]:
    narrative = narrative_of(name)
    template = narrative_template(narrative, text, name)
    for example in EXAMPLES[narrative]:
        filled(narrative, template, example)
    return ()


def fields_for(name: str) -> Iterator[tuple[str, Iterator[TemplateField]]]:
    """The fields that a template may use, with an example of each, under a heading; ``name`` is its file.

    Without a name, those of all templates are given.
    """
    narrative = narrative_of(name)
    if not narrative:
        yield "A template may use these fields; the examples are made up:", fields_of(FULL)
    else:
        yield "This narrative may use these fields; the examples are made up:", _fields_of_narratives(narrative)
    if not name:
        yield "Narratives may use these; name one to see which are its own:", _fields_of_narratives(*EXAMPLES)


def _fields_of_narratives(*narratives: str) -> Iterator[TemplateField]:
    known = {word: kind for each in narratives for word, kind in SEEN_BY_NARRATIVES[each].items()}
    every = tuple(value for each in narratives for example in EXAMPLES[each] for value in example.values())
    return fields_seen(known, every)


def _with_one_part_missing() -> Iterator[PageView]:
    for each in fields(FULL):
        if getattr(BARE, each.name) != getattr(FULL, each.name):
            yield replace(FULL, **{each.name: getattr(BARE, each.name)})


def _tried(render: Callable[[PageView], object]) -> tuple[Problem, ...]:
    for page in (FULL, NO_FORECAST, BARE, *_with_one_part_missing()):
        try:
            render(page)
        except Unusable as unusable:
            return unusable.problems
    return ()
