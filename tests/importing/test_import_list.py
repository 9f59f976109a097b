"""From a list to forms: import, then issue; what is written, what is kept, and what is never written over."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.model.figures import Level
from generator.model.measure import Basis, Kind, Polarity
from generator.project.folder import Project
from generator.project.load import set_up
from generator.project.new_project import new_register
from tests.importing.commands import files, imported, run
from tests.importing.lists import HEADINGS, LISTS, plain_list, project_in, saved, sheet_of, with_target


@pytest.mark.parametrize(("name", "forms"), [("forty", 32), ("banners", 6), ("sheets", 3)])
def test_a_list_becomes_a_register_that_forms_are_issued_from(tmp_path: Path, name: str, forms: int) -> None:
    root = project_in(tmp_path)
    assert imported(root, LISTS[name]()).exit_code == 0
    issued = run("issue", "--project", root)
    assert (issued.exit_code, len(issued.stdout.splitlines())) == (0, forms)


def test_what_a_list_leaves_open_is_named_and_issue_says_the_same(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    told = imported(root, LISTS["untidy"]())
    assert "K4, K6, K7: Polarity: Write higher, lower, or none" in told.stdout
    assert "“Top quartile” cannot be read as a target in days" in told.stdout
    assert "Rows that are hidden in the list were taken: 7." in told.stdout
    issued = run("issue", "--project", root)
    places = re.findall(r"error \w+  (Measures, \w+)", issued.stderr)
    assert (
        places == re.findall(r"error \w+  (Measures, \w+)", told.stderr) == [f"Measures, K{row}" for row in (5, 6, 7)]
    )


def test_forty_measures_are_what_the_list_says(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    imported(root, LISTS["forty"]())
    measures = {each.code: each for each in set_up(Project(root)).register.measures}
    assert len(measures) == 40
    lets, income, parks, trees, audit = (measures[f"BC{number}"] for number in ("02", "04", "05", "06", "08"))
    assert (lets.polarity, lets.unit, lets.group) == (Polarity.LOWER, "days", "Adults")
    assert (income.basis, income.unit, str(income.quarter_targets[0])) == (Basis.CUMULATIVE, "£m", "1.2")
    assert (sorted(parks.due), sorted(trees.due)) == ([12], [6, 12])
    assert (audit.kind, audit.scheme) == (Kind.DATE, "by judgement")
    assert measures["BC40"].group == "Resources"
    assert (lets.decimals, trees.decimals) == (1, 0)


SHAPES = {
    "one level": ('group_by = "Priority"', ("Homes",), "Priority"),
    "two levels": ('group_by = "Priority"\nthen_by = "Ward"', ("Homes", "North"), "Priority"),
    "a column that the list calls its service": ('group_by = "Service"', ("Bins",), "Service"),
    "levels the other way round": ('group_by = "Service"\nthen_by = "Directorate"', ("Bins", "Place"), "Service"),
    "groups in an order of their own": ('group_by = "Priority"\ngroups = ["Jobs", "Homes"]', ("Homes",), "Priority"),
}


@pytest.mark.parametrize("case", SHAPES)
def test_groups_go_under_the_columns_that_the_report_is_grouped_by(tmp_path: Path, case: str) -> None:
    shape, groups, column = SHAPES[case]
    root = project_in(tmp_path)
    path = root / "inputs" / "scorecard.toml"
    kept = re.sub("^directorates.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(f"{shape}\n{kept}", encoding="utf-8")
    headings = (*HEADINGS, "Priority", "Ward", "Service")
    told = imported(
        root,
        plain_list(
            headings,
            ("A", "Homes let", "Place", "High", "%", "Q", 60, "Jo", "Homes", "North", "Bins"),
            ("B", "Shops let", "People", "High", "%", "Q", 60, "Jo", "Jobs", "South", "Lets"),
        ),
    )
    assert told.exit_code == 0
    assert "to be put right" not in told.stdout
    assert "Put this line" not in told.stdout
    measure, _ = set_up(Project(root)).register.measures
    assert measure.groups == groups
    written = [cell.value for cell in load_workbook(root / "inputs" / "register.xlsx")["Measures"][1]]
    assert written.count(column) == 1
    row = [cell.value for cell in load_workbook(root / "inputs" / "register.xlsx")["Measures"][2]]
    assert {"Place", "Homes", "North", "Bins"} <= set(row), "nothing is lost"
    assert run("issue", "--project", root).exit_code == 0


def test_thresholds_become_levels_and_a_scheme(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    headings = (*HEADINGS, "RAG thresholds")
    imported(
        root, plain_list(headings, ("A", "Seats sold", "Place", "High", "%", "Q", 60, "Jo", "Green >=55% Amber >=40%"))
    )
    setup = set_up(Project(root))
    (measure,) = setup.register.measures
    assert {level: str(value) for level, value in measure.levels_for(1).items()} == {
        Level.AMBER: "55",
        Level.FLOOR: "40",
    }
    assert [each.name for each in setup.scheme_of(measure).statuses] == ["Green", "Amber", "Red"]


def test_nothing_of_a_list_is_lost(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    for name, make in LISTS.items():
        imported(root, make(), "--replace")
        book = load_workbook(root / "inputs" / "register.xlsx")
        written = "\n".join(
            str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
        )
        listed = load_workbook(root / "list.xlsx")
        sheets = [each for each in listed if each.title not in {"Cover", "2025-26"}]
        texts = {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value}
        lost = {text for text in texts if " ".join(text.split()) not in written}
        assert {text for text in lost if not _is_a_word_or_figure(text)} == set(), name


def _is_a_word_or_figure(text: str) -> bool:
    """What stands in the register otherwise: a figure as a number, a word of ours, a name with its address apart."""
    spelt = {"Higher is better", "Aim to Minimise", "Bigger is better", "Lower = better", "High is good", "Half yearly"}
    is_figure = re.fullmatch(r"[<>=≥£]*\s*[\d.,/]+[%m]?", text)
    return bool(is_figure) or text in spelt or len(text.split()) == 1 or "@" in text


def test_dry_run_says_all_and_writes_nothing(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    (root / "list.xlsx").write_bytes(LISTS["forty"]())
    before = files(root)
    result = run("import", root / "list.xlsx", "--project", root, "--dry-run")
    assert result.exit_code == 0
    assert "40 measures" in result.stdout
    assert "Nothing was written." in result.stderr
    assert files(root) == before


def test_the_mapping_file_is_used_the_next_time(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    imported(root, with_target("95%"))
    mapping = root / "inputs" / "register-mapping.toml"
    text = mapping.read_text(encoding="utf-8")
    assert '"Lead" = "Officer"' in text
    mapping.write_text(text.replace('"Lead" = "Officer"', '"Lead" = "Approver"'), encoding="utf-8")
    imported(root, with_target("95%"))
    (measure,) = set_up(Project(root)).register.measures
    assert (measure.officer, measure.approver) == ("", "Pat")


def test_what_names_a_year_stands_in_the_mapping_as_a_note_to_make_a_line_of(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    headings = ("Ref", "Measure", "Directorate", "Good is", "Unit", "Aim 2026/27")
    of_a_year = plain_list(headings, ("A 1", "Bins", "Place", "High", "%", 95))
    told = imported(root, of_a_year)
    assert "No column of the list was taken for targets" in told.stdout
    mapping = root / "inputs" / "register-mapping.toml"
    text = mapping.read_text(encoding="utf-8")
    assert '\n# "Aim 2026/27" = "keep"\n' in text
    mapping.write_text(text.replace('# "Aim 2026/27" = "keep"', '"Aim 2026/27" = "Annual target"'), encoding="utf-8")
    assert "No column of the list" not in imported(root, of_a_year).stdout
    (measure,) = set_up(Project(root)).register.measures
    assert str(measure.year_end_target) == "95"


@pytest.mark.parametrize(
    ("headings", "figures"),
    [
        (("2023/24", "2024/25", "2026/27 target"), (90, 91, 95)),
        (("Q1 2025/26 actual", "Q2 2025/26 actual", "Target 2026/27"), (90, 91, 95)),
        (("Apr 2025", "May 2025", "Jun 2025"), (90, 91, 92)),
    ],
    ids=["years before", "quarters before", "months before"],
)
def test_a_list_with_what_was_is_a_list_where_there_is_no_register_yet(
    tmp_path: Path, headings: tuple[str, ...], figures: tuple[int, ...]
) -> None:
    root = project_in(tmp_path)
    new_register().save(root / "inputs" / "register.xlsx")
    list_of_one = plain_list(
        ("Ref", "Measure", "Directorate", "Good is", "Unit", *headings), ("A 1", "Bins", "Place", "High", "%", *figures)
    )
    told = imported(root, list_of_one)
    assert (told.exit_code, "1 measure in row 2, headings in row 1" in told.stdout) == (0, True)
    assert [each.code for each in set_up(Project(root)).register.measures] == ["A 1"]


def test_answers_of_yes_and_no_are_no_span_of_time(tmp_path: Path) -> None:
    rows = [(f"A {number}", f"Bins {number}", "Place", "High", "%", 95, "Yes") for number in range(4)]
    told = imported(project_in(tmp_path), plain_list((*HEADINGS[:5], "Target", "Met last time?"), *rows))
    assert "cumulative" not in told.stdout
    assert "kept as columns of your own: “Met last time?”" in told.stdout


@pytest.mark.parametrize(
    ("often", "said", "lag"),
    [
        ("Annual", "1 year", 1),
        ("Monthly", "1 month in arrears", 1),
        ("Quarterly", "None", 0),
        ("Monthly", "1 year", 12),
    ],
)
def test_how_late_a_figure_comes(tmp_path: Path, often: str, said: str, lag: int) -> None:
    root = project_in(tmp_path)
    headings = ["Ref", "Measure", "Directorate", "Good is", "Unit", "Frequency", "Data lag", "Target"]
    imported(root, plain_list(headings, ["A 1", "Bins", "Place", "High", "%", often, said, 95]))
    (measure,) = set_up(Project(root)).register.measures
    assert measure.lag == lag


def test_how_late_is_left_open_where_it_is_no_number(tmp_path: Path) -> None:
    headings = ["Ref", "Measure", "Directorate", "Good is", "Unit", "Frequency", "Lag", "Target"]
    told = imported(project_in(tmp_path), plain_list(headings, ["A 1", "Bins", "Place", "High", "%", "Q", "some", 95]))
    assert (told.exit_code, "A 1: Lag: “some” does not say how many quarters late" in told.stdout) == (0, True)


def test_codes_that_were_made_up_stay_when_the_list_changes(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    rows = [
        (None, "Bins emptied", "Place", "High", "%", "Q", 95, "Pat"),
        (None, "Rent paid", "Place", "High", "%", "Q", 95, "Jo"),
    ]
    imported(root, plain_list(HEADINGS, *rows))
    new = (None, "Calls answered", "Place", "High", "%", "Q", 95, "Jo")
    imported(root, plain_list(HEADINGS, new, *reversed(rows)))
    codes = {each.title: each.code for each in set_up(Project(root)).register.measures}
    assert codes == {"Bins emptied": "P 01", "Rent paid": "P 02", "Calls answered": "P 03"}


def test_a_mapping_file_with_a_fault_is_told_before_anything_is_read(tmp_path: Path) -> None:
    root = project_in(tmp_path)
    (root / "inputs" / "register-mapping.toml").write_text("sheets = 4\n", encoding="utf-8")
    result = imported(root, with_target("95%"))
    assert (result.exit_code, "IMP01" in result.stderr) == (2, True)
    assert not (root / "inputs" / "register.xlsx").exists()


@pytest.mark.parametrize(
    ("rows", "code"), [([["a", "b"], [1, 2]], "IMP02"), ([list(HEADINGS)], "IMP08"), ([], "IMP02")]
)
def test_a_workbook_without_a_list_is_told(tmp_path: Path, rows: list[list[str | int]], code: str) -> None:
    root = project_in(tmp_path)
    book, sheet = sheet_of()
    for row in rows:
        sheet.append(row)
    result = imported(root, saved(book))
    assert (result.exit_code, code in result.stderr) == (2, True)


def test_the_same_list_gives_the_same_register(tmp_path: Path) -> None:
    one, two = (project_in(tmp_path / each) for each in "ab")
    for root in (one, two):
        imported(root, LISTS["untidy"]())
    ours, theirs = ({**files(root / "inputs"), "log.csv": b""} for root in (one, two))  # its lines have the time
    assert ours == theirs
