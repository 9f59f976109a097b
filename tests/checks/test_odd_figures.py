"""Figures that look odd are asked about."""

from pathlib import Path

import pytest

from tests.projects import SETTINGS, Value, fill, filled_project


@pytest.mark.parametrize(
    ("measure", "answers", "code"),
    [
        ({}, {"quarter_actual": 120}, "QRY01"),
        ({"Year-end target": 110}, {"quarter_actual": 120}, None),
        ({"Unit": "days"}, {"quarter_actual": 120}, None),
        ({"Unit": "days"}, {"previous_revised": 180}, None),
        ({"Unit": "days"}, {"previous_revised": 181}, "QRY02"),
        ({"Unit": "days"}, {"previous_revised": 0}, None),
        ({"Unit": "days", "Basis": "cumulative"}, {"forecast_actual": 89}, "QRY03"),
        ({"Unit": "days", "Basis": "cumulative"}, {"forecast_actual": 90}, None),
    ],
)
def test_an_odd_figure_is_asked_about_until_it_is_explained(
    tmp_path: Path, measure: dict[str, Value], answers: dict[str, Value], code: str | None
) -> None:
    folder = filled_project(tmp_path, answers, measure)
    assert [each for each in folder.codes() if each.startswith("QRY")] == ([code] if code else [])
    (path,) = folder.project.returns(folder.setup.period)
    fill(path, {"note_to_team": "It is right."})
    assert [each for each in folder.codes() if each.startswith("QRY")] == []


def test_an_unexplained_query_may_stop_the_report(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"quarter_actual": 120})
    assert not folder.gather().has_errors
    settings = SETTINGS + 'unexplained_queries = "error"\n'
    (tmp_path / "inputs" / "scorecard.toml").write_text(settings, encoding="utf-8")
    assert folder.gather().has_errors
