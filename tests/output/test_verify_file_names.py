"""Whatever a return is called, a report made of it is as it was built; and no name is one that Windows cannot have."""

import json
import os
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli.app import app
from generator.forms.form_names import file_stem
from tests.projects import GOOD, SETTINGS, Folder, fill, filled_project, make_project

NAMES = (
    b"PL 01 \xff.xlsx",
    b"\xe9t\xe9.xlsx",
    b"\xff\xfe.xlsx",
    "e\N{COMBINING ACUTE ACCENT}té.xlsx".encode(),
    b"a\nb\x1b[31m.xlsx",
    b"\\udcff.xlsx",
    b'"quoted".xlsx',
    b" . .xlsx",
    "\N{RIGHT-TO-LEFT OVERRIDE}xslx.xlsx".encode(),
)
RESERVED = (
    "CON",
    "con",
    "Aux",
    "NUL",
    "prn",
    "COM1",
    "LPT9",
    "CON.",
    " con ",
    "con?",
    "Con/",
    "com¹",
    "CONIN$",
    "clock$",
)


def run(folder: Folder, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--project", str(folder.root)], catch_exceptions=False)


@pytest.mark.skipif(sys.platform != "linux", reason="Only there may a name be any bytes")
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_return_of_any_name_is_verified_and_missed(tmp_path: Path, name: bytes) -> None:
    folder = filled_project(tmp_path / "project")
    (path,) = folder.returns.glob("*.xlsx")
    path = path.rename(folder.returns / os.fsdecode(name))
    assert run(folder, "build").exit_code == 0
    for command in (["verify"], ["verify", "--format", "json"], ["status"], ["check", "--format", "json"]):
        found = run(folder, *command)
        assert found.exit_code == 0, found.output
        found.stdout.encode()
    fill(path, {**GOOD, "quarter_actual": 91})
    assert [each["code"] for each in json.loads(run(folder, "verify", "--format", "json").stdout)["problems"]] == [
        "OUT06"
    ]
    path.unlink()
    assert [each["code"] for each in json.loads(run(folder, "verify", "--format", "json").stdout)["problems"]] == [
        "OUT05"
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="Only there may a name be any bytes")
def test_two_returns_that_differ_in_such_a_byte_are_not_taken_for_each_other(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "project", {}, {"Code": "PL 02"})
    for path, name in zip(folder.issue(), (b"\xfe.xlsx", b"\xff.xlsx"), strict=True):
        fill(path, GOOD)
        path.rename(folder.returns / os.fsdecode(name))
    assert run(folder, "build").exit_code == 0
    assert run(folder, "verify").exit_code == 0


@pytest.mark.parametrize("name", RESERVED)
def test_no_file_has_a_name_that_windows_keeps_for_a_device(tmp_path: Path, name: str) -> None:
    settings = SETTINGS.replace('["Place", "People"]', json.dumps([name, "People"]))
    measures = ({"Code": name, "Directorate": name, "Officer": name}, {"Code": "PL 02", "Directorate": "People"})
    folder = make_project(tmp_path / "project", *measures, settings=f'{settings}packs = ["directorates"]\n')
    forms = folder.issue()
    for path in forms:
        fill(path, {**GOOD, "quarter_actual": "many"})
    assert run(folder, "check", "--annotate", str(folder.root / "copies")).exit_code == 1
    assert run(folder, "status", "--chase", str(folder.root / "reminders")).exit_code == 0
    for path in forms:
        fill(path, GOOD)
    assert run(folder, "build").exit_code == 0
    assert len(list((folder.root / "output").rglob("directorates/*.docx"))) == 2
    written = [path for path in folder.root.rglob("*") if path.is_file()]
    assert [path.name for path in written if path.stem.partition(".")[0].strip().casefold() in DEVICES] == []
    assert [path.name for path in written if path.stem != path.stem.strip(" .")] == []


DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
DEVICES |= {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}


@pytest.mark.parametrize("device", sorted(DEVICES))
def test_a_device_by_any_spelling_is_none(device: str) -> None:
    for name in (device, device.upper(), f" {device} ", f"{device}.", f"{device}.x", f"{device} .x", f"{device}?"):
        assert file_stem(name).partition(".")[0].strip().casefold() not in DEVICES
