"""Where the measures stand that a number counts: told only where the page lists all of them."""

from dataclasses import replace

from generator.report.page.anchors import listed_in, with_places
from generator.report.page.examples import FULL, NO_FORECAST
from generator.report.page.views import RowView

(PLACE,) = FULL.groups
GREEN, RED = STATUSES = FULL.key


def row(name: str, *numbers: int, depth: int = 0, total: bool = False) -> RowView:
    return RowView(name=name, total=total, depth=depth, numbers=tuple(map(str, numbers)), segments=(), places=())


def test_every_measure_on_the_page_is_listed_whichever_way() -> None:
    assert [each.label for each in listed_in([PLACE])] == ["WM 01 (NI 191)", "WM 03", "WM 04"]


def test_a_number_leads_to_its_group_where_all_that_it_counts_are_listed() -> None:
    rows = [row("Place", 1, 3), row("Streets", 0, 3, depth=1), row("People", 2, 0), row("All", 3, 3, total=True)]
    placed = with_places(rows, STATUSES, [PLACE], "quarter")
    assert [each.places for each in placed] == [("", "place"), ("", "streets"), ("", ""), ("", "place")]


def test_a_group_below_is_known_by_the_one_above() -> None:
    people = replace(PLACE, name="People", anchor="people", groups=(replace(PLACE.groups[0], anchor="streets-2"),))
    rows = [row("Place", 0, 3), row("Streets", 0, 3, depth=1), row("People", 0, 3), row("Streets", 0, 3, depth=1)]
    placed = with_places(rows, STATUSES, [PLACE, people], "quarter")
    assert [each.places[1] for each in placed] == ["place", "streets", "people", "streets-2"]


def test_a_forecast_that_is_not_there_is_not_counted() -> None:
    assert with_places([row("Place", 0, 1)], STATUSES, NO_FORECAST.groups, "forecast")[0].places == ("", "")


def test_without_groups_nothing_leads_anywhere() -> None:
    assert with_places([row("All", 1, 1, total=True)], STATUSES, (), "quarter")[0].places == ("", "")
