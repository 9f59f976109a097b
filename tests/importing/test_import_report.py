"""Reports as councils keep them become last period's figures, statuses and commentary."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.history.history_csv import with_history
from generator.history.rows import HistoryRow, RowState
from generator.model.period import Period
from tests.importing.commands import files, run
from tests.importing.past.tables import imported, project, rows_of
from tests.importing.report.documents import Filled, Report
from tests.projects import Folder

HEADINGS = ("Measure", "Target", "Actual", "Status", "Commentary")
BINS = ("PL 01 Bins emptied on the day", "95%", "84.8%", "Red", "Two lorries broke.")
LETTERS = ("PE 02 Days to answer a letter", "12", "11", "Green", "All is well.")


def in_another_order() -> Report:
    report = Report()
    report.table(
        ("KPI", "Lead officer", "RAG", "Narrative", "Result", "Target"),
        ("PL 01 Bins emptied on the day", "A Smith", "R", "Two lorries broke.", "84.8%", "95%"),
        ("Days to answer a letter (PE 02)", "B Jones", "green", "All is well.", "11", "12"),
    )
    return report


def by_colour() -> Report:
    report = Report()
    report.table(
        ("Ref", "Title", "Q2 target", "Q2 result", "Status", "Comments"),
        ("PL 01", "Bins emptied on the day", "95%", "84.8%", Filled(fill="FF0000"), "Two lorries broke."),
        ("PE 02", "Days to answer a letter", "12", "11", Filled(fill="00B050"), "All is well."),
    )
    return report


def under_two_rows_of_headings() -> Report:
    report = Report("Corporate scorecard")
    report.document.add_paragraph("Quarter 2")
    report.document.add_paragraph("2025/26")
    report.table(
        ("Measure", "Quarter 2", "", "", "Comments"),
        ("", "Target", "Actual", "RAG", ""),
        ("Bins emptied on the day", "95%", "84.8%", "Red", "Two lorries broke."),
        ("Days to answer a letter", "12", "11", "Green", "All is well."),
        merged=[(0, 1, 0, 3), (0, 0, 1, 0), (0, 4, 1, 4)],
    )
    return report


def split_over_pages() -> Report:
    report = Report()
    report.table(HEADINGS, ("Place", "", "", "", ""), BINS, merged=[(1, 0, 1, 4)])
    report.table(HEADINGS, ("People", "", "", "", ""), (*LETTERS[:4], "All is"), merged=[(1, 0, 1, 4)])
    report.table(("", "", "", "", "well."))
    return report


def one_table_a_measure() -> Report:
    report = Report()
    for title, target, actual, status, text in (BINS, LETTERS):
        report.table(
            (title, "", "", ""),
            ("Target", target, "Actual", actual),
            ("Status", status, "Lead officer", "A Smith"),
            ("Commentary", text, "", ""),
            merged=[(0, 0, 0, 3), (3, 1, 3, 3)],
        )
    return report


def one_table_a_measure_with_headings() -> Report:
    report = Report()
    for title, *figures, text in (BINS, LETTERS):
        report.table(
            (title, "", ""), ("Target", "Actual", "Status"), figures, ("Commentary", "", ""), (text, "", ""),
            merged=[(0, 0, 0, 2), (3, 0, 3, 2), (4, 0, 4, 2)],
        )  # fmt: skip
    return report


def in_paragraphs() -> Report:
    report = Report("Performance report")
    report.document.add_heading("July to September 2025", 1)
    for title, target, actual, status, text in (BINS, LETTERS):
        report.document.add_heading(title, 2)
        for line in (f"Target: {target}", f"Actual: {actual}; Status: {status}"):
            report.document.add_paragraph(line)
        report.document.add_paragraph().add_run("Commentary").bold = True
        report.document.add_paragraph(text)
    report.document.add_heading("Summary", 2)
    report.document.add_paragraph("This is about no measure.")
    return report


SHAPES = (
    in_another_order,
    by_colour,
    under_two_rows_of_headings,
    split_over_pages,
    one_table_a_measure,
    one_table_a_measure_with_headings,
    in_paragraphs,
)


def commentary(folder: Folder) -> dict[tuple[str, str, str], str]:
    """What commentary.csv has, by code, period and question; the lines of a text are joined."""
    path = folder.root / "inputs" / "commentary.csv"
    rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"))) if path.exists() else ()
    return {(code, period, question): text.replace("\n", " ") for code, period, question, text in [*rows][1:]}


@pytest.mark.parametrize("made", SHAPES, ids=lambda made: made.__name__)
def test_a_table_as_councils_keep_it_is_read(made: Callable[[], Report], tmp_path: Path) -> None:
    folder = project(tmp_path)
    result = imported(folder, made().data, name="report.docx")
    assert result.exit_code == 0, result.output
    found = [(row.code, str(row.period), row.target, row.actual, row.status, row.exception) for row in rows_of(folder)]
    assert found == [
        ("PL 01", "2025-26-Q2", "95.0", "84.8", "Red", True),
        ("PE 02", "2025-26-Q2", "12", "11", "Green", False),
    ]
    assert commentary(folder) == {
        ("PL 01", "2025-26-Q2", "context"): "Two lorries broke.",
        ("PE 02", "2025-26-Q2", "context"): "All is well.",
    }


def test_lists_stay_lists_and_earlier_quarters_are_read_too(tmp_path: Path) -> None:
    folder, report = project(tmp_path), Report()
    report.table(
        ("Measure", "Q1", "Q2", "Year-end target", "Year-end forecast", "Commentary", "Next steps"),
        ("PL 01", "80.1", "84.8", "96", "90", ["Two lorries broke:", "- one in May", "- one in June"], "Hire one."),
    )
    result = imported(folder, report.data, name="report.docx")
    assert "“Next steps”: it was taken for “Improvement actions taken”" in result.stdout
    assert [(str(row.period), row.actual, row.year_end_target, row.forecast) for row in rows_of(folder)] == [
        ("2025-26-Q1", "80.1", "96.0", ""),
        ("2025-26-Q2", "84.8", "96.0", "90.0"),
    ]
    said = (folder.root / "inputs" / "commentary.csv").read_text(encoding="utf-8")
    assert '"Two lorries broke:\n- one in May\n- one in June"' in said


def test_what_was_not_read_is_told_of_by_its_place(tmp_path: Path) -> None:
    folder, report = project(tmp_path), Report()
    report.table(
        (*HEADINGS, "Lead officer"),
        (*BINS, "A Smith"),
        ("XX 09 Ghosts seen", "1", "2", "Red", "Boo.", "C"),
        ("PE 02", "12", "about ten", "Mauve", "Text.", "D"),
    )
    told = re.sub(r"\s+", " ", imported(folder, report.data, name="report.docx").stdout)
    assert "table 1, row 3: “XX 09 Ghosts seen” is no measure of the register." in told
    assert "table 1, row 4: “about ten” is not a figure in days" in told
    assert "table 1, rows 2 and 4: “Lead officer” is no result, target, status or commentary" in told


def test_forms_show_it_as_last_time(tmp_path: Path) -> None:
    folder = project(tmp_path)
    imported(folder, in_another_order().data, name="report.docx")
    (path,) = folder.issue("PL 01")
    shown = {str(cell.value) for row in load_workbook(path).worksheets[0].iter_rows() for cell in row}
    assert {"Two lorries broke.", "84.8"} <= shown


def test_a_dry_run_writes_nothing_and_a_second_import_adds_nothing(tmp_path: Path) -> None:
    folder, data = project(tmp_path), split_over_pages().data
    before = files(folder.root)
    assert "Nothing was written." in imported(folder, data, "--dry-run", name="report.docx").stderr
    assert files(folder.root) == before
    imported(folder, data, name="report.docx")
    after = rows_of(folder), commentary(folder)
    assert "left as they are: 4" in imported(folder, data, name="report.docx").stdout
    assert (rows_of(folder), commentary(folder)) == after


def test_other_words_and_figures_are_a_conflict_unless_they_are_to_replace(tmp_path: Path) -> None:
    folder, other = project(tmp_path), Report()
    imported(folder, split_over_pages().data, name="report.docx")
    other.table(HEADINGS, ("PL 01", "95%", "85.0%", "Red", "One lorry broke."))
    told = imported(folder, other.data, name="other.docx").stdout
    assert "2025/26 Q2 is 85.0% here, and 84.8% in the history" in re.sub(r"\s+", " ", told)
    assert "has other words for this in commentary.csv" in told
    imported(folder, other.data, "--replace", name="other.docx")
    assert rows_of(folder)[-1].actual == "85.0"
    assert commentary(folder)["PL 01", "2025-26-Q2", "context"] == "One lorry broke."


def test_words_that_are_not_for_the_public_are_not_taken(tmp_path: Path) -> None:
    folder, report = project(tmp_path), Report()
    report.table(HEADINGS, (*BINS[:4], ["Two lorries [[Smith Ltd]] broke.", "[[Left open."]), LETTERS)
    told = re.sub(r"\s+", " ", imported(folder, report.data, name="report.docx").stdout)
    assert "words between [[ and ]] on PL 01 (BV 12) are not for the public" in told
    assert commentary(folder)["PL 01", "2025-26-Q2", "context"] == "Two lorries [c] broke. [c]"
    assert "left as they are: 4" in imported(folder, report.data, name="report.docx").stdout


@pytest.mark.parametrize("option", [(), ("--replace",)], ids=["added", "replaced"])
def test_a_closed_period_gets_no_further_words(option: tuple[str, ...], tmp_path: Path) -> None:
    folder, report = project(tmp_path), Report()
    closed = HistoryRow(
        *("PL 01", period := Period.parse("2025-26-Q2"), period, "Bins", "Place", "95", "84.8", "Red", True),
        *("", "", "", "", RowState.FINAL, date(2025, 11, 1), "", "close"),
    )
    (folder.root / "inputs" / "history.csv").write_text(with_history("", [closed]), encoding="utf-8", newline="")
    report.table(HEADINGS, BINS)
    told = re.sub(r"\s+", " ", imported(folder, report.data, *option, name="report.docx").stdout)
    assert "has no words for this in commentary.csv, and 2025/26 Q2 was published and closed" in told
    assert commentary(folder) == {}


@pytest.mark.parametrize("lines", [["a" * 700] * 190, ["a"] * 1001], ids=["characters", "lines"])
def test_a_text_that_is_too_long_is_left_and_locks_nothing(lines: list[str], tmp_path: Path) -> None:
    folder, report = project(tmp_path), Report()
    report.table(HEADINGS, (*BINS[:4], lines), LETTERS)
    result = imported(folder, report.data, name="report.docx")
    told = re.sub(r"\s+", " ", result.stdout)
    assert result.exit_code == 0
    assert "table 1: a text on PL 01 (BV 12) is too long, with" in told
    assert "50,000 and 1,000 are the most" in told
    assert commentary(folder) == {("PE 02", "2025-26-Q2", "context"): "All is well."}
    assert run("check", "--project", folder.root).exit_code == 1, "the returns are missing, and nothing else is wrong"


@pytest.mark.parametrize(
    ("name", "title", "code"),
    [
        ("report.docx", "Scorecard", "IMP13"),
        ("report.docx", "Scorecard of 14 July 2025", "IMP13"),
        ("report.docx", "Quarter 3 2025/26", "IMP14"),
        ("report.docx", "Q1 2025/26 and Q2 2025/26", "IMP13"),
        ("Scorecard 2025-26_Q1.docx", "Q1 2025/26, with Q4 2024/25", ""),
        ("Scorecard 2025-26_Q1.docx", "Scorecard", ""),
    ],
)
def test_the_period_is_the_titles_or_the_files(name: str, title: str, code: str, tmp_path: Path) -> None:
    folder, report = project(tmp_path), Report(title)
    report.table(HEADINGS, BINS)
    result = imported(folder, report.data, name=name)
    assert (code in result.output) if code else result.exit_code == 0
    assert [str(row.period) for row in rows_of(folder)] == ([] if code else ["2025-26-Q1"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\3\4 word/document.xml" + bytes(99), "IMP12"),
        (Report("Quarter 2 2025/26").data, "IMP15"),
        (in_another_order().data[:-400], "IMP12"),
    ],
    ids=["no archive", "no table", "cut off"],
)
def test_a_document_that_cannot_be_used_is_told_of_in_words(data: bytes, code: str, tmp_path: Path) -> None:
    folder = project(tmp_path)
    (tmp_path / "report.docx").write_bytes(data)
    result = run("import", tmp_path / "report.docx", "--project", folder.root)
    assert (result.exit_code, code in result.output) == (2, True), result.output


@pytest.mark.parametrize("sort", ["list", "figures"])
def test_a_document_is_not_read_as_something_else(sort: str, tmp_path: Path) -> None:
    folder = project(tmp_path)
    result = imported(folder, in_another_order().data, "--as", sort, name="report.docx")
    assert (result.exit_code, rows_of(folder)) == (2, ())
    assert f"Leave out --as {sort}." in result.stderr
