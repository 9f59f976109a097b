"""What one version of the program kept is never taken for another's."""

from pathlib import Path

import pytest

from generator.cache import program_version


@pytest.mark.parametrize(
    ("changed", "is_another"), [("rules.py", True), ("words.txt", True), ("__pycache__/rules.pyc", False)]
)
def test_a_rule_or_a_list_of_words_makes_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str, is_another: bool
) -> None:
    monkeypatch.setattr(program_version, "PACKAGE", tmp_path)
    for name in ("rules.py", "words.txt", "__pycache__/rules.pyc"):
        path = tmp_path / "room" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("before")
    before = program_version.version_of("room")
    (tmp_path / "room" / changed).write_text("after")
    assert (program_version.version_of("room") != before) is is_another
