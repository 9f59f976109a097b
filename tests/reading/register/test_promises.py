"""The register's sheets of actions and of what members recommended."""

from datetime import date
from pathlib import Path

import pytest

from generator.model.action import Subject, Whole, id_of
from tests.followed import ACTION_HEADINGS, with_actions_sheet
from tests.projects import Value, make_project
from tests.reading.register.sheets import told, with_sheet

DUE = date(2025, 6, 1)
SHAPE = """\
council = "Ambridge Council"
period = "2024-25-Q3"
directorates = ["Place"]
then_by = "Service"
data_source = "Felpersham"
"""


def test_an_action_is_for_a_measure_or_a_group_of_either_level_or_the_whole_report(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "project", {"Service": "Bins"}, settings=SHAPE)
    with_actions_sheet(
        folder,
        ["A1", "pl01", "Hire a lorry", "Pat", date(2024, 1, 1), DUE],
        ["PL 01", None, "Train", None, None, DUE],
        [None, "place", "Set up a board", None, None, DUE],
        [None, "Bins", "Plan", None, None, DUE],
        [None, "The whole report", "Publish", None, None, DUE],
    )
    found = folder.setup.register.promises
    assert [(each.subject.code, each.subject.about) for each in found] == [
        ("PL 01", ""),
        ("PL 01", ""),
        ("", "Place"),
        ("", "Place > Bins"),
        ("", ""),
    ]
    assert [each.id for each in found[:2]] == ["A1", id_of(Subject("PL 01"), "Train")]
    assert (found[0].owner, found[0].start, found[0].due) == ("Pat", date(2024, 1, 1), DUE)


