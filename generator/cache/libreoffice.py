"""LibreOffice, where it is installed: found, and run to its end in a process and a profile of its own."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


def find_libreoffice() -> str | None:
    """The program; None where it is not installed."""
    there = (shutil.which(each) for each in (*_PROGRAMS, *_USUAL_PLACES))
    return next((each for each in there if each and Path(each).is_absolute()), None)  # else the working folder's


def convert_files(program: str, files: Iterable[Path], *, to: str, folder: Path, seconds: int) -> None:
    """Convert files into ``folder``, where nothing else lies: ``to`` names a format, with or without its filter.

    Raises subprocess.SubprocessError or OSError. One run for all: starting takes longest. A profile of its own works
    beside a LibreOffice that is open.
    """
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
    _run([*command, "--outdir", str(folder), *map(str, files)], seconds=seconds, scratch=folder)


def _run(command: list[str], seconds: int, scratch: Path) -> None:
    """Run a program to its end, or end it and all that it started: LibreOffice's own is started by another."""
    surroundings = {**os.environ, "LC_ALL": "C.UTF-8", "TMPDIR": str(scratch)}
    with subprocess.Popen(  # noqa: S603, the program was found, and its arguments are ours
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=surroundings,
        cwd=scratch,
        start_new_session=True,
    ) as running:
        try:
            code = running.wait(seconds)
        except BaseException:
            if sys.platform == "win32":
                running.kill()
            else:
                os.killpg(running.pid, signal.SIGTERM)
            raise
    if code:
        raise subprocess.CalledProcessError(code, command)
