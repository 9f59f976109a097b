"""Templates made to fill the memory or to take for ever, each told of as a fault with its line, and in time."""

import pytest

from generator.documents.sentences import MEASURE, filled, narrative_template
from generator.documents.template_trial import faults_of
from generator.documents.web_page import html_template, render_html
from generator.model.problem import Unusable
from generator.report.page.example_facts import EXAMPLES
from generator.report.page.examples import FULL
from tests.documents.little import little

SECONDS, MEGABYTES = 10, 300

GROWS = "{% for a in range(99) %}{% set n.t = STEP %}{% endfor %}"
TEXT = "{% set n = namespace(t='some text ') %}"
LIST = "{% set n = namespace(t=['x']) %}"
MACROS = "{% macro m0() %}x{% endmacro %}" + "".join(
    f"{{% macro m{each}() %}}{{{{ m{each - 1}() }}}}{{{{ m{each - 1}() }}}}{{% endmacro %}}" for each in range(1, 40)
)
ROUNDS = "{% for a in range(99999) %}"
LONG = "{% set q = range(99999)|join('x') %}"
TWICE = "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
WIDE = "\N{PILE OF POO}"


def grown(step: str, start: str = TEXT) -> str:
    return start + GROWS.replace("STEP", step)


ATTACKS = {
    # lists and rows made of many
    "a list of lists, sorted": "{{ range(99999)|batch(1)|map('batch', 9999, 'x')|map('list')|list|sort|length }}",
    "a list doubled by +": grown("n.t + n.t", LIST),
    "a list of itself twice": grown("[n.t, n.t]", LIST),
    "a row of itself twice": grown("(n.t, n.t)", LIST),
    "a row of itself twice, looked for": grown("(n.t, n.t)", LIST) + "{{ n.t in [n.t] }}",
    "a lookup of itself twice": grown("{'a': n.t, 'b': n.t}", LIST),
    "dict() of itself twice": grown("dict(a=n.t, b=n.t)", LIST),
    "lists in lists, very deep": LIST + ROUNDS + "{% set n.t = [n.t] %}{% endfor %}",
    "rows in rows, very deep, hashed": LIST
    + ROUNDS
    + "{% set n.t = (n.t,) %}{% endfor %}{{ [n.t]|unique|list|length }}",
    "a list of itself by |list": grown("[n.t, n.t]|list", LIST),
    "a list of itself by |batch": grown("[n.t, n.t]|batch(2)|list", LIST),
    "a list of itself by |slice": grown("[n.t, n.t]|slice(1)|list", LIST),
    "a list of itself by varargs": "{% set n = namespace(t=1) %}{% macro m() %}{% set n.t = varargs %}{% endmacro %}"
    + "{{ m(n.t, n.t) }}" * 60
    + "{{ n.t in [n.t] }}",
    "a list cut into itself": grown("[n.t[:], n.t[:]]", LIST),
    "two equal heaps of lists, compared": grown("[n.t, n.t]", LIST) + "{{ 1 if n.t == n.t else 2 }}",
    "|map of |list": "{% for a in range(99999)|batch(1)|map('batch', 999, 'x')|map('list') %}{% endfor %}",
    "|batch, again and again": grown("(n.t + n.t)|batch(9999, 'x')|list", LIST),
    "|slice in a loop": ROUNDS + "{% set x = range(99999)|slice(9999)|list %}{% endfor %}",
    "|sort in a loop": ROUNDS + "{% set x = range(99999)|sort %}{% endfor %}",
    "|unique in a loop": ROUNDS + "{% set x = range(99999)|unique|list %}{% endfor %}",
    "|reverse in a loop": ROUNDS + "{% set x = range(99999)|reverse|list %}{% endfor %}",
    "|select in a loop": ROUNDS + "{% set x = range(99999)|select('odd')|list %}{% endfor %}",
    "|map of a part, a thousand times": "{{ range(99999)" + "|map(attribute='a.b.c')" * 80 + "|list|length }}",
    "|first of a long search": ROUNDS + "{% set x = range(99999)|select('lt', 0)|first %}{% endfor %}",
    "in a long list, in a loop": ROUNDS + "{% if 'x' in range(99999)|list %}{% endif %}{% endfor %}",
    "a test of a long list, in a loop": ROUNDS + "{% if 'x' is in(range(9999)|list) %}{% endif %}{% endfor %}",
    "cycler of many, in a loop": ROUNDS + "{% set x = cycler(*range(99999)) %}{% endfor %}",
    "arguments by the thousand": "{% macro m() %}{{ varargs|length }}{% endmacro %}"
    + ROUNDS
    + "{{ m(*range(99999)) }}{% endfor %}",
    # texts that grow
    "~ that doubles": grown("n.t ~ n.t"),
    "+ that doubles": grown("n.t + n.t"),
    "~ that doubles a wide character": grown("n.t ~ n.t", "{% set n = namespace(t='" + WIDE + "') %}"),
    "|replace that doubles": grown("n.t|replace('t', 'tt')"),
    "|replace of nothing": grown("n.t|replace('', n.t)"),
    "|join that doubles": grown("[n.t, n.t]|join"),
    "|join with itself": grown("n.t|join(n.t)"),
    "|join of a long text, many times": TEXT + "{{ range(99999)|join('x'|replace('x', range(99999)|join)) }}",
    "a block that doubles": TEXT
    + "{% for a in range(99) %}{% set b %}{{ n.t }}{{ n.t }}{% endset %}{% set n.t = b %}{% endfor %}",
    "a block with a filter that doubles": TEXT
    + "{% for a in range(99) %}{% set b | upper %}{{ n.t }}{{ n.t }}{% endset %}{% set n.t = b %}{% endfor %}",
    "{% filter %} that doubles": TEXT
    + "{% for a in range(99) %}{% set b %}{% filter replace('t', 'tt') %}{{ n.t }}{% endfilter %}{% endset %}"
    + "{% set n.t = b %}{% endfor %}",
    "escaping that grows": grown("('&' ~ n.t)|replace('&', '&&&&&&')"),
    "quotation marks, printed again and again": "{% set q = range(99999)|join('\"') %}"
    + ROUNDS
    + "{{ q }}{% endfor %}",
    "a long text, printed again and again": LONG + "{{ q }}" * 999,
    "a long text of the template's own in a loop": ROUNDS + "x" * 99_999 + "{% endfor %}",
    "|upper in a loop": LONG + ROUNDS + "{% set x = q|upper %}{% endfor %}",
    "|title of many words": grown("(n.t ~ n.t)|title"),
    "upper() in a loop": LONG + ROUNDS + "{% set x = q.upper() %}{% endfor %}",
    "split() that doubles": grown("n.t ~ n.t") + "{{ n.t.split('')|length }}",
    "split() in a loop": "{% set q = range(99999)|join(' ') %}" + ROUNDS + "{% set x = q.split() %}{% endfor %}",
    "slices kept": LONG + LIST + ROUNDS + "{% set n.t = [q[1:], n.t] %}{% endfor %}",
    "joiner, again and again": "{% set q = joiner(range(99999)|join('x')) %}" + ROUNDS + "{{ q() }}{% endfor %}",
    "a search in a long text, in a loop": "{% set q = range(99999)|join('x') %}"
    + ROUNDS
    + "{% if (q ~ 'y') in q %}{% endif %}{% endfor %}",
    # macros, loops and blocks that call one another
    "macros that double": MACROS + "{{ m39() }}",
    "macros that double, and print nothing": MACROS.replace("x", "") + "{{ m39() }}",
    "macros that double, each with much in it": MACROS.replace("x", "{% set y = 1 %}" * 900) + "{{ m39() }}",
    "a call block that doubles": "{% macro m(n) %}{% if n %}"
    + "{% call m(n - 1) %}{% endcall %}" * 2
    + "{% endif %}{{ caller() }}{% endmacro %}{% call m(60) %}{% endcall %}",
    "caller() that doubles": "{% macro m(n) %}{{ caller() }}{{ caller() }}{% endmacro %}"
    + "{% call m(1) %}" * 15
    + "x" * 9_999
    + "{% endcall %}" * 15,
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro that calls itself twice": TWICE + "{{ m(90) }}",
    "a loop in itself": "{% for a in [[1, 1], [1, 1]] recursive %}{{ loop([[1, 1], [1, 1]]) }}{% endfor %}",
    "a loop in itself, on a shorter list": "{% for a in range(30) recursive %}"
    "{{ loop(range(30 - loop.depth)) }}{% endfor %}",
    "blocks that double": "".join(
        f"{{% block b{each} %}}{f'{{{{ self.b{each + 1}() }}}}' * 2}{{% endblock %}}" for each in range(40)
    )
    + "{% block b40 %}x{% endblock %}",
    "loops in loops": ROUNDS * 3 + "{% endfor %}" * 3,
    "loops in loops that find nothing": ROUNDS + "{% for b in range(99999) if b < 0 %}{% endfor %}{% endfor %}",
    "a loop with much in it": ROUNDS + "{% set x = page %}" * 900 + "{% endfor %}",
    "a loop over a long text": LONG + "{% for a in q %}{% for b in q %}{% endfor %}{% endfor %}",
    "loop.changed": ROUNDS + "{% set x = loop.changed(range(99999)|list) %}{% endfor %}",
    # numbers and widths
    "a text a thousand million times": "{{ 'x' * 999999999 }}",
    "a list a thousand million times": "{{ [1] * 999999999 }}",
    "a power": "{{ 9 ** 9 ** 9 }}",
    "a number that doubles": grown("n.t + n.t", "{% set n = namespace(t=1) %}"),
    "a number that doubles by taking away": grown("n.t - (0 - n.t)", "{% set n = namespace(t=1) %}"),
    "a number that is multiplied": grown("n.t * 99", "{% set n = namespace(t=9) %}"),
    "a width by %": "{{ '%999999999d' % 1 }}",
    "a width by format()": "{{ '{:999999999}'.format('x') }}",
    "a width by format_map()": "{{ '{a:999999999}'.format_map({'a': 1}) }}",
    "a width by ljust()": "{{ 'x'.ljust(999999999) }}",
    "a width by zfill()": "{{ 'x'.zfill(999999999) }}",
    "a width by expandtabs()": "{{ '\\t'.expandtabs(999999999) }}",
    "bytes of a number": "{{ (1).to_bytes(999999999, 'big')|length }}",
    "a day with a width": "{{ page.__class__ }}",
    "translate()": "{{ 'x'.translate({120: 'xxxx'}) }}",
    "join()": "{{ 'x'.join(range(9)|map('upper')) }}",
    "range of too many": "{{ range(999999999)|list|length }}",
    **{
        f"|{each}": f"{{{{ 'x'|{each} }}}}"
        for each in (
            *(
                "center(999999999)",
                "indent(999999999)",
                "wordwrap(1)",
                "format(1)",
                "tojson",
                "xmlattr",
                "groupby('a')",
            ),
            *("groupby('a')", "sum", "pprint", "urlize", "filesizeformat", "round(999999999)", "random"),
            *("dictsort", "string", "float"),
        )
    },
    "lipsum": "{{ lipsum(99999999) }}",
}
"""Those of web pages; what is said of loops and texts goes for narratives and Word templates too."""

