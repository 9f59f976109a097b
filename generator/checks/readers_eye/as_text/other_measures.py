"""TEXT08: another measure that the reader will not find in this report."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.figures import DIGIT
from generator.model.measure import code_key
from generator.model.problem import Problem


def other_measures(text: Commentary) -> Iterator[Problem]:
    """TEXT08 for a code that is like the register's and is none of the measures reported."""
    known = text.known
    for line in text.lines:
        codes = known.codes_in(line.text) if line.may_hold(DIGIT) else ()
        for match in {code_key(found[0]): found for found in codes}.values():
            if code_key(match[0]) not in known.reported:
                yield text.problem("TEXT08", line, line.text, code=match[0])
