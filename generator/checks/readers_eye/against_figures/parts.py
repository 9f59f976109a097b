"""Amounts in a row that may be the parts of a whole: each heads its item ("61 for rent"), or each ends it."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest

from generator.checks.readers_eye.text.figures import WHOLE, Figure, count_of, figures_in
from generator.checks.readers_eye.text.sentences import ends_in_brackets
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.words import PASSAGES

_IN_WORDS = Sought(
    rf"(?<![\w-])(?!\d|no\b|one of\b)(?:{WHOLE})(?![\w-])(?! (?:days?|minutes?|hours?|seconds?|per ?cent)\b)"
)
_NO_COUNT = re.compile(
    r" (?:months?|weeks?|years?|quarters?|hours?|minutes?|working|per\b"
    r"|in (?:every )?(?:\d|two|three|four|five|six|ten)\b|out of|(?:percentage )?points?"
    r"|(?:[a-z]+ )?(?:more|fewer|less|times)\b)"
)
"""What follows a number that counts nothing."""
_LED = re.compile(
    r"\b(?:(?:aged?|over|under|above|below|within|since|by|every|per|than|down|from|to|until|before|after"
    r"|(?<!make )(?<!makes )(?<!making )(?<!made )up"
    r"|against|including|notably|mainly|mostly|among them|in|at|on|no\.?|between|of)"
    r"(?: (?:about|some|just|only|the|around|nearly|all|these|our))*) $",
    re.IGNORECASE,
)
"""What stands before a number that is no part by itself: a bound, a rank, an age, a number of places, a whole."""
_OF_THEM = re.compile(r" of (?:them|these|those|which|whom)\b")
_HEAD = re.compile(
    r"(?:^|[,;:(]|\b(?:and|plus|or|with)\b)[ ,]*(?:(?:and|with|plus|then|but|about|around|some|just|only|nearly|almost"
    r"|over|another|an?|further|the|all|other|others|rest|remaining|remainder|balance|of|us|leaving|leaves|which|left)"
    r"[ ,]+)*$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\)?(?: [a-z]+| of (?:them|these|those))?(?: \([^()]*\))?(?:[,;:.)]| and | plus | or |$)")
_BETWEEN = re.compile(r"[,;:(]|\b(?:and|plus|or|with)\b")
"""What parts two items, so that of two amounts without it the first names what the second counts: "12 branches 55"."""
_NEAR = 40
"""Letters before an amount that say what it is."""


@lru_cache(PASSAGES)
def amounts_in(sentence: str) -> tuple[Figure, ...]:
    """What a sentence counts, in figures and in words."""
    one = Decimal(1)
    worded = [
        Figure(each[0], Decimal(count_of(each[0])), one, "", each.start()) for each in _IN_WORDS.finditer(sentence)
    ]
    every = sorted((*figures_in(sentence), *worded), key=lambda each: each.start)
    return tuple(each for each in every if not each.is_year and (each.unit or not _NO_COUNT.match(sentence, each.end)))


def parts_in_row(part: str, begins: int, amounts: Sequence[Figure]) -> list[Figure]:
    """Amounts that stand in a part of a sentence, which ``begins`` at a place of it, as parts in a row.

    Of what is unclear there are none. The first may stand anywhere: "Of the 68 late answers 31 were in Planning".
    """
    counted = [
        each
        for place, each in enumerate(amounts)
        if not _LED.search(part[max(0, each.start - begins - _NEAR) : each.start - begins])
        and not (place and _OF_THEM.match(part, each.end - begins))
    ]
    counted = [
        each
        for each, following in zip_longest(counted, counted[1:])
        if not following or _BETWEEN.search(part, each.end - begins, following.start - begins)
    ]
    outside = [each for each in counted if not ends_in_brackets(part[: each.start - begins])]
    parts = outside if len(outside) > 1 else [each for each in counted if each not in outside]
    heads = [_HEAD.search(part[: each.start - begins]) is not None for each in parts]
    tails = [_TAIL.match(part, each.end - begins) is not None for each in parts]
    is_row = all(heads[1:]) or all(tails) or (all(tails[:-1]) and heads[-1])
    return parts if is_row and len(parts) > 1 else []
