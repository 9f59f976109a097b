"""Where Green and Amber end, as lists say it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.meaning.thresholds import Edge, Thresholds, thresholds_in
from generator.model.measure import Polarity

# what is said; where Green ends, where Amber ends ("=" where that number still has the colour), what is better
CASES = """
Green >= 55% Amber >= 40% Red < 40%                    55=  40=  higher
Green < 30 Amber < 50 Red >= 50                        30   50   lower
G: <30 A: 30-50 R: >50                                 30   50=  lower
Green: 95%+, Amber: 90-94.9%, Red: below 90%           95=  90=  higher
Green 95% or above; Red under 85%                      95=  85=  higher
G≥95 A≥90 R<90                                         95=  90=  higher
G: 95% and over A: 90-94% R: under 90%                 95=  90=  higher
Green: 5 and fewer, Red: more than 7                   5=   7=   lower
Green <=5 Amber 5.1 to 7 Red >7                        5=   7=   lower
Green >= £1,000,000 Amber >= £900,000 Red < £900,000   1000000= 900000= higher
Green is at least 95%, Red is less than 90%            95=  90=  higher
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines(), ids=lambda each: each.split("  ")[0])
def test_thresholds_are_understood(case: str) -> None:
    said, _, rest = case.partition("  ")
    green, amber, better = rest.split()
    ends = [Edge(Decimal(each.rstrip("=")), inclusive=each.endswith("=")) for each in (green, amber)]
    assert thresholds_in(said) == Thresholds(ends[0], ends[1], Polarity(better))


@pytest.mark.parametrize(
    "said", ["", "Amber", "Green", "Within 5%", "Red < 80", "Green 100%, Amber 90%, Red 80%", "Green >= 40 Amber >= 55"]
)
def test_what_does_not_say_where_colours_end(said: str) -> None:
    assert thresholds_in(said) is None


@given(st.text(st.sampled_from("GreenAmberRd <>=≥≤0123456789.,%-to"), max_size=60))
def test_green_is_always_on_the_better_side(said: str) -> None:
    found = thresholds_in(said)
    if found:
        better = found.green.number - found.amber.number
        assert better > 0 if found.polarity is Polarity.HIGHER else better < 0
