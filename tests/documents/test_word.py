"""The Word reports: our templates, filled in with a page that has everything."""

import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import mammoth
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from lxml import html as lxml_html

from generator.commentary.blocks import Block, Form
from generator.documents.word import render_word, word_template
from generator.model.problem import Unusable
from generator.report.page.examples import BARE, FULL
from generator.report.page.views import MeasureView, PageView
from tests.documents.pages import MEASURE, PAGE, answered, paragraph, with_measures
from tests.documents.word_files import save_with_libreoffice, xml_of
from tools.word_template import LAYOUTS, lay_out

TEMPLATES = Path(__file__).parents[2] / "templates"
FILES = {name: (TEMPLATES / name).read_bytes() for name in LAYOUTS}
TABLE, COMPACT, SECTIONS, SUMMARY = LAYOUTS
WHOLE = (TABLE, COMPACT, SECTIONS)
HOSTILE = 'R&D <b> "quotes" £ – ’ {{ x }} {% y %} {%tr z %}\nsecond line\tand a tab'
ROW = 2
"""Where the exceptions' first table stands on PAGE: after the key and figures side by side."""


def narrative(text: str) -> tuple[Block, ...]:
    return (
        Block(Form.PARAGRAPH, (text,)),
        Block(Form.BULLETS, ("first bullet", "second bullet")),
        Block(Form.NUMBERS, ("first step", "second step")),
        Block(Form.PARAGRAPH, ("between",)),
        Block(Form.NUMBERS, ("another first step",)),
    )


FACTS = [f"{each.label}: {each.text}" for each in MEASURE.facts]
TOLD = with_measures(answered(MEASURE, context=narrative(HOSTILE), intervention=narrative("Reviewed.")))


def written(page: PageView, layout: str = TABLE, template: bytes | None = None) -> bytes:
    return render_word(word_template(template or FILES[layout], layout), page)


def opened(page: PageView, layout: str = TABLE, template: bytes | None = None) -> Document:
    return docx.Document(io.BytesIO(written(page, layout, template)))


def headings(document: Document) -> list[str]:
    return [each.text for each in document.paragraphs if str(each.style and each.style.name).startswith("Heading")]


def lines(document: Document, table: int, row: int) -> list[list[str]]:
    return [[each.text for each in cell.paragraphs] for cell in document.tables[table].rows[row].cells]


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_templates_in_the_repository_are_those_that_the_script_lays_out(name: str) -> None:
    assert lay_out(LAYOUTS[name]) == FILES[name], "restyled in Word? Then delete this test, and the script"


# ---- What a report holds ----

OPENING = [FULL.heading, "Movement since Q1 2024/25", "Key to statuses", "Contents"]
OPENING += ["Purpose", "Recommendations", "Key developments", "Actions"]
GROUPS = ["Directorate: Place", "Key developments", "Service: Streets"]
CLOSING = ["To be put right before this is published", "Measures not in this report", "Statuses in figures", "Glossary"]
IN_SECTIONS = [
    "WM 01 (NI 191): Bins emptied on the day",
    "Context for current performance",
    "Improvement actions taken",
    "Intervention or review",
]

SHORT = [PAGE.heading, "Key to statuses", "Contents", "Directorate: Place"]
DRAWN_IN_SECTIONS = [IN_SECTIONS[0], "Below target for two quarters running", *IN_SECTIONS[1:]]


@pytest.mark.parametrize(
    ("layout", "page", "expected"),
    [
        (TABLE, FULL, [*OPENING, *GROUPS, *CLOSING, "Results over time"]),
        (COMPACT, FULL, [*OPENING, *GROUPS, *CLOSING, "Results over time"]),
        (SECTIONS, FULL, [*OPENING, *GROUPS, *DRAWN_IN_SECTIONS, *CLOSING]),
        (SUMMARY, FULL, [f"{FULL.heading}: summary", "Exceptions", "Key to statuses"]),
        (TABLE, BARE, [BARE.heading]),
        (SECTIONS, BARE, [BARE.heading]),
        (SUMMARY, BARE, [f"{BARE.heading}: summary"]),
        (TABLE, PAGE, [*SHORT, "Statuses in figures"]),
        (SECTIONS, PAGE, [*SHORT, *IN_SECTIONS, "Statuses in figures"]),
    ],
)
def test_each_part_has_its_heading_and_is_left_out_whole(layout: str, page: PageView, expected: list[str]) -> None:
    assert headings(opened(page, layout)) == expected


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_title_block_and_the_notices_open_the_report(layout: str) -> None:
    texts = [each.text for each in opened(FULL, layout).paragraphs]
    assert texts[0] == "Ambridge Council"
    facts = ["Committee: Overview and Scrutiny Committee", "Date of meeting: 12 November 2024"]
    told = ["; ".join(facts)] if layout == SUMMARY else facts
    notices = ["July to September 2024", FULL.draft_notice, FULL.not_for_publication]
    opening = [FULL.introduction] if layout == SUMMARY else [*FULL.points]
    assert texts[2 : 5 + len(told) + len(opening)] == [*notices, *told, *opening]


