"""No word or figure is broken inside a cell while there is room for it anywhere in the table's row."""

import re

import pytest
from lxml import etree

from generator.documents.word_document.column_widths import within
from generator.documents.word_document.room_for_words import in_letters_of
from generator.documents.word_template.styles import WordStyles
from tests.documents.word_files import cell, p, row, table

PAGE = 9638


def drawn(*rows: tuple[str, ...], width: int = 1000) -> str:
    """A table in which every column is drawn as wide."""
    made = table(*(row(*(cell(p(each)) for each in texts)) for texts in rows))
    return re.sub(r'w:tcW w:w="\d+"', f'w:tcW w:w="{width}"', made)


def widths(made: str) -> list[int]:
    return [int(each) for each in re.findall(r'<w:gridCol w:w="(\d+)"', made)]


def test_a_column_is_as_wide_as_its_longest_word_in_whichever_row_that_stands() -> None:
    rows = (("Name", "September 2026", "Goal"), ("Rent", "£10,200,000", "£9"))
    first, second, third = widths(within(drawn(*rows), PAGE, points=11))
    assert (first, third) == (1000, 1000)
    assert 1400 < second < 1500


def test_room_is_taken_from_columns_that_have_more_than_they_need() -> None:
    first, *others = widths(within(drawn(("£1,234,567,890", *"abcdefg")), 8000, points=11))
    assert first == 1756
    assert 7990 < first + sum(others) <= 8000
    assert max(others) - min(others) < 10


def test_letters_of_a_broad_font_need_more_room() -> None:
    rows = ("Name", "September 2026", "Goal")
    usual, broad = (widths(within(drawn(rows), PAGE, points=11, breadth=each)) for each in (1, 1.25))
    assert (usual[0], usual[2]) == (broad[0], broad[2])
    assert 1.2 * (usual[1] - 216) < broad[1] - 216 < 1.3 * (usual[1] - 216)


@pytest.mark.parametrize(("font", "broad"), [("Verdana", True), ("DejaVu Sans", True), ("Arial", False), ("", False)])
def test_which_fonts_are_broad(font: str, *, broad: bool) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    looks = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    root = etree.fromstring(
        f"<w:styles {w}><w:docDefaults><w:rPrDefault>{looks}</w:rPrDefault></w:docDefaults></w:styles>"
    )
    assert (WordStyles(root).breadth > 1) is broad


def test_what_fits_already_stays_as_it_is() -> None:
    made = drawn(("It is", "half-year", "-5.0%"), ("all the words of a line", "1", "2"))
    assert widths(within(made, PAGE, points=11)) == [1000] * 3
    assert "w:sz" not in within(made, PAGE, points=11)


def test_where_there_is_no_room_letters_are_smaller_and_never_below_eight_points() -> None:
    figures = ("£10,200,000",) * 8
    made = within(drawn(figures, width=1200), PAGE, points=11)
    assert set(re.findall(r'<w:sz w:val="(\d+)"/>', made)) == {"17"}
    made = within(drawn(("£10,200,000,000",) * 12, width=800), PAGE, points=11)
    assert set(re.findall(r'<w:sz w:val="(\d+)"/>', made)) == {"16"}
    assert sum(widths(made)) <= PAGE


def test_looks_of_a_run_are_kept_beside_the_smaller_size() -> None:
    looks = '<w:r><w:rPr><w:rStyle w:val="A"/><w:color w:val="FFFFFF"/><w:u w:val="single"/></w:rPr><w:t>x</w:t></w:r>'
    own = '<w:r><w:rPr><w:sz w:val="12"/></w:rPr><w:t>y</w:t></w:r>'
    made = in_letters_of(looks + own, 8.5)
    assert '<w:color w:val="FFFFFF"/><w:sz w:val="17"/><w:szCs w:val="17"/><w:u w:val="single"/></w:rPr>' in made
    assert own in made


def test_an_address_takes_no_more_than_a_quarter() -> None:
    made = within(drawn(("https://example.gov.uk/" + "a" * 90, "£10,200,000", "b")), PAGE, points=11)
    assert max(widths(made)) <= PAGE // 4
