"""A template that would never end, or fill the memory, is a fault of the template that is told in seconds."""

import time

import pytest

from generator.documents.templating.allowance import TooMuchError, bounded
from generator.documents.web_page import html_template, render_html
from generator.documents.word_document.language import DO_END, DO_START, PRINT_END, PRINT_START, compiled, ready
from generator.model.problem import Unusable
from generator.report.page.examples import FULL

ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% set n = namespace(t='x') %}{% for a in range(99) %}{% set n.t = n.t ~ n.t %}{% endfor %}",
    "{% set n = namespace(t='x') %}{% for a in range(99) %}{% set n.t = n.t + n.t %}{% endfor %}",
    "{% set n = namespace(t='x') %}{% for a in range(99) %}{% set n.t = n.t|replace('x', 'xx') %}{% endfor %}",
    "{{ range(99999)|join('x'|replace('x', range(99999)|join('x'))) }}",
)
REFUSED = (
    "{{ 'x' * 999999999 }}",
    "{{ [1] * 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ 'x'.ljust(999999999) }}",
    "{{ '{:999999999}'.format('x') }}",
    "{{ 'x'|center(999999999) }}",
    "{{ lipsum(99999999) }}",
    "{% for a in [1]|batch(999999999, 'x') %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
    "{% for a in [1] %}" * 30 + "x" + "{% endfor %}" * 30,
    "{{ " + "(" * 100000 + "1" + ")" * 100000 + " }}",
    "x" * 5_000_001,
)


@pytest.mark.parametrize("text", [*ENDLESS, *REFUSED], ids=lambda text: text[:50])
def test_a_page_that_would_never_end_is_a_fault_of_the_template(text: str) -> None:
    started = time.process_time()
    with pytest.raises(Unusable) as told:
        render_html(html_template(text, "report.html.j2"), FULL)
    assert time.process_time() - started < 10
    (fault,) = told.value.problems
    assert fault.code == "TEMP01"
    if text in ENDLESS:
        assert "it would never end" in fault.message


@pytest.mark.parametrize("text", ENDLESS[:2])
def test_a_word_file_that_would_never_end_is_one_too(text: str) -> None:
    source = text.replace("{%", DO_START).replace("%}", DO_END).replace("{{", PRINT_START).replace("}}", PRINT_END)
    code, _ = compiled(source, "word/document.xml")
    with pytest.raises(TooMuchError), bounded():
        ready(code).render({})


def test_time_is_limited_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.documents.templating.allowance.SECONDS", -1)
    with pytest.raises(Unusable, match="never end"):
        render_html(html_template("{% for a in range(9) %}{% endfor %}", "report.html.j2"), FULL)


def test_what_a_report_needs_is_let_through() -> None:
    text = "{% for a in range(99999) %}{{ a }}{{ loop.length }}{% endfor %}{{ 2 * 3 + 1 }}{{ 'a' ~ 'b' + 'c' }}"
    assert render_html(html_template(text, "x.j2"), FULL).endswith(b"7abc")
