"""Measure the web page at many measures in Chromium: the work until the first paint; a filter and a sort, laid out.

Usage: python -m bench.page [MEASURES ...]. Medians of five.
"""

import json
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from bench.word import NARRATIVE
from generator.commentary.blocks import Block, Form
from generator.documents.web_page import html_template, render_html
from generator.report.page.examples import FULL
from generator.report.page.views import PageView

ROUNDS = 5
TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline", "loading", "blink.user_timing"]
DIRECTORATES = ("Communities & Place", "Corporate Resources", "People Services")
STEPS = {
    "filter by status": "form.status.value = 'Green'; form.of.value = 'quarter';",
    "show all": "form.status.value = ''; form.of.value = '';",
    "filter by words": "form.words.value = '7 vehicles';",
    "sort by status": "form.words.value = ''; form.order.value = 'quarter';",
    "sort by title": "form.order.value = 'title';",
}
DO = """(step) => {
  const form = document.getElementById("Find"), start = performance.now();
  eval(step);
  form.dispatchEvent(new Event("input"));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""


def page_of(count: int) -> PageView:
    """Make a page of so many measures in three directorates, every third of them Green."""
    ((like,),) = (each.measures for each in FULL.directorates)
    told = (Block(Form.PARAGRAPH, (NARRATIVE, NARRATIVE)),)
    measures = [
        replace(
            like,
            anchor=f"wm-{number}",
            label=f"WM {number}",
            title=f"Bins emptied in round {count - number}",
            quarter_status=like.forecast_status if number % 3 == 0 else like.quarter_status,
            quarter_rank=1 if number % 3 == 0 else 3,
            waits=number >= 100,
            answers=tuple(replace(each, blocks=told) for each in like.answers[:2]) + like.answers[2:],
        )
        for number in range(count)
    ]
    plain = replace(FULL.groups[0], brief=(), groups=())
    directorates = tuple(
        replace(
            plain,
            anchor=f"d{at}",
            name=name,
            heading=name,
            measures=tuple(measures[at::3]),
        )
        for at, name in enumerate(DIRECTORATES)
    )
    return replace(FULL, groups=directorates)


def measured(browser: Browser, address: str) -> dict[str, float]:
    """Open the page and use it; give milliseconds by what was done."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    browser.start_tracing(page=page, categories=TRACED)
    page.goto(address)
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    painted = next(each for each in events if each["name"] == "firstContentfulPaint")
    thread = [each for each in events if (each["pid"], each["tid"]) == (painted["pid"], painted["tid"])]
    start = max(each["ts"] for each in thread if each["name"] == "navigationStart" and each["ts"] <= painted["ts"])
    work = (each for each in thread if each["name"] == "RunTask" and start <= each["ts"] < painted["ts"])
    found = {
        "first paint, after the navigation began": (painted["ts"] - start) / 1000,
        "first paint, CPU time of the page's thread": sum(each.get("tdur", 0) for each in work) / 1000,
    }
    found |= {name: page.evaluate(DO, step) for name, step in STEPS.items()}
    page.close()
    return found


def main(counts: list[int]) -> None:
    """Print medians."""
    template = html_template(Path("templates/report.html.j2").read_text(encoding="utf-8"), "report.html.j2")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox"]
        )
        for count in counts:
            file.write_bytes(render_html(template, page_of(count)))
            runs = [measured(browser, file.as_uri()) for _ in range(ROUNDS)]
            print(f"{count} measures, {file.stat().st_size // 1000} kB")
            for name in runs[0]:
                print(f"  {name:42} {median(run[name] for run in runs):7.1f} ms")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [25, 300, 1000])
