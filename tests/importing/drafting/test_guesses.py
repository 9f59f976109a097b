"""What titles and targets let one think."""

from decimal import Decimal

import pytest

from generator.importing.drafting import guesses
from generator.model.measure import Basis, Polarity
from generator.model.period import Frequency

HIGHER, LOWER = Polarity.HIGHER, Polarity.LOWER


@pytest.mark.parametrize(
    ("title", "polarity"),
    [
        ("Garden waste recycled or composted", HIGHER),
        ("Service charges collected", HIGHER),
        ("Complaints answered within 10 days", HIGHER),
        ("Fly-tips cleared within 2 days", HIGHER),
        ("Complaints received", LOWER),
        ("Sickness days per employee", LOWER),
        ("Average time to re-let a home", LOWER),
        ("Families in temporary accommodation", LOWER),
        ("Children in care", None),
        ("Missed visits", None),
    ],
)
def test_which_way_is_better(title: str, polarity: Polarity | None) -> None:
    assert guesses.polarity_of_title(title) is polarity


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("% of calls answered", "%"),
        ("Percentage of bins emptied", "%"),
        ("Average days to process claims", "days"),
        ("Claims processed within 20 days", ""),
        ("Broken lamps per 1,000 residents", "per 1,000 residents"),
        ("Savings delivered (£m)", "£m"),
        ("Number of homes built", "number"),
        ("Rents collected", ""),
    ],
)
def test_the_unit_of_a_title(title: str, unit: str) -> None:
    assert guesses.unit_of_title(title) == unit


@pytest.mark.parametrize(
    ("unit", "title", "figures", "decimals"),
    [
        ("number", "Library visits", ("190000",), 0),
        ("number", "Average visits a day", ("19",), 1),
        ("%", "Rents collected", ("98",), 1),
        ("%", "Rents collected", ("98.25",), 2),
        ("£m", "Savings", ("2.1",), 1),
        ("days", "Days to process claims", ("20",), 1),
        ("offences", "Burglary in homes", ("3000",), 0),
        ("People", "Change in the claimant count", ("-150",), 0),
        ("Jobs", "Average jobs a scheme", ("20",), 1),
        ("jobs", "Jobs created", ("20.5",), 1),
        ("working days", "Sickness absence", ("8",), 1),
        ("million journeys", "Bus patronage", ("5",), 1),
        ("bins per 100,000", "Missed bins", ("45",), 1),
        ("tonnes", "Waste collected", ("45",), 1),
    ],
)
def test_how_many_decimals(unit: str, title: str, figures: tuple[str, ...], decimals: int) -> None:
    assert guesses.decimals_of(unit, title, tuple(map(Decimal, figures))) == decimals


@pytest.mark.parametrize(
    ("targets", "basis"),
    [
        ((110, 225, 340, 460), Basis.CUMULATIVE),
        ((97, 98, 99, 100), None),
        ((50, 50, 50, 50), None),
        ((40, 30, 20, 10), None),
        ((1, 2, 3), None),
    ],
)
def test_targets_that_add_up(targets: tuple[int, ...], basis: Basis | None) -> None:
    assert guesses.basis_of_targets([*map(Decimal, targets)], Frequency.QUARTERLY) is basis
