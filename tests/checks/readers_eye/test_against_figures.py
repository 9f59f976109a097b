"""Numbers in a commentary against the figures of the form."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.checks.readers_eye import read_through
from generator.model.measure import Kind, Polarity
from tests.checks.readers_eye.commentary import KNOWN, MEASURE, codes, judged, told

FIRES = [
    ("NUM01", "The rate for this quarter is 45.1%.", {}),
    ("NUM01", "It stood at 56.8% at the end of the quarter.", {}),
    ("NUM01", "Performance at Q2 of 61.2% was a surprise.", {}),
    ("NUM03", "Of the six children placed, three waited longer than planned.", {}),
    ("NUM04", "We had 20 cases, made up of 9 old cases and 12 new cases.", {}),
    ("NUM08", "Two thirds of families need no further help.", {"actual": None}),
]
QUIET = [
    ("NUM01", "The target was lowered by 56.9%."),
    ("NUM01", "Nationally it was 55.9% last year."),
    ("NUM01", "This is down from 57.0% in Q1."),
    ("NUM01", "In Q2 it was 56.3%, compared to 58.9% for the same months a year before."),
    ("NUM01", "It is slightly down on the 57.0% of the first review."),
    ("NUM01", "It is short of last year's 57.1%."),
    ("NUM01", "Other visits were on time in 58.0% of the cases."),
    ("NUM01", "A budget of £56.4 was agreed."),
    ("NUM03", "The plan is part one of two."),
    ("NUM04", "There were 12 complaints, among them 5 about bins and 4 about tax."),
]


@pytest.mark.parametrize(("code", "text", "given"), FIRES)
def test_what_an_editor_would_ask_about(code: str, text: str, given: dict[str, Any]) -> None:
    assert code in told(text, **given)


@pytest.mark.parametrize(("code", "text"), QUIET)
def test_what_an_editor_would_not_ask_about(code: str, text: str) -> None:
    assert code not in told(text)


@pytest.mark.parametrize(
    ("polarity", "actual", "forecast", "asks"),
    [
        ("higher", "56.3", "58", False),
        ("higher", "56.3", "61", True),
        ("higher", "60", "79", True),
        ("higher", "56.3", "50", False),
        ("lower", "31.5", "29.5", True),
        ("lower", "31.5", "31.0", False),
        ("lower", "31.5", "33", False),
    ],
)
def test_what_a_forecast_needs_of_the_rest_of_the_year(polarity: str, actual: str, forecast: str, asks: bool) -> None:
    target = Decimal(28 if polarity == "lower" else 65)
    targets = {"quarter_targets": (None, target, None, None), "year_end_target": target}
    measure = replace(MEASURE, polarity=Polarity(polarity), unit="days", kind=Kind.DAYS, **targets)  # type: ignore[arg-type]
    found = codes(judged(measure=measure, actual=Decimal(actual), forecast=Decimal(forecast)))
    assert ("NUM07" in found) is asks


def test_a_count_that_adds_up_needs_the_rest_in_the_quarters_left() -> None:
    counted = replace(MEASURE, unit="number", kind=Kind.NUMBER, year_end_target=Decimal(125_000))
    measure = replace(counted, quarter_targets=(None, Decimal(60_000), None, None))
    (problem,) = read_through(judged(measure=measure, actual=Decimal(44_745), forecast=Decimal(112_816)), KNOWN)
    assert problem.code == "NUM07"
    assert "34,035.5 is needed in each of the two quarters left, and the rate so far is 22,372.5" in problem.message


def test_a_fraction_told_twice_in_a_sentence_is_asked_about_once() -> None:
    assert told("Of the 70 reviews due, 57 of 70 were held (84%).").count("NUM03") == 1