def test_a_measure_is_a_row_of_seven_cells() -> None:
    document = opened(TOLD)
    assert lines(document, ROW, 0) == [
        ["Measure Details"],
        ["Quarterly Target Status"],
        ["Forecast Year End Status"],
        ["Performance vs Target"],
        ["Context for Current Performance"],
        ["Improvement Actions Taken"],
        ["Intervention / Review"],
    ]
    figures = ["Quarterly data", "Target: 98.0%", "Actual: 91.5%", "Forecast data", "Target: 98.0%", "Forecast: 98.0%"]
    lists = ["first bullet", "second bullet", "first step", "second step", "between", "another first step"]
    assert lines(document, ROW, 1) == [
        [MEASURE.label, MEASURE.title, f"Results: {MEASURE.trend}", *FACTS, *MEASURE.remarks],
        ["Red", "Stated"],
        ["Green"],
        [*figures, f"Direction of travel: {MEASURE.direction}"],
        [HOSTILE, *lists],
        ["A vehicle has been hired."],
        ["Reviewed.", *lists],
    ]


def test_a_measure_is_two_rows_of_three_cells() -> None:
    document = opened(TOLD, COMPACT)
    lists = ["first bullet", "second bullet", "first step", "second step", "between", "another first step"]
    assert [lines(document, ROW, row) for row in range(3)] == [
        [
            ["Measure Details; Context for Current Performance"],
            ["Quarterly Target Status and Performance; Improvement Actions Taken"],
            ["Forecast Year End Status and Performance; Intervention / Review"],
        ],
        [
            [MEASURE.label, MEASURE.title, *FACTS],
            [
                "Quarter: Red (Stated)",
                "Target: 98.0%; Actual: 91.5%",
                f"Direction of travel: {MEASURE.direction}",
                f"Results: {MEASURE.trend}",
            ],
            ["Year end: Green", "Target: 98.0%; Forecast: 98.0%"],
        ],
        [
            [f"Context for Current Performance: {HOSTILE}", *lists],
            ["Improvement Actions Taken: A vehicle has been hired."],
            ["Intervention / Review: Reviewed.", *lists],
        ],
    ]
    texts = [each.text for each in document.paragraphs]
    notes = [f"{MEASURE.label}: {remark}" for remark in MEASURE.remarks]
    assert texts[texts.index(notes[0]) :][: len(notes)] == notes


def test_a_measure_is_a_section_with_a_small_table() -> None:
    document = opened(replace(TOLD, breakdowns=()), SECTIONS)
    assert [lines(document, ROW, row) for row in range(3)] == [
        [["Figures"], ["Status"], ["Target"], ["Actual or forecast"]],
        [["Quarter"], ["Red (Stated)"], ["98.0%"], ["91.5%"]],
        [["Forecast year end"], ["Green"], ["98.0%"], ["98.0%"]],
    ]
    texts = [each.text for each in document.paragraphs]
    remarks = " ".join(MEASURE.remarks)
    before = f"Direction of travel: {MEASURE.direction}. Results: {MEASURE.trend}. {remarks}"
    lists = ["first bullet", "second bullet", "first step", "second step", "between", "another first step"]
    assert texts[texts.index(before) + 1 :] == [
        "Context for current performance",
        HOSTILE,
        *lists,
        "Improvement actions taken",
        "A vehicle has been hired.",
        "Intervention or review",
        "Reviewed.",
        *lists,
    ]


