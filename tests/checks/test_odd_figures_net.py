"""The net under all reading of figures: one of another size than its target, or another than last quarter's return."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.history.history_csv import with_history
from generator.model.period import Period
from generator.project.folder import Project
from tests.history.test_history_csv import row
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, filled_project, make_project

Answers = Mapping[str, Value | Sequence[Value]]

ASKED: tuple[tuple[str, Answers, Mapping[str, Value], list[tuple[str, str]]], ...] = (
    ("ten times the target", {"quarter_actual": 950}, {"Unit": ""}, [("QRY04", "C6")]),
    ("a tenth of the target", {"quarter_actual": 9.5}, {"Unit": ""}, [("QRY04", "C6")]),
    ("nearly a tenth", {"quarter_actual": 9.6}, {"Unit": ""}, []),
    ("nearly ten times", {"quarter_actual": 949.9}, {"Unit": ""}, []),
    ("none at all", {"quarter_actual": 0}, {"Unit": ""}, []),
    ("a comma for a point", {"quarter_actual": "1,250"}, {"Unit": "", "Q3 target": 1.3}, [("QRY04", "C6")]),
    ("the forecast", {"forecast_actual": 9.6}, {"Unit": ""}, [("QRY04", "C7")]),
    ("a small percentage", {"quarter_actual": "0.9%"}, {}, [("QRY04", "C6")]),
    (
        "above a range",
        {"quarter_actual": 600},
        {"Kind": "range", "Unit": "", "Q3 target": "40 to 60"},
        [("QRY04", "C6")],
    ),
    ("within a range", {"quarter_actual": 41}, {"Kind": "range", "Unit": "", "Q3 target": "4 to 410"}, []),
    ("a note explains it", {"quarter_actual": 950, "note_to_team": "So it is."}, {"Unit": ""}, []),
    ("a day before the quarter's end", {"quarter_final_on": "31/01/2014"}, {}, [("QRY05", "C47")]),
    ("a day years away", {"quarter_final_on": "31/01/2034"}, {}, [("QRY05", "C47")]),
    ("a day within the year", {"quarter_final_on": "31/12/2025"}, {}, []),
    ("the quarter's last day", {"quarter_final_on": "31/12/2024"}, {}, []),
)


@pytest.mark.parametrize(("answers", "measure", "codes"), [c[1:] for c in ASKED], ids=[c[0] for c in ASKED])
def test_what_is_asked(
    tmp_path: Path, answers: Answers, measure: Mapping[str, Value], codes: list[tuple[str, str]]
) -> None:
    ranged: dict[str, Value] = {"Year-end target": "4 to 410"} if measure.get("Kind") == "range" else {}
    problems = filled_project(tmp_path, answers, {**measure, **ranged}).gather().problems
    assert [(each.code, each.place.cell) for each in problems if each.code.startswith("QRY")] == codes
    assert not any(each.is_error for each in problems if each.place.cell in {"C6", "C7", "C47"})


@pytest.mark.parametrize(
    ("typed", "unit", "told"),
    [
        (8_400_000, "£m", ". If it was typed in pounds, it is £8.4m."),
        (8_400, "£k", ". If it was typed in pounds, it is £8.4k."),
        (8_400_000, "£", "of £8.4."),
        (100, "£m", "of £8.4m."),
    ],
)
def test_what_was_typed_in_pounds_is_told_in_the_unit(tmp_path: Path, typed: int, unit: str, told: str) -> None:
    folder = filled_project(tmp_path, {"quarter_actual": typed}, {"Unit": unit, "Q3 target": 8.4})
    (asked,) = (each for each in folder.gather().problems if each.code == "QRY04")
    assert asked.message.endswith(told)


def test_a_figure_that_its_cell_shows_rounded_is_asked_about(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"quarter_actual": 89.6})
    (path,) = folder.project.returns(folder.setup.period)
    book = load_workbook(path)
    book["Return"]["C6"].number_format = "0"
    book.save(path)
    (asked,) = folder.gather().problems
    assert asked.code == "QRY06"
    assert "shows “90”" in asked.message
    assert "prints 89.6%" in asked.message


# Last quarter's result in the form, and in that quarter's own return


def with_last_quarter(root: Path, result: Value, *, before: Value = None, answers: Answers | None = None) -> Folder:
    """A return of Q3 whose form had last quarter's result ``before``, and of Q2 one that now has ``result``."""
    folder = make_project(root)
    settings = root / "inputs" / "scorecard.toml"
    settings.write_text(SETTINGS.replace("Q3", "Q2"), encoding="utf-8")
    (earlier,) = folder.issue()
    if before is not None:
        fill(earlier, {"quarter_actual": before})
    settings.write_text(SETTINGS, encoding="utf-8")
    (form,) = folder.issue()
    good: Answers = {"quarter_actual": 94, "forecast_actual": 96, "completed_by": "Pat", "approved_by": "Jo"}
    told: Answers = {name: ["The board looks at this monthly."] for name in ("context", "actions", "intervention")}
    fill(form, {**good, **told, **(answers or {})})
    if result is not None:
        fill(earlier, {"quarter_actual": result})
    return Folder(Project(root).root)


def warned(folder: Folder) -> list[str]:
    return [each.message for each in folder.gather().problems if each.code == "FIG16"]


def test_last_quarters_result_that_is_stale_or_changed_is_told_of(tmp_path: Path) -> None:
    assert warned(with_last_quarter(tmp_path / "same", None, before=90)) == []
    (stale,) = warned(with_last_quarter(tmp_path / "stale", 91, before=90))
    assert "is 90.0% here, but the return of that quarter says 91.0%" in stale
    (empty,) = warned(with_last_quarter(tmp_path / "empty", 91))
    assert "is empty here" in empty
    (changed,) = warned(with_last_quarter(tmp_path / "changed", None, before=90, answers={"previous_actual": 99}))
    assert "is 99.0% here, but the return of that quarter says 90.0%" in changed


@pytest.mark.parametrize("known_when_issued", [True, False])
def test_a_result_that_the_history_got_after_the_form_went_out_is_told_of(
    tmp_path: Path, known_when_issued: bool
) -> None:
    folder, history = make_project(tmp_path), tmp_path / "inputs" / "history.csv"
    last = with_history("", [row(period=Period(2024, 2), actual="84.8", source="past.xlsx")])
    if known_when_issued:
        history.write_text(last, encoding="utf-8")
    (form,) = folder.issue()
    history.write_text(last, encoding="utf-8")
    fill(form, GOOD)
    told = ["“Last time’s result” is empty here, but the history says 84.8%."]
    assert warned(folder) == ([] if known_when_issued else told)


def test_a_difference_that_is_not_printed_is_none(tmp_path: Path) -> None:
    assert warned(with_last_quarter(tmp_path, 90.04, before=90)) == []
