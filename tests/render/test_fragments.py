"""What a template writes of a measure and is kept: the same bytes come of it, and only of what cannot come out else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import nodes

from generator.cache.store import Kept
from generator.commentary.blocks import Block, Form
from generator.documents.templating.fragment_loops import mark_loops
from generator.documents.templating.fragments import Keys, fragments_of
from generator.documents.templating.sandbox import BoundedEnvironment
from generator.documents.web_page import html_template, render_html
from generator.documents.word import render_word, word_template
from generator.model.problem import Unusable
from generator.report.page.views import MeasureView, PageView
from tests.render import documents, pages
from tests.render.pages import MEASURE, answered, paragraph, with_measures

ROOT = Path(__file__).parents[2]
WORD = [*sorted((ROOT / "templates").glob("*.docx")), *sorted((ROOT / "tests" / "restyled").glob("*.docx"))]
LIKE_A_MARK = "<?later 0?> &lt;?later 0?&gt; \N{REPLACEMENT CHARACTER}"
STEPS = (Block(Form.NUMBERS, ("First.", LIKE_A_MARK)), Block(Form.BULLETS, ("A lorry.",)))
MEASURES = tuple(
    replace(
        answered(MEASURE, context=STEPS, actions=paragraph(f"Told {number}.")),
        anchor=f"m{number}",
        label=f"M {number}",
    )
    for number in range(5)
)


@pytest.mark.parametrize(
    ("inside", "is_kept"),
    [
        ("{{ measure.title }}", True),
        ("{% for each in measure.remarks %}{{ loop.index }} {{ each }}{% endfor %}", True),
        ("{% set title = measure.title %}{{ title|upper }}", True),
        ("{{ alone(measure.title) }} {{ asks_alone(measure.title) }}", True),
        ("{{ dict(text=measure.title).text }}", True),
        ("{{ loop.index }}", False),
        ("{{ measure.title }}{% if not loop.last %}, {% endif %}", False),
        ("{{ page.council }}", False),
        ("{{ directorate.name }}", False),
        ("{{ constant[0] }} {{ asks_constant() }}", True),
        ("{{ of_the_page }}", False),
        ("{{ now_and_then }}", False),
        ("{{ changing }}", False),
        ("{{ told(measure.title) }}", False),
        ("{{ asks_told(measure.title) }}", False),
        ("{{ twice(measure.title) }}", False),
        ("{{ itself }}", False),
        ("{{ each_other }}", False),
        ("{{ counter.count }}", False),
        ("{{ in_turn.next() }}", False),
        ("{% for each in given_once %}{{ each }}{% endfor %}", False),
        ("{{ range() }}", False),
        ("{{ further_down }}", False),
        ("{{ asks_further_down() }}", False),
        ("{{ self.block() }}", False),
        ("{% set own = namespace(count=0) %}{% set own.count = own.count + 1 %}{{ own.count }}", True),
    ],
)
def test_what_looks_at_nothing_but_its_measure_is_kept(inside: str, is_kept: bool) -> None:
    assert asks(f"{{% for measure in directorate.measures %}}{inside}{{% endfor %}}") is is_kept


@pytest.mark.parametrize(
    ("loop", "is_kept"),
    [
        ("{% for m in page.directorates[0].measures %}{{ m.title }}{% endfor %}", True),
        ("{% for m in directorate.measures if m.waits %}{{ m.title }}{% endfor %}", False),
        ("{% for m in directorate.measures %}{{ m.title }}{% else %}None.{% endfor %}", False),
        ("{% for m in directorate.measures recursive %}{{ m.title }}{% endfor %}", False),
        ("{% for m in directorate.measures|reverse %}{{ m.title }}{% endfor %}", False),
        ("{% for m in page.missing %}{{ m.title }}{% endfor %}", False),
    ],
)
def test_only_plain_loops_over_measures_are_kept(loop: str, is_kept: bool) -> None:
    assert asks(loop) is is_kept


MACROS = """
{% macro alone(text) %}<b>{{ text }}</b>{% endmacro %}
{% macro asks_alone(text) %}{{ alone(text) }}{% endmacro %}
{% macro told(text) %}{{ text }} {{ page.council }}{% endmacro %}
{% macro asks_told(text) %}{{ told(text) }}{% endmacro %}
{% macro twice(text) %}{{ text }}{% endmacro %}
{% macro twice(text) %}{{ text }}{% endmacro %}
{% set constant = ["Measure", "Status"] %}
{% macro asks_constant() %}{{ constant[1] }}{% endmacro %}
{% set of_the_page = page.council %}
{% set changing = 1 %}{% set changing = 2 %}
{% if page.draft %}{% set now_and_then = 1 %}{% endif %}
{% set itself = itself|upper %}
{% set each_other = other_each %}{% set other_each = each_other %}
{% set counter = namespace(count=0) %}{% set in_turn = cycler("odd", "even") %}
{% set given_once = ["a", "b"]|reverse %}
{% macro range() %}{{ page.council }}{% endmacro %}
{% macro asks_further_down() %}{{ further_down }}{% endmacro %}
{% block block %}{{ page.council }}{% endblock %}
"""
FURTHER_DOWN = "{% set further_down = 1 %}"


def asks(loop: str) -> bool:
    environment = BoundedEnvironment()
    tree = environment.parse(f"{MACROS}{{% for directorate in page.directorates %}}{loop}{{% endfor %}}{FURTHER_DOWN}")
    mark_loops(tree, environment, (), "t")
    return tree.find(nodes.CallBlock) is not None


def test_most_of_our_own_documents_is_kept() -> None:
    """Else a build after one change would take as long as the first."""
    environment = html_template(pages.TEMPLATE, pages.NAME).environment
    tree = environment.parse(pages.TEMPLATE)
    mark_loops(tree, environment, (), "t")
    (asking,) = tree.find_all(nodes.CallBlock)
    assert len(list(asking.find_all(nodes.Getattr))) > 15


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    with Kept(tmp_path / "cache") as kept:
        yield kept


def word(template: bytes, measures: tuple[MeasureView, ...], kept: Kept | None) -> bytes:
    with fragments_of(template, Keys(), kept):
        return render_word(word_template(template, "t.docx"), page_of(measures))


def page_of(measures: tuple[MeasureView, ...]) -> PageView:
    return replace(with_measures(*measures), recommendations=("Note it.", "Agree it."))


CHANGES = (
    MEASURES,
    MEASURES[1:],
    (*MEASURES[:2], replace(MEASURES[2], title="Another title"), *MEASURES[3:]),
    MEASURES[::-1],
    (*MEASURES, *MEASURES),
)


@pytest.mark.parametrize("path", WORD, ids=lambda path: path.name)
def test_a_word_file_is_the_same_byte_for_byte_with_and_without_what_was_kept(path: Path, kept: Kept) -> None:
    """Numbered lists, bookmarks and drawings are numbered through the document, whatever was written before."""
    template = path.read_bytes()
    for measures in CHANGES:
        assert word(template, measures, kept) == word(template, measures, None)


def test_the_page_is_the_same_byte_for_byte_with_and_without_what_was_kept(kept: Kept) -> None:
    template = html_template(pages.TEMPLATE, pages.NAME)
    for measures in CHANGES:
        fresh = render_html(template, page_of(measures))
        with fragments_of(pages.TEMPLATE.encode(), Keys(), kept):
            assert render_html(template, page_of(measures)) == fresh
    assert fresh.count(b"&lt;?later 0?&gt;") >= len(CHANGES[-1])


def test_what_was_kept_counts_towards_the_most_that_a_template_may_do(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a template that does too much would be refused once, and not the next time."""
    loop = "{% for m in page.directorates[0].measures %}{% for n in range(1000) %}{{ n }}{% endfor %}{% endfor %}"
    template = html_template(loop, "t")
    monkeypatch.setattr("generator.documents.templating.sandbox.PIECES", 4000)
    for _ in range(3):
        with fragments_of(loop.encode(), Keys(), kept):
            with pytest.raises(Unusable, match="never end"):
                render_html(template, page_of(MEASURES))
            assert render_html(template, page_of(MEASURES[:1]))


