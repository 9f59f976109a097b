"""Rules of the fields that a template may use: a slip is told wherever it stands, and what is right never is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import NoneType
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jinja2 import Environment

from generator.commentary.blocks import Block, Form
from generator.documents.templating.field_list import TemplateField, fields_of, unknown_fields
from generator.documents.templating.unknown_field import UnknownField
from generator.report.page.examples import FULL
from generator.report.page.over_time.line_view import LineView
from generator.report.page.views import ChartView, PageView


@dataclass(frozen=True)
class StatusView:
    word: str
    note: str


@dataclass(frozen=True)
class MeasureView:
    label: str
    status: StatusView
    forecast: StatusView
    remarks: tuple[str, ...]
    context: tuple[Block, ...]


@dataclass(frozen=True)
class DirectorateView:
    name: str
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True)
class SummaryView:
    heading: str
    counts: tuple[int, ...]
    chart: ChartView | None

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class Page:
    council: str
    draft: bool
    number: int
    directorates: tuple[DirectorateView, ...]
    summary: SummaryView | None
    key: tuple[StatusView, ...]


KNOWN: Mapping[str, object] = {
    "page": Page,
    "colours": tuple[tuple[str, str], ...],
    "size": tuple[int, Page],
    "_hidden": object,
}


def found(template: str, known: Mapping[str, object] = KNOWN) -> list[tuple[int, str]]:
    return list(unknown_fields(Environment(autoescape=True, extensions=["jinja2.ext.do"]).parse(template), known))


def sentences(template: str) -> list[str]:
    return [sentence for _, sentence in found(template)]


COUNCL = "there is no field “councl”. Did you mean “council”?"
LABLE = "there is no field “lable”. Did you mean “label”?"
WRD = "there is no field “wrd”. Did you mean “word”?"
FOM = "there is no field “fom”. Did you mean “form”?"
MEASURE = "there is no field “measure”."
EACH_MEASURE = "{% for d in page.directorates %}{% for measure in d.measures %}"
ENDS = "{% endfor %}{% endfor %}"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ pagee.council }}", "there is no field “pagee”. Did you mean “page”?"),
        ("{{ page.councl }}", COUNCL),
        ("{{ page['councl'] }}", COUNCL),
        ("{{ page.councl.more.and_more }}", COUNCL),
        ("{{ page.councl() }}", COUNCL),
        ("{{ page.councl|upper }}", COUNCL),
        ("{{ page.councl ~ ', ' }}", COUNCL),
        ("{{ 'x' if page.councl else 'y' }}", COUNCL),
        ("{{ range(page.councl) }}", COUNCL),
        ("{{ page.council|replace(page.councl, 'x') }}", COUNCL),
        ("{% if page.councl == 'x' %}{% endif %}", COUNCL),
        ("{% if page.councl is defined %}{% endif %}", COUNCL),
        ("{% set a = {'b': [page.councl]} %}", COUNCL),
        ("{% do page.councl %}", COUNCL),
        ("{{ page.summary.headin }}", "there is no field “headin”. Did you mean “heading”?"),
        ("{{ page.__class__ }}", "there is no field “__class__”."),
        ("{{ page.zzz }}", "there is no field “zzz”."),
        ("{{ hidden }}", "there is no field “hidden”."),
        ("{{ loop.index }}", "there is no field “loop”."),
        ("{{ page.key[0].wrd }}", WRD),
        ("{{ page.key[1:][0].wrd }}", WRD),
        ("{{ page.key[page.number].wrd }}", WRD),
        ("{{ size[1].councl }}", COUNCL),
    ],
)
def test_a_field_that_is_not_there_is_told_with_the_nearest_one(template: str, told: str) -> None:
    assert sentences(template) == [told]


@pytest.mark.parametrize("template", ["{{ page.councl }}", "{{ pagee }}"])
def test_the_sentence_is_that_of_a_rendering(template: str) -> None:
    def rendered(template: str) -> str:
        page = Page("Ambridge", draft=True, number=1, directorates=(), summary=None, key=())
        return Environment(autoescape=True, undefined=UnknownField).from_string(template).render(page=page)

    (sentence,) = sentences(template)
    with pytest.raises(Exception, match="there is no field") as told:
        rendered(template)
    assert str(told.value) == sentence


@pytest.mark.parametrize(
    "template",
    [
        "{% if page.draft %}{{ page.councl }}{% endif %}",
        "{% if page.draft %}{% elif page.number %}{{ page.councl }}{% endif %}",
        "{% if page.draft %}{% elif page.councl %}{% endif %}",
        "{% if page.draft %}{% else %}{{ page.councl }}{% endif %}",
        "{% if false %}{{ page.councl }}{% endif %}",
        "{% for each in [] %}{{ page.councl }}{% endfor %}",
        "{% for each in page.key %}{% else %}{{ page.councl }}{% endfor %}",
        "{% for each in page.key if page.councl %}{% endfor %}",
        "{% macro never_called(a) %}{{ page.councl }}{% endmacro %}",
        "{% macro m(a=page.councl) %}{% endmacro %}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ page.councl }}{% endcall %}",
        "{% filter upper %}{{ page.councl }}{% endfilter %}",
        "{% set a %}{{ page.councl }}{% endset %}",
        "{% set a | replace(page.councl, 'x') %}{% endset %}",
        "{% with %}{{ page.councl }}{% endwith %}",
        "{% block b %}{{ page.councl }}{% endblock %}",
        "{% autoescape true %}{{ page.councl }}{% endautoescape %}",
    ],
)
def test_every_branch_is_read(template: str) -> None:
    assert sentences(template) == [COUNCL]


def test_each_slip_is_told_once_with_its_line() -> None:
    template = "{{ page.councl }} {{ page.councl }}\n\n{{ page.council }}{{ page.councl }}\n{{ pagee }}"
    assert [line for line, _ in found(template)] == [1, 3, 4]


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (f"{EACH_MEASURE}{{{{ measure.lable }}}}{ENDS}", LABLE),
        (f"{EACH_MEASURE}{{{{ measure.status.wrd }}}}{ENDS}", WRD),
        (f"{EACH_MEASURE}{{% for b in measure.context %}}{{{{ b.fom }}}}{{% endfor %}}{ENDS}", FOM),
        ("{% for d in page.directorates if d.nam %}{% endfor %}", "there is no field “nam”. Did you mean “name”?"),
        ("{% for fill, ink in colours %}{{ fill.x }}{% endfor %}", "“fill” is text, and has no parts."),
        ("{% for pair in colours %}{{ pair[0].x }}{% endfor %}", "“pair[0]” is text, and has no parts."),
        ("{% for s in [page.key[0], page.key[1]] %}{{ s.wrd }}{% endfor %}", WRD),
        ("{% for s in (page.key[0], page.key[1]) %}{{ s.wrd }}{% endfor %}", WRD),
        ("{% for s in page.councl %}{{ s.anything }}{% endfor %}", COUNCL),
        ("{% set s = page.key[0] %}{{ s.wrd }}", WRD),
        ("{% set s, n = page.key[0], page.number %}{{ s.wrd }}", WRD),
        ("{% with s = page.key[0] %}{{ s.wrd }}{% endwith %}", WRD),
        ("{% set s = page.key[0] if page.draft else page.key[1] %}{{ s.wrd }}", WRD),
        ("{% set s = page.key[0] or page.key[1] %}{{ s.wrd }}", WRD),
        ("{% if page.draft %}{% set s = page.key[0] %}{% endif %}{{ s.wrd }}", WRD),
        ("{% if page.draft %}{% set s = page %}{% else %}{% set s = page.key[0] %}{% endif %}{{ s.wrd }}", None),
        ("{% for d in page.directorates recursive %}{{ loop(d.measures) }}{{ d.lable }}{% endfor %}", None),
    ],
)  # fmt: skip
def test_kinds_are_followed_through_loops_and_names(template: str, told: str | None) -> None:
    assert sentences(template) == ([told] if told else [])


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (f"{EACH_MEASURE}{ENDS}{{{{ measure.label }}}}", MEASURE),
        ("{% for measure in page.key %}{% else %}{{ measure.word }}{% endfor %}", MEASURE),
        ("{% for each in page.key %}{% set measure = each %}{% endfor %}{{ measure.word }}", MEASURE),
        ("{% with measure = page.key[0] %}{% endwith %}{{ measure.word }}", MEASURE),
        ("{% with measure = page.key[0], b = measure %}{% endwith %}", MEASURE),
        ("{% macro m(measure) %}{% endmacro %}{{ measure }}", MEASURE),
        ("{% macro m() %}{% set measure = 1 %}{% endmacro %}{{ measure }}", MEASURE),
        ("{% macro m() %}{{ measure.label }}{% endmacro %}" + EACH_MEASURE + "{{ m() }}" + ENDS, MEASURE),
        ("{{ measure }}{% set measure = 1 %}", MEASURE),
        ("{% for each in page.key %}{% endfor %}{{ loop }}", "there is no field “loop”."),
        ("{{ caller() }}", "there is no field “caller”."),
        ("{% set measure.done = 1 %}", MEASURE),
    ],
)
def test_a_name_is_known_only_where_it_is_bound(template: str, told: str) -> None:
    assert sentences(template) == [told]


SHOW = "{% macro show(s) %}{{ s.wrd }}{% endmacro %}"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (SHOW, None),
        (SHOW + "{{ show(page.key[0]) }}", WRD),
        (SHOW + "{{ show(s=page.key[0]) }}", WRD),
        (SHOW + "{% call show(page.key[0]) %}{% endcall %}", WRD),
        (SHOW + f"{EACH_MEASURE}{{{{ show(measure.status) }}}}{{{{ show(measure.forecast) }}}}{ENDS}", WRD),
        (SHOW + "{{ show(page.key[0]) }}{{ show(page) }}", None),
        (SHOW + "{{ show(page.key[0]) }}{{ show('text') }}", None),
        (SHOW + "{{ show(page.key[0]) }}{{ show(*colours) }}", None),
        (SHOW + "{{ show(page.key[0]) }}{{ show(**{}) }}", None),
        (SHOW + "{{ show(page.key[0]) }}{{ page.key|map(show)|join }}", None),
        (SHOW + "{% macro outer(t) %}{{ show(t) }}{% endmacro %}{{ outer(page.key[0]) }}", WRD),
        ("{% macro outer(t) %}{{ show(t[0]) }}{% endmacro %}" + SHOW + "{{ outer(page.key) }}", WRD),
        ("{% macro show(s, t=1) %}{{ s.wrd }}{{ t.x }}{% endmacro %}{{ show(page.key[0], page) }}", WRD),
        ("{% macro show(s) %}{{ s.wrd }}{{ show(s) }}{% endmacro %}{{ show(page.key[0]) }}", WRD),
        ("{% macro show() %}{{ later.wrd }}{% endmacro %}{% set later = page.key[0] %}{{ show() }}", WRD),
        (SHOW + "{{ show(page.key[0], page.councl) }}", f"{WRD} {COUNCL}"),
    ],
)
def test_a_macros_parameters_are_what_all_its_calls_agree_on(template: str, told: str | None) -> None:
    assert " ".join(sentences(template)) == (told or "")


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ page.directorates }}", "“page.directorates” is a list; go through it with for."),
        ("{{ page.key[0:1] }}", "this is a list; go through it with for."),
        ("{{ page.council ~ page.key }}", "“page.key” is a list; go through it with for."),
        ("{{ page.draft }}", "“page.draft” is yes or no, and not text; ask for it with if."),
        ("{{ page.key[0] }}", "“page.key[0]” is not text; print one of its parts, such as “word”."),
        ("{{ page.summary }}", "“page.summary” is not text; print one of its parts, such as “heading”."),
        ("{{ page.council.name }}", "“page.council” is text, and has no parts."),
        ("{{ page.council.upper }}", "“page.council” is text, and has no parts."),
        ("{{ page.draft.name }}", "“page.draft” is yes or no, and has no parts."),
        ("{{ page.number.name }}", "“page.number” is a number, and has no parts."),
        (
            "{{ page.directorates.name }}",
            "“page.directorates” is a list, and has no “name” of its own; go through it with for.",
        ),
        (
            "{% for x in page.council %}{{ x.y }}{% endfor %}",
            "“page.council” is not a list, so it cannot be gone through.",
        ),
        ("{% for x in page.draft %}{% endfor %}", "“page.draft” is not a list, so it cannot be gone through."),
        ("{% for x in page.summary %}{% endfor %}", "“page.summary” is not a list, so it cannot be gone through."),
    ],
)
def test_a_field_cannot_be_used_as_what_it_is_not(template: str, told: str) -> None:
    assert sentences(template) == [told]


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.council }}{{ page['council'] }}{{ page.number }}{{ page.summary.total }}",
        "{{ page.council.upper() }}{{ page.directorates.index(1) }}{{ page.key|length }}{{ page.council[0] }}",
        "{{ (page.key|first).anything.at.all }}{{ ('x' ~ page.council).y }}{{ 'x'.y }}{{ {}.x }}{{ dict().y.z }}",
        "{% for x in page.key|sort(attribute='word') %}{{ x.anything }}{{ loop.index }}{{ loop.last.x }}{% endfor %}",
        "{{ range(3) }}{{ cycler('a').next() }}{{ _hidden }}{{ _hidden.x }}{{ self.b() }}",
        "{% set ns = namespace(n=0) %}{% set ns.n = page.number %}{{ ns.n }}",
        "{% if page.draft and not page.summary %}{% endif %}{{ page.draft and page.council }}",
        "{% for b in page.directorates[0].measures[0].context %}{% if b.form == 'bullets' %}{% endif %}{% endfor %}",
        "{% set b = page.directorates[0].measures[0].context[0] %}{% for item in b.items %}{{ item }}{% endfor %}",
        "{% for fill, ink in colours %}{{ fill }}{{ ink }}{% endfor %}",
        "{% for a, b, c in colours %}{{ a.x }}{% endfor %}{{ size[7].x }}",
        "{% macro m(a, b) %}{{ a }}{{ varargs }}{{ kwargs }}{{ caller() }}{% endmacro %}{{ m('x') }}",
        "{% call(each) _hidden(page.key) %}{{ each.x }}{{ page.council }}{% endcall %}",
        "{{ _hidden(page.key, page.draft, page.summary.chart, here=page.summary) }}",
        "{% set page = _hidden %}{{ page.councl }}",
        "{% macro m() %}{{ later }}{% endmacro %}{% set later = page.council %}{{ m() }}",
        "{% set a %}text{% endset %}{{ a.x }}{% for each in a %}{% endfor %}",
        "{% raw %}{{ page.councl }}{% endraw %}{# {{ page.councl }} #}",
    ],
)
def test_what_is_right_or_cannot_be_known_is_not_faulted(template: str) -> None:
    assert found(template) == []


Path = tuple[tuple[type, str], ...]
"""Dataclasses with the field that is taken of each: the first of a page, the next of what that field gives or lists."""


def without_none(hint: object) -> object:
    return next((each for each in get_args(hint) if each is not NoneType), hint) if is_optional(hint) else hint


def is_optional(hint: object) -> bool:
    return NoneType in get_args(hint)


def paths(whole: type, before: Path = ()) -> Iterator[Path]:
    """Give every way from a page to a field."""
    for name, hint in get_type_hints(whole).items():
        path, kind = (*before, (whole, name)), without_none(hint)
        yield path
        inside = get_args(kind)[0] if get_origin(kind) is tuple else kind
        if isinstance(inside, type) and is_dataclass(inside):
            yield from paths(inside, path)


PATHS = tuple(paths(PageView))


def template_for(path: Path, names: tuple[str, ...], way: str) -> str:
    """Write a template that goes down a path, by ``names`` in place of the fields' own, and uses what is there."""
    start, end, here = "", "", "page"
    for number, ((whole, own), name) in enumerate(zip(path, names, strict=True)):
        kind, here = without_none(get_type_hints(whole)[own]), f"{here}.{name}"
        if get_origin(kind) is tuple:
            start, end, here = f"{start}{{% for x{number} in {here} %}}", f"{{% endfor %}}{end}", f"x{number}"
            kind = get_args(kind)[0]
    used = use(kind, here) if way != "macro" else f"{{{{ shown({here}) }}}}"
    macro = f"{{% macro shown(it) %}}{use(kind, 'it')}{{% endmacro %}}" if way == "macro" else ""
    branch = ("{% if 1 > 2 %}", "{% endif %}") if way == "untaken" else ("", "")
    return macro + branch[0] + start + used + end + branch[1]


