"""Rules of the web page: what was typed arrives as text, the template's faults are told, nothing is left to chance."""

from dataclasses import replace
from typing import cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from generator.commentary.blocks import Block, Form
from generator.documents.web_page import csp_hash
from generator.judging.scheme_file import SHAPES
from generator.model.characters import printable
from generator.model.problem import Unusable
from generator.model.question import Question, Takes
from generator.report.page.examples import FULL, page_asking
from generator.report.page.views import MissingView, PageView
from tests.documents.pages import (
    MEASURE,
    NAME,
    PAGE,
    RED,
    TEMPLATE,
    answered,
    everywhere,
    paragraph,
    render,
    with_measures,
)

COLUMNS = [
    "Measure Details",
    "Quarterly Target Status",
    "Forecast Year End Status",
    "Performance vs Target",
    "Context for Current Performance",
    "Improvement Actions Taken",
    "Intervention / Review",
]
HOSTILE = (
    'R&D <b> "quotes" £ – ’ {{ x }} {% y %}',
    "<script>alert(1)</script><!-- --></style></p></td></table>",
    "\" autofocus onfocus='alert(1)' x=`",
    "&lt;b&gt; &amp;amp; &nbsp; &#0; &#x80; ]]> \\u003c",
    "  two  spaces,\ta tab,\nanother line  ",
    "שלום עולם \N{RIGHT-TO-LEFT OVERRIDE}abc 😀 e\N{COMBINING ACUTE ACCENT}",
    "_x000B_ %s %(x)s ${x} #{x} {# z #} {%- raw -%}",
)


def parsed(page: PageView = PAGE) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    return lxml_html.document_fromstring(render(page).encode(), parser=parser)


def texts(page: PageView, xpath: str) -> list[str]:
    return ["".join(element.itertext()) for element in parsed(page).xpath(xpath)]


def fault_of(template: str, page: PageView = PAGE) -> tuple[str, str]:
    """Give where a template's fault is and what is said about it."""
    with pytest.raises(Unusable) as told:
        render(page, template)
    (problem,) = told.value.problems
    assert problem.code == "TEMP01"
    assert problem.remedy
    return str(problem.place), problem.message


PLACES = {
    "//p[@class='council']": 1,
    "//h1": 1,
    "//ul[@class='introduction']/li": 2,
    "//p[@class='summary']": 2,
    "//p[@class='headline']": 2,
    "//table[@class='counts']/caption": 2,
    "//p[@class='marking']": 1,
    "//p[@class='draft']": 2,
    "//dl[@class='facts']//dt | //dl[@class='facts']//dd": 4,
    "//section[@class='told-first']/p": 2,
    "//section[@class='told-first']/ol/li": 2,
    "//table[@class='counts']//th/span[@class='title']": 6,
    "//table[@class='counts']//td": 12,
    "//form//option[@value='place']": 1,
    "//dl[@class='glossary']/*": 2,
    "//span[@class='code']": 11,
    "//span[@class='title']": 17,
    "//figure//h3[not(a)] | //figcaption/p": 3,
    "//figure//h3/a": 1,
    "//ol[@class='asked']/li": 1,
    "//h3[@class='asked']/a": 1,
    "//p[@class='in-words']": 1,
    "//*[local-name()='text' and @class='period']": 4,
    "//*[contains(@class, 'few')]/*[local-name()='text']": 5,
    "//table[@class='counts results']/tbody//td": 6,
    "//table[@class='report actions']//td/p": 16,
    "//section[@aria-labelledby='Actions']/p": 1,
    "//table[@class='report abreast']//td/p": 2,
    "//td//dd[span]/span[2]": 6,
    "//td//details/summary": 3,
    "//td//details/ul/li": 6,
    "//td//dd[not(span)]": 4,
    "//table[@class='report measures brief']//td/p[not(@dir)]": 2,
    "//section[@class='group']/h3 | //section[@class='group']/p[@dir]": 2,
    "//p[@class='remark']": 2,
    "//td/p[@dir]": 9,
    "//td/ul/li": 6,
    "//td/ol/li": 6,
    "//td[@data-label='Why']/p": 1,
    "//section[@aria-labelledby='Missing']//td[1]/p": 1,
    "//footer/p[not(@class)]": 1,
}


