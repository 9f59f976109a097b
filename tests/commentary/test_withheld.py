"""Passages and figures that a public report withholds, from the cell to the report."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from generator.cli.app import app
from generator.commentary.withheld import internal_text, public_text
from generator.report.gather import gather
from tests.projects import filled_project, render


@pytest.mark.parametrize(
    ("text", "public", "internal"),
    [
        ("Of [[six]] children.", "Of [c] children.", "Of six children."),
        ("[[A]] and [[B]].", "[c] and [c].", "A and B."),
        ("A [single] bracket [c].", "A [single] bracket [c].", "A [single] bracket [c]."),
        ("Of [[six children.", "[c]", "Of [[six children."),
        ("Of six]] children.", "[c]", "Of six]] children."),
        ("Of [[[[]] children.", "[c]", "Of [[[[]] children."),
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
