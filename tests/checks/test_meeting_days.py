"""A meeting before the period's end was left from the last one; that is told of at any build."""

from pathlib import Path

import pytest

from generator.checks.meeting_days import check_meeting_days
from generator.model.period import Period
from tests.projects import SETTINGS, filled_project

DAYS = {
    "11 February 2025": False,
    "31 December 2024": False,
    "30 December 2024": True,
    "12 November 2024": True,
    "in the new year": False,
    "": False,
}


@pytest.mark.parametrize(("meeting", "is_told"), DAYS.items(), ids=DAYS)
def test_a_meeting_before_the_end_is_told_of(meeting: str, is_told: bool) -> None:
    told = tuple(check_meeting_days({"[committee]": meeting}, Period(2024, 3), "inputs/scorecard.toml"))
    assert [each.code for each in told] == (["SET11"] if is_told else [])


def test_it_is_told_at_any_build_and_of_every_report(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (tmp_path / "inputs" / "scorecard.toml").write_text(
        f'{SETTINGS}[committee]\nmeeting = 2024-11-12\n[[report]]\nname = "Place"\nmeeting = 2024-11-13\n', "utf-8"
    )
    told = [each.message for each in folder.gather().problems if each.code == "SET11"]
    assert [each.split(", before")[0] for each in told] == [
        "The meeting under [committee] is on 12 November 2024",
        "The meeting under [[report]] “Place” is on 13 November 2024",
    ]
