"""The programs that officers and readers use, driven by tests; where one is missing the test says it was skipped."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"
_MINUTES = 10 * 60


def program(name: str) -> str:
    """Find a program; without it the test is skipped, but in CI it fails: CI must run everything."""
    found = shutil.which(name)
    if found is None:
        reason = f"{name} is not installed, so this was not tested"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


_SET_UP = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{language}</value></prop></item></oor:items>"""

Job = tuple[Path, Mapping[str, object]]


def fill_in_libreoffice(jobs: Sequence[Job], profile: Path) -> None:
    """Fill forms in LibreOffice Calc through their defined names and save them in place."""
    _drive_libreoffice([{"file": str(path), "answers": answers} for path, answers in jobs], profile)


def look_in_libreoffice(
    jobs: Sequence[Job], folder: Path, language: str = ""
) -> list[tuple[Path, dict[str, list[list[str | float]]]]]:
    """Fill forms in LibreOffice Calc; give for each the copy saved in ``folder``, and what columns A to E show.

    The office is set up for a ``language`` such as en-GB; without one, as it comes.
    """
    if language:
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_SET_UP.format(language=language), encoding="utf-8")
    copies = [folder / f"{number}.xlsx" for number, _ in enumerate(jobs)]
    wanted = [
        {"file": str(path), "answers": answers, "saved": str(copy)}
        for (path, answers), copy in zip(jobs, copies, strict=True)
    ]
    shown = map(json.loads, _drive_libreoffice(wanted, folder / "profile").splitlines())
    return list(zip(copies, shown, strict=True))


def rows_too_low(files: Sequence[Path], folder: Path) -> dict[str, list[list[str | float]]]:
    """For each file the rows that LibreOffice would make higher: sheet, number, height, and the height needed."""
    wanted = [{"file": str(path), "answers": {}, "rows": True} for path in files]
    found = map(json.loads, _drive_libreoffice(wanted, folder / "profile").splitlines())
    return {path.name: rows for path, rows in zip(files, found, strict=True)}


def _drive_libreoffice(wanted: Sequence[Mapping[str, object]], profile: Path) -> str:
    office = program("soffice")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    listening = f"--accept=socket,host=127.0.0.1,port={port};urp;"
    home = f"-env:UserInstallation={profile.as_uri()}"
    server = subprocess.Popen([office, "--headless", "--norestore", "--nologo", home, listening])
    try:
        script = Path(__file__).with_name("fill_in_libreoffice.py")
        ran = subprocess.run(
            [SYSTEM_PYTHON, script, str(port)],
            input=json.dumps(wanted).encode(),
            stdout=subprocess.PIPE,
            check=True,
            timeout=_MINUTES,
            env={"PATH": os.environ["PATH"]},
        )
        server.wait(timeout=_MINUTES)
        return ran.stdout.decode()
    finally:
        server.kill()
        server.wait()


def convert(path: Path, target: str, folder: Path) -> Path:
    """Convert a file with LibreOffice: ``target`` is pdf, docx and so on."""
    office = program("soffice")
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, "--headless", "--norestore", home, "--convert-to", target, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=_MINUTES)
    return folder / f"{path.stem}.{target.partition(':')[0]}"


def uno_is_there() -> bool:
    """Whether the system's Python can drive LibreOffice."""
    if sys.platform == "win32" or not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0
