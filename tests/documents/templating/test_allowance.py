"""How much a template may do: as much as what there is to print needs, wherever it was written."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.commentary.blocks import Block, Form
from generator.documents.templating.allowance import room_for
from generator.documents.web_page import html_template, render_html
from generator.documents.word import render_word, word_template
from generator.report.page.examples import BARE, FULL
from generator.report.page.views import AnswerView, PageView

TEMPLATES = Path(__file__).parents[3] / "templates"

MANY_LINES = 12 * 200
WRITTEN = tuple(
    AnswerView(key=key, label=key, heading=key, blocks=tuple(Block(Form.PARAGRAPH, ("ab",)) for _ in range(MANY_LINES)))
    for key in ("context", "actions", "intervention")
)
(GROUP,) = FULL.groups
(MEASURE,) = GROUP.measures
(BELOW,) = GROUP.groups
ALONE = replace(GROUP, measures=(), brief=(), others=(), groups=(), answers=())
TOLD = replace(MEASURE, answers=WRITTEN)


def page(**group: object) -> PageView:
    return replace(BARE, questions=FULL.questions, groups=(replace(ALONE, **group),))  # type: ignore[arg-type]


PLACES: dict[str, tuple[PageView, PageView]] = {
    "the report": (page(), replace(page(), answers=WRITTEN)),
    "a group": (page(), page(answers=WRITTEN)),
    "a group below": (page(groups=(BELOW,)), page(groups=(replace(BELOW, answers=WRITTEN),))),
    "a measure in full": (page(measures=(replace(TOLD, answers=()),)), page(measures=(TOLD,))),
    "a measure in brief": (page(brief=(replace(TOLD, answers=()),)), page(brief=(TOLD,))),
    "a measure that is asked for": (page(others=(replace(TOLD, answers=()),)), page(others=(TOLD,))),
}


@pytest.mark.parametrize(("without", "written"), PLACES.values(), ids=PLACES)
def test_every_line_written_gives_room_however_short(without: PageView, written: PageView) -> None:
    a_line = 30 / 1000 * 0.02
    assert room_for(written) - room_for(without) == pytest.approx(3 * MANY_LINES * a_line)


@pytest.mark.parametrize("written", [written for _, written in PLACES.values()], ids=PLACES)
@pytest.mark.parametrize("name", ["report.docx", "sections.docx", "report.html.j2"])
def test_commentary_of_very_many_short_lines_is_printed(
    name: str, written: PageView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a twentieth of the room that a page has for itself, so that the lines need their own."""
    monkeypatch.setattr("generator.documents.templating.allowance.PIECES", 50_000)
    monkeypatch.setattr("generator.documents.templating.allowance.BYTES", 1_200_000)
    data = (TEMPLATES / name).read_bytes()
    if name.endswith(".docx"):
        assert render_word(word_template(data, name), written)
    else:
        assert render_html(html_template(data.decode(), name), written)
