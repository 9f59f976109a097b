"""What only a browser can say of the web page: its layout, and that its own policy lets its style through."""

from dataclasses import replace

import pytest

from generator.report.page.views import PageView, SideBySideView, SideView
from tests.documents.browser import DESKTOP, PHONE, Opener, needs_a_browser
from tests.documents.pages import DIRECTORATE, MEASURE, PAGE, RED, everywhere, with_measures

pytestmark = needs_a_browser

LONG_WORD = everywhere("Supercalifragilistic" * 50)
COLUMN_HEADERS = "[...document.querySelectorAll('.measures thead th')].map(each => each.getBoundingClientRect())"


@pytest.mark.parametrize("view", [PAGE, LONG_WORD], ids=["plain", "long words"])
@pytest.mark.parametrize("size", [PHONE, (640, 800), (960, 800), (1000, 800), DESKTOP])
def test_no_page_scrolls_sideways(opened: Opener, view: PageView, size: tuple[int, int]) -> None:
    page = opened(view, size)
    assert page.evaluate("document.scrollingElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_desktop_shows_seven_columns_side_by_side(opened: Opener) -> None:
    page = opened(PAGE, DESKTOP)
    lefts = page.evaluate(f"{COLUMN_HEADERS}.map(each => each.left)")
    assert len(lefts) == 7
    assert lefts == sorted(set(lefts))


def test_a_phone_shows_a_block_a_measure_with_each_label(opened: Opener) -> None:
    page = opened(PAGE, PHONE)
    labels = page.evaluate(
        "[...document.querySelectorAll('.measures td')].map(e => getComputedStyle(e, '::before').content)"
    )
    page.locator(".measures tbody th").scroll_into_view_if_needed()
    assert labels[0] == '"Quarterly Target Status"'
    assert len(labels) == 6
    assert page.evaluate("document.querySelector('.measures tbody th').getBoundingClientRect().width") > 250


FIGURES = [f"Q{each} 2024/25" for each in (1, 2, 3, 4)]


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_figures_side_by_side_are_a_table_and_fold_on_a_phone(opened: Opener, size: tuple[int, int]) -> None:
    row = SideBySideView(
        label="WM 01",
        title="Bins emptied",
        cells=tuple(SideView(heading=each, text="90.0%", status=RED) for each in FIGURES),
    )
    page = opened(replace(PAGE, columns=tuple(FIGURES), groups=(replace(DIRECTORATE, side_by_side=(row,)),)), size)
    tops, lefts = (
        page.evaluate(f"[...document.querySelectorAll('.abreast td')].map(e => e.getBoundingClientRect().{side})")
        for side in ("top", "left")
    )
    assert len(set(tops if size == PHONE else lefts)) == len(FIGURES)
    assert len(set(lefts if size == PHONE else tops)) == 1
    width = "document.querySelector('{}').getBoundingClientRect().width"
    assert page.evaluate(width.format(".abreast")) == page.evaluate(width.format(".measures"))
    assert page.evaluate("document.scrollingElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("width", [1200, 1280])
def test_a_status_of_nine_periods_side_by_side_is_not_broken_within_a_word(opened: Opener, width: int) -> None:
    columns = [f"{each} 2024" for each in range(9)]
    missed = replace(RED, word="Not achieved")
    cells = tuple(SideView(heading=each, text="9.50 minutes", status=missed) for each in columns)
    row = SideBySideView(label="WM 01", title="Bins emptied", cells=cells)
    group = replace(DIRECTORATE, side_by_side=(row,))
    page = opened(replace(PAGE, columns=tuple(columns), groups=(group,)), (width, 900))
    heights = page.evaluate(
        "[...document.querySelectorAll('.abreast .status')].map("
        "each => each.getBoundingClientRect().height / parseFloat(getComputedStyle(each).lineHeight))"
    )
    assert len(heights) == len(columns)
    assert max(heights) < 3


@pytest.mark.parametrize(
    ("words", "size", "in_one_line"),
    [
        (("On target", "Near", "Off target"), (1280, 900), True),
        (("On target", "Near", "Off target", "Not rated"), (1280, 900), True),
        (("On target", "Near", "Off target"), PHONE, True),
        (("Green", "Amber", "Red"), (1160, 900), True),
        (("Met", "Missed by a little, and expected back", "Missed"), (1280, 900), False),
    ],
)
def test_a_short_status_stands_in_one_line(
    opened: Opener, words: tuple[str, ...], size: tuple[int, int], *, in_one_line: bool
) -> None:
    statuses = tuple(replace(RED, word=word) for word in words)
    of_each = tuple(
        replace(MEASURE, anchor=f"m-{at}", quarter_status=each, forecast_status=each)
        for at, each in enumerate(statuses)
    )
    row = replace(PAGE.breakdowns[0].rows[0], numbers=("1",) * len(words), places=("",) * len(words))
    counts = replace(PAGE.breakdowns[0], statuses=statuses, rows=(row,))
    view = replace(with_measures(*of_each), status_words=words, breakdowns=(counts,))
    page = opened(view, size)
    heights = page.evaluate(
        "[...document.querySelectorAll('.status')].filter(each => each.offsetHeight).map("
        "each => each.getBoundingClientRect().height / parseFloat(getComputedStyle(each).lineHeight))"
    )
    assert len(heights) >= 2 * len(words)
    assert (max(heights) < 2) is in_one_line
    assert page.evaluate("document.scrollingElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_assistive_technology_gets_a_table_at_any_width(opened: Opener, size: tuple[int, int]) -> None:
    page = opened(with_measures(MEASURE), size)
    for button in page.locator(".fold:visible").all():
        button.click()
    table = page.get_by_role("table", name="Exceptions, 2024/25 Q2: Place")
    roles = {role: table.get_by_role(role).count() for role in ("columnheader", "rowheader", "cell", "row")}
    assert roles == {"columnheader": 7, "rowheader": 1, "cell": 6, "row": 2}


def test_the_page_asks_for_nothing_and_its_policy_lets_its_style_through(opened: Opener) -> None:
    page = opened(everywhere("<script>document.title = 'run'</script><img src=x onerror=alert(1)>"), DESKTOP)
    fill = page.evaluate("getComputedStyle(document.querySelector('.c-AA1111-FFFFFF')).backgroundColor")
    assert fill == "rgb(170, 17, 17)"
    assert opened.complaints == []


def test_lines_typed_in_one_paragraph_are_shown_as_lines(opened: Opener) -> None:
    one, three = (
        opened(everywhere(text), DESKTOP).evaluate("document.querySelector('td > p[dir]').offsetHeight")
        for text in ("a", "a\nb\nc")
    )
    assert three == pytest.approx(3 * one, abs=2)


def test_on_paper_it_is_landscape_a4(opened: Opener) -> None:
    paper = opened(PAGE, DESKTOP).pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 841.91998 594.95996]" in paper or b"/MediaBox [0 0 842" in paper
