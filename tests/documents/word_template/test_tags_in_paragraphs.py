"""Runs that a macro gives."""

import io

import docx

from tests.documents.word_files import p, render


def test_a_macro_gives_runs() -> None:
    macro = p("{% macro bold(text) %}", "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ text }}</w:t></w:r>", "{% endmacro %}")
    made = render(macro, p("x {{r bold('a') }} y"))
    bold = docx.Document(io.BytesIO(made)).paragraphs[1].runs
    assert [(each.text, each.bold) for each in bold] == [("x ", None), ("a", True), (" y", None)]
