"""history.csv is read as it was written, and what cannot be is told at its line."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.history_csv import HISTORY_COLUMNS, read_history, with_history
from generator.history.rows import HistoryRow, RowState, figure_in
from generator.model.figures import Span
from generator.model.measure import Kind, Measure
from generator.model.period import APRIL, Period
from generator.model.problem import Unusable

Q1, Q2, Q3 = (Period(2024, quarter) for quarter in (1, 2, 3))
FILE = "inputs/history.csv"


def row(code: str = "PL 01", period: Period = Q1, **others: object) -> HistoryRow:
    """A row of a measure that was Red."""
    told: dict[str, object] = {"title": "Bins", "group": "Place", "target": "95.0", "actual": "90.0", "status": "Red"}
    told |= {"reported_for": period, "exception": True, "published": date(2024, 8, 1)}
    return HistoryRow(code, period, **{**told, **others})  # type: ignore[arg-type]


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=2).map(lambda number: f"{number:f}")
rows_of_history = st.builds(
    row,
    st.text(st.characters(categories=["L", "N"]), min_size=1),
    st.sampled_from([Q1, Q2, Q3]),
    title=texts,
    group=texts,
    target=numbers,
    actual=numbers,
    status=texts.filter(bool),
    exception=st.booleans(),
    direction=texts,
    state=st.sampled_from([RowState.FINAL, RowState.PROVISIONAL, RowState.REOPENED]),
    reason=texts.filter(bool),
)


@given(st.lists(rows_of_history))
def test_rows_are_read_as_they_were_written(rows: list[HistoryRow]) -> None:
    assert read_history(with_history("", rows), FILE) == tuple(rows)


@pytest.mark.parametrize("text", ["007", "00", "0", "1.50", "-5", "2024", "2024-08-01", "1 to 2", "1e5", "=1"])
def test_what_is_no_figure_is_kept_to_the_letter(text: str) -> None:
    kept = row(text, title=text, group=text, status=text, direction=text, reason=text)
    assert read_history(with_history("", [kept]), FILE) == (kept,)


@given(st.lists(rows_of_history), st.lists(rows_of_history))
def test_adding_rows_changes_none_before(before: list[HistoryRow], added: list[HistoryRow]) -> None:
    text = with_history("", before)
    whole = with_history(text, added)
    assert whole.startswith(text)
    assert read_history(whole, FILE) == (*before, *added)


def test_it_is_a_table_that_a_person_can_read() -> None:
    text = with_history("", [row(actual="-1.5", title="=1"), row("PL 02", Q2, reported_for=Q1, exception=False)])
    assert text.splitlines() == [
        ",".join(HISTORY_COLUMNS),
        "PL 01,2024-25-Q1,,'=1,Place,95.0,-1.5,Red,Yes,,,,,final,2024-08-01,,close",
        "PL 02,2024-25-Q2,2024-25-Q1,Bins,Place,95.0,90.0,Red,No,,,,,final,2024-08-01,,close",
    ]


def test_no_text_is_no_history() -> None:
    assert read_history("", FILE) == ()


GOOD = with_history("", [row(), row("PL 02"), row(period=Q2, published=date(2024, 11, 1))])


def edited(old: str, new: str) -> Callable[[], str]:
    assert old in GOOD
    return lambda: GOOD.replace(old, new)


def cut_short() -> str:
    """As a copy that broke off leaves it."""
    return GOOD[: GOOD.rindex(",Place")]


def with_semicolons() -> str:
    """As a spreadsheet program saves it where commas stand in numbers."""
    return GOOD.replace(",", ";")


def swapped() -> str:
    heading, *lines = GOOD.splitlines(keepends=True)
    return "".join((heading, *reversed(lines)))


FAULTS: list[tuple[Callable[[], str], int, str]] = [
    (edited("Code,", ""), 1, "the column “Code” is missing"),
    (edited(",From", ",From,Note"), 1, "“Note” is not one of its columns"),
    (edited("Code,Period", "Period,Code"), 1, "its columns are in another order"),
    (edited("PL 02,", "PL 02,,"), 3, "it has 18 cells, and its heading 17"),
    (edited("PL 02,2024-25-Q1", "PL 02,2024-26-Q1"), 3, "Did you mean 2024-25-Q1"),
    (edited("PL 02,2024-25-Q1,", "PL 02,2024-25-Q1,2024-25-Q3"), 3, "is of 2024-25-Q3, which is after 2024-25-Q1"),
    (edited("PL 02", ""), 3, "it has no code"),
    (edited("2024-11-01,,close", "2024-11-01,,"), 4, "it does not say where it is from"),
    (edited("2024-11-01", "01/11/2024"), 4, "“01/11/2024” is not a date like 2025-04-30"),
    (edited("2024-11-01", ""), 4, "it does not say when it was published"),
    (swapped, 3, "rows were moved"),
    (edited("PL 02", "PL 01"), 3, "PL 01 has a row for 2024-25-Q1 already, and this one gives no reason"),
    (edited("final,2024-11", "missing,2024-11"), 4, "it has a result, and its state is “missing”"),
    (edited("final,2024-11", "fine,2024-11"), 4, "“fine” stands under State"),
    (edited("Red,Yes,,,,,final,2024-11", "Red,TRUE,,,,,final,2024-11"), 4, "“TRUE” stands under Exception, which has"),
    (edited("90.0,Red,Yes,,,,,final,2024-11", "90%,Red,Yes,,,,,final,2024-11"), 4, "the result “90%” cannot be held"),
    (edited("90.0,Red,Yes,,,,,final,2024-11", ",Red,Yes,,,,,final,2024-11"), 4, "it has no result, and its state is"),
    (edited("90.0,Red,Yes,,,,,final,2024-11", "90.0,,Yes,,,,,final,2024-11"), 4, "it has a result and no status"),
    (cut_short, 4, "it has 4 cells, and its heading 17"),
    (with_semicolons, 1, "semicolons stand between its cells, and not commas"),
    (lambda: GOOD.replace(",", "\t"), 1, "tabs stand between its cells, and not commas"),
    (edited("PL 02,2024-25-Q1", "\0\r\nPL 02,2024-25-Q1"), 3, "it has 1 cell, and its heading 17"),
    (edited("PL 02,2024-25-Q1", "PL 02,2024-Q1"), 3, "“2024-Q1” is not a period of years that start in April"),
    (edited("PL 02,2024-25-Q1", "PL 02,Q1 2024/25"), 3, "“Q1 2024/25” is not a period"),
    (edited("2024-11-01", "2024-11-31"), 4, "“2024-11-31” is not a date"),
    (edited("PL 02", '"PL 02'), 3, "it is not a row of a CSV file"),
]


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("Work has begun", "1 to 2"),
        ("1 to 2", "Work has begun"),
        ("40 to 60", "50"),
        ("2024-09-30", "2024-10-01"),
        ("Done", "2024-10-01"),
        ("Yes", "No"),
    ],
)
def test_what_looks_like_a_range_or_a_date_may_be_words(target: str, actual: str) -> None:
    kept = row(target=target, actual=actual, year_end_target=target, forecast=actual, forecast_status="Red")
    assert read_history(with_history("", [kept]), FILE) == (kept,)


@pytest.mark.parametrize(("text", "line", "fault"), FAULTS, ids=lambda each: each if isinstance(each, str) else "")
def test_what_cannot_be_is_told_at_its_line(text: Callable[[], str], line: int, fault: str) -> None:
    with pytest.raises(Unusable) as found:
        read_history(text(), FILE, APRIL)
    told = found.value.problems[0]
    assert (told.code, told.place.file) == ("HIST01", FILE)
    assert fault in told.message
    if "not a row" not in fault:
        assert told.place.cell == f"line {line}"


@pytest.mark.parametrize(
    ("kind", "text", "figure"),
    [
        (Kind.MILESTONE, "1 to 2", "1 to 2"),
        (Kind.MILESTONE, "2025-06-30", "2025-06-30"),
        (Kind.MILESTONE, "90.0", None),
        (Kind.YES_NO, "Yes", "Yes"),
        (Kind.YES_NO, "1", None),
        (Kind.DATE, "2025-06-30", date(2025, 6, 30)),
        (Kind.DATE, "90.0", None),
        (Kind.PERCENTAGE, "90.0", Decimal("90.0")),
        (Kind.PERCENTAGE, "Yes", None),
        (Kind.PERCENTAGE, "2025-06-30", None),
        (Kind.RANGE, "40 to 60", Span(Decimal(40), Decimal(60))),
        (Kind.PERCENTAGE, "", None),
        (Kind.MILESTONE, "", None),
    ],
)
def test_a_figure_is_of_the_measures_kind(kind: Kind, text: str, figure: object) -> None:
    assert figure_in(text, Measure(code="PL 01", title="Bins", groups=("Place",), kind=kind), Q1) == figure
