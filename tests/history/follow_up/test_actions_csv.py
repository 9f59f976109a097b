"""actions.csv: read as it was written, and every damaged row told of at its line."""

from datetime import date
from decimal import Decimal

import pytest

from generator.history.follow_up.actions_csv import ACTION_COLUMNS, PROMISED, ActionRow, read_actions, with_actions
from generator.model.action import ActionState, Subject
from generator.model.period import Period
from generator.model.problem import Unusable

ROW = ActionRow(
    id="A1",
    subject=Subject("PL 01"),
    title="=Hire a lorry, and\ntwo crews",
    owner="Pat",
    start=None,
    due=date(2024, 12, 31),
    state=ActionState.AT_RISK,
    percent=Decimal("12.5"),
    update="'quoted'",
    reason="",
    period=Period(2024, 3),
)
SOUND = dict(
    zip(
        ACTION_COLUMNS,
        ["A1", "PL 01", "", "Hire", "Pat", "", "2024-12-31", "Done", "", "", "", "2024-25-Q3", "close"],
        strict=True,
    )
)


def test_rows_are_read_as_they_were_written() -> None:
    rows = (ROW, ROW._replace(subject=Subject(about="Place > Bins"), state=None, due=None, source=PROMISED))
    text = with_actions("", rows)
    assert read_actions(text, "inputs/actions.csv") == rows
    assert read_actions(with_actions(text, rows), "inputs/actions.csv") == rows * 2


def test_an_empty_table_has_no_rows() -> None:
    assert read_actions("", "inputs/actions.csv") == ()


@pytest.mark.parametrize(
    ("column", "text", "fault"),
    [
        ("Id", "", "it has no id, no title"),
        ("Title", "", "it has no id, no title"),
        ("Due", "31/12/2024", "not a date like 2025-04-30"),
        ("State", "Late", "“Late” stands under State"),
        ("Percent", "half", "“half” stands under Percent"),
        ("Period", "Q3", "Q3"),
        ("From", "", "where it is from"),
    ],
)
def test_a_damaged_row_is_told_of_at_its_line(column: str, text: str, fault: str) -> None:
    cells = ",".join({**SOUND, column: text}.values())
    table = "\r\n".join((",".join(ACTION_COLUMNS), ",".join(SOUND.values()), cells, ""))
    with pytest.raises(Unusable) as caught:
        read_actions(table, "inputs/actions.csv")
    (told,) = caught.value.problems
    assert (told.place.file, told.place.cell) == ("inputs/actions.csv", "line 3")
    assert fault in told.message


def test_a_row_of_another_width_is_told_of() -> None:
    with pytest.raises(Unusable, match="it has 2 cells, and its heading 13"):
        read_actions(",".join(ACTION_COLUMNS) + "\r\nA1,PL 01\r\n", "inputs/actions.csv")
