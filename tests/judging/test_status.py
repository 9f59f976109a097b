"""Statuses by the default scheme: the reference report's 36 figures, the edges, and what must hold of any figure."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.judging.conditions import Unjudged
from generator.judging.scheme import Scheme
from generator.judging.scheme_file import read_scheme
from generator.judging.status import Circumstances, Rating, Verdict, judge
from generator.model.figures import Amount, Span, two_decimals, type_of_figure
from generator.model.measure import Kind, Measure, Polarity
from generator.model.officer_return import Half
from generator.project.folder import BUNDLED_TEMPLATES

DERBY = read_scheme((BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text(encoding="utf-8"), "derby.toml")


def measure(polarity: str = "higher", decimals: int = 1, **more: object) -> Measure:
    plain = {"code": "X 1", "title": "A measure", "groups": ("Place",)}
    return Measure(**plain, polarity=Polarity(polarity), decimals=decimals, **more)  # type: ignore[arg-type]


def verdict(
    target: type_of_figure | None, actual: type_of_figure | None, made: Measure, scheme: Scheme = DERBY, **half: str
) -> Verdict:
    given = Circumstances(quarter=2)
    return judge(Half(actual=actual, **half), target, measure=made, scheme=scheme, given=given)


def status(polarity: str, target: str, actual: str, decimals: int = 1, scheme: Scheme = DERBY) -> str:
    found = verdict(Decimal(target), Decimal(actual), measure(polarity, decimals), scheme)
    assert isinstance(found.worked_out, Rating)
    return found.status.name


# Every figure of the reference report that can be worked out.
# Measure, half, better is, target, actual, deviation, status.
REFERENCE = """
YA&H PM08        F higher     135      90  -33.33 Red
Regen PM21       Q higher      30      22  -26.67 Red
Regen PM21       F higher     106      45  -57.55 Red
CM PM15          Q higher   60000   44745  -25.43 Red
CM PM15          F higher  125000  112816   -9.75 Red
CM PM24          Q lower     28.5    31.5  -10.53 Red
CM PM24a         Q lower     11.0    11.8   -7.27 Red
CM PM24a         F lower     11.0    11.0    0.00 Green
CP 08f           Q lower      4.2     5.6  -33.33 Red
CP 08f           F lower      8.4    11.7  -39.29 Red
EARS PM53        Q higher      90      65  -27.78 Red
EARS PM53        F higher      90      80  -11.11 Red
L&D PM07b        Q lower     10.0    15.1  -51.00 Red
L&D PM07b        F lower     10.0    15.0  -50.00 Red
EI 12/EI 3       Q higher      95    94.5   -0.53 Amber
EI 12/EI 3       F higher      95      95    0.00 Green
C PM21           Q higher      57      55   -3.51 Amber
EIISS PM04       Q lower    81.30   78.90    2.95 Blue
EIISS PM04       F lower    75.80   80.00   -5.54 Red
L&I PM02a        Q higher      61      60   -1.64 Amber
L&I PM02a        F higher      61      61    0.00 Green
L&I PM23c        Q higher      86      86    0.00 Green
L&I PM23c        F higher      90      85   -5.56 Red
L&I PM23e        Q higher      83      40  -51.81 Red
L&I PM23e        F higher      83      40  -51.81 Red
SEND 6           Q higher      75      53  -29.33 Red
SEND 6           F higher      75      75    0.00 Green
AHH 02B          Q higher      82    78.3   -4.51 Amber
AHH 02B          F higher      82      78   -4.88 Amber
SS PM07          Q lower    81.10   84.80   -4.56 Amber
SS PM07          F lower    79.10   85.00   -7.46 Red
SS PM23b         Q lower       60    67.2  -12.00 Red
SS PM23b         F lower       60      65   -8.33 Red
SS PM25          Q higher      65    56.3  -13.38 Red
SS PM28          Q higher      50       0 -100.00 Red
SS PM28          F higher      50      85   70.00 Blue
""".strip().splitlines()


@pytest.mark.parametrize("line", REFERENCE)
def test_the_reference_reports_figures_give_its_statuses(line: str) -> None:
    polarity, target, actual, deviation, expected = line[17:].split()[1:]
    found = verdict(Decimal(target), Decimal(actual), measure(polarity, 2))
    assert (found.status.name, two_decimals(found.deviation), found.stated) == (expected, deviation, False)


def test_there_are_36_of_them() -> None:
    assert len(REFERENCE) == 36


@pytest.mark.parametrize(
    ("polarity", "target", "actual", "expected"),
    [
        ("higher", "100", "102.0", "Green"),
        ("higher", "100", "102.1", "Blue"),
        ("higher", "100", "100.0", "Green"),
        ("higher", "100", "99.9", "Amber"),
        ("higher", "100", "95.0", "Amber"),
        ("higher", "100", "94.9", "Red"),
        ("lower", "100", "98.0", "Green"),
        ("lower", "100", "97.9", "Blue"),
        ("lower", "100", "105.0", "Amber"),
        ("lower", "100", "105.1", "Red"),
        ("higher", "0.3", "0.3", "Green"),
        ("higher", "1E+15", "950000000000000", "Amber"),
        ("higher", "1E+15", "949999999999999.9", "Red"),
        ("lower", "11.0", "11.8", "Red"),
        ("higher", "-10", "-10.5", "Amber"),
        ("higher", "-10", "-10.6", "Red"),
        ("higher", "-10", "-9.7", "Blue"),
    ],
)
def test_a_figure_on_an_edge_is_judged_exactly(polarity: str, target: str, actual: str, expected: str) -> None:
    assert status(polarity, target, actual) == expected


@pytest.mark.parametrize(("target", "actual"), [("0.95", "0.9025"), ("1E+14", "95000000000000"), ("7E-9", "6.65E-9")])
def test_five_percent_is_five_percent_at_any_size(target: str, actual: str) -> None:
    edge, fine = Decimal(actual), measure("higher", 12)
    on, below = verdict(Decimal(target), edge, fine), verdict(Decimal(target), edge - Decimal("1e-11"), fine)
    assert (on.status.name, on.deviation, below.status.name) == ("Amber", Fraction(-5), "Red")


@pytest.mark.parametrize(
    ("tolerance", "actual", "expected"),
    [
        (Amount(percent=Fraction(1)), "99", "Amber"),
        (Amount(percent=Fraction(1)), "98", "Red"),
        (Amount(units=Fraction(3)), "47", "Amber"),
        (Amount(units=Fraction(3)), "46.9", "Red"),
    ],
)
def test_a_measures_own_tolerance_replaces_the_schemes(tolerance: Amount, actual: str, expected: str) -> None:
    target = Decimal(100) if tolerance.percent else Decimal(50)
    assert verdict(target, Decimal(actual), measure(tolerance=tolerance)).status.name == expected


@pytest.mark.parametrize(
    ("target", "actual", "made", "why"),
    [
        (Decimal(1), None, measure(), Unjudged.NO_ACTUAL),
        (None, Decimal(1), measure(), Unjudged.NO_TARGET),
        (Decimal(0), Decimal(1), measure(), Unjudged.ZERO_TARGET),
        (Decimal(1), "Yes", measure(), Unjudged.NOT_COMPARABLE),
        ("Completed", "Major slippage", measure(kind=Kind.MILESTONE), Unjudged.UNKNOWN_MILESTONE),
        (date(2019, 3, 31), date(2019, 4, 1), measure(kind=Kind.DATE), Unjudged.NO_PERCENTAGE),
        (Decimal(1), Decimal(1), measure("none"), Unjudged.NO_POLARITY),
        (Decimal(1), Decimal(1), measure(kind=Kind.DATA_ONLY), Unjudged.DATA_ONLY),
    ],
)
def test_what_cannot_be_rated_says_why(
    target: type_of_figure | None, actual: type_of_figure | None, made: Measure, why: Unjudged
) -> None:
    found = verdict(target, actual, made)
    assert (found.worked_out, found.status.name, found.stated) == (why, "N/A", False)
    assert found.reason == f"No status can be worked out: {why.value}."


@pytest.mark.parametrize(
    ("target", "actual", "made", "expected"),
    [
        (Decimal(0), Decimal(0), measure("lower"), "Green"),
        ("Completed", "completed", measure(kind=Kind.MILESTONE), "Green"),
        ("Yes", "Yes", measure(kind=Kind.YES_NO), "Green"),
        ("Yes", "No", measure(kind=Kind.YES_NO), "Red"),
        ("No", "No", measure(kind=Kind.YES_NO), "Green"),
        (date(2019, 3, 31), date(2019, 3, 31), measure(kind=Kind.DATE), "Green"),
        (Span(Decimal(40), Decimal(60)), Decimal(40), measure(kind=Kind.RANGE), "Green"),
        (Span(Decimal(40), Decimal(60)), Decimal(60), measure(kind=Kind.RANGE), "Green"),
        (Span(Decimal(40), Decimal(60)), Decimal(63), measure(kind=Kind.RANGE), "Amber"),
        (Span(Decimal(40), Decimal(60)), Decimal(38), measure(kind=Kind.RANGE), "Amber"),
        (Span(Decimal(40), Decimal(60)), Decimal("37.9"), measure(kind=Kind.RANGE), "Red"),
    ],
)
def test_every_kind_of_figure_is_held_against_its_target(
    target: type_of_figure, actual: type_of_figure, made: Measure, expected: str
) -> None:
    assert verdict(target, actual, made).status.name == expected


NO_FIGURES = (None, Decimal(100))
FIGURES = (Decimal(50), Decimal(100))


@pytest.mark.parametrize(
    ("figures", "override", "status", "stated", "beside"),
    [
        (NO_FIGURES, "amber", "Amber", True, None),
        (NO_FIGURES, "n/a", "N/A", True, None),
        (NO_FIGURES, None, "N/A", False, None),
        ((Decimal(50), None), "green", "Green", True, None),
        (FIGURES, None, "Red", False, None),
        (FIGURES, "amber", "Red", False, "Amber"),
        (FIGURES, "n/a", "Red", False, "N/A"),
        (FIGURES, "red", "Red", False, "Red"),
    ],
)
def test_a_status_is_worked_out_and_one_that_is_stated_all_the_same_is_kept_beside_it(
    figures: tuple[Decimal | None, Decimal | None], override: str | None, status: str, stated: bool, beside: str | None
) -> None:
    actual, target = figures
    half: dict[str, Any] = {"override": override, "reason": "The target was set in error."} if override else {}
    found = verdict(target, actual, measure(), **half)
    assert (found.status.name, found.stated) == (status, stated)
    assert (found.beside.name if found.beside else None) == beside
    assert not override or found.reason == "The target was set in error."
    assert actual is None or target is None or found.deviation == -50


def test_a_figure_is_judged_as_it_is_printed() -> None:
    found = verdict(Decimal(100), Decimal("94.96"), measure())
    assert (found.actual, found.status.name) == (Decimal("95.0"), "Amber")


figures = st.decimals("-1e9", "1e9", places=4)
targets = figures.filter(lambda figure: figure != 0)
polarities = st.sampled_from([Polarity.HIGHER, Polarity.LOWER])
ORDER = [each.name for each in DERBY.statuses]


def rank(polarity: Polarity, target: Decimal, actual: Decimal) -> int:
    return ORDER.index(status(polarity.value, str(target), str(actual), decimals=4))


@given(polarities, targets, figures, figures)
def test_better_never_rates_worse(polarity: Polarity, target: Decimal, one: Decimal, other: Decimal) -> None:
    worse, better = sorted((one, other), reverse=polarity is Polarity.LOWER)
    assert rank(polarity, target, better) <= rank(polarity, target, worse)


@given(targets, figures)
def test_the_mirrored_polarity_gives_the_mirrored_status(target: Decimal, actual: Decimal) -> None:
    mirrored = 2 * target - actual
    assert rank(Polarity.HIGHER, target, actual) == rank(Polarity.LOWER, target, mirrored)


@given(targets, figures, st.integers(1, 9))
def test_the_unit_does_not_matter(target: Decimal, actual: Decimal, power: int) -> None:
    factor = Decimal(10) ** power
    assert rank(Polarity.HIGHER, target, actual) == rank(Polarity.HIGHER, target * factor, actual * factor)
