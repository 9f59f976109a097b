"""The web page: templates/report.html.j2, filled in. The team restyles the template, so its faults are told plainly."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NoReturn

from jinja2 import (
    Template,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    nodes,
    pass_eval_context,
)

from generator.characters import printable
from generator.page import PageView, StatusView
from generator.problem import Place, Problem, Unusable, problem
from generator.render.bounds import BoundedEnvironment, bounded
from generator.render.fields import UnknownField
from generator.render.known_fields import unknown_fields
from generator.render.syntax import in_plain_words

_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_LARGEST = 5_000_000
"""Characters of a template; ours has thirty thousand."""


@dataclass(frozen=True, slots=True)
class HtmlTemplate:
    """A compiled template, with its text and the name of its file for messages."""

    compiled: Template
    tree: nodes.Template
    text: str
    name: str

    def unknown_fields(self, known: Mapping[str, object]) -> Iterator[Problem]:
        """Give a fault for every field, in any branch, that cannot be there; ``known`` is what it sees, by type."""
        for line, words in unknown_fields(self.tree, {**known, "colours": tuple[tuple[str, str], ...]}):
            yield from _at_line(words, self.text, self.name, line).problems


def html_template(text: str, name: str) -> HtmlTemplate:
    """Compile the text of a template for any number of pages. Raises Unusable with its fault; ``name`` is its file."""
    if len(text) > _LARGEST:
        fault = f"it has {len(text):,} characters; {_LARGEST:,} is the most."
        raise _told(fault, "Leave out what the page does not need.", name, 1)
    environment = _environment()
    try:
        tree = environment.parse(text, name)
        switch = tree.find(nodes.EvalContextModifier)
        if switch:
            fault = "“autoescape” would let text from a return in as markup."
            raise _told(fault, "Take the “autoescape” tags out.", name, switch.lineno)  # noqa: TRY301, it passes
        # Compiling changes a tree, and the fields are looked for in this one.
        code = environment.compile(environment.parse(text, name), name, name)
        return HtmlTemplate(Template.from_code(environment, code, environment.make_globals(None)), tree, text, name)
    except Unusable:
        raise
    except Exception as error:  # blocks nested too deep, for example, are an error of Python's own
        _refuse(error, text, name)


def render_html(template: HtmlTemplate, page: PageView) -> str:
    """Fill in a template with a page. Raises Unusable with the template's fault.

    The template sees ``page`` and ``colours``, the distinct (fill, ink) pairs of its statuses, and has one filter of
    ours, ``csp_hash``. The same page gives the same text, and it holds no character that HTML forbids.
    """
    try:
        with bounded():
            text = template.compiled.render(page=page, colours=_colours(page))
        return printable(text)
    except Exception as error:  # a page is only text, so whatever goes wrong here is the template's doing
        _refuse(error, template.text, template.name)


def _environment() -> BoundedEnvironment:
    environment = BoundedEnvironment(
        autoescape=True,  # not select_autoescape, which leaves a file named .j2 unescaped
        undefined=UnknownField,
        finalize=_only_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["csp_hash"] = csp_hash
    return environment


def csp_hash(text: str) -> str:
    """Name an inline style or script in a Content-Security-Policy: no other may then run."""
    return f"sha256-{b64encode(sha256(printable(text).encode()).digest()).decode()}"


def _colours(page: PageView) -> tuple[tuple[str, str], ...]:
    statuses: list[StatusView] = [*page.key, *(status for each in page.breakdowns for status in each.statuses)]
    for move in page.movement.moves if page.movement else ():
        statuses += (move.before, move.now)
    for directorate in page.directorates:
        for measure in directorate.measures:
            statuses += (measure.quarter_status, measure.forecast_status)
    return tuple(dict.fromkeys((status.fill, status.ink) for status in statuses))


@pass_eval_context  # without it, jinja makes a written {{ none }} the text "None" before it asks
def _only_text(_: object, value: object) -> object:
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
