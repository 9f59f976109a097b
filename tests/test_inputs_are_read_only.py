"""Whatever command is run, inputs are only ever read; but for the log, which each adds a line to."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.output.folders import tree
from tests.projects import filled_project

READ_ONLY = r"""
import os, sys

inputs = os.path.abspath(os.path.join(sys.argv[1], "inputs"))
log = os.path.join(inputs, "log.csv")

def check(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(arguments[0]))
        writes = arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
        if path.startswith(inputs) and path != log and writes:
            os.write(2, f"WRITES {path}\n".encode())
    elif event in {"os.rename", "os.remove", "os.truncate", "os.chmod", "os.utime"}:
        paths = [os.path.abspath(os.fsdecode(each)) for each in arguments if isinstance(each, (str, bytes))]
        if any(each.startswith(inputs) for each in paths):
            os.write(2, f"{event} {arguments}\n".encode())

sys.addaudithook(check)
from generator.cli.app import run_command_line
sys.argv[1:] = [sys.argv[2], "--project", sys.argv[1], *sys.argv[3:]]
run_command_line()
"""


@pytest.mark.parametrize("command", [["build"], ["build", "--draft"], ["check"], ["status"], ["explain", "PL 01"]])
def test_inputs_are_opened_only_to_be_read(tmp_path: Path, command: list[str]) -> None:
    filled_project(tmp_path)
    before = tree(tmp_path / "inputs")
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(tmp_path), *command], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "WRITES" not in done.stderr
    assert "os." not in done.stderr
    after = tree(tmp_path / "inputs")
    assert after.pop("log.csv", b"").startswith(before.pop("log.csv", b""))
    assert after == before
