"""Groups side by side: how far each measure was from target, better up, on one scale."""

from dataclasses import replace
from decimal import Decimal

from generator.history.judged_rows import published_row
from generator.judging.outcome import Judged
from generator.model.measure import Polarity
from generator.model.shape import DEFAULT_SHAPE
from generator.report.page.over_time.drawing_views import GroupsCompared
from generator.report.page.over_time.groups_compared import groups_compared
from generator.report.report import Report, grouped
from tests.checks.readers_eye.commentary import MEASURE, judged


def of(code: str, actual: str, polarity: Polarity = Polarity.HIGHER, target: str = "50") -> Judged:
    measure = replace(MEASURE, code=code, polarity=polarity)
    now = judged(measure=measure)
    return now._replace(quarter=now.quarter._replace(actual=Decimal(actual), target=Decimal(target)))


def compared(*measures: tuple[Judged, str]) -> GroupsCompared | None:
    """The groups of some measures, each with its result of the period before, which had the target 50."""
    every = [each for each, _ in measures]
    last = every[0].own_period.previous
    rows = {
        each.measure.code: (
            published_row(each)._replace(period=last, reported_for=last, target="50", actual=before, status="Red"),
        )
        for each, before in measures
        if before
    }
    report = Report(
        council="",
        title="",
        period=every[0].returned.period,
        data_source="",
        scheme=every[0].scheme,
        groups=grouped(every, DEFAULT_SHAPE),
        missing=(),
        earlier=rows,
    )
    return groups_compared(report, {"A 1": "a-1"})


def test_worse_is_down_and_better_up_whichever_way_a_measure_is_to_go() -> None:
    found = compared((of("A 1", "45"), "50"), (of("A 2", "45", Polarity.LOWER), "60"))
    assert found
    ((higher, lower),) = (each.lines for each in found.groups)
    top, target, bottom = (float(mark.y) for mark in found.up)
    assert top < float(lower.end.y) < target < float(higher.end.y) < bottom
    assert [mark.text for mark in found.up] == ["+20%", "Target", "−20%"]
    assert (higher.off, lower.off) == (True, False)
    assert (higher.place, lower.place) == ("a-1", "")
    assert higher.told.endswith(": 10.00% worse")
    assert ": 20.00% worse; " in lower.told
    assert found.groups[0].told == "2 measures, of which 1 is worse than target; the furthest is A 1, 10.00% worse."


def test_what_is_further_than_any_scale_is_drawn_at_its_edge_and_said_to_be() -> None:
    found = compared((of("A 1", "200"), "50"))
    assert found
    assert found.groups[0].lines[0].end.y == found.up[0].y
    assert found.told.endswith("What is further away is drawn at the edge.")
    assert found.groups[0].told == "1 measure, of which none are worse than target."


def test_without_two_results_whose_targets_are_known_nothing_is_drawn() -> None:
    assert compared((of("A 1", "45"), "")) is None
    assert compared((of("A 1", "45", target="0"), "50"), (of("A 2", "45"), "")) is None
    assert compared((of("A 1", "45", Polarity.NONE), "50")) is None
