"""Make the sample's register and returns from derby-2018-19-q2.toml.

The forms come from the code that issues officers' forms, with the answers put into their cells. Run from the
repository: python -m sample.make
"""

import shutil
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from generator.collecting.earlier_quarters import Earlier
from generator.collecting.fresh_forms import contents_of
from generator.collecting.issue_forms import issue_all
from generator.forms.as_xlsx.saving import saved
from generator.forms.asked.form_contents import Contents
from generator.forms.asked.question_types import NARRATIVE_ROWS
from generator.forms.form_workbook import issue_workbook
from generator.model.period import Period
from generator.model.question import DEFAULT_QUESTIONS
from generator.project.folder import Project
from generator.project.load import set_up
from generator.project.new_project import new_register
from generator.reading.register.columns import HEADERS, SHEET
from generator.xlsx import Cell, CellKind

ROOT = Path(__file__).parent.parent
PERIOD = Period(2018, 2)
DIRECTION_REASON = "As published, with no comparator."

Facts = Mapping[str, Any]


def main() -> None:
    """Write the register, issue the forms, and fill them."""
    text = (ROOT / "sample" / "derby-2018-19-q2.toml").read_text(encoding="utf-8")
    measures: list[Facts] = tomllib.loads(text)["measure"]
    project = Project(ROOT)
    shutil.rmtree(project.returns_folder(PERIOD), ignore_errors=True)
    project.register.write_bytes(register(measures))
    setup = set_up(project, PERIOD)
    issued, earlier = issue_all(setup), Earlier.of(setup)
    for facts, file in zip(measures, issued.written, strict=True):
        measure = setup.register.find(facts["code"])
        assert measure
        (ROOT / file).write_bytes(filled(contents_of(setup, measure, earlier), facts))
    print(f"{len(issued.written)} returns in {project.returns_folder(PERIOD).relative_to(ROOT)}")


def register(measures: list[Facts]) -> bytes:
    """Give the register as the performance team would keep it."""
    book = new_register()
    sheet = book[SHEET]
    assert isinstance(sheet, Worksheet)
    for row, facts in enumerate(measures, 2):
        for header, value in register_row(facts).items():
            sheet.cell(row, HEADERS.index(header) + 1, value)
    return saved(book, PERIOD.last_day)


def register_row(facts: Facts) -> dict[str, str | int | Decimal | None]:
    """Give one measure's row by heading. The report names no officers, so the sample invents none."""
    return {
        "Code": facts["code"],
        "Aliases": "; ".join(facts.get("aliases", ())) or None,
        "Title": facts["title"],
        "Directorate": facts["directorate"],
        "Unit": facts["unit"],
        "Decimals": facts["decimals"],
        "Polarity": facts["polarity"],
        "Kind": facts["kind"],
        "Scheme": facts.get("scheme"),
        "Q2 target": figure(facts.get("quarter_target")),
        "Year-end target": figure(facts.get("forecast_target")),
    }


def figure(text: str | None) -> str | Decimal | None:
    """Give a figure as a number, a milestone as its word."""
    return Decimal(text) if text and text[0].isdigit() else text


def filled(contents: Contents, facts: Facts) -> bytes:
    """Give a form with its officer's answers in it."""
    cells = {
        key: answer
        for name, lines in answers(facts).items()
        for key, line in zip(contents.asked.by_name[name].row_keys, lines, strict=False)
        if (answer := cell(line))
    }
    return issue_workbook(replace(contents, answers=cells))


def cell(line: str | Decimal | None) -> Cell | None:
    """Give an answer as a cell would hold it."""
    if line is None:
        return None
    kind = CellKind.TEXT if isinstance(line, str) else CellKind.NUMBER
    return Cell(0, 0, kind, str(line), number=None if isinstance(line, str) else line)


def answers(facts: Facts) -> dict[str, list[str | Decimal | None]]:
    """Give the officer's answers by field name, each as the lines of its cells."""
    single = {
        "quarter_actual": figure(facts.get("quarter_actual")),
        "forecast_actual": figure(facts.get("forecast_actual")),
        "quarter_provisional": "Yes" if facts.get("provisional") else "No",
        "direction_override": facts.get("direction"),
        "direction_reason": DIRECTION_REASON if "direction" in facts else None,
        "commentary_status": facts.get("commentary_status", "Final"),
        "completed_by": "Sample officer",
        "approved_by": "Sample head of service",
        **{key: value for half in ("quarter", "forecast") for key, value in stated(facts, half).items()},
    }
    several = {each.key: facts[each.key] for each in DEFAULT_QUESTIONS}
    too_long = [name for name, lines in several.items() if len(lines) > NARRATIVE_ROWS]
    assert not too_long, f"{facts['code']}: {too_long}"
    return {**{name: [value] for name, value in single.items() if value is not None}, **several}


def stated(facts: Facts, half: str) -> dict[str, str]:
    """A status is stated only where the report gives no figures to work it out from."""
    reason = facts.get(f"{half}_status_reason")
    if not reason:
        return {}
    return {f"{half}_status_override": facts[f"{half}_status"], f"{half}_status_reason": reason}


if __name__ == "__main__":
    main()