@pytest.mark.parametrize("layout", WHOLE)
def test_lists_are_real_and_each_numbered_list_starts_at_1(layout: str) -> None:
    document = opened(TOLD, layout)
    every = document.element.body.iter(qn("w:p"))
    numbers = [number for each in every for number in each.xpath("./w:pPr/w:numPr/w:numId/@w:val")]
    first, second, third, fourth = ([str(int(numbers[0]) + each)] for each in range(4))
    assert numbers == first * 2 + second + third * 2 + fourth


@pytest.mark.parametrize("layout", WHOLE)
def test_statuses_have_their_colours(layout: str) -> None:
    cell = opened(TOLD, layout).tables[ROW].rows[1].cells[1]
    assert cell._tc.xpath(".//w:shd/@w:fill")[-1] == "AA1111"
    assert set(cell._tc.xpath(".//w:color/@w:val")) == {"FFFFFF"}


# ---- The summary ----


def test_a_summary_of_many_groups_has_one_table_and_names_those_that_have_exceptions() -> None:
    document = opened(replace(FULL, counted_by_status=False), SUMMARY)
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Directorate", "Measures reported", "Exceptions", "Exceptions for the quarter", "Forecast exceptions"],
        ["Place", "3", "1", "1", "0"],
        ["People", "1", "0", "0", "0"],
    ]
    texts = [each.text for each in document.paragraphs]
    assert texts[texts.index("Exceptions") :][:3] == [
        "Exceptions",
        "Place: WM 01 (NI 191) Bins emptied on the day",
        "Key to statuses",
    ]


def test_a_summary_of_the_year_s_last_period_says_outturn_and_not_forecast() -> None:
    page = replace(FULL, counted_by_status=False, year_end_missed="Exceptions by outturn")
    assert opened(page, SUMMARY).tables[0].cell(0, 4).text == "Exceptions by outturn"


