"""commentary.csv: the published answers of each period, read and added to."""

from collections.abc import Iterable, Mapping
from functools import lru_cache, partial

from generator.history.rows import CommentaryRow
from generator.history.tables import read_rows, refuse, with_rows_added
from generator.model.period import Period

COMMENTARY_COLUMNS = ("Code", "Period", "Question", "Text")
"""The headings of commentary.csv, in the order of a row's fields."""


@lru_cache(1)
def read_commentary(text: str, file: str, starts: int | None = None) -> tuple[CommentaryRow, ...]:
    """Its rows, in their order. Raises Unusable with what is wrong; ``file`` names it in messages.

    Its periods are of years that start in the month ``starts``, as ``Period.parse`` has it.
    """
    rows, faults, parse = [], [], lru_cache(partial(Period.parse, starts=starts))
    for number, cells in enumerate(read_rows(text, COMMENTARY_COLUMNS, file)):
        try:
            code, period, question, answer = cells
            rows.append(CommentaryRow(code, parse(period), question, answer))
        except ValueError as fault:
            told = str(fault).removesuffix(".") if len(cells) == len(COMMENTARY_COLUMNS) else "it has not four cells"
            faults.append((number, told))
    refuse(file, text, faults)
    return tuple(rows)


def with_commentary(text: str, rows: Iterable[CommentaryRow]) -> str:
    """The text of a commentary with rows added at its end."""
    return with_rows_added(text, COMMENTARY_COLUMNS, (map(str, row) for row in rows))


def standing_answers(rows: Iterable[CommentaryRow], period: Period) -> Mapping[tuple[str, str], str]:
    """What stands of the answers of a period, by code and question."""
    return {(row.code, row.question): row.text for row in rows if row.period == period}
