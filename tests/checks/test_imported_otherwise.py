"""An imported result that its period’s return contradicts is told of: forms and reports go by what was imported."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.checks.imported_otherwise import check_imported_otherwise
from generator.history.history_csv import with_history
from generator.history.past import History
from generator.history.rows import HistoryRow
from generator.model.measure import Measure
from generator.model.officer_return import Half, Return, Source
from generator.model.register import Register
from tests.history.test_history_csv import Q2, row
from tests.projects import GOOD, SETTINGS, fill, make_project

MEASURE = Measure(code="PL 01", title="Bins", groups=("Place",), unit="%")
IMPORTED = row(period=Q2, published=None, source="past.xlsx, Past!C2")
FROM_RETURN = row(period=Q2, source="inputs/2024-25-Q3/a.xlsx")


def returned(actual: str | None, **others: object) -> Return:
    half = Half(actual=None if actual is None else Decimal(actual))
    plain = Return(measure_code="PL 01", period=Q2, source=Source(file="a.xlsx", sha256=""), quarter=half)
    return replace(plain, **others)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "came", "told"),
    [
        ([IMPORTED], returned("91"), [("90.0%", "91.0%", "Q2 2024/25", "past.xlsx, Past!C2")]),
        ([IMPORTED._replace(actual="90.00")], returned("90.04"), []),
        ([IMPORTED], returned("90"), []),
        ([IMPORTED], returned(None), []),
        ([IMPORTED._replace(actual="")], returned("91"), []),
        ([IMPORTED], returned("91", reported_for=Q2.previous), []),
        ([IMPORTED, IMPORTED._replace(actual="91.0", source="past2.xlsx")], returned("91"), []),
        ([row(period=Q2)], returned("91"), []),
        ([IMPORTED, row(period=Q2)], returned("91"), []),
        ([FROM_RETURN], returned("91"), []),
        ([IMPORTED._replace(code="PL 02")], returned("91"), []),
        ([], returned("91"), []),
    ],
)
def test_what_is_told(rows: list[HistoryRow], came: Return, told: list[tuple[str, ...]]) -> None:
    register = Register((MEASURE,))
    found = check_imported_otherwise(register, History(tuple(rows)), {Q2: {"PL 01": came}}, "inputs/history.csv")
    facts = [dict(each.facts) for each in found]
    assert [tuple(each[name] for name in ("recorded", "found", "period", "source")) for each in facts] == told


def test_a_late_return_of_an_imported_quarter_is_told_of_once_and_not_used(tmp_path: Path) -> None:
    folder = make_project(tmp_path, settings=SETTINGS.replace("Q3", "Q2"))
    (late,) = folder.issue()
    fill(late, {**GOOD, "quarter_actual": 91})
    (tmp_path / "inputs" / "scorecard.toml").write_text(SETTINGS, encoding="utf-8")
    folder.project.history.write_text(with_history("", [IMPORTED]), encoding="utf-8", newline="")
    (form,) = folder.issue()
    fill(form, GOOD)
    (told,) = [each for each in folder.gather().problems if each.code == "HIST06"]
    assert told.message == (
        "PL 01: the result for Q2 2024/25 is 90.0% here, as it was imported from past.xlsx, Past!C2, "
        "but the return of then says 91.0%."
    )
    assert (told.place.file, told.is_error) == ("inputs/history.csv", False)
    assert folder.page().groups[0].measures[0].results[0].actual == "90.0%"
