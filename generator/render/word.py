"""The Word document: templates/report.docx, filled in."""

from generator.presentation import PageView
from generator.render.ooxml.template import Template


def render_word(template: bytes, page: PageView, *, name: str = "templates/report.docx") -> bytes:
    """Fill in a Word template with a page. Raises Unusable with the template's faults; ``name`` is its file.

    The template sees ``page`` alone. The same page gives the same bytes.
    """
    return Template.compile(template, name).render({"page": page})
