"""Words with numbers, and days in figures; and that nothing else writes them."""

import re
from datetime import date
from pathlib import Path

import pytest

import generator
from generator.model.english import counted, day_in_figures

SOURCES = [
    path for path in Path(generator.__file__).parent.rglob("*.py") if path.name not in {"english.py", "shown.py"}
]
"""What a cell shows is Excel's way of writing."""


@pytest.mark.parametrize(
    ("number", "words", "expected"),
    [
        (0, ("return",), "0 returns"),
        (1, ("return",), "1 return"),
        (25, ("return",), "25 returns"),
        (1, ("child", "children"), "1 child"),
        (2, ("child", "children"), "2 children"),
    ],
)
def test_a_number_with_its_word(number: int, words: tuple[str, ...], expected: str) -> None:
    assert counted(number, *words) == expected


def test_a_day_in_figures() -> None:
    assert day_in_figures(date(2018, 12, 4)) == "04/12/2018"


OWN_WAY = re.compile(r":%[dBbmY]|strftime|== 1 else ['\"](s|were|are)['\"]|\{(\w+)\} \{?\w+\}?['\"] if \2 == 1")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_days_and_plurals_are_written_in_one_place(path: Path) -> None:
    assert not OWN_WAY.search(path.read_text(encoding="utf-8"))
