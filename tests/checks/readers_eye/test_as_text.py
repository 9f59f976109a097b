"""How a commentary is written: whole sentences, not too long, with no slips."""

import pytest

from tests.checks.readers_eye.commentary import told

FIRES = [
    ("TEXT01", "The latest national figures show rates of."),
    ("TEXT01", "The team is still short of staff and is waiting for"),
    ("TEXT01", "The team has been short of staff all summer"),
    ("TEXT02", "and so the team was short of staff."),
    ("TEXT03", "Date TBC, as the board has not yet met."),
    ("TEXT03", "The narrative for SS PM25 is equally applicable here."),
    ("TEXT11", "Additionally, will be a surgery on this measure."),
    ("TEXT11", "The numbers mean that each cases accounts for a larger share."),
    ("TEXT11", "It was {{ quarter.actual }}% in the quarter."),
    ("TEXT11", "There are many such roads.Others are faster."),
    ("TEXT11", "There was a 18% fall in calls."),
    ("TEXT11", "This is reduction of a third."),
    ("TEXT11", "It is below last years 54.5%."),
    ("TEXT11", "More of them are the subject to a plan."),
    ("TEXT11", "The total is has not been reached."),
    ("TEXT11", "Calls rose in during May."),
    ("TEXT11", "It was 50.1% for same period of 2017."),
    ("TEXT11", "Some 56 per cent of were on time."),
]
QUIET = [
    ("TEXT01", "The cases were:"),
    ("TEXT01", "People Services – 3.35"),
    ("TEXT02", "e.g. the team was short of staff in May."),
    ("TEXT10", "One. Two. Three. " * 20),
    ("TEXT11", "Visits to visit-ambridge.com and to gov.uk rose by 8%, not by an 8th."),
    ("TEXT11", "We know that that is so."),
]


@pytest.mark.parametrize(("code", "text"), FIRES)
def test_what_an_editor_would_ask_about(code: str, text: str) -> None:
    assert code in told(text)


@pytest.mark.parametrize(("code", "text"), QUIET)
def test_what_an_editor_would_not_ask_about(code: str, text: str) -> None:
    assert code not in told(text)


def test_a_text_is_too_long_from_301_words() -> None:
    assert "TEXT05" not in told("The board met again. " * 75)
    assert "TEXT05" in told("The board met again. " * 75 + "Yes.")


def test_missing_full_stops_are_told_of_once() -> None:
    lines = ["The team has been short of staff all summer", "It has been hard to fill the posts"]
    assert told(lines).count("TEXT01") == 1
    assert told([*lines, "The panel meets every week, and"]).count("TEXT01") == 2
