"""The line of a form that counts what is left to do, and leads there."""

from generator.forms.as_xlsx.sheet_plan import Formula, quoted
from generator.forms.asked.action_words import ACTION_HEADINGS
from generator.forms.asked.form_words import CHECK, TO_DO
from generator.forms.live.check_column import CheckColumn
from generator.model.english import counted
from generator.xlsx import column_letters

_SO_FAR, _STATE = (column_letters(list(ACTION_HEADINGS).index(name) + 1) for name in ("so_far", "action_state"))

READY = "Nothing left to do. Save this workbook and send it."


class WhatIsLeft:
    """What is left to do on a form and its sheet of actions, by what stands beside its questions."""

    def __init__(self, column: CheckColumn) -> None:
        self.column, self.sheet, self.actions = column, column.workings.sheet, column.workings.actions

    def tasks(self) -> str:
        """The formula of how many things are left to do, on the sheet of actions too."""
        columns = (f"{self.sheet}!$E:$E", *self._on_actions())
        return "+".join(f'COUNTIF({column},"{TO_DO}*")' for column in columns)

    def count_at_first(self) -> int | None:
        """What that gives on a form that nobody has begun; None where that is not known."""
        contents, asked = self.column.workings.contents, self._tasks_at_first()
        is_known = asked is not None and not contents.action_answers
        return len(asked or ()) + len(contents.actions or ()) if is_known else None

    def _on_actions(self) -> tuple[str, ...]:
        """The column that says how far each action is; none where the form has no sheet of them."""
        return (f"{quoted(self.actions)}!${_SO_FAR}:${_SO_FAR}",) if self.actions else ()

    def _tasks_at_first(self) -> list[str] | None:
        """The questions with something to do on a form that nobody has begun; None where that is not known."""
        if None in self.column.at_first.values():
            return None
        return [name for name, words in self.column.at_first.items() if words and words.startswith(TO_DO)]

    def headline(self) -> Formula:
        """The formula that counts what is left to do, and leads to the first of it; and what it gives at first."""
        sheet, column, numbers = self.sheet, f"{self.sheet}!$E:$E", f"{self.sheet}!$A:$A"
        to_do, check = self.tasks(), f'COUNTIF({column},"{CHECK}*")'
        first = f'MATCH("{TO_DO}*",{column},0)'
        left = f'{to_do}&IF({to_do}=1," thing"," things")&" left to do. Next: '
        next_one = f'HYPERLINK("#{sheet}!C"&{first},{left}question "&INDEX({numbers},{first})&".")'
        for actions in self._on_actions():
            row = f'MATCH("{TO_DO}*",{actions},0)'
            there = f'HYPERLINK("#{quoted(self.actions)}!{_STATE}"&{row},{left}{self._the_actions}")'
            next_one = f"IF(ISNUMBER({first}),{next_one},{there})"
        queries = f'" Put right or explain "&{check}&IF({check}=1," answer"," answers")&" marked Check."'
        ready = f'"{READY}"&IF({check}=0,"",{queries})'
        return Formula(f"IF({to_do}=0,{ready},{next_one})", self._headline_at_first())

    def _headline_at_first(self) -> str | None:
        count, asked = self.count_at_first(), self._tasks_at_first()
        following = f"question {self.column.number(asked[0])}." if asked else self._the_actions
        return f"{counted(count, 'thing')} left to do. Next: {following}" if count else None

    @property
    def _the_actions(self) -> str:
        return f"the sheet {self.actions}."
