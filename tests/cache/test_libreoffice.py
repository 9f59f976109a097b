"""LibreOffice as another program that is run: it is found by a whole path, and ended where it takes too long."""

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cache.libreoffice import convert_files, find_libreoffice


def test_a_program_of_the_working_folder_is_not_taken_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "soffice" else None)
    assert find_libreoffice() is None


def test_a_program_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    program = tmp_path / "slow"
    program.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(subprocess.TimeoutExpired):
        convert_files(str(program), [], to="xlsx", folder=tmp_path, seconds=0)
