"""Two years of another council: calendar years, portfolios, months, halves, lags, millions; its scheme looks back.

Eight quarters are issued, filled in, built and closed. Next year's targets are entered early; measures are moved,
renamed, retired, new again, and counted otherwise; three figures are revised, one of which is taken back.
"""

import csv
import html
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml.html import fromstring

from generator.model.period import JANUARY, Period
from generator.project.folder import BUNDLED_TEMPLATES
from tests.projects import Value, make_project
from tests.reading.register.sheets import with_sheet
from tests.test_two_years import (
    Published,
    Quarters,
    Years,
    every_status_is_explained,
    gone_through,
    last_of,
    made_again,
)

EIGHT = [Period(2025 + number // 4, number % 4 + 1, starts=JANUARY) for number in range(8)]
SHAPE = """\
council = "Borsetshire Council"
year_starts = "January"
period = "2025-Q1"
data_source = "Felpersham"
group_by = "Portfolio"
groups = ["Homes", "Streets", "Money"]
listing = "exceptions, then the rest in brief"
forecast = "where there is a target"
scheme = "looking-back"
columns = ["last year", "year ago", "last 3 periods", "year to date", "variance"]
forecast_record = true
signals = true
packs = []
"""

AGAIN = """
[[status]]
name = "Red again"
meaning = "Off target twice or more"
when = { deviation = "< -5%", before = ["Red", "Red again"] }
exception = true
shape = "star"
fill = "#7A0000"
ink = "#FFFFFF"
"""


def scheme() -> str:
    """The default one, with a status for what is Red for the second time."""
    kept = (BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text("utf-8")
    first, red, rest = kept.partition('[[status]]\nname = "Red"')
    return first + AGAIN.lstrip() + "\n" + red + rest


QUARTERLY = ("Q1 target", "Q2 target", "Q3 target", "Q4 target")


def each_quarter(*targets: float) -> dict[str, Value]:
    return {**dict(zip(QUARTERLY, targets * (4 // len(targets)), strict=True)), "Year-end target": None}


NO_TARGETS: dict[str, Value] = {"Q3 target": None, "Year-end target": None}
MEASURES: dict[str, dict[str, Value]] = {
    "HO 01": {
        **NO_TARGETS,
        "Title": "Repairs done on the day",
        "Frequency": "monthly",
        "Target": 90,
        "Portfolio": "Homes",
        "Basis": "discrete quarter",
        "Year to date": "average",
        "Year-end target": 90,
    },
    "HO 02": {
        **NO_TARGETS,
        "Title": "Homes let",
        "Frequency": "half-yearly",
        "H1 target": 40,
        "H2 target": 90,
        "Unit": "",
        "Decimals": 0,
        "Basis": "cumulative",
        "Year-end target": 90,
        "Portfolio": "Homes",
    },
    "ST 01": {
        **each_quarter(12),
        "Title": "Days to mend a road",
        "Unit": "days",
        "Polarity": "lower",
        "Lag": 1,
        "Decimals": 0,
        "Basis": "discrete quarter",
        "Portfolio": "Streets",
    },
    "ST 02": {**each_quarter(80), "Title": "Streets that are clean", "Basis": "snapshot", "Portfolio": "Streets"},
    "ST 03": {**each_quarter(70), "Title": "Lamps that are lit", "Basis": "snapshot", "Portfolio": "Streets"},
    "MO 01": {
        **each_quarter(1500, 3000, 4500, 6000),
        "Title": "Savings made",
        "Unit": "£k",
        "Decimals": 0,
        "Basis": "cumulative",
        "Year-end target": 6000,
        "Portfolio": "Money",
    },
    "MO 02": {
        **NO_TARGETS,
        "Title": "Council tax collected",
        "Frequency": "yearly",
        "Year-end target": 97,
        "Basis": "cumulative",
        "Portfolio": "Money",
    },
    "MO 03": {**each_quarter(95), "Title": "Bills paid in time", "Basis": "discrete quarter", "Portfolio": "Money"},
}
"""Its register of the first year."""

NONE = None
FIGURES: dict[str, tuple[Value, ...]] = {
    "HO 01": (91, 80, 79, 92, 88, 84, 85, 93),
    "HO 02": (NONE, 38, NONE, 85, NONE, 36, NONE, 95),
    "ST 01": (13, 12, 11, 12, 14, 15, 11, 12),
    "ST 02": (81, 70, 71, 82, 83, 74, 73, 72),
    "ST 03": (71, 69, 60, NONE, NONE, 72, 60, 59),
    "MO 01": (1400, 2900, 4600, 6100, "1.42", "3.04", "4.1", "6.35"),
    "MO 02": (NONE, NONE, NONE, 96, NONE, NONE, NONE, 98),
    "MO 03": (96, 94, 97, 90, NONE, NONE, NONE, NONE),
}
"""The results of eight quarters; None where a measure is not asked for."""


class PortfolioYears(Years):
    """The council's two years, command by command."""

    def __init__(self, root: Path) -> None:
        measures = ({"Code": code, **each} for code, each in MEASURES.items())
        self.folder = make_project(root, *measures, settings=SHAPE)
        schemes = root / "templates" / "schemes"
        schemes.mkdir(parents=True)
        (schemes / "looking-back.toml").write_text(scheme(), encoding="utf-8")
        self.today = date(2025, 4, 10)
        self.published: list[Published] = []

    def return_all(self, period: Period) -> None:
        """Issue the forms of a quarter, and fill each in."""
        self.run("issue")
        paths = sorted(self.folder.project.returns_folder(period).glob("*.xlsx"))
        number = EIGHT.index(period)
        due = {code: figures[number] for code, figures in FIGURES.items() if figures[number] is not None}
        assert sorted(path.name.partition(" 2")[0] for path in paths) == sorted(due), period
        for code, figure in due.items():
            said = {"context": ["It was a busy time."], "actions": ["The team will meet its partners every month."]}
            said["intervention"] = ["The board looks at this monthly."]
            signed = {"completed_by": "Pat", "approved_by": "Clarrie"}
            self.fill(period, code, quarter_actual=figure, **said, **signed)  # type: ignore[arg-type]
            if MEASURES[code].get("Year-end target") and period.number < 4:
                self.fill(period, code, forecast_actual=figure)


def years_targets(years: Years) -> None:
    """Those of the year to come, entered half a year early; those of this year move beside them."""
    rows: list[tuple[Value, ...]] = []
    for year, times in (("2025", 1), ("2026", 0.9)):
        for code, of in MEASURES.items():
            for heading, target in of.items():
                if not heading.endswith("arget") or target is None:
                    continue
                part = heading.removesuffix("arget").removesuffix(" t")
                told = {"Year-end": "year", "T": None}.get(part, part)
                value = float(target) * times
                value = value / 1000 if code == "MO 01" and year == "2026" else value
                rows.append((code, year, told, round(value, 3)))
    with_sheet(years.folder, "Targets", ("Code", "Year", "Period", "Target"), *map(list, rows))


NEW_YEAR = date(2026, 1, 1)


def changes(years: Years) -> None:
    with_sheet(
        years.folder,
        "Changes",
        ("Code", "What", "From", "To", "Date"),
        ["ST 02", "Portfolio", "Streets", "Homes", NEW_YEAR],
        ["ST 02", "Title", "Streets that are clean", "Clean streets", NEW_YEAR],
        ["MO 01", "Unit", "£k", "£m", NEW_YEAR],
        ["MO 01", "Decimals", "0", "2", NEW_YEAR],
        ["MO 03", "Retired", None, None, date(2025, 12, 31)],
        ["ST 03", "Retired", None, None, date(2025, 9, 30)],
        ["ST 03", "New", None, None, date(2026, 4, 1)],
    )
    years.type("ST 02", Portfolio="Homes", Title="Clean streets")
    years.type("MO 01", Unit="£m", Decimals=2)


def changed_back_and_forth(years: Years) -> None:
    """The third quarter's return revised the second's figure; it is taken back when the third is opened again."""
    years.revise(EIGHT[2], "the recount was wrong", "ST 02", previous_revised=None)


BEFORE_FORMS: dict[int, Callable[[Years], None]] = {2: years_targets, 3: changes}
REVISED: dict[int, tuple[str, Value]] = {2: ("ST 02", 78), 3: ("HO 02", 41), 7: ("MO 01", "4.25")}
"""What returns revise of the last result, by their quarter."""

AFTER_CLOSING: dict[int, Callable[[Years], None]] = {
    2: changed_back_and_forth,
    3: lambda years: years.revise(EIGHT[1], "a contractor sent figures late", "HO 01", quarter_actual=86),
    4: lambda years: years.revise(EIGHT[4], "roads were counted twice", "ST 01", quarter_actual=11),
    5: lambda years: years.revise(EIGHT[3], "somebody asked"),
}


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PortfolioYears]:
    years = PortfolioYears(tmp_path_factory.mktemp("portfolios") / "project")
    yield from gone_through(years, Quarters(EIGHT, BEFORE_FORMS, REVISED, AFTER_CLOSING))


def test_every_closed_report_is_made_again_byte_for_byte_from_its_archive(
    years: PortfolioYears, tmp_path: Path
) -> None:
    made_again(years, tmp_path / "archives")


def recorded(years: PortfolioYears) -> dict[str, list[dict[str, Any]]]:
    """What ``scorecard history`` has of each measure."""
    told = json.loads(years.run("history", "--format", "json"))["measures"]
    return {each["code"]: each["history"] for each in told}


def test_every_figure_ever_published_is_found_with_its_date(years: PortfolioYears) -> None:
    """As data, in the words for the screen, and in history.csv."""
    rows = recorded(years)
    lines = {code: years.run("history", code) for code in FIGURES}
    table = [*csv.DictReader((years.folder.root / "inputs" / "history.csv").read_text("utf-8").splitlines())]
    assert len(years.published) == 12
    for each in years.published:
        on = f"published on {each.on.day} {each.on:%B %Y}"
        for code, measure in each.measures.items():
            quarter, forecast = measure["quarter"], measure["forecast"] or {}
            (row,) = [
                row
                for row in rows[code]
                if (row["period"], row["published"], row["from"]) == (str(each.period), each.on.isoformat(), "close")
                and row["state"] != "reopened"
            ]
            assert [row[key] for key in ("target", "actual", "status")] == [
                quarter[key] for key in ("target", "actual", "status")
            ]
            assert [row["year_end_target"], row["forecast"], row["forecast_status"]] == [
                forecast.get(key) for key in ("target", "actual", "status")
            ]
            assert any(each.period.name in line and on in line for line in lines[code].splitlines())
            in_table = (code, str(each.period), quarter["actual"], quarter["status"], each.on.isoformat())
            assert in_table in {
                (row["Code"], row["Period"], row["Actual"], row["Status"], row["Published"]) for row in table
            }


def in_pounds(code: str, actual: str | None) -> str | None:
    """A figure in one unit, whenever it is of: savings are in millions of pounds from the second year on."""
    is_in_thousands = code == "MO 01" and actual is not None and float(actual) > 100
    return f"{float(actual) / 1000 if is_in_thousands else float(actual):.2f}" if actual is not None else None


def test_so_is_every_earlier_result_that_a_report_shows(years: PortfolioYears) -> None:
    known = {
        (code, row["reported_for"] or row["period"], in_pounds(code, row["actual"]))
        for code, several in recorded(years).items()
        for row in several
    }
    shown = {
        (code, result["period"], in_pounds(code, result["actual"]))
        for each in years.published
        for code, measure in each.measures.items()
        for result in measure["history"]
    }
    assert shown <= known
    assert {("ST 02", "2025-Q2", "78.00"), ("HO 02", "2025-H1", "41.00"), ("MO 01", "2025-Q4", "6.10")} <= shown


STANDS = {
    ("ST 02", "2025-Q2"): "70.0",
    ("HO 02", "2025-H1"): "41",
    ("HO 01", "2025-M06"): "86.0",
    ("ST 01", "2025-Q4"): "11",
    ("MO 01", "2025-Q4"): "6.10",
    ("MO 01", "2026-Q3"): "4.25",
}


def test_what_stands_is_what_was_published_last(years: PortfolioYears) -> None:
    last = years.published[-1].measures
    results = {(code, each["period"]): each["actual"] for code in last for each in last[code]["history"]}
    assert {key: results.get(key) for key in STANDS} == STANDS


def test_no_status_changes_without_a_word(years: PortfolioYears) -> None:
    every_status_is_explained(years)


def test_next_years_targets_judge_nothing_of_this_year(years: PortfolioYears) -> None:
    targets = {
        code: [
            last_of(years)[period].measures.get(code, {"quarter": {"target": "-"}})["quarter"]["target"]
            for period in EIGHT
        ]
        for code in FIGURES
    }
    assert targets == {
        "HO 01": ["90.0"] * 4 + ["81.0"] * 4,
        "HO 02": ["-", "40", "-", "90", "-", "36", "-", "81"],
        "ST 01": ["12"] * 5 + ["11"] * 3,
        "ST 02": ["80.0"] * 4 + ["72.0"] * 4,
        "ST 03": ["70.0"] * 3 + ["-"] * 2 + ["63.0"] * 3,
        "MO 01": ["1500", "3000", "4500", "6000", "1.35", "2.70", "4.05", "5.40"],
        "MO 02": ["-", "-", "-", "97.0", "-", "-", "-", "87.3"],
        "MO 03": ["95.0"] * 4 + ["-"] * 4,
    }


SAID = [
    ([2], "the result for Q2 2025 was 78.0%, now 70.0%, because the recount was wrong."),
    (
        [3],
        "ST 02: Q2 2025 is revised: the result was 78.0%, now 70.0%, because no longer revised in the return of Q3",
    ),
    ([3], "HO 02: January to June 2025 is revised: the result was 38, now 41."),
    ([3, 4], "HO 01: Q2 2025 is revised: the result was 80.0%, now 86.0%; the status was Red, now Amber, because a"),
    ([3], "Retired: ST 03."),
    ([4], "Retired: MO 03."),
    ([4], "Moved: ST 02 from Streets to Homes."),
    ([4], "Renamed: ST 02, which was “Streets that are clean”."),
    ([4], "Unit changed: MO 01 from £k to £m."),
    ([4], "Decimals changed: MO 01 from 0 to 2."),
    ([4], "Year-end target changed: MO 01 from £6.00m to £5.40m."),
    (
        [5],
        "ST 01: Q1 2026 is revised: the result was 14 days, now 11 days; the status was Red, now Blue, because roads",
    ),
    ([5], "New: ST 03."),
    ([6, 7], "New again from 1 April 2026; it was retired on 30 September 2025."),
    ([7], "MO 01: Q3 2026 is revised: the result was £4.10m, now £4.25m."),
]


@pytest.mark.parametrize(("numbers", "sentence"), SAID, ids=lambda each: each if isinstance(each, str) else "")
def test_what_changed_is_said(years: PortfolioYears, numbers: list[int], sentence: str) -> None:
    """The fourth report was published anew once the second was revised, and so says that too."""
    saying = {EIGHT.index(each.period) for each in years.published if html.escape(sentence, quote=False) in each.page}
    assert saying == set(numbers)


def test_what_is_not_known_of_the_year_end_is_no_change(years: PortfolioYears) -> None:
    """Of a measure by months, a report every quarter knows too few results for their average."""
    told = [
        (each.period, change)
        for each in years.published
        for change in json.loads(each.files["report.json"]).get("changes", ())
    ]
    assert [
        period for period, change in told if change["now"] is None and change["what"].startswith(("year", "out"))
    ] == []


BESIDE = {
    4: {"MO 01": ["£6.10m Green", "£1.40m Red", "£4.60m Blue", "£6.10m Green", "£1.42m Blue"]},
    7: {
        "HO 02": [
            *("85 Red again", "85 (July to December 2025) Red", "36 (January to June 2026) Green", "Not due"),
            "95 (July to December 2026) Blue",
        ],
        "ST 03": ["Not known", "Not due", "72.0% Blue", "60.0% Amber", "59.0% Red"],
    },
}


@pytest.mark.parametrize("number", BESIDE)
def test_figures_stand_beside_each_other_in_the_unit_of_now(years: PortfolioYears, number: int) -> None:
    page: Any = fromstring(last_of(years)[EIGHT[number]].page)
    for code, figures in BESIDE[number].items():
        (row, *_) = page.xpath(f"//table//tr[starts-with(normalize-space(.), '{code}') and count(td) > 4]")
        assert [" ".join(cell.text_content().split()) for cell in row.xpath("./td")][: len(figures)] == figures


def test_every_report_is_as_the_schema_says(years: PortfolioYears) -> None:
    schema = json.loads(Path("generator/documents/schemas/report.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    for each in years.published:
        assert [*validator.iter_errors(json.loads(each.files["report.json"]))] == []
