"""A sheet that is written plainly is read in a short way; it must give what reading element by element gives."""

from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.xlsx import Cell, Fault, Unreadable, read_book
from generator.xlsx.archive import Archive
from generator.xlsx.limits import BLANKS, CELLS
from generator.xlsx.worksheet_fast import plain_cells
from tests.xlsx.archives import MAIN, SHEET_1, packed, parts, sheet, strings, styles

ROOT = Path(__file__).parents[2]
RETURNS = sorted((ROOT / "inputs" / "2018-19-Q2").glob("*.xlsx"))

PLAIN = [
    '<row r="1">',
    '<row r="7" spans="1:3" x14ac:dyDescent="0.25">',
    "<row>",
    '<row r="2"/>',
    "</row>",
    '</row><row r="9">',
    '<c r="A1"><v>0.65</v></c>',
    '<c r="B2" s="1"><v>0.65</v></c>',
    '<c r="C3" s="2"><v>43385</v></c>',
    '<c r="D4" t="s"><v>0</v></c>',
    '<c r="E5" t="b"><v>1</v></c>',
    '<c r="F6" t="e"><v>#REF!</v></c>',
    '<c r="G7" s="3"/>',
    '<c r="H8"></c>',
    '<c r="I9" t="str"><f>A1&amp;"x"</f><v></v></c>',
    '<c r="J1"><f/></c>',
    '<c r="K2"><f t="shared" si="0"/><v>1</v></c>',
    '<c r="L3" t="inlineStr"><is><t>R&amp;D &lt;b&gt; &#38;lt; &#x41;&#10;&#13;_x000B_</t></is></c>',
    '<c r="M4" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>',
    '<c r="N5" t="inlineStr"><is><r><rPr><b/><sz val="9"/></rPr><t>a</t></r><r><t>b</t></r></is></c>',
    '<c r="O6" t="inlineStr"><is></is></c>',
    '<c r="P7" t="d"><v>2018-10-12</v></c>',
]
NOT_PLAIN = [
    " ",
    "\r\n",
    "<!-- a -->",
    "<![CDATA[<c r='A1'>]]>",
    "<?a b?>",
    "<c><v>1</v></c>",
    '<c t="n" r="Q1"><v>1</v></c>',
    '<c r="R2" t="inlineStr"><is><t>a</t><rPh><t>b</t></rPh></is></c>',
    f'<c r="S3" xmlns="{MAIN}x"><v>1</v></c>',
    f'<p:c xmlns:p="{MAIN}" r="T4"><p:v>1</p:v></p:c>',
    '<c r="XFE1"><v>1</v></c>',
    '<c r="U5" t="unknown"><v>1</v></c>',
    '<c r="V6"><v>1</v><v>2</v></c>',
    '<c r="W7"><v>&#0;</v></c>',
    '<c r="X8"><v>&none;</v></c>',
    "<c r='Y9'><v>1</v></c>",
    '<c r="Z1"><f a=">"/><v>1</v></c>',
    '<row r="0"/>',
    '<row r="1" r="1"/>',
    "</sheetData><sheetData>",
    "<extra/>",
    "<c",
]
AROUND = [
    "",
    "<sheetPr/>",
    "<!-- <sheetData> -->",
    "<?a <sheetData> ?>",
    '<row><c r="AA1"><v>1</v></c></row>',
    f'<p:c xmlns:p="{MAIN}" r="AB1"><p:v>1</p:v></p:c>',
    '<x:f xmlns:x="elsewhere">A1</x:f>',
    f'<a xmlns="elsewhere"><c r="AC1"/><sheetData xmlns="{MAIN}"/></a>',
    "".join(f"<a{n}>" for n in range(70)) + "".join(f"</a{n}>" for n in reversed(range(70))),
]


def outcome(part: str, *, short_way: bool) -> dict[tuple[int, int], Cell] | Fault:
    data = packed({**parts("", styles=styles(0, 9, 14), sharedStrings=strings("<t>shared</t>")), SHEET_1: part})
    with patch("generator.xlsx.worksheet.plain_cells", plain_cells if short_way else lambda *_: None):
        try:
            return dict(read_book(data).sheets[0].cells)
        except Unreadable as error:
            return error.fault


def same_both_ways(part: str) -> None:
    short, long = (outcome(part, short_way=short_way) for short_way in (True, False))
    assert isinstance(short, Fault) == isinstance(long, Fault)
    assert isinstance(short, Fault) or short == long


def framed(rows: str, before: str = "", after: str = "") -> str:
    part = sheet(rows, after).replace("<sheetData>", f"{before}<sheetData>", 1)
    return part.replace("<worksheet ", '<worksheet xmlns:x14ac="urn:x" ', 1)


@pytest.mark.parametrize("piece", [*PLAIN, *NOT_PLAIN])
def test_every_piece_gives_the_same_both_ways(piece: str) -> None:
    same_both_ways(framed(f'<row r="1">{piece}</row>'))
    same_both_ways(framed(piece))


@pytest.mark.parametrize("piece", PLAIN)
def test_a_piece_that_is_there_twice_gives_the_same_both_ways(piece: str) -> None:
    same_both_ways(framed(f'<row r="1">{piece}{piece}</row>'))


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_the_rows_gives_the_same_both_ways(around: str) -> None:
    rows = f'<row r="1">{PLAIN[6]}</row>'
    same_both_ways(framed(rows, before=around))
    same_both_ways(framed(rows, after=around))


@settings(deadline=None)
@given(st.lists(st.sampled_from([*PLAIN, *NOT_PLAIN]), max_size=8), st.sampled_from(AROUND), st.sampled_from(AROUND))
@example(["<row>", *PLAIN[6:], "</row>"], "", "")
def test_any_pieces_give_the_same_both_ways(pieces: Sequence[str], before: str, after: str) -> None:
    same_both_ways(framed("".join(pieces), before, after))


@settings(deadline=None)
@given(st.integers(min_value=0), st.sampled_from(["", "<", ">", '"', "&", "é", "\0", "</c>", "<v/>", "\r", "]]>", "'"]))
def test_a_form_damaged_anywhere_gives_the_same_both_ways(at: int, snippet: str) -> None:
    form = Archive(RETURNS[0].read_bytes()).read(SHEET_1).decode()
    at %= len(form)
    same_both_ways(form[:at] + snippet + form[at + 1 :])


@pytest.mark.parametrize("path", RETURNS, ids=lambda path: path.stem)
def test_the_samples_returns_are_read_in_the_short_way(path: Path) -> None:
    assert plain_cells(Archive(path.read_bytes()).read(SHEET_1), CELLS, BLANKS) is not None
