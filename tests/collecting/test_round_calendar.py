"""The days of a round for a calendar: counted by hand, and read back as the standard says they are to be written."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.collecting.round_calendar import as_calendar, days_of_round, write_calendar
from generator.collecting.working_days import due_date
from generator.model.problem import Unusable
from generator.project.folder import ROUND_DAYS
from tests.projects import SETTINGS, Folder, make_project

MEETING = '[committee]\ncommittee = "Scrutiny, Finance; and “all” of it"\nmeeting = 2025-02-24\n'
HOLIDAYS = "bank_holidays = [2025-01-01, 2025-02-10]\n"


def folder_with(root: Path, settings: str) -> Folder:
    return make_project(root, settings=SETTINGS + settings)


def read_back(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar, as RFC 5545 has them: unfolded lines of a name and a value."""
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events: list[dict[str, str]] = []
    for line in lines:
        name, value = line.split(":", 1)
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events:
            events[-1][name] = re.sub(r"\\([\\;,])", r"\1", value)
    return events


def test_the_days_are_counted_back_from_the_meeting(tmp_path: Path) -> None:
    """2025-02-24 is a Monday. 20 working days before it, 10 February being a holiday, is Friday 24 January."""
    folder = folder_with(tmp_path, f"working_days_before_meeting = 20\n{HOLIDAYS}{MEETING}")
    assert str(due_date(folder.setup)) == "2025-01-24"
    assert [(each.key, str(each.day)) for each in days_of_round(folder.setup)] == [
        ("issue", "2025-01-02"),
        ("chase", "2025-01-22"),
        ("due", "2025-01-24"),
        ("meeting", "2025-02-24"),
    ]
    events = read_back(as_calendar(folder.setup))
    assert [each["DTSTART;VALUE=DATE"] for each in events] == ["20250102", "20250122", "20250124", "20250224"]
    assert events[3]["DTEND;VALUE=DATE"] == "20250225"
    assert events[3]["SUMMARY"] == "Scrutiny, Finance; and “all” of it meets: 2024/25 Q3"
    assert events[1]["DESCRIPTION"] == (
        "22 working days before the meeting. scorecard status --chase. "
        "No working days: weekends and 2 days that the settings list."
    )
    assert len({each["UID"] for each in events}) == 4
    assert {each["DTSTAMP"] for each in events} == {"20241231T000000Z"}


@pytest.mark.parametrize(
    ("settings", "words", "issued"),
    [
        ("", "Bank holidays count as working days: the settings name none.", "2025-01-01"),
        ('nation = "England"\n', "No working days: weekends and the bank holidays of England.", "2025-01-02"),
        ('nation = "Scotland"\n', "No working days: weekends and the bank holidays of Scotland.", "2025-01-03"),
        (
            'nation = "Northern Ireland"\nbank_holidays = [2025-01-02]\n',
            "No working days: weekends, the bank holidays of Northern Ireland and 1 day that the settings list.",
            "2025-01-03",
        ),
    ],
)
def test_each_day_says_whose_holidays_are_counted(tmp_path: Path, settings: str, words: str, issued: str) -> None:
    first, *_ = days_of_round(folder_with(tmp_path, settings).setup)
    assert (first.how, str(first.day)) == (f"scorecard issue. {words}", issued)


def test_an_event_keeps_its_name_when_its_day_is_moved(tmp_path: Path) -> None:
    before, after = (
        read_back(as_calendar(folder_with(tmp_path / name, f"{MEETING.replace('24', day)}").setup))
        for name, day in (("a", "24"), ("b", "25"))
    )
    assert [each["UID"] for each in before] == [each["UID"] for each in after]
    assert before[3]["DTSTART;VALUE=DATE"] != after[3]["DTSTART;VALUE=DATE"]


def test_without_a_meeting_the_other_days_are_there(tmp_path: Path) -> None:
    days = days_of_round(folder_with(tmp_path, "").setup)
    assert [(each.key, str(each.day)) for each in days] == [
        ("issue", "2025-01-01"),
        ("chase", "2025-01-10"),
        ("due", "2025-01-14"),
    ]
    assert "meeting" not in days[1].how
    left = folder_with(tmp_path / "left", MEETING.replace("2025-02", "2024-11"))
    assert "meeting" not in [each.key for each in days_of_round(left.setup)]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("working_days_before_meeting = 20\n", "gives no day"),
        (f"working_days_before_meeting = 20\n{MEETING}".replace("2025-02-24", '"in spring"'), "gives no day"),
        (
            f"working_days_before_meeting = 50\n{MEETING}",
            "would be due on 16 December 2024, before 2024/25 Q3 has ended",
        ),
    ],
)
def test_what_cannot_be_counted_back_is_told(tmp_path: Path, settings: str, words: str) -> None:
    with pytest.raises(Unusable) as caught:
        due_date(folder_with(tmp_path, settings).setup)
    assert (caught.value.problems[0].code, words in caught.value.problems[0].message) == ("SET14", True)


def test_issue_writes_it_beside_the_forms_and_over_nobody_elses(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, MEETING)
    told = CliRunner().invoke(app, ["issue", "--project", str(folder.root)])
    path = folder.returns / ROUND_DAYS
    assert f"{folder.project.relative(path)} has the days of the round" in told.stderr
    first = path.read_bytes()
    write_calendar(folder.setup)
    assert path.read_bytes() == first
    path.write_text("our own", encoding="utf-8")
    assert write_calendar(folder.setup) is None
    assert path.read_text("utf-8") == "our own"


def test_days_that_cannot_be_counted_keep_no_form_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_with(tmp_path, 'nation = "Scotland"\n')
    monkeypatch.setattr("generator.collecting.working_days.find_spec", lambda _: None)
    told = CliRunner().invoke(app, ["issue", "--project", str(folder.root)])
    assert (told.exit_code, "SET12" in told.stderr) == (0, True)
    assert len(list(folder.returns.glob("*.xlsx"))) == 1
