"""Headings of periods as councils write them, and what each says."""

from datetime import date

import pytest

from generator.importing.past.heading_words import (
    NOTHING_SAID,
    FigureRole,
    HeadingSays,
    Months,
    heading_says,
    months_of,
)
from generator.model.period import APRIL, JANUARY

Q1, Q4 = Months(date(2024, 4, 1), 3), Months(date(2025, 1, 1), 3)
YEAR, JUNE = Months(date(2024, 4, 1), 12), Months(date(2024, 6, 1), 1)

WHEN: dict[str, Months] = {
    **dict.fromkeys(("Q1 2024/25", "2024-25 Q1", "2024/25Q1", "Q1-2024/25", "Qtr 1 24/25", "FY24/25 Q1"), Q1),
    **dict.fromkeys(("1st quarter 2024/25", "First Quarter 2024-2025", "Quarter one 2024–25", "2024-25-Q1"), Q1),
    **dict.fromkeys(("Apr-Jun 2024", "April to June 2024", "Apr/May/Jun 2024", "Apr to Jun '24", "Apr – Jun 24"), Q1),
    **dict.fromkeys(("Q1 (Apr-Jun) 2024/25", "Quarter ending 30 June 2024", "Quarter to June 2024"), Q1),
    **dict.fromkeys(("Jan-Mar 2025", "Jan-Mar 2024/25", "January 2025 to March 2025", "Q4 2024/25 (%)"), Q4),
    **dict.fromkeys(("2024/25", "24/25", "2024-2025", "Year end 2024/25", "2024/25 outturn", "Annual 2024/25"), YEAR),
    **dict.fromkeys(("Jun 2024", "Jun-24", "June '24", "30/06/2024", "30 June 2024"), JUNE),
    "2024-25-M03": JUNE,
    "T2 2024/25": Months(date(2024, 8, 1), 4),
    "H2 2024/25": Months(date(2024, 10, 1), 6),
    "First half 2024/25": Months(date(2024, 4, 1), 6),
    "Dec-Feb 2025": Months(date(2024, 12, 1), 3),
}


@pytest.mark.parametrize(("heading", "months"), WHEN.items(), ids=WHEN)
def test_a_heading_says_when(heading: str, months: Months) -> None:
    says = heading_says(heading)
    assert says.is_understood
    assert months_of(says, APRIL) == months


SEPTEMBER = 9
IN_OTHER_YEARS = {
    ("Q1 2024", JANUARY): Months(date(2024, 1, 1), 3),
    ("2024", JANUARY): Months(date(2024, 1, 1), 12),
    ("Oct-Dec 2024", JANUARY): Months(date(2024, 10, 1), 3),
    ("Q1 2024/25", SEPTEMBER): Months(date(2024, 9, 1), 3),
    ("Q3 2024/25", SEPTEMBER): Months(date(2025, 3, 1), 3),
    ("Mar-May 2024/25", SEPTEMBER): Months(date(2025, 3, 1), 3),
}


@pytest.mark.parametrize(("heading", "starts", "months"), [(*key, each) for key, each in IN_OTHER_YEARS.items()])
def test_years_may_start_in_any_month(heading: str, starts: int, months: Months) -> None:
    assert months_of(heading_says(heading), starts) == months


UNSURE = {
    "Q4 2024": "2024 may be 2023/24 or 2024/25: write which",
    "2024": "2024 may be 2023/24 or 2024/25: write which",
    "Q1": "it is not said of which year they are",
    "Q1 (Jul-Sep) 2024/25": "the months beside it are others than here, where years start in April",
    "May": "it is not said of which year they are",
}


@pytest.mark.parametrize(("heading", "why"), UNSURE.items(), ids=UNSURE)
def test_what_may_be_two_periods_is_none(heading: str, why: str) -> None:
    assert months_of(heading_says(heading), APRIL) == why


ROLES = {
    "Actual": FigureRole.ACTUAL,
    "Q1 result": FigureRole.ACTUAL,
    "Target 2024/25": FigureRole.TARGET,
    "RAG": FigureRole.STATUS,
    "Performance status": FigureRole.STATUS,
    "Q2 YTD": FigureRole.OTHER,
    "Actual vs target": FigureRole.OTHER,
    "Year-end forecast": FigureRole.OTHER,
    "Comments Q1": FigureRole.OTHER,
    "Q1": None,
}


@pytest.mark.parametrize(("heading", "role"), ROLES.items(), ids=ROLES)
def test_a_heading_says_what_sort_of_figure(heading: str, role: FigureRole | None) -> None:
    assert heading_says(heading).role is role


@pytest.mark.parametrize(
    "heading",
    [
        "Corporate measures 2024/25",
        "2022/23 to 2024/25",
        "Q1 and Q2 2024/25",
        "Officer",
        "12/12",
    ],
)
def test_other_words_are_not_guessed_at(heading: str) -> None:
    assert not heading_says(heading).is_understood


def test_a_year_with_two_numbers_is_no_calendar_year() -> None:
    assert months_of(heading_says("Q1 2024/25"), JANUARY) == "2024/25 names two years, and years here start in January"


def months(says: HeadingSays) -> Months | str:
    return months_of(says, APRIL)


def test_the_nearer_heading_counts() -> None:
    over = heading_says("2024/25 Target").over(heading_says("Q1"))
    assert (months(over), over.role) == (Q1, FigureRole.TARGET)
    assert months(heading_says("2023/24").over(heading_says("Apr-Jun 2024"))) == Q1
    assert heading_says("Variance").over(heading_says("Actual")).role is FigureRole.OTHER
    assert heading_says("") == NOTHING_SAID
