"""A summary on one page has names for as long as there is room, and counts the rest."""

from dataclasses import replace

import pytest

from generator.report.page.examples import FULL
from generator.report.page.facts import GroupFacts, ReportFacts, StatusFacts
from generator.report.page.in_short import with_short_names
from generator.report.page.report_facts import report_facts
from generator.report.page.views import MeasureView, PageView
from tests.projects import filled_project

(GROUP,) = FULL.groups
(MEASURE,) = GROUP.measures
RED = StatusFacts(name="Red", quarter=4, forecast=3, exception=True, rated=True)
GREEN = StatusFacts(name="Green", quarter=5, forecast=6, exception=False, rated=True)


def facts(whole: ReportFacts, *names: str) -> ReportFacts:
    """Groups of nine measures, five of which are exceptions, four off target now and three forecast to be."""
    counts = {"reported": 9, "exceptions": 5, "rated": 9, "on_target": 4, "share_on_target": "44%"}
    travels = {"improving": 0, "stabilised": 0, "deteriorating": 0}
    made = [
        GroupFacts(name=name, word="Directorate", statuses=(RED, GREEN), **counts, **travels)  # type: ignore[arg-type]
        for name in names
    ]
    return replace(whole, groups=tuple(made))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> ReportFacts:
    return report_facts(filled_project(tmp_path_factory.mktemp("short")).gather().report)


def measures(count: int, title: str = "Bins emptied on the day") -> tuple[MeasureView, ...]:
    return tuple(replace(MEASURE, label=f"WM {number:02}", title=title) for number in range(1, count + 1))


def page(*groups: tuple[str, tuple[MeasureView, ...]], rows: int = 3, statuses: int = 4) -> PageView:
    (breakdown, *_) = FULL.breakdowns
    counted = replace(breakdown, rows=breakdown.rows[:1] * rows, statuses=breakdown.statuses[:1] * statuses)
    made = tuple(replace(GROUP, name=name, measures=listed) for name, listed in groups)
    return replace(FULL, groups=made, breakdowns=(counted, counted))


def test_all_names_where_there_is_room_and_nothing_of_a_group_without_any(whole: ReportFacts) -> None:
    place, people = with_short_names(page(("Place", measures(2))), facts(whole, "Place", "People")).in_short
    assert place.text == "WM 01 Bins emptied on the day; WM 02 Bins emptied on the day"
    assert (people.name, people.text) == ("People", "")
    assert place.counts == ("9", "5", "4", "3")


def test_numbers_have_no_forecast_where_nothing_is_forecast(whole: ReportFacts) -> None:
    shown = replace(page(("Place", measures(1))), has_forecast=False)
    assert with_short_names(shown, facts(whole, "Place")).in_short[0].counts == ("9", "5", "4")


@pytest.mark.parametrize("more", range(80, 92))
def test_names_that_fill_their_line_to_the_end_are_all_there(whole: ReportFacts, more: int) -> None:
    several = (*measures(1), *measures(1, "x" * more))
    (place,) = with_short_names(page(("Place", several)), facts(whole, "Place")).in_short
    assert place.text.endswith("x" * more)


@pytest.mark.parametrize("count", [400, 4000])
def test_what_does_not_fit_is_counted(whole: ReportFacts, count: int) -> None:
    (place,) = with_short_names(page(("Place", measures(count))), facts(whole, "Place")).in_short
    *names, last = place.text.split("; ")
    assert last == f"and {count - len(names)} more"
    assert 10 < len(names) < 120


def test_every_group_has_a_name_as_far_as_its_line_goes(whole: ReportFacts) -> None:
    names = [f"Group {number}" for number in range(12)]
    shown = page(*((name, measures(9, "Homes " * 60)) for name in names), rows=13, statuses=9)
    made = with_short_names(shown, facts(whole, *names))
    assert not made.counted_by_status
    assert {(each.text[:11], each.text[-18:]) for each in made.in_short} == {
        ("WM 01 Homes", " Homes…; and 8 more"[-18:])
    }


def test_groups_within_groups_take_no_room_from_names(whole: ReportFacts) -> None:
    few, many = (page(("Place", measures(400)), rows=rows) for rows in (8, 50))
    assert (
        with_short_names(few, facts(whole, "Place")).in_short == with_short_names(many, facts(whole, "Place")).in_short
    )


@pytest.mark.parametrize(
    ("rows", "statuses", "name", "by_status"),
    [(7, 6, "Place", True), (8, 6, "Place", False), (7, 7, "Place", False), (7, 6, "Place and Environment" * 3, False)],
)
def test_up_to_six_groups_and_six_statuses_are_counted_by_status(
    whole: ReportFacts, rows: int, statuses: int, name: str, by_status: bool
) -> None:
    shown = page(("Place", measures(1)), rows=rows, statuses=statuses)
    named = tuple(replace(each, rows=tuple(replace(row, name=name) for row in each.rows)) for each in shown.breakdowns)
    made = with_short_names(replace(shown, breakdowns=named), facts(whole, "Place"))
    assert made.counted_by_status == by_status
