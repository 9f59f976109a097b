"""Finding a measure on the page: what readers press and type, and what they then see, hear and can send on."""

import json
from dataclasses import replace
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from generator.report.page.examples import FULL
from generator.report.page.views import NO_HALF, NO_STATUS, GroupView, MeasureView, PageView
from tests.documents.browser import DESKTOP, PHONE, Opener, needs_a_browser
from tests.documents.pages import MEASURE, PAGE, answered, everywhere, paragraph

pytestmark = needs_a_browser

GREEN, RED = FULL.breakdowns[0].statuses


def measure(code: str, title: str, quarter: str, forecast: str, context: str = "x") -> MeasureView:
    statuses = {"Green": (GREEN, 1), "Red": (RED, 3)}
    (now, rank), (then, later) = statuses[quarter], statuses[forecast]
    return replace(
        answered(MEASURE, context=paragraph(context)),
        anchor=code.lower().replace(" ", "-"),
        label=code,
        title=title,
        quarter_status=now,
        quarter_rank=rank,
        forecast_status=then,
        forecast_rank=later,
    )


PLACE = GroupView(
    anchor="place",
    name="Place",
    word="Directorate",
    heading="Directorate: Place",
    summary="",
    answers=(),
    brief=(),
    others=(),
    groups=(),
    measures=(
        measure("PL 10", "Bins emptied", "Green", "Red", "Two lorries"),
        measure("PL 9", "Roads mended", "Red", "Green", "A façade, naïve"),
        measure("PL 2", "Arts grants", "Red", "Red", "We don’t know"),
    ),
)
PEOPLE = GroupView(
    anchor="people",
    name="People",
    word="Directorate",
    heading="Directorate: People",
    summary="",
    answers=(),
    brief=(),
    others=(),
    groups=(),
    measures=(measure("PE 1", "Visits on time", "Red", "Green"),),
)
VIEW = replace(PAGE, groups=(PLACE, PEOPLE), status_words=("Green", "Red"))
ALL = ["PL 10", "PL 9", "PL 2", "PE 1"]


def shown(page: Page) -> list[str]:
    rows = ".measures tbody tr:not([hidden]) .code"
    return [str(each) for each in page.evaluate(f"[...document.querySelectorAll('{rows}')].map(e => e.textContent)")]


def choose(page: Page, **wanted: str) -> None:
    for name, value in wanted.items():
        if name == "words":
            page.fill("input[name=words]", value)
        else:
            page.select_option(f"select[name={name}]", value)
    until_remembered(page)


def until_remembered(page: Page) -> None:
    """Wait for what the page does a moment after it has shown what is asked for: its address follows."""
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")


CHOICES: list[tuple[dict[str, str], list[str], str]] = [
    ({}, ALL, ""),
    ({"group": "people"}, ["PE 1"], "?group=people"),
    ({"status": "Green"}, ["PL 10", "PL 9", "PE 1"], "?status=Green"),
    ({"status": "Green", "of": "quarter"}, ["PL 10"], "?status=Green&of=quarter"),
    ({"status": "Green", "of": "forecast"}, ["PL 9", "PE 1"], "?status=Green&of=forecast"),
    ({"words": "lorries"}, ["PL 10"], "?words=lorries"),
    ({"words": "NAIVE facade"}, ["PL 9"], "?words=NAIVE+facade"),
    ({"words": "pl  grants"}, ["PL 2"], "?words=pl++grants"),
    ({"words": "nowhere"}, [], "?words=nowhere"),
    ({"words": "copy"}, [], "?words=copy"),
    ({"words": "quarterly"}, [], "?words=quarterly"),
    ({"words": "don't"}, ["PL 2"], "?words=don%27t"),
    ({"order": "code"}, ["PL 2", "PL 9", "PL 10", "PE 1"], "?order=code"),
    ({"order": "title"}, ["PL 2", "PL 10", "PL 9", "PE 1"], "?order=title"),
    ({"order": "quarter"}, ["PL 9", "PL 2", "PL 10", "PE 1"], "?order=quarter"),
    ({"order": "forecast", "status": "Red"}, ["PL 10", "PL 2", "PL 9", "PE 1"], "?status=Red&order=forecast"),
]


