import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.documents.report_json import report_json
from generator.history.history_csv import with_history
from generator.history.rows import HistoryRow, RowState
from generator.model.figures import type_of_figure
from generator.model.measure import Basis, Measure
from generator.model.officer_return import Half, Return, Source
from generator.model.period import Period
from generator.report.results_over_time import lines_through, results_in_a_row, starts_again
from tests.history.test_history_csv import row
from tests.projects import Folder, Value, filled_project

NOW = Period(2024, 3)
LAST, YEAR_AGO, LONG_AGO = NOW.previous, NOW.year_ago, Period(2022, 1)
Results = dict[Period, type_of_figure]


def given(actual: int | None, **earlier: Decimal) -> Return:
    half = Half(actual=None if actual is None else Decimal(actual))
    return Return(measure_code="PL 01", period=NOW, source=Source(file="", sha256=""), quarter=half, **earlier)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("returned", "history", "expected"),
    [
        (given(5), {}, {}),
        (given(5, previous_actual=Decimal(4)), {}, {LAST: 4, NOW: 5}),
        (given(5, year_ago_actual=Decimal(3)), {}, {YEAR_AGO: 3, NOW: 5}),
        (given(5, previous_actual=Decimal(4), previous_revised=Decimal(6)), {}, {LAST: 6, NOW: 5}),
        (
            given(5, previous_actual=Decimal(4)),
            {LONG_AGO: Decimal(1), LAST: Decimal(9)},
            {LONG_AGO: 1, LAST: 4, NOW: 5},
        ),
        (given(None, previous_actual=Decimal(4)), {}, {LAST: 4}),
        (given(5), {LAST: Decimal(4), NOW: Decimal(6), NOW.next: Decimal(9)}, {LAST: 4, NOW: 5}),
        (given(5), {NOW.next: Decimal(9)}, {}),
    ],
)
def test_results_stand_in_a_row_where_an_earlier_one_is_known(
    returned: Return, history: Results, expected: Results
) -> None:
    found = results_in_a_row(returned, history)
    assert dict(found) == expected
    assert [period for period, _ in found] == sorted(expected)


MEASURE = Measure(code="PL 01", title="Bins", groups=("Place",))
CUMULATIVE = replace(MEASURE, basis=Basis.CUMULATIVE)


@pytest.mark.parametrize(
    ("measure", "figures", "lines"),
    [
        (MEASURE, [(LAST, "4"), (NOW, "6")], ("0,18 100,2",)),
        (MEASURE, [(YEAR_AGO, "1"), (LAST, "3"), (NOW, "2")], ("0,18 75,2 100,10",)),
        (MEASURE, [(LAST, "5.0"), (NOW, "5")], ("0,10 100,10",)),
        (MEASURE, [(NOW, "5")], ()),
        (MEASURE, [], ()),
        (CUMULATIVE, [(LAST, "4"), (NOW, "6")], ("0,18 100,2",)),
        (CUMULATIVE, [(YEAR_AGO, "3"), (LAST, "1"), (NOW, "2")], ("0,2", "75,18 100,10")),
    ],
)
def test_results_are_drawn_as_a_line_or_as_one_a_year_where_a_count_starts_again(
    measure: Measure, figures: list[tuple[Period, str]], lines: tuple[str, ...]
) -> None:
    assert lines_through(measure, [(period, Decimal(figure)) for period, figure in figures]) == lines


@pytest.mark.parametrize(
    ("measure", "period", "again"),
    [
        (CUMULATIVE, Period(2018, 1), True),
        (CUMULATIVE, Period(2018, 2), False),
        (CUMULATIVE, Period(2018, 1, per_year=1), False),
        (MEASURE, Period(2018, 1), False),
    ],
)
def test_what_is_counted_up_starts_again_with_each_year(measure: Measure, period: Period, *, again: bool) -> None:
    assert starts_again(measure, period) is again


def test_words_are_not_drawn() -> None:
    assert lines_through(MEASURE, [(LAST, "On track"), (NOW, "Completed")]) == ()


def closed_before(root: Path, *rows: HistoryRow, settings: str = "") -> Folder:
    """A project whose history has these rows, and whose return of this quarter is Red."""
    folder = filled_project(root, {"previous_actual": 88})
    folder.project.history.write_text(with_history("", rows), encoding="utf-8", newline="")
    text = folder.project.settings.read_text("utf-8")
    folder.project.settings.write_text(text + settings, encoding="utf-8")
    return folder


QUARTERS = [Period(2022 + number // 4, number % 4 + 1) for number in range(1, 10)]
PUBLISHED = [row(period=each, actual=f"{80 + number}.0", status="Amber") for number, each in enumerate(QUARTERS)]


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ("", [each.short for each in (*QUARTERS[-7:], NOW)]),
        ("results = 2\n", ["Q2 2024/25", "Q3 2024/25"]),
        ("results = 1\n", ["Q3 2024/25"]),
    ],
)
def test_as_many_results_stand_side_by_side_as_settings_say(tmp_path: Path, settings: str, shown: list[str]) -> None:
    folder = closed_before(tmp_path, *PUBLISHED, settings=settings)
    (measure,) = folder.page().groups[0].measures
    assert [each.period for each in measure.results] == shown
    assert [part.partition(":")[0] for part in measure.trend.split("; ")] == shown


def test_results_have_the_target_and_status_of_their_time(tmp_path: Path) -> None:
    folder = closed_before(tmp_path, *PUBLISHED)
    told = json.loads(report_json(folder.gather().report))["directorates"][0]["measures"][0]["history"]
    assert told[-2:] == [
        {"period": "2024-25-Q2", "target": "95.0", "actual": "88.0", "status": "Amber"},
        {"period": "2024-25-Q3", "target": "95.0", "actual": "90.0", "status": "Red"},
    ]


@pytest.mark.parametrize(
    ("on_form", "previous", "history"),
    [
        ({"previous_actual": Decimal("88.04")}, ("88.0", None), ["88.0", "90.0"]),
        ({"previous_actual": 88, "previous_revised": Decimal("88.88")}, ("88.9", "88.0"), ["88.9", "90.0"]),
        ({"year_ago_actual": Decimal("70.06")}, ("88.0", None), ["70.1", "88.0", "90.0"]),
    ],
    ids=str,
)
def test_data_has_earlier_results_as_they_are_printed(
    tmp_path: Path, on_form: dict[str, Value], previous: tuple[str, str | None], history: list[str]
) -> None:
    folder = filled_project(tmp_path, {"previous_actual": 88, **on_form})
    told = json.loads(report_json(folder.gather().report))["directorates"][0]["measures"][0]
    assert (told["previous"]["actual"], told["previous"]["was"]) == previous
    assert [each["actual"] for each in told["history"]] == history


def test_last_quarters_status_is_that_of_the_history(tmp_path: Path) -> None:
    movement = closed_before(tmp_path, *PUBLISHED).page().movement
    assert movement
    assert [(each.before.word, each.now.word) for each in movement.moves] == [("Amber", "Red")]


def test_a_figure_that_the_history_has_as_suppressed_is_in_no_later_report(tmp_path: Path) -> None:
    suppressed = row(period=LAST, actual="", status="Red", state=RowState.SUPPRESSED)
    folder = closed_before(tmp_path, *PUBLISHED[:-1], suppressed)
    told = json.loads(report_json(folder.gather().report))["directorates"][0]["measures"][0]
    assert told["previous"]["actual"] is None
    assert str(LAST) not in {each["period"] for each in told["history"]}
