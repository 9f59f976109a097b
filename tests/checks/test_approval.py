"""Changes after approval."""

from pathlib import Path

from tests.collecting.round import run
from tests.projects import fill, filled_project


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