@pytest.mark.parametrize(("wanted", "codes", "address"), CHOICES)
def test_what_is_asked_for_is_shown_counted_and_stands_in_the_address(
    opened: Opener, wanted: dict[str, str], codes: list[str], address: str
) -> None:
    page = opened(VIEW)
    choose(page, **wanted)
    assert shown(page) == codes
    assert page.get_by_role("status").inner_text() == f"{len(codes)} of 4 measures shown"
    assert page.url.partition("report.html")[2] == address
    again = opened(VIEW, address=address)
    assert shown(again) == codes
    assert again.get_by_role("status").inner_text() == f"{len(codes)} of 4 measures shown"
    assert opened.complaints == []


def test_a_directorate_with_nothing_to_show_is_not_shown(opened: Opener) -> None:
    page = opened(VIEW, address="?directorate=people")
    assert page.locator("h2:visible", has_text="Directorate").all_inner_texts() == ["Directorate: People"]


def test_show_all_forgets_what_was_asked(opened: Opener) -> None:
    page = opened(VIEW, address="?words=lorries&order=code&status=Red")
    page.get_by_role("button", name="Show all").click()
    until_remembered(page)
    assert page.evaluate("location.search") == ""
    assert shown(page) == ALL


def test_what_an_address_asks_for_that_is_not_there_is_passed_over(opened: Opener) -> None:
    assert shown(opened(VIEW, address="?status=Purple&group=%3Cscript%3E&order=constructor&x=1")) == ALL
    assert opened.complaints == []


def test_a_link_to_a_measure_finds_it_whatever_is_asked_for(opened: Opener) -> None:
    page = opened(VIEW, address="?directorate=people#pl-2")
    expect(page.locator("#pl-2")).to_be_in_viewport()
    assert shown(page) == ALL


def test_all_of_it_can_be_done_from_the_keyboard(opened: Opener) -> None:
    page = opened(replace(VIEW, breakdowns=()))
    page.locator("input[name=words]").focus()
    page.keyboard.type("lorries")
    assert shown(page) == ["PL 10"]
    names = []
    for _ in range(10):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.name || document.activeElement.textContent"))
        assert page.evaluate("document.activeElement.matches(':focus-visible')")
    assert names == [
        *("group", "status", "of", "order", "Find", "Show all"),
        *("Place", "People", "PL 10", "Copy as text"),
    ]


def test_a_count_leads_to_the_measures_that_it_counts(opened: Opener) -> None:
    page = opened(VIEW, address="?words=lorries")
    page.get_by_role("link", name="1 Red: Place").last.click()
    until_remembered(page)
    assert page.evaluate("location.search") == "?group=place&status=Red&of=forecast"
    assert shown(page) == ["PL 10", "PL 2"]
    assert page.evaluate("document.activeElement.textContent") == "PL 10"
    page.get_by_role("link", name="1 Red: All").first.click()
    until_remembered(page)
    assert page.evaluate("location.search") == "?status=Red&of=quarter"
    assert shown(page) == ["PL 9", "PL 2", "PE 1"]


def test_a_switch_shows_the_measures_that_are_listed_nowhere_else(opened: Opener) -> None:
    view = replace(VIEW, groups=(replace(PLACE, others=PEOPLE.measures),), switch="Show measures on target")
    page = opened(view)
    assert shown(page) == ["PL 10", "PL 9", "PL 2"]
    page.get_by_label("Show measures on target").press("Space")
    assert shown(page) == ALL
    until_remembered(page)
    assert page.url.endswith("?all=yes")
    assert shown(opened(view, address="?all=yes")) == ALL


def test_a_screen_reader_jumps_from_measure_to_measure(opened: Opener) -> None:
    page = opened(VIEW)
    names = page.get_by_role("heading", level=3).all_text_contents()
    assert names == ["PL 10: Bins emptied", "PL 9: Roads mended", "PL 2: Arts grants", "PE 1: Visits on time"]


def test_who_is_responsible_is_found_where_it_is_printed(opened: Opener) -> None:
    page = opened(VIEW)
    choose(page, words="cabinet streets")
    assert shown(page) == ALL