def counts(document: Document) -> Table:
    return next(each for each in document.tables if each.cell(0, 0).text == FULL.group_word)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_counts_have_a_row_a_directorate_and_a_column_a_status(layout: str) -> None:
    document = opened(FULL, layout)
    assert [[cell.text for cell in row.cells] for row in counts(document).rows] == [
        ["Directorate", "Green", "Red"],
        ["Place", "2", "1"],
        ["People", "1", "0"],
        ["All", "3", "1"],
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("statuses", [1, 5, 12])
def test_many_statuses_share_the_width_of_the_page(layout: str, statuses: int) -> None:
    (first, *_) = FULL.breakdowns
    rows = tuple(replace(row, numbers=("1",) * statuses) for row in first.rows)
    wide = replace(first, statuses=first.statuses[:1] * statuses, rows=rows)
    document = opened(replace(FULL, breakdowns=(wide,)), layout)
    section, table = document.sections[0], counts(document)
    room = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
    grid = [int(column.width or 0) for column in table.columns]
    assert len(grid) == 1 + statuses
    assert sum(grid) <= room
    assert {tuple(int(cell.width or 0) for cell in row.cells) for row in table.rows} == {tuple(grid)}


PLAIN = replace(MEASURE, title="Bins", facts=(), remarks=())


@pytest.mark.parametrize(
    ("measure", "whole"),
    [
        (answered(PLAIN, context=(Block(Form.PARAGRAPH, ("x" * 620,)),)), True),
        (answered(PLAIN, context=(Block(Form.PARAGRAPH, ("x" * 621,)),)), False),
        (answered(PLAIN, context=(Block(Form.BULLETS, ("x",) * 20),)), True),
        (answered(PLAIN, context=(Block(Form.BULLETS, ("x",) * 21),)), False),
        (replace(PLAIN, title="x" * 600), True),
        (replace(PLAIN, title="x" * 601), False),
    ],
    ids=["an answer", "a long answer", "short lines", "many of them", "a title", "a long title"],
)
def test_a_row_that_may_be_longer_than_a_page_may_break(measure: MeasureView, *, whole: bool) -> None:
    _, row = opened(with_measures(measure)).tables[ROW]._tbl.xpath("./w:tr")
    assert bool(row.xpath("./w:trPr/w:cantSplit")) is whole


def test_the_figures_of_a_measure_are_described_in_a_sentence() -> None:
    described = opened(FULL, SECTIONS).element.body.xpath(".//w:tblDescription/@w:val")
    assert "Status, target and result of the measure, for the quarter and for the year end." in described


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_chart_is_a_part_of_its_own_with_all_its_figures_in_words(layout: str) -> None:
    data = written(FULL, layout)
    drawn = xml_of(data, "word/charts/scorecard1.xml")
    assert all(f"<c:v>{word}</c:v>" in drawn for word in ("Green", "Red", "Place", "People", "2", "1"))
    described = docx.Document(io.BytesIO(data)).element.body.xpath(".//wp:docPr/@descr")
    lines = [] if layout == SUMMARY else [each.line.description for each in FULL.over_time if each.line]
    assert described == [FULL.charts[0].description, *lines]
    assert "scorecard1.xml" not in "".join(zipfile.ZipFile(io.BytesIO(written(PAGE, layout))).namelist())


@pytest.mark.parametrize("layout", WHOLE)
def test_a_line_of_results_has_what_it_shows_above_it_and_its_figures_in_words_beside_it(layout: str) -> None:
    (line,) = (each.line for each in FULL.over_time if each.line)
    texts = [str(each.xpath("string(.)")) for each in opened(FULL, layout).element.body.xpath(".//w:p[w:r]")]
    assert texts[texts.index(line.title) :][:3] == [line.title, "", line.told]
    assert [each for each in texts if FULL.over_time[0].trend in each] == []


# ---- The list of contents ----


def links(document: Document) -> list[tuple[str, str, str]]:
    """The lines of the list of contents: style, text, and the bookmark that each leads to."""
    found = document.element.body.xpath(".//w:hyperlink")
    return [
        (each.xpath("string(../w:pPr/w:pStyle/@w:val)"), each.xpath("string(.)"), each.get(qn("w:anchor")))
        for each in found
    ]


@pytest.mark.parametrize("layout", WHOLE)
def test_the_contents_lead_to_the_headings_that_there_are(layout: str) -> None:
    document = opened(FULL, layout)
    found = links(document)
    levels = ("Heading 2", "Heading 3")
    told = [each.text for each in document.paragraphs if each.style and each.style.name in levels]
    assert [text for _, text, _ in found] == told[told.index("Contents") + 1 :]
    marked = {
        each.xpath("string(./w:bookmarkStart/@w:name)"): each.xpath("string(.)")
        for each in document.element.body.iter(qn("w:p"))
    }
    assert all(marked[anchor] == text for _, text, anchor in found)
    numbers = document.element.body.xpath(".//w:bookmarkStart/@w:id")
    assert len(set(numbers)) == len(numbers)


def test_the_contents_are_a_table_of_contents_to_word_that_asks_nothing() -> None:
    body = opened(FULL, SECTIONS).element.body
    assert [each.text for each in body.iter(qn("w:instrText"))] == [r' TOC \o "2-3" \n \h \z ']
    assert [each.get(qn("w:fldCharType")) for each in body.iter(qn("w:fldChar"))] == ["begin", "separate", "end"]
    assert not body.xpath(".//@w:dirty")
    assert "updateFields" not in xml_of(written(FULL, SECTIONS), "word/settings.xml")


# ---- Accessible, and nobody's ----


@pytest.mark.parametrize("layout", LAYOUTS)
def test_header_rows_repeat_rows_stay_whole_and_tables_are_described(layout: str) -> None:
    short = tuple(replace(each, measures=(PLAIN,), brief=(PLAIN,), groups=()) for each in FULL.groups)
    for table in opened(replace(FULL, groups=short), layout).tables:
        assert table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")
        assert len(table._tbl.xpath("./w:tr/w:trPr/w:cantSplit")) == len(table.rows)
        assert table._tbl.xpath("./w:tblPr/w:tblCaption/@w:val")
        assert table._tbl.xpath("./w:tblPr/w:tblDescription/@w:val")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cell_says_something_and_ends_in_a_paragraph(layout: str) -> None:
    for table in opened(FULL, layout).tables:
        for cell in table._tbl.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")
            assert "".join(str(text) for text in cell.itertext()).strip()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_formatted_but_by_its_style(layout: str) -> None:
    """Colours come from the scheme; everything else is the template's styles."""
    document = opened(FULL, layout).element.body
    assert {each.tag for each in document.xpath(".//w:r/w:rPr/*")} <= {qn("w:rStyle"), qn("w:color")}
    allowed = {"pStyle", "shd", "numPr", "keepNext"}
    assert {each.tag for each in document.xpath(".//w:p/w:pPr/*")} <= {qn(f"w:{name}") for name in allowed}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_draft_and_a_marking_stand_on_every_page(layout: str) -> None:
    full, final = opened(FULL, layout), opened(PAGE, layout)
    heading = FULL.heading
    assert full.sections[0].header.paragraphs[0].text == f"OFFICIAL\tDRAFT: {heading}"
    assert final.sections[0].header.paragraphs[0].text == f"\t{heading}"
    assert full.sections[0].footer.paragraphs[0].text == "Ambridge Council\tPage 1 of 1"
    assert len(full.sections[0].footer.paragraphs) == 1


@pytest.mark.parametrize(("layout", "suffix"), [(TABLE, ""), (COMPACT, ""), (SECTIONS, ""), (SUMMARY, ": summary")])
def test_properties_name_the_council_and_nobody_else(layout: str, suffix: str) -> None:
    properties = opened(PAGE, layout).core_properties
    assert (properties.title, properties.author) == (f"{PAGE.heading}{suffix}", "Ambridge Council")
    assert (properties.language, properties.last_modified_by, properties.comments) == ("en-GB", "", "")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_page_gives_the_same_bytes(layout: str) -> None:
    assert written(FULL, layout) == written(FULL, layout)


# ---- Read by others ----

NARRATIVES = (
    HOSTILE.replace("\n", " ").replace("\t", " "),
    "שלום \N{RIGHT-TO-LEFT OVERRIDE}abc 😀 e\N{COMBINING ACUTE ACCENT} ffi ﬁ ½ ₂",
    "&lt;b&gt; ]]> <w:p/> </w:t> <!-- --> &#0; _x000B_ _x005F_x000B_ %PDF ${x} \\n",
    "a" * 3000,
    "'single' “double” – — … NB\u00a0SP hy\u2011phen so\u00adft",
)


NAMES = ("context", "actions", "intervention")


def measure_telling(number: int, text: str) -> MeasureView:
    told = {name: paragraph(f"{name} {number} {text}") for name in NAMES}
    return replace(answered(MEASURE, **told), heading=f"Measure {number}")


def test_an_independent_reader_gives_back_every_narrative_under_its_heading() -> None:
    measures = [measure_telling(number, text) for number, text in enumerate(NARRATIVES)]
    page = replace(with_measures(*measures), breakdowns=())
    read = mammoth.convert_to_html(io.BytesIO(written(page, SECTIONS))).value
    found: dict[tuple[str, str], str] = {}
    measure = narrative = ""
    for each in lxml_html.fragment_fromstring(read, create_parent="div"):
        text = each.text_content()
        if each.tag == "h3":
            measure, narrative = text, ""
        elif each.tag == "h4":
            narrative = text
        elif measure and narrative:
            found[measure, narrative] = found.get((measure, narrative), "") + text
    expected = {
        (f"Measure {number}", heading): f"{name} {number} {text}"
        for number, text in enumerate(NARRATIVES)
        for heading, name in zip(IN_SECTIONS[1:], NAMES, strict=True)
    }
    last = f"Measure {len(NARRATIVES) - 1}", "Intervention or review"
    found[last] = found[last].removesuffix(PAGE.data_source)
    assert found == expected


def test_a_misspelt_field_is_told_with_its_place() -> None:
    with zipfile.ZipFile(io.BytesIO(FILES[TABLE])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"measure.label", b"measure.lable")
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(Unusable) as caught:
        render_word(word_template(changed.getvalue(), "mine.docx"), PAGE)
    (problem,) = caught.value.problems
    assert str(problem.place) == "mine.docx, main text, table 8, row 3, column 1"
    assert "no field “lable”. Did you mean “label”?" in problem.message


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_template_saved_again_by_libreoffice_gives_the_same_report(layout: str, tmp_path: Path) -> None:
    saved = opened(FULL, layout, save_with_libreoffice(FILES[layout], tmp_path))
    ours = opened(FULL, layout)
    assert headings(saved) == headings(ours)
    assert [each[1] for each in links(saved)] == [each[1] for each in links(ours)]
    for number, table in enumerate(ours.tables):
        for row in range(len(table.rows)):
            assert lines(saved, number, row) == lines(ours, number, row)
