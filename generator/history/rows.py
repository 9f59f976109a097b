"""What history.csv and commentary.csv hold: a row for each measure and period, added when a period is closed."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.model.figures import Span, as_figure, type_of_figure
from generator.model.measure import Kind, Measure
from generator.model.period import Period

CLOSE = "close"
"""Where a row comes from that was added when a period was closed; any other is from the file that it names."""


class RowState(StrEnum):
    """What a row says of its figure: whether it stands, why there is none, or that its period was opened again."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    MISSING = "missing"
    SUPPRESSED = "suppressed"
    REOPENED = "reopened"


class HistoryRow(NamedTuple):
    """What was published of a measure for a period.

    Figures are as data files write them (``written``), at the measure's decimals; what is not there is empty. A further
    row of the same code and period is a revision with its ``reason``. ``source`` is ``close``; the file that it was
    imported from, where it may have no status and no date; or a later return that revises the figure alone.
    """

    code: str
    period: Period
    reported_for: Period
    title: str = ""
    group: str = ""
    target: str = ""
    actual: str = ""
    status: str = ""
    exception: bool = False
    year_end_target: str = ""
    forecast: str = ""
    forecast_status: str = ""
    direction: str = ""
    state: RowState = RowState.FINAL
    published: date | None = None
    reason: str = ""
    source: str = CLOSE

    @property
    def is_as_judged(self) -> bool:
        """Whether its status is that of its figure; where a later return revises a figure, it stays as published."""
        return not self.is_from_return

    @property
    def is_from_return(self) -> bool:
        """Whether the return of a later period revised the figure: of what is not of ``close``, that alone is dated."""
        return self.published is not None and not self.is_closed

    @property
    def is_imported(self) -> bool:
        """Whether it was added from an old table or report."""
        return not self.is_closed and not self.is_from_return

    @property
    def is_closed(self) -> bool:
        """Whether it was added by ``close``, and not from an old table."""
        return self.source == CLOSE


class CommentaryRow(NamedTuple):
    """What was published of an answer to a question: its lines, and none where a revision took them away."""

    code: str
    period: Period
    question: str
    text: str


def figure_in(text: str, measure: Measure, then: Period) -> type_of_figure | None:
    """The figure that the text of a row for a period is of a measure, to be compared with those of now.

    None where it is not of the kind that the measure is of now, or of a unit or a basis that cannot be compared. What
    is told in words stays words, though they look like a range or a date.
    """
    return measure.as_now(_of_kind(text, measure), then)


def as_printed(text: str, measure: Measure, then: Period) -> str:
    """The figure that the text of a row for a period is, as it was printed then; empty where it is none of then."""
    was = measure.counted_as(then)
    figure = figure_in(text, was, then)
    return "" if figure is None else was.show(figure)


def _of_kind(text: str, measure: Measure) -> type_of_figure | None:
    figure = as_figure(text)
    if measure.kind is Kind.DATE:
        return figure if isinstance(figure, date) else None
    is_number = isinstance(figure, Decimal) or (isinstance(figure, Span) and measure.kind.is_a_number)
    if measure.kind.is_a_number:
        return figure if is_number else None
    return None if is_number else text or None
