"""actions.csv: what was promised, and what was told of it for each report, read and added to."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from typing import NamedTuple

from generator.history.tables import TableFault, read_rows, refuse, with_rows_added
from generator.model.action import ActionState, Subject
from generator.model.figures import as_figure
from generator.model.period import Period

ACTION_COLUMNS = (
    *("Id", "Code", "For", "Title", "Owner", "Start", "Due"),
    *("State", "Percent", "Update", "Reason", "Period", "From"),
)
"""The headings of actions.csv."""

PROMISED, IN_FORM, CLOSED = "register", "form", "close"
"""Where a row is from: what was promised stood in the register, or in a form; or a closing says how far it was."""

NOT_REPORTED = "Not reported on"
"""The state of an action that was asked about, and of which nobody told."""


_PART_OF = "Part of "
"""What stands under Update before the id of a project, in the row that says what was promised."""


class ActionRow(NamedTuple):
    """What was recorded of an action for a period; without a ``state`` nobody told of it.

    A further row of the same id, period and source stands in the place of the one before.
    """

    id: str
    subject: Subject
    title: str
    owner: str
    start: date | None
    due: date | None
    state: ActionState | None
    percent: Decimal | None
    update: str
    reason: str
    period: Period
    source: str = CLOSED

    @property
    def is_promise(self) -> bool:
        """Whether it says what was promised, and not how far that is."""
        return self.source in {PROMISED, IN_FORM}


def promised(row: ActionRow, project: str, source: str = PROMISED) -> ActionRow:
    """The row that says what was promised, and what it is part of, if anything."""
    return row._replace(source=source, update=f"{_PART_OF}{project}" if project else "")


def project_in(row: ActionRow) -> str:
    """The id of what an action is part of, as its row says that tells what was promised; else empty."""
    is_part = row.is_promise and row.update.startswith(_PART_OF)
    return row.update.removeprefix(_PART_OF) if is_part else ""


def read_actions(text: str, file: str, starts: int | None = None) -> tuple[ActionRow, ...]:
    """Its rows, in their order. Raises Unusable with what is wrong, each at its line; ``file`` names it in messages.

    Its periods are of years that start in the month ``starts``, as ``Period.parse`` has it.
    """
    rows: list[ActionRow] = []
    faults: list[tuple[int, object]] = []
    parse = lru_cache(partial(Period.parse, starts=starts))
    for number, cells in enumerate(read_rows(text, ACTION_COLUMNS, file)):
        try:
            if len(cells) != len(ACTION_COLUMNS):
                raise TableFault(f"it has {len(cells)} cells, and its heading {len(ACTION_COLUMNS)}")
            code, about, title, owner, start, due, state, percent, update, reason, period, source = cells[1:]
            if not (cells[0] and title and source):
                raise TableFault("it has no id, no title, or does not say where it is from")
            subject = Subject(code, about)
            figures = (_day(start), _day(due), _state(state), _percent(percent))
            rows.append(ActionRow(cells[0], subject, title, owner, *figures, update, reason, parse(period), source))
        except ValueError as fault:
            faults.append((number, str(fault).removesuffix(".")))
    refuse(file, text, faults)
    return tuple(rows)


def with_actions(text: str, rows: Iterable[ActionRow]) -> str:
    """The text of the table with rows added at its end."""
    return with_rows_added(text, ACTION_COLUMNS, map(_cells, rows))


def _cells(row: ActionRow) -> Iterator[str | Decimal]:
    yield from (row.id, row.subject.code, row.subject.about, row.title, row.owner)
    yield from ("" if day is None else day.isoformat() for day in (row.start, row.due))
    yield str(row.state or NOT_REPORTED)
    yield "" if row.percent is None else row.percent
    yield from (row.update, row.reason, str(row.period), row.source)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise TableFault(f"“{text}” is not a date like 2025-04-30") from None


def _state(word: str) -> ActionState | None:
    if word == NOT_REPORTED:
        return None
    if word not in set(ActionState):
        raise TableFault(f"“{word}” stands under State, which has {', '.join(ActionState)}, {NOT_REPORTED}")
    return ActionState(word)


def _percent(text: str) -> Decimal | None:
    figure = as_figure(text) if text else None
    if text and not isinstance(figure, Decimal):
        raise TableFault(f"“{text}” stands under Percent, and is not a number")
    return figure if isinstance(figure, Decimal) else None
