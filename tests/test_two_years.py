"""Two years in one register: each quarter is reported with the targets, titles and groups of its own time."""

import csv
import html
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeVar

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli import period_commands
from generator.cli.app import app
from generator.collecting.issue_forms import issue_all
from generator.model.english import day
from generator.model.period import Period
from generator.project.load import set_up
from generator.report.gather import gather
from tests.output.folders import tree
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project, render
from tests.reading.register.sheets import rewritten, with_sheet

QUARTERS = ("Q1 target", "Q2 target", "Q3 target", "Q4 target")
Q3, Q4, NEXT_Q1 = Period(2024, 3), Period(2024, 4), Period(2025, 1)
OUT_OF_USE = {"Code": "PL 02", "Title": "Bins painted"}
TARGETS: dict[str, Value] = {"Q1 target": 95, "Q2 target": 95, "Q4 target": 95}


def returned(folder: Folder, period: Period) -> None:
    """Issue a quarter's forms and fill them in, all alike."""
    for file in issue_all(set_up(folder.project, period)).written:
        fill(folder.root / file, GOOD)


def reported(folder: Folder, period: Period) -> dict[str, Any]:
    setup = set_up(folder.project, period)
    gathered = gather(setup)
    assert [each.message for each in gathered.problems if each.is_error] == []
    report: dict[str, Any] = json.loads(render(setup, gathered.report)["report.json"])
    return report


