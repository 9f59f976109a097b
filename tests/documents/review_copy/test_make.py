"""The review copy: every problem is a comment on what it is about, whatever the report's shape and template."""

import io
import json
import shutil
import zipfile
from pathlib import Path

import docx
import pytest

from generator.cache.libreoffice import convert_files, find_libreoffice
from generator.documents.review_copy.marks import IN_BYTES
from generator.report.gather import gather
from tests.collecting.round import run
from tests.documents.review_copy.read_back import by_libreoffice, by_python_docx
from tests.documents.word_files import xml_of
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, filled_project, make_project, render
from tests.test_questions_about_groups import FAIR, REPORT, THRIVING, changed
from tests.test_questions_about_groups import SETTINGS as OF_GROUPS
from tests.test_questions_about_groups import filled as filled_about_groups
from tests.test_questions_about_groups import project as project_of_groups

RESTYLED = Path(__file__).parents[2] / "restyled"

WRONG = {
    **GOOD,
    "context": ["The the lorries were late.", "It took 12 days. It will end soon. [[Jo is ill.]]", "- TBC"],
    "actions": ["We will see."],
    "approved_by": None,
    "direction_override": "Better",
    "forecast_actual": "n/a",
}


def reviewed(folder: Folder) -> dict[str, str]:
    """The words that the problems of a review copy are on, by the problem's code and cell, and all that must hold."""
    result = run("review", "--project", folder.root)
    assert (result.exit_code, result.stdout) == (0, "output/2024-25-Q3-review.docx\n")
    path = folder.root / "output" / "2024-25-Q3-review.docx"
    data = path.read_bytes()
    comments = by_python_docx(data)
    checked = json.loads(run("check", "--project", folder.root, "--format", "json").stdout)["problems"]
    assert sorted(each["message"].split("\n")[0] for each in checked) == sorted(
        told.split("\n")[0] for _, told in comments
    )
    assert all(words for words, _ in comments)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(IN_BYTES.search(archive.read(name)) for name in archive.namelist())
    run("review", "--project", folder.root)
    assert path.read_bytes() == data
    last = [told.rpartition("\n")[2] for _, told in comments]
    return {
        f"{each.split(':')[0].partition(' ')[2]} {each.rpartition(', ')[2] if ', ' in each else ''}".strip(): words
        for each, (words, _) in zip(last, comments, strict=True)
    }


def test_comments_are_on_the_words_the_figure_or_the_name(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, WRONG)
    cell = folder.cell
    words = reviewed(folder)
    assert {
        f"TEXT11 {cell('context')}": "The the lorries were late.",
        f"TEXT03 {cell('context', 3)}": "TBC",
        f"TIME05 {cell('context', 2)}": "soon",
        f"SIGN01 {cell('approved_by')}": "PL 01",
    }.items() <= words.items()
    (stated,) = (each for code, each in words.items() if code.endswith(cell("direction_override")))
    assert stated.startswith(("Improving", "Deteriorating", "Not known", "Better"))


def test_nothing_of_it_changes_the_words_or_is_in_what_is_published(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"context": ["The the lorries [[of Jo]] were late."]})
    reviewed(folder)
    run("build", "--project", tmp_path)
    public = folder.project.output_folder(folder.setup.period)
    for path in public.rglob("*.docx"):
        with zipfile.ZipFile(path) as archive:
            assert "word/comments.xml" not in archive.namelist()
            assert b"commentRangeStart" not in archive.read("word/document.xml")
    inside = render(folder.setup, gather(folder.setup, draft=True, internal=True).report)["exceptions.docx"]
    copy = docx.Document(str(tmp_path / "output" / "2024-25-Q3-review.docx"))
    told, own = (
        "".join(str(each.text) for each in of.element.body.iter("{*}t"))
        for of in (copy, docx.Document(io.BytesIO(inside)))
    )
    assert told.replace(": review copy", "") == own
    assert "of Jo" in told


@pytest.mark.parametrize("listing", ["exceptions", "all", "exceptions, then the rest in brief"])
def test_what_is_not_printed_is_at_the_name_or_in_the_list_at_the_end(tmp_path: Path, listing: str) -> None:
    measures: tuple[dict[str, Value], ...] = ({"Code": "PL 01"}, {"Code": "PL 02"}, {"Code": "PL 03"})
    folder = make_project(tmp_path, *measures, settings=f'{SETTINGS}listing = "{listing}"\n')
    first, second, _ = folder.issue()
    fill(first, WRONG)
    fill(second, {**GOOD, "quarter_actual": 99, "approved_by": None})
    (folder.returns / "notes.xlsx").write_bytes(b"no workbook")
    words = reviewed(folder)
    assert "PL 02" in words.values()
    assert next(on for code, on in words.items() if "MISS01" in code) == "PL 03"
    document = xml_of((tmp_path / "output" / "2024-25-Q3-review.docx").read_bytes())
    assert document.index("Not printed in this report") < document.rindex("notes.xlsx")


def test_answers_about_groups_and_the_report(tmp_path: Path) -> None:
    written = {
        **changed(THRIVING, developments=["The the hall opened in October.", "- TBC"]),
        FAIR: changed(FAIR, approved_by=None)[FAIR],
        REPORT: changed(REPORT, overview=["We did well. TBC."])[REPORT],
    }
    two_levels = OF_GROUPS.replace("data_source", 'then_by = "Theme"\ndata_source')
    folder = filled_about_groups(project_of_groups(tmp_path, two_levels), written)
    words = reviewed(folder)
    assert "The the hall opened in October." in words.values()
    assert "TBC" in words.values()
    assert "Priority: A fair city" in words.values()


@pytest.mark.parametrize("template", ["county", "borough", "unitary", "sections"])
def test_with_any_template(tmp_path: Path, template: str) -> None:
    folder = filled_project(tmp_path, WRONG)
    own = RESTYLED / f"{template}.docx"
    if own.exists():
        (tmp_path / "templates").mkdir()
        shutil.copy(own, tmp_path / "templates" / "report.docx")
    else:
        settings = tmp_path / "inputs" / "scorecard.toml"
        settings.write_text(f'{settings.read_text("utf-8")}layouts = ["{template}"]\n', "utf-8")
    words = {"PL 01"} if template == "unitary" else {"The the lorries were late.", "TBC", "soon"}
    assert words <= set(reviewed(folder).values()), "a summary prints the names of measures alone"


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same_comments_on_the_same_words(tmp_path: Path) -> None:
    reviewed(filled_project(tmp_path / "project", WRONG))
    path = tmp_path / "project" / "output" / "2024-25-Q3-review.docx"
    convert_files(find_libreoffice() or "", [path], to="odt", folder=tmp_path, seconds=120)
    assert by_libreoffice(tmp_path / "2024-25-Q3-review.odt") == sorted(by_python_docx(path.read_bytes()))
