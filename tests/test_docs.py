"""The documentation is true: its commands run, what it names is there."""

import re
import shlex
import tomllib
import webbrowser
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli.app import app
from generator.importing.mapping_file import read_mapping
from generator.project.ready_shapes import READY
from generator.project.settings import read_settings
from tests.importing.lists import by_banners, plain_list, project_in
from tests.importing.report.documents import Report
from tests.projects import GOOD, fill, filled_project, make_project

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")


def console(text: str) -> list[list[str]]:
    """The scorecard commands of a page's console blocks, in order, as arguments."""
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    every = [line.strip() for block in blocks for line in block.splitlines()]
    lines = [line for line in every if line.startswith("$ scorecard ")]
    return [shlex.split(line, comments=True)[2:] for line in lines]


def test_each_report_on_the_page_of_shapes_is_laid_out_and_issued_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = console((ROOT / "docs" / "shape.md").read_text(encoding="utf-8"))
    assert {command[2] for command in commands} == set(READY)
    for number, command in enumerate(commands):
        (tmp_path / str(number)).mkdir()
        monkeypatch.chdir(tmp_path / str(number))
        assert CliRunner().invoke(app, command).exit_code == 0
        issued = CliRunner().invoke(app, ["issue", "--project", command[-1]]).stdout.splitlines()
        assert len(issued) >= 8  # so many of the monthly report's ten are due in any month


def test_the_readmes_round_runs_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    commands = console(README)
    assert [command[0] for command in commands] == ["init", "issue", "status", "check", "build", "explain"]
    for command in commands:
        result = CliRunner().invoke(app, command, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        if command[0] == "init":
            _fill_in_register(tmp_path / command[1])
            monkeypatch.chdir(tmp_path / command[1])
        if command[0] == "issue":
            for line in result.stdout.splitlines():
                fill(tmp_path / commands[0][1] / line, GOOD)


def test_your_own_list_as_register_runs_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = (ROOT / "docs" / "performance-team.md").read_text(encoding="utf-8")
    section = guide[guide.index("## Your own list as register") : guide.index("## Your past figures")]
    monkeypatch.chdir(project_in(tmp_path))
    (tmp_path / "Our KPIs.xlsx").write_bytes(by_banners())
    commands = console(section)
    assert [command[0] for command in commands] == ["import", "import", "issue"]
    for command in commands:
        result = CliRunner().invoke(app, command, catch_exceptions=False)
        assert result.exit_code == 0, result.output
    (mapping,) = re.findall(r"```text\n(\[columns\].*?)```", section, re.DOTALL)
    assert read_mapping(mapping, "").columns == {"Head of Service": "Approver", "Strategic theme": "keep"}


def test_your_past_figures_run_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = (ROOT / "docs" / "performance-team.md").read_text(encoding="utf-8")
    section = guide[guide.index("## Your past figures") : guide.index("## An old report in Word")]
    folder = make_project(tmp_path / "project", {"Code": "PL 01"})
    monkeypatch.chdir(folder.root)
    (folder.root / "Past figures.xlsx").write_bytes(plain_list(("Ref", "Q1 2024/25"), ("PL 01", 84.8)))
    for command in console(section):
        result = CliRunner().invoke(app, command, catch_exceptions=False)
        assert result.exit_code == 0, result.output
    assert [row.actual for row in folder.setup.history.rows] == ["84.8"]


TEAM = (ROOT / "docs" / "performance-team.md").read_text(encoding="utf-8")
TASKS = ("Your first day", "Each quarter", "The year's end", "Somebody new", "Settings: `inputs/scorecard.toml`")


def task(name: str) -> list[list[str]]:
    """The commands of one of the team's tasks."""
    start = TEAM.index(f"## {name}")
    return console(TEAM[start : TEAM.index(f"## {TASKS[TASKS.index(name) + 1]}", start)])


def test_the_teams_tasks_run_as_written_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(webbrowser, "open", shown.append)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(app, arguments, catch_exceptions=False)
        assert result.exit_code == 0, (arguments, result.output)
        if arguments[0] == "init":
            _bring_what_a_council_has(tmp_path / arguments[1])
            monkeypatch.chdir(tmp_path / arguments[1])
        if arguments[0] == "issue":
            for form in Path().glob("inputs/*/*.xlsx"):
                fill(form, GOOD)
        return result.stdout

    for command in (*task("Your first day"), *task("Each quarter"), ["issue"], ["build"]):
        run(*command)
    told = [run(*command) for command in task("The year's end")]
    assert "PL 01 has no target for 2025/26 yet" in told[1]
    assert [command[0] for command in task("The year's end")] == ["close", "next", "issue"]
    answers = {command[0]: run(*command) for command in [["build", "--draft"], *task("Somebody new")]}
    assert "2024/25 Q4  result 90.0%, target 95.0%, Red" in answers["history"]
    assert len(shown) == 1


def _bring_what_a_council_has(root: Path) -> None:
    """A list of one measure, a past figure and a report, beside settings for the third quarter."""
    headings = ("Ref", "KPI", "Directorate", "Lead", "Email", "Good is", "Freq", "Unit", "Target", "Year-end target")
    row = ("PL 01", "Bins emptied on the day", "Place", "Pat", "pat@example.gov.uk", "H", "Qtrly", "%", "95%", "96%")
    (root / "Our KPIs.xlsx").write_bytes(plain_list(headings, row))
    (root / "Past figures.xlsx").write_bytes(plain_list(("Ref", "Q1 2024/25"), ("PL 01", 84.8)))
    report = Report("Performance report")
    report.table(("KPI", "Actual", "RAG", "Next steps"), ("Bins emptied on the day (PL 01)", "84.8%", "R", "Hire one."))
    (root / "Performance report 2024-25 Q2.docx").write_bytes(report.data)
    settings = root / "inputs" / "scorecard.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^period = .*$", 'period = "2024-25-Q3"', text), encoding="utf-8")


