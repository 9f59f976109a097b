"""A year that the register has no targets of: told of, so that another year's never judge it in silence."""

from pathlib import Path

import pytest

from generator.model.period import Period
from generator.project.load import set_up
from generator.reading.register.targets_by_year import SHEET, TARGET_HEADERS
from generator.report.gather import gather
from tests.projects import GOOD, SETTINGS, Value, fill, make_project
from tests.reading.register.sheets import rewritten, type_of_row, with_sheet

Q3 = Period(2024, 3)
NEXT_YEAR = SETTINGS.replace("2024-25-Q3", "2025-26-Q1")


@pytest.mark.parametrize(
    ("rows", "statuses", "codes"),
    [
        ((["PL 01", "2024/25", "Q3", 95], ["PL 01", "2024/25", "year", 96]), ["Red"], []),
        ((), ["Blue"], ["FORM09", "REG14"]),
        ((["PL 01", "2025/26", "Q3", 80],), ["Blue"], ["FORM09", "REG14"]),
        ((["PL 01", "2024/25", None, None],), [None], ["FIG10", "FIG10", "FORM09", "FORM09"]),
    ],
)
def test_next_years_targets_never_judge_this_year_in_silence(
    tmp_path: Path, rows: tuple[type_of_row, ...], statuses: list[str | None], codes: list[str]
) -> None:
    folder = make_project(tmp_path)
    fill(folder.issue()[0], GOOD)
    (folder.root / "inputs" / "scorecard.toml").write_text(NEXT_YEAR, encoding="utf-8")
    with_sheet(rewritten(folder, Q3_target=85), SHEET, TARGET_HEADERS, *rows)
    gathered = gather(set_up(folder.project, Q3))
    kept = [each for each in gathered.problems if not each.code.startswith(("QRY", "STAT", "NARR"))]
    assert sorted(each.code for each in kept) == codes
    found = [each.quarter.status.name for each in gathered.judged]
    assert statuses in (found, [None])


def test_measures_held_against_another_years_targets_are_named(tmp_path: Path) -> None:
    rows: list[dict[str, Value]] = [{"Code": f"PL {number}"} for number in range(1, 6)]
    bare: dict[str, Value] = {"Code": "PL 9", "Q3 target": None, "Year-end target": None}
    folder = with_sheet(make_project(tmp_path, *rows, bare), SHEET, TARGET_HEADERS, ["PL 1", "2023/24", None, 90])
    (problem,) = (each for each in gather(set_up(folder.project, Period(2023, 4))).problems if each.code == "REG14")
    assert "no targets of 2023/24 for PL 2 (S3 to U3), PL 3 (S4 to U4)" in problem.message
    assert "which are for 2024/25" in problem.message
    assert "REG14" not in folder.codes()


CLOSED = """Code,Period,Reported for,Title,Group,Target,Actual,Status,Exception,Year-end target,Forecast,\
Forecast status,Direction,State,Published,Reason,From
PL 01,2023-24-Q3,,A,Place,{earlier},88.0,Red,Yes,96.0,,,,final,2024-02-01,,close
PL 01,2023-24-Q4,,A,Place,{target},91.0,Red,Yes,{year_end},,,,final,2024-05-01,,close
"""


@pytest.mark.parametrize(
    ("target", "year_end", "rows", "told"),
    [
        ("95.0", "96.0", (), True),
        ("95.0", "", (), True),
        ("94.0", "96.0", (), False),
        ("95.0", "95.0", (), False),
        ("", "", (), True),
        ("95.0", "96.0", (["PL 01", "2024/25", None, 95],), False),
        ("95.0", "96.0", (["PL 01", "2025/26", None, 97],), True),
    ],
    ids=["same", "no year end", "changed", "year end changed", "known of Q3 alone", "decided", "decided later"],
)
def test_targets_left_from_last_year_are_told_of_until_they_are_decided(
    tmp_path: Path, target: str, year_end: str, rows: tuple[type_of_row, ...], told: bool
) -> None:
    folder = with_sheet(make_project(tmp_path, {"Q1 target": 90}, {"Code": "PL 02"}), SHEET, TARGET_HEADERS, *rows)
    (tmp_path / "inputs" / "history.csv").write_text(
        CLOSED.format(earlier=90, target=target, year_end=year_end), encoding="utf-8"
    )
    found = [each for each in folder.gather().problems if each.code == "REG17"]
    assert bool(found) is told
    for each in found:
        assert each.message.endswith(
            "in 2024/25 as in 2023/24, and no row says that this was decided: PL 01 (Q2 to U2)."
        )


def test_measures_that_are_late_are_told_of_with_the_year_that_they_are_of(tmp_path: Path) -> None:
    late: dict[str, Value] = {"Code": "PL 02", "Lag": "one year"}
    folder = make_project(tmp_path, {}, late)
    told = [each for each in gather(set_up(folder.project, Period(2023, 4))).problems if each.code == "REG14"]
    assert ["PL 01" in each.message and "2023/24" in each.message for each in told] == [True, False]
    assert ["PL 02" in each.message and "2022/23" in each.message for each in told] == [False, True]
