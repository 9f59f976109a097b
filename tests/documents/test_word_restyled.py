"""Templates as three councils restyled them, with the programs that officers use; tests/restyled/make.py says how."""

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section
from lxml import etree

from generator.documents.template_trial import faults_of
from generator.documents.word import render_word, word_template
from generator.report.page.examples import BARE, FULL
from tests.documents.word_files import xml_of

RESTYLED = Path(__file__).parents[1] / "restyled"
FILES = {name: (RESTYLED / f"{name}.docx").read_bytes() for name in ("county", "borough", "unitary")}
(PLACE,) = FULL.directorates
(MEASURE,) = PLACE.measures
TWICE = replace(
    FULL,
    groups=(
        replace(PLACE, measures=(MEASURE, replace(MEASURE, heading="WM 03: Missed bins"))),
        replace(PLACE, name="People", heading="Directorate: People"),
    ),
    charts=FULL.charts * 2,
)
"""A page on which every loop goes round more than once."""

PAGES = {"full": FULL, "bare": BARE, "twice": TWICE}
CM = 360_000
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

every_council = pytest.mark.parametrize("council", FILES)
every_page = pytest.mark.parametrize("page", PAGES)


@cache
def _written(council: str, page: str) -> bytes:
    return render_word(word_template(FILES[council], f"{council}.docx"), PAGES[page])


def opened(council: str, page: str = "full") -> Document:
    return docx.Document(io.BytesIO(_written(council, page)))


def parts(council: str, page: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_written(council, page))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def trees(council: str, page: str) -> list[etree._Element]:
    texts = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
    return [etree.fromstring(data) for name, data in parts(council, page).items() if texts.fullmatch(name)]


def headings(document: Document) -> list[str]:
    return [each.text for each in document.paragraphs if str(each.style and each.style.name).startswith("Heading")]


def page_of(section: Section) -> tuple[int, int, int]:
    """Its width, its height, and its width between the margins."""
    width, left, right = (int(each or 0) for each in (section.page_width, section.left_margin, section.right_margin))
    return width, int(section.page_height or 0), width - left - right


def landscape(section: Section) -> bool:
    width, height, _ = page_of(section)
    return width > height


def words_of(element: etree._Element) -> str:
    return "".join(str(each.text or "") for each in element.iter(qn("w:t")))


