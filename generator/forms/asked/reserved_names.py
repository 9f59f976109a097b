"""The names that a declared question may not have as its key: the workbook's own, now and in later forms."""

from generator.forms.asked.fixed_questions import FIXED, LEVEL_NAMES, about_the_measure
from generator.model.shape import DEFAULT_SHAPE

_OF_GROUPS = ("group_level", "group_name", "group_parent", *LEVEL_NAMES)
_OF_ACTIONS = tuple(
    f"action_{part}" for part in ("id", "title", "owner", "due", "state", "percent", "reason", "update")
)
_OF_MEASURES = tuple(field.name for field in about_the_measure(DEFAULT_SHAPE.levels).fields)

RESERVED = frozenset({*FIXED, *_OF_MEASURES, *_OF_GROUPS, *_OF_ACTIONS, "commentary_status", "reported_for"})
"""All of them."""
