"""Levels and the scheme that rates by them: sound in every variant, and right at its edges."""

from decimal import Decimal

import pytest

from generator.importing.drafting.levels import ProposedScheme, fits_unit, proposed_schemes, thresholds_of
from generator.importing.meaning.thresholds import thresholds_in
from generator.judging.scheme_file import read_scheme
from generator.judging.status import Circumstances, judge
from generator.model.figures import Level
from generator.model.measure import Measure, Polarity
from generator.model.officer_return import Half

VARIANTS = [ProposedScheme(green=green, amber=amber) for green in (True, False) for amber in (True, False)]


@pytest.mark.parametrize("scheme", VARIANTS, ids=lambda each: each.name)
def test_every_proposed_scheme_is_sound(scheme: ProposedScheme) -> None:
    read = read_scheme(scheme.text, scheme.name)
    assert [each.name for each in read.statuses] == ["Green", "Amber", "Red"]


def test_each_has_a_name_of_its_own_and_only_those_that_are_named_are_proposed() -> None:
    assert len({each.name for each in VARIANTS}) == len(VARIANTS)
    assert list(proposed_schemes(["thresholds", "derby", "", "thresholds"])) == ["thresholds"]


# what the list says, a result, its status
RATED = """
Green >= 55% Amber >= 40% Red < 40%   | 55   | Green
Green >= 55% Amber >= 40% Red < 40%   | 54.9 | Amber
Green >= 55% Amber >= 40% Red < 40%   | 40   | Amber
Green >= 55% Amber >= 40% Red < 40%   | 39.9 | Red
Green < 30 Amber < 50 Red >= 50       | 29   | Green
Green < 30 Amber < 50 Red >= 50       | 30   | Amber
Green < 30 Amber < 50 Red >= 50       | 50   | Red
G: <30 A: 30-50 R: >50                | 50   | Amber
G: <30 A: 30-50 R: >50                | 50.1 | Red
"""


@pytest.mark.parametrize("case", RATED.strip().splitlines())
def test_a_result_is_rated_as_the_list_says(case: str) -> None:
    said, result, status = (part.strip() for part in case.split("|"))
    found = thresholds_in(said)
    assert found
    scheme = ProposedScheme(green=found.green.inclusive, amber=found.amber.inclusive)
    levels = tuple(
        (level, (edge.number,) * 5) for level, edge in ((Level.AMBER, found.green), (Level.FLOOR, found.amber))
    )
    measure = Measure(code="A", title="A", groups=("A",), polarity=found.polarity, levels=levels)
    read = read_scheme(scheme.text, scheme.name)
    verdict = judge(Half(actual=Decimal(result)), None, measure=measure, scheme=read, given=Circumstances(quarter=1))
    assert verdict.status.name == status


@pytest.mark.parametrize(
    ("said", "polarity", "green", "amber"),
    [
        ("Green 95% Amber 90%", Polarity.HIGHER, "95=", "90="),
        ("Green 95% Amber 90% Red 85%", Polarity.HIGHER, "95=", "85"),
        ("Green 3 Amber 2 Red 1", Polarity.HIGHER, "3=", "1"),
        ("Green 95% Amber 90% Red 90%", Polarity.HIGHER, "95=", "90="),
        ("Green 5 Red 8", Polarity.LOWER, "5=", "8="),
        ("Green 5 Amber 7 Red 8", Polarity.LOWER, "5=", "8"),
    ],
)
def test_bare_numbers_go_by_the_polarity(said: str, polarity: Polarity, green: str, amber: str) -> None:
    found = thresholds_of(said, polarity)
    assert found
    assert [f"{edge.number}{'=' * edge.inclusive}" for edge in (found.green, found.amber)] == [green, amber]
    assert thresholds_of(said, Polarity.NONE) is None


@pytest.mark.parametrize(
    ("said", "unit", "fits"),
    [
        ("Green <12:30 Amber 12:30-15:45", "minutes", False),
        ("Green >= 90% Amber >= 80%", "%", True),
        ("Green >= 90% Amber >= 80%", "days", False),
        ("Green: 5 Amber: 8", "days", True),
    ],
)
def test_thresholds_that_are_not_in_the_unit(said: str, unit: str, fits: bool) -> None:
    assert fits_unit(said, unit) is fits
