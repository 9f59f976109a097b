"""The narratives: templates/narratives/*.j2 filled in with facts. What they write is text, for renderers to escape."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple

from jinja2 import TemplateRuntimeError, Undefined
from jinja2.runtime import Context, Macro

from generator.documents.templating.paying_filters import paying
from generator.documents.templating.sandbox import BoundedEnvironment
from generator.documents.templating.text_template import TextTemplate, only_text
from generator.documents.templating.unknown_field import UnknownField
from generator.judging.direction import travelling
from generator.model import english as words
from generator.model.characters import printable
from generator.model.problem import Problem, Unusable
from generator.report.page.facts import FileFacts, GroupFacts, MeasureFacts, ReminderFacts, ReportFacts
from generator.report.page.scrutiny.views import ScrutinyFacts

INTRODUCTION, DIRECTORATE, MEASURE, EMAIL = "introduction", "directorate", "measure", "email"
QUESTIONS = "questions"
REMINDER, ISSUE = "reminder", "issue"
OF_A_REPORT = (INTRODUCTION, DIRECTORATE, MEASURE, QUESTIONS, EMAIL)
"""What is written of a report, and with it."""


SEEN: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        INTRODUCTION: {"report": ReportFacts},
        DIRECTORATE: {"report": ReportFacts, "directorate": GroupFacts},
        MEASURE: {"report": ReportFacts, "measure": MeasureFacts},
        QUESTIONS: {"report": ReportFacts, "measure": MeasureFacts, "question": ScrutinyFacts},
        EMAIL: {"report": ReportFacts, "files": tuple[FileFacts, ...]},
        REMINDER: {"reminder": ReminderFacts},
        ISSUE: {"reminder": ReminderFacts},
    }
)
"""Every narrative, with what its template sees, by name and type."""

_REPORT, _COMMENT = re.compile(r"\breport\b"), re.compile(r"\{#.*?#\}", re.DOTALL)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_LONGEST_PARAGRAPH = 5_000
_EMAILS = {
    EMAIL: (200_000, "report.title"),
    **dict.fromkeys((REMINDER, ISSUE), (20_000_000, "reminder.council")),
}
"""What is no paragraph: how many characters it may have, and a subject. Where the register names no officers, one
reminder is about all measures of a nation."""

_ROOM_OF_PARAGRAPH, _ROOM_OF_EMAIL = 0.1, 1
"""How much of what a whole page may do; a paragraph is written for each measure."""

_OURS = (
    *(words.in_words, words.capital, words.plural, words.out_of, words.listed, words.possessive, words.day),
    travelling,
)


class Narratives(NamedTuple):
    """The project's templates, compiled, by the names of SEEN. Telling raises Unusable with a template's fault."""

    templates: Mapping[str, TextTemplate]

    @property
    def measures_stand_alone(self) -> bool:
        """Whether what is told of a measure is the same in any report that has it."""
        return not _REPORT.search(_COMMENT.sub("", self.templates[MEASURE].text))

    def introduction(self, report: ReportFacts) -> tuple[str, ...]:
        """Open the report: its points, or one paragraph."""
        return tuple(self._paragraph(INTRODUCTION, report=report).split("\n"))

    def directorate(self, report: ReportFacts, directorate: GroupFacts) -> str:
        """Sum up a directorate's exceptions."""
        return self._paragraph(DIRECTORATE, report=report, directorate=directorate)

    def measure(self, report: ReportFacts, measure: MeasureFacts) -> str:
        """Say how a measure stands."""
        return self._paragraph(MEASURE, report=report, measure=measure)

    def question(self, report: ReportFacts, measure: MeasureFacts, question: ScrutinyFacts) -> str:
        """Ask what a member might ask of a measure."""
        return self._paragraph(QUESTIONS, report=report, measure=measure, question=question)

    def email(self, report: ReportFacts, files: tuple[FileFacts, ...]) -> str:
        """Write the covering e-mail: a first line with its subject, an empty one, and what it says."""
        return filled(EMAIL, self.templates[EMAIL], {"report": report, "files": files})

    def reminder(self, reminder: ReminderFacts) -> str:
        """Write to an officer who owes returns, in the same way."""
        return filled(REMINDER, self.templates[REMINDER], {"reminder": reminder})

    def issue(self, reminder: ReminderFacts) -> str:
        """Write to an officer whom forms go out to, in the same way."""
        return filled(ISSUE, self.templates[ISSUE], {"reminder": reminder})

    def _paragraph(self, narrative: str, **values: object) -> str:
        return filled(narrative, self.templates[narrative], values)


