"""Figures in officers' texts, from the cell to the report."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commentary.placeholders import placeholder_slips, with_figures
from generator.report.gather import Gathered, gather
from tests.projects import Value, filled_project, render

FIGURES = {"quarter.actual": "90.0%", "quarter.target": "95.0%", "previous.actual": None, "direction": "Improving"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is {{ quarter.actual }}.", "It is 90.0%."),
        ("{{quarter.actual}} of {{  quarter.target  }}", "90.0% of 95.0%"),
        ("{{ Quarter.Actual }}", "90.0%"),
        ("{{ previous.actual }}", "{{ previous.actual }}"),
        ("{{ quarter }} {{ 1+1 }} {% if x %} {x} {{}} { { quarter.actual } }", None),
        ("{{ quarter.actual.real }} {{ quarter.__class__ }} {{ quarter.actual|upper }} {{ quarter.actual() }}", None),
    ],
)
def test_placeholders_are_filled_and_all_else_is_printed_as_typed(text: str, expected: str | None) -> None:
    assert with_figures(text, FIGURES) == (text if expected is None else expected)


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("{{ quarter.actul }}", "{{ quarter.actul }}", "quarter.actual"),
        ("{{ quarter.sum }}", "{{ quarter.sum }}", ""),
        ("{quarter.actual}", "{quarter.actual}", "quarter.actual"),
        ("{{ quarter.actual * 2 }}", "{{ quarter.actual * 2 }}", "quarter.actual"),
        ("{{ directoin }}", "{{ directoin }}", "direction"),
        ("{{ previous.actual }}", "{{ previous.actual }}", ""),
    ],
)
def test_what_was_meant_as_a_placeholder_is_told_of(text: str, typed: str, meant: str) -> None:
    (slip,) = placeholder_slips(f"So {text} it is.", FIGURES)
    assert slip.typed == typed
    assert meant in slip.suggestion
    assert bool(slip.absent) is (text == "{{ previous.actual }}")


@pytest.mark.parametrize("text", ["{{ x }}", "{x}", "{% if a %}", "{{ 1+1 }}", "a { b } c", "{{}}", "{", "{{ quarter"])
def test_other_braces_are_nobodys_business(text: str) -> None:
    assert list(placeholder_slips(text, FIGURES)) == []


braces = st.text(st.sampled_from("{}[] quarter.actual|()%"), max_size=80)


@given(braces)
def test_no_text_between_braces_is_run_or_lost(text: str) -> None:
    assert with_figures(text, {}) == text
    assert all(slip.typed in text for slip in placeholder_slips(text, FIGURES))


def read(root: Path, answers: Mapping[str, Value | Sequence[Value]], *, internal: bool = False) -> Gathered:
    return gather(filled_project(root, answers).setup, internal=internal)


def test_a_placeholder_is_filled_in_every_document(tmp_path: Path) -> None:
    folder = filled_project(
        tmp_path, {"context": ["We reached {{ quarter.actual }} of {{ quarter.target }} because of leave."]}
    )
    gathered = folder.gather()
    assert gathered.problems == ()
    assert gathered.report.entries[0].answers["context"] == ("We reached 90.0% of 95.0% because of leave.",)
    files = render(folder.setup, gathered.report)
    assert b"We reached 90.0% of 95.0%" in files["exceptions.html"]
    assert b"We reached 90.0% of 95.0%" in files["report.json"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It was {{ quarter.actul }} this quarter.", "NARR05"),
        ("It was {{ year_ago.actual }} a year ago.", "NARR06"),
        ("It was for [[six people.", "NARR07"),
    ],
)
def test_a_slip_is_an_error_at_its_cell(tmp_path: Path, text: str, code: str) -> None:
    folder = filled_project(tmp_path, {"context": ["The first line is fine as it is.", text]})
    (problem,) = (each for each in folder.gather().problems if each.is_error)
    assert (problem.code, problem.place.cell) == (code, folder.cell("context", 2))