def test_an_old_report_runs_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = (ROOT / "docs" / "performance-team.md").read_text(encoding="utf-8")
    section = guide[guide.index("## An old report in Word") : guide.index("## Issue, collect, check")]
    folder, report = make_project(tmp_path / "project", {"Code": "PL 01"}), Report("Performance report")
    report.table(("KPI", "Actual", "RAG", "Next steps"), ("Bins emptied on the day (PL 01)", "84.8%", "R", "Hire one."))
    monkeypatch.chdir(folder.root)
    commands = console(section)
    (folder.root / commands[0][1]).write_bytes(report.data)
    for command in commands:
        result = CliRunner().invoke(app, command, catch_exceptions=False)
        assert result.exit_code == 0, result.output
    assert [(str(row.period), row.status) for row in folder.setup.history.rows] == [("2024-25-Q2", "Red")]
    assert "Hire one." in (folder.root / "inputs" / "commentary.csv").read_text(encoding="utf-8")


def _fill_in_register(folder: Path) -> None:
    """Put a measure like the README's into a new project's register and settings."""
    scratch = make_project(folder / "scratch", {"Code": "PL 01"})
    (folder / "inputs" / "register.xlsx").write_bytes(scratch.project.register.read_bytes())
    settings = (folder / "inputs" / "scorecard.toml").read_text(encoding="utf-8")
    settings = settings.replace('"Adults and Children"', '"People"')
    period = str(read_settings(settings, "").period)
    (folder / "inputs" / "scorecard.toml").write_text(settings, encoding="utf-8")
    assert re.fullmatch(r"20\d\d-\d\d-Q[1-4]", period)
    _target_every_quarter(folder / "inputs" / "register.xlsx")


def _target_every_quarter(register: Path) -> None:
    book = load_workbook(register)
    sheet = book["Measures"]
    for column, cell in enumerate(sheet[1], 1):
        if str(cell.value).endswith("target"):
            sheet.cell(2, column, 95)
    book.save(register)


@pytest.mark.parametrize(
    "command", ["init", "import", "issue", "status", "check", "build", "close", "next", "history", "verify", "explain"]
)
def test_the_readme_has_each_commands_options_and_no_others(command: str) -> None:
    told = next(line for line in README.splitlines() if line.startswith(f"| `scorecard {command}"))
    options = set(re.findall(r"--[a-z]+", told)) - {"--help", "--project"}
    given = set(re.findall(r"--[a-z]+", CliRunner().invoke(app, [command, "--help"]).stdout)) - {"--help", "--project"}
    assert options == given


def test_a_quarter_is_closed_as_the_team_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(filled_project(tmp_path).root)
    page = (ROOT / "docs" / "performance-team.md").read_text(encoding="utf-8")
    commands = console(page[page.index("## Closing a quarter") :])
    assert [command[0] for command in commands] == ["build", "close", "close", "build", "close"]
    for command in commands:
        assert CliRunner().invoke(app, command, catch_exceptions=False).exit_code == 0, command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (page.parent / target).exists(), target


def test_the_set_up_commands_are_those_that_ci_runs() -> None:
    assert "$ make sample" in README
    assert "$ make test" in README
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "dev.py sample" in makefile
    assert "dev.py test" in makefile


def test_whoever_is_told_to_install_an_extra_is_told_of_ours() -> None:
    """The index has a stranger's package called scorecard."""
    told = [*PAGES, *(ROOT / "generator").rglob("*.py")]
    named = {name for path in told for name in re.findall(r"""pip install ['"]([\w-]+)\[""", path.read_text("utf-8"))}
    assert named == {tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["name"]}
