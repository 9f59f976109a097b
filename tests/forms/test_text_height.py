"""Rows of forms are as high as their texts need, by the widths of their letters."""

import pytest

from generator.forms.text_height import ALONE, LINE, TALLEST, height_of

_COLUMN = 36.0


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        ([], 1),
        ([("", _COLUMN)], 1),
        ([("Short", _COLUMN)], 1),
        ([("One\nTwo\nThree", _COLUMN)], 3),
        ([("After a blank line\n\nThe next", _COLUMN)], 3),
        ([("Last time: 48.2%, Amber. A year ago: 46.2%.", _COLUMN)], 2),
        ([("Last time: 48.2%, Amber. A year ago: 46.2%.", 42.0)], 1),
        ([("Short", _COLUMN), ("Two\nlines", _COLUMN)], 2),
        ([("i" * 60, _COLUMN)], 1),
        ([("W" * 60, _COLUMN)], 3),
        ([("W W W W W W", 2.0)], 6),
    ],
)
def test_lines(texts: list[tuple[str, float]], lines: int) -> None:
    assert height_of(texts) == pytest.approx(ALONE if lines == 1 else lines * LINE)


def test_a_row_is_never_higher_than_excel_allows() -> None:
    assert height_of([("word " * 5000, _COLUMN)]) == TALLEST