@pytest.mark.parametrize(
    ("row", "cell", "fault"),
    [
        ((None, "PL 09", "Hire", None, None, DUE), "B2", "there is no such measure or group"),
        ((None, None, "Hire", None, None, DUE), "B2", "it is empty"),
        ((None, "PL 01", None, None, None, DUE), "C2", "it is empty"),
        ((None, "PL 01", "Hire", None, None, None), "F2", "it is not a date"),
        ((None, "PL 01", "Hire", None, date(2026, 1, 1), DUE), "E2", "after the day under Due"),
        ((None, "PL 01", "x" * 501, None, None, DUE), "C2", "501 characters"),
        (("x" * 501, "PL 01", "Hire", None, None, DUE), "A2", "501 characters"),
        ((None, "PL 01", "Hire", "x" * 501, None, DUE), "D2", "501 characters"),
        (("[[Oak House]] 1", "PL 01", "Hire", None, None, DUE), "A2", "it is published as it stands"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    tmp_path: Path, row: tuple[Value | date, ...], cell: str, fault: str
) -> None:
    folder = with_actions_sheet(make_project(tmp_path / "project"), row)
    (problem,) = told(folder)
    assert (problem.place.sheet, problem.place.cell) == ("Actions", cell)
    assert fault in problem.message


def test_the_same_action_twice_is_told_of(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "project")
    with_actions_sheet(folder, *[[None, "PL 01", "Hire", None, None, DUE]] * 2)
    (problem,) = told(folder)
    assert "it stands here twice" in problem.message


WHOLE = ["P1", "PL 01", "Build a depot", None, None, DUE, None]


@pytest.mark.parametrize(
    ("rows", "told_of"),
    [
        (
            [[None, None, "Plan", None, None, DUE, "P2"]],
            [("G3", "no action of this sheet has it as a code of its own")],
        ),
        (
            [["PL 01", None, "Plan", None, None, DUE, None], [None, None, "Draw", None, None, DUE, "PL 01"]],
            [("G4", "no action of this sheet has it as a code of its own")],
        ),
        (
            [[None, None, "Draw", None, None, DUE, id_of(Subject("PL 01"), "Plan")]],
            [("G3", "no action of this sheet has it as a code of its own")],
        ),
        ([["P2", None, "Plan", None, None, DUE, "P2"]], [("G3", "an action is no part of itself")]),
        (
            [["P2", None, "Plan", None, None, DUE, "P1"], [None, None, "Draw", None, None, DUE, "P2"]],
            [("G4", "the action in row 3 is a part itself")],
        ),
        (
            [["P2", "PL 01", "Plan", None, None, DUE, "P3"], ["P3", "PL 01", "Draw", None, None, DUE, "p2"]],
            [
                ("G3", "the action in row 4 is a part of this one, so the two are part of each other"),
                ("G4", "the action in row 3 is a part of this one, so the two are part of each other"),
            ],
        ),
        ([[None, "Place", "Plan", None, None, DUE, "P1"]], [("B3", "“Build a depot”, which it is a part of")]),
        ([["P2", None, "Plan", None, None, None, "P1"]], [("F3", "it is not a date")]),
        (
            [["P2", "PL 01", "Plan", None, None, None, None], [None, None, "Draw", None, None, DUE, "P2"]],
            [("F3", "it is not a date")],
        ),
    ],
)
def test_what_an_action_cannot_be_a_part_of(
    tmp_path: Path, rows: list[list[Value | date]], told_of: list[tuple[str, str]]
) -> None:
    folder = with_sheet(make_project(tmp_path / "project"), "Actions", (*ACTION_HEADINGS, "Part of"), WHOLE, *rows)
    problems = told(folder)
    assert [each.place.cell for each in problems] == [cell for cell, _ in told_of]
    for each, (_, fault) in zip(problems, told_of, strict=True):
        assert fault in each.message


def test_a_part_is_for_what_the_whole_is_for(tmp_path: Path) -> None:
    folder = with_sheet(
        make_project(tmp_path / "project"),
        "Actions",
        (*ACTION_HEADINGS, "Part of"),
        ["P1.1", None, "Plan", None, None, DUE, "p 1"],
        ["PL 01", None, "Draw", None, None, DUE, "P1"],
        [None, "pl01", "Dig", None, None, DUE, "P1"],
        WHOLE,
        [None, None, "Pave", None, None, DUE, "P2"],
        ["P2", "Place", "Renew the square", None, None, DUE],
    )
    found = {each.title: each for each in folder.setup.register.promises}
    assert {each.title: each.subject for each in found.values()} == {
        **dict.fromkeys(("Plan", "Draw", "Dig", "Build a depot"), Subject("PL 01")),
        **dict.fromkeys(("Pave", "Renew the square"), Subject(about="Place")),
    }
    assert [found[each].part_of for each in ("Build a depot", "Plan", "Pave")] == [
        None,
        Whole("P1", "Build a depot"),
        Whole("P2", "Renew the square"),
    ]
    assert [found[title].id for title in ("Plan", "Draw")] == ["P1.1", id_of(Subject("PL 01"), "Draw")]


def test_what_members_recommended_needs_no_date(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "project")
    headings = ("Meeting", "Text", "Owner", "Due")
    with_sheet(folder, "Recommendations", headings, ["4 July 2024", "Report on the depot", None, None])
    (promise,) = folder.setup.register.promises
    assert (promise.subject.is_recommended, promise.subject.about, promise.due) == (True, "Meeting: 4 July 2024", None)
    assert promise.subject.asked_in == Subject()


@pytest.mark.parametrize(
    ("meeting", "fault"), [("Board on [[Oak House]]", "it is published as it stands"), ("x" * 501, "501 characters")]
)
def test_a_meeting_is_published_as_it_stands(tmp_path: Path, meeting: str, fault: str) -> None:
    folder = with_sheet(make_project(tmp_path / "project"), "Recommendations", ("Meeting", "Text"), [meeting, "Report"])
    (problem,) = told(folder)
    assert problem.place.cell == "A2"
    assert fault in problem.message


def test_a_new_register_asks_for_no_actions(tmp_path: Path) -> None:
    assert not make_project(tmp_path / "project").setup.register.has_actions
