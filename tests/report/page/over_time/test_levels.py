"""What a line of results is held against: which levels it has, from where on, and what is said of them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.history.variation import Cause, Limits, Point, SignalMeaning
from generator.model.dated import Rebase
from generator.model.period import Period
from generator.report.beside_others import BesideOthers
from generator.report.page.over_time.levels import levels_beside, levels_told
from generator.report.page.over_time.line_view import LevelKind
from generator.report.page.over_time.lines import line_of
from generator.report.signal_or_noise import SignalOrNoise
from tests.checks.readers_eye.commentary import MEASURE
from tests.report.page.over_time.test_lines import HIGHER, NOW, results

PERIODS = tuple(NOW.later(at - 3) for at in range(4))


def others(name: str, value: str) -> BesideOthers:
    return BesideOthers(name=name, value=Decimal(value), period=NOW.whole_year, source="", old_years=None, standing="")


def signal(count: int = 12, since: Period | None = None) -> SignalOrNoise:
    mean, lower, upper = Fraction(60), Fraction(-5), Fraction(125)
    return SignalOrNoise(
        measure=MEASURE,
        limits=Limits(mean, lower, upper, count),
        usual=(Fraction(0), Fraction(100)),
        latest=Point(mean, Cause.NONE, 0),
        meaning=SignalMeaning.NO_SIGNAL,
        assurance=None,
        rebased=None if since is None else Rebase(period=since, reason="New system"),
    )


ENGLAND, MEDIAN, BEST = (
    others("England", "61.5"),
    others("Nearest statistical neighbours median", "63"),
    others("Best", "70"),
)


@pytest.mark.parametrize(
    ("beside", "told", "expected", "words"),
    [
        ([], None, [], ""),
        ([ENGLAND], None, [("England", "others", "61.5", 0)], "England (2018/19): 61.5%."),
        (
            [ENGLAND, MEDIAN, BEST],
            None,
            [("England", "others", "61.5", 0), ("Nearest statistical neigh…", "more-others", "63", 0)],
            "England (2018/19): 61.5%. Nearest statistical neighbours median (2018/19): 63.0%.",
        ),
        (
            [],
            signal(),
            [("Average", "average", "60", 0), ("Limits (lower)", "limit", "0", 0), ("Limits", "limit", "100", 0)],
            "Average: 60.0%. Limits: 0.0% to 100.0%.",
        ),
        (
            [],
            signal(11, PERIODS[1]),
            [
                ("Average", "average", "60", 1),
                ("Trial limits (lower)", "limit", "0", 1),
                ("Trial limits", "limit", "100", 1),
            ],
            "Average: 60.0%. Trial limits (of 11 results): 0.0% to 100.0%.",
        ),
        (
            [],
            signal(since=PERIODS[0].previous),
            [("Average", "average", "60", 0), ("Limits (lower)", "limit", "0", 0), ("Limits", "limit", "100", 0)],
            "Average: 60.0%. Limits: 0.0% to 100.0%.",
        ),
    ],
)
def test_which_levels_are_drawn_and_what_is_said_of_them(
    beside: list[BesideOthers],
    told: SignalOrNoise | None,
    expected: list[tuple[str, str, str, int]],
    words: str,
) -> None:
    levels = tuple(levels_beside(MEASURE, PERIODS, beside, told))
    assert [(each.name, each.kind, f"{each.figure.normalize():f}", each.start) for each in levels] == expected
    assert " ".join(levels_told(levels)) == words


def test_all_levels_lie_within_the_axis_and_stand_in_the_words() -> None:
    line = line_of(HIGHER, results("59", "58", "57"), [ENGLAND, others("Wales", "12")], signal())
    assert line
    assert {each.kind for each in line.levels} == {*LevelKind}
    assert all(line.low <= each.figure <= line.high for each in line.levels)
    assert line.told.endswith(
        "England (2018/19): 61.5%. Wales (2018/19): 12.0%. Average: 60.0%. Limits: 0.0% to 100.0%."
    )
    assert " England (2018/19): 61.5%. Wales" in line.description


def test_what_the_alternative_text_has_no_room_for_is_left_to_the_words() -> None:
    long = ENGLAND._replace(name="England " * 20)
    line = line_of(HIGHER, results("59", "58", "57"), [long, others("Wales", "12")])
    assert line
    assert line.description.endswith("57.0% against 60.0%. Wales (2018/19): 12.0%.")
    assert len(line.description) < 250
