"""The Word report: our template, filled in."""

import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from generator.narrative import Block, Form
from generator.presentation import (
    CountView,
    DirectorateView,
    HalfView,
    MeasureView,
    MissingView,
    PageView,
    StatusView,
)
from generator.problem import Unusable
from generator.render.word import render_word
from tests.render.documents import save_with_libreoffice
from tools.word_template import lay_out

TEMPLATE = (Path(__file__).parents[2] / "templates" / "report.docx").read_bytes()
HOSTILE = 'R&D <b> "quotes" £ – ’ {{ x }} {% y %} {%tr z %}\nsecond line\tand a tab'

RED = StatusView(word="Red", meaning="Worse by more than 5%", note="", fill="AA1111", ink="FFFFFF", shape="none")
GREEN = StatusView(word="Green", meaning="On target", note="Stated", fill="44A377", ink="0B0C0C", shape="none")


def narrative(text: str) -> tuple[Block, ...]:
    return (
        Block(Form.PARAGRAPH, (text,)),
        Block(Form.BULLETS, ("first bullet", "second bullet")),
        Block(Form.NUMBERS, ("first step", "second step")),
        Block(Form.PARAGRAPH, ("between",)),
        Block(Form.NUMBERS, ("another first step",)),
    )


MEASURE = MeasureView(
    anchor="cm-pm15",
    label="CM PM15",
    title="Number of online transactions",
    quarter_status=RED,
    forecast_status=GREEN,
    quarter=HalfView(heading="Quarterly data", target="60,000.0", actual="44,745.0", actual_label="Actual"),
    forecast=HalfView(heading="Forecast data", target="125,000.0", actual="112,816.0", actual_label="Forecast"),
    direction="Improving",
    remarks=("Forecast status is as stated: on track.",),
    context=narrative(HOSTILE),
    actions=(Block(Form.PARAGRAPH, ("Not stated",)),),
    intervention=narrative("Reviewed."),
)
PAGE = PageView(
    council="Derby City Council",
    title="Performance exceptions",
    period="2018/19 Q2",
    months="July to September 2018",
    heading="Performance exceptions: 2018/19 Q2",
    draft=False,
    draft_notice="",
    introduction="1 measure reported.",
    data_source="Data source: DORIS",
    directorates=(
        DirectorateView(
            anchor="cr", name="Corporate Resources", heading="Directorate: Corporate Resources", measures=(MEASURE,)
        ),
    ),
    counts=(CountView(status=RED, quarter="1", forecast="0"), CountView(status=GREEN, quarter="0", forecast="1")),
    counts_caption="All measures reported, by status (1 in all)",
    key=(RED, GREEN),
    to_put_right=(),
    missing=(),
    missing_introduction="",
)
FULL = replace(
    PAGE,
    draft=True,
    draft_notice="DRAFT, not for circulation.",
    missing=(
        MissingView(label="CM PM99", title="Other", directorate="Corporate Resources", why="Return not received"),
    ),
    missing_introduction="The register has these measures too. They are not in this report.",
)


def opened(page: PageView, template: bytes = TEMPLATE) -> Document:
    return docx.Document(io.BytesIO(render_word(template, page)))


def headings(document: Document) -> list[str]:
    return [each.text for each in document.paragraphs if str(each.style and each.style.name).startswith("Heading")]


def lines(document: Document, table: int, row: int) -> list[list[str]]:
    return [[each.text for each in cell.paragraphs] for cell in document.tables[table].rows[row].cells]


def test_the_template_in_the_repository_is_the_one_that_the_script_lays_out() -> None:
    assert lay_out() == TEMPLATE, "restyled in Word? Then delete this test, and the script"


def test_headings() -> None:
    always = ["Performance exceptions: 2018/19 Q2", "Summary", "Key", "Directorate: Corporate Resources"]
    assert headings(opened(PAGE)) == always
    assert headings(opened(FULL)) == [*always, "Measures not in this report"]


