"""Comma-separated tables in which no cell can be taken for a formula."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

_STARTS = frozenset("=+-@＝＋－＠")
"""What a formula starts with; the wide ones where Excel is set up for Chinese or Japanese."""


def as_csv(rows: Iterable[Iterable[str | Decimal | None]]) -> str:
    """Rows as CSV, with the line ends of its standard (RFC 4180)."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([_safe(value) for value in row] for row in rows)
    return written.getvalue()


def _safe(value: str | Decimal | None) -> str:
    """A leading apostrophe is how spreadsheets are told that what follows is text."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return f"'{value}" if value and value.lstrip()[:1] in _STARTS else value or ""