def told(report: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Of each measure of a report its group, title, status and target."""
    return [
        (group["name"], each["title"], each["quarter"]["status"], each["quarter"]["target"])
        for group in report["directorates"]
        for each in group["measures"]
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A year that was reported, and the next one with other targets, a new title, another directorate, and one less."""
    folder = make_project(tmp_path_factory.mktemp("years") / "project", TARGETS, {**TARGETS, **OUT_OF_USE})
    returned(folder, Q3)
    returned(folder, Q4)
    with_sheet(
        folder,
        "Targets",
        ("Code", "Year", "Period", "Target"),
        ["PL 01", "2024/25", None, 95],
        ["PL 01", "2024/25", "year", 96],
        ["PL 02", "2024/25", None, 95],
        ["PL 02", "2024/25", "year", 96],
    )
    with_sheet(
        folder,
        "Changes",
        ("Code", "What", "From", "To", "Date"),
        ["PL 01", "Title", "Bins emptied on the day", "Bins emptied", date(2025, 4, 1)],
        ["PL 01", "Directorate", "Place", "People", date(2025, 4, 1)],
        ["PL 02", "Retired", None, None, date(2025, 3, 31)],
    )
    targets = dict.fromkeys(("Q1 target", "Q2 target", "Q3 target", "Q4 target", "Year-end target"), 91)
    rewritten(folder, Title="Bins emptied", Directorate="People", **targets)
    settings = folder.root / "inputs" / "scorecard.toml"
    settings.write_text(SETTINGS.replace("2024-25-Q3", "2025-26-Q1"), encoding="utf-8")
    returned(folder, NEXT_Q1)
    return folder


@pytest.mark.parametrize("period", [Q3, Q4], ids=str)
def test_a_quarter_of_the_year_before_is_what_it_was(folder: Folder, period: Period) -> None:
    bins, painted = "Bins emptied on the day", "Bins painted"
    report = reported(folder, period)
    assert told(report) == [("Place", bins, "Red", "95.0"), ("Place", painted, "Red", "95.0")]
    assert report["missing"] == []


def test_the_new_year_has_its_own_targets_titles_and_groups_and_says_so(folder: Folder) -> None:
    report = reported(folder, NEXT_Q1)
    assert told(report) == [("People", "Bins emptied", "Amber", "91.0")]
    assert [(each["code"], each["why"]) for each in report["missing"]] == [("PL 02", "retired")]
    setup = set_up(folder.project, NEXT_Q1)
    page = render(setup, gather(setup).report)["exceptions.html"].decode()
    for sentence in (
        "Moved from Place on 1 April 2025.",
        "Called “Bins emptied on the day” until 1 April 2025.",
        "Retired on 31 March 2025",
    ):
        assert sentence in page


SHAPE = """\
council = "Ambridge Council"
period = "2024-25-Q1"
data_source = "Felpersham"
group_by = "Priority"
groups = ["A green town", "A fair town"]
listing = "all"
forecast = "where there is a target"
scheme = "brighton-finance"
layouts = ["sections"]
packs = []

[[question]]
key = "story"
label = "What happened"
needed = "always"
"""


def _every_quarter(target: int) -> dict[str, Value]:
    return dict.fromkeys((*QUARTERS, "Year-end target"), target)


TREES: dict[str, Value] = {
    "Code": "GT 01",
    "Title": "Trees planted",
    "Unit": "",
    "Decimals": 0,
    "Basis": "cumulative",
    "Q1 target": 100,
    "Q2 target": 200,
    "Q3 target": 300,
    "Q4 target": 400,
    "Year-end target": 400,
}
LITTER: dict[str, Value] = {"Code": "GT 02", "Title": "Litter gone in a day", **_every_quarter(90)}
RENTS: dict[str, Value] = {"Code": "FT 01", "Title": "Rents collected", **_every_quarter(95)}
HOMES: dict[str, Value] = {
    "Code": "FT 02",
    "Title": "Homes let within",
    "Unit": "days",
    "Polarity": "lower",
    "Basis": "discrete quarter",
    **_every_quarter(20),
    "Year-end target": None,
}
REGISTER = (TREES, LITTER, RENTS, HOMES)
PRIORITIES = {"GT": "A green town", "FT": "A fair town"}
FIGURES = {
    "GT 01": (90, 210, 280, 405, 80, 190, 300, 380),
    "GT 02": (91, 89, 85, 92, 93, 90, 88, 91),
    "FT 01": (94, 96, 95, 90),
    "FT 02": (25, 19, 18, 21, 15, 16, 14, 13),
}
"""The results of eight quarters; the last measure is better the lower it is."""

FIRST, *_ = EIGHT = [Period(2024 + number // 4, number % 4 + 1) for number in range(8)]


class Published(NamedTuple):
    """A report as it was published, and when it was closed."""

    period: Period
    on: date
    files: dict[str, bytes]

    @property
    def measures(self) -> dict[str, dict[str, Any]]:
        report = json.loads(self.files["report.json"])
        return {each["code"]: each for group in report["directorates"] for each in group["measures"]}

    @property
    def page(self) -> str:
        return self.files["exceptions.html"].decode()


class Years:
    """A council's two years, command by command; its clock goes on by a day with each."""

    def __init__(self, root: Path) -> None:
        priorities = [{**each, "Priority": PRIORITIES[str(each["Code"])[:2]]} for each in REGISTER]
        self.folder = make_project(root, *priorities, settings=SHAPE)
        self.today = date(2024, 7, 10)
        self.published: list[Published] = []

    def run(self, *arguments: str, code: int = 0) -> str:
        self.today += timedelta(days=1)
        result = CliRunner().invoke(app, [*arguments, "--project", str(self.folder.root)], catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result.stdout + result.stderr

    def fill(self, period: Period, code: str, **answers: Value) -> None:
        (path,) = self.folder.project.returns_folder(period).glob(f"{code} *.xlsx")
        fill(path, answers)

    def return_all(self, period: Period) -> None:
        """Issue the forms of a quarter, and fill each in."""
        self.run("issue")
        number = EIGHT.index(period)
        for code, figures in FIGURES.items():
            if number < len(figures):
                said = {
                    "story": f"The team met its partners in {period.months}.",
                    "completed_by": "Pat",
                    "approved_by": "Clarrie",
                }
                forecast = {} if code == "FT 02" else {"forecast_actual": figures[number]}
                self.fill(period, code, quarter_actual=figures[number], **forecast, **said)

    def close(self, period: Period) -> None:
        self.run("build", "--period", str(period))
        self.run("close", "--period", str(period))
        self.published.append(Published(period, self.today, tree(self.folder.project.output_folder(period))))

    def revise(self, period: Period, reason: str, code: str = "", **answers: Value) -> None:
        self.run("close", "--period", str(period), "--reopen", reason)
        if code:
            self.fill(period, code, **answers)
        self.close(period)

    def type(self, code: str, **values: Value) -> None:
        """Type other values into a measure's row of the register."""
        book = load_workbook(self.folder.project.register)
        rows = list(book["Measures"].iter_rows())
        headings = [str(cell.value) for cell in rows[0]]
        (row,) = [each for each in rows if each[headings.index("Code")].value == code]
        for heading, value in values.items():
            row[headings.index(heading)].value = value
        book.save(self.folder.project.register)


_Years = TypeVar("_Years", bound=Years)


def next_years_targets(years: Years) -> None:
    """Those of the year to come, entered half a year early; they would judge this year's figures otherwise."""
    rows: list[tuple[str, str | None, int]] = [
        ("GT 01", quarter, 60 + 60 * number) for number, quarter in enumerate(("Q1", "Q2", "Q3", "Q4"))
    ]
    rows += [("FT 02", quarter, 10) for quarter in ("Q1", "Q2", "Q3", "Q4")]
    rows += [("GT 01", "year", 240), ("GT 02", None, 80), ("GT 02", "year", 80)]
    columns = ("Code", "Year", "Period", "Target")
    with_sheet(years.folder, "Targets", columns, *((code, "2025/26", of, target) for code, of, target in rows))


def next_years_names(years: Years) -> None:
    with_sheet(
        years.folder,
        "Changes",
        ("Code", "What", "From", "To", "Date"),
        ["GT 02", "Priority", "A green town", "A fair town", date(2025, 4, 1)],
        ["FT 02", "Title", "Homes let within", "Days until a home is let", date(2025, 4, 1)],
        ["FT 01", "Retired", None, None, date(2025, 3, 31)],
    )
    years.type("GT 02", Priority="A fair town")
    years.type("FT 02", Title="Days until a home is let")


def done_nothing(_: Years) -> None:
    """Most quarters have nothing of note."""


BEFORE_FORMS = {2: next_years_targets, 3: next_years_names}
AFTER_CLOSING: dict[int, Callable[[Years], None]] = {
    2: lambda years: years.revise(EIGHT[1], "a survey was counted twice", "FT 01", quarter_actual=89),
    4: lambda years: years.revise(EIGHT[3], "bins came late", "GT 02", quarter_actual=84),
    5: lambda years: years.revise(EIGHT[5], "somebody asked"),
    6: lambda years: years.revise(EIGHT[6], "trees died", "GT 01", quarter_actual=170),
}
"""What happens in some quarters, by their number."""


REVISED: dict[int, tuple[str, Value]] = {6: ("GT 02", 91)}
"""What returns revise of the last result, by their quarter."""


class Quarters(NamedTuple):
    """The quarters of a council's two years, and what happens in some of them, by their number."""

    periods: Sequence[Period]
    before_forms: Mapping[int, Callable[[Years], None]]
    revised: Mapping[int, tuple[str, Value]]
    after_closing: Mapping[int, Callable[[Years], None]]


def gone_through(years: _Years, quarters: Quarters) -> Iterator[_Years]:
    """Two years: issue, fill, build, close, next; on the days of then while they are looked at."""

    class Clock(date):
        @classmethod
        def today(cls) -> Self:
            return cls.fromordinal(years.today.toordinal())

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(period_commands, "date", Clock)
        for number, period in enumerate(quarters.periods):
            quarters.before_forms.get(number, done_nothing)(years)
            years.return_all(period)
            if number in quarters.revised:
                code, figure = quarters.revised[number]
                years.fill(period, code, previous_revised=figure)
            years.close(period)
            quarters.after_closing.get(number, done_nothing)(years)
            if period != quarters.periods[-1]:
                years.run("next")
        yield years


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Years]:
    """Three revisions, and a quarter opened again and left as it was."""
    years = Years(tmp_path_factory.mktemp("two-years") / "project")
    yield from gone_through(years, Quarters(EIGHT, BEFORE_FORMS, REVISED, AFTER_CLOSING))


def last_of(years: Years) -> dict[Period, Published]:
    """What stands published of each quarter."""
    return {each.period: each for each in years.published}


def made_again(years: Years, root: Path) -> None:
    """Each quarter is built from its archive, and from nothing else: returns, outputs and today's register are gone."""
    shutil.copytree(years.folder.root, root)
    shutil.rmtree(root / "output")
    for period in last_of(years):
        shutil.rmtree(root / "inputs" / str(period))
    (root / "inputs" / "register.xlsx").write_bytes(b"")
    for period, published in last_of(years).items():
        result = CliRunner().invoke(app, ["build", "--period", str(period), "--project", str(root)])
        assert result.exit_code == 0, result.output
        assert tree(root / "output" / str(period)) == published.files
        assert CliRunner().invoke(app, ["verify", "--period", str(period), "--project", str(root)]).exit_code == 0


def test_every_closed_report_is_made_again_byte_for_byte_from_its_archive(years: Years, tmp_path: Path) -> None:
    made_again(years, tmp_path / "archives")


def test_every_figure_ever_published_is_found_with_its_date(years: Years) -> None:
    measures = json.loads(years.run("history", "--format", "json"))["measures"]
    rows = {(each["code"], row["period"], row["published"]): row for each in measures for row in each["history"]}
    assert len(years.published) == 12
    for each in years.published:
        for code, measure in each.measures.items():
            row, forecast = rows[code, str(each.period), each.on.isoformat()], measure["forecast"] or {}
            assert [row[key] for key in ("target", "actual", "status")] == [
                measure["quarter"][key] for key in ("target", "actual", "status")
            ]
            assert [row["year_end_target"], row["forecast"], row["forecast_status"]] == [
                forecast.get(key) for key in ("target", "actual", "status")
            ]


def number_of(row: dict[str, str | None]) -> Decimal | None:
    actual = row["actual"]
    return None if actual is None else Decimal(actual)


def test_so_is_a_figure_that_a_later_return_has_revised(years: Years) -> None:
    """Its status stays as it was published; every result that a report shows stands in the history."""
    told = [line for line in years.run("history", "GT 02").splitlines() if "2025/26 Q2" in line]
    (closed,) = (each.on for each in years.published if each.period == EIGHT[6] and each.on.day < 17)
    revised = f"  2025/26 Q2  result 91.0%, revised in the return of Q3 2025/26, published on {day(closed)}"
    assert told[-1] == revised
    measures = json.loads(years.run("history", "--format", "json"))["measures"]
    known = {(each["code"], row["period"], number_of(row)) for each in measures for row in each["history"]}
    shown = {
        (code, result["period"], number_of(result))
        for each in years.published
        for code, measure in each.measures.items()
        for result in measure["history"]
    }
    assert shown <= known
    assert ("GT 02", "2025-26-Q2", Decimal(91)) in shown


def every_status_is_explained(years: Years) -> None:
    """None changes of a quarter published before, nor from one quarter's report to the next, without a word."""
    known: dict[Period, Published] = {}
    for each in years.published:
        was, last = known.get(each.period), known.get(each.period.previous)
        changed = json.loads(each.files["report.json"]).get("changes", ())
        told = {(change["code"], change["what"]) for change in changed if not change["period"]}
        for code, measure in each.measures.items():
            if was and was.measures[code]["quarter"]["status"] != measure["quarter"]["status"]:
                assert f"{code}: Revised since it was published on" in each.page
            before = last.measures.get(code) if last else None
            if before and before["quarter"]["status"] != measure["quarter"]["status"]:
                assert (code, "status") in told
        known[each.period] = each


def test_no_status_changes_without_a_word(years: Years) -> None:
    every_status_is_explained(years)


def test_next_years_targets_judge_nothing_of_this_year(years: Years) -> None:
    targets = {
        each.period: {code: of["quarter"]["target"] for code, of in each.measures.items()} for each in years.published
    }
    assert [targets[each].get("GT 01") for each in EIGHT] == ["100", "200", "300", "400", "60", "120", "180", "240"]
    assert [targets[each].get("GT 02") for each in EIGHT] == ["90.0"] * 4 + ["80.0"] * 4


SAID = [
    (4, "Moved: GT 02 from A green town to A fair town."),
    (4, "Renamed: FT 02, which was “Homes let within”."),
    (4, "Retired: FT 01."),
    (4, "Target changed: GT 02 from 90.0% to 80.0% and FT 02 from 20.0 days to 10.0 days."),
    (3, "FT 01: Q2 2024/25 is revised: the result was 96.0%, now 89.0%; "),
    (5, "GT 02: Q4 2024/25 is revised: the result was 92.0%, now 84.0%; "),
    (6, "GT 02: Q2 2025/26 is revised: the result was 90.0%, now 91.0%."),
    (7, "GT 01: Q3 2025/26 is revised: the result was 300, now 170; "),
]


@pytest.mark.parametrize(("number", "sentence"), SAID)
def test_what_changed_is_said_in_the_next_report_and_in_no_other(years: Years, number: int, sentence: str) -> None:
    saying = [each.period for each in years.published if html.escape(sentence, quote=False) in each.page]
    assert set(saying) == {EIGHT[number]}


def test_a_quarter_that_was_opened_again_and_left_as_it_was_says_nothing_new(years: Years) -> None:
    first, again = (each for each in years.published if each.period == EIGHT[5])
    assert first.files == again.files


def test_every_report_is_as_the_schema_says(years: Years) -> None:
    schema = json.loads(Path("generator/documents/schemas/report.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    for each in years.published:
        assert [*validator.iter_errors(json.loads(each.files["report.json"]))] == []


RUNNING = {
    "GT 01": [None, (2, True), (3, True), None, (1, False), (2, False), (3, False), None],
    "FT 02": [None, None, None, (1, False), (2, False), (3, False), (4, False), (5, False)],
}
"""How many reports running a measure was an exception, and whether at least, as each quarter was published last."""


@pytest.mark.parametrize("code", RUNNING)
def test_exceptions_are_counted_from_report_to_report(years: Years, code: str) -> None:
    told = [last_of(years)[period].measures[code].get("exceptions_running") for period in EIGHT]
    assert [each and (each["count"], each["at_least"]) for each in told] == RUNNING[code]


def test_the_log_tells_all_that_was_done(years: Years) -> None:
    lines = list(csv.reader((years.folder.root / "inputs" / "log.csv").read_text("utf-8").splitlines()))[1:]
    done = Counter(line[3] for line in lines)
    assert done == {"issue": 8, "build": 12, "close": 12, "close --reopen": 4, "next": 7}
