"""A figure that a return revises, and revises no more once its own period is opened again: what stands, and is told."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.history.rows import RowState
from generator.model.period import Period
from generator.project.folder import Project
from tests.output.test_close_period import done, output, rows, run, shown
from tests.projects import GOOD, Value, fill, make_project

Q2, Q3, Q4 = (Period(2024, quarter) for quarter in (2, 3, 4))
FIRST = "88.0"


def issued(root: Path, period: Period, **answers: Value) -> None:
    done(root, "issue", "--period", str(period))
    filled(root, period, **{**GOOD, **answers})  # type: ignore[arg-type]


def filled(root: Path, period: Period, **answers: Value) -> None:
    (path,) = Project(root).returns_folder(period).glob("*.xlsx")
    fill(path, answers)


def closed(root: Path, period: Period) -> None:
    done(root, "build", "--period", str(period))
    done(root, "close", "--period", str(period))


class Case(NamedTuple):
    """What the return of Q3 says of Q2, each time that Q3 is closed: what stands after each, and what is told."""

    revised: list[Value]
    stands: list[str]
    told: str


CASES = {
    "taken back": Case([85, None], ["85.0", FIRST], "the result for Q2 2024/25 was 85.0%, now 88.0%, because"),
    "typed as it was": Case([85, 88], ["85.0", FIRST], "the result for Q2 2024/25 was 85.0%, now 88.0%, because"),
    "another": Case([85, 86], ["85.0", "86.0"], "the result for Q2 2024/25 was 85.0%, now 86.0%, because"),
    "left as it is": Case([85, 85], ["85.0", "85.0"], ""),
    "for the first time": Case([None, 85], [FIRST, "85.0"], "it was 88.0%, and is now 85.0%."),
    "and once more": Case(
        [85, None, 85], ["85.0", FIRST, "85.0"], "the result for Q2 2024/25 was 88.0%, now 85.0%, because"
    ),
    "none": Case([None, None], [FIRST, FIRST], ""),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_stands_is_what_was_published_last(tmp_path: Path, case: Case) -> None:
    make_project(tmp_path, {"Q2 target": 95, "Q4 target": 95})
    issued(tmp_path, Q2, quarter_actual=88)
    closed(tmp_path, Q2)
    issued(tmp_path, Q3)
    published = []
    for number, revised in enumerate(case.revised):
        if number:
            done(tmp_path, "close", "--reopen", "the survey was looked at again")
        filled(tmp_path, Q3, previous_revised=revised)
        closed(tmp_path, Q3)
        of_q2 = [each for each in rows(tmp_path) if each.period == Q2 and each.state is not RowState.REOPENED]
        assert of_q2[-1].actual == case.stands[number]
        published += [each.actual for each in of_q2]
    assert case.told in shown(tmp_path)
    assert ("the result for Q2 2024/25 was" in shown(tmp_path)) == ("the result for Q2" in case.told)
    listed = run(tmp_path, "history", "PL 01").stdout
    assert all(f"result {each}%" in listed for each in {*case.stands, *published})
    before = output(tmp_path)
    done(tmp_path, "build", "--period", str(Q3))
    assert output(tmp_path) == before
    done(tmp_path, "next")
    issued(tmp_path, Q4)
    done(tmp_path, "build")
    charted = [each for each in shown_results(tmp_path) if each["period"] == str(Q2)]
    assert [(each["actual"], each["status"]) for each in charted] == [
        (case.stands[-1], "Red" if case.stands[-1] == FIRST else None)
    ]


def shown_results(root: Path) -> list[dict[str, str]]:
    report = json.loads((root / "output" / str(Q4) / "report.json").read_text("utf-8"))
    found: list[dict[str, str]] = report["directorates"][0]["measures"][0]["history"]
    return found
