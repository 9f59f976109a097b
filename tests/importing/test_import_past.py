"""Past figures are found whichever way their table stands, and recorded with where they are from."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.importing.commands import run
from tests.importing.past.tables import BINS, CALLS, MEASURES, Row, imported, project, recorded, rows_of, workbook
from tests.projects import Value

Q = [f"2024-25-Q{each}" for each in (1, 2, 3, 4)]
TWO = {
    ("PL 01", Q[0]): "84.8",
    ("PL 01", Q[1]): "85.1",
    ("PE 02", Q[0]): "12",
    ("PE 02", Q[1]): "11",
}
"""What all tables of two quarters say."""

FIGURES: dict[str, tuple[list[Row], tuple[str, ...]]] = {
    "quarters along the top": (
        [("Code", "Measure", "Q1 2024/25", "Q2 2024/25"), ("PL 01", "Bins", 84.8, 85.1), ("PE 02", "Letters", 12, 11)],
        (),
    ),
    "by title alone": (
        [
            ("Measure", "2024-25 Q1", "2024-25 Q2"),
            ("Bins emptied on the day", 84.8, 85.1),
            ("days to answer a letter.", 12, 11),
        ],
        (),
    ),
    "code and title in one": (
        [("KPI", "Apr-Jun 2024", "Jul-Sep 2024"), ("PL 01: Bins", 84.8, 85.1), ("PE 02 Letters", 12, 11)],
        (),
    ),
    "an alias": (
        [("Ref", "Quarter 1 2024/25", "Quarter 2 2024/25"), ("BV12", 84.8, 85.1), ("pe02", 12, 11)],
        (),
    ),
    "quarters under a merged year": (
        [
            ("Ref", "Measure", "2024/25", None),
            (None, None, "Quarter 1", "Quarter 2"),
            ("PL 01", "Bins", 84.8, 85.1),
            ("PE 02", "Letters", 12, 11),
        ],
        ("C1:D1", "A1:A2"),
    ),
    "quarters under a year that is written once": (
        [("Ref", "2024/25", None), (None, "Q1", "Q2"), ("PL 01", 84.8, 85.1), ("PE 02", 12, 11)],
        (),
    ),
    "measures along the top": (
        [("Quarter", "PL 01", "PE 02"), ("Q1 2024/25", 84.8, 12), ("Q2 2024/25", 85.1, 11)],
        (),
    ),
    "measures along the top, year and quarter apart": (
        [("Year", "Quarter", "PL 01", "PE 02"), ("2024/25", "Q1", 84.8, 12), ("2024/25", "Q2", 85.1, 11)],
        (),
    ),
    "a row a figure": (
        [
            ("Code", "Year", "Quarter", "Result"),
            ("PL 01", "2024/25", 1, 84.8),
            ("PL 01", "2024/25", 2, 85.1),
            ("PE 02", "2024/25", 1, 12),
            ("PE 02", "2024/25", 2, 11),
        ],
        (),
    ),
    "a row a figure, with a period's code": (
        [
            ("Period", "Measure", "Value"),
            ("2024-25-Q1", "PL 01", 84.8),
            ("2024-25-Q2", "PL 01", 85.1),
            ("2024-25-Q1", "PE 02", 12),
            ("2024-25-Q2", "PE 02", 11),
        ],
        (),
    ),
    "a title above, and other columns": (
        [
            ("Felpersham: corporate measures",),
            (),
            ("Ref", "Lead", "Measure", "Good is", "Q1 2024/25", "Q2 2024/25", "Comments"),
            ("PL 01", "Pat", "Bins", "High", 84.8, 85.1, "2 lorries fewer"),
            ("PE 02", "Jo", "Letters", "Low", 12, 11, None),
        ],
        (),
    ),
    "the year in the title": (
        [("Corporate measures 2024/25",), ("Ref", "Q1", "Q2"), ("PL 01", 84.8, 85.1), ("PE 02", 12, 11)],
        (),
    ),
    "a block for each directorate": (
        [
            ("Place",),
            ("Ref", "Q1 2024/25", "Q2 2024/25"),
            ("PL 01", 84.8, 85.1),
            ("People",),
            ("Ref", "Q2 2024/25", "Q1 2024/25"),
            ("PE 02", 11, 12),
        ],
        (),
    ),
    "results and targets in rows": (
        [
            ("Ref", "What", "Q1 2024/25", "Q2 2024/25"),
            ("PL 01", "Actual", 84.8, 85.1),
            (None, "Target", 95, 95),
            ("PE 02", "Actual", 12, 11),
            (None, "Target", 10, 10),
        ],
        (),
    ),
    "results and targets in columns": (
        [
            ("Ref", "Q1 2024/25", None, "Q2 2024/25", None),
            (None, "Target", "Actual", "Target", "Actual"),
            ("PL 01", 95, 84.8, 95, 85.1),
            ("PE 02", 10, 12, 10, 11),
        ],
        ("B1:C1", "D1:E1"),
    ),
}


@pytest.mark.parametrize(("rows", "merged"), FIGURES.values(), ids=FIGURES)
def test_figures_are_found_whichever_way_the_table_stands(
    tmp_path: Path, rows: list[Row], merged: tuple[str, ...]
) -> None:
    folder = project(tmp_path)
    told = imported(folder, workbook(*rows, merged=merged))
    assert told.exit_code == 0, told.stderr
    assert recorded(folder) == TWO
    assert all(row.published is None and not row.status and not row.is_closed for row in rows_of(folder))


@pytest.mark.parametrize("name", ["results and targets in rows", "results and targets in columns"])
def test_targets_stand_beside_their_results(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path)
    imported(folder, workbook(*FIGURES[name][0], merged=FIGURES[name][1]))
    assert {(row.code, row.target) for row in rows_of(folder)} == {("PL 01", "95.0"), ("PE 02", "10")}


@pytest.mark.parametrize("issued", [False, True])
def test_forms_that_are_out_already_are_told_of(tmp_path: Path, issued: bool) -> None:
    folder = project(tmp_path)
    if issued:
        folder.issue()
    told = imported(folder, workbook(*FIGURES["quarters along the top"][0]))
    assert ("Forms that were issued before have none of this." in told.stderr) is issued


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_csv_file_is_read_alike(tmp_path: Path, between: str) -> None:
    folder = project(tmp_path)
    lines = (["Ref", "Q1 2024/25", "Q2 2024/25"], ["PL 01", "84.8%", "85.1"], ["PE 02", "12 days", "11"])
    text = "\r\n".join(between.join(each) for each in lines)
    told = imported(folder, text.encode(), name="past.csv")
    assert (told.exit_code, recorded(folder)) == (0, TWO)
    assert {row.source for row in rows_of(folder)} == {f"past.csv, {each}" for each in ("B2", "B3", "C2", "C3")}


def test_each_row_says_its_cell_and_is_called_as_then(tmp_path: Path) -> None:
    folder = project(tmp_path)
    imported(folder, workbook(*FIGURES["quarters along the top"][0]))
    row = rows_of(folder)[0]
    assert (row.source, row.title, row.group, row.state) == (
        "past.xlsx, Figures!C2",
        "Bins emptied on the day",
        "Place",
        "final",
    )


CELLS: dict[str, tuple[object, str, str | None, str]] = {
    "plain": (84.8, "PL 01", "84.8", ""),
    "with its unit": ("84.8%", "PL 01", "84.8", ""),
    "thousands": ("£1.2m", "PL 03", "1.20", ""),
    "in brackets": ("(0.35)", "PL 03", None, "is not a figure in £m"),
    "days": ("12 days", "PE 02", "12", ""),
    "more decimals": (84.8312, "PL 01", "84.8", "84.8312 was rounded to 84.8%, as the measure is printed"),
    "provisional": ("84.8 (p)", "PL 01", "84.8", ""),
    "revised": ("84.8r", "PL 01", "84.8", "was read without its mark for revised"),
    "with a footnote": ("84.8*", "PL 01", "84.8", "was read without its mark"),
    "a share": (0.848, "PL 01", None, "may mean 0.848% or a hundred times as much"),
    "another unit": ("84 days", "PL 01", None, "“84 days” is not a figure in %"),
    "words": ("see note", "PL 01", None, "“see note” is not a figure in %"),
    "about": ("c. 84", "PL 01", None, "“c. 84” is not a figure in %"),
    "none": ("-", "PL 01", None, "there is no figure"),
    "not applicable": ("n/a", "PL 01", None, "there is no figure"),
    "to be confirmed": ("TBC", "PL 01", None, "there is no figure"),
    "an error": ("#REF!", "PL 01", None, "it shows the error “#REF!”"),
}


@pytest.mark.parametrize(("value", "code", "actual", "told"), CELLS.values(), ids=CELLS)
def test_a_cell_is_read_as_what_it_shows(
    tmp_path: Path, value: str | float, code: str, actual: str | None, told: str
) -> None:
    folder = project(tmp_path)
    result = imported(folder, workbook(("Ref", "Q1 2024/25", "Q2 2024/25"), (code, value), ("PL 01", None, 80)))
    assert recorded(folder).get((code, Q[0])) == actual
    assert told in result.stdout
    assert not told or re.search(r"B2: ", result.stdout)


@pytest.mark.parametrize("mark", ["c", "[c]", "*", "suppressed", "Not published because numbers are small", "<5"])
def test_a_figure_that_is_withheld_is_recorded_as_that(tmp_path: Path, mark: str) -> None:
    folder = project(tmp_path, {**CALLS, "Unit": "number"})
    imported(folder, workbook(("Ref", "Q1 2024/25", "Q2 2024/25"), ("PE 02", mark, 12)))
    assert [(row.actual, row.state) for row in rows_of(folder)] == [("", "suppressed"), ("12", "final")]


SPANS: dict[str, tuple[str, Mapping[str, str], str]] = {
    "a month of a snapshot": (
        "Jun 2024",
        {Q[0]: "84.8"},
        "the figure of June 2024 was taken for that of Q1 2024/25",
    ),
    "a month amid a quarter": ("May 2024", {}, "it is of a month, and reports here are of a quarter"),
    "a year of a snapshot": ("2024/25", {Q[3]: "84.8"}, "the figure of 2024/25 was taken for that of Q4 2024/25"),
    "a half": ("H1 2024/25", {Q[1]: "84.8"}, "the figure of April to September 2024 was taken for that of Q2 2024/25"),
    "one year number": ("Q1 2024", {}, "2024 may be 2023/24 or 2024/25: write which"),
    "no year": ("Q1", {}, "it is not said of which year they are"),
    "the year to date": ("Q1 2024/25 YTD", {}, "is no result, target or status of a period"),
    "not past yet": ("Q3 2025/26", {}, "it is of 2025/26 Q3, which is not past: 2025/26 Q3 is reported now"),
    "three months across two quarters": ("May-Jul 2024", {}, "it is of 3 months that are no period of a year"),
}


@pytest.mark.parametrize(("heading", "found", "told"), SPANS.values(), ids=SPANS)
def test_what_is_no_quarter_stands_for_one_only_where_that_is_sure(
    tmp_path: Path, heading: str, found: Mapping[str, str], told: str
) -> None:
    folder = project(tmp_path)
    result = imported(folder, workbook(("Ref", heading, "Q1 2023/24"), ("PL 01", 84.8, 80)))
    assert {period: figure for (_, period), figure in recorded(folder).items()} == {"2023-24-Q1": "80.0", **found}
    assert told in result.stdout


DISCRETE: dict[str, tuple[dict[str, Value], str, str | None]] = {
    "a month of a quarter": ({}, "Jun 2024", None),
    "a year of quarters": ({}, "2024/25", None),
    "a year, asked for once in it": ({"Due": "Q4"}, "2024/25", "2024-25-Q4"),
    "a half, asked for twice a year": ({"Due": "Q2, Q4"}, "H1 2024/25", "2024-25-Q2"),
    "a year, asked for twice in it": ({"Due": "Q2, Q4"}, "2024/25", None),
    "a month, asked for once a year": ({"Due": "Q1"}, "Jun 2024", None),
    "a year of what is yearly": ({"Frequency": "yearly"}, "2024/25", "2024-25-Q4"),
    "a month of what is monthly": ({"Frequency": "monthly"}, "Jun 2024", "2024-25-Q1"),
    "a month of what is yearly": ({"Frequency": "yearly"}, "Mar 2025", None),
}


@pytest.mark.parametrize(("said", "heading", "found"), DISCRETE.values(), ids=DISCRETE)
def test_what_is_of_a_span_alone_stands_for_no_other(
    tmp_path: Path, said: dict[str, Value], heading: str, found: str | None
) -> None:
    folder = project(tmp_path, {**CALLS, **said})
    imported(folder, workbook(("Ref", heading), ("PE 02", 12)), "--as", "figures")
    assert [str(row.period) for row in rows_of(folder)] == ([found] if found else [])


OTHER_PERIODS: dict[str, tuple[str, str, str]] = {
    "months": ("2025-26-M06", "Apr 2025", "2025-26-M01"),
    "calendar quarters": ("2025-Q3", "Q1 2025", "2025-Q1"),
    "halves": ("2025-26-H1", "Oct-Mar 2025", "2024-25-H2"),
    "years": ("2025-26", "2024/25", "2024-25"),
}


@pytest.mark.parametrize(("now", "heading", "found"), OTHER_PERIODS.values(), ids=OTHER_PERIODS)
def test_reports_may_be_of_other_periods(tmp_path: Path, now: str, heading: str, found: str) -> None:
    folder = project(tmp_path, CALLS, period=now)
    imported(folder, workbook(("Ref", heading), ("PE 02", 84.8)), "--as", "figures")
    assert [(str(row.period), row.actual) for row in rows_of(folder)] == [(found, "85")]


def test_a_figure_that_stands_for_a_quarter_says_of_when_it_is(tmp_path: Path) -> None:
    folder = project(tmp_path)
    imported(folder, workbook(("Ref", "2024/25", "Jun 2025"), ("PL 01", 84.8, 85)))
    assert [(str(row.period), str(row.reported_for)) for row in rows_of(folder)] == [
        ("2024-25-Q4", "2024-25"),
        ("2025-26-Q1", "2025-26-M03"),
    ]


def test_a_quarterly_figure_may_stand_under_its_last_month(tmp_path: Path) -> None:
    folder = project(tmp_path, {**CALLS, "Frequency": "quarterly"}, period="2025-26-M06")
    result = imported(folder, workbook(("Ref", "Feb 2025", "Mar 2025"), ("PE 02", 12, 11)), "--as", "figures")
    assert [(str(row.period), str(row.reported_for)) for row in rows_of(folder)] == [
        ("2024-25-M11", "2024-25-M11"),
        ("2024-25-M12", "2024-25-Q4"),
    ]
    told = "the figure of March 2025 was taken for that of Q4 2024/25, which ends with it"
    assert told in " ".join(result.stdout.split())


def test_a_quarters_own_figure_comes_before_that_of_its_last_month(tmp_path: Path) -> None:
    folder = project(tmp_path)
    imported(folder, workbook(("Ref", "Jun 2024", "Q1 2024/25"), ("PL 01", 83, 84.8)))
    assert recorded(folder) == {("PL 01", Q[0]): "84.8"}


def test_what_is_recorded_is_skipped_or_a_conflict_and_never_changed(tmp_path: Path) -> None:
    folder = project(tmp_path)
    imported(folder, workbook(("Ref", "Q1 2024/25", "Q2 2024/25"), ("PL 01", 84.8, 85.1)))
    before = (folder.root / "inputs" / "history.csv").read_bytes()
    again = imported(folder, workbook(("Ref", "Q1 2024/25", "Q2 2024/25", "Q3 2024/25"), ("PL 01", 84.8, 86, 87)))
    after = (folder.root / "inputs" / "history.csv").read_bytes()
    assert after.startswith(before)
    assert len(rows_of(folder)) == 3
    assert "Recorded already with the same value, and left as they are: 1" in again.stdout
    conflict = "C2: PL 01 (BV 12), 2024/25 Q2 is 86.0% here, and 85.1% in the history (from past.xlsx, Figures!C2)"
    assert conflict in again.stdout


def test_an_imported_figure_can_be_revised_and_both_stand(tmp_path: Path) -> None:
    folder = project(tmp_path)
    imported(folder, workbook(("Ref", "Q1 2024/25"), ("PL 01", 84.8)))
    imported(folder, workbook(("Ref", "Q1 2024/25"), ("PL 01", 85.8)), "--replace", name="better.xlsx")
    assert [(row.actual, row.reason) for row in rows_of(folder)] == [
        ("84.8", ""),
        ("85.8", "Imported again from better.xlsx."),
    ]


def test_of_two_figures_of_one_period_none_is_guessed_to_be_right(tmp_path: Path) -> None:
    folder = project(tmp_path)
    told = imported(folder, workbook(("Ref", "Q1 2024/25"), ("PL 01", 84.8), ("PE 02", 12), ("BV 12", 85.8)))
    assert recorded(folder) == {("PE 02", Q[0]): "12"}
    assert "B2, B4: PL 01 (BV 12), 2024/25 Q1 has different figures in B2 and B4" in told.stdout


def test_a_status_is_recorded_only_where_the_table_has_it(tmp_path: Path) -> None:
    folder = project(tmp_path)
    rows: list[Row] = [
        ("Ref", "Q1 2024/25", None, "Q2 2024/25", None),
        (None, "Actual", "RAG", "Actual", "RAG"),
        ("PL 01", 84.8, "red", 95, "On track"),
    ]
    told = imported(folder, workbook(*rows, merged=("B1:C1", "D1:E1")))
    assert [row.status for row in rows_of(folder)] == ["Red", ""]
    assert "E3: “On track” is no status of the measure’s scheme" in told.stdout


def test_measures_that_are_unknown_are_told_with_the_nearest(tmp_path: Path) -> None:
    folder = project(tmp_path)
    told = imported(folder, workbook(("Ref", "Q1 2024/25", "Q2 2024/25"), ("PL 01", 84.8, 85.1), ("PE 20", 12, 11)))
    assert "A3: “PE 20” is no measure of the register. Did you mean “PE 02”?" in told.stdout


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path)
    data = workbook(("Ref", "Q1 2024/25", "Q2 2024/25"), ("PL 01", 84.8, 85.1))
    dry = imported(folder, data, "--dry-run")
    assert not (folder.root / "inputs" / "history.csv").exists()
    assert not (folder.root / "inputs" / "log.csv").exists()
    wet = imported(folder, data)
    assert wet.stdout.strip() == dry.stdout.strip()
    assert "import,2025-26-Q3,2 figures of past.xlsx added" in (folder.root / "inputs" / "log.csv").read_text()


NO_PAST: dict[str, tuple[list[Row], tuple[str, ...], str]] = {
    "other measures": ([("Ref", "Q1 2024/25", "Q2 2024/25"), ("XX 1", 1, 2)], (), "IMP10"),
    "nothing known": ([("a", "b"), (1, 2)], (), "IMP02"),
    "nothing known, said to be figures": ([("a", "b"), (1, 2)], ("--as", "figures"), "IMP11"),
}


@pytest.mark.parametrize(("rows", "options", "code"), NO_PAST.values(), ids=NO_PAST)
def test_what_cannot_be_imported_is_said(tmp_path: Path, rows: list[Row], options: tuple[str, ...], code: str) -> None:
    folder = project(tmp_path)
    told = imported(folder, workbook(*rows), *options)
    assert (told.exit_code, code in told.stderr) == (2, True)
    assert not (folder.root / "inputs" / "history.csv").exists()


LISTS: dict[str, list[Row]] = {
    "with last year's outturn": [
        ("Ref", "Measure", "Directorate", "Good is", "Unit", "Freq", "Outturn 2024/25", "Target 2025/26"),
        ("PL 01", "Bins", "Place", "High", "%", "Q", 84.8, 95),
    ],
    "with three years": [
        ("Ref", "Measure", "Directorate", "Good is", "Unit", "Freq", "Lead", "2022/23", "2023/24", "2024/25", "Target"),
        ("PL 01", "Bins", "Place", "High", "%", "Q", "Pat", 84.8, 85, 86, 95),
    ],
    "with bare quarters": [
        ("Ref", "Measure", "Directorate", "Good is", "Unit", "Freq", "Q1", "Q2", "Q3", "Q4"),
        ("PL 01", "Bins", "Place", "High", "%", "Q", 90, 91, 92, 93),
    ],
}


@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)
def test_a_list_stays_a_list(tmp_path: Path, rows: list[Row]) -> None:
    told = imported(project(tmp_path, BINS), workbook(*rows), "--dry-run")
    assert "Columns:" in told.stdout


def test_history_shows_what_was_imported(tmp_path: Path) -> None:
    folder = project(tmp_path)
    imported(folder, workbook(("Ref", "Q1 2024/25"), ("PL 01", 84.8)))
    told = run("history", "PL 01", "--project", folder.root)
    assert "2024/25 Q1  result 84.8% (from past.xlsx, Figures!B2)" in told.stdout


POUNDS: dict[str, Value] = {
    "Code": "PL 04",
    "Title": "Rent collected",
    "Unit": "£",
    "Basis": "discrete quarter",
    "Decimals": 0,
}
SIZES: dict[str, tuple[str, tuple[float, ...], list[str], str]] = {
    "pounds among millions": ("PL 03", (0.40, 200000, 0.20), ["0.40", "", "0.20"], "C2: £200,000.00m is ten or more"),
    "pounds at the end": ("PL 03", (0.40, 0.30, 250000), ["0.40", "0.30", ""], "D2: £250,000.00m is ten or more"),
    "pounds that are all there are": ("PL 03", (400000,), ["400000.00"], ""),
    "a slip of the point": ("PL 01", (84, 8.4, 84), ["84.0", "8.4", "84.0"], "C2: 8.4% is a tenth or less of what"),
    "one that grows within its year": ("PL 03", (0.1, 2, 30), ["0.10", "2.00", "30.00"], ""),
    "one between noughts": ("PE 02", (0, 12, 0), ["0", "12", "0"], ""),
    "pounds of a measure in pounds": (
        "PL 04",
        (4, 900000, 5),
        ["4", "900000", "5"],
        "C2: £900,000 is ten or more times",
    ),
}


@pytest.mark.parametrize(("code", "values", "actual", "told"), SIZES.values(), ids=SIZES)
def test_a_figure_of_another_size_than_those_beside_it_is_told_and_pounds_are_left(
    tmp_path: Path, code: str, values: tuple[float, ...], actual: list[str], told: str
) -> None:
    folder = project(tmp_path, *MEASURES, POUNDS)
    headings = [f"Q{each} 2024/25" for each in range(1, len(values) + 1)]
    result = imported(folder, workbook(("Ref", *headings), (code, *values), ("PE 03", 80)))
    found = recorded(folder)
    assert [found.get((code, each), "") for each in Q[: len(values)]] == actual
    assert (told or "what stands beside it") in result.stdout if told else "beside it" not in result.stdout


@pytest.mark.parametrize(("count", "lines"), [(5, 5), (6, 1)])
def test_what_is_said_of_many_figures_is_said_once(tmp_path: Path, count: int, lines: int) -> None:
    headings = ("Ref", *(f"Q{1 + each % 4} 20{22 + each // 4}/{23 + each // 4}" for each in range(count)))
    rounded: tuple[str | float, ...] = ("PL 01", *(84.81 + each / 100 for each in range(count)))
    times = ("PE 02", *(f"08:0{each}" for each in range(count)))
    told = imported(project(tmp_path), workbook(headings, rounded, times)).stdout.splitlines()
    guesses, left = (
        [line for line in told if words in line] for words in ("was rounded to 84.", "is not a figure in days")
    )
    assert (len(guesses), len(left)) == (lines, lines)
    last = "ABCDEFG"[count]
    assert lines > 1 or [guesses[0].split(":")[0], left[0].partition(": ")[0]] == ["  B2", f"  B3:{last}3"]
