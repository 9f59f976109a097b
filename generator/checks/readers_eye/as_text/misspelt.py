"""Common words as they are commonly misspelt: without a doubled letter or with a single one doubled, and the like.

Words are listed as they are right; how they go wrong is worked out. A slip that makes another word is none.
"""

from collections.abc import Iterator
from functools import cache

from generator.checks.readers_eye.text.words import word_set, words_in_file

_COMMON = words_in_file(__name__, "often_misspelt.txt")
_OTHERS = words_in_file(__name__, "slips_of_the_pen.txt")
_REAL = word_set(
    """analyses competed compliant complains contactor contactors decease deceased dependant fallowing fending finding
    froward hosing instillation judgment manages manger mangers meting offices panning passible planing precess
    precesses preform preformed prevision recommand recommanded redaction regrading stationary statutory suppler
    supplies summery through whither"""
)
"""What a slip may look like and be a word."""
_VOWELS, _DOUBLED = "aeiou", "cflmnprst"
_FEWEST = 7


@cache
def slips_of_spelling() -> frozenset[str]:
    """Every misspelling that is known."""
    made = {slip for word in _COMMON if len(word) >= _FEWEST for slip in _slips_of(word)}
    return frozenset((made | _OTHERS) - _COMMON - _REAL)


def _slips_of(word: str) -> Iterator[str]:
    """How a word goes wrong: a letter left out, two changed round, one doubled, or a vowel that is not heard."""
    for at in range(1, len(word) - 1):
        letter, before, after = word[at], word[at - 1], word[at + 1]
        yield word[:at] + word[at + 1 :]
        if at < len(word) - 2:
            yield word[:at] + after + letter + word[at + 2 :]
        if letter in _DOUBLED and before in _VOWELS and after in _VOWELS:
            yield word[:at] + letter + word[at:]
        if letter in _VOWELS and before not in _VOWELS and after not in _VOWELS:
            yield from (word[:at] + each + word[at + 1 :] for each in "aei" if each != letter)
    if "nce" in word:
        yield word.replace("nce", "nse")
