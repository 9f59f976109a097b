"""The round by its commands: who is asked, a return with errors, and what a form shows."""

import hashlib
from pathlib import Path

from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from generator.cli.app import app
from tests.projects import Value

PAT = {"Officer": "Pat Fletcher", "Officer email": "pat@ambridge.example"}
BAD = {"quarter_actual": "n/a", "quarter_provisional": "perhaps", "approved_by": None, "context": ["- one", "=2", "3"]}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)


def shown(path: Path, sheet: str = "Return") -> dict[str, list[Value]]:
    """The cells of each row of a form, by its key."""
    rows = load_workbook(path)[sheet].iter_rows(min_row=6, values_only=True)
    return {str(row[-1]): [str(value) if value is not None else None for value in row] for row in rows if row[-1]}


def digests(folder: Path) -> dict[str, str]:
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}
