"""Which target a heading is of."""

import pytest

from generator.importing.meaning.fields import ListField
from generator.importing.meaning.target_headings import TargetHeading, target_heading


@pytest.mark.parametrize(
    ("above", "heading", "field", "year"),
    [
        ("", "Target", ListField.TARGET, None),
        ("", "Q1 Target", ListField.Q1, None),
        ("", "Target Q3", ListField.Q3, None),
        ("", "Apr-Jun target", ListField.Q1, None),
        ("", "Quarter 2 tgt", ListField.Q2, None),
        ("", "Annual Target", ListField.ANNUAL, None),
        ("", "Target 2026/27", ListField.ANNUAL, 2026),
        ("", "2026-2027 Target", ListField.ANNUAL, 2026),
        ("2026/27 Targets", "Q4", ListField.Q4, 2026),
        ("Targets 2026/27", "Year end", ListField.YEAR_END, 2026),
        ("Target", "2026/27", ListField.ANNUAL, 2026),
        ("", "Where we want to be", ListField.TARGET, None),
        ("", "Where do we want to be by March 2027", ListField.YEAR_END, 2026),
    ],
)
def test_a_heading_of_a_target(above: str, heading: str, field: ListField, year: int | None) -> None:
    assert target_heading(heading, above) == TargetHeading(field, year)


@pytest.mark.parametrize(
    ("above", "heading"),
    [
        ("Actual", "Q1"),
        ("", "Target met?"),
        ("", "Target rationale"),
        ("", "Actual vs target"),
        ("", "2025/26 Outturn"),
        ("", "Q1"),
        ("", "Last year's target"),
    ],
)
def test_what_is_no_heading_of_a_target(above: str, heading: str) -> None:
    assert target_heading(heading, above) is None
