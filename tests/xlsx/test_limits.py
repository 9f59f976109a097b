"""Workbooks up to each limit are read, and those beyond it refused; docs/security.md tells the limits as they are."""

import re
import time
from pathlib import Path

import pytest

from generator.xlsx import Fault, Unreadable, read_book
from generator.xlsx import limits as unreadable
from generator.xlsx.limits import (
    BLANKS,
    CELL_CHARACTERS,
    CELLS,
    DEPTH,
    FILE_BYTES,
    FORMATS,
    MARKUP,
    MIB,
    NAMES,
    PARTS,
    RUN_BYTES,
    SHEETS,
    STRINGS,
    XML_NAMES,
)
from tests.xlsx.archives import packed, parts, sheet, strings, styles, workbook
from tests.xlsx.reading import GOOD, WHOLE, fault_of, reads_or_refuses, row, stored_text

PAGE = (Path(__file__).parents[2] / "docs" / "security.md").read_text(encoding="utf-8")
LIMIT = re.compile(r"^\| [^|]+ \| ([0-9,]+)( MiB| KiB)? \| `([A-Z_]+)` \|$", re.MULTILINE)
UNITS = {"": 1, " KiB": 1024, " MiB": 1024 * 1024}


def test_every_limit_is_told_as_it_is() -> None:
    told = {name: int(figure.replace(",", "")) * UNITS[unit] for figure, unit, name in LIMIT.findall(PAGE)}
    limits = {name: value for name, value in vars(unreadable).items() if name.isupper() and name != "MIB"}
    assert told == limits


def cells(count: int, cell: str) -> str:
    return row(cell * count)


def named(count: int) -> str:
    return '<definedName name="n">Sheet1!A1</definedName>' * count


def formatted(rows: int) -> str:
    return "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(1, rows + 1))


def nested(depth: int) -> str:
    return sheet("", after="<a>" * (depth - 1) + "</a>" * (depth - 1))


PADDING = f"<!--{''.join(f'{n * 7919 % 99991:x}' for n in range(40_000))}-->"
"""It packs badly, so that the ratio stays below its limit."""

AT_LIMIT = {
    "cells": workbook(cells(CELLS, "<c><v>1</v></c>")),
    "cells on two sheets": workbook(*[cells(CELLS // 2, "<c><v>1</v></c>")] * 2),
    "rows and formatted cells": workbook(formatted(BLANKS // 2)),
    "characters in a cell": workbook(row(stored_text("x" * CELL_CHARACTERS))),
    "escaped characters in a cell": workbook(row(stored_text("_x263A_" * CELL_CHARACTERS))),
    "different texts": workbook("", sharedStrings=strings(*["<t>a</t>"] * STRINGS)),
    "sheets": workbook(*[""] * SHEETS),
    "defined names": workbook("", names=named(NAMES)),
    "depth": packed(parts(nested(DEPTH))),
    "parts": packed({**GOOD, **{f"x{n}": "" for n in range(PARTS - len(GOOD))}}),
    "file": WHOLE + bytes(20),
}


@pytest.mark.parametrize("data", AT_LIMIT.values(), ids=AT_LIMIT)
def test_workbooks_up_to_a_limit_are_read(data: bytes) -> None:
    assert read_book(data).sheets


# What there is too much of, in the words of the log.
TOO_BIG = {
    "more than 20,000 cells": workbook(cells(CELLS + 1, "<c><v>1</v></c>")),
    "more than 20,000 cells with": workbook(*[cells(CELLS // 2 + 1, "<c><v>1</v></c>")] * 2),
    "more than 200,000 rows and formatted cells": workbook(formatted(BLANKS // 2 + 1)),
    "more than 32,767 characters in a cell": workbook(row(stored_text("x" * (CELL_CHARACTERS + 1)))),
    "more than 32,767 characters": workbook(row(f'<c t="inlineStr"><is>{"<t>%s</t>" % ("x" * 20000) * 2}</is></c>')),
    "more than 1,048,576 characters of text": workbook(cells(150, stored_text("x" * 30000)) + PADDING),
    "more than 20,000 different texts": workbook("", sharedStrings=strings(*["<t>a</t>"] * (STRINGS + 1))),
    "more than 50 sheets": workbook(*[""] * (SHEETS + 1)),
    "more than 20,000 defined names": workbook("", names=named(NAMES + 1)),
    "nested more than 64 deep": packed(parts(nested(DEPTH + 1))),
    "more than 300 parts": packed({**GOOD, **{f"x{n}": "" for n in range(PARTS - len(GOOD) + 1)}}),
    "a file of": WHOLE + bytes(FILE_BYTES),
    "more than 70,000 formats": workbook("", styles=styles(*[0] * (FORMATS + 1), after=PADDING)),
    "a text or tag": packed(parts(sheet("", after=f'<a b="{"x" * RUN_BYTES}"/>'))),
    "more than 20,000 different tags": packed(parts(sheet("", after="".join(f"<a{n}/>" for n in range(XML_NAMES))))),
    "more than 800,000 tags and attributes": packed(parts(sheet("", after="<a/>" * MARKUP + PADDING))),
    "a namespace": packed(parts(sheet("", after=f'<a xmlns="{"x" * 200}"/>'))),
    "a part of more than 1,048,576 bytes": packed(parts(sheet(" " * 2 * MIB))),
    "more than 33,554,432 bytes": packed(parts(*[sheet("", after=PADDING + ("<a/>" + " " * 20_000) * 400)] * 5)),
}


@pytest.mark.parametrize(("excess", "data"), TOO_BIG.items(), ids=TOO_BIG)
def test_workbooks_beyond_a_limit_are_refused(excess: str, data: bytes) -> None:
    assert fault_of(data) is Fault.TOO_BIG
    with pytest.raises(Unreadable, match=excess):
        read_book(data)


def test_no_file_takes_long() -> None:
    for name, data in {**AT_LIMIT, **TOO_BIG}.items():
        started = time.process_time()
        reads_or_refuses(data)
        assert time.process_time() - started < 2, name  # one second on the machine where it was measured
