"""The table of questions: what is not in it is not asked, and what is in it goes through to the page."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from generator.commentary.blocks import Block, Form
from generator.forms.asked.questionnaires import asked_of_any
from generator.model.question import DEFAULT_QUESTIONS, Question
from generator.model.shape import DEFAULT_SHAPE, Shape
from generator.project.folder import Project
from generator.project.load import set_up
from generator.report.gather import gather
from generator.report.page.facts import GroupFacts, MeasureFacts, ReportFacts
from generator.report.page.present import present

ROOT = Path(__file__).parents[2]


class Silent:
    def introduction(self, _: ReportFacts) -> tuple[str, ...]:
        return ()

    def directorate(self, *_: ReportFacts | GroupFacts) -> str:
        return ""

    def measure(self, *_: ReportFacts | MeasureFacts) -> str:
        return ""

    def question(self, *_: object) -> str:
        return ""


def test_the_form_asks_them_in_their_order() -> None:
    assert [(field.name, field.label) for field in asked_of_any(DEFAULT_SHAPE).lines] == [
        (each.key, each.label) for each in DEFAULT_QUESTIONS
    ]


def test_a_page_has_the_answers_to_whatever_is_asked() -> None:
    report = gather(set_up(Project(ROOT))).report
    asked = (Question(key="what_happened", label="What happened"), Question(key="actions", label="Our response"))
    answers = MappingProxyType({"what_happened": ("It rained.", "- in June"), "actions": ()})
    groups = tuple(
        group._replace(entries=tuple(entry._replace(answers=answers) for entry in group.entries))
        for group in report.groups
    )
    page = present(replace(report, groups=groups, shape=Shape(questions=asked)), Silent())
    measure = page.directorates[0].measures[0]
    assert [(each.key, each.label) for each in page.questions] == [(each.key, each.label) for each in asked]
    assert [(each.label, each.blocks) for each in measure.answers] == [
        ("What happened", (Block(Form.PARAGRAPH, ("It rained.",)), Block(Form.BULLETS, ("in June",)))),
        ("Our response", (Block(Form.PARAGRAPH, ("Not stated",)),)),
    ]
    assert measure.actions == measure.answers[1].blocks
    assert measure.context == measure.intervention == ()
    unasked = present(replace(report, groups=groups, shape=Shape(questions=())), Silent())
    assert unasked.directorates[0].measures[0].answers == ()
