"""The sheets beside the forms: half a page of guidance; and, out of sight, the words of the lists and the workings.

An officer who wonders why the form says what it says may show the workings: nothing is locked with a password.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from generator.forms import issued_texts as own
from generator.forms.as_xlsx import looks
from generator.forms.as_xlsx.sheet_plan import Formula, Frame, PlannedTable, SheetColumn, SheetPlan, type_of_content
from generator.forms.asked import form_words as form
from generator.forms.asked.form_contents import Contents
from generator.forms.asked.question_types import Choices, type_of_choices
from generator.forms.live.workings import Working
from generator.forms.text_height import height_of
from generator.xlsx import column_letters

_TABLE_ROW = 3
_GUIDANCE_WIDTH = 96


def guidance(forms: Sequence[Contents]) -> SheetPlan:
    """What to do, and how the statuses of these forms come about."""
    plan, rows = SheetPlan(form.GUIDANCE_SHEET), count(1)
    plan.put(next(rows), 1, own.GUIDANCE_TITLE, looks.TITLE)
    plan.heights[1] = 30
    rules = dict.fromkeys(rules for each in forms if (rules := each.rules_in_words))
    kinds = [each.figures_are.kind for each in forms if "quarter_actual" in each.asked.by_name]
    how = own.how_to_fill_in(asks_results=bool(kinds), asks_numbers=any(kind.is_a_number for kind in kinds))
    lines = [*how, *((own.RULES_TITLE, *rules) if rules else ())]
    for line in lines:
        row = next(rows)
        plan.put(row, 1, line, looks.QUESTION if line == own.RULES_TITLE else looks.CELL)
        plan.heights[row] = height_of([(line, _GUIDANCE_WIDTH)])
    plan.frame = Frame(
        title=plan.title, columns=(SheetColumn(_GUIDANCE_WIDTH),), print_area=f"A1:A{len(lines) + 1}", scale=80
    )
    return plan


def lists(forms: Sequence[Contents]) -> tuple[SheetPlan, list[dict[type_of_choices, str]]]:
    """The words of the lists; and for each form the range of each list."""
    columns: dict[tuple[type_of_choices, tuple[str, ...]], int] = {}
    for contents in forms:
        for each in contents.lists:
            columns.setdefault((each, contents.words(each)), len(columns) + 1)
    length = max((len(words) for _, words in columns), default=0)
    rows = [tuple(words[row] if row < len(words) else None for _, words in columns) for row in range(length)]
    plan = _table(form.LISTS_SHEET, own.LISTS_TITLE, tuple(_headings(columns)), rows, (30,) * len(columns))
    return plan, [
        {each: _range(columns[each, words], len(words)) for each in contents.lists if (words := contents.words(each))}
        for contents in forms
    ]


def _headings(columns: Mapping[tuple[type_of_choices, tuple[str, ...]], int]) -> Iterator[str]:
    """The title of each list; lists that councils declared may have any title, and the same one twice."""
    seen: dict[str, int] = {}
    for each, _ in columns:
        title = own.LIST_TITLES[each] if isinstance(each, Choices) else f"{own.LIST_OF}{each.title}"
        seen[title] = seen.get(title, 0) + 1
        yield title + (f" {seen[title]}" if seen[title] > 1 else "")


def _range(column: int, length: int) -> str:
    letter = column_letters(column)
    return f"{form.LISTS_SHEET}!${letter}${_TABLE_ROW + 1}:${letter}${_TABLE_ROW + length}"


def workings_sheet(rows: Sequence[Working], values: Sequence[tuple[str, Mapping[str, str]]]) -> SheetPlan:
    """The formulas of each form, a column each under its heading; none where a form has no such working."""
    written = [
        (each.name, each.meaning, *(_formula(formulas.get(each.name)) for _, formulas in values)) for each in rows
    ]
    headings = (*own.WORKINGS_HEADINGS, *(heading for heading, _ in values))
    widths = (28, 48, *(24 for _ in values))
    return _table(form.WORKINGS_SHEET, own.WORKINGS_TITLE, headings, written, widths)


def _formula(text: str | None) -> Formula | None:
    return None if text is None else Formula(text)


def _table(
    name: str,
    title: str,
    headings: tuple[str, ...],
    rows: Sequence[Sequence[type_of_content]],
    widths: tuple[float, ...],
) -> SheetPlan:
    """A sheet out of sight: its title, and a table."""
    plan = SheetPlan(name)
    plan.put(1, 1, title, looks.LONG_TITLE)
    for column, heading in enumerate(headings, 1):
        plan.put(_TABLE_ROW, column, heading, looks.HEADING)
    for row, values in enumerate(rows, _TABLE_ROW + 1):
        for column, value in enumerate(values, 1):
            if value is not None:
                plan.put(row, column, value, looks.CELL)
    cells = f"A{_TABLE_ROW}:{column_letters(len(headings))}{_TABLE_ROW + len(rows)}"
    table = PlannedTable(f"{name}_table", cells, headings)
    plan.frame = Frame(title=name, columns=tuple(map(SheetColumn, widths)), hidden=True, table=table, landscape=True)
    return plan
