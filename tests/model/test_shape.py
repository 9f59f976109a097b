"""What there is a form about besides measures, by what a council declares."""

import pytest

from generator.model.question import About, Question
from generator.model.shape import GroupLevel, Shape

ONE, TWO = (GroupLevel("Priority", "Priority"),), (GroupLevel("Priority", "Priority"), GroupLevel("Theme", "Theme"))
GROUPS = (("Thriving", "Jobs"), ("Fair", "Homes"), ("Thriving", "Culture"), ("Fair", "Jobs"))


def asked(*abouts: tuple[About, int]) -> tuple[Question, ...]:
    return tuple(Question(key=f"key_{each}", label=each, about=each, level=level) for each, level in abouts)


FIRST, SECOND, REPORT = (About.GROUP, 1), (About.GROUP, 2), (About.REPORT, 1)


@pytest.mark.parametrize(
    ("shape", "labels"),
    [
        (Shape(), []),
        (Shape(questions=()), []),
        (Shape(levels=ONE, questions=asked(REPORT)), ["The whole report"]),
        (Shape(levels=ONE, questions=asked(FIRST)), ["Priority: Thriving", "Priority: Fair"]),
        (
            Shape(levels=ONE, groups=("Fair", "Green", "Thriving"), questions=asked(FIRST, REPORT)),
            ["The whole report", "Priority: Fair", "Priority: Thriving"],
        ),
        (Shape(levels=TWO, questions=asked(FIRST)), ["Priority: Thriving", "Priority: Fair"]),
        (
            Shape(levels=TWO, questions=asked(SECOND)),
            [f"Theme: {each}" for each in ("Jobs (Thriving)", "Culture (Thriving)", "Homes (Fair)", "Jobs (Fair)")],
        ),
    ],
)
def test_what_there_are_forms_about(shape: Shape, labels: list[str]) -> None:
    topics = shape.topics(each[: len(shape.levels)] for each in GROUPS)
    assert [each.label for each in topics] == labels
    assert len({each.code for each in topics}) == len(topics)