def grid(document: Document, table: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


# ---- Sound, whatever was changed ----


@every_council
def test_a_restyled_template_is_without_fault(council: str) -> None:
    assert not any(each.is_error for each in faults_of(FILES[council], f"{council}.docx"))


def test_what_libreoffice_lost_on_saving_is_told_and_a_table_beyond_its_margin() -> None:
    told = {
        council: [each.message.rpartition("” ")[2] for each in faults_of(FILES[council], council)] for council in FILES
    }
    assert set(told["county"]) == {"has no description.", "is 27.3 cm wide; the page has room for 26.7 cm."}
    assert (told["borough"], told["unitary"]) == ([], [])


@every_council
def test_a_restyled_template_is_small(council: str) -> None:
    assert len(FILES[council]) < 60_000


@every_council
@every_page
def test_no_tag_is_left_in_any_part(council: str, page: str) -> None:
    left = {
        name: re.findall(rb"\{\{|\}\}|\{%|%\}", data)
        for name, data in parts(council, page).items()
        if name.endswith((".xml", ".rels"))
    }
    assert not any(left.values()), left


@every_council
@every_page
def test_every_cell_ends_in_a_paragraph_and_every_row_has_its_cells(council: str, page: str) -> None:
    for tree in trees(council, page):
        for cell in tree.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")
        for table in tree.iter(qn("w:tbl")):
            columns = len(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
            for row in table.iter(qn("w:tr")):
                spans = (cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in row.iter(qn("w:tc")))
                widths = [1 if each is None else int(each.get(qn("w:val"), 0)) for each in spans]
                assert sum(widths) == columns


@every_council
@every_page
def test_no_two_drawings_have_one_number(council: str, page: str) -> None:
    numbers = [each.get("id") for tree in trees(council, page) for each in tree.iter(f"{WP}docPr")]
    assert len(set(numbers)) == len(numbers)


@every_council
@every_page
def test_bookmarks_are_unique_and_closed(council: str, page: str) -> None:
    body = opened(council, page).element.body
    starts = body.xpath(".//w:bookmarkStart/@w:id")
    names = body.xpath(".//w:bookmarkStart/@w:name")
    assert len(set(starts)) == len(starts)
    assert len(set(names)) == len(names)
    assert sorted(starts) == sorted(body.xpath(".//w:bookmarkEnd/@w:id"))


@pytest.mark.parametrize(
    ("council", "page", "count"),
    [
        ("county", "full", 9),
        ("county", "twice", 10),
        ("borough", "full", 10),
        ("borough", "twice", 13),
        ("county", "bare", 0),
        ("borough", "bare", 0),
    ],
)
def test_the_contents_lead_to_headings_that_are_there(council: str, page: str, count: int) -> None:
    body = opened(council, page).element.body
    headed = {
        name: each.xpath("string(.)")
        for each in body.iter(qn("w:p"))
        for name in each.xpath("./w:bookmarkStart/@w:name")
    }
    links = [(each.get(qn("w:anchor")), each.xpath("string(.)")) for each in body.iter(qn("w:hyperlink"))]
    assert [(anchor, headed.get(anchor)) for anchor, _ in links] == links
    assert len(links) == count


@every_council
@every_page
def test_what_one_part_asks_of_another_is_there(council: str, page: str) -> None:
    held = parts(council, page)
    links = etree.fromstring(held["word/_rels/document.xml.rels"])
    targets = {each.get("Id"): f"word/{each.get('Target')}" for each in links}
    assert set(targets.values()) <= held.keys()
    asked = re.findall(rb'r:(?:id|embed)="([^"]+)"', held["word/document.xml"])
    assert {each.decode() for each in asked} <= targets.keys()


@every_council
@every_page
def test_traces_of_editing_are_gone(council: str, page: str) -> None:
    for name, data in parts(council, page).items():
        if name.startswith("word/") and "styles" not in name and "settings" not in name:
            assert not re.search(rb"proofErr|w:rsid|_GoBack|lastRenderedPageBreak", data), name


@every_council
def test_the_same_page_gives_the_same_bytes(council: str) -> None:
    again = render_word(word_template(FILES[council], f"{council}.docx"), FULL)
    assert again == _written(council, "full")


# ---- The county: saved by LibreOffice ----

COLUMNS = [
    "Measure Details",
    "Performance vs Target",
    "Forecast Year End Status",
    "Quarterly Target Status",
    "Context for Current Performance",
    "What we are doing",
]
COMMITTEE_TABLE = 4


@pytest.mark.parametrize(
    ("style", "font", "colour"),
    [
        ("Heading 1", "Liberation Serif", "1D4D3A"),
        ("Heading 2", "Liberation Serif", "1D4D3A"),
        ("Normal", "Liberation Sans", "0B0C0C"),
        ("Measure label", None, "5B2148"),
    ],
)
def test_county_has_its_fonts_and_colours(style: str, font: str | None, colour: str) -> None:
    looks = next(each.font for each in opened("county").styles if each.name == style)
    assert (looks.name, str(looks.color.rgb)) == (font, colour)


def test_county_has_its_margins() -> None:
    (section,) = opened("county").sections
    width, _, between = page_of(section)
    assert round((width - between) / CM, 1) == 3.0
    assert landscape(section)


def test_county_has_its_columns_in_its_order_and_widths() -> None:
    table = opened("county").tables[COMMITTEE_TABLE]
    assert [each.text for each in table.rows[0].cells] == COLUMNS
    widths = [int(column.width or 0) for column in table.columns]
    assert [round(100 * each / sum(widths)) for each in widths] == [22, 20, 10, 10, 25, 14]


def test_county_has_each_cell_under_its_heading() -> None:
    heading, row = grid(opened("county"), COMMITTEE_TABLE)
    found = dict(zip(heading, row, strict=True))
    assert found["Quarterly Target Status"] == "Red\nStated"
    assert found["Forecast Year End Status"] == "Green"
    assert found["What we are doing"] == "A vehicle has been hired."
    assert found["Performance vs Target"].startswith("Quarterly data\nTarget: 98.0%\nActual: 91.5%")
    assert "Not stated" not in row


def test_county_has_its_logo_on_every_page_and_a_badge_under_each_directorate() -> None:
    document = opened("county", "twice")
    (logo,) = document.sections[0].header._element.xpath(".//wp:docPr/@descr")
    assert logo == "Borsetshire County Council"
    pictures = document.element.body.xpath(".//wp:docPr[not(contains(@name, 'Chart'))]/@descr")
    assert pictures == ["The badge of Place", "The badge of People"]
    assert sum(name.startswith("word/media/") for name in parts("county", "twice")) == 2


def test_county_has_the_font_of_its_text_in_charts() -> None:
    drawn = xml_of(_written("county", "full"), "word/charts/scorecard1.xml")
    assert set(re.findall(r'<a:latin typeface="([^"]+)"', drawn)) == {"Liberation Sans"}


def test_county_starts_each_numbered_list_at_1() -> None:
    body = opened("county", "twice").element.body
    steps = {*FULL.recommendations, "Hire a vehicle.", "Review the fleet with CLT."}
    items = [each for each in body.iter(qn("w:p")) if words_of(each) in steps]
    numbers = [each.xpath("string(./w:pPr/w:numPr/w:numId/@w:val)") for each in items]
    assert numbers[::2] == numbers[1::2]
    assert len(set(numbers)) == len(numbers) / 2 == 4


# ---- The borough: Word, with all that it leaves behind ----


def test_borough_has_its_parts_in_its_order() -> None:
    assert headings(opened("borough")) == [
        FULL.heading,
        "Contents",
        "Glossary",
        "Purpose",
        "Recommendations",
        "Summary",
        "Movement since Q1 2024/25",
        "Directorate: Place",
        MEASURE.heading,
        "Context for current performance",
        "Improvement actions taken",
        "Intervention or review",
        "Key to statuses",
        "To be put right before this is published",
        "Measures not in this report",
    ]


@pytest.mark.parametrize("kind", ["wps:txbx", "v:textbox"])
@every_page
def test_borough_has_its_cover_in_the_text_box_and_in_its_fallback(kind: str, page: str) -> None:
    names = {
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "w": qn("w:p")[1:-2],
    }
    tree = etree.fromstring(parts("borough", page)["word/document.xml"])
    (box,) = tree.iterfind(f".//{kind}", names)
    told = [words_of(each) for each in box.iter(qn("w:p"))]
    assert told == [PAGES[page].council, PAGES[page].heading]


def test_borough_has_its_source_in_a_footnote() -> None:
    note = etree.fromstring(parts("borough", "full")["word/footnotes.xml"])[-1]
    assert words_of(note).strip() == f"Figures: {FULL.data_source}"
    (paragraph,) = opened("borough").element.body.xpath(".//w:footnoteReference/ancestor::w:p")
    assert paragraph.xpath("string(.)") == FULL.introduction


@every_page
def test_borough_has_a_portrait_cover_and_the_rest_landscape(page: str) -> None:
    cover, rest = opened("borough", page).sections
    assert (landscape(cover), landscape(rest)) == (False, True)
    assert cover.different_first_page_header_footer
    marks = {"full": "OFFICIAL DRAFT", "twice": "OFFICIAL DRAFT", "bare": ""}
    assert cover.first_page_header.paragraphs[0].text == marks[page]


def test_borough_colours_whole_cells_and_tells_the_direction_in_the_table() -> None:
    table = opened("borough").tables[COMMITTEE_TABLE]
    assert [row.cells[0].text for row in table.rows] == [
        "Figures",
        "Status",
        "Target",
        "Actual or forecast",
        "Direction of travel",
    ]
    assert table.rows[4].cells[1].text == table.rows[4].cells[2].text == MEASURE.direction
    cells = table.rows[1]._tr.findall(qn("w:tc"))[1:]
    assert [each.xpath("./w:tcPr/w:shd/@w:fill") for each in cells] == [["AA1111"], ["44A377"]]
    assert [{ink.get(qn("w:val")) for ink in each.iter(qn("w:color"))} for each in cells] == [{"FFFFFF"}, {"0B0C0C"}]


def test_borough_prints_bullets_though_the_tag_was_cut_up_and_its_quotes_are_curly() -> None:
    styles = {each.text: each.style and each.style.name for each in opened("borough").paragraphs}
    assert styles["one for its yearly test"] == "List Bullet"
    assert styles["Hire a vehicle."] == "List Number"
    assert styles["Two vehicles were off the road in August."] == "Normal"


# ---- The unitary: landscape, in columns ----


@every_page
def test_unitary_is_landscape_with_two_columns_below(page: str) -> None:
    sections = opened("unitary", page).sections
    assert all(landscape(each) for each in sections)
    assert [each._sectPr.xpath("string(./w:cols/@w:num)") for each in sections] == ["", "2", ""]


@pytest.mark.parametrize(("page", "charts"), [("full", 1), ("twice", 2), ("bare", 0)])
def test_unitary_draws_its_charts_in_the_size_that_the_tag_says(page: str, charts: int) -> None:
    sizes = opened("unitary", page).element.body.xpath(".//wp:extent")
    assert [(int(each.get("cx")), int(each.get("cy"))) for each in sizes] == [(round(12.6 * CM), 5 * CM)] * charts


def test_unitary_leaves_the_last_status_out_of_its_counts() -> None:
    assert grid(opened("unitary"), 0) == [["Directorate", "Green"], ["Place", "2"], ["People", "1"], ["All", "3"]]


@pytest.mark.parametrize(("page", "draft"), [("full", " – DRAFT"), ("bare", "")])
def test_unitary_has_a_first_page_of_its_own(page: str, draft: str) -> None:
    first = opened("unitary", page).sections[0]
    shown = PAGES[page]
    assert first.first_page_header.paragraphs[0].text == f"{shown.council} – {shown.months}{draft}"
    header = first.header.paragraphs[0]._p
    assert header.xpath("string(./w:fldSimple/@w:instr)").split() == ["TITLE", r"\*", "MERGEFORMAT"]
    assert header.xpath("string(./w:fldSimple)") == f"{shown.heading}: summary"


def test_unitary_numbers_its_pages_in_its_own_style() -> None:
    footer = opened("unitary").sections[0].footer.paragraphs[0]._p
    codes = "".join(footer.xpath(".//w:instrText/text()")).split()
    assert [each for each in codes if each.isalpha() and each != "MERGEFORMAT"] == ["PAGE", "NUMPAGES"]
    steps = footer.xpath(".//w:fldChar/@w:fldCharType")
    assert steps == ["begin", "separate", "end"] * 2
    assert set(footer.xpath(".//w:r[w:fldChar or w:instrText]/w:rPr/w:rStyle/@w:val")) == {"PageCount"}


@pytest.mark.parametrize(("page", "category"), [("full", "Draft"), ("bare", "Final")])
def test_unitary_has_tags_in_its_properties(page: str, category: str) -> None:
    properties = opened("unitary", page).core_properties
    assert (properties.keywords, properties.category) == (f"{PAGES[page].period}; exceptions", category)