@pytest.mark.parametrize("text", HOSTILE)
def test_text_arrives_as_typed_in_every_place(text: str) -> None:
    tree = parsed(everywhere(text))
    for place, times in PLACES.items():
        assert ["".join(each.itertext()) for each in tree.xpath(place)] == [text] * times, place
    assert tree.xpath("string(//meta[@name='description']/@content)") == text


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_markup(text: str) -> None:
    def shape(page: PageView) -> list[tuple[str, list[str]]]:
        return [(str(each.tag), sorted(map(str, each.attrib))) for each in parsed(page).iter()]

    assert shape(everywhere(text)) == shape(everywhere("plain"))


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters()))
@example("\x00\x0b\x0c\r\n\x1f\x7f\x85\x9f\ud800\ufdd0\ufffe\uffff\U0001ffff")
def test_any_text_arrives_without_what_html_forbids(text: str) -> None:
    page = with_measures(answered(MEASURE, context=paragraph(text)))
    assert texts(page, "//td[@data-label='Context for Current Performance']/p[@dir]") == [printable(text)]


def test_lists_are_lists_in_the_order_typed() -> None:
    blocks = (
        *paragraph("Before"),
        Block(Form.BULLETS, ("one", "two")),
        *paragraph("Between"),
        Block(Form.NUMBERS, ("first", "second")),
    )
    (cell,) = parsed(with_measures(answered(MEASURE, actions=blocks))).xpath(
        "//td[@data-label='Improvement Actions Taken']"
    )
    found = [(each.tag, [item.text for item in each.iter("p", "li")]) for each in cell]
    assert found == [("p", ["Before"]), ("ul", ["one", "two"]), ("p", ["Between"]), ("ol", ["first", "second"])]


def test_the_table_has_the_seven_columns_and_no_empty_cell() -> None:
    tree = parsed()
    assert [each.text for each in tree.xpath("//table[@class='report measures']/thead/tr/th[@scope='col']")] == COLUMNS
    cells = tree.xpath("//table[@class='report measures']/tbody/tr/*")
    assert [each.tag for each in cells] == ["th", *["td"] * 6]
    assert [each.get("data-label") for each in cells[1:]] == COLUMNS[1:]
    assert all("".join(each.itertext()).strip() for each in tree.xpath("//td | //th"))


def test_a_day_stands_under_the_title_and_a_line_is_told_in_words_where_it_is_drawn_below() -> None:
    asked = [Question(key="why", label="Why?"), Question(key="back_by", label="Back by", takes=Takes.DATE)]
    page = page_asking(asked)
    ((measure,),) = (each.measures for each in page.groups)
    notes = "//tr[th/*[@class='title']]/th/span[@class='note']"
    assert "Back by: Answered to back_by." in texts(page, notes)
    assert "Back by" not in texts(page, "//table[contains(@class, 'measures')]//th")
    unasked = replace(measure, answers=tuple(replace(each, told=False) for each in measure.answers))
    (group,) = page.groups
    without = replace(page, groups=(replace(group, measures=(unasked,)),))
    assert not any("Back by" in text for text in texts(without, notes))
    assert measure.line
    assert measure.line.title in texts(page, "//dt[.='Results']/following-sibling::dd[1]")
    drawn = replace(group, measures=(replace(measure, line=None),))
    assert measure.trend in texts(replace(page, groups=(drawn,)), "//dt[.='Results']/following-sibling::dd[1]")


def test_a_measure_and_a_directorate_have_their_addresses() -> None:
    tree = parsed(everywhere("Key"))
    assert tree.xpath("//tr[@id='wm-01']")
    assert tree.xpath("//nav//a[@href='#place']")
    assert tree.xpath("//section/h2[@id='place']")
    ids = tree.xpath("//@id")
    assert len(set(ids)) == len(ids)


def test_figures_stand_beside_their_names() -> None:
    found = [" ".join(text.split()) for text in texts(PAGE, "//td/dl/dt | //td/dl/dd")]
    assert found == [
        "Quarterly data",
        "Target 98.0%",
        "Actual 91.5%",
        "Forecast data",
        "Target 98.0%",
        "Forecast 98.0%",
        "Direction of travel",
        "Deteriorating since Q1 2024/25",
        "Results",
        "Q1 2024/25: 97.2%; Q2 2024/25: 91.5%",
    ]


