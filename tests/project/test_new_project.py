"""A new project, as it is laid out."""

from datetime import date

import pytest

from generator.project.new_project import last_full_quarter


@pytest.mark.parametrize(
    ("today", "reported"),
    [
        (date(2026, 4, 1), "2025-26-Q4"),
        (date(2026, 6, 30), "2025-26-Q4"),
        (date(2026, 7, 1), "2026-27-Q1"),
        (date(2026, 11, 23), "2026-27-Q2"),
        (date(2027, 1, 2), "2026-27-Q3"),
    ],
)
def test_a_new_project_reports_the_last_quarter_that_has_ended(today: date, reported: str) -> None:
    assert str(last_full_quarter(today)) == reported