def use(kind: object, here: str) -> str:
    if kind is bool or (isinstance(kind, type) and is_dataclass(kind)):
        return f"{{% if {here} %}}yes{{% endif %}}"
    return f"{{{{ {here} }}}}"


WAYS = st.sampled_from(["plain", "untaken", "macro"])


@given(st.sampled_from(PATHS), WAYS)
def test_every_field_of_a_page_can_be_used(path: Path, way: str) -> None:
    template = template_for(path, tuple(name for _, name in path), way)
    assert found(template, {"page": PageView}) == [], template


@given(st.sampled_from(PATHS), WAYS, st.data())
def test_one_wrong_letter_is_one_finding(path: Path, way: str, data: st.DataObject) -> None:
    names = [name for _, name in path]
    wrong = data.draw(st.integers(0, len(path) - 1))
    letter = data.draw(st.integers(0, len(names[wrong]) - 1))
    name = names[wrong]
    names[wrong] = name[:letter] + data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz")) + name[letter + 1 :]
    assume(names[wrong] not in get_type_hints(path[wrong][0]))
    template = template_for(path, tuple(names), way)
    ((line, sentence),) = found(template, {"page": PageView})
    assert line == 1
    assert sentence.startswith(f"there is no field “{names[wrong]}”."), template


NOTED = StatusView("Red", "Stated")
MEASURE_VIEW = MeasureView(
    "WM 01", StatusView("Green", ""), NOTED, ("A remark.",), (Block(Form.BULLETS, ("An item " * 20,)),)
)
PAGE = Page(
    "Ambridge",
    draft=True,
    number=3,
    directorates=(DirectorateView("Place", (MEASURE_VIEW,)),),
    summary=SummaryView("Summary", (2, 1), None),
    key=(NOTED,),
)


