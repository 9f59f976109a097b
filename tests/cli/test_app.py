"""The commands as a person runs them: what they print, where, and their exit codes."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli.app import app, run_command_line
from tests.projects import GOOD, SETTINGS, fill, filled_project, make_project

GIVEN = (
    "covering-email.txt",
    "exceptions-sections.docx",
    "exceptions.docx",
    "exceptions.html",
    "manifest.json",
    "measures.csv",
    "measures.csv-metadata.json",
    "report.json",
    "summary.docx",
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)


def test_a_good_round_from_issue_to_build(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    issued = run("issue", "--project", tmp_path)
    assert (issued.exit_code, issued.stdout) == (0, "inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx\n")
    fill(tmp_path / issued.stdout.strip(), GOOD)
    checked = run("check", "--project", tmp_path)
    assert (checked.exit_code, checked.stdout) == (0, "\nNo problems found.\n")
    built = run("build", "--project", tmp_path)
    assert built.exit_code == 0
    assert built.stdout == "".join(f"output/2024-25-Q3/{name}\n" for name in GIVEN)
    assert sorted(path.name for path in folder.project.output_folder(folder.setup.period).iterdir()) == list(GIVEN)


def test_issue_never_overwrites(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (path,) = folder.project.returns(folder.setup.period)
    before = path.read_bytes()
    again = run("issue", "--project", tmp_path)
    assert (again.exit_code, again.stdout) == (0, "")
    assert "is there already, and was left as it is" in again.stderr
    assert path.read_bytes() == before


def test_issue_takes_codes_and_refuses_unknown_ones(tmp_path: Path) -> None:
    make_project(tmp_path, {}, {"Code": "PL 02"})
    assert run("issue", "--project", tmp_path, "--code", "pl02").stdout == "inputs/2024-25-Q3/PL 02 2024-25-Q3.xlsx\n"
    refused = run("issue", "--project", tmp_path, "--code", "PL 03")
    assert refused.exit_code == 2
    assert "no measure “PL 03”. Did you mean “PL 02”?" in refused.stderr


def test_measures_that_are_not_due_get_no_form(tmp_path: Path) -> None:
    make_project(tmp_path, {"Due": "Q3"}, {"Code": "PL 02", "Due": "Q4"})
    assert run("issue", "--project", tmp_path).stdout.splitlines() == ["inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx"]


def test_forms_are_pre_filled_with_last_quarters_result(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    issued = run("issue", "--project", tmp_path, "--period", "2024-25-Q4")
    assert issued.exit_code == 0
    fill(tmp_path / issued.stdout.strip(), {**GOOD, "quarter_actual": 93})
    (folder.root / "inputs" / "scorecard.toml").write_text(SETTINGS.replace("Q3", "Q4"), encoding="utf-8")
    (judged,) = folder.gather().judged
    assert (judged.direction.travel, judged.direction.comparator) == ("Improving", "Q3 2024/25")


def test_with_errors_nothing_is_published_and_the_last_report_stands(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    assert run("build", "--project", tmp_path).exit_code == 0
    output = folder.project.output_folder(folder.setup.period)
    before = {path: path.read_bytes() for path in output.rglob("*.*")}
    (path,) = folder.project.returns(folder.setup.period)
    fill(path, {"quarter_actual": "n/a"})
    failed = run("build", "--project", tmp_path)
    assert (failed.exit_code, failed.stdout) == (1, "")
    assert "Nothing was published" in failed.stderr
    assert {path: path.read_bytes() for path in output.rglob("*.*")} == before


def test_a_draft_keeps_what_it_can_and_lists_what_is_left_out(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PL 02", "Title": "Not sent"}, {"Code": "PL 03", "Due": "Q1"})
    one, _ = folder.issue()
    fill(one, {**GOOD, "context": [None]})
    built = run("build", "--project", tmp_path, "--draft")
    assert built.exit_code == 0
    report = json.loads((tmp_path / "output/2024-25-Q3/report.json").read_text(encoding="utf-8"))
    assert report["draft"] is True
    assert [each["code"] for each in report["directorates"][0]["measures"]] == ["PL 01"]
    missing = {(each["code"], each["why"]) for each in report["missing"]}
    assert missing == {("PL 02", "not received"), ("PL 03", "not due")}
    assert "DRAFT" in (tmp_path / "output/2024-25-Q3/exceptions.html").read_text(encoding="utf-8")


def test_a_return_not_received_is_an_error_or_only_listed(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PL 02", "Title": "Not sent"})
    fill(folder.issue("PL 01")[0], GOOD)
    checked = run("check", "--project", tmp_path)
    assert checked.exit_code == 1
    assert "No return was received for PL 02, Not sent." in checked.stdout
    settings = tmp_path / "inputs" / "scorecard.toml"
    settings.write_text(SETTINGS + 'missing_returns = "warning"\n', encoding="utf-8")
    assert run("build", "--project", tmp_path).exit_code == 0
    report = json.loads((tmp_path / "output/2024-25-Q3/report.json").read_text(encoding="utf-8"))
    assert [each["why"] for each in report["missing"]] == ["not received"]
    assert "Return not received" in (tmp_path / "output/2024-25-Q3/exceptions.html").read_text(encoding="utf-8")


def test_check_prints_json_alone(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"quarter_actual": "n/a", "completed_by": None})
    checked = run("check", "--project", tmp_path, "--format", "json")
    assert checked.exit_code == 1
    problems = json.loads(checked.stdout)["problems"]
    assert [(each["code"], each["severity"], each["sheet"], each["cell"]) for each in problems] == [
        ("FIG01", "error", "Return", folder.cell("quarter_actual")),
        ("SIGN01", "error", "Return", folder.cell("completed_by")),
    ]
    assert all(set(each) == {"code", "severity", "file", "sheet", "cell", "message", "remedy"} for each in problems)


def test_check_takes_single_files_and_then_expects_no_others(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PL 02"})
    path, _ = folder.issue()
    fill(path, GOOD)
    assert run("check", path, "--project", tmp_path).exit_code == 0


@pytest.mark.parametrize(
    ("begun", "said"),
    [
        (3, "3 returns read."),
        (2, "2 returns read; 1 form is not begun."),
        (1, "1 return read; 2 forms are not begun."),
        (0, "0 returns read; 3 forms are not begun."),
    ],
)
def test_what_was_read_and_what_was_not_begun_are_counted_apart(tmp_path: Path, begun: int, said: str) -> None:
    for path in make_project(tmp_path, {}, {"Code": "PL 02"}, {"Code": "PL 03"}).issue()[:begun]:
        fill(path, GOOD)
    assert run("check", "--project", tmp_path).stderr.splitlines()[-1] == said


def test_problems_are_grouped_by_workbook_within_80_columns(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"quarter_actual": "n/a " * 60, "context": [None]})
    lines = run("check", "--project", tmp_path).stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[1] == "inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx"
    assert lines[2] == f"  error FIG01  Return, {folder.cell('quarter_actual')}"
    assert lines[-1] == "1 error and 0 warnings."


def test_text_from_a_workbook_cannot_reach_the_terminal_as_an_escape(tmp_path: Path) -> None:
    filled_project(tmp_path, {"quarter_actual": "\u009b31m\u202e red"})
    printed = run("check", "--project", tmp_path).stdout
    assert "\u009b" not in printed
    assert "\u202e" not in printed


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--period", "Q3"], "Write it like 2018-19-Q2"),
        (["explain", "PL 10"], "Did you mean “PL 01”?"),
    ],
)
def test_wrong_usage_exits_2_with_a_plain_sentence(tmp_path: Path, arguments: list[str], words: str) -> None:
    filled_project(tmp_path)
    result = run(*arguments, "--project", tmp_path)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())


def test_a_folder_that_is_no_project_is_said_to_be_none(tmp_path: Path) -> None:
    result = run("check", "--project", tmp_path)
    assert result.exit_code == 2
    assert "scorecard init DIR" in result.stderr


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("inputs/scorecard.toml", SETTINGS + 'tittle = "x"', "“tittle”. Did you mean “title”?"),
        ("inputs/scorecard.toml", SETTINGS + 'scheme = "derbi"', "“derbi”. Did you mean “derby”?"),
        ("inputs/register.xlsx", "Code,Title", "plain text (such as CSV)"),
        ("inputs/register.xlsx", None, "There is no such file"),
    ],
)
def test_faults_in_the_teams_own_files_exit_2(tmp_path: Path, file: str, content: str | None, words: str) -> None:
    make_project(tmp_path)
    (tmp_path / file).unlink()
    if content is not None:
        (tmp_path / file).write_text(content, encoding="utf-8")
    for command in ("issue", "check", "build"):
        result = run(command, "--project", tmp_path)
        assert result.exit_code == 2
        assert words in " ".join(result.stderr.split())


def test_a_broken_template_exits_1_and_publishes_nothing(tmp_path: Path) -> None:
    filled_project(tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "report.html.j2").write_text("{{ page.nothing }}", encoding="utf-8")
    result = run("build", "--project", tmp_path)
    assert result.exit_code == 1
    assert "templates/report.html.j2" in result.stderr
    assert not (tmp_path / "output").exists()


def test_explain_shows_each_step(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"forecast_actual": None, "missing_reason": "New measure"})
    (path,) = folder.project.returns(folder.setup.period)
    result = run("explain", "pl 01", "--project", tmp_path)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "PL 01: Bins emptied on the day",
        "Higher is better. Rated by the scheme “Derby 2018/19”.",
        "Return: inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx",
        f"SHA-256 of the workbook: {sha256(path.read_bytes()).hexdigest()}",
        "Filled in by Pat Fletcher. Approved by Clarrie Grundy.",
        "",
        "The quarter, 2024/25 Q3",
        f"  Sheet “Return”, cell {folder.cell('quarter_actual')}: 90. Printed as 90.0%.",
        "  Target: 95.0%. Result: 90.0%.",
        "  That is worse than target by 5.0 points, which is 5.26% of it.",
        "    Blue: better than target by more than 2%? No.",
        "    Green: on target, or better by up to and including 2%? No.",
        "    Amber: worse than target by up to and including 5%? No.",
        "    Red: worse than target by more than 5%? Yes.",
        "  Status: Red",
        "",
        "The year-end forecast",
        f"  Sheet “Return”, cell {folder.cell('forecast_actual')}: nothing stands there.",
        "  Target: 96.0%. Forecast: not stated.",
        "  No status can be worked out: no figure was given.",
        "  Shown with: New measure",
        "  Status: N/A",
        "",
        "Direction of travel",
        "  Not stated: no earlier figure to compare with was given.",
        "",
        "It is an exception: Red for the quarter and N/A forecast.",
    ]


def test_explain_without_a_return_says_so(tmp_path: Path) -> None:
    make_project(tmp_path)
    result = run("explain", "PL 01", "--project", tmp_path)
    assert result.exit_code == 1
    assert "There is no return for PL 01" in result.stderr


def test_init_lays_out_a_project_that_runs(tmp_path: Path) -> None:
    made = run("init", tmp_path / "new")
    assert made.exit_code == 0
    assert run("init", tmp_path / "new").exit_code == 2
    empty = run("issue", "--project", tmp_path / "new")
    assert empty.exit_code == 2
    assert "it has no measures yet" in empty.stderr


def test_check_of_one_file_knows_the_others_it_shares_commentary_with(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PL 02"})
    one, other = folder.issue()
    fill(one, GOOD)
    fill(other, {**GOOD, "context": [None], "same_as": "PL 01"})
    assert run("check", other, "--project", tmp_path).exit_code == 0
    assert run("check", other, other, "--project", tmp_path).exit_code == 0


def test_issue_knows_forms_by_what_is_inside_them(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"Code": "A-B"}, {"Code": "A/B"})
    first, second = folder.issue()
    assert [first.name, second.name] == ["A-B 2024-25-Q3.xlsx", "A-B 2024-25-Q3 (2).xlsx"]
    first.rename(first.with_name("sent back.xlsx"))
    assert folder.issue() == []
    second.unlink()
    assert [path.name for path in folder.issue()] == ["A-B 2024-25-Q3.xlsx"]


@pytest.mark.parametrize("arguments", [["--period", "x"], ["--project", "/nowhere/at/all"]])
def test_json_is_json_even_when_the_usage_is_wrong(tmp_path: Path, arguments: list[str]) -> None:
    make_project(tmp_path)
    project = [] if "--project" in arguments else ["--project", str(tmp_path)]
    result = run("check", "--format", "json", *arguments, *project)
    assert result.exit_code == 2
    assert [each["code"] for each in json.loads(result.stdout)["problems"]] == ["USE01"]


def test_a_file_that_is_not_there_is_said_not_to_be(tmp_path: Path) -> None:
    make_project(tmp_path)
    result = run("check", tmp_path / "gone.xlsx", "--project", tmp_path)
    assert result.exit_code == 1
    assert "There is no such file." in result.stdout


def test_what_the_system_refuses_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_project(tmp_path)
    (tmp_path / "inputs" / "2024-25-Q3").write_text("a file in the folder's place")
    monkeypatch.setattr("sys.argv", ["scorecard", "issue", "--project", str(tmp_path)])
    with pytest.raises(SystemExit) as stopped:
        run_command_line()
    assert stopped.value.code == 2


def test_a_form_that_nobody_filled_in_is_no_return(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    (issued,) = folder.issue()
    assert folder.codes() == ["MISS01"]
    sent_back = issued.with_name("from Pat.xlsx")
    sent_back.write_bytes(issued.read_bytes())
    fill(sent_back, GOOD)
    assert folder.codes() == []
    assert folder.gather().judged[0].returned.source.file.endswith("from Pat.xlsx")
