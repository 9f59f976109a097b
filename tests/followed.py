"""Actions in forms and registers, for tests: a row of a form filled in, and a sheet of the register."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from openpyxl import load_workbook

from generator.build import Wanted, build_report
from generator.forms.asked.action_words import ACTION_NAMES
from generator.model.period import Period
from generator.output.close_period import close_period
from generator.project.load import set_up
from generator.report.gather import Gathered, gather
from tests.projects import Folder, fill_book, named_cells, type_of_answers
from tests.reading.register.sheets import type_of_row, with_sheet

ACTION_HEADINGS = ("Code", "For", "Title", "Owner", "Start", "Due")

type_of_rows = Mapping[str, Mapping[str, str | int | date | None]]
"""What is typed of actions, by their titles; one that is not there is written into an empty row."""


def with_actions_sheet(folder: Folder, *rows: type_of_row) -> Folder:
    """Give the register a sheet of actions."""
    return with_sheet(folder, "Actions", ACTION_HEADINGS, *rows)


def fill_actions(path: Path, told: type_of_rows, answers: type_of_answers = MappingProxyType({})) -> None:
    """Type into the sheet of actions of a form of one measure or group, and answers into the form."""
    book = load_workbook(path)
    fill_book(book, answers)
    columns = {name: named_cells(book, name) for name in ACTION_NAMES}
    titles = [cell.value for cell in columns["action_title"]]
    for title, row in told.items():
        place = titles.index(title) if title in titles else titles.index(None)
        titles[place] = title
        if columns["action_id"][place].value is None:
            columns["action_title"][place].value = title
        for name, value in row.items():
            is_whole = name == "part_of"  # the one column without a name
            cell = columns["action_due"][place].offset(0, 1) if is_whole else columns[f"action_{name}"][place]
            cell.value = value
    book.save(path)


def titles_asked(path: Path) -> list[str]:
    """The actions that a form asks to report on."""
    cells = named_cells(load_workbook(path), "action_title")
    return [str(cell.value) for cell in cells if cell.value]


def closed(folder: Folder, period: Period, today: date) -> Gathered:
    """Build a period's report and close it."""
    setup = set_up(folder.project, period)
    built = build_report(setup, Wanted(), lambda _: None)
    close_period(setup, gather(setup), today)
    return built.gathered


def codes_of(gathered: Gathered, starting: str = "ACT") -> list[str]:
    """The rules of the problems with actions, in order."""
    return [each.code for each in gathered.problems if each.code.startswith(starting)]


def told_of(gathered: Gathered, titles: Iterable[str] = ()) -> dict[str, str]:
    """Where each action of a report stands, by its title."""
    found = {each.now.promise.title: each.standing.value for each in gathered.follow_up.every}
    return {title: found[title] for title in titles or found}
