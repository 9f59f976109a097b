"""A text cut into sentences, and sentences into words."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

_END = re.compile(r"[.!?][\"”’)\]]{0,3}\s+(?=[\"“‘(\[]?[A-Z0-9£])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|no|nos|mr|mrs|ms|dr|prof|st|cllr|vs|dept|para)|\b[A-Z])\.$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

LONGEST_PIECE = 600
"""Characters: what runs on longer is read in pieces, so that what it costs grows with its length alone."""


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, cut where a full stop ends one, and not an abbreviation."""
    for sentence in _sentences(text):
        rest = sentence
        while len(rest) > LONGEST_PIECE:
            cut = rest.rfind(" ", 1, LONGEST_PIECE) + 1 or LONGEST_PIECE
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(text):
        if match[0].strip() == "." and _ABBREVIATION.search(text[: match.start() + 1][-12:]):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def words(text: str) -> list[str]:
    """The words of a text, numbers among them."""
    return _WORD.findall(text)


def has_words(text: str, count: int) -> bool:
    """Whether a text has so many words; it is read no further than that."""
    return next(islice(_WORD.finditer(text), count - 1, None), None) is not None


_LONGEST_QUOTE = 90
_PART = re.compile(r"(?:[;:]|, (?!\d)(?:and |but |so )?|, ) ?(?=[a-z])")


def shortest(sentence: str, still: Callable[[str], bool]) -> str:
    """A sentence, or of one that is too long to quote the last part of it of which something is ``still`` so."""
    if len(sentence) <= _LONGEST_QUOTE:
        return sentence
    parts = [sentence[match.end() :] for match in _PART.finditer(sentence)]
    return next(filter(still, reversed(parts)), sentence)


def shortened(text: str) -> str:
    """A quotation cut to what fits into a message."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 3].rpartition(' ')[0]}..."
