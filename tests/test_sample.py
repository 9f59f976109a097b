"""The sample quarter: what the reference report says, cell by cell."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.model.messages.on_commentary import READERS_CATALOGUE
from generator.project.folder import Project
from generator.project.load import set_up
from generator.report.gather import Gathered, gather
from sample import make
from tests.projects import presented, render

ROOT = Path(__file__).parent.parent
FACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "sample/derby-2018-19-q2.toml").read_text(encoding="utf-8"))[
    "measure"
]


@pytest.fixture(scope="module")
def gathered() -> Gathered:
    return gather(set_up(Project(ROOT)))


@pytest.fixture(scope="module")
def report(gathered: Gathered) -> dict[str, Any]:
    files = render(set_up(Project(ROOT)), gathered.report)
    loaded: dict[str, Any] = json.loads(files["report.json"])
    return loaded


def measures(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [measure for group in report["directorates"] for measure in group["measures"]]


def test_the_returns_have_no_errors_and_a_reader_asks_what_the_published_report_leaves_open(gathered: Gathered) -> None:
    """The sample keeps the published report's facts, and so what a careful editor would have asked of them."""
    problems = gathered.problems
    assert {each.code for each in problems} <= set(READERS_CATALOGUE)
    asked = {(Path(each.place.file).stem.removesuffix(" 2018-19-Q2"), each.code) for each in problems}
    told = "".join(f"{measure}: {code}\n" for measure, code in sorted(asked))
    assert told == (ROOT / "tests/golden/sample-asked.txt").read_text(encoding="utf-8")


def test_all_25_are_there_in_order_under_three_directorates(report: dict[str, Any]) -> None:
    assert [(group["name"], len(group["measures"])) for group in report["directorates"]] == [
        *(("Communities & Place", 3), ("Corporate Resources", 7), ("People Services", 15))
    ]
    assert [each["code"] for each in measures(report)] == [facts["code"] for facts in FACTS]


def test_every_fact_is_the_published_one(report: dict[str, Any]) -> None:
    for facts, measure in zip(FACTS, measures(report), strict=True):
        for half in ("quarter", "forecast"):
            told = measure[half]
            assert (told["target"], told["actual"]) == (facts.get(f"{half}_target"), facts.get(f"{half}_actual"))
            assert told["status"] == facts[f"{half}_status"]
            assert told["stated"] == (f"{half}_status_reason" in facts)
            assert told.get("reason") == facts.get(f"{half}_status_reason")
        assert measure["direction"]["value"] == facts.get("direction")
        for name in ("context", "actions", "intervention"):
            assert measure[name].split("\n") == facts[name]
        assert measure["exception"] is True


def test_36_halves_are_worked_out_and_14_stated(report: dict[str, Any]) -> None:
    stated = [measure[half]["stated"] for measure in measures(report) for half in ("quarter", "forecast")]
    assert (stated.count(False), stated.count(True)) == (36, 14)


def test_the_counts_are_the_reports(report: dict[str, Any]) -> None:
    assert report["counts"] == {
        "measures": 25,
        "exceptions": 25,
        "quarter": {"Blue": 2, "Green": 1, "Amber": 7, "Red": 15, "N/A": 0},
        "forecast": {"Blue": 1, "Green": 7, "Amber": 3, "Red": 13, "N/A": 1},
        "not_rated": {"quarter": {}, "forecast": {"not rated": 1}},
    }


def test_figures_are_printed_as_the_report_prints_them(gathered: Gathered) -> None:
    page = presented(set_up(Project(ROOT)), gathered.report)
    rows = {each.label: each for group in page.directorates for each in group.measures}
    printed = {
        label: (rows[label].quarter.target, rows[label].quarter.actual, rows[label].forecast.actual)
        for label in ("CM PM15", "EARS PM53", "L&D PM07b", "SS PM07 (EIISS PM05)", "FPA PM22b", "C PM02a")
    }
    assert printed == {
        "CM PM15": ("60,000.0", "44,745.0", "112,816.0"),
        "EARS PM53": ("90.0%", "65.0%", "80.0%"),
        "L&D PM07b": ("10.0 days", "15.1 days", "15.0 days"),
        "SS PM07 (EIISS PM05)": tuple(f"{n} per 10,000 population" for n in ("81.10", "84.80", "85.00")),
        "FPA PM22b": ("Completed", "Major Slippage", "Not stated"),
        "C PM02a": ("98.0%", "Not stated", "Not stated"),
    }


def test_report_json_keeps_its_schema(report: dict[str, Any]) -> None:
    schema = json.loads((ROOT / "generator/documents/schemas/report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(report)) == []


def test_two_builds_give_the_same_bytes_in_any_process() -> None:
    code = (
        "import hashlib, pathlib; from generator.report.gather import *;"
        "from generator.build import templates_of; from generator.documents.every_document import *;"
        "from generator.project.load import *;"
        "from generator.project.folder import Project;"
        f"p = Project(pathlib.Path({str(ROOT)!r}));"
        "s = set_up(p); files = render(gather(s).report, templates_of(s), s.settings);"
        "print(*(f'{n} {hashlib.sha256(d).hexdigest()}' for n, d in files.items()), sep='\\n')"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(runs) == 1


def test_the_committed_workbooks_are_what_the_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inputs").mkdir()
    (tmp_path / "sample").mkdir()
    for file in ("inputs/scorecard.toml", "sample/derby-2018-19-q2.toml"):
        (tmp_path / file).write_bytes((ROOT / file).read_bytes())
    monkeypatch.setattr(make, "ROOT", tmp_path)
    make.main()
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.xlsx")}
    kept = {path.relative_to(ROOT): path.read_bytes() for path in (ROOT / "inputs").rglob("*.xlsx")}
    assert sorted(made) == sorted(kept)
    assert [path for path in made if made[path] != kept[path]] == []
