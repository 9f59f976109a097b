"""What the form says while it is filled in is what the program says when it comes back: case by case, in LibreOffice.

The cases are drawn at random from a fixed seed, thickly at the edges of each status.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pytest

from generator.forms.asked.form_words import CHECK, TO_DO
from generator.forms.live.formulas import NO_STATUS, ON_RETURN
from generator.judging.outcome import Judged
from generator.judging.status import Rating
from generator.model.problem import Problem
from generator.project.load import Setup
from generator.report.gather import gather
from tests.clients.programs import look_in_libreoffice
from tests.projects import Folder, Value, fill, make_project

SETTINGS = """\
council = "Ambridge Council"
period = "2018-19-Q2"
directorates = ["Place", "People"]
data_source = "Felpersham"
"""
NOT_LIVE = {"FIG08", "STAT03", "STAT05", "NARR02", "NARR03", "NARR04", "MISS01", "FORM10"}
"""What a form cannot know alone, or says in other words than a task: it needs other returns, or the folder."""

MEASURES: tuple[dict[str, Value], ...] = (
    {"Unit": "%", "Q2 target": 90, "Year-end target": 92.5},
    {"Unit": "%", "Q2 target": 11, "Year-end target": 12.5, "Polarity": "lower", "Decimals": 2},
    {"Unit": "days", "Q2 target": 28.5, "Year-end target": 0, "Polarity": "lower"},
    {"Unit": "", "Q2 target": 1000, "Year-end target": 2000, "Decimals": 0, "Basis": "cumulative"},
    {"Unit": "£", "Q2 target": -50, "Year-end target": 100000, "Decimals": 0},
    {"Unit": "%", "Q2 target": 80, "Year-end target": 80, "Tolerance": "2 points", "Scheme": "kent"},
    {"Unit": "%", "Q2 target": None, "Year-end target": 70},
    {"Kind": "yes/no", "Unit": "", "Q2 target": "Yes", "Year-end target": "Yes"},
    {"Kind": "range", "Unit": "", "Q2 target": "40 to 60", "Year-end target": "45 to 55", "Decimals": 0},
    {"Kind": "data only", "Unit": "", "Polarity": "none", "Q2 target": None, "Year-end target": None},
    {"Unit": "%", "Q2 target": 75, "Year-end target": 75, "Scheme": "maidstone"},
    {"Unit": "%", "Q2 target": 95, "Year-end target": 96, "Scheme": "cambridgeshire"},
    {"Unit": "%", "Q2 target": 95, "Year-end target": 96, "Scheme": "waverley"},
    {"Kind": "date", "Unit": "", "Q2 target": "31/08/2018", "Year-end target": "31/08/2018", "Scheme": "days"},
    {"Kind": "date", "Unit": "", "Q2 target": "30/09/2018", "Year-end target": "31/03/2019", "Scheme": "days"},
    {"Kind": "date", "Unit": "", "Q2 target": "15/10/2018", "Year-end target": "15/07/2018", "Scheme": "days"},
    {"Kind": "milestone", "Unit": "", "Q2 target": "Completed", "Year-end target": "Completed", "Scheme": "projects"},
    {"Kind": "milestone", "Unit": "", "Q2 target": "On track", "Year-end target": "Completed", "Scheme": "projects"},
    {"Kind": "milestone", "Unit": "", "Q2 target": "Due 31 July", "Year-end target": None, "Scheme": "by judgement"},
)
SCHEMES = {
    "days": """\
