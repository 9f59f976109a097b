"""Who completed and who approved a return, and when."""

from pathlib import Path

from tests.projects import filled_project


def test_completed_after_approval_is_told(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"completed_on": "5 January 2025", "approved_on": "3 January 2025"})
    assert folder.codes() == ["SIGN02"]
