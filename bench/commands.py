"""What bench/scale.py measures: every command by its name, and what has to happen before one."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from bench.measuring import ROOT

FULL, ONE, AGAIN = "build, nothing kept", "build, one return changed", "build, all kept"
CHECK, ISSUE = "scorecard check", "issue"
READING, JUDGING, CHECKING = "read all returns", "judge", "judge and check"
DATA, PAGE, TAKEN = "data", "page", "take up a page"
WORD, HTML = "Word, from a page", "HTML, from a page"
INFLATED, BARE = "unzip and parse alone", "bare Jinja2 and zip alone"
DOCXTPL = "script: openpyxl and docxtpl, Word alone"
PYTHON_DOCX = "script: openpyxl and python-docx, Word alone"
IN_NODE = {name: f"script: openpyxl and {name}, Word alone" for name in ("docxtemplater", "carbone")}

WHOLE = (FULL, ONE, AGAIN)
STAGES = (ISSUE, CHECK, READING, JUDGING, CHECKING, DATA, PAGE, WORD, HTML)
LIMITS = (INFLATED, BARE)
RIVALS = (DOCXTPL, PYTHON_DOCX, *IN_NODE.values())
HOLDS = {
    JUDGING: READING,
    CHECKING: JUDGING,
    **dict.fromkeys((DATA, PAGE), CHECKING),
    **dict.fromkeys((WORD, HTML, BARE), TAKEN),
}
"""What a row's figures hold besides its own work: those of this row."""

CACHES = "XDG_CACHE_HOME"
"""What says where the user's cache folder is. Nothing is imported from generator/cache, which knows it too: a child's
peak memory starts from its parent's."""

MODULES = os.environ.get("BENCH_NODE_MODULES", "")


def lay_out(folder: Path, count: int) -> Path:
    """Make a project of so many measures, and the templates of what is measured beside it; gives the project."""
    project = folder / str(count)
    for module, *options in (
        ("bench.project", str(project), str(count)),
        ("bench.rivals.template", str(folder)),
        ("bench.bare_template", str(folder / "bare.xml")),
    ):
        subprocess.run((sys.executable, "-m", module, *options), check=True, cwd=ROOT)
    return project


def before(name: str, project: Path, time: int) -> None:
    """Do what has to happen before a command, the ``time``th time that it runs."""
    if name == FULL:
        shutil.rmtree(os.environ[CACHES], ignore_errors=True)
    if name == ONE:
        changing = (sys.executable, "-m", "bench.project", str(project), "--change", str(time))
        subprocess.run(changing, check=True, cwd=ROOT)


def commands(project: Path) -> dict[str, tuple[str, ...]]:
    """Name what is measured for a project, in the order in which the commands take turns."""
    folder, python = str(project), (sys.executable, "-m")
    page, bare = f"{project}.page", str(project.parent / "bare.xml")

    def stage(name: str) -> tuple[str, ...]:
        return (*python, "bench.stages", name, folder, page)

    build = (*python, "generator", "build", "--project", folder)
    return {
        **dict.fromkeys(WHOLE, build),
        CHECK: (*python, "generator", "check", "--project", folder),
        ISSUE: stage("issue"),
        READING: stage("read"),
        INFLATED: (sys.executable, str(ROOT / "bench" / "limit.py"), folder),
        JUDGING: stage("judge"),
        CHECKING: stage("check"),
        DATA: stage("data"),
        PAGE: stage("page"),
        TAKEN: stage("take"),
        WORD: stage("word"),
        BARE: (*python, "bench.bare", page, bare, f"{page}.bare"),
        HTML: stage("html"),
        **rivals(project),
    }


def rivals(project: Path) -> dict[str, tuple[str, ...]]:
    """Name what a user would pick instead. What runs in node is read for by openpyxl, which is measured with it."""
    returns = str(next(each for each in (project / "inputs").iterdir() if each.is_dir()))
    python, output, data = (sys.executable, "-m"), f"{project}.docx", f"{project}.json"
    template = {name: str(project.parent / f"{name}.docx") for name in ("docxtpl", *IN_NODE)}
    found = {
        DOCXTPL: (*python, "bench.rivals.with_docxtpl", returns, template["docxtpl"], output),
        PYTHON_DOCX: (*python, "bench.rivals.with_python_docx", returns, output),
    }
    reading = shlex.join((*python, "bench.rivals.as_json", returns, data))
    for name, row in IN_NODE.items():
        if not absent(name):
            script = str(ROOT / "bench" / "rivals" / f"{name}.js")
            making = shlex.join((shutil.which("node") or "node", script, MODULES, data, template[name], output))
            found[row] = ("/bin/sh", "-c", f"{reading} && {making}")
    return found


def absent(name: str) -> str:
    """Say why what runs in node cannot be measured; nothing where it can."""
    if not shutil.which("node"):
        return f"{name}: not measured, as node is not here"
    if not (MODULES and Path(MODULES, name).is_dir()):
        return f"{name}: not measured, as BENCH_NODE_MODULES names no folder that has it"
    return ""
