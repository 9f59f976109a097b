"""An action: what it is for."""

from datetime import date

import pytest

from generator.model.action import Subject


@pytest.mark.parametrize(
    ("about", "meeting"),
    [
        ("Meeting: 04/07/2024", date(2024, 7, 4)),
        ("Meeting: 4 July 2024", date(2024, 7, 4)),
        ("Meeting: Scrutiny, 4 July 2024", "Scrutiny, 4 July 2024"),
        ("Meeting: the July meeting", "the July meeting"),
        ("Place > Housing", ""),
        ("", ""),
    ],
)
def test_a_meeting_is_a_day_where_it_is_named_by_that_alone(about: str, meeting: date | str) -> None:
    assert Subject(about=about).meeting == meeting
