"""A template that is text, of the web page or of a narrative: compiled once, its faults told with line and remedy."""

import re
from collections.abc import Generator, Iterator, Mapping
from itertools import islice
from typing import NamedTuple, NoReturn, cast

from jinja2 import (
    Template,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    nodes,
    pass_eval_context,
)

from generator.documents.templating.allowance import TooMuchError, bounded, left
from generator.documents.templating.compiled_templates import kept
from generator.documents.templating.faults_in_words import in_plain_words
from generator.documents.templating.sandbox import ESCAPED, BoundedEnvironment, in_stretches, pay_to_print
from generator.model.problem import Place, Problem, Unusable, problem

_LARGEST = 5_000_000
"""Characters of a template; the page's has thirty thousand."""

_MOST_TAGS, _LONGEST_TAG = 3_000, 5_000
"""Tags of a template, of which the page's has three hundred, and characters of one; compiling goes by both."""

_OPENED, _CLOSED = re.compile(r"\{[{%]"), re.compile(r"[}%]\}")
_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_BLOCK = re.compile(r"\{%[-+]?\s*((?:end)?(?:if|for|macro|call|filter|with|block))\b")
_QUOTED, _SHOWN = 2_000, 300
"""Characters of a line that tags are looked for in, and of them and of what is wrong that are shown."""


class TextTemplate(NamedTuple):
    """A compiled template, with its text and the name of its file for messages."""

    compiled: Template
    environment: BoundedEnvironment
    text: str
    name: str

    @classmethod
    def compile(cls, environment: BoundedEnvironment, text: str, name: str) -> "TextTemplate":
        """Compile a template for any number of fillings. Raises Unusable with its fault; ``name`` is its file."""
        _refuse_size(text, name)
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
        """A fault for every field, in any branch, that cannot be there; ``known`` is what it sees, by type."""

        def found() -> tuple[tuple[int, str], ...]:
            from generator.documents.templating.field_list import unknown_fields

            return tuple(unknown_fields(self.tree, known))

        for line, words in kept(self.environment, f"{sorted(known)} {self.text}", self.name, found):
            yield from _at_line(words, self.text, self.name, line).problems

    def filled(self, *, room: float, longest: int, **values: object) -> str:
        """Fill in values. Raises Unusable with the template's fault, or where it writes more than ``longest``.

        ``room`` is how much it may do, as ``bounded`` has it.
        """
        return "".join(self.stretches(room=room, longest=longest, **values))

    def stretches(self, *, room: float, longest: int | None = None, **values: object) -> Iterator[str]:
        """The same a stretch at a time: all of a nation's page at once would need four times the room."""
        try:
            with bounded(room):
                yield from in_stretches(_up_to(longest, self.compiled.generate(**values)))
        except Exception as error:  # values are only text, so whatever goes wrong here is the template's doing
            _refuse(error, self.text, self.name)

    def refuse(self, fault: str, remedy: str, line: int) -> NoReturn:
        """Raise Unusable with a fault of the template."""
        raise _told(fault, remedy, self.name, line)


def _refuse_size(text: str, name: str) -> None:
    if len(text) > _LARGEST:
        fault = f"it has {len(text):,} characters; {_LARGEST:,} is the most."
        raise _told(fault, "Leave out what is not needed.", name, 1)
    opened = [match.end() for match in islice(_OPENED.finditer(text), _MOST_TAGS + 1)]
    if len(opened) > _MOST_TAGS:
        raise _told(f"it has more than {_MOST_TAGS:,} tags.", "Leave out what is not needed.", name, 1)
    for start in opened:
        if start + _LONGEST_TAG < len(text) and not _CLOSED.search(text, start, start + _LONGEST_TAG):
            line = text.count("\n", 0, start) + 1
            fault = f"line {line}: a tag has more than {_LONGEST_TAG:,} characters, or is never closed."
            raise _told(fault, "Close it, or make several tags of it.", name, line)


def _up_to(longest: int | None, parts: Iterator[str]) -> Iterator[str]:
    """Parts of a text; one that has become too long ends where the template was, whose line is then known."""
    length, allowance = 0, left()
    for part in parts:
        length += len(part)
        if longest is not None and length > longest:
            error = TemplateRuntimeError(f"this has become longer than {longest:,} characters")
            cast("Generator[str]", parts).throw(error)
        if len(part) > allowance.bytes:
            cast("Generator[str]", parts).throw(TooMuchError())
        yield part


@pass_eval_context  # without it, jinja makes a written {{ none }} the text "None" before it asks
def only_text(_: object, value: object) -> object:
    """Refuse what would print as "None", "True" or a program's own name for a thing."""
    if isinstance(value, str):
        pay_to_print(value, 1 if hasattr(value, "__html__") else ESCAPED)
        return value
    if isinstance(value, Undefined) or type(value) is int:
        return value
    if value is None:
        raise TemplateRuntimeError("this has no value")
    raise TemplateRuntimeError("this is not text")


def _refuse(error: Exception, template: str, name: str) -> NoReturn:
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line_of(error, name)
    message = getattr(error, "message", None) or getattr(error, "msg", None)  # Jinja2's, or Python's of what it wrote
    words = in_plain_words(message or str(error))
    raise _at_line(words, template, name, line or _deepest_line(template)) from error


def _at_line(words: str, template: str, name: str, line: int) -> Unusable:
    lines = template.splitlines()
    tags = ", ".join(_TAGS.findall(lines[line - 1][:_QUOTED])) if 0 < line <= len(lines) else ""
    seen = f" The line has: {_short(tags)}" if tags else ""
    fault = f"line {line}: {_short(words.rstrip('.?'))}{'?' if words.endswith('?') else '.'}{seen}"
    return _told(fault, "Correct that line of the template.", name, line)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _line_of(error: Exception, name: str) -> int:
    """Find the template's line in the error's traceback, where jinja puts it under the template's name; 0 if none."""
    line, step = 0, error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename == name:
            line = step.tb_lineno
        step = step.tb_next
    return line


def _deepest_line(template: str) -> int:
    """Find the line that most blocks stand around, or else the longest: what Jinja2 can place nowhere goes too deep."""
    depth, reached = 0, list[tuple[int, int, int]]()
    for number, text in enumerate(template.splitlines(), 1):
        ends = [block.startswith("end") for block in _BLOCK.findall(text)]
        reached.append((depth + ends.count(False), len(text), -number))
        depth += ends.count(False) - ends.count(True)
    return -max(reached, default=(0, 0, -1))[2]


def _told(fault: str, remedy: str, name: str, line: int) -> Unusable:
    return Unusable([problem("TEMP01", Place(name, cell=f"line {line}"), fault=fault, remedy=remedy)])
