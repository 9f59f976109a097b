"""The Word documents: templates/*.docx, filled in."""

from generator.page import PageView
from generator.render.ooxml.template import Template


def word_template(data: bytes, name: str) -> Template:
    """Compile a Word template for any number of pages. Raises Unusable with its faults; ``name`` is its file."""
    return Template.compile(data, name)


def render_word(template: Template, page: PageView) -> bytes:
    """Fill in a template with a page, which is all that it sees. Raises Unusable if it asks for what is not there.

    The same page gives the same bytes.
    """
    return template.render({"page": page})
