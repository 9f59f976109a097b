"""Codes that stand before the titles: taken apart where every title begins with one, and only there."""

from pathlib import Path

import pytest

from tests.importing.lists import drafted, plain_list

HEADINGS = ("PI Code & Short Name", "Target", "Directorate")


@pytest.mark.parametrize(
    ("texts", "codes", "titles"),
    [
        (("CS01 Calls answered", "HR2 Days lost"), ["CS01", "HR2"], ["Calls answered", "Days lost"]),
        (("KPI 1 - Fly-tips", "KPI 2 - Burglaries"), ["KPI 1", "KPI 2"], ["Fly-tips", "Burglaries"]),
        (("ED 01: Plans", "ED 02: Visits"), ["ED 01", "ED 02"], ["Plans", "Visits"]),
        (("CS01 Calls answered", "Days lost"), ["P 01", "P 02"], ["CS01 Calls answered", "Days lost"]),
        (("A1 road repairs", "A1 road closures"), ["P 01", "P 02"], ["A1 road repairs", "A1 road closures"]),
    ],
)
def test_codes_before_titles(tmp_path: Path, texts: tuple[str, str], codes: list[str], titles: list[str]) -> None:
    register = drafted(tmp_path, plain_list(HEADINGS, *((text, 90, "Place") for text in texts)))
    assert [each.text("Code") for each in register.drafts] == codes
    assert [each.text("Title") for each in register.drafts] == titles


def test_a_list_with_codes_keeps_its_titles(tmp_path: Path) -> None:
    rows = (("X1", "CS01 Calls answered", 90), ("X2", "HR2 Days lost", 90))
    register = drafted(tmp_path, plain_list(("Ref", "Measure", "Target"), *rows))
    assert [each.text("Title") for each in register.drafts] == ["CS01 Calls answered", "HR2 Days lost"]
