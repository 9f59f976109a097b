"""A text as a text: whole sentences, real content, reasons, actions that say who and when, words that readers know."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.as_text.abbreviations import acronyms
from generator.checks.readers_eye.as_text.actions import empty_promises, owner_and_date, reasons_for_actions
from generator.checks.readers_eye.as_text.fairness import blame, disputed
from generator.checks.readers_eye.as_text.other_measures import other_measures
from generator.checks.readers_eye.as_text.plain_words import jargon
from generator.checks.readers_eye.as_text.slips import said_twice, slips
from generator.checks.readers_eye.as_text.substance import lengths, placeholders
from generator.checks.readers_eye.as_text.whole_sentences import (
    brackets,
    ends_early,
    fragments,
    long_sentences,
    starts_late,
)
from generator.checks.readers_eye.text.commentary import Commentary
from generator.model.problem import Problem

RULES: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (
    ends_early,
    starts_late,
    placeholders,
    lengths,
    owner_and_date,
    empty_promises,
    reasons_for_actions,
    other_measures,
    acronyms,
    long_sentences,
    slips,
    said_twice,
    fragments,
    blame,
    jargon,
    disputed,
    brackets,
)
