"""Whatever shape a council declares, its forms are issued, filled in and built, and every answer is printed."""

import io
import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import lxml.html
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.model.question import About
from generator.model.shape import Forecasts, Listing
from tests.projects import Folder, Value, fill, make_project, named_cells, render

_KEYS = st.lists(st.text("abcdefgh_", min_size=3, max_size=9), max_size=8, unique=True)
_TYPED = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zs", "Zl", "Zp"), exclude_characters="\ufeff[]{}")
_LINES = st.lists(st.text(_TYPED, min_size=1, max_size=30).map(lambda text: f"A{text}z"), min_size=1, max_size=4)
"""Words that are no list items, placeholders or marks: what becomes of these is asked elsewhere."""

MEASURES = (("M1", "North", "Roads", 80), ("M2", "North", "Parks", 99), ("M3", "South", "Homes", 70))


@st.composite
def _settings(draw: st.DrawFn) -> tuple[str, Mapping[str, About]]:
    """The settings of a project, and what each of its questions is about."""
    about = {key: draw(st.sampled_from(list(About))) for key in draw(_KEYS)}
    levels = draw(st.sampled_from(['group_by = "Area"\n', 'group_by = "Area"\nthen_by = "Team"\n']))
    tables = (
        f'[[question]]\nkey = "{key}"\nlabel = "About {key}"\nabout = "{each}"\nneeded = "always"\n'
        for key, each in about.items()
    )
    return (
        'council = "C"\nperiod = "2024-25-Q3"\ndata_source = "D"\n'
        f'listing = "{draw(st.sampled_from(list(Listing)))}"\nforecast = "{draw(st.sampled_from(list(Forecasts)))}"\n'
        f"{levels}{'' if about else 'question = []'}\n{''.join(tables)}"
    ), about


def _row(code: str, area: str, team: str) -> dict[str, Value]:
    own: dict[str, Value] = {"Area": area, "Team": team, "Directorate": None}
    return {"Code": code, "Title": f"Title of {code}", **own, "Q3 target": 90, "Year-end target": 90}


def _fill(path: Path, about: Mapping[str, About], told: list[str]) -> None:
    book = load_workbook(path)
    names = book.defined_names
    results = {code: result for code, _, _, result in MEASURES}
    code = named_cells(book, "measure_code")[0].value if "measure_code" in names else None
    answers: dict[str, Any] = {"completed_by": "P", "approved_by": "L"}
    if code:
        answers["quarter_actual"] = results[str(code)]
    if "forecast_actual" in names:
        answers["forecast_actual"] = 95
    fill(path, {**answers, **{key: told for key in about if key in names}})


def _printed(folder: Folder, told: list[str]) -> Iterator[tuple[str, int, int]]:
    """Where the lines are printed: the name of a file, how often, and how often they are to be."""
    report = folder.gather().report
    files = render(folder.setup, report)
    page: Any = lxml.html.fromstring(files["exceptions.html"].decode())
    paragraphs = [each.text_content() for each in page.iter("p", "li")]
    word = [
        "".join(text.text or "" for text in each.iter(qn("w:t")))
        for each in Document(io.BytesIO(files["exceptions.docx"])).element.body.iter(qn("w:p"))
    ]
    shape = report.shape
    wanted = len(shape.asked_about(About.REPORT))
    for group in report.groups:
        listed = group.listed(shape)
        wanted += len(shape.asked_about(About.GROUP))
        wanted += len(shape.asked_about(About.MEASURE)) * (len(listed.full) + len(listed.brief))
    for name, texts in (("exceptions.html", paragraphs), ("exceptions.docx", word)):
        for line in told:
            yield name, texts.count(line), wanted * told.count(line)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_settings(), _LINES)
def test_every_answer_is_printed_in_word_and_on_the_page_and_is_in_the_data(
    declared: tuple[str, Mapping[str, About]], told: list[str]
) -> None:
    text, about = declared
    with tempfile.TemporaryDirectory() as root:
        folder = make_project(Path(root), *(_row(*each[:3]) for each in MEASURES), settings=text)
        for path in folder.issue():
            _fill(path, about, told)
        gathered = folder.gather()
        assert [each for each in gathered.problems if each.is_error] == []
        assert [each for each in _printed(folder, told) if each[1] != each[2]] == []
        data = json.loads(render(folder.setup, gathered.report)["report.json"])
        written = "\n".join(told)
        answers = [each["answers"] for group in data["directorates"] for each in group["measures"]]
        by_about = {
            About.MEASURE: answers,
            About.GROUP: [group["answers"] for group in data["groups"]],
            About.REPORT: [data["answers"]],
        }
        for key, each in about.items():
            assert [found[key] for found in by_about[each]] == [written] * len(by_about[each])
