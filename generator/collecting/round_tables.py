"""The round as tables: a row a return, and a row a problem; as a workbook, and as a page."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from html import escape
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from generator.collecting.who_owes_what import Item
from generator.collecting.working_days import due_date
from generator.forms.as_xlsx.saving import saved
from generator.model.characters import printable
from generator.model.english import day, day_in_figures
from generator.model.problem import Problem
from generator.project.load import Setup
from generator.xlsx import Unreadable, read_book

RETURNS, PROBLEMS = "Returns", "Problems"


class RoundTable(NamedTuple):
    """A table of texts and counts: its title, its headings, their widths in characters, and its rows."""

    title: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str | int, ...], ...]


def table_of_returns(setup: Setup, items: Iterable[Item]) -> RoundTable:
    """Who has returned what, what is wrong with it, and since when it is there, by its file's own date."""
    headings = ("Group", "Code", "Title", "Officer", "Address", "State", "Late", "Errors", "Queries", "File", "Since")
    rows = tuple(_row_of(setup, each) for each in items)
    return RoundTable(RETURNS, headings, (24, 12, 44, 24, 28, 14, 7, 8, 8, 44, 17), rows)


def _row_of(setup: Setup, item: Item) -> tuple[str | int, ...]:
    subject, errors = item.subject, sum(each.is_error for each in item.problems)
    return (
        subject.group,
        subject.code if subject.title else "",
        subject.title or subject.label,
        subject.officer,
        subject.officer_email,
        item.progress.value,
        "late" if item.is_late else "",
        errors,
        len(item.problems) - errors,
        ", ".join(item.files),
        _since(setup, item),
    )


def _since(setup: Setup, item: Item) -> str:
    try:
        last = max((setup.project.root / file).stat().st_mtime for file in item.files)
    except (OSError, ValueError):
        return ""
    when = datetime.fromtimestamp(last)
    return f"{day_in_figures(when)} {when:%H:%M}"


def table_of_problems(problems: Iterable[Problem], items: Iterable[Item] = ()) -> RoundTable:
    """What is to be put right, and where, a row a problem; with whose return it is in."""
    officers = {file: each.subject.officer for each in items for file in each.files}
    headings = ("File", "Sheet", "Cell", "Weight", "Code", "What is wrong", "To put it right", "Officer")
    rows = tuple(
        (
            each.place.file,
            each.place.sheet or "",
            each.place.cell or "",
            str(each.severity),
            each.code,
            each.message,
            each.remedy,
            officers.get(each.place.file, ""),
        )
        for each in problems
    )
    return RoundTable(PROBLEMS, headings, (44, 14, 8, 10, 10, 60, 60, 24), rows)


_BOLD, _FILL, _TOP = (
    Font(name="Arial", bold=True),
    PatternFill("solid", fgColor="FFE3E8EF"),
    Alignment(wrap_text=True, vertical="top"),
)


def as_workbook(tables: Sequence[RoundTable], today: date) -> bytes:
    """Tables as a workbook, a sheet each, to be filtered and sorted; the same bytes for the same tables."""
    book = Workbook()
    for number, table in enumerate(tables):
        sheet: Any = book.active if number == 0 else book.create_sheet()
        _fill_in(sheet, table)
    book.properties.title, book.properties.language, book.properties.creator = "Scorecard", "en-GB", ""
    return saved(book, today)


def _fill_in(sheet: Worksheet, table: RoundTable) -> None:
    sheet.title = table.title
    for row, texts in enumerate((table.headings, *table.rows), 1):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column, printable(text) if isinstance(text, str) else text)
            if isinstance(text, str):
                cell.data_type = "s"  # an equals sign at its start makes no formula
            cell.alignment = _TOP
            if row == 1:
                cell.font, cell.fill = _BOLD, _FILL
                sheet.column_dimensions[cell.column_letter].width = table.widths[column - 1]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def is_table_of_ours(data: bytes) -> bool:
    """Whether a file is a workbook of such tables, which may be written over."""
    try:
        sheets = {each.name for each in read_book(data).sheets}
    except Unreadable:
        return False
    return bool(sheets) and sheets <= {RETURNS, PROBLEMS}


def as_page(setup: Setup, tables: Iterable[RoundTable]) -> bytes:
    """Tables as a web page of one file, for the performance team: it names people, and is not for publication."""
    title = escape(f"{setup.settings.council}, {setup.period.name}: who has returned what")
    page = io.StringIO()
    page.write(_HEAD.format(title=title, due=escape(day(due_date(setup)))))
    for table in tables:
        page.writelines(_lines_of(table))
    page.write("</main>\n</body>\n</html>\n")
    return printable(page.getvalue()).encode()


def _lines_of(table: RoundTable) -> Iterator[str]:
    yield f'<div role="region" tabindex="0" aria-labelledby="{table.title}">\n'
    yield f'<table>\n<caption id="{table.title}">{table.title}: {len(table.rows)}</caption>\n<thead><tr>'
    yield from (f'<th scope="col">{escape(each)}</th>' for each in table.headings)
    yield "</tr></thead>\n<tbody>\n"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{escape(str(each))}</td>' for each in row)}</tr>\n"
    yield "</tbody>\n</table>\n</div>\n"


_HEAD = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1rem/1.4 Arial, sans-serif; color: #1d1d1d; margin: 1rem; }}
table {{ border-collapse: collapse; margin: 1rem 0; }}
caption {{ font-weight: bold; text-align: left; padding: .5rem 0; }}
th, td {{ border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top; }}
th {{ background: #e3e8ef; }}
div {{ overflow-x: auto; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>Returns are due on {due}. This page names people, and is not for publication.</p>
"""