DEAR_TO_READ = {
    "a hundred thousand tags": "{{ page.council }}" * 100_000,
    "a tag of a million characters": "{% set x = [" + "1, " * 300_000 + "] %}",
    "tags that are opened and not closed": "{{" * 1_000_000,
    "tags that are opened and not closed, of all kinds": "{% {{ {# " * 300_000,
    "many opening brackets": "{{ " + "(" * 4_000 + "1" + ")" * 4_000 + " }}",
    "many parts": "{{ page" + ".a" * 2_400 + " }}",
    "many lists in lists": "{{ " + "[" * 150 + "]" * 150 + " }}",
    "many not": "{{ " + "not " * 1_200 + "1 }}",
    "many ifs in one another": "{% if 1 %}" * 2_400 + "{% endif %}" * 2_400,
    "loops in loops by the dozen": "{% for a in [1] %}" * 30 + "x" + "{% endfor %}" * 30,
    "many fillings worked out in advance": "{{ " + "'x'|replace('x', 'xx')" + "|replace('x', 'xx')" * 60 + " }}",
}


@pytest.mark.parametrize("text", [*ATTACKS.values(), *DEAR_TO_READ.values()], ids=[*ATTACKS, *DEAR_TO_READ])
def test_a_web_page_that_takes_too_much_is_told_of_in_time(text: str) -> None:
    with little(SECONDS, MEGABYTES), pytest.raises(Unusable) as told:
        render_html(html_template(f"<p>\n{text}", "report.html.j2"), FULL)
    (fault,) = told.value.problems
    assert (fault.code, fault.place.file) == ("TEMP01", "report.html.j2")
    assert "MemoryError" not in fault.message
    assert len(fault.message) < 1_000