def test_a_status_is_a_word_a_colour_and_a_shape() -> None:
    tree = parsed()
    red, _ = tree.xpath("//td[@data-label='Quarterly Target Status']/span")
    assert "".join(red.itertext()) == "Red"
    assert red.get("class") == "status c-AA1111-FFFFFF"
    assert ".c-AA1111-FFFFFF { background: #AA1111; color: #FFFFFF; }" in render()
    assert [each.get("aria-hidden") for each in tree.xpath("//svg")] == ["true"] * 14
    assert not tree.xpath("//svg[normalize-space()]")


def test_a_status_of_another_scheme_has_its_colours_too() -> None:
    purple = replace(RED, fill="4C2C92")
    page = with_measures(replace(MEASURE, forecast_status=purple))
    assert ".c-4C2C92-FFFFFF { background: #4C2C92" in render(page)


def test_a_stated_status_says_so() -> None:
    assert texts(PAGE, "//td[@data-label='Forecast Year End Status']/span") == ["Green"]
    assert texts(PAGE, "//td[@data-label='Quarterly Target Status']/span") == ["Red", "Stated"]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_a_scheme_can_be_drawn(shape: str) -> None:
    page = with_measures(replace(MEASURE, quarter_status=replace(RED, shape=shape)))
    drawn = parsed(page).xpath("//td[@data-label='Quarterly Target Status']//svg")
    assert bool(drawn) is (shape != "none")


def test_what_is_missing_is_listed_and_linked_only_when_there_is_some() -> None:
    late = MissingView(label="SS PM07", title="Stability", group="People Services", why="Return not received")
    tree = parsed(replace(PAGE, missing=(late,)))
    assert tree.xpath("//nav//a[@href='#Missing']")
    assert texts(replace(PAGE, missing=(late,)), "//table[last()]//td/p")[-2:] == [
        "People Services",
        "Return not received",
    ]
    assert not parsed().xpath("//*[@id='Missing'] | //a[@href='#Missing']")


LATE = MissingView(label="SS PM07", title="Stability", group="People Services", why="Return not received")


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        replace(PAGE, follow_up=FULL.follow_up),
        replace(PAGE, movement=FULL.movement, missing=(LATE,)),
        replace(FULL, contents=True),
        replace(FULL, contents=True, missing=(LATE,)),
    ],
    ids=["groups alone", "with actions", "with movement", "the fullest", "with what is missing"],
)
def test_contents_list_every_part_that_comes_after_them_in_its_order(page: PageView) -> None:
    """The key stands beside them."""
    tree = parsed(page)
    parts = tree.xpath("//nav/following::h2[@id and not(@id='Key')]")
    links = tree.xpath("//nav/ul/li/a")
    assert [each.get("href") for each in links] == [f"#{each.get('id')}" for each in parts]
    assert links


def test_a_draft_says_so_and_a_final_report_does_not() -> None:
    draft = replace(PAGE, draft=True, draft_notice="DRAFT, not for circulation.")
    assert texts(draft, "//p[@class='draft']") == ["DRAFT, not for circulation."]
    assert texts(draft, "//title") == ["DRAFT: Performance exceptions: 2024/25 Q2 – Ambridge Council"]
    assert "DRAFT" not in render()


def test_a_page_without_exceptions_is_still_a_page() -> None:
    tree = parsed(replace(PAGE, groups=()))
    assert tree.xpath("//ul[@class='introduction']/li/text()") == list(PAGE.points)
    assert not tree.xpath("//nav | //form | //table[contains(@class, 'report')]")


def test_an_introduction_of_one_point_is_a_paragraph() -> None:
    assert texts(replace(PAGE, points=()), "//p[@class='introduction']") == [PAGE.introduction]


