"""Words for better and worse, and for success and failure, against the direction and the statuses."""

from decimal import Decimal
from typing import Any

import pytest

from generator.judging.direction import Travel
from tests.checks.readers_eye.commentary import told

FIRES = [
    ("NUM05", "This is higher than last quarter.", {}),
    ("NUM05", "This is lower than in Q1.", {"travel": Travel.IMPROVING}),
    ("NUM06", "Performance is in line with expectations.", {}),
    ("NUM06", "It is likely that we will exceed the target for the year.", {}),
    ("NUM06", "Take-up remains above target.", {}),
    ("NUM06", "The figure is well within target, though demand has grown.", {}),
    ("NUM06", "The council has achieved its target with a month to spare.", {}),
    ("NUM05", "The figure of 57.0% has improved to 56.3%.", {}),
]
QUIET = [
    ("NUM05", "We expect performance to improve on last quarter.", {}),
    ("NUM05", "Performance has improved since last quarter.", {"travel": Travel.IMPROVING}),
    ("NUM05", "Performance has improved since last quarter.", {"travel": None}),
    ("NUM05", "Performance in 2016/17 saw an improvement on the year before.", {}),
    ("NUM05", "Since then Q3 performance has improved.", {}),
    ("NUM05", "Performance of the youngest group is better than target.", {}),
    ("NUM06", "It was within target from April 2016 to June 2017.", {}),
    ("NUM06", "We know what is above target: the cost.", {"actual": Decimal(66), "forecast": Decimal(58)}),
    ("NUM06", "We aim for performance within target.", {}),
    ("NUM06", "Posters are used to ensure that uptake remains on track.", {}),
    ("NUM06", "It is unlikely that we will meet the target.", {}),
]


@pytest.mark.parametrize(("code", "text", "given"), FIRES)
def test_what_an_editor_would_ask_about(code: str, text: str, given: dict[str, Any]) -> None:
    assert code in told(text, **given)


@pytest.mark.parametrize(("code", "text", "given"), QUIET)
def test_what_an_editor_would_not_ask_about(code: str, text: str, given: dict[str, Any]) -> None:
    assert code not in told(text, **given)
