"""The web page: templates/report.html.j2, filled in. The team restyles the template, so its faults are told plainly."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from jinja2 import nodes

from generator.documents.templating.allowance import room_for
from generator.documents.templating.paying_filters import paying
from generator.documents.templating.sandbox import BoundedEnvironment
from generator.documents.templating.text_template import TextTemplate, only_text
from generator.documents.templating.unknown_field import UnknownField
from generator.model.characters import printable
from generator.report.page.views import PageView, StatusView

SEEN: dict[str, object] = {"page": PageView, "colours": tuple[tuple[str, str], ...]}
"""What the template sees, by name and type."""


def html_template(text: str, name: str) -> TextTemplate:
    """Compile the text of a template for any number of pages. Raises Unusable with its fault; ``name`` is its file."""
    template = TextTemplate.compile(_environment(), text, name)
    # Parsing costs as much as reading eight returns, so it is done where there may be such a tag.
    switch = template.tree.find(nodes.EvalContextModifier) if "autoescape" in text else None
    if switch:
        fault = "“autoescape” would let text from a return in as markup."
        template.refuse(fault, "Take the “autoescape” tags out.", switch.lineno)
    return template


def render_html(template: TextTemplate, page: PageView) -> bytes:
    """Fill in a template with a page; gives UTF-8. Raises Unusable with the template's fault.

    The template sees ``page`` and ``colours``, the distinct (fill, ink) pairs of its statuses, and has one filter of
    ours, ``csp_hash``. The same page gives the same bytes, and they hold no character that HTML forbids.
    """
    written = template.stretches(room=room_for(page), page=page, colours=_colours(page))
    return b"".join(printable(each).encode() for each in _uncut(written))


def _uncut(stretches: Iterable[str]) -> Iterator[str]:
    """The same text in stretches of which none ends between a carriage return and its line feed."""
    left = ""
    for each in stretches:
        text = left + each
        left = "\r" if text.endswith("\r") else ""
        yield text.removesuffix(left)
    yield left


def _environment() -> BoundedEnvironment:
    environment = BoundedEnvironment(
        autoescape=True,  # not select_autoescape, which leaves a file named .j2 unescaped
        undefined=UnknownField,
        finalize=only_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["csp_hash"] = paying("csp_hash")(csp_hash)
    return environment


def csp_hash(text: str) -> str:
    """Name an inline style or script in a Content-Security-Policy: no other may then run."""
    return f"sha256-{b64encode(sha256(printable(text).encode()).digest()).decode()}"


def _colours(page: PageView) -> tuple[tuple[str, str], ...]:
    statuses: list[StatusView] = [*page.key, *(status for each in page.breakdowns for status in each.statuses)]
    for move in page.movement.moves if page.movement else ():
        statuses += (move.before, move.now)
    for group in page.groups:
        for measure in (*group.measures, *group.brief, *group.others):
            statuses += (measure.quarter_status, measure.forecast_status)
        beside = (row for each in group.parts for row in each.side_by_side)
        statuses += (cell.status for row in beside for cell in row.cells if cell.status.word)
    return tuple(dict.fromkeys((status.fill, status.ink) for status in statuses))
