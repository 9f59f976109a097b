"""A scheme may ask what status a measure had last time; where that is not known, it was none of those asked for."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from generator.history.history_csv import with_history
from generator.history.rows import HistoryRow
from generator.judging.outcome import ExceptionRule, LastStatuses, judge_return
from generator.judging.scheme_file import read_scheme
from generator.judging.scheme_in_words import rule_of
from generator.model.measure import Measure
from generator.model.officer_return import Half, Return, Source
from generator.model.period import Period
from generator.model.problem import Unusable
from tests.history.test_history_csv import row
from tests.projects import SETTINGS, Folder, filled_project
from tests.reading.register.sheets import rewritten

LOOK = 'fill = "#AA1111"\nink = "#FFFFFF"\nmeaning = "x"'
SCHEME = f"""
name = "Twice"
[[status]]
name = "Green"
{LOOK}
when = {{ deviation = ">= 0%" }}
[[status]]
name = "Red"
{LOOK}
when = {{ deviation = "< 0%", before = ["Green"] }}
exception = true
[[status]]
name = "Red again"
{LOOK}
when = {{ deviation = "< 0%", before = ["Red", "red AGAIN"] }}
exception = true
[[status]]
name = "Red at first"
{LOOK}
exception = true
[unrated]
{LOOK}
"""
NOW = Period(2024, 3)
MEASURE = Measure(
    code="PL 01", title="Bins", groups=("Place",), quarter_targets=(Decimal(95),) * 4, year_end_target=Decimal(95)
)


@pytest.mark.parametrize(
    ("result", "before", "status"),
    [
        (96, "Red", "Green"),
        (94, "Green", "Red"),
        (94, "Red", "Red again"),
        (94, "Red again", "Red again"),
        (94, "Red at first", "Red at first"),
        (94, "N/A", "Red at first"),
        (94, "Purple", "Red at first"),
        (94, None, "Red at first"),
        (None, "Red", "N/A"),
    ],
)
def test_both_halves_look_at_their_own_last_status(result: int | None, before: str | None, status: str) -> None:
    half = Half(actual=None if result is None else Decimal(result))
    returned = Return(measure_code="PL 01", period=NOW, source=Source(file="", sha256=""), quarter=half, forecast=half)
    for last in (LastStatuses(quarter=before), LastStatuses(forecast=before)):
        judged = judge_return(MEASURE, returned, scheme=read_scheme(SCHEME, ""), rule=ExceptionRule.EITHER, before=last)
        assert judged.forecast
        assert (judged.forecast if last.forecast else judged.quarter).status.name == status


def test_the_key_says_it_in_words() -> None:
    scheme = read_scheme(SCHEME, "")
    assert rule_of(scheme, scheme.statuses[2]) == "worse than target and the status before was Red or red AGAIN"


def test_a_status_that_the_scheme_does_not_have_is_told_of() -> None:
    with pytest.raises(Unusable, match="not a status"):
        read_scheme(SCHEME.replace('"red AGAIN"', '"Rad"'), "")


def folder_after(root: Path, *rows: HistoryRow, due: str = "Q1, Q2, Q3, Q4") -> Folder:
    """A project of one measure that is off target now, after what these rows say."""
    folder = filled_project(root, {"quarter_actual": 90}, {"Due": due})
    (root / "twice.toml").write_text(SCHEME, encoding="utf-8")
    folder.project.settings.write_text(f'scheme = "twice.toml"\n{SETTINGS}', encoding="utf-8")
    folder.project.history.write_text(with_history("", rows), encoding="utf-8", newline="")
    return folder


@pytest.mark.parametrize(
    ("due", "rows", "status", "told"),
    [
        ("", [], "Red at first", True),
        ("", [row(period=NOW.previous, status="Green")], "Red", False),
        ("", [row(period=NOW.previous)], "Red again", False),
        ("", [row(period=NOW.year_ago)], "Red at first", True),
        ("Q1, Q3", [row(period=Period(2024, 1))], "Red again", False),
    ],
    ids=["nothing", "Green last time", "Red last time", "a gap", "last due two quarters ago"],
)
def test_the_last_status_is_that_of_the_history_and_one_that_is_not_known_is_told_of(
    tmp_path: Path, due: str, rows: list[HistoryRow], status: str, told: bool
) -> None:
    folder = folder_after(tmp_path, *rows, due=due or "Q1, Q2, Q3, Q4")
    gathered = folder.gather()
    assert [each.quarter.status.name for each in gathered.judged] == [status]
    assert ("STAT06" in {each.code for each in gathered.problems}) is told


@pytest.mark.parametrize(
    "told",
    [{"PL 01": "Red"}, {"pl01": "Red"}, {"BV 84": "Red"}, {"PL 01": "Red", "BV 84": "Green"}],
    ids=["the code", "spelt otherwise", "an earlier code", "a code and an alias of it"],
)
def test_a_report_of_a_quarter_that_was_never_closed_tells_it_too(tmp_path: Path, told: dict[str, str]) -> None:
    folder = rewritten(folder_after(tmp_path), Aliases="BV 84")
    last = folder.project.output_folder(NOW.previous)
    last.mkdir(parents=True)
    measures = [{"code": code, "quarter": {"status": status}, "forecast": None} for code, status in told.items()]
    report = {"draft": False, "directorates": [{"measures": measures}]}
    (last / "report.json").write_text(json.dumps(report), encoding="utf-8")
    gathered = folder.gather()
    assert [each.quarter.status.name for each in gathered.judged] == ["Red again"]
    assert gathered.report.before == {"PL 01": "Red"}
    assert "output/2024-25-Q2/report.json" in gathered.sources
