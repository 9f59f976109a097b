"""Whether what a sentence says has moved is what is measured."""

import re

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import Figure
from generator.checks.readers_eye.text.sought import Found
from generator.checks.readers_eye.text.told_of import is_said_of_it

_CLAUSE = re.compile(r"[;:(]|, (?!\d)|\b(?:but|whilst|while|although|as|because|when|so)\b")
_ENDING = re.compile(
    r"(?:\b(?:is|are|was|were|has|have|had|been|by|now|also|again|still|there|it|continues? to|fell|fallen"
    r"|falling|rose"
    r"|risen|rising|grew|grown|growing|dropped|dipped|decreased|declined|increased|reduced|cut|climbed|jumped|shrunk"
    r"|went|gone|came|come|down|up|improved|worsened|deteriorated|more|than|nearly|almost|about|showed|shows?|saw|an?"
    r"|the|at|stood|stands)\b[ ,]*)+$",
    re.IGNORECASE,
)
_THAN = re.compile(r" (?:than|as|on|since|compared|in|over|at|of what|what|this)\b|[,.;()]|$")


def is_it_that_moved(sentence: str, change: Found | Figure, text: OfMeasure) -> bool:
    """Whether a change is told of what is measured: by its subject, by what there is more of, or beside its result."""
    start, end = (change.start, change.end) if isinstance(change, Figure) else (change.start(), change.end())
    before = _CLAUSE.split(sentence[:start])
    if is_said_of_it(_ENDING.sub("", before[-1]), text):
        return True
    after = sentence[end:]
    found = _THAN.search(after)
    there_are = after[: found.start() if found else None]
    if there_are.strip():
        return is_said_of_it(there_are, text)
    return not _ENDING.sub("", before[-1]).strip() and text.has_the_result(sentence)