@pytest.mark.parametrize("text", DEAR_TO_READ.values(), ids=DEAR_TO_READ)
def test_check_template_tells_of_it_in_time(text: str) -> None:
    with little(SECONDS, MEGABYTES):
        found = faults_of(f"<p>\n{text}".encode(), "report.html.j2")
    assert found
    assert all(each.message.startswith("The template is wrong: ") for each in found)
    if "more than" not in found[0].message:
        assert "line " in found[0].message


DEAR_TO_CHECK = {
    "rows of rows": "{% set a0 = (1,) %}"
    + "".join(f"{{% set a{each} = (a{each - 1}, a{each - 1}) %}}" for each in range(1, 60)),
    "lists of lists": "{% set a0 = [1] %}" + "".join(f"{{% set a{each} = [a{each - 1}] %}}" for each in range(1, 900)),
    "rows of a hundred, of rows of a hundred": "{% set a0 = 1 %}"
    + "".join(f"{{% set a{each} = ({f'a{each - 1}, ' * 100}) %}}" for each in range(1, 10)),
    "macros that hand a field on": "".join(
        f"{{% macro m{each}(x) %}}{{{{ m{each + 1}(x) }}}}{{% endmacro %}}" for each in range(500)
    )
    + "{{ m0(page.council) }}",
    "macros that hand a field back": "".join(
        f"{{% macro m{each}(x) %}}{{{{ m{each - 1}(x) }}}}{{% endmacro %}}" for each in range(500, 0, -1)
    )
    + "{{ m500(page.council) }}",
}


