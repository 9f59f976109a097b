"""scorecard next sets the next quarter and keeps the person's file; what was of the last meeting becomes a note."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.collecting.next_period import moved_on
from generator.model.period import Period
from tests.projects import SETTINGS, Value, filled_project, make_project

Q3 = Period(2024, 3)


def settings(more: str = "") -> str:
    return f"# Ours, since 2024-25-Q3.\n{SETTINGS}{more}"


CASES = [
    ("", "", (), ()),
    (
        '[committee]\nmeeting = 2025-02-11 # a Tuesday\ncommittee = "Scrutiny"\n',
        '[committee]\n# meeting = 2025-02-11 # a Tuesday\ncommittee = "Scrutiny"\n',
        ("meeting of [committee]",),
        (),
    ),
    (
        '[committee]\npublished = 2025-02-03\n[[question]]\nkey = "public"\nlabel = "P"\npublished = true\n',
        '[committee]\n# published = 2025-02-03\n[[question]]\nkey = "public"\nlabel = "P"\npublished = true\n',
        ("published of [committee]",),
        (),
    ),
    (
        'committee = { meeting = 2025-02-11, item = "7" }\n',
        'committee = { meeting = 2025-02-11, item = "7" }\n',
        (),
        ("meeting of [committee]", "item of [committee]"),
    ),
    (
        '[committee]\nmeeting = """\n11 February"""\n',
        '[committee]\nmeeting = """\n11 February"""\n',
        (),
        ("meeting of [committee]",),
    ),
    (
        '[[report]]\nname = "Place"\nitem = "7"\n',
        '[[report]]\nname = "Place"\n# item = "7"\n',
        ("item of [[report]]",),
        (),
    ),
]


@pytest.mark.parametrize(
    ("more", "after", "cleared", "by_hand"),
    CASES,
    ids=["none", "a table", "day of publication", "one line", "several lines", "a report"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_every_other_line_stays(
    more: str, after: str, cleared: tuple[str, ...], by_hand: tuple[str, ...], end: str
) -> None:
    moved = moved_on(settings(more).replace("\n", end), "scorecard.toml", Q3)
    right = settings(after).replace('period = "2024-25-Q3"', 'period = "2024-25-Q4"')
    assert moved.text == right.replace("\n", end)
    assert (moved.cleared, moved.by_hand) == (cleared, by_hand)


def test_the_settings_are_moved_on_and_what_is_left_is_told(tmp_path: Path) -> None:
    more = '[committee]\nmeeting = 2025-02-11\nrecommendations = ["That it is noted."]\n'
    folder = make_project(tmp_path, {"Q4 target": 97}, {"Code": "PL 02"}, {"Code": "PL 03", "Kind": "data only"})
    folder.project.settings.write_text(settings(more), encoding="utf-8")
    result = CliRunner().invoke(app, ["next", "--project", str(tmp_path)], catch_exceptions=False)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "meeting of [committee] was of the last meeting, and is a note now: set it for the next.",
        "recommendations of [committee] is as it was: look whether it still holds.",
        "PL 02 has no target for 2024/25 Q4.",
    ]
    assert "2024/25 Q3 is not closed" in result.stderr
    assert folder.setup.period == Q3.next


def test_a_new_year_begins_with_last_years_targets_to_decide(tmp_path: Path) -> None:
    parts_alone: dict[str, Value] = {"Code": "PL 02", "Year-end target": None}
    late: dict[str, Value] = {"Code": "PL 03", "Frequency": "yearly", "Lag": "one year"}
    folder = make_project(tmp_path, {}, parts_alone, late, settings=SETTINGS.replace("Q3", "Q4"))
    result = CliRunner().invoke(app, ["next", "--project", str(tmp_path)], catch_exceptions=False)
    assert "PL 01 has no target for 2025/26 yet; its last year-end target is 96.0%." in result.stdout
    assert "PL 02 has no target for 2025/26 yet; its last target is 95.0%." in result.stdout
    assert result.stdout.count("the targets in the sheet Measures hold for 2024/25 and 2025/26 too.") == 1
    assert "PL 03 has no target for 2024/25 yet; its last year-end target is 96.0%." in result.stdout
    assert str(folder.setup.period) == "2025-26-Q1"


def test_after_a_closed_quarter_there_is_no_warning(tmp_path: Path) -> None:
    filled_project(tmp_path)
    for command in ("build", "close", "next"):
        result = CliRunner().invoke(app, [command, "--project", str(tmp_path)], catch_exceptions=False)
        assert result.exit_code == 0
    assert "is not closed" not in result.stderr


def test_settings_that_are_wrong_stay(tmp_path: Path) -> None:
    folder = make_project(tmp_path, settings=SETTINGS + "x = 1\n")
    before = folder.project.settings.read_bytes()
    result = CliRunner().invoke(app, ["next", "--project", str(tmp_path)])
    assert (result.exit_code, folder.project.settings.read_bytes()) == (2, before)
