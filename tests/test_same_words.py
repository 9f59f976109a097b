"""The Word file and the web page say the same: what one says and the other does not is listed here, and is little."""

import io
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import html

from generator.documents.web_page import html_template, render_html
from generator.documents.word import render_word, word_template
from generator.project.folder import Project
from generator.project.load import set_up
from generator.report.gather import gather
from generator.report.page.examples import FULL
from generator.report.page.views import PageView
from tests.documents.pages import DIRECTORATE
from tests.projects import render

ROOT = Path(__file__).parent.parent
IN_THE_PAGE = (
    "script or self::button or self::nav or self::form or self::caption[contains(../@class, 'report')]"
    " or self::p[@class='headline'] or self::p[@class='marking']  or self::p[@class='downloads']"
    " or self::h2[@id='Summary']"
)
"""What the page has for finding one's way, where the Word file has a list of contents and descriptions of tables; and
headlines, which the committee's table leaves out, because the figures stand beside its words; and the marking, which
the Word file has in its header; and downloads, and the heading over charts, which open the Word file."""


_AS_IT_WAS = replace(DIRECTORATE, measures=tuple(replace(each, facts=(), line=None) for each in DIRECTORATE.measures))
ONLY_IN_WORD = {
    "the sample": "Contents Statuses in figures",
    "the fullest": "Contents Statuses in figures Figures side by side Measure by measure",
}
"""The heading of the contents, and the captions of tables that follow each other; the page's say more."""


def of_word(data: bytes) -> Counter[str]:
    """The words of the text, without the list of contents, and with the words of charts left to their descriptions."""
    body = docx.Document(io.BytesIO(data)).element.body
    paragraphs = [each for each in body.iter(qn("w:p")) if not each.xpath("./w:hyperlink")]
    return words(" ".join(each.xpath("string(.)") for each in paragraphs if not each.xpath(".//w:instrText")))


def of_page(text: str) -> Counter[str]:
    tree = html.document_fromstring(text)
    found = tree.xpath(f"//body//text()[not(ancestor::*[self::{IN_THE_PAGE} or @class='spoken'])]")
    assert isinstance(found, list)
    return words(" ".join(map(str, found)))


def words(text: str) -> Counter[str]:
    """A colon after a label, and a semicolon, are how Word sets off what the page sets in columns."""
    return Counter(re.sub(r"[:;](?=\s|$)", " ", text).split())


def both(page: PageView) -> tuple[Counter[str], Counter[str]]:
    word, web = (ROOT / "templates" / name for name in ("report.docx", "report.html.j2"))
    return (
        of_word(render_word(word_template(word.read_bytes(), "report.docx"), page)),
        of_page(render_html(html_template(web.read_text(encoding="utf-8"), "report.html.j2"), page).decode()),
    )


@pytest.mark.parametrize("page", ["the fullest", "the sample"])
def test_both_say_the_same_but_for_what_is_listed_here(page: str) -> None:
    if page == "the sample":
        setup = set_up(Project(ROOT))
        files = render(setup, gather(setup).report)
        word, web = of_word(files["exceptions.docx"]), of_page(files["exceptions.html"].decode())
    else:
        word, web = both(replace(FULL, answers=(), follow_up=None, compared=None, scrutiny=(), groups=(_AS_IT_WAS,)))
    assert word - web == words(ONLY_IN_WORD[page])
    assert web - word == Counter()
