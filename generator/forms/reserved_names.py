"""The names that a declared question may not have as its key: the workbook's own, now and in later forms."""

from generator.forms.questions import BY_NAME
from generator.model.question import DEFAULT_QUESTIONS

_OF_GROUPS = ("group_level", "group_name", "group_parent", "first_group", "second_group")
_OF_ACTIONS = tuple(
    f"action_{part}" for part in ("id", "title", "owner", "due", "state", "percent", "reason", "update")
)

RESERVED = (frozenset({*BY_NAME, "reported_for", *_OF_GROUPS, *_OF_ACTIONS})) - {each.key for each in DEFAULT_QUESTIONS}
"""All of them; keys of the three questions that are asked by default are free."""
