"""When an answer to a council's own question is needed, and what is said where there is none."""

from pathlib import Path

import pytest

from tests.projects import SETTINGS, Folder, Value, fill, make_project

QUESTION = """
[[question]]
key = "our_response"
label = "Our response"
needed = {needed}
{more}
"""
ANSWERS: dict[str, Value] = {
    "quarter_actual": 90,
    "forecast_actual": 96,
    "completed_by": "Pat Fletcher",
    "approved_by": "Clarrie Grundy",
}
"""90 against 95 is Red; 96 against 96 is Green."""


def asking(root: Path, needed: str, more: str = "", *, settings: str = "", measures: int = 1) -> Folder:
    """A project whose settings declare one question."""
    codes = [{"Code": f"PL 0{number}"} for number in range(1, measures + 1)]
    asked = QUESTION.format(needed=needed, more=more)
    return make_project(root, *codes, settings=f"{SETTINGS}{settings}{asked}")


NEEDED = {
    "an exception": (
        '"exception"',
        {},
        ["“Our response” is empty, but the measure is an exception (Red for the quarter)."],
    ),
    "no exception": ('"exception"', {"quarter_actual": 95}, []),
    "of every measure": ('"always"', {"quarter_actual": 95}, ["“Our response” is empty, but every measure needs it."]),
    "if wished": ('"if wished"', {}, []),
    "a status that it has": ('["Green"]', {}, ["“Our response” is empty, but the measure is Green forecast."]),
    "statuses that it has": (
        '["Red", "Green"]',
        {},
        ["“Our response” is empty, but the measure is Red for the quarter, Green forecast."],
    ),
    "a status that it has not": ('["Blue"]', {}, []),
    "an answer": ('"always"', {"our_response": "The fleet team has hired a lorry until March."}, []),
}


@pytest.mark.parametrize(("needed", "answers", "said"), NEEDED.values(), ids=NEEDED)
def test_an_answer_is_needed_where_its_question_says_so(
    tmp_path: Path, needed: str, answers: dict[str, Value], said: list[str]
) -> None:
    folder = asking(tmp_path, needed)
    fill(folder.issue()[0], {**ANSWERS, **answers})
    found = folder.gather().problems
    assert [(each.code, each.message) for each in found] == [("NARR01", each) for each in said]


def test_nobody_is_told_twice_of_an_answer_that_cannot_be_read(tmp_path: Path) -> None:
    folder = asking(tmp_path, '"always"', 'takes = "date"')
    fill(folder.issue()[0], {**ANSWERS, "our_response": "soon"})
    assert folder.codes() == ["ANS02"]


HOW = {
    "": "Write it, one paragraph or list item in each cell; or name at question 3a",
    'takes = "text"': "Write it; or name at question 3a",
    'takes = "date"': "Enter the date; or name at question 3a",
    'takes = "choice"\nchoices = ["High", "Low"]': "Choose from the list; or name at question 3a",
}


@pytest.mark.parametrize(("takes", "how"), HOW.items())
def test_it_is_said_how_to_answer(tmp_path: Path, takes: str, how: str) -> None:
    folder = asking(tmp_path, '"always"', takes)
    fill(folder.issue()[0], ANSWERS)
    (told,) = folder.gather().problems
    assert told.remedy.startswith(how)
    assert told.place.cell == folder.cell("our_response")


RULED = {"off": [], "warning": [("NARR01", False)], "error": [("NARR01", True)]}


@pytest.mark.parametrize(("severity", "told"), RULED.items())
def test_how_bad_it_is_can_be_ruled(tmp_path: Path, severity: str, told: list[tuple[str, bool]]) -> None:
    ruling = f'\n[[rules]]\nrule = "narr01"\nseverity = "{severity}"\nreason = "It is asked of nobody yet."\n'
    folder = asking(tmp_path, '"always"', settings=ruling)
    fill(folder.issue()[0], ANSWERS)
    assert [(each.code, each.is_error) for each in folder.gather().problems] == told


@pytest.mark.parametrize(
    ("takes", "answer", "printed"),
    [
        ('takes = "date"', "4 May 2025", "4 May 2025"),
        ('takes = "choice"\nchoices = ["High", "Low"]', "high", "High"),
        ('takes = "text"', "The fleet team told them in May.", "The fleet team told them in May."),
    ],
)
def test_an_answer_of_any_kind_is_shared(tmp_path: Path, takes: str, answer: str, printed: str) -> None:
    folder = asking(tmp_path, '"always"', takes, measures=2)
    one, other = folder.issue()
    fill(one, {**ANSWERS, "our_response": answer})
    fill(other, {**ANSWERS, "same_as": "PL 01"})
    gathered = folder.gather()
    assert gathered.problems == ()
    assert gathered.report.entries[1].answers["our_response"] == ("As for PL 01:", printed)
    fill(one, {"our_response": None})
    assert folder.codes() == ["NARR01", "NARR04"]


def test_what_is_for_the_team_alone_is_asked_and_needed_but_not_read_by_an_editor(tmp_path: Path) -> None:
    folder = asking(tmp_path, '"always"', "published = false")
    (path,) = folder.issue()
    fill(path, ANSWERS)
    assert folder.codes() == ["NARR01"]
    fill(path, {"our_response": "TBC"})
    gathered = folder.gather()
    assert gathered.problems == ()
    (judged,) = gathered.judged
    assert judged.returned.answers == {"our_response": ("TBC",)}
    assert all("our_response" not in each.judged.returned.answers for each in gathered.report.entries)
