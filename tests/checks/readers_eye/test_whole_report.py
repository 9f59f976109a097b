"""What concerns the whole report: one text for several measures, and acronyms told of once."""

from dataclasses import replace

import pytest

from generator.checks.readers_eye.whole_report import acronyms_once, alike
from generator.model.messages.wording import Severity
from generator.model.officer_return import Source
from generator.model.problem import Place, Problem, problem
from generator.project.house_style import HouseStyle, Ruling
from tests.checks.readers_eye.commentary import FINE, KNOWN, MEASURE, judged

LONG = ("The two courts that decide on these cases sat later than planned in August and in September.",)


def returned(code: str, **written: tuple[str, ...]) -> object:
    each = judged(FINE | written, measure=replace(MEASURE, code=code))
    return each._replace(returned=replace(each.returned, source=Source(file=f"{code}.xlsx", sha256="")))


@pytest.mark.parametrize(("measures", "asks"), [(2, False), (3, True), (5, True)])
def test_a_text_that_several_measures_have_is_asked_about_once(measures: int, asks: bool) -> None:
    several = [returned(f"M{number}", context=LONG) for number in range(measures)]
    told = list(alike(several, KNOWN))  # type: ignore[arg-type]
    assert [each.code for each in told] == ["TEXT17"] * asks
    assert not asks or f"M0, M1, M2{', M3, M4' * (measures > 3)}. It begins: “{LONG[0][:20]}" in told[0].message


def test_answers_of_one_measure_are_not_several_measures() -> None:
    answers = {"context": LONG, "actions": LONG, "intervention": LONG}
    assert not list(alike([returned("M0", **answers), returned("M1", **answers)], KNOWN))  # type: ignore[list-item]


def test_short_texts_may_be_alike() -> None:
    assert not list(alike([returned(f"M{number}", context=("As last quarter.",)) for number in range(3)], KNOWN))  # type: ignore[misc]


def test_it_can_be_switched_off() -> None:
    off = HouseStyle(rules=(Ruling(rule="TEXT17", severity=None, reason="r"),))
    several = [returned(f"M{number}", context=LONG) for number in range(3)]
    assert not list(alike(several, replace(KNOWN, style=off)))  # type: ignore[arg-type]


def acronym(file: str, found: str, severity: Severity | None = None) -> Problem:
    return problem("TEXT09", Place(file), severity, found=found, lines="")


def test_acronyms_of_several_returns_are_one_problem_with_lines_for_the_glossary() -> None:
    other = problem("TEXT03", Place("M1.xlsx"), found="TBC")
    several = [acronym("M0.xlsx", "CAPT, IFA"), other, acronym("M1.xlsx", "IFA")]
    told = list(acronyms_once(several, [returned("M0"), returned("M1")]))  # type: ignore[list-item]
    assert [each.code for each in told] == ["TEXT09", "TEXT03"]
    assert "CAPT (M0), IFA (M0, M1)" in told[0].message
    assert told[0].remedy.endswith('"CAPT" = ""\n"IFA" = ""')


@pytest.mark.parametrize(
    "several",
    [[acronym("M0.xlsx", "CAPT")], [acronym("M0.xlsx", "CAPT"), acronym("M1.xlsx", "IFA", Severity.ERROR)]],
)
def test_one_by_itself_and_errors_stay_where_they_are(several: list[Problem]) -> None:
    assert list(acronyms_once(several, [])) == several