def test_another_template_is_not_given_what_the_first_one_wrote(kept: Kept) -> None:
    for text in ("{{ m.title }}", "{{ m.label }}"):
        source = f"{{% for m in page.directorates[0].measures %}}{text}{{% endfor %}}"
        with fragments_of(source.encode(), Keys(), kept):
            found = render_html(html_template(source, "t"), page_of(MEASURES[:1])).decode()
        assert found == (MEASURES[0].title if "title" in text else MEASURES[0].label)


def test_what_one_part_of_a_word_file_writes_is_not_given_to_another(kept: Kept) -> None:
    """The header's first loop over measures is not that of the main text."""
    start, end = documents.p("{%p for m in page.directorates[0].measures %}"), documents.p("{%p endfor %}")
    header = f"<w:hdr {documents.W}>{start}{documents.p('{{ m.title }}')}{end}</w:hdr>"
    template = documents.package(start, documents.p("{{ m.label }}"), end, word__header1=header)
    for _ in range(2):
        assert word(template, MEASURES, kept) == word(template, MEASURES, None)


def test_a_fault_in_what_would_be_kept_is_told_as_ever(kept: Kept) -> None:
    body = [
        documents.p("{%p for m in page.directorates[0].measures %}"),
        documents.p("{% restart_list m.nothing %}{{ m.title }}", style="Steps"),
        documents.p("{%p endfor %}"),
    ]
    template = documents.package(*body)
    told: list[str] = []
    for each in (None, kept, kept):
        with pytest.raises(Exception, match="nothing") as error:
            word(template, MEASURES, each)
        told.append(str(error.value))
    assert len(set(told)) == 1


def test_what_is_kept_is_really_used(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    template = (ROOT / "templates" / "report.docx").read_bytes()
    first = word(template, MEASURES, kept)
    written: list[object] = []
    monkeypatch.setattr(Kept, "put", lambda *given: written.append(given))
    assert word(template, MEASURES, kept) == first
    assert written == []
