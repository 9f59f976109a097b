"""The words of earlier reports are known again, as far back as commentary.csv has them."""

from pathlib import Path

import pytest

from tests.projects import GOOD, SETTINGS, Value, fill, make_project

WORDS = "Two lorries were off the road for most of the time, and so some rounds had to be driven a day late."
PROMISE = "A second depot will open in Felpersham by 30 November 2024."
MONTHLY = SETTINGS.replace("2024-25-Q3", "2024-25-M09")
OF_QUARTERS: dict[str, Value] = {
    "Frequency": "quarterly",
    "Q3 target": 95,
    "Year-end target": None,
    "Forecast": "No",
}


@pytest.mark.parametrize(
    ("settings", "rows", "expected"),
    [
        (SETTINGS, {"2024-25-Q1 context": WORDS}, [("TIME03", "Q1 2024/25")]),
        (SETTINGS, {"2024-25-Q1 context": WORDS, "2024-25-Q2 context": WORDS}, [("TIME03", "Q2 2024/25")]),
        (SETTINGS, {"2023-24-Q3 context": WORDS.upper()}, [("TIME03", "Q3 2023/24")]),
        (SETTINGS, {"2023-24-Q2 context": WORDS}, []),
        (SETTINGS, {"2024-25-Q1 actions": WORDS}, []),
        (SETTINGS, {"2024-25-Q1 context": f"{WORDS} More of it was so in May."}, []),
        (SETTINGS, {"2024-25-Q2 actions": PROMISE}, [("TIME04", "Q2 2024/25")]),
        (SETTINGS, {"2024-25-Q1 actions": PROMISE, "2024-25-Q2 actions": "The team will see to it."}, []),
        (
            MONTHLY,
            {"2024-25-M06 context": WORDS, "2024-25-M06 actions": PROMISE},
            [("TIME03", "September 2024"), ("TIME04", "September 2024")],
        ),
    ],
)
def test_what_earlier_reports_said(
    tmp_path: Path, settings: str, rows: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    folder = make_project(tmp_path, OF_QUARTERS if settings == MONTHLY else {}, settings=settings)
    said = [f'PL 01,{",".join(key.split())},"{text}"' for key, text in rows.items()]
    text = "\n".join(("Code,Period,Question,Text", *said, ""))
    (tmp_path / "inputs" / "commentary.csv").write_text(text, encoding="utf-8")
    forecast = None if settings == MONTHLY else 96
    fill(folder.issue()[0], {**GOOD, "context": [WORDS], "forecast_actual": forecast})

    found = [
        (each.code, dict(each.facts)["period"]) for each in folder.gather().problems if each.code.startswith("TIME0")
    ]
    assert found == expected
