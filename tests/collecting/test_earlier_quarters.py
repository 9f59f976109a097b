"""What earlier quarters' returns give to this quarter's forms."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.history.history_csv import with_history
from generator.history.rows import RowState
from generator.model.period import Period
from tests.collecting.round import shown
from tests.history.test_history_csv import row
from tests.projects import GOOD, SETTINGS, fill, make_project


def test_last_quarters_figures_and_narrative_come_with_the_form(tmp_path: Path) -> None:
    settings = SETTINGS.replace("2024-25-Q3", "2024-25-Q2")
    folder = make_project(tmp_path, {"Q2 target": 95}, settings=settings)
    (before,) = folder.issue()
    fill(before, {**GOOD, "context": [f"Line {number}." for number in range(1, 12)], "note_to_team": "Snow."})
    (tmp_path / "inputs" / "scorecard.toml").write_text(SETTINGS, encoding="utf-8")
    (now,) = folder.issue()
    rows = shown(now)
    assert rows["previous_actual"][2] == "90"
    assert str(rows["quarter_actual"][1]).endswith("\nLast time: 90.0%, Red.")
    assert str(rows["forecast_actual"][1]).endswith("\nLast time: 96.0%, Green.")
    assert rows["note_to_team"][5] == "Snow."
    assert [rows[f"context.{line}"][5] for line in (1, 11)] == ["Line 1.", "Line 11."]
    assert rows["context.1"][2] is None, "last quarter's words are beside the answer, not in it"


def test_a_revised_result_reaches_next_years_form(tmp_path: Path) -> None:
    folder = make_project(tmp_path, *[{f"Q{n} target": 95 for n in (1, 2, 3, 4)}])
    for period, revised in (("2023-24-Q3", {"quarter_actual": 90}), ("2023-24-Q4", {"previous_revised": 88})):
        settings = SETTINGS.replace("2024-25-Q3", period)
        (tmp_path / "inputs" / "scorecard.toml").write_text(settings, encoding="utf-8")
        fill(folder.issue()[0], {**GOOD, **revised})
    (tmp_path / "inputs" / "scorecard.toml").write_text(SETTINGS, encoding="utf-8")
    assert shown(folder.issue()[0])["year_ago_actual"][2] == "88"


@pytest.mark.parametrize(
    ("returned", "published", "on_form"),
    [
        (None, "88.0", "88"),
        (90, "88.0", "88"),
        ("88.04", "88.0", "88"),
        ("88.04", "", "88"),
        (90, "", "90"),
    ],
    ids=[
        "the return is gone",
        "it has changed since",
        "it is the same as printed",
        "nothing was published of a long one",
        "nothing was published",
    ],
)
def test_last_quarters_result_is_the_one_that_was_published(
    tmp_path: Path, returned: int | str | None, published: str, on_form: str
) -> None:
    folder = make_project(tmp_path, {"Q2 target": 95}, settings=SETTINGS.replace("Q3", "Q2"))
    if returned is not None:
        fill(folder.issue()[0], {**GOOD, "quarter_actual": Decimal(returned)})
    folder.project.settings.write_text(SETTINGS, encoding="utf-8")
    recorded = row(period=Period(2024, 2), actual=published, state=RowState.FINAL if published else RowState.MISSING)
    folder.project.history.write_text(with_history("", [recorded]), encoding="utf-8", newline="")
    assert shown(folder.issue()[0])["previous_actual"][2] == on_form