@pytest.mark.parametrize("text", DEAR_TO_CHECK.values(), ids=DEAR_TO_CHECK)
def test_a_template_whose_fields_are_dear_to_follow_is_checked_in_time(text: str) -> None:
    with little(SECONDS, MEGABYTES):
        faults_of(text.encode(), "report.html.j2")


IN_SENTENCES = {
    "macros that double": MACROS + "{{ m39() }}",
    "macros that double a text": "{% macro d(t) %}{{ t }}{{ t }}{% endmacro %}{{ "
    + "d(" * 40
    + "'x'"
    + ")" * 40
    + " }}",
    "blocks that double": "{% set a0 %}some words{% endset %}"
    + "".join(f"{{% set a{each} %}}{{{{ a{each - 1} }}}}{{{{ a{each - 1} }}}}{{% endset %}}" for each in range(1, 60))
    + "{{ a59|length }}",
    "~ that doubles": "{% set a0 = 'some words' %}"
    + "".join(f"{{% set a{each} = a{each - 1} ~ a{each - 1} %}}" for each in range(1, 60))
    + "{{ a59|listed }}",
    "+ that doubles": "{% set a0 = [1] %}"
    + "".join(f"{{% set a{each} = a{each - 1} + a{each - 1} %}}" for each in range(1, 60))
    + "{{ a59|listed }}",
    "|listed that doubles": "{% set a0 = 'some words' %}"
    + "".join(f"{{% set a{each} = [a{each - 1}, a{each - 1}]|listed %}}" for each in range(1, 60))
    + "{{ a59 }}",
    "|replace that doubles": "{{ 'x'" + "|replace('x', 'xx')" * 60 + " }}",
    "|plural that doubles": "{% set a0 = 'some words' %}"
    + "".join(f"{{% set a{each} = 2|plural(a{each - 1}, a{each - 1} ~ a{each - 1}) %}}" for each in range(1, 60))
    + "{{ a59 }}",
    "|batch and |list": "{{ ['x']" + "|batch(9999, 'x')|list" * 90 + "|length }}",
    "a list of itself twice": "{% set a0 = ['x'] %}"
    + "".join(f"{{% set a{each} = [a{each - 1}, a{each - 1}] %}}" for each in range(1, 60))
    + "{{ a59|listed }}",
    "a list of itself, in words": "{% set a0 = ['x'] %}"
    + "".join(f"{{% set a{each} = [a{each - 1}, a{each - 1}] %}}" for each in range(1, 60))
    + "{{ a59|in_words }}",
    "a macro that calls itself": "{% macro m(n) %}{{ m(n - 1) }}{{ m(n - 1) }}{% endmacro %}{{ m(9) }}",
    "a macro that calls itself so often": TWICE + "{{ m(60) }}",
    "a day with a width": "{{ report.ends.strftime('%999999999Y') }}",
    "a power": "{{ 9 ** 9 ** 9 }}",
    "a text many times": "{{ 'x' * 999999999 }}",
    "range": "{% for a in range(99999) %}{% endfor %}",
}


@pytest.mark.parametrize("text", IN_SENTENCES.values(), ids=IN_SENTENCES)
def test_a_narrative_that_takes_too_much_is_told_of_in_time(text: str) -> None:
    with little(SECONDS, MEGABYTES), pytest.raises(Unusable) as told:
        filled(MEASURE, narrative_template(MEASURE, f"{{# as it was #}}\n{text}", "measure.j2"), EXAMPLES[MEASURE][0])
    assert {(each.code, each.place.file, each.place.cell) for each in told.value.problems} == {
        ("TEMP01", "measure.j2", "line 2")
    }
    assert all(len(each.message) < 1_000 for each in told.value.problems)
