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
    assert "no targets of 2023/24 for PL 2, PL 3, PL 4 and 1 more" in problem.message
    assert "which are for 2024/25" in problem.message
    assert "REG14" not in folder.codes()
