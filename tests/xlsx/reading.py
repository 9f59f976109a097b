"""What is read of workbooks made by hand, and one good workbook, to be broken."""

import contextlib
import re

import pytest

from generator.xlsx import Book, Cell, Fault, Unreadable, read_book
from tests.xlsx.archives import packed, parts, sheet

OLE2 = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
"""How files of Excel before 2007 begin, and those with a password."""


def row(cells: str) -> str:
    return f'<row r="1">{cells}</row>'


def stored_text(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


SHEET_5 = sheet(row("<c><v>5</v></c>"))
GOOD = parts(SHEET_5)
WHOLE = packed(GOOD)


def with_part(name: str, part: str | bytes) -> bytes:
    return packed({**GOOD, name: part})


def only_cell(data: bytes) -> Cell | None:
    cells = read_book(data).sheets[0].cells
    assert len(cells) < 2
    return next(iter(cells.values()), None)


def refs(data: bytes) -> list[str]:
    return [f"{cell.ref}={cell.text}" for cell in read_book(data).sheets[0].cells.values()]


def first_text(data: bytes) -> str:
    return next(iter(read_book(data).sheets[0].cells.values())).text


def fault_of(data: bytes) -> Fault:
    with pytest.raises(Unreadable) as caught:
        read_book(data)
    assert re.fullmatch(r"[a-zA-Z0-9][^\n<>]{5,100}[^.\s]", str(caught.value)), "a phrase for the log"
    assert str(caught.value) == caught.value.detail
    return caught.value.fault


def reads_or_refuses(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert isinstance(read_book(data), Book)
