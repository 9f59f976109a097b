"""TEXT14: jargon, where a text has a good deal of it."""

import re
from collections.abc import Iterator

from generator.checks.readers_eye.as_text.words_to_avoid import WORDS_TO_AVOID
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought
from generator.model.problem import Problem

_JARGON = Sought(rf"\b(?:{'|'.join(WORDS_TO_AVOID)})\b")
_WORTH_SAYING = 2
"""How many different such words a return may have before it is told of them: one is a matter of taste."""


def jargon(text: Commentary) -> Iterator[Problem]:
    """TEXT14 once a return, for two or more words of the list, with what says it plainly."""
    found: dict[str, str] = {}
    first = None
    for line, sentence in text.holding(_JARGON):
        for match in _JARGON.finditer(sentence):
            first = first or line
            found.setdefault(match[0].lower(), _instead_of(match[0]))
    if first and len(found) >= _WORTH_SAYING:
        yield text.problem("TEXT14", first, "; ".join(f"{word} ({instead})" for word, instead in found.items()))


def _instead_of(word: str) -> str:
    return next(plain for avoided, plain in WORDS_TO_AVOID.items() if re.fullmatch(avoided, word, re.IGNORECASE))
