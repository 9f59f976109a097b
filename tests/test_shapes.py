"""Reports of other shapes than the default: what is declared decides groups, listings, further reports and packs."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from generator.model.problem import Unusable
from generator.xlsx import column_letters
from tests.projects import Folder, Value, fill, make_project, render

SCHEMA = Path(__file__).parents[1] / "generator/documents/schemas/report.schema.json"
SETTINGS = """\
council = "Ambridge Council"
period = "2024-25-Q3"
group_by = "Priority"
then_by = "Theme"
data_source = "Felpersham"
forecast = "none"
"""
QUESTIONS = """
[[question]]
key = "what_happened"
label = "What happened"
needed = "exception"
[[question]]
key = "for_us"
label = "For the team"
needed = "exception"
published = false
"""
HOLDER = '[[print]]\ncolumn = "Portfolio holder"\nlabel = "Held by"\n'
MEASURES = (("M1", "Thriving", "Jobs", 95), ("M2", "Thriving", "Culture", 80), ("M3", "Fair", "Homes", 95))
"""Codes, priorities, themes and results against a target of 90: 95 is Blue, 80 is Red."""

RAIN = "It rained for weeks."


def row(code: str, priority: str, theme: str) -> dict[str, Value]:
    own: dict[str, Value] = {"Priority": priority, "Theme": theme, "Portfolio holder": f"Cllr {theme}"}
    return {"Code": code, **own, "Q3 target": 90, "Directorate": None, "Year-end target": None}


def project(root: Path, more: str = "", wrote: tuple[str, ...] = ("M2",)) -> Folder:
    rows = [row(*each[:3]) for each in MEASURES]
    folder = make_project(root, *rows, settings=f"{SETTINGS}{more}{QUESTIONS}{HOLDER}")
    for path, (code, _, _, result) in zip(folder.issue(), MEASURES, strict=True):
        told = {"what_happened": [RAIN], "for_us": ["Ask them."]} if code in wrote else {}
        fill(path, {"quarter_actual": result, "completed_by": "Pat", "approved_by": "Lee", **told})
    return folder


def test_groups_are_nested_and_called_as_declared(tmp_path: Path) -> None:
    page = project(tmp_path, 'listing = "all"\ngroup_word = "Aim"\n').page()
    assert (page.group_word, page.group_word_inside, page.subgroup_word) == ("Aim", "aim", "Theme")
    headings = [(group.heading, [below.heading for below in group.groups]) for group in page.groups]
    assert headings == [("Aim: Thriving", ["Theme: Jobs", "Theme: Culture"]), ("Aim: Fair", ["Theme: Homes"])]
    assert [measure.label for measure in page.groups[0].measures] == ["M1", "M2"]
    assert [measure.label for measure in page.groups[0].groups[1].measures] == ["M2"]
    assert [(row.name, row.depth, row.total) for row in page.breakdowns[0].rows] == [
        *(("Thriving", 0, False), ("Jobs", 1, False), ("Culture", 1, False)),
        *(("Fair", 0, False), ("Homes", 1, False), ("All", 0, True)),
    ]


def test_the_settings_order_the_groups(tmp_path: Path) -> None:
    page = project(tmp_path, 'groups = ["Fair", "Thriving"]\nlisting = "all"\n').page()
    assert [group.name for group in page.groups] == ["Fair", "Thriving"]


LISTINGS = {
    "": (["M2"], [], []),
    "page_lists_all = true\n": (["M2"], [], ["M1", "M3"]),
    'listing = "exceptions, then the rest in brief"\n': (["M2"], ["M1", "M3"], []),
    'listing = "all"\n': (["M1", "M2", "M3"], [], []),
}


@pytest.mark.parametrize("listing", LISTINGS)
def test_the_listing_says_which_measures_stand_where(tmp_path: Path, listing: str) -> None:
    page = project(tmp_path, listing).page()
    found: tuple[list[str], ...] = ([], [], [])
    for group in page.groups:
        for labels, measures in zip(found, (group.measures, group.brief, group.others), strict=True):
            labels += [measure.label for measure in measures]
    assert found == LISTINGS[listing]


OF_ALL = "3 measures are reported for October to December 2024."
ONE = f"{OF_ALL} 1 of them is an exception: Red or Amber for the quarter."
ASKED = "Members are asked to note the report, and to say which measures they want to look into."
NOT_KNOWN = "Whether it is new is not known: there is no record of an earlier report."
SENTENCES = {
    "": (
        ONE,
        "1 is an exception for the quarter: Red.",
        NOT_KNOWN,
        ASKED,
    ),
    'listing = "all"\n': (
        f"{OF_ALL} 2 of the 3 with a rating are on target or better (67%).",
        "Against the quarter's targets, 1 is Red and 2 are Blue.",
        ASKED,
    ),
    'listing = "exceptions, then the rest in brief"\n': (
        f"{ONE} 2 of the 3 with a rating are on target or better (67%).",
        "1 is an exception for the quarter: Red.",
        NOT_KNOWN,
        ASKED,
    ),
}


@pytest.mark.parametrize("listing", SENTENCES)
def test_sentences_follow_the_listing(tmp_path: Path, listing: str) -> None:
    assert project(tmp_path, listing).page().points == SENTENCES[listing]


def test_where_all_are_listed_nothing_is_called_an_exception(tmp_path: Path) -> None:
    folder = project(tmp_path, 'listing = "all"\ntitle = "Performance"\n')
    files = render(folder.setup, folder.gather().report)
    assert b"xception" not in files["exceptions.html"]
    assert not re.search(r"exceptions?\b(?![.-])", files["covering-email.txt"].decode())


@pytest.mark.parametrize(
    ("more", "wrote", "told"),
    [
        ("", ("M1", "M2"), ["NARR08"]),
        ("", ("M2",), []),
        ("page_lists_all = true\n", ("M1", "M2"), []),
        ('listing = "all"\n', ("M1", "M2"), []),
    ],
)
def test_what_is_written_and_not_printed_is_told_of(
    tmp_path: Path, more: str, wrote: tuple[str, ...], told: list[str]
) -> None:
    found = [each.code for each in project(tmp_path, more, wrote).gather().problems]
    assert [code for code in found if code.startswith("NARR")] == told


def test_what_the_register_says_is_printed_where_it_is_declared(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (measure,) = folder.page().groups[0].measures
    assert [(fact.label, fact.text) for fact in measure.facts] == [("Held by", "Cllr Culture")]
    data = json.loads(render(folder.setup, folder.gather().report)["report.json"])
    (_, second) = data["directorates"][0]["measures"]
    assert second["attributes"] == {"Priority": "Thriving", "Theme": "Culture", "Portfolio holder": "Cllr Culture"}


def test_a_row_is_as_long_as_what_the_register_says_in_it(tmp_path: Path) -> None:
    register = {**row("M1", "Fair", "Homes"), "Portfolio holder": "x" * 500}
    folder = make_project(tmp_path, register, settings=f"{SETTINGS}{QUESTIONS}{HOLDER}")
    fill(
        folder.issue()[0], {"quarter_actual": 80, "what_happened": [RAIN], "completed_by": "Pat", "approved_by": "Lee"}
    )
    (measure,) = folder.page().groups[0].measures
    assert (measure.length > 1000, measure.longest_answer) == (True, max(len(RAIN), 30))


def test_what_is_printed_of_the_register_withholds_nothing(tmp_path: Path) -> None:
    register = {**row("M1", "Fair [[for now]]", "Homes"), "Portfolio holder": "Cllr Lee [[away]]"}
    folder = make_project(tmp_path, register, settings=f"{SETTINGS}{QUESTIONS}{HOLDER}")
    with pytest.raises(Unusable) as caught:
        folder.setup  # noqa: B018, it reads the register
    told = [(each.code, each.place.cell) for each in caught.value.problems if "[[ ]] are to withhold" in each.message]
    headings = next(load_workbook(folder.project.register)["Measures"].iter_rows(values_only=True))
    cells = [f"{column_letters(headings.index(name) + 1)}2" for name in ("Priority", "Portfolio holder")]
    assert told == [("REG03", cell) for cell in cells]


def test_the_data_has_groups_and_answers_by_key_and_nothing_for_the_team_alone(tmp_path: Path) -> None:
    folder = project(tmp_path)
    files = render(folder.setup, folder.gather().report)
    data = json.loads(files["report.json"])
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(data)
    thriving, fair = data["groups"]
    assert (thriving["word"], thriving["name"], thriving["measures"]) == ("Priority", "Thriving", ["M1", "M2"])
    assert [(each["level"], each["name"], each["measures"]) for each in fair["groups"]] == [(2, "Homes", ["M3"])]
    assert data["directorates"][0]["measures"][1]["answers"] == {"what_happened": RAIN}
    (_, row, _) = csv.DictReader(io.StringIO(files["measures.csv"].decode()))
    found = {name: row[name] for name in ("priority", "theme", "portfolio_holder", "answer_what_happened")}
    assert list(found.values()) == ["Thriving", "Culture", "Cllr Culture", RAIN]
    assert not any(b"Ask them." in file for file in files.values())


REPORTS = """
[[report]]
name = "Culture board"
only = { Theme = ["culture"] }
committee = "Culture Board"
layouts = ["sections"]
leave_out = ["charts"]
[[report]]
name = "Leader"
except = { "Portfolio holder" = ["Cllr Homes"] }
listing = "all"
"""


def test_further_reports_have_their_own_measures_meeting_and_layouts(tmp_path: Path) -> None:
    folder = project(tmp_path, REPORTS)
    report, setup = folder.gather().report, folder.setup
    board, leader = (report.declared(each) for each in setup.settings.reports)
    assert [entry.judged.measure.code for entry in board.entries] == ["M2"]
    assert [entry.judged.measure.code for entry in leader.entries] == ["M1", "M2"]
    assert (board.covering.committee, leader.covering.committee) == ("Culture Board", "")
    files = render(setup, report)
    assert {name for name in files if name.startswith("reports/")} == {
        *(f"reports/culture-board/{name}" for name in ("exceptions.docx", "exceptions.html", "covering-email.txt")),
        *(f"reports/leader/{name}" for name in ("exceptions.docx", "exceptions-sections.docx")),
        *("reports/leader/exceptions.html", "reports/leader/covering-email.txt"),
    }
    assert "2024/25 Q3, Culture board</h1>" in files["reports/culture-board/exceptions.html"].decode()
    assert {entry.judged.measure.code for entry in report.entries} == {"M1", "M2", "M3"}


@pytest.mark.parametrize(
    ("packs", "expected"),
    [
        ('["groups"]', {"priority/thriving", "priority/fair"}),
        ('["subgroups"]', {"theme/jobs", "theme/culture", "theme/homes"}),
        ("[]", set()),
    ],
)
def test_packs_are_of_the_levels_that_are_asked_for(tmp_path: Path, packs: str, expected: set[str]) -> None:
    folder = project(tmp_path, f"packs = {packs}\n")
    files = render(folder.setup, folder.gather().report)
    assert {name.removesuffix(".docx") for name in files if "/" in name} == expected


def test_a_word_or_two_about_a_measure_on_target_is_not_too_short(tmp_path: Path) -> None:
    folder = project(tmp_path, 'listing = "all"\n', ("M1", "M2"))
    about = {each.place.file: each.code for each in folder.gather().problems if each.code == "TEXT04"}
    assert list(about) == ["inputs/2024-25-Q3/M2 2024-25-Q3.xlsx"]
