"""The sheets beside the forms: half a page of guidance; and, out of sight, the words of the lists and the workings.

An officer who wonders why the form says what it says may show the workings: nothing is locked with a password.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from generator.forms import issued_texts as own
from generator.forms.as_xlsx import looks
from generator.forms.as_xlsx.looks import Look
from generator.forms.as_xlsx.sheet_plan import (
    Formula,
    Frame,
    PlannedRow,
    PlannedTable,
    Put,
    SheetColumn,
    SheetPlan,
    planned_row,
    type_of_content,
)
from generator.forms.asked import form_words as form
from generator.forms.asked.form_contents import Contents
from generator.forms.asked.question_types import Choices, type_of_choices
from generator.forms.live.working_rows import Working
from generator.forms.text_height import InColumn, height_of
from generator.xlsx import column_letters

type_of_list = tuple[type_of_choices, tuple[str, ...]]

_TABLE_ROW = 3
_GUIDANCE_WIDTH = 96


def guidance(forms: Sequence[Contents]) -> SheetPlan:
    """What to do, and how the statuses of these forms come about."""
    rules = dict.fromkeys(rules for each in forms if (rules := each.rules_in_words))
    kinds = [each.figures_are.kind for each in forms if "quarter_actual" in each.asked.by_name]
    return _guidance(tuple(rules), asks_results=bool(kinds), asks_numbers=any(kind.is_a_number for kind in kinds))


@lru_cache(maxsize=64)
def _guidance(rules: tuple[str, ...], *, asks_results: bool, asks_numbers: bool) -> SheetPlan:
    plan = SheetPlan(form.GUIDANCE_SHEET)
    plan.add(_row(1, (own.GUIDANCE_TITLE,), looks.TITLE, 30))
    how = own.how_to_fill_in(asks_results=asks_results, asks_numbers=asks_numbers)
    lines = [*how, *((own.RULES_TITLE, *rules) if rules else ())]
    for row, line in enumerate(lines, 2):
        look = looks.QUESTION if line == own.RULES_TITLE else looks.CELL
        plan.add(_row(row, (line,), look, height_of([InColumn(_GUIDANCE_WIDTH, line)])))
    plan.frame = Frame(
        title=plan.title, columns=(SheetColumn(_GUIDANCE_WIDTH),), print_area=f"A1:A{len(lines) + 1}", scale=80
    )
    return plan


def lists(forms: Sequence[Contents]) -> tuple[SheetPlan, list[dict[type_of_choices, str]]]:
    """The words of the lists; and for each form the range of each list."""
    offered = tuple(tuple((each, contents.words(each)) for each in contents.lists) for contents in forms)
    return _lists(offered)


@lru_cache(maxsize=64)
def _lists(offered: tuple[tuple[type_of_list, ...], ...]) -> tuple[SheetPlan, list[dict[type_of_choices, str]]]:
    columns: dict[type_of_list, int] = {}
    for each in chain.from_iterable(offered):
        columns.setdefault(each, len(columns) + 1)
    length = max((len(words) for _, words in columns), default=0)
    rows = [tuple(words[row] if row < len(words) else None for _, words in columns) for row in range(length)]
    plan = _table(form.LISTS_SHEET, own.LISTS_TITLE, tuple(_headings(columns)), rows, (30,) * len(columns))
    return plan, [{each: _range(columns[each, words], len(words)) for each, words in own if words} for own in offered]


def _headings(columns: Mapping[type_of_list, int]) -> Iterator[str]:
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
    plan.add(_row(1, (title,), looks.LONG_TITLE))
    plan.add(_row(_TABLE_ROW, headings, looks.HEADING))
    for row, values in enumerate(rows, _TABLE_ROW + 1):
        plan.add(_row(row, tuple(values), looks.CELL))
    cells = f"A{_TABLE_ROW}:{column_letters(len(headings))}{_TABLE_ROW + len(rows)}"
    table = PlannedTable(f"{name}_table", cells, headings)
    plan.frame = Frame(title=name, columns=tuple(map(SheetColumn, widths)), hidden=True, table=table, landscape=True)
    return plan


@lru_cache(maxsize=4096)
def _row(number: int, values: tuple[type_of_content, ...], look: Look, height: float | None = None) -> PlannedRow:
    """A row of such a sheet; most are the same in most workbooks."""
    cells = {column: Put(value, look) for column, value in enumerate(values, 1) if value is not None}
    return planned_row(number, cells, height)
