"""Running `scorecard import` in a test, and looking at what is there afterwards."""

import re
from collections.abc import Mapping
from pathlib import Path

from typer.testing import CliRunner, Result

from generator.cli.app import app


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)


def imported(root: Path, data: bytes, *options: str, name: str = "list.xlsx") -> Result:
    """Import a list; and where the settings lack its directorates, put in the line that import says."""
    (root / name).write_bytes(data)
    result = run("import", root / name, "--project", root, *options)
    line = re.search(r"directorates = \[.*\]", result.stdout)
    settings = root / "inputs" / "scorecard.toml"
    if line and not options:
        text = settings.read_text(encoding="utf-8")
        settings.write_text(re.sub(r"directorates = \[.*\]", line[0], text), encoding="utf-8")
    return result


def files(root: Path) -> Mapping[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
