"""The figures of others in a report: the same in Word, on the page and as data; nothing of any where there are none."""

import io
import json
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from jsonschema import Draft202012Validator

from generator.documents.report_json import report_json
from generator.judging.explanation import explanation_of
from generator.reading.register.benchmarks import BENCHMARK_HEADERS, SHEET
from tests.projects import SETTINGS, Folder, Value, filled_project, render
from tests.reading.register.sheets import told, type_of_row, with_sheet

SCHEMA = json.loads(Path("generator/documents/schemas/report.schema.json").read_text(encoding="utf-8"))
ENGLAND = ("PL 01", "England", 93.1, "2023/24", "National collection")
NEIGHBOURS = tuple(
    ("PL 01", name, value, "2022/23", "Their own reports", "Neighbours")
    for name, value in (("Borchester", 88), ("Felpersham", 90), ("Lakey", 91.5), ("Penny Hassett", 95))
)


def beside(
    root: Path,
    *rows: type_of_row,
    answers: Mapping[str, Value] | None = None,
    measure: Mapping[str, Value] | None = None,
    settings: str = "",
) -> Folder:
    folder = with_sheet(filled_project(root, answers, measure), SHEET, BENCHMARK_HEADERS, *rows)
    folder.project.settings.write_text(SETTINGS + settings, encoding="utf-8")
    return folder


def facts(folder: Folder) -> list[tuple[str, str]]:
    return [(each.label, each.text) for each in folder.page().groups[0].measures[0].facts]


def test_all_documents_and_data_have_them(tmp_path: Path) -> None:
    folder = beside(tmp_path, ENGLAND, *NEIGHBOURS)
    assert facts(folder) == [
        ("England (2023/24)", "93.1%; the result is worse"),
        ("Neighbours median (2022/23)", "90.8%; the result is joint 3rd of 5, in the third quartile"),
    ]
    report = folder.gather().report
    made = render(folder.setup, report)
    for name in ("exceptions.docx", "exceptions-sections.docx"):
        document = docx.Document(io.BytesIO(made[name]))
        words = [each.text for each in document.element.body.iter() if each.tag.endswith("}t")]
        assert "England (2023/24): 93.1%; the result is worse" in "".join(map(str, words))
    assert "Neighbours median (2022/23): 90.8%; the result is joint 3rd of 5" in made["exceptions.html"].decode()
    data = json.loads(report_json(report))
    assert [*Draft202012Validator(SCHEMA).iter_errors(data)] == []
    england, neighbours = data["directorates"][0]["measures"][0]["benchmarks"]
    assert england == {
        "name": "England",
        "period": "2023-24",
        "value": "93.1",
        "source": "National collection",
        "old": False,
        "standing": "worse",
    }
    assert (neighbours["peers"], neighbours["rank"], neighbours["joint"]) == (4, 3, True)
    assert (neighbours["quartile"], neighbours["best_quartile"], neighbours["value"]) == ("third", "92.4", "90.8")


@pytest.mark.parametrize(
    ("answers", "measure", "settings", "words"),
    [
        ({}, {"Polarity": "lower"}, "", "93.1%; the result is better"),
        ({"quarter_actual": 93.1}, {}, "", "93.1%; the result is the same"),
        ({"quarter_actual": 93.14}, {}, "", "93.1%; the result is the same"),
        ({}, {"Polarity": "none"}, "", "93.1%"),
        ({"quarter_actual": None, "missing_reason": "The system was down."}, {}, "", "93.1%"),
        ({}, {}, "benchmark_years = 0\n", "93.1%; not of this year; the result is worse"),
        ({}, {}, "benchmark_years = 1\n", "93.1%; the result is worse"),
    ],
)
def test_polarity_says_what_is_better_and_age_is_told(
    tmp_path: Path, answers: dict[str, Value], measure: dict[str, Value], settings: str, words: str
) -> None:
    folder = beside(tmp_path, ENGLAND, answers=answers, measure=measure, settings=f'{settings}listing = "all"\n')
    assert facts(folder) == [("England (2023/24)", words)]


def test_one_that_is_older_than_the_settings_allow_says_so(tmp_path: Path) -> None:
    folder = beside(tmp_path, ("PL 01", "England", 93.1, "2021/22"))
    assert facts(folder) == [("England (2021/22)", "93.1%; more than 2 years old; the result is worse")]
    assert '"old": true' in report_json(folder.gather().report).decode()


def test_nothing_is_said_where_there_are_none(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    assert facts(folder) == []
    assert b"benchmarks" not in report_json(folder.gather().report)


SCHEME = """\
name = "Against others"

[[status]]
name = "Leading"
meaning = "At or better than the best quarter of our neighbours"
when = { result = "at or better than benchmark neighbours  best quartile" }
fill = "#44A377"
ink = "#0B0C0C"

[[status]]
name = "Ahead"
meaning = "Better than England"
when = { result = "better than benchmark England" }
fill = "#FFC926"
ink = "#0B0C0C"

[[status]]
name = "Behind"
meaning = "Not better than England"
exception = true
fill = "#AA1111"
ink = "#FFFFFF"

[unrated]
name = "N/A"
meaning = "No status"
fill = "#FFFFFF"
ink = "#0B0C0C"
"""


@pytest.mark.parametrize(
    ("actual", "polarity", "status"),
    [(92.4, "higher", "Leading"), (92.3, "higher", "Ahead"), (92, "higher", "Behind"), (88, "lower", "Leading")],
)
def test_a_scheme_may_judge_by_them(tmp_path: Path, actual: float, polarity: str, status: str) -> None:
    """The best quarter of 88, 90, 91.5 and 95 is 92.4 and above; where lower is better, 89.5 and below."""
    rows = (("PL 01", "ENGLAND", 92, "2023/24"), *NEIGHBOURS)
    measure = {"Polarity": polarity, "Q3 target": None, "Year-end target": None}
    folder = beside(
        tmp_path,
        *rows,
        answers={"quarter_actual": actual},
        measure=measure,
        settings='scheme = "others.toml"\nlisting = "all"\n',
    )
    (folder.root / "others.toml").write_text(SCHEME, encoding="utf-8")
    (judged,) = folder.gather(draft=True).judged
    assert judged.quarter.status.name == status
    lines = "\n".join(explanation_of(judged))
    assert "the benchmark Neighbours best quartile (2022/23), " in lines
    assert "better than the benchmark England? " in lines or status == "Leading"


def test_a_scheme_that_asks_for_what_the_register_has_not_is_told_of(tmp_path: Path) -> None:
    folder = beside(tmp_path, ENGLAND, settings='scheme = "others.toml"\n')
    (folder.root / "others.toml").write_text(SCHEME.replace("neighbours  best quartile", "Englnd"), encoding="utf-8")
    (problem,) = told(folder)
    assert (problem.code, "Did you mean “England”?" in problem.message) == ("REG15", True)