def test_a_measure_is_a_row_of_seven_cells() -> None:
    document = opened(PAGE)
    assert lines(document, 2, 0) == [
        ["Measure Details"],
        ["Quarterly Target Status"],
        ["Forecast Year End Status"],
        ["Performance vs Target"],
        ["Context for Current Performance"],
        ["Improvement Actions Taken"],
        ["Intervention / Review"],
    ]
    figures = ["Quarterly data", "Target: 60,000.0", "Actual: 44,745.0"]
    forecast = ["Forecast data", "Target: 125,000.0", "Forecast: 112,816.0", "Direction of travel", "Improving"]
    lists = ["first bullet", "second bullet", "first step", "second step", "between", "another first step"]
    assert lines(document, 2, 1) == [
        ["CM PM15", "Number of online transactions", "Forecast status is as stated: on track."],
        ["Red"],
        ["Green", "Stated"],
        [*figures, *forecast],
        [HOSTILE, *lists],
        ["Not stated"],
        ["Reviewed.", *lists],
    ]


def test_lists_are_real_and_each_numbered_list_starts_at_1() -> None:
    cells = opened(PAGE).tables[2].rows[1].cells
    listed = [
        (each.style.name if each.style else "", number[0] if number else None)
        for each in (*cells[4].paragraphs, *cells[6].paragraphs)
        if (number := each._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")) or "List" in str(each.style and each.style.name)
    ]
    bullets = [("List Bullet", None)] * 2
    first, second = [("List Number", "3")] * 2, [("List Number", "4")]
    third, fourth = [("List Number", "5")] * 2, [("List Number", "6")]
    assert listed == [*bullets, *first, *second, *bullets, *third, *fourth]


def test_statuses_have_their_colours() -> None:
    cell = opened(PAGE).tables[2].rows[1].cells[1]
    assert cell._tc.xpath(".//w:shd/@w:fill") == ["AA1111"]
    assert cell._tc.xpath(".//w:color/@w:val") == ["FFFFFF"]


def test_header_rows_repeat_and_tables_are_described() -> None:
    for table in opened(FULL).tables:
        assert table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")
        assert table._tbl.xpath("./w:tblPr/w:tblCaption/@w:val")
        assert table._tbl.xpath("./w:tblPr/w:tblDescription/@w:val")


def test_every_cell_says_something_and_ends_in_a_paragraph() -> None:
    for table in opened(FULL).tables:
        for cell in table._tbl.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")
            assert "".join(str(text) for text in cell.itertext()).strip()


def test_a_draft_says_so_in_the_text_and_in_the_header() -> None:
    draft, final = opened(FULL), opened(PAGE)
    assert "DRAFT, not for circulation." in [each.text for each in draft.paragraphs]
    assert draft.sections[0].header.paragraphs[0].text == (
        "Derby City Council\tDRAFT: Performance exceptions: 2018/19 Q2"
    )
    assert final.sections[0].header.paragraphs[0].text == "Derby City Council\tPerformance exceptions: 2018/19 Q2"


def test_properties_name_the_council_and_nobody_else() -> None:
    properties = opened(PAGE).core_properties
    assert (properties.title, properties.author) == ("Performance exceptions: 2018/19 Q2", "Derby City Council")
    assert (properties.language, properties.last_modified_by, properties.comments) == ("en-GB", "", "")


def test_the_data_source_stands_at_the_end_and_in_the_footer() -> None:
    document = opened(FULL)
    assert document.paragraphs[-1].text == "Data source: DORIS"
    assert document.sections[0].footer.paragraphs[0].text.startswith("Data source: DORIS\tDerby City Council\tPage ")


def test_the_same_page_gives_the_same_bytes() -> None:
    assert render_word(TEMPLATE, FULL) == render_word(TEMPLATE, FULL)


def test_a_quarter_without_exceptions_can_be_reported() -> None:
    assert headings(opened(replace(PAGE, directorates=()))) == ["Performance exceptions: 2018/19 Q2", "Summary", "Key"]


def test_a_misspelt_field_is_told_with_its_place() -> None:
    with zipfile.ZipFile(io.BytesIO(TEMPLATE)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"measure.label", b"measure.lable")
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(Unusable) as caught:
        render_word(changed.getvalue(), PAGE, name="mine.docx")
    (problem,) = caught.value.problems
    assert str(problem.place) == "mine.docx, main text, table 3, row 3, column 1"
    assert "no field “lable”. Did you mean “label”?" in problem.message


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_the_template_saved_again_by_libreoffice_gives_the_same_report(tmp_path: Path) -> None:
    saved = opened(FULL, save_with_libreoffice(TEMPLATE, tmp_path))
    ours = opened(FULL)
    assert headings(saved) == headings(ours)
    for number, table in enumerate(ours.tables):
        for row in range(len(table.rows)):
            assert lines(saved, number, row) == lines(ours, number, row)
