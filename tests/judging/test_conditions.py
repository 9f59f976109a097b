"""The conditions of a status."""

from decimal import Decimal

import pytest

from generator.judging.scheme_file import read_scheme
from generator.judging.status import Circumstances, judge
from generator.model.figures import Span
from generator.model.measure import Kind, Measure, Polarity
from generator.model.officer_return import Half
from tests.judging.schemes import RANGE


@pytest.mark.parametrize(
    ("actual", "expected"), [("39.9", "Low"), ("40", "Within"), ("50", "Within"), ("60", "Within"), ("60.1", "High")]
)
def test_a_scheme_may_tell_the_ends_of_a_range_apart(actual: str, expected: str) -> None:
    measure = Measure(code="X", title="X", groups=("P",), kind=Kind.RANGE, polarity=Polarity.RANGE)
    scheme = read_scheme(RANGE, "band.toml")
    span = Span(Decimal(40), Decimal(60))
    given = Circumstances(quarter=1)
    verdict = judge(Half(actual=Decimal(actual)), span, measure=measure, scheme=scheme, given=given)
    assert verdict.status.name == expected
