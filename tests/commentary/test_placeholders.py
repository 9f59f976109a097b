"""Figures and withheld passages in officers' texts, from the cell to the report."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from generator.cli.app import app
from generator.commentary.placeholders import filled, slips
from generator.commentary.withheld import internal_text, public_text
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
    assert filled(text, FIGURES) == (text if expected is None else expected)


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
    (slip,) = slips(f"So {text} it is.", FIGURES)
    assert slip.typed == typed
    assert meant in slip.suggestion
    assert bool(slip.absent) is (text == "{{ previous.actual }}")


@pytest.mark.parametrize("text", ["{{ x }}", "{x}", "{% if a %}", "{{ 1+1 }}", "a { b } c", "{{}}", "{", "{{ quarter"])
def test_other_braces_are_nobodys_business(text: str) -> None:
    assert list(slips(text, FIGURES)) == []


braces = st.text(st.sampled_from("{}[] quarter.actual|()%"), max_size=80)


@given(braces)
def test_no_text_between_braces_is_run_or_lost(text: str) -> None:
    assert filled(text, {}) == text
    assert all(slip.typed in text for slip in slips(text, FIGURES))


@pytest.mark.parametrize(
    ("text", "public", "internal"),
    [
        ("Of [[six]] children.", "Of [c] children.", "Of six children."),
        ("[[A]] and [[B]].", "[c] and [c].", "A and B."),
        ("A [single] bracket [c].", "A [single] bracket [c].", "A [single] bracket [c]."),
        ("Of [[six children.", "[c]", "Of [[six children."),
        ("Of six]] children.", "[c]", "Of six]] children."),
        ("A CDATA section ends in ]]>.", "A CDATA section ends in ]]>.", "A CDATA section ends in ]]>."),
    ],
)
def test_passages_are_withheld(text: str, public: str, internal: str) -> None:
    assert public_text(text) == public
    assert internal_text(text) == internal


@given(st.text(st.sampled_from("[] aé"), max_size=30), st.text(st.sampled_from("[ ]a"), max_size=8))
def test_what_stands_between_marks_is_never_public(around: str, inside: str) -> None:
    text = f"{around}[[{inside}SECRET{inside}]]{around}"
    assert "SECRET" not in public_text(text)


@given(st.text(st.sampled_from("[]a "), max_size=40))
def test_no_mark_is_left_for_the_public(text: str) -> None:
    assert "[[" not in public_text(text)


def read(root: Path, answers: Mapping[str, Value | Sequence[Value]], *, internal: bool = False) -> Gathered:
    return gather(filled_project(root, answers).setup, internal=internal)


def test_a_placeholder_is_filled_in_every_document(tmp_path: Path) -> None:
    folder = filled_project(
        tmp_path, {"context": ["We reached {{ quarter.actual }} of {{ quarter.target }} this quarter."]}
    )
    gathered = folder.gather()
    assert gathered.problems == ()
    assert gathered.report.entries[0].answers["context"] == ("We reached 90.0% of 95.0% this quarter.",)
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
    problems = read(tmp_path, {"context": ["The first line is fine as it is.", text]}).report.problems
    (problem,) = (each for each in problems if each.is_error)
    assert (problem.code, problem.place.cell) == (code, "C41")


def test_a_small_figure_and_marked_words_are_for_readers_inside(tmp_path: Path) -> None:
    answers = {
        "missing_reason": "Not published because numbers are small",
        "context": ["Of [[six]] children, most waited: {{ quarter.actual }} in all."],
    }
    folder = filled_project(tmp_path, answers)
    public, inside = (gather(folder.setup, internal=internal) for internal in (False, True))
    assert public.report.entries[0].answers["context"] == ("Of [c] children, most waited: [c] in all.",)
    assert inside.report.entries[0].answers["context"] == ("Of six children, most waited: 90.0% in all.",)
    assert public.report.entries[0].judged.quarter.status.name == "Red"
    files = render(folder.setup, public.report)
    everything = b"".join(files[name] for name in ("exceptions.html", "report.json", "measures.csv"))
    assert b"90.0" not in everything
    assert b"six" not in everything
    assert b"<dt>[c]</dt>" in everything
    page = render(folder.setup, inside.report)["exceptions.html"]
    assert b"90.0%" in page
    assert b"Not for publication" in page
    assert b"[c]" not in page


def test_an_internal_build_has_a_folder_of_its_own(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    done = CliRunner().invoke(app, ["build", "--internal", "--project", str(tmp_path)])
    assert done.exit_code == 0, done.output
    built = folder.project.output_folder(folder.setup.period, internal=True)
    assert built.name == "2024-25-Q3-internal"
    email = (built / "covering-email.txt").read_text(encoding="utf-8")
    assert "It is not for publication: it has figures and words that the public report withholds." in email
    assert (tmp_path / "output" / "2024-25-Q3-internal" / "exceptions.docx").exists()
    assert not (tmp_path / "output" / "2024-25-Q3").exists()
    for asked, code in (("--internal",), 0), ((), 1):
        assert CliRunner().invoke(app, ["verify", *asked, "--project", str(tmp_path)]).exit_code == code


def test_names_that_are_never_printed_are_in_no_file_of_the_output(tmp_path: Path) -> None:
    filled_project(tmp_path)
    settings = tmp_path / "inputs" / "scorecard.toml"
    asked = '\n[house_style]\nnames = ["Hilltop House"]\n'
    settings.write_text(settings.read_text(encoding="utf-8") + asked, encoding="utf-8")
    done = CliRunner().invoke(app, ["build", "--project", str(tmp_path)])
    assert done.exit_code == 0, done.output
    files = [path for path in (tmp_path / "output").rglob("*") if path.is_file()]
    assert len(files) > 5
    assert not any(b"Hilltop" in path.read_bytes() for path in files)
