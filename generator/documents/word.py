"""The Word documents: templates/*.docx, filled in."""

from dataclasses import asdict

from generator.documents.templating.compiled_templates import kept
from generator.documents.word_document.filling import Template
from generator.documents.word_document.language import environment
from generator.report.page.views import PageView


def word_template(data: bytes, name: str) -> Template:
    """Compile a Word template for any number of pages. Raises Unusable with its faults; ``name`` is its file."""

    def made() -> dict[str, object]:
        from generator.documents.word_template.compiling import compiled_template

        return asdict(compiled_template(data, name))

    return Template.restored(kept(environment(), data, name, made))


def render_word(template: Template, page: PageView) -> bytes:
    """Fill in a template with a page, which is all that it sees. Raises Unusable if it asks for what is not there.

    The same page gives the same bytes.
    """
    return template.render({"page": page})