def test_the_fields_are_listed_with_examples_each_type_once() -> None:
    assert list(fields_of(PAGE)) == [
        TemplateField("page.council", "Ambridge"),
        TemplateField("page.draft", "yes or no"),
        TemplateField("page.number", "3"),
        TemplateField("page.directorates", "a list: {% for directorate in page.directorates %}"),
        TemplateField("directorate.name", "Place"),
        TemplateField("directorate.measures", "a list: {% for measure in directorate.measures %}"),
        TemplateField("measure.label", "WM 01"),
        TemplateField("measure.status", "its parts follow"),
        TemplateField("measure.status.word", "Red"),
        TemplateField("measure.status.note", "Stated"),
        TemplateField("measure.forecast", "like measure.status"),
        TemplateField("measure.remarks", "a list: {% for remark in measure.remarks %}"),
        TemplateField("remark", "A remark."),
        TemplateField("measure.context", "a list: {% for block in measure.context %}"),
        TemplateField("block.form", "one of paragraph, bullets, numbers"),
        TemplateField("block.items", "a list: {% for item in block.items %}"),
        TemplateField("item", "An item An item An item An item An item An item An item An…"),
        TemplateField("page.summary", "its parts follow"),
        TemplateField("page.summary.heading", "Summary"),
        TemplateField("page.summary.counts", "a list: {% for count in page.summary.counts %}"),
        TemplateField("count", "2"),
        TemplateField("page.summary.chart", "{% chart page.summary.chart, 13, 6 %}"),
        TemplateField("page.summary.total", "3"),
        TemplateField("page.key", "a list: {% for status in page.key %}, each like measure.status"),
    ]


def test_every_field_of_the_page_is_listed_and_has_an_example() -> None:
    listed = list(fields_of(FULL))
    types = {whole for path in PATHS for whole, _ in path if not _belongs_to_a_chart(path, whole)}
    wanted = {each.name for whole in types for each in fields(whole)}
    assert wanted <= {each.path.rpartition(".")[2] for each in listed}
    assert len({each.path for each in listed}) == len(listed)
    assert [each.path for each in listed if not each.example] == []
    assert max(len(each.example) for each in listed if "{%" not in each.example) <= 60


def _belongs_to_a_chart(path: Path, whole: type) -> bool:
    wholes = [each for each, _ in path]
    return bool({ChartView, LineView} & set(wholes[: wholes.index(whole) + 1]))
