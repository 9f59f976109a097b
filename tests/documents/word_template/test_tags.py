"""Tags: found however Word has split them, and what they give."""

import pytest

from tests.documents.word_files import Thing, p, render, run, texts

SPLIT = {
    "in one run": (run("{{ name }}"),),
    "braces apart": (run("{"), run("{ name }"), run("}")),
    "name apart": (run("{{ na"), run("me }}")),
    "proofing marks between": (run("{{ "), '<w:proofErr w:type="spellStart"/>', run("name"), run(" }}")),
    "a bookmark between": (
        run("{{ "),
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
        run("name }}"),
    ),
    "a tab between": ("<w:r><w:t>{{</w:t><w:tab/><w:t>name }}</w:t></w:r>",),
    "two texts in a run": ("<w:r><w:t>{{ na</w:t><w:t>me }}</w:t></w:r>",),
    "a space that cannot break": (run("{{\u00a0name\u00a0}}"),),
}


@pytest.mark.parametrize("runs", SPLIT.values(), ids=SPLIT)
def test_a_tag_is_understood_however_word_has_split_it(runs: tuple[str, ...]) -> None:
    assert texts(render(p(run("Dear "), *runs, run(", hello.")), name="Ada"))[0] == "Dear Ada, hello."


TAGS: dict[str, tuple[str, str]] = {
    "a field": ("{{ thing.word }}", "Red"),
    "curly quotes": ("{% if thing.word == “Red” %}yes{% endif %}", "yes"),
    "curly single quotes": ("{% if thing.word == ‘Red’ %}yes{% endif %}", "yes"),
    "curly quotes in text stay": ("“{{ thing.word }}”", "“Red”"),
    "less than": ("{% if 1 < 2 and 3 > 2 %}yes{% endif %}", "yes"),
    "ampersand in a text": ("{{ 'R&D' }}", "R&D"),
    "braces in a text": ("{{ '}}' }}", "}}"),
    "if and else": ("{% if thing.word == 'Blue' %}a{% else %}b{% endif %}", "b"),
    "a loop": ("{% for each in 'abc' %}{{ each }}.{% endfor %}", "a.b.c."),
    "a number": ("{% for each in 'ab' %}{{ loop.index }}{% endfor %}", "12"),
    "trimming marks": ("a {%- if true -%} b {%- endif %} c", "a  b  c"),
    "a comment is text": ("{# not code #}", "{# not code #}"),
    "single braces are text": ("{ thing }", "{ thing }"),
    "jinja's line statements are text": ("# for x in y", "# for x in y"),
}


@pytest.mark.parametrize(("text", "expected"), TAGS.values(), ids=TAGS)
def test_what_tags_give(text: str, expected: str) -> None:
    assert texts(render(p(text), thing=Thing("Red")))[0] == expected
