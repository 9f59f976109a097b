"""The ready reports of ``scorecard init --like``, with made-up answers: for the pictures in the docs, and the tests.

The answers stand in ``shapes/``, a file a report: a table for each form, by its measure's code, with the answers by the
names of their cells. ``earlier`` are the results of periods before, by what codes call these.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from generator.collecting.issue_forms import issue_all
from generator.project.folder import Project
from generator.project.load import Setup, set_up
from generator.project.new_project import lay_out

TODAY = date(2026, 10, 12)
"""The day on which they are laid out: quarter 2 of 2026/27 has ended, and so has September."""

EARLIER = "earlier"

SIGNED = {"completed_by": "Sample officer", "approved_by": "Sample head of service"}
"""How every form is signed."""

type_of_answer = str | int | float | date | None
type_of_answers = Mapping[str, type_of_answer | Sequence[type_of_answer] | Mapping[str, type_of_answer]]


def answers(name: str) -> dict[str, type_of_answers]:
    """The answers of a ready report, by the code of their form."""
    path = Path(__file__).parent / "shapes" / f"{name}.toml"
    found: dict[str, type_of_answers] = tomllib.loads(path.read_text(encoding="utf-8"))
    return found


def make(root: Path, name: str) -> Setup:
    """Lay out a ready report in a new folder, issue its forms for the periods that are told of, and fill them."""
    lay_out(root, today=TODAY, like=name)
    now = set_up(Project(root))
    told = answers(name)
    for period in now.period.of_its_year():
        results = {code: {"quarter_actual": figure} for code, figure in _earlier(told, period.part)}
        if results:
            _return(set_up(Project(root), period), results)
    _return(now, {code: {key: each[key] for key in each if key != EARLIER} for code, each in told.items()})
    return now


def _earlier(told: Mapping[str, type_of_answers], part: str) -> Iterator[tuple[str, type_of_answer]]:
    for code, each in told.items():
        results = each.get(EARLIER)
        if isinstance(results, dict) and part in results:
            yield code, results[part]


def _return(setup: Setup, told: Mapping[str, type_of_answers]) -> None:
    for file in issue_all(setup).written:
        path = setup.project.root / file
        code = path.stem.removesuffix(f" {setup.period}")
        fill(path, {**SIGNED, **told.get(code, {})})


def fill(path: Path, told: type_of_answers) -> None:
    """Write answers into the cells of a form that carry their names."""
    book = load_workbook(path)
    for name, value in told.items():
        lines = value if isinstance(value, list) else [value]
        for cell, line in zip(_named_cells(book, name), lines, strict=False):
            cell.value = line
    book.save(path)


def _named_cells(book: Workbook, name: str) -> list[Cell]:
    ((sheet, cells),) = book.defined_names[name].destinations
    block = book[sheet][cells.replace("$", "")]
    return [row[0] for row in block] if isinstance(block, tuple) else [block]
