"""A text cut into sentences, and sentences into clauses."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from generator.checks.readers_eye.text.words import PASSAGES, folded

_END = re.compile(r"[.!?][\"”’)\]]{0,3}\s+(?=[\"“‘(\[]?[A-Z0-9£])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|no|nos|mr|mrs|ms|dr|prof|st|cllr|insp|supt|sgt|vs|dept|para)"
    r"|(?-i:\b(?<!category )(?<!class )(?<!band )(?<!grade )(?<!group )(?<!type )(?<!zone )(?<!phase )[A-Z]))\.$",
    re.IGNORECASE,
)

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


_LONGEST_QUOTE, _BEFORE_IT = 90, 40
_PART = re.compile(r"(?:[;:]|, (?!\d)(?:and |but |so )?|, ) ?(?=[a-z])")


def shortest(sentence: str, still: Callable[[str], bool]) -> str:
    """A sentence, or of one that is too long to quote the last part of it of which something is ``still`` so."""
    if len(sentence) <= _LONGEST_QUOTE:
        return sentence
    parts = [sentence[match.end() :] for match in _PART.finditer(sentence)]
    return next(filter(still, reversed(parts)), sentence)


def ends_in_brackets(before: str) -> bool:
    """Whether a text ends inside brackets that it opened."""
    return before.rfind("(") > before.rfind(")")


def shortened(text: str, at: int = 0) -> str:
    """A quotation cut to what fits into a message, so that what it is about, at a place, is in it."""
    if len(text) <= _LONGEST_QUOTE:
        return text
    if at < _LONGEST_QUOTE - _BEFORE_IT:
        return f"{text[: _LONGEST_QUOTE - 3].rpartition(' ')[0]}..."
    rest = text[text.find(" ", at - _BEFORE_IT) + 1 :]
    room = _LONGEST_QUOTE - 3
    return f"...{rest}" if len(rest) <= room else f"...{rest[: room - 3].rpartition(' ')[0]}..."


OR_SO = r"(?:(?:just|only|about|around|some|nearly|almost|over|under|an?|the) )*"
"""What may stand before a number without a matter: "just over", "some"."""
_BREAK = re.compile(
    r"[;:()]|, (?!\d)|\.\s| [–-] "
    rf"|\b(?:(?:to|and|from|against|than|with|on) (?={OR_SO}£?\d)"
    r"|(?:because|when|while|whilst|whereas|which|who|whose|although|though|but|yet|so that|due to|owing to"
    r"|thanks to|(?:comes?|came|stem(?:s|med)?|result(?:s|ed)?|arises?|arose) from|ow(?:es?|ed) (?:much|most|more)"
    r"|reflect(?:s|ed|ing)?|(?:is|was|are|were) (?:down|due|owing) to|(?:explained|caused|driven|brought about) by"
    r"|as a result of|on account of"
    r"|following|despite|after|as (?!at\b|in\b|an?\b|of\b|much|many|high|low|last|it was|they were))\b"
    r"|and (?=(?:is|are|was|were|has|have|had|it|this|that|we|they|now|remains?)\b)"
    r"|since (?=[a-z]+ (?:[a-z]+ )?(?:is|are|was|were|has|have|had|left|broke|failed)\b))",
    re.ASCII,
)
_OPENING = re.compile(
    r"(?:But |And |Yet )?(?:In|During|For|At|Over|By|Since|Between|Across|From|Through|Throughout|Until|Last|This|A"
    r" (?:year|quarter)|Twelve|Three|Nationally|Elsewhere|Compared|Against|Unlike)\b[^,;.]{0,60}, "
)


@lru_cache(4 * PASSAGES)
def around(sentence: str, at: int) -> str:
    """The clause at a place, cut at the figures next to it, after what opens the sentence: "In the spring, "."""
    start, end = 0, len(sentence)
    for found in _BREAK.finditer(folded(sentence)):
        if found.end() <= at:
            start = found.end()
        elif found.start() > at:
            end = found.start()
            break
    opening = _OPENING.match(sentence)
    before = opening[0] if opening and opening.end() <= start else ""
    return before + sentence[start:end]
