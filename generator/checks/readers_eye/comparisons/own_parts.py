"""The part of a sentence that tells of one of its changes."""

import re
from collections.abc import Iterator, Sequence

from generator.checks.readers_eye.text.figures import Figure

_NEXT_PART = re.compile(
    r" and (?=£?\d)|, (?=£?\d[\d,.]* (?:[a-z]+ )?(?:more|fewer|less|up|down|above|below|over|under|higher|lower)\b)"
    r"|, (?:though|although|but|while|whilst|and|so|yet|having|the same)\b|;| (?:but|although|though) "
)


def told_beside(sentence: str, change: Figure) -> str:
    """What of a sentence may say what a change is against: up to the next comma, with what opens the sentence."""
    return f"{sentence[: change.start]} {sentence[change.end : _end_of_part(sentence, change)]}"


def own_parts(sentence: str, changes: Sequence[Figure]) -> Iterator[str]:
    """A sentence once for each of its changes, blank but for what tells of that one."""
    begins = 0
    for place, change in enumerate(changes):
        after = changes[place + 1].start if place + 1 < len(changes) else len(sentence)
        begins = max(begins, sentence.rfind("; ", 0, change.start) + 1)
        cuts = [each.start() for each in _BETWEEN_CHANGES.finditer(sentence, change.end, after)]
        ends = cuts[-1] if cuts and after < len(sentence) else after
        yield " " * begins + sentence[begins : min(_end_of_part(sentence, change), ends)]
        begins = ends


_BETWEEN_CHANGES = re.compile(r",? (?:and|but|though|although|while|whilst) |, |;|\((?=[^)]*$)")


def _end_of_part(sentence: str, change: Figure) -> int:
    after = _NEXT_PART.search(sentence, change.end)
    return after.start() if after else len(sentence)
