"""Lists of measures as councils keep them, made anew for each test: each with its own habits."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from generator.importing.drafted_register import DraftedRegister, ProjectWants, drafted_register
from generator.importing.list_file import read_list
from generator.importing.mapping_file import ListMapping
from generator.model.measure import Kind
from generator.model.period import Period

NO_MAPPING = ListMapping()
SCHEMES, UNRATED = frozenset({"kent", "by judgement"}), frozenset({Kind.DATE, Kind.MILESTONE})

type_of_value = str | int | float | date | None


def saved(book: Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def sheet_of(title: str = "KPIs") -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    return book, sheet


def plain_list(headings: Sequence[str], *rows: Sequence[type_of_value]) -> bytes:
    """One row of headings and the rows under it, nothing else."""
    book, sheet = sheet_of()
    for row in (headings, *rows):
        sheet.append(list(row))
    return saved(book)


HEADINGS = ("Ref", "Measure", "Directorate", "Good is", "Unit", "Freq", "Target", "Lead")


def with_target(target: type_of_value, unit: str = "%", good: str = "High", title: str = "Bins emptied") -> bytes:
    """A list of one measure whose target is the case."""
    return plain_list(HEADINGS, ("PL 1", title, "Place", good, unit, "Q", target, "Pat"))


_FORTY = (
    ("Homes let within 21 days", "%", "Higher is better", "Quarterly", ("90%", "90%", "91%", "92%", "92%")),
    ("Average days to let a home", "Days", "Aim to Minimise", "Quarterly", (21, 21, 20, 20, 20)),
    ("Complaints received", "Number", "L", "Monthly", ("<= 50", "<= 50", "<= 50", "<= 50", "<= 200")),
    ("Income from parking", "£m", "H", "Qtrly", ("£1.2m", "£2.4m", "£3.6m", "£4.8m", "£4.8m")),
    ("Residents satisfied with parks", "Percentage", "↑", "Annual", (None, None, None, ">=75%", ">=75%")),
    ("Trees planted", "No.", "Bigger is better", "Half yearly", (None, "1,500", None, "4,000", "4,000")),
    ("Staff turnover", "%", "Lower = better", "Quarterly", ("<12", "<12", "<12", "<12", "<12")),
    ("Audit opinion published", "Date", "n/a", "Annually", (None, None, None, "30/11/2026", "30/11/2026")),
    ("Fly-tips cleared in 2 days", "%", "High is good", "Quarterly", ("95% (local)", "95%", "95%", "95%", "95%")),
    ("Visits to museums", "Number", "Maximise", "Quarterly", ("TBC", 21000, 30000, 40500, "40,500")),
)


def forty_measures() -> bytes:
    """Forty measures under a title and a note, with two rows of headings, merged directorates, and notes below."""
    book, sheet = sheet_of("Corporate KPIs 26-27")
    sheet["A1"] = "Borchester Council: corporate measures 2026/27"
    sheet.merge_cells("A1:L1")
    sheet["A2"] = "Agreed by Cabinet; version 3"
    for column, heading in enumerate(("Directorate", "PI Ref", "Performance indicator", "Polarity", "UoM", "Freq."), 1):
        sheet.cell(4, column, heading)
        sheet.merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)
    sheet["G4"] = "Targets 2026/27"
    sheet.merge_cells("G4:K4")
    for column, heading in enumerate(("Q1", "Q2", "Q3", "Q4", "Year end"), 7):
        sheet.cell(5, column, heading)
    sheet["L4"] = "Outturn 2025/26"
    sheet.merge_cells("L4:L5")
    for number in range(40):
        title, unit, polarity, frequency, targets = _FORTY[number % 10]
        row = 6 + number
        if number % 10 == 0:
            sheet.cell(row, 1, ("Adults", "Children & Families", "Place", "Resources")[number // 10])
            sheet.merge_cells(start_row=row, end_row=row + 9, start_column=1, end_column=1)
        told = (
            f"BC{number + 1:02d}",
            f"{title} ({number // 10 + 1})",
            polarity,
            unit,
            frequency,
            *targets,
            80 + number,
        )
        for column, value in enumerate(told, 2):
            sheet.cell(row, column, value)
    sheet["A48"] = "Notes: figures are provisional until audited."
    sheet["A49"] = "Source: corporate performance team"
    return saved(book)


def by_banners() -> bytes:
    """No column of directorates: rows of their own name them, two levels deep, and the headings come again."""
    book, sheet = sheet_of("Measures")
    headings = ["Ref", "Indicator", "Good performance is", "Target", "Responsible officer", "Comments"]
    rows: list[Sequence[type_of_value]] = [
        ["Performance indicators"],
        [],
        headings,
        ["PEOPLE"],
        ["Housing"],
        ["H1", "Rents collected", "High", "98.5%", "Lynda Snell (lynda@council.example)", "Cumulative"],
        ["H2", "Homes empty for more than six months", "Low", 40, "Lynda Snell", None],
        ["Leisure"],
        ["L1", "Swims by under-16s", "High", "12,000", "Joe Grundy", None],
        headings,
        ["PLACE"],
        ["Streets"],
        ["S1", "Street lights mended within 5 days", "High", "95%", "Usha Franks", None],
        ["S2", "Potholes outstanding", "Low", "No target", "Usha Franks", "monitor"],
        [None, "Gullies cleaned on schedule", "High", "90%", "Usha Franks", None],
        [],
        ["* Provisional"],
    ]
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def untidy() -> bytes:
    """Codes missing and twice, a hidden and a struck-out row, thresholds by colour, targets that cannot be read."""
    book, sheet = sheet_of("List")
    rows: list[Sequence[type_of_value]] = [
        ["KPI No", "KPI", "Dept", "Team", "Green", "Amber", "Red", "Target", "Owner", "Tolerance"],
        ["K1", "Invoices paid in 30 days", "Finance", "Payments", ">=97%", "90-96.9%", "<90%", "97%", "A Khan", None],
        ["K1", "Invoices paid in 10 days", "Finance", "Payments", ">=80%", "70% to 80%", "<70%", "80%", "A Khan", None],
        [None, "Sickness days per employee", "HR", None, "<=8", "<=9", ">9", "Top quartile", "B Low", None],
        ["K4", "Net promoter score", "Digital", None, None, None, None, "10% up on last year", "C May", "±5%"],
        ["K5", "Old measure", "Digital", None, None, None, None, 5, "C May", None],
        ["K6", "Paper forms in use", "Digital", None, None, None, None, 12, "C May", "3"],
        ["K6", "Paper forms in use", "Digital", None, None, None, None, 12, "C May", "3"],
        ["K7", "Website uptime", "Digital", None, None, None, None, 0.995, "C May", None],
    ]
    for row in rows:
        sheet.append(list(row))
    for cell in sheet[6]:
        cell.font = Font(strike=True)
    sheet.row_dimensions[7].hidden = True
    sheet["H9"].number_format = "0.0%"
    return saved(book)


def a_sheet_each() -> bytes:
    """A sheet for each directorate, a cover, and last year's list beside them."""
    book, cover = sheet_of("Cover")
    cover["A1"] = "Our measures"
    headings = ["Measure ID", "Measure name", "Lead", "High/Low", "Annual target", "2025/26 target"]
    for name, rows in (
        ("Place", (["P1", "Household waste recycled", "Pat", "High", "52%", "50%"],)),
        (
            "People",
            (["E1", "New claims processed (days)", "Jo", "Low", 20, 22], ["E2", "Evictions", "Jo", "Low", 30, 31]),
        ),
    ):
        sheet = book.create_sheet(name)
        for row in (headings, *rows):
            sheet.append(list(row))
    old = book.create_sheet("2025-26")
    for row in (headings, ["P1", "Household waste recycled", "Pat", "High", "50%", "48%"]):
        old.append(list(row))
    return saved(book)


LISTS = {"forty": forty_measures, "banners": by_banners, "untidy": untidy, "sheets": a_sheet_each}


def project_in(root: Path, directorates: str = '"Place", "People"', year: str = "2026-27-Q2") -> Path:
    """A project folder with settings alone."""
    (root / "inputs").mkdir(parents=True)
    text = f'council = "Borchester"\nperiod = "{year}"\ndirectorates = [{directorates}]\ndata_source = "Felpersham"\n'
    (root / "inputs" / "scorecard.toml").write_text(text, encoding="utf-8")
    return root


def drafted(
    root: Path, data: bytes, mapping: ListMapping = NO_MAPPING, groups: Sequence[str] = ("Place", "People")
) -> DraftedRegister:
    """A list as it is drafted for 2026/27, for a scheme that cannot rate dates and milestones."""
    path = root / "list.xlsx"
    path.write_bytes(data)
    wanted = ProjectWants(directorates=tuple(groups), period=Period(2026, 1), schemes=SCHEMES, unrated=UNRATED)
    register = drafted_register(read_list(path, path.name), mapping, wanted)
    assert register
    return register
