"""Bank holidays: those that are listed, and those of the nation where its list is installed."""

from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.collecting import working_days
from generator.model.problem import Unusable
from tests.projects import SETTINGS, make_project

TEN = SETTINGS + "working_days_to_return = 10\n"
needs_list = pytest.mark.skipif(find_spec("govuk_bank_holidays") is None, reason="govuk-bank-holidays is not installed")


@pytest.mark.parametrize(
    ("more", "due"),
    [
        ("", date(2025, 1, 14)),
        ("bank_holidays = [2025-01-01]\n", date(2025, 1, 15)),
        pytest.param('nation = "England"\n', date(2025, 1, 15), marks=needs_list),
        pytest.param('nation = "scotland"\n', date(2025, 1, 16), marks=needs_list),
        pytest.param('nation = "Wales"\nbank_holidays = [2025-01-10]\n', date(2025, 1, 16), marks=needs_list),
    ],
)
def test_returns_are_due_on_a_working_day(tmp_path: Path, more: str, due: date) -> None:
    assert working_days.due_date(make_project(tmp_path, settings=TEN + more).setup) == due


def test_a_nation_whose_list_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    setup = make_project(tmp_path, settings=TEN + 'nation = "Wales"\n').setup
    monkeypatch.setattr(working_days, "find_spec", lambda _: None)
    with pytest.raises(Unusable) as caught:
        working_days.due_date(setup)
    assert [each.code for each in caught.value.problems] == ["SET12"]


@needs_list
def test_a_list_without_the_year_is_told(tmp_path: Path) -> None:
    settings = TEN.replace("2024-25", "2044-45") + 'nation = "Wales"\n'
    with pytest.raises(Unusable) as caught:
        working_days.due_date(make_project(tmp_path, settings=settings).setup)
    assert [each.code for each in caught.value.problems] == ["SET13"]
    listed = make_project(tmp_path / "listed", settings=settings + "bank_holidays = [2045-01-02]\n")
    assert working_days.due_date(listed.setup) == date(2045, 1, 16)


def test_days_are_days(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as caught:
        assert make_project(tmp_path, settings=SETTINGS + 'bank_holidays = ["25 December"]\n').setup
    assert "a list of days in square brackets" in caught.value.problems[0].message
