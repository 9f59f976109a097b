"""A template that is text, of the web page or of a narrative: compiled once, its faults told with line and remedy."""

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn, cast

from jinja2 import (
    Template,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    nodes,
    pass_eval_context,
)

from generator.documents.templating.compiled_templates import kept
from generator.documents.templating.faults_in_words import in_plain_words
from generator.documents.templating.sandbox import CHARACTERS, BoundedEnvironment, bounded, in_stretches
from generator.model.problem import Place, Problem, Unusable, problem

_LARGEST = 5_000_000
"""Characters of a template; the page's has thirty thousand."""

_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


@dataclass(frozen=True, slots=True)
class TextTemplate:
    """A compiled template, with its text and the name of its file for messages."""

    compiled: Template
    environment: BoundedEnvironment
    text: str
    name: str

    @classmethod
    def compile(cls, environment: BoundedEnvironment, text: str, name: str) -> "TextTemplate":
        """Compile a template for any number of fillings. Raises Unusable with its fault; ``name`` is its file."""
        if len(text) > _LARGEST:
            fault = f"it has {len(text):,} characters; {_LARGEST:,} is the most."
            raise _told(fault, "Leave out what is not needed.", name, 1)
        try:
            code = kept(environment, text, name, lambda: environment.compile(text, name, name))
            compiled = Template.from_code(environment, code, environment.make_globals(None))
            return cls(compiled, environment, text, name)
        except Exception as error:  # a constant is worked out here, so this is where it may turn out to be wrong
            _refuse(error, text, name)

    @property
    def tree(self) -> nodes.Template:
        """What was parsed; compiling changes a tree, so this is another."""
        return self.environment.parse(self.text, self.name)

    def unknown_fields(self, known: Mapping[str, object]) -> Iterator[Problem]:
        """Give a fault for every field, in any branch, that cannot be there; ``known`` is what it sees, by type."""

        def found() -> tuple[tuple[int, str], ...]:
            from generator.documents.templating.field_list import unknown_fields

            return tuple(unknown_fields(self.tree, known))

        for line, words in kept(self.environment, f"{sorted(known)} {self.text}", self.name, found):
            yield from _at_line(words, self.text, self.name, line).problems

    def filled(self, *, longest: int = CHARACTERS, **values: object) -> str:
        """Fill in values. Raises Unusable with the template's fault, or where it writes more than ``longest``."""
        return "".join(self.stretches(longest=longest, **values))

    def stretches(self, *, longest: int = CHARACTERS, **values: object) -> Iterator[str]:
        """Give the same a stretch at a time: all of a nation's page at once would need four times the room."""
        try:
            with bounded():
                yield from in_stretches(_up_to(longest, self.compiled.generate(**values)))
        except Exception as error:  # values are only text, so whatever goes wrong here is the template's doing
            _refuse(error, self.text, self.name)

    def refuse(self, fault: str, remedy: str, line: int) -> NoReturn:
        """Raise Unusable with a fault of the template."""
        raise _told(fault, remedy, self.name, line)


def _up_to(longest: int, parts: Iterator[str]) -> Iterator[str]:
    """Give parts of a text; one that has become too long ends where the template was, whose line is then known."""
    length = 0
    for part in parts:
        length += len(part)
        if length > longest:
            cast("Generator[str]", parts).throw(
                TemplateRuntimeError(f"this has become longer than {longest:,} characters")
            )
        yield part


@pass_eval_context  # without it, jinja makes a written {{ none }} the text "None" before it asks
def only_text(_: object, value: object) -> object:
    """Refuse what would print as "None", "True" or a program's own name for a thing."""
    if isinstance(value, str | Undefined) or type(value) is int:
        return value
    if value is None:
        raise TemplateRuntimeError("this has no value")
    raise TemplateRuntimeError("this is not text")


def _refuse(error: Exception, template: str, name: str) -> NoReturn:
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line_of(error, name)
    words = in_plain_words((error.message if isinstance(error, TemplateError) else None) or str(error))
    raise _at_line(words, template, name, line) from error


def _at_line(words: str, template: str, name: str, line: int) -> Unusable:
    lines = template.splitlines()
    tags = ", ".join(_TAGS.findall(lines[line - 1])) if 0 < line <= len(lines) else ""
    seen = f" The line has: {tags}" if tags else ""
    fault = f"line {line}: {words.rstrip('.?')}{'?' if words.endswith('?') else '.'}{seen}"
    return _told(fault, "Correct that line of the template.", name, line)


def _line_of(error: Exception, name: str) -> int:
    """Find the template's line in the error's traceback, where jinja puts it under the template's name."""
    line, step = 1, error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename == name:
            line = step.tb_lineno
        step = step.tb_next
    return line


def _told(fault: str, remedy: str, name: str, line: int) -> Unusable:
    return Unusable([problem("TEMP01", Place(name, cell=f"line {line}"), fault=fault, remedy=remedy)])