name = "Days"
[[status]]
name = "Green"
meaning = "On time"
when = { deviation = ">= 0" }
fill = "#44A377"
ink = "#0B0C0C"
[[status]]
name = "Amber"
meaning = "A little late"
when = { deviation = ">= -30 days" }
exception = true
fill = "#FFC926"
ink = "#0B0C0C"
[[status]]
name = "Red"
meaning = "Late"
exception = true
fill = "#AA1111"
ink = "#FFFFFF"
[unrated]
name = "N/A"
meaning = "No status"
fill = "#FFFFFF"
ink = "#0B0C0C"
"""
}
SCHEMES["projects"] = (
    SCHEMES["days"]
    .replace('name = "Days"', 'name = "Projects"\nmilestones = ["Completed", "On track", "Delayed"]')
    .replace(
        'when = { deviation = ">= 0" }', 'when = [{ deviation = ">= 0" }, { milestone = ["Completed", "On track"] }]'
    )
)
ROUNDS = 3
Shown = str | float


@dataclass(frozen=True)
class Case:
    """A form, what is answered, what its cells then say, and what the program says of it."""

    answers: Mapping[str, object]
    checks: Mapping[str, str] = field(default_factory=dict)
    workings: Mapping[str, str | float] = field(default_factory=dict)
    headline: str = ""
    judged: Judged | None = None
    problems: tuple[Problem, ...] = ()


def answers_of(chance: random.Random, measure: Mapping[str, Value]) -> dict[str, object]:
    """Draw a return: mostly whole, with figures at the edges, and now and then a slip."""
    maybe = chance.random

    def figure(target: Value) -> object:
        if measure.get("Kind") == "date":
            return chance.choice([43343, 43344, 43373, 43374, 43300, 43500, 43404.5, "soon"])
        if measure.get("Kind") == "milestone":
            return chance.choice(["Completed", "On track", "delayed", "Nearly there"])
        if measure.get("Kind") == "yes/no":
            return chance.choice(["Yes", "No", "yes", "Perhaps"])
        if maybe() < 0.06:
            return chance.choice(["n/a", "about 5"])
        if measure["Unit"] == "%" and maybe() < 0.1:
            return chance.choice([0.9, {"typed": "90%"}, {"typed": "0.5%"}, 120])
        base = float(target) if isinstance(target, int | float) else chance.choice([30, 39, 40, 45, 60, 61, 99])
        edge = chance.choice([0.8, 0.9, 0.949, 0.95, 0.951, 0.98, 0.999, 1, 1.001, 1.02, 1.0201, 1.05, 1.1, 2])
        return round(base * edge + chance.choice([0, 0, 0.05, -0.05, 0.004]), 3)

    statuses = {"kent": ["Green", "Amber", "Red"]}.get(str(measure.get("Scheme")), ["Red", "Green", "Purple"])
    drawn: dict[str, object] = {
        "quarter_actual": figure(measure["Q2 target"]) if maybe() < 0.9 else None,
        "forecast_actual": figure(measure["Year-end target"]) if maybe() < 0.85 else None,
        "missing_reason": "Not collected this quarter" if maybe() < 0.25 else None,
        "previous_revised": figure(measure["Q2 target"]) if maybe() < 0.1 else None,
        "quarter_provisional": chance.choice(["Yes", "No", "maybe"]) if maybe() < 0.2 else None,
        "quarter_status_override": chance.choice(statuses) if maybe() < 0.15 else None,
        "quarter_status_reason": "As agreed." if maybe() < 0.15 else None,
        "forecast_status_override": chance.choice(statuses) if maybe() < 0.15 else None,
        "forecast_status_reason": "As agreed." if maybe() < 0.15 else None,
        "direction_override": chance.choice(["Improving", "Upwards"]) if maybe() < 0.15 else None,
        "direction_reason": "As published." if maybe() < 0.15 else None,
        "note_to_team": "That is right." if maybe() < 0.3 else None,
        "context": ["Two lorries were off the road.", "- one", "=1+1"] if maybe() < 0.7 else None,
        "actions": ["", "A lorry has been hired."] if maybe() < 0.7 else None,
        "intervention": ["The board looks at this."] if maybe() < 0.7 else None,
        "completed_by": "Pat Fletcher" if maybe() < 0.9 else "  ",
        "approved_by": "Clarrie Grundy" if maybe() < 0.9 else None,
        "completed_on": chance.choice([43380, "3 October 2018", "soon"]) if maybe() < 0.2 else None,
    }
    return {name: value for name, value in drawn.items() if value is not None}


def earlier_quarters(root: Path, folder: Folder, codes: list[str]) -> None:
    """Return last quarter's and last year's figures, so that there is something to compare with."""
    for period, figure in (("2018-19-Q1", 88.0), ("2017-18-Q2", 70.0)):
        settings = SETTINGS.replace("2018-19-Q2", period)
        (root / "inputs" / "scorecard.toml").write_text(settings, encoding="utf-8")
        for path in folder.issue(*codes):
            fill(path, {"quarter_actual": figure})
    (root / "inputs" / "scorecard.toml").write_text(SETTINGS, encoding="utf-8")


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    root, saved = tmp_path_factory.mktemp("live"), tmp_path_factory.mktemp("saved")
    (root / "templates" / "schemes").mkdir(parents=True)
    for name, scheme in SCHEMES.items():
        (root / "templates" / "schemes" / f"{name}.toml").write_text(scheme, encoding="utf-8")
    measures = [{"Code": f"M {number}", "Q3 target": None, **measure} for number, measure in enumerate(MEASURES)]
    folder = make_project(root, *measures, settings=SETTINGS)
    earlier_quarters(root, folder, ["M 0", "M 1", "M 3", "M 5", "M 10"])
    paths = folder.issue()
    chance = random.Random(20181014)  # noqa: S311, not a secret
    drawn = [
        [(path, answers_of(chance, each)) for _ in range(ROUNDS)] for path, each in zip(paths, MEASURES, strict=True)
    ]
    rounds = list(zip(*drawn, strict=True))
    looked = iter(look_in_libreoffice([job for jobs in rounds for job in jobs], saved))
    setup = folder.setup
    return [case for jobs in rounds for case in _cases(setup, [answers for _, answers in jobs], looked)]


def _cases(
    setup: Setup, drawn: Sequence[Mapping[str, object]], looked: Iterator[tuple[Path, Mapping[str, list[list[Shown]]]]]
) -> Iterator[Case]:
    """The cases of one round, in which each measure has one; what they were found to be comes in the same order."""
    found = list(islice(looked, len(drawn)))
    gathered = gather(setup, [copy for copy, _ in found])
    judged = {each.returned.source.file: each for each in gathered.judged}
    for answers, (copy, sheets) in zip(drawn, found, strict=True):
        rows = sheets["Return"]
        yield Case(
            answers=answers,
            checks={str(row[0]): str(row[4]) for row in rows[5:] if row[0]},
            workings={str(row[0]): row[2] for row in sheets["Workings"][3:]},
            headline=str(rows[3][0]),
            judged=judged[str(copy)],
            problems=tuple(each for each in gathered.problems if each.place.file == str(copy)),
        )


def expected_tasks(case: Case) -> tuple[set[str], set[str]]:
    """The numbers of the questions that have errors, and of those that have queries alone, of what a form can know."""
    assert case.judged
    returned = case.judged.returned
    numbers = {returned.place(name).cell: number for name, number in returned.numbers.items()}
    live = [each for each in case.problems if each.code not in NOT_LIVE]
    errors = {numbers[each.place.cell] for each in live if each.is_error}
    return errors, {numbers[each.place.cell] for each in live if each.code.startswith(("QRY", "NARR11"))} - errors


def test_the_to_do_list_is_the_list_of_errors(cases: list[Case]) -> None:
    for case in cases:
        errors, queries = expected_tasks(case)
        assert {ref for ref, words in case.checks.items() if words.startswith(TO_DO)} == errors, case
        assert {ref for ref, words in case.checks.items() if words.startswith(CHECK)} == queries, case
    assert sum(bool(expected_tasks(case)[0]) for case in cases) > len(cases) / 3, "the cases must be worth having"
    assert sum(bool(expected_tasks(case)[1]) for case in cases) > len(cases) / 20


def test_the_headline_counts_what_is_left_to_do(cases: list[Case]) -> None:
    for case in cases:
        to_do = [ref for ref, words in case.checks.items() if words.startswith(TO_DO)]
        count = f"{len(to_do)} thing{'' if len(to_do) == 1 else 's'} left to do."
        expected = (
            f"{count} Next: question {to_do[0]}." if to_do else "Nothing left to do. Save this workbook and send it."
        )
        assert case.headline.startswith(expected), case


def test_statuses_are_those_that_the_program_works_out(cases: list[Case]) -> None:
    seen = set()
    for case in cases:
        assert case.judged
        unrated = case.judged.scheme.unrated.name
        for half, verdict in (("quarter", case.judged.quarter), ("forecast", case.judged.forecast)):
            worked_out = case.workings[f"{half}_status"]
            if verdict and worked_out != ON_RETURN:
                rating = verdict.worked_out
                known = {rating.status.name} if isinstance(rating, Rating) else {"", NO_STATUS, unrated}
                assert worked_out in known, (half, case)
                assert case.workings[f"{half}_final"] == verdict.status.name, (half, case)
                seen.add(verdict.status.name)
    assert {"Blue", "Green", "Amber", "Red", "N/A"} <= seen


def test_directions_are_those_that_the_program_works_out(cases: list[Case]) -> None:
    seen = set()
    for case in cases:
        assert case.judged
        if case.workings["direction"] != ON_RETURN and not case.judged.direction.stated:
            travel = case.judged.direction.travel
            assert case.workings["direction"] == (travel.value if travel else ""), case
            since = case.judged.direction.comparator
            if travel and not case.checks["1"].startswith((TO_DO, CHECK)):
                assert case.checks["1"].endswith(f" {travel.value} since {since}."), case
            seen.add(case.workings["direction"])
    assert {"", "Improving", "Deteriorating"} <= seen


def test_every_answer_survives_the_round(cases: list[Case]) -> None:
    for case in cases:
        assert case.judged
        told = case.judged.returned.answers
        for name in ("context", "actions", "intervention"):
            lines = case.answers.get(name, [])
            assert isinstance(lines, list)
            assert told[name] == tuple(line for line in lines if line), case
