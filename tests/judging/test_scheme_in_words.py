"""A scheme in words: what each status means, and what earns it."""

import re

import pytest

from generator.judging.scheme_file import read_amount, read_scheme
from generator.judging.scheme_in_words import rule_of, rules_of
from generator.model.measure import Kind, Measure
from tests.judging.schemes import DERBY


def test_derby_says_what_its_statuses_mean_and_what_earns_them() -> None:
    scheme = read_scheme(DERBY, "derby.toml")
    assert [(each.name, each.meaning, rule_of(scheme, each), each.exception) for each in scheme.all_statuses] == [
        ("Blue", "Exceeding", "better than target by more than 2%", False),
        ("Green", "Met", "on target, or better by up to and including 2%", False),
        ("Amber", "Just missed", "worse than target by up to and including 5%", True),
        ("Red", "Missed", "worse than target by more than 5%", True),
        ("N/A", "No status can be given", "no status can be worked out", False),
    ]


def test_its_margin_is_a_setting() -> None:
    scheme = read_scheme(DERBY.replace('margin = "2%"', 'margin = "2.5%"'), "derby.toml")
    assert rule_of(scheme, scheme.statuses[0]) == "better than target by more than 2.5%"


def test_what_is_left_between_better_than_target_and_target_is_target() -> None:
    better = re.sub(r'"> margin"', '"> 0%"', DERBY)
    scheme = read_scheme(better, "derby.toml")
    assert [rule_of(scheme, each) for each in scheme.statuses[:2]] == ["better than target", "on target"]


@pytest.mark.parametrize(
    ("own", "amber", "red"),
    [
        ("0 units", "nothing, for the tolerance is 0", "worse than target"),
        ("0%", "nothing, for the tolerance is 0", "worse than target"),
        ("2 units", "worse than target by up to and including 2", "worse than target by more than 2"),
    ],
)
def test_a_tolerance_of_nought_leaves_nothing_between(own: str, amber: str, red: str) -> None:
    scheme = read_scheme(DERBY.replace(' = "-2%"', ' = "0%"'), "derby.toml")
    measure = Measure(code="X", title="X", groups=("P",), unit="number", tolerance=read_amount(own))
    rules = rules_of(scheme, measure)
    assert (rules["Amber"], rules["Red"]) == (amber, red)


@pytest.mark.parametrize(
    ("green", "amber", "words"),
    [
        (">= 0%", ">= -tolerance", "worse than target by up to and including 5%"),
        ("> 0%", ">= -tolerance", "on target, or worse by up to and including 5%"),
        ("> 0%", "> -tolerance", "on target, or worse by less than 5%"),
        (">= -2%", ">= -tolerance", "worse than target by more than 2%, up to and including 5%"),
        ("> -2%", ">= -tolerance", "worse than target by 2% or more, up to and including 5%"),
        ("> -2%", "> -tolerance", "worse than target by 2% or more, less than 5%"),
    ],
)
def test_an_edge_is_in_the_words_of_the_status_that_it_is_judged_as(green: str, amber: str, words: str) -> None:
    scheme = read_scheme(DERBY.replace('">= 0%"', f'"{green}"').replace('">= -tolerance"', f'"{amber}"'), "derby.toml")
    assert rule_of(scheme, scheme.statuses[2]) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5%", "5%"),
        ("2.5 %", "2.5%"),
        ("3 points", "3 points"),
        ("1 point", "1 point"),
        ("14 days", "14 days"),
        ("1 day", "1 day"),
        ("2 mins", "2 minutes"),
        ("3 percentage points", "3 percentage points"),
        ("5 per cent", "5%"),
        ("£100,000", "£100,000"),
        ("£0.1m", "£100,000"),
        ("£0.1 million", "£100,000"),
        ("£ 100K", "£100,000"),
        ("0", "0"),
        ("lower of 5% and £100,000", "5% or £100,000 (whichever is lower)"),
        ("lower of 0% and £100,000", "0% or £100,000 (whichever is lower)"),
        ("lower of 3 points and 0.5%", "0.5% or 3 points (whichever is lower)"),
    ],
)
def test_amounts_are_percentages_or_in_the_unit(text: str, words: str) -> None:
    amount = read_amount(text)
    assert amount
    assert amount.in_words == words


@pytest.mark.parametrize(
    ("own", "kind", "unit", "words"),
    [
        ("30 days", Kind.DATE, "", "30 days"),
        ("1 day", Kind.DATE, "date", "1 day"),
        ("3 points", Kind.PERCENTAGE, "%", "3 percentage points"),
        ("£1,500", Kind.MONEY, "£", "£1,500"),
        ("2", Kind.NUMBER, "cases", "2 cases"),
        ("2.5%", Kind.MONEY, "£", "2.5%"),
        ("£1,500", Kind.MONEY, "£k", "£1.5k"),
        ("£0.1m", Kind.MONEY, "£000", "100 £000"),
        ("lower of 5% and £100,000", Kind.MONEY, "£bn", "5% or £0.0001bn (whichever is lower)"),
        ("lower of 5% and £100,000", Kind.DAYS, "days", "5%"),
        ("30 days", Kind.MILESTONE, "", "30 days"),
        (None, Kind.MONEY, "£", "£20"),
    ],
)
def test_for_a_measure_amounts_are_in_its_unit(own: str | None, kind: Kind, unit: str, words: str) -> None:
    scheme = read_scheme(DERBY.replace('tolerance = "5%"', 'tolerance = "20"'), "derby.toml")
    tolerance = read_amount(own) if own else None
    measure = Measure(code="X", title="X", groups=("P",), kind=kind, unit=unit, tolerance=tolerance)
    amber = scheme.status("Amber")
    assert amber
    assert rules_of(scheme, measure)["Amber"].endswith(f"by up to and including {words}")
    assert rule_of(scheme, amber).endswith("by up to and including 20")


@pytest.mark.parametrize(
    ("amount", "words"),
    [("14 days", "14 days"), ("£0.1m", "£100,000"), ("3 points", "3 points"), ("1 point", "1 point"), ("5%", "5%")],
)
def test_the_key_says_what_an_amount_is_counted_in(amount: str, words: str) -> None:
    scheme = read_scheme(DERBY.replace('tolerance = "5%"', f'tolerance = "{amount}"'), "derby.toml")
    assert rule_of(scheme, scheme.statuses[2]) == f"worse than target by up to and including {words}"
