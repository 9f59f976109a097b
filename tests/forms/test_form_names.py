"""The names of issued files: they tell one form from another."""

import pytest

from generator.forms.form_names import form_name
from generator.model.period import Period
from generator.model.shape import Topic

NAMED = [
    (Topic(0, ""), "The whole report 2026-27-Q1.xlsx"),
    (Topic(1, "Finance", word="Perspective"), "Finance 2026-27-Q1.xlsx"),
    (Topic(2, "Council", parent="Finance", word="Level"), "Finance, Council 2026-27-Q1.xlsx"),
    (Topic(2, "Town/Parish", parent="People", word="Level"), "People, Town-Parish 2026-27-Q1.xlsx"),
]


@pytest.mark.parametrize(("topic", "name"), NAMED)
def test_a_group_below_another_is_named_after_both(topic: Topic, name: str) -> None:
    assert form_name(topic, Period.parse("2026-27-Q1")) == name
