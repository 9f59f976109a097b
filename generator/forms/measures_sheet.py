"""The first sheet of a workbook with several forms: each measure with its state, and a link to its form."""

from collections.abc import Sequence

from generator.forms.as_xlsx import looks
from generator.forms.as_xlsx.sheet_plan import Colour, Formula, Frame, PlannedTable, SheetColumn, SheetPlan, quoted
from generator.forms.asked import form_words as form
from generator.forms.asked.form_contents import MeasureContents
from generator.forms.form_sheet import FormSheet
from generator.forms.live.check_column import CheckColumn
from generator.forms.live.typed_formulas import literal
from generator.forms.live.what_is_left import WhatIsLeft
from generator.forms.questions_in_words import as_asked
from generator.forms.text_height import height_of, in_columns
from generator.model.english import counted, day

HEADINGS = ("Measure", "Code", "Target", "Your result", "So far", "Last time")
_WIDTHS = (52, 14, 26, 30, 16, 24)
_LONGEST_LITERAL = 255
"""The most letters that Excel takes for a text in a formula."""

READY = "Ready"
_HEADING_ROW = 4


def measures(forms: Sequence[tuple[FormSheet, CheckColumn]]) -> SheetPlan:
    """The sheet that such a workbook opens on."""
    plan, first = SheetPlan(form.MEASURES_SHEET), forms[0][0].contents
    plan.put(1, 1, form.MEASURES_SHEET, looks.TITLE)
    plan.put(2, 1, f"{first.council}, {first.period.in_full}", looks.SMALL_LINE)
    to = f" to {first.send_to}" if first.send_to else " back"
    what = f"Fill in each of the {len(forms)} forms, save this workbook and send it{to} by {day(first.due)}."
    plan.put(3, 1, what, looks.PLAIN_LINE)
    for at, heading in enumerate(HEADINGS, 1):
        plan.put(_HEADING_ROW, at, heading, looks.HEADING)
    plan.heights |= {1: 26, 2: 15, 3: 18, _HEADING_ROW: 18}
    for row, (sheet, column) in enumerate(forms, _HEADING_ROW + 1):
        _measure(plan, row, sheet, column)
    last = _HEADING_ROW + len(forms)
    plan.frame = Frame(
        title=plan.title,
        columns=tuple(map(SheetColumn, _WIDTHS)),
        table=PlannedTable("Measures", f"A{_HEADING_ROW}:F{last}", HEADINGS),
        colours=(Colour(f"E{_HEADING_ROW + 1}:E{last}", f'$E{_HEADING_ROW + 1}="{READY}"', "", looks.BLUE),),
        frozen_rows=_HEADING_ROW,
        start=f"A{_HEADING_ROW + 1}",
        print_area=f"A1:F{last}",
        landscape=True,
        scale=80,
    )
    return plan


def _measure(plan: SheetPlan, row: int, sheet: FormSheet, column: CheckColumn) -> None:
    contents = sheet.contents
    name = (contents.subject.title or contents.subject.label)[:_LONGEST_LITERAL]
    first = f"C{sheet.heading_row + 1}"
    target = quoted(sheet.title)
    plan.put(row, 1, Formula(f'HYPERLINK("#{target}!{first}",{literal(name)})', name), looks.LINK)
    if isinstance(contents, MeasureContents):
        plan.put(row, 2, contents.subject.code, looks.CELL)
        asked = as_asked(contents.asked.by_name["quarter_actual"], contents).hint.split("\n")
        for place, start in ((3, "Target: "), (6, "Last time: ")):
            line = next((line.removeprefix(start) for line in asked if line.startswith(start)), None)
            if line:
                plan.put(row, place, line, looks.SAID)
        answer = f"{target}!$C${sheet.heading_row + 1}"
        plan.put(row, 4, Formula(f'IF({answer}="","",{answer})', None if contents.answers else ""), looks.CELL)
    to_do = WhatIsLeft(column)
    tasks, left = to_do.tasks(), to_do.count_at_first()
    state = f'IF({tasks}=0,"{READY}",{tasks}&IF({tasks}=1," thing left"," things left"))'
    at_first = None if left is None else f"{counted(left, 'thing')} left" if left else READY
    plan.put(row, 5, Formula(state, at_first), looks.CELL)
    plan.heights[row] = max(18, height_of(in_columns(plan.cells[row], _WIDTHS)))
