"""Whether a scheme can rate a measure: found before a form is issued."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from generator.judging.fitness import lacks_tolerance, unlisted_targets, unrated_kinds
from generator.judging.scheme import Scheme
from generator.judging.scheme_file import read_scheme
from generator.model.figures import Amount, type_of_figure
from generator.model.measure import Kind, Measure, Polarity
from tests.judging.schemes import DERBY
from tests.test_ready_schemes import SCHEMES

TWO_WEEKS = Amount(units=Fraction(14))
LATE = """\
name = "Late"
{milestones}
[amounts]
tolerance = {tolerance}
[[status]]
name = "Green"
meaning = "Done or on time"
when = {green}
fill = "#44A377"
ink = "#0B0C0C"
[[status]]
name = "Amber"
meaning = "A little late"
when = {amber}
fill = "#FFC926"
ink = "#0B0C0C"
[[status]]
name = "Red"
meaning = "Late"
exception = true
fill = "#AA1111"
ink = "#FFFFFF"
[unrated]
name = "N/A"
meaning = "No status"
fill = "#FFFFFF"
ink = "#0B0C0C"
"""
GREEN, AMBER = '{ deviation = ">= 0" }', '{ deviation = ">= -tolerance" }'


def late(*, milestones: str = "", tolerance: str = '"14 days"', green: str = GREEN, amber: str = AMBER) -> Scheme:
    return read_scheme(LATE.format(milestones=milestones, tolerance=tolerance, green=green, amber=amber), "late.toml")


LISTED = 'milestones = ["Completed", "On track", "Overdue"]'
BY_WORD = '[{ deviation = ">= 0" }, { milestone = ["Completed", "On track"] }]'
DATES, BOTH, MILESTONES = (Kind.DATE,), (Kind.DATE, Kind.MILESTONE), (Kind.MILESTONE,)


@pytest.mark.parametrize(
    ("scheme", "tolerance", "expected"),
    [
        (SCHEMES["derby"], None, BOTH),
        (SCHEMES["derby"], TWO_WEEKS, BOTH),
        (SCHEMES["kent"], None, BOTH),
        (SCHEMES["highland"], None, BOTH),
        (SCHEMES["maidstone"], None, BOTH),
        (SCHEMES["maidstone"], TWO_WEEKS, MILESTONES),
        (SCHEMES["south-kesteven"], None, DATES),
        (SCHEMES["west-berkshire"], None, MILESTONES),
        (late(), None, MILESTONES),
        (late(tolerance='"5%"'), None, BOTH),
        (late(tolerance='"lower of 5% and 14 days"'), None, BOTH),
        (late(tolerance='"register"'), None, MILESTONES),
        (late(tolerance='"register"'), Amount(percent=Fraction(5)), BOTH),
        (late(milestones=LISTED, green=BY_WORD), None, ()),
        (late(milestones=LISTED), None, ()),
        (late(milestones=LISTED, tolerance='"5%"'), None, BOTH),
        (late(amber='{ deviation = ">= -tolerance", direction = ["Improving"] }'), None, BOTH),
    ],
)
def test_the_kinds_that_a_scheme_cannot_rate(
    scheme: Scheme, tolerance: Amount | None, expected: tuple[Kind, ...]
) -> None:
    assert unrated_kinds(scheme, tolerance) == expected


def measure(
    kind: Kind, *targets: type_of_figure | None, tolerance: Amount | None = None, is_rated: bool = True
) -> Measure:
    polarity = Polarity.HIGHER if is_rated else Polarity.NONE
    four = (*targets, None, None, None, None)[:4]
    plain = {"code": "X", "title": "X", "groups": ("P",)}
    return Measure(**plain, kind=kind, quarter_targets=four, tolerance=tolerance, polarity=polarity)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("scheme", "targets", "expected"),
    [
        (late(milestones=LISTED), ("Completed", "On track"), ()),
        (late(milestones=LISTED), ("completed",), ()),
        (late(milestones=LISTED), ("Completed", "Finished"), ("Finished",)),
        (late(milestones=LISTED, green=BY_WORD), ("Finished",), ("Finished",)),
        (SCHEMES["south-kesteven"], ("Completed by 31 October",), ()),
    ],
)
def test_a_milestones_targets_are_on_its_schemes_list_unless_words_alone_decide(
    scheme: Scheme, targets: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert unlisted_targets(measure(Kind.MILESTONE, *targets), scheme) == expected


def test_a_target_for_a_year_end_that_nobody_forecasts_is_held_against_nothing() -> None:
    forecast = replace(measure(Kind.MILESTONE), year_end_target="Finished")
    without = replace(forecast, has_forecast=False)
    scheme = late(milestones=LISTED)
    assert (unlisted_targets(forecast, scheme), unlisted_targets(without, scheme)) == (("Finished",), ())


FROM_REGISTER = read_scheme(DERBY.replace('tolerance = "5%"', 'tolerance = "register"'), "derby.toml")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (measure(Kind.NUMBER, Decimal(90)), True),
        (measure(Kind.NUMBER, Decimal(90), tolerance=Amount(percent=Fraction(3))), False),
        (measure(Kind.NUMBER, Decimal(90), tolerance=Amount(percent=Fraction(0))), False),
        (measure(Kind.NUMBER, Decimal(90), is_rated=False), False),
        (measure(Kind.NUMBER), False),
        (measure(Kind.DATA_ONLY, Decimal(90)), False),
        (measure(Kind.YES_NO, "Yes", is_rated=False), True),
        (measure(Kind.DATE, date(2024, 10, 31), is_rated=False), True),
    ],
)
def test_a_tolerance_that_is_left_to_the_register_has_to_be_there(made: Measure, expected: bool) -> None:
    assert lacks_tolerance(made, FROM_REGISTER) is expected
    assert not lacks_tolerance(made, SCHEMES["derby"])


def test_milestones_that_words_alone_decide_need_no_tolerance() -> None:
    scheme = late(
        milestones=LISTED, green=BY_WORD, amber='[{ deviation = ">= -tolerance" }, { milestone = ["Overdue"] }]'
    )
    own = late(milestones=LISTED, tolerance='"register"')
    assert not lacks_tolerance(measure(Kind.MILESTONE, "Completed"), scheme)
    assert lacks_tolerance(measure(Kind.MILESTONE, "Completed"), own)
