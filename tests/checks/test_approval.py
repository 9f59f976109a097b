"""Changes after approval."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.checks.approval import approval_of
from generator.model.officer_return import Return, SignOff, Source
from generator.model.period import Period
from tests.collecting.round import run
from tests.projects import fill, filled_project
from tests.reading.register.sheets import rewritten


def test_a_change_after_approval_is_seen_until_it_is_approved_anew(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"approved_on": "3 January 2025"})
    (path,) = folder.project.returns(folder.setup.period)
    assert run("build", "--project", tmp_path).exit_code == 0
    fill(path, {"note_to_team": "Not part of the report."})
    assert folder.codes() == []
    fill(path, {"quarter_actual": 91})
    assert folder.codes() == ["SIGN03"]
    assert run("build", "--project", tmp_path).exit_code == 0
    assert folder.codes() == ["SIGN03"], "a build does not make it good"
    aside = path.rename(tmp_path / "aside.xlsx")
    assert run("build", "--project", tmp_path, "--draft").exit_code == 0
    aside.rename(path)
    assert folder.codes() == ["SIGN03"], "nor does a draft without the return"
    fill(path, {"approved_on": "6 January 2025"})
    assert folder.codes() == []


@pytest.mark.parametrize("code", ["PL 01", "pl01", "PL 02"], ids=["as it was", "spelt otherwise", "another code"])
def test_it_is_seen_whatever_the_measure_is_called_now(tmp_path: Path, code: str) -> None:
    folder = filled_project(tmp_path)
    assert run("build", "--project", tmp_path).exit_code == 0
    rewritten(folder, Code=code, Aliases="PL 01")
    assert "SIGN03" not in folder.codes()
    fill(next(folder.project.returns(folder.setup.period)), {"quarter_actual": 91})
    assert "SIGN03" in folder.codes()


def test_a_fingerprint_covers_every_answer_by_its_key_in_whatever_order_they_are_declared() -> None:
    given = {"context": ("One.",), "our_response": ("Two.",), "actions": ()}
    same = dict(reversed(given.items()))
    others = ({**given, "our_response": ("Three.",)}, {**given, "our_response": (), "risk": ("Two.",)})
    assert answers_of(same) == answers_of(given)
    assert answers_of({**given, "review_on": ()}) == answers_of(given), "a question nobody answered changes nothing"
    assert all(answers_of(each) != answers_of(given) for each in others)


def test_approvals_of_the_first_three_questions_hold_still() -> None:
    """The fingerprint is the one that the program gave before councils declared their own questions."""
    given = {"context": ("One.",), "actions": ("Two.", "- three"), "intervention": ()}
    assert answers_of(given) == "50625b93681cd4c76a3dac6b987accc4dc1a97c25d1cb01cd29f520df2fbfc28"


def answers_of(answers: Mapping[str, tuple[str, ...]]) -> str:
    """The fingerprint of the answers in a return that somebody approved."""
    source, signed = Source(file="a.xlsx", sha256=""), SignOff(approved_by="Clarrie Grundy")
    returned = Return(measure_code="PL 01", period=Period(2024, 3), source=source, answers=answers, sign_off=signed)
    approval = approval_of(returned)
    assert approval
    return approval.answers
