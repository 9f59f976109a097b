"""Which target a heading is of."""

import pytest

from generator.importing.meaning.fields import ListField
from generator.importing.meaning.target_headings import TargetHeading, month_target, target_heading
from generator.model.period import Period


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
        ("", "Standard 26/27", ListField.ANNUAL, 2026),
        ("", "Agreed standard", ListField.TARGET, None),
        ("", "Trajectory", ListField.TARGET, None),
        ("", "Q2 budget", ListField.Q2, None),
        ("", "Full year budget", ListField.ANNUAL, None),
        ("Plan 2026/27", "Q3", ListField.Q3, 2026),
        ("", "Planned Q4", ListField.Q4, None),
        ("", "Where do we want to be by March 2027", ListField.ANNUAL, 2026),
    ],
)
def test_a_heading_of_a_target(above: str, heading: str, field: ListField, year: int | None) -> None:
    assert target_heading(heading, above) == TargetHeading(field, year)


@pytest.mark.parametrize(
    ("reported", "heading", "field", "year"),
    [
        ("2025-Q2", "Jan-Mar 2025 target", ListField.Q1, 2025),
        ("2025-Q2", "Oct to Dec target", ListField.Q4, None),
        ("2025-Q2", "Target 2025", ListField.ANNUAL, 2025),
        ("2025-26-H1", "H2 target", ListField.H2, None),
        ("2025-26-H1", "Apr-Sep target", ListField.H1, None),
        ("2025-26-T1", "Target: term 2", ListField.T2, None),
        ("2025-26-M05", "M05 target", ListField.M05, None),
        ("2025-26-T1", "Targets 2025/26 Tertial 2", ListField.T2, 2025),
        ("2025-26-T1", "Target 3rd trimester", ListField.T3, None),
        ("2025-Q2", "Budget 2025", ListField.ANNUAL, 2025),
    ],
)
def test_years_and_their_parts_are_those_of_the_council(
    reported: str, heading: str, field: ListField, year: int | None
) -> None:
    assert target_heading(heading, "", Period.parse(reported)) == TargetHeading(field, year)


@pytest.mark.parametrize(
    ("reported", "heading", "field"),
    [
        ("2025-26-Q2", "Sep", ListField.Q2),
        ("2025-26-Q2", "Aug", None),
        ("2025-Q2", "Mar", ListField.Q1),
        ("2025-26-M05", "Aug", ListField.M05),
        ("2025-M05", "May", ListField.M05),
    ],
)
def test_the_target_of_a_month(reported: str, heading: str, field: ListField | None) -> None:
    for above in ("Target", "Trajectory"):
        found = month_target(heading, above, Period.parse(reported))
        assert (found.field if found else None) is field


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
        ("Targets 2026/27", "Band 1"),
        ("Targets 2026/27", "Wave 2"),
        ("", "Plan"),
        ("", "Corporate plan"),
        ("", "Budget holder"),
        ("", "Standard or guidance"),
    ],
)
def test_what_is_no_heading_of_a_target(above: str, heading: str) -> None:
    assert target_heading(heading, above) is None
