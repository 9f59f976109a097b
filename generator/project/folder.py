"""A project folder: where settings, register, returns, templates and output live."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.model.period import Period
from generator.model.problem import ScorecardError

SETTINGS = Path("inputs/scorecard.toml")
REGISTER = Path("inputs/register.xlsx")

HISTORY = Path("inputs/history.csv")
COMMENTARY = Path("inputs/commentary.csv")
ACTIONS_TABLE = Path("inputs/actions.csv")
CLOSED = Path("inputs/closed")
LOG = Path("inputs/log.csv")
SUPERSEDED = Path("inputs/superseded")
CONVERTED = Path("inputs/converted")
"""In an archive, the workbooks that LibreOffice made of returns in other formats, by these' hashes."""

TABLES = (HISTORY, COMMENTARY, ACTIONS_TABLE)
"""What closing a period adds rows to."""

ADDED_TO = (*TABLES, CLOSED, LOG, SUPERSEDED)
"""What the program itself adds to among the inputs."""

MANIFEST, REPORT = "manifest.json", "report.json"
"""What an output folder holds besides documents: what it is made of, and the report as data."""

ROUND_DAYS = "round.ics"
"""The days of a round, as a calendar file beside the forms."""
ISSUED = "issued.csv"
"""The covering list of a quarter's forms, which lies beside them and is ours, not a return."""

WORKBOOKS = frozenset(
    {
        *(".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".fods", ".csv", ".tsv", ".numbers", ".et"),
        *(".zip", ".7z", ".icloud", ".tmp", ".crdownload", ".part", ".download"),
    }
)
"""What a return may come as: saved as something else, packed, or not downloaded to its end. All but the first two are
refused in words, not passed over."""

_ONLINE = ".icloud"
"""macOS keeps ``.name.xlsx.icloud`` in the place of a file that is online only."""

_PACKAGE = Path(__file__).parents[1]
BUNDLED_TEMPLATES = next(
    folder for folder in (_PACKAGE / "templates", _PACKAGE.parent / "templates") if folder.is_dir()
)
"""The templates that come with the package: inside it when installed, beside it in the repository."""


def is_link(path: Path) -> bool:
    """Whether a path is a symbolic link, or a junction of Windows, wherever it leads."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


_JUNCTION = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)


class NoProjectError(ScorecardError):
    """No project folder was found where one was looked for."""


class Project(NamedTuple):
    """A folder that holds ``inputs/scorecard.toml``; ``root`` is absolute."""

    root: Path

    @classmethod
    def find(cls, start: Path, *, upward: bool) -> "Project":
        """The project at ``start``, or (``upward``) the nearest above it. Raises NoProjectError."""
        start = start.absolute()
        for folder in (start, *(start.parents if upward else ())):
            if (folder / SETTINGS).is_file():
                return cls(folder)
        raise NoProjectError(
            f"There is no {SETTINGS.as_posix()} in {start}{' or in any folder above it' if upward else ''}. "
            "Go to a project folder, name one with --project, or make one with: scorecard init DIR"
        )

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.root / SETTINGS

    @property
    def register(self) -> Path:
        """The register's workbook."""
        return self.root / REGISTER

    def returns_folder(self, period: Period) -> Path:
        """The folder that a quarter's returns are dropped into."""
        return self.root / "inputs" / str(period)

    def output_folder(self, period: Period, *, internal: bool = False) -> Path:
        """The folder that a quarter's reports are published into; those for readers inside have one of their own."""
        return self.root / "output" / f"{period}{'-internal' if internal else ''}"

    def made_from(self, period: Period, *, internal: bool = False) -> Path:
        """The file that says what a quarter's reports were made from; it lies beside them, for it is not published."""
        folder = self.output_folder(period, internal=internal)
        return folder.with_name(f"{folder.name}-made-from.json")

    def review_copy(self, period: Period) -> Path:
        """The report with comments on it, which lies beside a quarter's reports, for it is not published."""
        return self.output_folder(period).with_name(f"{period}-review.docx")

    @property
    def history(self) -> Path:
        """What was published of earlier periods, a row a measure and period."""
        return self.root / HISTORY

    @property
    def commentary(self) -> Path:
        """The published answers of earlier periods."""
        return self.root / COMMENTARY

    @property
    def actions(self) -> Path:
        """What was promised, and how far it was for each report."""
        return self.root / ACTIONS_TABLE

    def archive(self, period: Period) -> Path:
        """What a closed period's report was made from, and what was published."""
        return self.root / CLOSED / f"{period}.zip"

    def closing_mark(self, period: Period) -> Path:
        """What lies beside an archive while its period is being closed, and stays where that was broken off."""
        return self.root / CLOSED / f".{period}.closing"

    def archived(self, starts: int) -> Iterator[Period]:
        """The periods, in years that start in a month, of which an archive is there that a whole closing has made."""
        for path in sorted((self.root / CLOSED).glob("*.zip")):
            with suppress(ValueError):
                period = Period.parse(path.stem, starts)
                if not self.closing_mark(period).exists():
                    yield period

    @property
    def converted(self) -> Path:
        """The folder of workbooks that were made of returns in other formats: in the archive of a closed period."""
        return self.root / CONVERTED

    def superseded(self, period: Period) -> Path:
        """The folder that closing a period moves returns to that a later issue has replaced."""
        return self.root / SUPERSEDED / str(period)

    def returns(self, period: Period) -> Iterator[Path]:
        """The files of a quarter that may be returns, in a fixed order; Office's lock files (``~$...``) are none."""
        folder = self.returns_folder(period)
        for path in sorted(folder.rglob("*"), key=lambda each: each.relative_to(folder).as_posix().casefold()):
            suffix = path.suffix.lower()
            hidden = path.name.startswith(("~$", ".")) and suffix != _ONLINE
            if suffix in WORKBOOKS and not hidden and path != folder / ISSUED:
                yield path

    def template(self, name: str) -> Path:
        """The file of a template, by its path under templates/: the project's own, else the one that came with us."""
        own = self.root / "templates" / name
        return own if own.is_file() else BUNDLED_TEMPLATES / name

    def schemes(self) -> tuple[str, ...]:
        """The names of the schemes there are, the project's own and those that came with us."""
        folders = (self.root / "templates" / "schemes", BUNDLED_TEMPLATES / "schemes")
        return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.toml")}))

    def relative(self, path: Path) -> str:
        """A file's name in messages: from the project folder, with forward slashes; whole if it lies elsewhere."""
        path = path.absolute()
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()
