"""The register's sheet of targets by year and period: each period is held against those of its own year."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.figures import Level, type_of_figure
from generator.model.measure import Measure
from generator.model.period import Period
from generator.model.register import Register
from generator.model.shape import Shape
from generator.project.load import set_up
from generator.reading.register.columns import LEVEL_HEADERS
from generator.reading.register.read_register import read_register
from generator.reading.register.target_changes import CHANGE_HEADERS
from generator.reading.register.targets_by_year import SHEET, TARGET_HEADERS
from generator.xlsx import Book, Cell, CellKind, Sheet
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project
from tests.reading.register.sheets import told, type_of_row, with_sheet

Q1, Q3 = Period(2024, 1), Period(2024, 3)


def with_targets(root: Path, *rows: type_of_row, measure: dict[str, Value] | None = None) -> Folder:
    return with_sheet(make_project(root, measure or {}), SHEET, TARGET_HEADERS, *rows)


def at(folder: Folder, period: Period) -> Measure:
    return set_up(folder.project, period).register.measures[0]


@pytest.mark.parametrize(
    ("rows", "period", "targets"),
    [
        # MEASURE has 95 for Q3 and 96 for the year end of 2024/25, the settings' year
        ([], Q3, "- - 95 - 96"),
        ([["PL 01", "2024/25", "Q3", 91]], Q3, "- - 91 - 96"),
        ([["PL 01", "2024/25", "q1", 91], ["pl01", 2024, "Year", 92]], Q3, "91 - 95 - 92"),
        ([["PL 01", "2024-25", None, 91]], Q3, "91 91 91 91 91"),
        ([["PL 01", "2024/25", "Q2", 90], ["PL 01", "2024/25", None, 91]], Q3, "91 90 91 91 91"),
        ([["PL 01", "2024/25", "Q3", None]], Q3, "- - 95 - 96"),
        ([["PL 01", "2025/26", None, 91]], Q3, "- - 95 - 96"),
        ([["PL 01", "2025/26", None, 91]], Period(2025, 1), "91 91 91 91 91"),
        ([["PL 01", "2023/24", "Q4", "at least 90%"]], Period(2023, 4), "- - - 90 -"),
        ([["PL 01", "2023/24", None, None]], Period(2023, 4), "- - - - -"),
        # what has no targets of its own year is held against the sheet of measures, and told of
        ([["PL 01", "2025/26", None, 91]], Period(2023, 4), "- - 95 - 96"),
    ],
)
def test_each_period_has_the_targets_of_its_year(
    tmp_path: Path, rows: list[type_of_row], period: Period, targets: str
) -> None:
    measure = at(with_targets(tmp_path, *rows), period)
    found = (*measure.quarter_targets, measure.year_end_target)
    assert " ".join("-" if each is None else str(each) for each in found) == targets
    assert measure.quarter_target(period) == found[period.number - 1]


def test_levels_and_forecasts_are_of_a_year_too(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"Floor": 80}, settings=f'{SETTINGS}forecast = "where there is a target"\n')
    headings = (*TARGET_HEADERS, "Floor", "Amber value")
    rows = (["PL 01", "2024/25", "Q3", None, 82], ["PL 01", "2025/26", None, None, 85, "86%"])
    with_sheet(folder, SHEET, headings, *rows, ["PL 01", "2025/26", "Q2", 90])
    now, then = at(folder, Q3), at(folder, Period(2025, 2))
    assert [now.levels_for(quarter) for quarter in (2, 3, None)] == [
        {Level.FLOOR: Decimal(80)},
        {Level.FLOOR: Decimal(82)},
        {Level.FLOOR: Decimal(80)},
    ]
    assert then.levels_for(None) == {Level.FLOOR: Decimal(85), Level.AMBER: Decimal(86)}
    assert (now.has_forecast, then.has_forecast) == (True, False)


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (["PL 10", "2024/25", "Q3", 91], "A2", "Did you mean “PL 01”?"),
        ([None, "2024/25", "Q3", 91], "A2", "no such measure"),
        (["PL 01", "2024/26", "Q3", 91], "B2", "Did you mean 2024/25?"),
        (["PL 01", None, "Q3", 91], "B2", "it is not a year"),
        (["PL 01", "next year", "Q3", 91], "B2", "it is not a year"),
        (["PL 01", "2024/25", "Q5", 91], "C2", "it is not a period"),
        (["PL 01", "2024/25", "M05", 91], "C2", "it is not a period of what is reported quarterly"),
        (["PL 01", "2024/25", "H1", 91], "C2", "it is not a period of what is reported quarterly"),
        (["PL 01", "2024/25", "T2", 91], "C2", "it is not a period of what is reported quarterly"),
        (["PL 01", "2024/25", "Q3", "lots"], "D2", "not a figure for a measure of kind “number”"),
        (["PL 01", "2024/25", "Q3", 0.9], "D2", "%"),
    ],
)
def test_a_slip_is_told_at_its_cell(tmp_path: Path, row: type_of_row, cell: str, words: str) -> None:
    (problem,) = told(with_targets(tmp_path, row))
    assert (problem.code, problem.place.sheet, problem.place.cell) == ("REG03", SHEET, cell)
    assert words in problem.message


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        (["PL 01", "2024/25", "Q3", 91], ["pl 01", 2024, "q3", 91], "PL 01 has two rows for q3 of 2024/25"),
        (["PL 01", "2024/25", None, 91], ["PL 01", "2024", None, 92], "PL 01 has two rows for the whole year of"),
        (["PL 01", "2024/25", "year", 91], ["PL 01", "2024", "Year end", 92], "PL 01 has two rows for Year end of"),
    ],
)
def test_a_period_has_one_row(tmp_path: Path, one: type_of_row, other: type_of_row, message: str) -> None:
    (problem,) = told(with_targets(tmp_path, one, other))
    assert (problem.code, problem.place.cell) == ("REG12", "C3")
    assert problem.message.startswith(message)
    assert problem.message.endswith("this one, and row 2.")


def test_headings_that_are_missing_or_nearly_right_are_told(tmp_path: Path) -> None:
    folder = with_sheet(make_project(tmp_path), SHEET, ("Code", "Year", "Periods", "Target"))
    (problem,) = told(folder)
    assert (problem.code, problem.place.sheet) == ("REG02", SHEET)
    assert "no column “Period”. Did you mean “Periods”?" in problem.message


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([["PL 01", "2024/25", "Q3", 91]], ["REG13"]),
        ([["PL 01", "2025/26", "Q2", 91], ["PL 01", "2025/26", "year", 91], ["PL 01", "2025/26", None, 91]], []),
        ([["PL 01", "2025/26", "Q4", 9], ["PL 01", "2025/26", "Q2", 91]], ["REG06"]),
        ([["PL 01", "2025/26", "Q4", 190]], ["REG07"]),
    ],
)
def test_what_looks_odd_is_asked(tmp_path: Path, rows: list[type_of_row], codes: list[str]) -> None:
    folder = with_targets(tmp_path, *rows, measure={"Due": "Q2, Q4", "Q3 target": None})
    queries = folder.setup.register.queries
    assert [each.code for each in queries] == codes
    assert {each.place.sheet for each in queries} <= {SHEET}


def test_a_target_for_when_a_measure_is_no_more_is_asked(tmp_path: Path) -> None:
    rows: list[type_of_row] = [["PL 01", "2024/25", "Q3", 91], ["PL 01", "2024/25", "Q4", 91]]
    retired: type_of_row = ["PL 01", "Retired", None, None, "31/12/2024"]
    folder = with_sheet(with_targets(tmp_path, *rows), "Changes", ("Code", "What", "From", "To", "Date"), retired)
    assert [(each.code, each.place.cell) for each in folder.setup.register.queries] == [("REG13", "C3")]


def test_a_target_change_is_of_the_year_that_it_names(tmp_path: Path) -> None:
    folder = with_targets(tmp_path, ["PL 01", "2023/24", None, 90])
    headings = ("Code", "Target", "From", "To", "Date", "Approved by", "Year")
    named: type_of_row = ["PL 01", "Q4 target", 88, 90, "04/05/2023", "Cabinet", "2023/24"]
    with_sheet(folder, "Target changes", headings, named, ["PL 01", "Q3 target", 97, 95, "04/05/2024", "Cabinet"])
    changed = {period: [each.target for each in at(folder, period).target_changes] for period in (Period(2023, 4), Q3)}
    assert changed == {Period(2023, 4): ["Q4 target"], Q3: ["Q3 target"]}


CHANGED: type_of_row = ["PL 01", "Q3 target", 95, 92, "04/05/2024", "Cabinet"]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ([], ["FORM09"]),
        ([CHANGED], ["FORM31"]),
        ([[*CHANGED, "2024/25"]], ["FORM31"]),
        ([[*CHANGED, "2023/24"]], ["FORM09"]),
    ],
)
def test_a_target_of_the_sheet_that_is_not_the_forms_is_explained_or_an_error(
    tmp_path: Path, changes: list[type_of_row], codes: list[str]
) -> None:
    folder = make_project(tmp_path)
    fill(folder.issue()[0], GOOD)
    with_sheet(folder, SHEET, TARGET_HEADERS, ["PL 01", "2024/25", "Q3", 92])
    with_sheet(folder, "Target changes", (*CHANGE_HEADERS, "Year"), *changes)
    assert [each for each in folder.codes() if each.startswith("FORM")] == codes


_LEVELS = tuple(headings[0] for headings in LEVEL_HEADERS.values())
_YEARS = (2023, 2024, 2025)
_ROWS = st.dictionaries(
    st.tuples(st.sampled_from(_YEARS), st.sampled_from(("", "Q1", "Q2", "Q3", "Q4", "year"))),
    st.tuples(*(st.none() | st.integers(1, 100) for _ in ("Target", *_LEVELS))),
)


def _sheet(name: str, table: list[tuple[object, ...]]) -> Sheet:
    cells = {
        (row, column): Cell(row, column, CellKind.TEXT, str(value))
        for row, values in enumerate(table, 1)
        for column, value in enumerate(values, 1)
        if value is not None
    }
    return Sheet(name, "visible", cells)


def _register(rows: dict[tuple[int, str], tuple[int | None, ...]]) -> Register:
    measures = [("Code", "Title", "Directorate", "Polarity", "Q2 target"), ("A", "Bins", "Place", "higher", "50")]
    years = [("A", year, period, *figures) for (year, period), figures in rows.items()]
    sheets = (_sheet("Measures", [*measures]), _sheet(SHEET, [(*TARGET_HEADERS, *_LEVELS), *years]))
    return read_register(Book(sheets, ()), "register.xlsx", Shape(), Period(2024, 1))


def _held_against(register: Register, period: Period) -> tuple[type_of_figure | None, object, object]:
    (measure,) = register.at(period).measures
    halves = (measure.levels_for(period.number), measure.levels_for(None))
    return measure.quarter_target(period), measure.year_end_target, halves


@settings(max_examples=60, deadline=None)
@given(_ROWS, st.sampled_from(_YEARS), st.integers(1, 4))
def test_what_a_period_is_held_against_never_depends_on_another_years_rows(
    rows: dict[tuple[int, str], tuple[int | None, ...]], year: int, quarter: int
) -> None:
    period = Period(year, quarter)
    alone = {key: figures for key, figures in rows.items() if key[0] == year}
    assert _held_against(_register(rows), period) == _held_against(_register(alone), period)
