"""A browser for tests: opens pages, and keeps what it complains of."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.report.page.views import PageView
from tests.documents.pages import render

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_a_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed, so no browser can judge the page"
)
PHONE, DESKTOP = (320, 640), (1280, 900)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox"])
        yield browser
        browser.close()


class Opener:
    """Opens a page at a size; what the browser complains of, or asks for, is kept in ``complaints``."""

    def __init__(self, browser: Browser, file: Path) -> None:
        self._browser, self._file = browser, file
        self._pages: list[Page] = []
        self.complaints: list[str] = []

    def __call__(self, view: PageView | str, size: tuple[int, int] = DESKTOP, address: str = "", **how: Any) -> Page:
        self._file.write_text(view if isinstance(view, str) else render(view), encoding="utf-8")
        page = self._browser.new_page(viewport={"width": size[0], "height": size[1]}, **how)
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._asked)
        page.goto(self._file.as_uri() + address)
        self._pages.append(page)
        return page

    def _asked(self, request: Any) -> None:
        if request.url.partition("?")[0].partition("#")[0] != self._file.as_uri() and not request.url.startswith(
            "data:"
        ):
            self.complaints.append(request.url)

    def close(self) -> None:
        for page in self._pages:
            page.close()
