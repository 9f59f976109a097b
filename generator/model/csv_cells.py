"""Comma-separated tables in which no cell can be taken for a formula, and what their cells say."""

import csv
from collections.abc import Iterable
from decimal import Decimal

_STARTS = frozenset("=+-@＝＋－＠")
"""What a formula starts with; the wide ones where Excel is set up for Chinese or Japanese."""


class _Text:
    """What a CSV writer writes into."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def write(self, part: str) -> None:
        self.parts.append(part)


def as_csv(rows: Iterable[Iterable[str | Decimal | None]]) -> str:
    """Rows as CSV, with the line ends of its standard (RFC 4180)."""
    written = _Text()
    csv.writer(written, lineterminator="\r\n").writerows([_safe(value) for value in row] for row in rows)
    return "".join(written.parts)


def as_meant(cell: str) -> str:
    """What a cell of such a table says: without the apostrophe that keeps it from being taken for a formula."""
    return cell[1:] if cell[:1] == "'" and _is_like_a_formula(cell) else cell


def _safe(value: str | Decimal | None) -> str:
    """A leading apostrophe is how spreadsheets are told that what follows is text."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return f"'{value}" if value and _is_like_a_formula(value) else value or ""


def _is_like_a_formula(text: str) -> bool:
    """Whether a text starts as a formula does; also one with apostrophes before, so that just one is ever taken off."""
    return text.lstrip("'").lstrip()[:1] in _STARTS
