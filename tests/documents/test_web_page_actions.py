"""Finding actions on the page: by how they stand and by who does them, in a browser; and that paper has all of them."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from generator.report.page.example_parts import ACTION_LATE, FOLLOW_UP
from generator.report.page.views import ActionView
from tests.documents.browser import DESKTOP, PHONE, Opener, needs_a_browser
from tests.documents.test_web_page_finding import PEOPLE, PLACE, VIEW, choose

pytestmark = needs_a_browser

LATE, NEXT, DONE = "Overdue", "Due next", "Done since the last report"


def action(title: str, standing: str, owner: str, part_of: str = "") -> ActionView:
    return replace(ACTION_LATE, about="PL 9", title=title, standing=standing, owner=owner, part_of=part_of, story=())


ACTIONS = replace(
    FOLLOW_UP,
    standings=(LATE, NEXT, DONE),
    owners=("Jo Archer", "Pat"),
    actions=(action("Publish", NEXT, "Jo Archer"),),
    recommended=(action("Report", DONE, ""),),
)
ROADS = (action("Depot", NEXT, "Pat"), action("Plans", LATE, "Jo Archer", "Depot"))
FOLLOWED = replace(
    VIEW,
    follow_up=ACTIONS,
    groups=(replace(PLACE, follow_up=ROADS), replace(PEOPLE, follow_up=(action("Visit", DONE, "Pat"),))),
)
ALL = ["Publish", "Report", "Depot", "Plans", "Visit"]


def shown(page: Page) -> list[str]:
    return [each.inner_text() for each in page.locator(".actions tbody tr:visible .title").all()]


CHOICES: list[tuple[dict[str, str], list[str], str]] = [
    ({}, ALL, "4 of 4 measures shown; 5 of 5 actions"),
    ({"action": LATE}, ["Plans"], "0 of 4 measures shown; 1 of 5 actions"),
    ({"action": DONE}, ["Report", "Visit"], "0 of 4 measures shown; 2 of 5 actions"),
    ({"owner": "Jo Archer"}, ["Publish", "Plans"], "0 of 4 measures shown; 2 of 5 actions"),
    ({"owner": "Jo Archer", "action": NEXT}, ["Publish"], "0 of 4 measures shown; 1 of 5 actions"),
    ({"owner": "Pat", "group": "people"}, ["Visit"], "0 of 4 measures shown; 1 of 5 actions"),
    ({"owner": "Pat", "words": "depot"}, ["Depot"], "0 of 4 measures shown; 1 of 5 actions"),
    ({"words": "depot"}, ["Depot", "Plans"], "0 of 4 measures shown; 2 of 5 actions"),
    ({"status": "Green"}, [], "3 of 4 measures shown; 0 of 5 actions"),
]


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize(("wanted", "titles", "told"), CHOICES)
def test_actions_are_found_by_how_they_stand_and_by_who_does_them(
    opened: Opener, wanted: dict[str, str], titles: list[str], told: str, size: tuple[int, int]
) -> None:
    page = opened(FOLLOWED, size)
    choose(page, **wanted)
    assert shown(page) == titles
    assert page.get_by_role("status").inner_text() == told
    assert shown(opened(FOLLOWED, size, page.url.partition("report.html")[2])) == titles
    assert opened.complaints == []


def test_who_does_them_is_chosen_from_the_keyboard(opened: Opener) -> None:
    page = opened(FOLLOWED)
    page.get_by_label("Actions by").focus()
    page.keyboard.press("ArrowDown")
    assert shown(page) == ["Publish", "Plans"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "order"


def test_nobody_is_offered_where_reports_do_not_print_who_does_them(opened: Opener) -> None:
    page = opened(replace(FOLLOWED, follow_up=replace(ACTIONS, owners=())))
    assert page.get_by_label("Actions by").count() == 0
    assert shown(page) == ALL
    choose(page, action=LATE)
    assert shown(page) == ["Plans"]


def test_without_scripts_and_on_paper_all_of_them_are_there(opened: Opener) -> None:
    page = opened(FOLLOWED, address="?owner=Pat&action=Overdue")
    assert shown(page) == []
    page.emulate_media(media="print")
    assert shown(page) == ALL
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(page.url)
    assert shown(plain) == ALL
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_a_part_stands_further_in_than_its_project_and_nothing_runs_out_sideways(
    opened: Opener, size: tuple[int, int]
) -> None:
    page = opened(FOLLOWED, size)
    left = "[...document.querySelectorAll('.group .actions .title')].map(each => each.getBoundingClientRect().left)"
    depot, plans, _ = page.evaluate(left)
    assert plans > depot
    assert page.evaluate("document.scrollingElement.scrollWidth <= document.documentElement.clientWidth")