def test_on_a_phone_a_measure_is_its_headline_and_is_opened_by_touch(opened: Opener) -> None:
    page = opened(VIEW, PHONE)
    row = page.locator("#pl-10")
    cells = row.locator("td:visible")
    assert page.evaluate("document.querySelector('.find').getBoundingClientRect().top") < 2 * PHONE[1]
    folded = cells.count()
    button = row.get_by_role("button", name="More: PL 10")
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert row.get_by_role("button", name="Less: PL 10").get_attribute("aria-expanded") == "true"
    assert cells.count() > folded
    row.get_by_role("button", name="Less: PL 10").click()
    assert cells.count() == folded
    page.locator("input[name=words]").fill("lorries")
    assert cells.count() > folded, "what was looked for is to be seen"
    assert row.locator(".fold").is_hidden(), "all of it is there, so there is no more to open"


def test_what_an_address_leads_to_is_open_on_a_phone(opened: Opener) -> None:
    page = opened(VIEW, PHONE, address="#pl-10")
    assert page.locator("#pl-10 td:visible").count() > page.locator("#pl-9 td:visible").count()
    page.get_by_role("button", name="Less: PL 10").click()
    assert page.locator("#pl-10 td:visible").count() == page.locator("#pl-9 td:visible").count()


def test_what_a_link_leads_to_is_open_on_a_phone_and_its_button_says_so(opened: Opener) -> None:
    page = opened(VIEW, PHONE)
    folded = page.locator("#pl-9 td:visible").count()
    page.evaluate("location.hash = 'pl-9'")
    button = page.get_by_role("button", name="Less: PL 9")
    button.wait_for()
    assert button.get_attribute("aria-expanded") == "true"
    assert page.locator("#pl-9 td:visible").count() > folded


