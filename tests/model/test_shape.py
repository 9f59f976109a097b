"""What there is a form about besides measures, by what a council declares."""

from itertools import product

import pytest

from generator.model.question import About, Question
from generator.model.shape import GroupLevel, Shape, groups_in, in_one_name

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


@pytest.mark.parametrize(
    ("groups", "name"),
    [
        (("Place",), "Place"),
        (("Place", "Housing"), "Place > Housing"),
        (("Aim > 1", "Housing"), "“Aim > 1” > Housing"),
        (("Aim", "1 > Housing"), "Aim > “1 > Housing”"),
        (("Costs >50", "“Vision” board"), "“Costs >50” > ““Vision”” board”"),
        (("A>B",), "A>B"),
        ((), ""),
    ],
)
def test_groups_in_one_name(groups: tuple[str, ...], name: str) -> None:
    assert (in_one_name(groups), groups_in(name)) == (name, groups)


def test_no_two_groups_are_called_the_same() -> None:
    names = ("A", "A > B", "B", "C", "A >", "> B", ">", "A>B", "“A”", "“A” x", "“A > B”", "“A > B” > C", "”", "“")
    groups = [(each,) for each in names] + list(product(names, repeat=2))
    named = {in_one_name(each): each for each in groups}
    assert len(named) == len(groups)
    assert {name: groups_in(name) for name in named} == named
