"""What is said of a figure that was not understood: what to type instead, in the measure's own unit."""

import pytest

from generator.model.measure import Measure
from generator.reading.answers.cell_answers import Mistake, figure_of
from generator.reading.answers.mistakes_in_words import facts_of, target_fault
from generator.xlsx import Cell, CellKind

NAMED = "question 1b (cell C37)"


def mistake(typed: str, unit: str) -> tuple[Mistake, Measure]:
    measure = Measure(code="X", title="X", groups=(), unit=unit)
    found = figure_of(
        Cell(row=6, column=3, kind=CellKind.TEXT, text=typed, number=None, percent=False, date=None, formula=False),
        measure,
    )
    assert isinstance(found, Mistake)
    return found, measure


@pytest.mark.parametrize(
    ("typed", "unit", "words"),
    [
        ("9:30", "minutes", "9 minutes and 30 seconds are 9.5; 9 hours and 30 minutes are 570."),
        ("9m 30s", "mins", "9 minutes and 30 seconds are 9.5"),
        ("9:30", "hours", "9 hours and 30 minutes are 9.5."),
        ("0:07", "seconds", "in seconds: 9 minutes and 30 seconds are 570."),
        ("9:30", "working days", "in days: 36 hours are 1.5."),
        ("12:5", ":1", "12 to 5 is 2.4."),
        ("1:2.4", ":1", "of how many there are to one"),
        ("9:30", "%", "Write one number, in the measure's unit."),
        ("1 200", "", "1,250 or 1250"),
        ("94·5", "", "one full stop"),
        ("94.5.", "", "one full stop"),
        ("1200-", "", "minus sign before the number"),
        ("1.2k", "", "Type digits alone: as a plain number 1.2E+03 and 1.2k are 1200."),
        ("10.1m", "million journeys", "Type digits alone, in million journeys: "),
        ("£1.2m", "£k", "Type digits alone, in £k: "),
        ("(£3.1m)", "£m", "minus sign before the number, such as -65.4, and no brackets"),
        ("９4.5", "", "signs that look like them"),
        ("90 (see below)", "", "put a note into the commentary. "),
        ("90 (p)", "", f"that it is provisional can be said at {NAMED}."),
        ("<5", "", f"say so at {NAMED}."),
    ],
)
def test_the_hint_is_about_what_was_typed(typed: str, unit: str, words: str) -> None:
    found, measure = mistake(typed, unit)
    hint = facts_of(found, lambda _: NAMED)["hint"]
    assert words in hint
    assert "question question" not in hint
    assert ("provisional" in hint) == ("(p)" in typed)
    assert "{" not in "".join(target_fault(found, measure, "such as 65.4"))


def test_a_number_with_its_rate_is_one_of_another_unit() -> None:
    found, _ = mistake("7.61 per 10,000", "per 10,000 population")
    assert (found.rule, dict(found.facts)["unit"]) == ("FIG09", "per 10,000 population")
