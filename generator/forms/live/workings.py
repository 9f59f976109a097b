"""What the formulas of any form make of its answers while an officer fills it in: of words, days and lines.

They stand on the Workings sheet, a row each, and the Check column reads them. An answer is fetched by the row of its
question, so that cutting and pasting cannot mislead a formula.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.forms.as_xlsx.sheet_plan import quoted
from generator.forms.asked.form_contents import Contents
from generator.forms.asked.question_types import Field, Questionnaire, type_of_choices
from generator.forms.live.typed_formulas import Typed, date_steps
from generator.forms.live.working_rows import STEPS, Working, read, single, workings
from generator.model.question import When
from generator.xlsx import column_letters

LAST_TIME_COLUMN = 6
"""The column of what was said last time, on a form that was not returned."""

UNREADABLE = "an error"
EMPTY = '""'


def workings_of(forms: Sequence[Contents]) -> tuple[Working, ...]:
    """The rows of the Workings sheet, in order: all that any of the forms has."""
    return _workings_of(forms[0].asked_of_any, tuple(dict.fromkeys(each.asked for each in forms)))


@lru_cache(maxsize=64)
def _workings_of(every: Questionnaire, asked: tuple[Questionnaire, ...]) -> tuple[Working, ...]:
    wanted = {row.name: row for each in reversed(asked) for row in workings(each)}
    return tuple(wanted[row.name] for row in workings(every) if row.name in wanted)


class Where(NamedTuple):
    """Where things stand for one form: its ``sheet``, and the row of each key on it.

    ``at`` gives the cell of each working, and ``lists`` the range of each list, both with their sheet; ``actions`` is
    the sheet of its actions, if it has one.
    """

    sheet: str
    rows: Mapping[str, int]
    at: Mapping[str, str]
    lists: Mapping[type_of_choices, str]
    actions: str = ""


class Workings:
    """The workings of one form."""

    def __init__(self, contents: Contents, where: Where) -> None:
        self.contents, self.rows, self.at, self.lists = contents, where.rows, where.at, where.lists
        self.asked = contents.asked
        self.sheet = quoted(where.sheet)
        self.actions = where.actions

    def formulas(self) -> dict[str, str]:
        """The formula of each working, by its name."""
        formulas = {field.working: self._typed(field) for field in single(self.asked)}
        for field in read(self.asked):
            formulas |= self._read(field)
        formulas["sees"] = f'IF(ISNUMBER(MATCH("?*",{self._any_number()},0)),1,0)'
        for field in self.asked.lines:
            formulas |= self._lines(field)
        return formulas

    def raw(self, key: str) -> str:
        """The answer cell of a row. ROW() of a locked cell follows its row; INDEX does not follow what is cut."""
        return f"INDEX({self.sheet}!$C:$C,ROW({self.sheet}!$A${self.rows[key]}))"

    def _any_number(self) -> str:
        """A cell of the form that holds a number whatever is answered: that of its issue."""
        return self.raw("issue_number")

    def _typed(self, field: Field) -> str:
        raw = self.raw(field.name)
        one_line = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({raw}&"","\N{NO-BREAK SPACE}"," "),CHAR(10)," "),CHAR(9)," ")'
        return f'IF(ISERROR({raw}),"{UNREADABLE}",TRIM({one_line}))'

    def _read(self, field: Field) -> dict[str, str]:
        """The steps to what was typed, and its value."""
        names = [f"{field.working}_{step}" for step in range(1, STEPS + 1)]
        steps_at = tuple(self.at[name] for name in names)
        typed = Typed(self.raw(field.name), self.at[field.working], steps_at, self.at["sees"])
        steps, value = self.steps(field, typed)
        return {**dict(zip(names, steps, strict=True)), f"{field.working}_value": value}

    def steps(self, field: Field, typed: Typed) -> tuple[list[str], str]:
        """The formulas of the steps that lead to a day that was typed, and of the day."""
        return date_steps(typed, self.contents.period.first_day, estimate=field.estimate)

    def is_in_list(self, typed: str, choices: type_of_choices) -> str:
        """The test that something is typed and one of a list's words."""
        return f'AND({typed}<>"",SUMPRODUCT(--({self.lists[choices]}={typed}))>0)'

    def calls_for(self, needed: When | tuple[str, ...]) -> str:
        """The test that an answer is needed, so far as this form alone can tell; empty where there is none."""
        return "TRUE" if needed is When.ALWAYS else ""

    def calls_at_first(self, needed: When | tuple[str, ...]) -> bool:
        """Whether the same is so as long as nothing is filled in."""
        return needed is When.ALWAYS

    def statuses_of(self, needed: When | tuple[str, ...]) -> tuple[str, ...]:
        """The statuses with which an answer is needed; none where that does not hang on them, or is not known."""
        return needed if isinstance(needed, tuple) else ()

    def is_as_last_time(self, field: Field) -> str:
        """The test that lines say word for word what they said last time; FALSE where nothing is known of that."""
        if not any(self.contents.last_time.get(key) for key in field.row_keys):
            return "FALSE"
        first, last = self.at[f"{field.working}_first"], self.at[f"{field.working}_last"]
        column = column_letters(LAST_TIME_COLUMN + self.contents.returned)
        said, before = (
            f"INDEX({self.sheet}!${each}:${each},{first}):INDEX({self.sheet}!${each}:${each},{last})"
            for each in ("C", column)
        )
        return f'SUMPRODUCT(--(TRIM({said}&"")=TRIM({before}&"")))={len(field.row_keys)}'

    def _lines(self, field: Field) -> dict[str, str]:
        """Its rows stand in cells of their own: ROW() within SUMPRODUCT is an array in Excel, and fails."""
        name, keys = field.working, field.row_keys
        first, last = self.at[f"{name}_first"], self.at[f"{name}_last"]
        cells = f"INDEX({self.sheet}!$C:$C,{first}):INDEX({self.sheet}!$C:$C,{last})"
        said = f'TRIM(SUBSTITUTE({cells},CHAR(10)," "))'
        words = f'SUMPRODUCT(LEN({said})-LEN(SUBSTITUTE({said}," ",""))+(LEN({said})>0))'
        return {
            f"{name}_first": f"ROW({self.sheet}!$A${self.rows[keys[0]]})",
            f"{name}_last": f"ROW({self.sheet}!$A${self.rows[keys[-1]]})",
            f"{name}_words": f"IF(ISERROR({words}),0,{words})",
        }
