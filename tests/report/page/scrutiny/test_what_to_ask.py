"""Questions for scrutiny: asked of what is known for sure, each with its figures, and of readers inside alone."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.report.gather import gather
from generator.report.page.views import PageView
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project, presented
from tests.test_same_figures import HEADINGS, NOW

SAME = "We are hiring two more drivers and one more loader for the bins."
PROMISED = "Two lorries will be bought by 30 November 2024."
LESS: dict[str, Value] = {"Unit": "number", "Basis": "cumulative", "Year-end target": 500, "Q3 target": 400}


def council(
    root: Path,
    actions: list[str],
    before: str,
    figures: tuple[str, ...] = ("91.0", "90.5"),
    measure: Mapping[str, Value] | None = None,
    answers: Mapping[str, Value] | None = None,
) -> Folder:
    """A project whose measure was Red in the last reports, of each of which the same was written."""
    folder = make_project(root, measure or {}, settings=SETTINGS)
    periods = [NOW.later(at - len(figures)) for at in range(len(figures))]
    rows = [
        f"PL 01,{period},,Bins,Place,95,{figure},Red,Yes,,,,,final,2024-10-01,,close"
        for period, figure in zip(periods, figures, strict=True)
    ]
    said = [f'PL 01,{period},actions,"{before}"' for period in periods]
    (root / "inputs" / "history.csv").write_text("\n".join((HEADINGS, *rows, "")), encoding="utf-8")
    text = "\n".join(("Code,Period,Question,Text", *said, ""))
    (root / "inputs" / "commentary.csv").write_text(text, encoding="utf-8")
    fill(folder.issue()[0], {**GOOD, "actions": actions, **(answers or {})})
    return folder


def page(folder: Folder, *, internal: bool = True) -> PageView:
    setup = folder.setup
    return presented(setup, gather(setup, internal=internal).report)


def asked(folder: Folder) -> list[str]:
    return [question for each in page(folder).scrutiny for question in each.questions]


def test_the_same_status_and_the_same_words_three_times_running(tmp_path: Path) -> None:
    folder = council(tmp_path, [SAME], SAME)
    (question,) = asked(folder)
    assert question == (
        "It is Red for three reports running (Q1 2024/25: 91.0%, Q2 2024/25: 90.5%, Q3 2024/25: 90.0%), and since "
        f"Q1 2024/25 the same is written under “Improvement actions taken”: “{SAME}” "
        "What will be done that was not done before?"
    )
    assert page(folder).scrutiny[0].place == "pl-01"
    assert page(folder, internal=False).scrutiny == ()


@pytest.mark.parametrize(
    ("actions", "figures"),
    [(["Something else is being done about all of that now."], ("91.0", "90.5")), ([SAME], ("90.5",))],
)
def test_other_words_or_fewer_reports_are_not_asked_about(
    tmp_path: Path, actions: list[str], figures: tuple[str, ...]
) -> None:
    assert asked(council(tmp_path, actions, SAME, figures)) == []


def test_what_was_promised_for_a_day_that_has_passed(tmp_path: Path) -> None:
    folder = council(tmp_path, ["The rounds are being planned anew."], PROMISED)
    (question,) = asked(folder)
    assert question == (
        f"In Q2 2024/25 it was written under “Improvement actions taken”: “{PROMISED}” "
        "The day was 30 November 2024, and nothing is said of it now. Was it done, and what came of it?"
    )


def test_what_is_spoken_of_or_not_yet_due_is_not_asked_about(tmp_path: Path) -> None:
    assert asked(council(tmp_path / "1", ["Both lorries were bought in November 2024."], PROMISED)) == []
    later = PROMISED.replace("November 2024", "June 2025")
    assert asked(council(tmp_path / "2", ["The rounds are being planned anew."], later)) == []


def test_a_forecast_that_needs_what_never_happened(tmp_path: Path) -> None:
    figures = ("50", "100", "150", "200", "50", "100")
    answers: dict[str, Value] = {"quarter_actual": 150, "forecast_actual": 490}
    (question,) = asked(council(tmp_path, ["New."], "Old.", figures, LESS, answers))
    assert question.startswith(
        "The forecast for the year end is 490.0, against a result of 150.0 now. That needs 340.0"
    )
    assert question.endswith("was 50.0. What will be different?")


def test_the_part_can_be_left_out(tmp_path: Path) -> None:
    folder = council(tmp_path, [SAME], SAME)
    path = tmp_path / "inputs" / "scorecard.toml"
    path.write_text(f'leave_out = ["questions for scrutiny"]\n{path.read_text("utf-8")}', encoding="utf-8")
    assert asked(folder) == []
