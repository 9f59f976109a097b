"""A text before it is published: small counts of people, one person singled out, names, and personal data."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.before_publishing.names import listed_names, persons_named
from generator.checks.readers_eye.before_publishing.not_for_readers import not_for_readers
from generator.checks.readers_eye.before_publishing.one_person import singled_out
from generator.checks.readers_eye.before_publishing.personal_data import personal_data
from generator.checks.readers_eye.before_publishing.small_counts import small_counts
from generator.checks.readers_eye.text.commentary import Commentary
from generator.model.problem import Problem

RULES: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (
    small_counts,
    singled_out,
    personal_data,
    listed_names,
    persons_named,
    not_for_readers,
)
