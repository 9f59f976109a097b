"""The whole build: layouts, packs, what is left out, and what last quarter's report adds."""

import io
import json
from pathlib import Path

import docx
import pytest

from generator.report.gather import gather
from tests.projects import GOOD, SETTINGS, Folder, fill, make_project, render

TWO = ({"Code": "PL 01"}, {"Code": "PE 01", "Directorate": "People", "Title": "Visits on time"})


def project(root: Path, settings: str = "", last_quarter: dict[str, str] | None = None) -> Folder:
    """Two directorates with one exception each; last quarter's report gives statuses by code."""
    folder = make_project(root, *TWO, settings=SETTINGS + settings)
    for path in folder.issue():
        fill(path, GOOD)
    if last_quarter is not None:
        measures = [{"code": code, "quarter": {"status": status}} for code, status in last_quarter.items()]
        before = folder.project.output_folder(folder.setup.period.previous)
        before.mkdir(parents=True)
        report = {"draft": False, "directorates": [{"measures": measures}]}
        (before / "report.json").write_text(json.dumps(report), encoding="utf-8")
    return folder


def files(folder: Folder) -> dict[str, bytes]:
    return render(folder.setup, folder.gather().report)


def texts(data: bytes) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", {"exceptions", "exceptions-sections", "summary", "directorates/people", "directorates/place"}),
        ('layouts = ["sections"]\npacks = []', {"exceptions"}),
        ('layouts = ["sections", "table"]\npacks = ["summary"]', {"exceptions", "exceptions-table", "summary"}),
    ],
)
def test_the_settings_say_which_word_files_there_are(tmp_path: Path, settings: str, expected: set[str]) -> None:
    made = files(project(tmp_path, settings))
    assert {name.removesuffix(".docx") for name in made if name.endswith(".docx")} == expected


def test_the_first_layout_is_exceptions_docx(tmp_path: Path) -> None:
    made = files(project(tmp_path, 'layouts = ["sections", "table"]'))
    heading = "PL 01: Bins emptied on the day"
    assert heading in texts(made["exceptions.docx"])
    assert heading in texts(made["directorates/place.docx"])
    assert heading not in texts(made["exceptions-table.docx"])


def test_a_directorates_pack_is_about_it_alone(tmp_path: Path) -> None:
    told = texts(files(project(tmp_path, 'layouts = ["sections"]'))["directorates/people.docx"])
    assert "Performance exceptions: 2024/25 Q3, People" in told
    opens = "1 measure is reported by People for October to December 2024. It is an exception:"
    assert any(text.startswith(opens) for text in told)
    assert not any("Members are asked" in text for text in told)
    assert "The one measure reported by People is an exception. It is Red against the quarter's target." in told
    assert "PE 01: Visits on time" in told
    assert not any("PL 01" in text or "Place" in text for text in told)


def test_a_directorates_pack_leaves_out_what_concerns_the_meeting(tmp_path: Path) -> None:
    made = files(project(tmp_path, COVERING))
    assert "Recommendations" in texts(made["exceptions.docx"])
    assert {"Purpose", "Recommendations", "Committee: Scrutiny"}.isdisjoint(texts(made["directorates/place.docx"]))


def test_directorates_of_like_names_have_packs_of_their_own(tmp_path: Path) -> None:
    settings = SETTINGS.replace('"People"', '"Place!"')
    folder = make_project(tmp_path, {}, {"Code": "PE 01", "Directorate": "Place!"}, settings=settings)
    for path in folder.issue():
        fill(path, GOOD)
    assert {name for name in files(folder) if "/" in name} == {"directorates/place.docx", "directorates/place-2.docx"}


PARTS = {
    "title block": "title_block",
    "purpose": "purpose",
    "recommendations": "recommendations",
    "charts": "charts",
    "summary": "breakdowns",
    "key": "key",
    "exceptions": "directorates",
    "glossary": "glossary",
    "movement": "movement",
    "contents": "contents",
    "data source": "data_source",
}
COVERING = """
[committee]
committee = "Scrutiny"
purpose = "To tell."
recommendations = ["That it is noted."]
[glossary]
board = "The waste board"
"""


@pytest.mark.parametrize(("part", "field"), PARTS.items())
def test_each_part_can_be_left_out(tmp_path: Path, part: str, field: str) -> None:
    last = {"PL 01": "Green", "PE 01": "Red"}
    whole = project(tmp_path / "a", COVERING, last).page()
    without = project(tmp_path / "b", f'leave_out = ["{part}"]\n{COVERING}', last).page()
    assert getattr(whole, field)
    assert not getattr(without, field)
    others = set(PARTS.values()) - {field} - ({"glossary"} if part == "exceptions" else set())
    assert all(getattr(without, other) for other in others)


def test_movement_follows_last_quarters_report(tmp_path: Path) -> None:
    movement = project(tmp_path, "", {"PL 01": "Green", "GONE": "Red"}).page().movement
    assert movement is not None
    assert movement.heading == "Movement since Q2 2024/25"
    assert movement.sentences == (
        "1 of 1 measure changed status since last quarter's report: 1 for the worse.",
        "1 was not in last quarter's report.",
    )
    assert [(each.label, each.before.word, each.now.word, each.change) for each in movement.moves] == [
        ("PL 01", "Green", "Red", "Worse")
    ]


def test_the_manifest_names_last_quarters_report_and_the_logo(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    folder = project(tmp_path, 'logo = "logo.svg"\n', {"PL 01": "Green"})
    setup = folder.setup
    assert {"output/2024-25-Q2/report.json", "logo.svg"} <= gather(setup).sources.keys()


@pytest.mark.parametrize(
    "report",
    ["", "[]", "{}", '{"draft": true, "directorates": []}', '{"draft": false, "directorates": [{"measures": [1]}]}'],
)
def test_a_last_report_that_cannot_be_used_is_passed_over(tmp_path: Path, report: str) -> None:
    folder = project(tmp_path, "", {})
    (folder.project.output_folder(folder.setup.period.previous) / "report.json").write_text(report, encoding="utf-8")
    assert folder.page().movement is None


def test_an_earlier_result_stands_beside_this_quarters(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    fill(folder.issue()[0], {**GOOD, "previous_actual": "85%", "year_ago_actual": "80%"})
    ((measure,),) = (each.measures for each in folder.page().directorates)
    assert measure.trend == "Q3 2023/24: 80.0%; Q2 2024/25: 85.0%; Q3 2024/25: 90.0%"
