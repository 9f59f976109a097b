"""Good forms with answers that are dear to read, to check, to tell of or to print, by what is done to them."""

import io
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from itertools import islice, product
from pathlib import Path

from tests.projects import GOOD, Value, fill

FORM = "xl/worksheets/sheet1.xml"
CELL = 32_767
ROWS = 18_000

type_of_answers = Mapping[str, Value | list[str]]


def of(pattern: str, characters: int = CELL) -> str:
    """A pattern again and again, so many characters of it."""
    return (pattern * (characters // len(pattern) + 1))[:characters]


def written(**answers: Value | list[str]) -> Callable[[Path], None]:
    """A form with other answers than GOOD."""
    return lambda path: fill(path, {**GOOD, **answers})


def with_rows(row: Callable[[int], str], count: int = ROWS) -> Callable[[Path], None]:
    """A good form with many more rows, each given as its markup."""

    def change(path: Path) -> None:
        fill(path, GOOD)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        more = "".join(f'<row r="{number}">{row(number)}</row>' for number in range(2000, 2000 + count))
        parts[FORM] = parts[FORM].replace(b"</sheetData>", f"{more}</sheetData>".encode())
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        path.write_bytes(packed.getvalue())

    return change


def text(cell: str, words: str) -> str:
    """A cell's markup."""
    return f'<c r="{cell}" t="inlineStr"><is><t>{escape(words)}</t></is></c>'


def acronyms(count: int) -> str:
    """Different ones, none of them explained."""
    return " ".join(map("".join, islice(product("ABCDEFGH", repeat=5), count)))


DEAR: dict[str, Callable[[Path], None]] = {
    "numbers beside numbers": written(context=[of("1 - 2 ")], actions=[of("1 - 2 ", 17_000)]),
    "telephone numbers": written(context=[of("943 476 5919 ")], actions=[of("+44 1332 293 111, ", 17_000)]),
    "parts of wholes": written(context=[of("1 of 2, 3 of which ")], actions=[of("5 made up of 1 a, 2 b ", 17_000)]),
    "one word": written(context=["a" * CELL], actions=["b" * 17_000]),
    "acronyms": written(context=[acronyms(5000)], actions=[acronyms(2500)]),
    "placeholders": written(context=[of("{{quarter.actul}} ")], actions=[of("{quarter.actual a.b zz.yy} ", 17_000)]),
    "withheld passages": written(context=[of("[[")], actions=[of("[[a]] ", 17_000)]),
    "brackets": written(context=[of("((a) ")], actions=[of(")(", 17_000)]),
    "no-break spaces": written(context=[of("a\xa0")], actions=[of("\u2028\t\xad", 17_000)]),
    "list items": written(context=["\n".join(f"- item {number}" for number in range(990))]),
    "more list items than a report holds": written(context=["\n".join("- a" for _ in range(9000))]),
    "more text than a report holds": written(context=[of("The board met. ")] * 3),
    "reasons": written(
        quarter_status_reason=of("why ", 20_000), note_to_team=of("a ", 20_000), same_as=of("CM ", 5000)
    ),
    "answers of the wrong kind": written(
        quarter_actual=of("9 "), forecast_actual="9" * CELL, quarter_provisional=of("Yes")
    ),
    "a code of many": written(measure_code=of("PL 01 ")),
    "four million characters": with_rows(lambda row: text(f"C{row}", of("1 - 2 ", 32_700)), 120),
    "many cells beside no question": with_rows(lambda row: text(f"C{row}", "lost words")),
    "many cells to the right": with_rows(lambda row: text(f"Z{row}", "lost words")),
    "many errors in formulas": with_rows(lambda row: f'<c r="C{row}" t="e"><v>#REF!</v></c>'),
    "one question again and again": with_rows(lambda row: text(f"A{row}", "B1") + text(f"C{row}", str(row)), 9000),
    "a narrative of many rows": with_rows(lambda row: text(f"A{row}", "C1") + text(f"C{row}", "words"), 9000),
}
