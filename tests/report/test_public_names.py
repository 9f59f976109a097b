"""What a public draft calls the places of what is to be put right."""

from dataclasses import replace
from pathlib import Path

from generator.model.messages.wording import Severity
from generator.model.problem import Place, Problem
from generator.reading.readings import Reading
from generator.report.public_names import PublicNames
from tests.projects import filled_project


def problem(file: str, sheet: str) -> Problem:
    facts = (("label", "Result"), ("what", ""), ("found", "13 days"))
    return Problem(code="FIG01", severity=Severity.ERROR, place=Place(file, sheet, "C7"), facts=facts)


def test_sheets_of_a_workbook_of_several_forms_are_called_by_what_they_are_about(tmp_path: Path) -> None:
    setup = filled_project(tmp_path).setup
    (measure, *_) = setup.register.measures
    first = Reading("in/Jo.xlsx", measure, None, (), sheet="Jo", actions_sheet="Jo 2")
    second = replace(first, measure=replace(measure, code="HX 05"), sheet="Jo 3", actions_sheet="")
    names = PublicNames.of(setup, [first, second])
    places = [names.problem(problem("in/Jo.xlsx", sheet)).place for sheet in ("Jo", "Jo 2", "Jo 3", "Jo 4")]
    assert [each.sheet for each in places] == [measure.label, f"{measure.label}: actions", "HX 05", None]
    alone = PublicNames.of(setup, [first])
    assert alone.problem(problem("in/Jo.xlsx", "Jo")).place.sheet is None
    assert "Jo" not in str(alone.problem(problem("in/Jo.xlsx", "Jo 2")).place)


def test_what_was_typed_is_left_out_and_nothing_stands_for_what_is_empty(tmp_path: Path) -> None:
    names = PublicNames.of(filled_project(tmp_path).setup, [])
    assert names.problem(problem("a.xlsx", "b")).message == "“Result” is “…”, which is not a number."
