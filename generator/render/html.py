"""The web page: templates/report.html.j2, filled in. The team restyles the template, so its faults are told plainly."""

import re
from base64 import b64encode
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
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.characters import printable
from generator.presentation import PageView, StatusView
from generator.problem import Place, Unusable, problem
from generator.render.fields import UnknownField

_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_DISARMING_FILTERS = ("safe", "default", "d")
"""Filters that let text in as markup, or hide a misspelt field."""


def render_html(template: str, page: PageView, *, name: str) -> str:
    """Fill in the text of a template with a page. Raises Unusable with the template's fault; ``name`` is its file.

    The template sees ``page`` and ``colours``, the distinct (fill, ink) pairs of its statuses, and has one filter of
    ours, ``csp_hash``. The same page gives the same text, and it holds no character that HTML forbids.
    """
    try:
        return printable(_compiled(template, name).render(page=page, colours=_colours(page)))
    except Unusable:
        raise
    except Exception as error:  # a page is only text, so whatever goes wrong here is the template's doing
        _refuse(error, template, name)


def _compiled(text: str, name: str) -> Template:
    environment = _environment()
    tree = environment.parse(text, name)
    switch = tree.find(nodes.EvalContextModifier)
    if switch:
        fault = "“autoescape” would let text from a return in as markup."
        raise _told(fault, "Take the “autoescape” tags out.", name, switch.lineno)
    code = environment.compile(tree, name, name)
    return Template.from_code(environment, code, environment.make_globals(None))


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True,  # not select_autoescape, which leaves a file named .j2 unescaped
        undefined=UnknownField,
        finalize=_only_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for each in _DISARMING_FILTERS:
        del environment.filters[each]
    environment.filters["csp_hash"] = csp_hash
    return environment


def csp_hash(text: str) -> str:
    """Name an inline style or script in a Content-Security-Policy: no other may then run."""
    return f"sha256-{b64encode(sha256(printable(text).encode()).digest()).decode()}"


def _colours(page: PageView) -> tuple[tuple[str, str], ...]:
    statuses: list[StatusView] = [count.status for count in page.counts]
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
    lines = template.splitlines()
    tags = ", ".join(_TAGS.findall(lines[line - 1])) if 0 < line <= len(lines) else ""
    words = (error.message if isinstance(error, TemplateError) else None) or str(error) or type(error).__name__
    seen = f" The line has: {tags}" if tags else ""
    fault = f"line {line}: {words.rstrip('.?')}{'?' if words.endswith('?') else '.'}{seen}"
    raise _told(fault, "Correct that line of the template.", name, line) from error


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