def test_the_same_page_gives_the_same_text() -> None:
    assert render(everywhere(HOSTILE[0])) == render(everywhere(HOSTILE[0]))


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    tree = parsed()
    policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src '{csp_hash(tree.xpath('string(//style)'))}'",
        f"script-src {' '.join(repr(csp_hash(each.text)) for each in tree.xpath('//script'))}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert not tree.xpath(
        "//@style | //script/@src | //img[not(starts-with(@src, 'data:'))] | //link | //@*[starts-with(name(), 'on')]"
    )
    assert len(tree.xpath("//script")) == 2


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{{ page.hedding }}", "there is no field “hedding”. Did you mean “heading”?"),
        ("{{ pge.heading }}", "there is no field “pge”. Did you mean “page”?"),
        ("{% if page.drafft %}x{% endif %}", "there is no field “drafft”. Did you mean “draft”?"),
        ("{% for each in page.measures %}{% endfor %}", "there is no field “measures”."),
        ("{{ none }}", "this has no value."),
        ("{{ page.heading if page.draft else none }}", "this has no value."),
        ("{{ page.draft }}", "this is not text."),
        ("{{ page.directorates }}", "this is not text."),
        ("{{ page.heading + 1 }}", "can only concatenate str"),
        ("{{ page.heading }", "unexpected '}'."),
        ("{% fr each in page.directorates %}", "Encountered unknown tag 'fr'."),
        ("{% if page.draft %}", "Unexpected end of template."),
        ("{{ page.heading|safe }}", "“|safe” cannot be used here."),
        ("{{ page.hedding|default('') }}", "“|default” cannot be used here."),
        ("{% autoescape false %}{% endautoescape %}", "“autoescape” would let text from a return in as markup."),
        ("{{ page.__class__ }}", "“.__class__” cannot be used here."),
        ("{% include 'other.j2' %}", "no loader"),
    ],
)
def test_a_fault_is_told_with_its_line(written: str, said: str) -> None:
    place, message = fault_of(f"<p>\n<b>\n{written}")
    assert place == f"{NAME}, line 3"
    assert said in message


def test_a_fault_quotes_the_tags_of_its_line() -> None:
    _, message = fault_of("<p>{{ page.heading }} {{ page.hedding }}</p>")
    assert message.endswith("The line has: {{ page.heading }}, {{ page.hedding }}")


def test_a_value_that_is_missing_is_refused_and_named() -> None:
    hollow = replace(PAGE, council=cast("str", None))
    place, message = fault_of(TEMPLATE, hollow)
    line = 1 + TEMPLATE[: TEMPLATE.index("{{ page.council }}")].count("\n")
    assert place == f"{NAME}, line {line}"
    assert "this has no value" in message
    assert "{{ page.council }}" in message


def test_a_fault_inside_a_macro_has_the_macros_line() -> None:
    place, _ = fault_of("{% macro name(it) %}\n{{ it.nmae }}\n{% endmacro %}\n{{ name(page) }}")
    assert place == f"{NAME}, line 2"


def test_an_action_of_which_there_is_nothing_to_tell_has_an_empty_cell() -> None:
    group = FULL.groups[0]
    untold = tuple(replace(each, story=()) for each in group.follow_up)
    found = parsed(replace(FULL, groups=(replace(group, follow_up=untold, groups=()),)))
    cells = found.xpath("//section[@class='group']//td[@data-label='What became of it']")
    assert cells
    assert {each.text for each in cells} == {None}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([("None needed", False, False)], ["None needed"]),
        ([("None given", False, False)], ["None given"]),
        ([("None needed", False, False), ("Not stated", False, True)], ["Not stated"]),
        ([("None needed", False, False), ("Vans were late.", True, True)], ["Vans were late."]),
        ([("Vans were late.", True, True), ("More were hired.", True, True)], ["Vans were late.", "More were hired."]),
        ([], []),
    ],
)
def test_a_measure_listed_in_brief_says_what_was_answered_or_why_nothing_was(
    answers: list[tuple[str, bool, bool]], said: list[str]
) -> None:
    asked = MEASURE.answers[0]
    views = tuple(
        replace(asked, blocks=paragraph(text), answered=answered, told=told) for text, answered, told in answers
    )
    group = replace(FULL.groups[0], measures=(), brief=(replace(MEASURE, answers=views),), groups=())
    comments = "//table[contains(@class, 'brief')]//td[@data-label='Comment']/p"
    assert texts(replace(FULL, groups=(group,)), comments) == said