def test_a_measure_can_be_copied_as_text(opened: Opener) -> None:
    page = opened(VIEW, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy as text: PL 10").click()
    expect(page.locator("#Shown")).to_have_text("PL 10 copied")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    lines = copied.splitlines()
    assert lines[0] == "PL 10: Bins emptied"
    assert lines[2:4] == ["Quarterly Target Status", "Green"]
    assert "Target 98.0%" in lines
    assert "Two lorries" in lines
    assert lines[-1] == "Performance exceptions: 2024/25 Q2 – Ambridge Council"


def without_forecasts(group: GroupView, *codes: str) -> GroupView:
    """The group, where the measures of these codes have no forecast."""
    return replace(group, measures=tuple(_without(each) if each.label in codes else each for each in group.measures))


def _without(measure: MeasureView) -> MeasureView:
    plain = replace(measure, has_forecast=False, headline="")
    return replace(plain, forecast_status=NO_STATUS, forecast=NO_HALF, forecast_rank=-1)


def test_without_forecasts_the_quarter_alone_is_looked_for_and_put_in_order(opened: Opener) -> None:
    groups = (without_forecasts(PLACE, "PL 10", "PL 9", "PL 2"), without_forecasts(PEOPLE, "PE 1"))
    page = opened(replace(VIEW, has_forecast=False, groups=groups), address="?of=forecast&order=forecast")
    assert shown(page) == ALL
    choose(page, status="Red", order="quarter")
    assert shown(page) == ["PL 9", "PL 2", "PE 1"]
    assert page.locator("option", has_text="orecast").count() == page.locator("select[name=of]").count() == 0
    assert opened.complaints == []


def test_a_measure_without_a_forecast_among_others_is_last_by_it_and_copied_without_it(opened: Opener) -> None:
    page = opened(
        replace(VIEW, groups=(without_forecasts(PLACE, "PL 10"), PEOPLE)),
        permissions=["clipboard-read", "clipboard-write"],
    )
    choose(page, order="forecast")
    assert shown(page) == ["PL 2", "PL 9", "PL 10", "PE 1"]
    page.get_by_role("button", name="Copy as text: PL 10").click()
    expect(page.locator("#Shown")).to_have_text("PL 10 copied")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert "Forecast Year End Status\nNo forecast" in copied
    assert "undefined" not in copied


def test_without_scripts_all_is_there_and_no_control_is(opened: Opener) -> None:
    page = opened(VIEW, java_script_enabled=False)
    assert page.locator("form").is_hidden()
    assert page.locator("button:visible").count() == 0
    assert page.locator(".measures tbody tr:visible").count() == 4


def test_on_paper_all_is_there_whatever_was_looked_for(opened: Opener) -> None:
    page = opened(VIEW, address="?group=people&words=nowhere")
    assert visible(page) == 0
    page.emulate_media(media="print")
    assert visible(page) == 4
    assert page.locator(".group:visible").count() == 2


def test_a_link_followed_twice_finds_twice(opened: Opener) -> None:
    page = opened(VIEW)
    for _ in range(2):
        page.get_by_role("link", name="Place", exact=True).click()
        expect(page.locator("#place")).to_be_visible()
        choose(page, group="people")
        assert shown(page) == ["PE 1"]


def test_on_paper_there_are_no_controls_and_the_head_repeats(opened: Opener) -> None:
    page = opened(VIEW)
    page.emulate_media(media="print")
    assert page.locator("form:visible, button:visible, nav:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.querySelector('.measures thead')).display") == "table-header-group"
    assert page.evaluate("getComputedStyle(document.querySelector('.measures tbody tr')).display") == "table-row"


def many(count: int) -> PageView:
    measures = tuple(
        replace(measure(f"M {number}", f"Round{number}", "Red", "Green"), waits=number > 100)
        for number in range(1, count + 1)
    )
    halves = (measures[: count // 2], measures[count // 2 :])
    groups = (
        replace(PLACE, anchor=name.lower(), name=name, heading=f"Directorate: {name}", measures=half)
        for name, half in zip(("Place", "People"), halves, strict=True)
    )
    return replace(VIEW, groups=tuple(groups))


def visible(page: Page) -> int:
    return page.locator(".measures tbody tr:visible").count()


def test_of_many_measures_a_hundred_are_shown_at_a_time(opened: Opener) -> None:
    page = opened(many(250))
    assert visible(page) == 100
    assert page.get_by_role("status").inner_text() == "250 of 250 measures shown, the first 100 now"
    page.get_by_role("button", name="Show 100 more").click()
    assert visible(page) == 200
    assert page.evaluate("document.activeElement.textContent") == "M 101"
    page.get_by_role("button", name="Show 100 more").click()
    assert visible(page) == 250
    assert page.locator("#More").is_hidden()
    choose(page, words="round24")
    assert page.get_by_role("status").inner_text() == "11 of 250 measures shown"
    assert visible(page) == 11


@pytest.mark.parametrize("address", ["#m-230", "?words=nothing#m-230", "#people"])
def test_a_link_finds_a_measure_that_waits(opened: Opener, address: str) -> None:
    page = opened(many(250), address=address)
    target = address.partition("#")[2]
    expect(page.locator(f"#{target}")).to_be_in_viewport()
    assert opened.complaints == []


def test_of_many_measures_all_are_there_without_scripts_and_on_paper(opened: Opener) -> None:
    assert visible(opened(many(250), java_script_enabled=False)) == 250
    page = opened(many(250))
    page.emulate_media(media="print")
    assert visible(page) == 250


def in_tree(page: Page) -> int:
    """How many measures' row headers a screen reader is told of."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = [each.get("name", {}).get("value", "") for each in nodes if each["role"].get("value") == "rowheader"]
    return len([name for name in told if name.startswith("M ")])


def test_a_screen_reader_is_told_of_every_measure_that_is_shown_once_there_is_time(opened: Opener) -> None:
    page = opened(many(250))
    for wanted in ({}, {"order": "title"}, {"words": "round"}):
        choose(page, **wanted)
        expect(page.locator(".measures tbody tr:not(.laid, .later)")).to_have_count(0)
        assert in_tree(page) == 100


AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice", "experimental")
LOOKS = {
    "desktop": {"size": DESKTOP},
    "phone": {"size": PHONE},
    "dark": {"size": DESKTOP, "color_scheme": "dark"},
    "forced colours": {"size": DESKTOP, "forced_colors": "active"},
}
VIEWS: dict[str, PageView] = {
    "all there can be": FULL,
    "several": VIEW,
    "script tags": everywhere("<script>alert(1)</script>"),
    "right to left": everywhere("שלום עולם \N{RIGHT-TO-LEFT OVERRIDE}abc"),
    "5,000 characters": everywhere("word and " * 550),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(opened: Opener, view: str, look: str) -> None:
    page = opened(VIEWS[view], bypass_csp=True, **LOOKS[look])  # type: ignore[arg-type]
    page.add_script_tag(content=AXE)
    options: dict[str, object] = {"runOnly": list(TAGS)}
    if VIEWS[view].council == VIEWS[view].heading:  # where all texts are one, no two headings can differ
        options["rules"] = {"landmark-unique": {"enabled": False}}
    found = page.evaluate(f"axe.run({json.dumps(options)}).then(each => each.violations)")
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []
