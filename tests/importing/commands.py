"""Running `scorecard import` in a test, and looking at what is there afterwards."""

from collections.abc import Mapping
from pathlib import Path

from typer.testing import CliRunner, Result

from generator.cli.app import app


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)


def imported(root: Path, data: bytes, *options: str, name: str = "list.xlsx") -> Result:
    """Import a list."""
    (root / name).write_bytes(data)
    return run("import", root / name, "--project", root, *options)


def files(root: Path) -> Mapping[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
