"""The names that a declared question may not have as its key: the workbook's own, now and in later forms."""

from generator.forms.asked.action_words import ACTION_NAMES
from generator.forms.asked.fixed_questions import FIXED, LEVEL_NAMES, NAMES_OF_TOPICS, about_the_measure
from generator.model.shape import DEFAULT_SHAPE

_OF_GROUPS = (*NAMES_OF_TOPICS, *LEVEL_NAMES)
_OF_MEASURES = tuple(field.name for field in about_the_measure(DEFAULT_SHAPE.levels, forecast=True, ranged=True).fields)

RESERVED = frozenset({*FIXED, *_OF_MEASURES, *_OF_GROUPS, *ACTION_NAMES, "commentary_status", "reported_for"})
"""All of them."""