def narrative_of(file: str) -> str:
    """Name the narrative that a file is a template of; empty if it is of none."""
    path = PurePath(file)
    return path.stem if path.suffix == ".j2" and path.stem in SEEN else ""


def narratives(texts: Mapping[str, tuple[str, str]]) -> Narratives:
    """Compile templates, each its text and the name of its file. Raises Unusable with the faults of all."""
    compiled: dict[str, TextTemplate] = {}
    problems: list[Problem] = []
    for narrative, (text, name) in texts.items():
        try:
            compiled[narrative] = narrative_template(narrative, text, name)
        except Unusable as unusable:
            problems += unusable.problems
    if problems:
        raise Unusable(problems)
    return Narratives(compiled)


def narrative_template(narrative: str, text: str, name: str) -> TextTemplate:
    """Compile one template. Raises Unusable with its fault, or with all fields that cannot be there."""
    template = TextTemplate.compile(_environment(), text, name)
    unknown = tuple(template.unknown_fields(SEEN[narrative]))
    if unknown:
        raise Unusable(unknown)
    return template


def filled(narrative: str, template: TextTemplate, values: Mapping[str, object]) -> str:
    """Fill in one template: a paragraph or each point on one line, or an e-mail. Raises Unusable with its fault."""
    if narrative not in _EMAILS:
        text = template.filled(room=_ROOM_OF_PARAGRAPH, longest=_LONGEST_PARAGRAPH, **values)
        parts = _EMPTY_LINE.split(text) if narrative == INTRODUCTION else [text]
        return "\n".join(filter(None, (" ".join(each.split()) for each in parts)))
    longest, subject_field = _EMAILS[narrative]
    text = printable(template.filled(room=_ROOM_OF_EMAIL, longest=longest, **values))
    lines = [line.rstrip() for line in text.strip().split("\n")]
    subject, *body = lines
    if not subject.removeprefix("Subject:").strip() or not subject.startswith("Subject:"):
        remedy = f"Begin the template with: Subject: {{{{ {subject_field} }}}}"
        template.refuse("the e-mail does not begin with its subject.", remedy, 1)
    told = [line for before, line in zip(("", *body), body, strict=False) if line or before]
    return "\n".join((subject, "", *told)) + "\n"


class _PlainLanguage(BoundedEnvironment):
    """Sentences need no calls but of the template's own macros, and no sums that could fill the memory."""

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Refuse what makes long texts or vast numbers of short ones."""
        if operator in {"+", "-"}:
            return super().call_binop(context, operator, left, right)
        raise TemplateRuntimeError(f"“{operator}” cannot be used here")

    def call(self, context: Context, called: object, /, *args: object, **kwargs: object) -> object:
        """Call a macro; a name that is not there says so itself."""
        if isinstance(called, Macro | Undefined):
            return super().call(context, called, *args, **kwargs)
        raise TemplateRuntimeError("only a macro can be called here; use a filter, such as |upper")


@lru_cache(maxsize=1)
def _environment() -> _PlainLanguage:
    environment = _PlainLanguage(
        autoescape=False,
        undefined=UnknownField,
        finalize=only_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.clear()
    environment.filters |= {each.__name__: paying(each.__name__)(each) for each in _OURS}
    return environment
