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


def convert_files(
    program: str, files: Iterable[Path], *, to: str, folder: Path, seconds: int, strange: bool = False
) -> None:
    """Convert files into ``folder``, where nothing else lies: ``to`` names a format, with or without its filter.

    Raises subprocess.SubprocessError or OSError. One run for all: starting takes longest. A profile of its own works
    beside a LibreOffice that is open. With ``strange`` files it runs no macro, asks no other computer, works out no
    formula anew, and is bounded in memory and in what it writes, as far as the system can do that.
    """
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    settings = _registry((*_SETTINGS, *_CAREFUL) if strange else _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
    bounded = _BOUNDED if strange and sys.platform != "win32" else ()
    command = [*bounded, program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", to]
    _run([*command, "--outdir", str(folder), *map(str, files)], seconds=seconds, scratch=folder)


type_of_settings = tuple[tuple[str, str, str | int], ...]

_SETTINGS: type_of_settings = (("Office.Common/Cache/Writer", "OLE_Objects", 10_000),)
"""So many charts are drawn as they are; with the twenty of its own, LibreOffice squashes all of a longer report's."""

_CAREFUL: type_of_settings = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", 3),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Calc/Content/Update", "Link", 2),
    ("Office.Calc/Formula/Load", "ODFRecalcMode", 1),
    ("Office.Calc/Formula/Load", "OOXMLRecalcMode", 1),
    ("Inet/Settings", "ooInetProxyType", 2),
    *(("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", 9) for kind in ("HTTP", "HTTPS", "FTP")),
)
"""No macros; links are not followed; formulas keep their results; every address goes to a port with nobody there."""


def _registry(settings: type_of_settings) -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>\n"
        for path, name, value in settings
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}</oor:items>\n"
    )


_KIB_OF_MEMORY, _BLOCKS_WRITTEN = 4 << 20, 512 << 10
_ALONE = 'unshare -rn true 2>/dev/null && exec unshare -rn "$@"; exec "$@"'
_BOUNDED = (
    "/bin/sh",
    "-c",
    f"ulimit -v {_KIB_OF_MEMORY} 2>/dev/null; ulimit -f {_BLOCKS_WRITTEN} 2>/dev/null; {_ALONE}",
    "sh",
)
"""At most 4 GB of memory and 512 MB in a file; and, where Linux lets anybody have one, a network of its own."""


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
