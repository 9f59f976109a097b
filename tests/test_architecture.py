"""The design's "never" lines, and what a newcomer is promised about the size of things."""

import ast
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))
CATALOGUE = ROOT / "generator" / "problem.py"
"""A table of sentences, which is as long as there are rules."""


def test_the_rooms_keep_to_their_contracts() -> None:
    found = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path != CATALOGUE], ids=lambda path: str(path.relative_to(ROOT))
)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350


def test_functions_are_short() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in MODULES]
    functions = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    lengths = {function.name: (function.end_lineno or 0) - function.lineno + 1 for function in functions}
    assert median(lengths.values()) <= 10
    assert {name: length for name, length in lengths.items() if length > 60} == {}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    names = {ast.unparse(call) for call in calls}
    if path.name not in {"cli.py", "cli_build.py", "terminal.py"}:
        assert not names & {"print", "sys.exit", "exit", "typer.echo", "input"}


@pytest.mark.parametrize(
    ("command", "never"),
    [
        (["--help"], {"openpyxl", "lxml", "jinja2", "docx", "rich", "generator.build"}),
        (["check"], {"openpyxl", "lxml", "jinja2", "docx", "rich"}),
        (["explain", "CM PM24"], {"openpyxl", "lxml", "jinja2", "docx", "rich"}),
    ],
)
def test_a_command_imports_only_what_it_needs(command: list[str], never: set[str]) -> None:
    code = (
        "import sys; from generator.cli import app\n"
        f"try: app({command!r})\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert never & set(ran.stderr.split()) == set()
