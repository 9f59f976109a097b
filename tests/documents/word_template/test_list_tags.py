"""Numbered lists that start again."""

import pytest

from tests.documents.word_files import loop, p, render, texts, xml_of


@pytest.mark.parametrize("style", ["ListNumber", "Steps"])
def test_numbered_lists_start_again(style: str) -> None:
    item = p("{% restart_list loop.first %}{{ x }}", style=style)
    made = render(*loop(p("{%p for x in each %}"), item, p("{%p endfor %}")), things=("ab", "cd"))
    numbers = [part.partition('"')[0] for part in xml_of(made).split('<w:numId w:val="')[1:]]
    assert numbers == ["5", "5", "6", "6"]
    numbering = xml_of(made, "word/numbering.xml")
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    assert f'<w:num w:numId="6"><w:abstractNumId w:val="7"/>{start}</w:num></w:numbering>' in numbering
    assert texts(made) == ["a", "b", "c", "d"]
