"""What templates/narratives/ write, from a project to its documents."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.build import templates_of
from generator.model.problem import Unusable
from generator.project.team_files import hashes_of as hashes_by_name
from tests.projects import GOOD, Folder, fill, filled_project, make_project, render

HEADLINE = (
    "At 90.0% against a target of 95.0%, this measure is Red for the quarter; "
    "it is forecast to be Green at year end (96.0% against 96.0%)."
)


def settings(folder: Folder, more: str) -> Folder:
    path = folder.project.settings
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    return folder


def hashes_of(folder: Folder) -> Mapping[str, str]:
    """What a build is made from."""
    return {**folder.gather().sources, **hashes_by_name(templates_of(folder.setup).values())}


def test_a_measure_has_a_headline_and_its_directorate_a_summary(tmp_path: Path) -> None:
    page = filled_project(tmp_path).page()
    (directorate,) = page.directorates
    (measure,) = directorate.measures
    assert page.introduction.startswith("1 measure is reported")
    assert measure.headline == HEADLINE
    assert directorate.summary.startswith("The one measure reported by Place is an exception.")


def test_both_can_be_left_out(tmp_path: Path) -> None:
    left_out = settings(filled_project(tmp_path), '\nleave_out = ["headlines", "directorate summaries"]\n')
    (directorate,) = left_out.page().directorates
    assert (directorate.summary, directorate.measures[0].headline) == ("", "")


def test_a_projects_own_template_counts_and_is_in_the_manifest(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    before = hashes_of(folder)
    own = tmp_path / "templates" / "narratives" / "measure.j2"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("{{ measure.label }} is {{ measure.quarter.status }}.", encoding="utf-8")
    assert folder.page().directorates[0].measures[0].headline == "PL 01 is Red."
    after = hashes_of(folder)
    assert {name for name in after if before.get(name) != after[name]} == {"templates/narratives/measure.j2"}


def test_a_broken_one_publishes_nothing_and_is_named_with_its_line(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    own = tmp_path / "templates" / "narratives" / "directorate.j2"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("\n{{ directorate.nmae }}", encoding="utf-8")
    with pytest.raises(Unusable) as told:
        render(folder.setup, folder.gather().report)
    (problem,) = told.value.problems
    assert (problem.place.file, problem.place.cell) == ("templates/narratives/directorate.j2", "line 2")
    assert "Did you mean “name”?" in problem.message


def test_the_covering_email_tells_the_clerk_what_is_sent(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PL 02", "Title": "Bins\nemptied late"})
    fill(folder.issue()[0], GOOD)
    settings(folder, '\n[committee]\ncommittee = "Overview and Scrutiny"\nmeeting = 2025-02-11\n')
    gathered = folder.gather()
    email = render(folder.setup, gathered.report)["covering-email.txt"].decode()
    subject, empty, *body = email.splitlines()
    assert subject == "Subject: Ambridge Council: Performance exceptions, 2024/25 Q3"
    assert empty == ""
    text = "\n".join(body)
    assert "for the Overview and Scrutiny, to be considered on 11 February 2025." in text
    assert "- exceptions.docx: the committee's table, in Word" in text
    assert "It reports one measure, which is an exception." in text
    assert "- PL 02, Bins emptied late (Place). Return not received." in text
