"""What kind of figure a measure has, and its unit, where a list does not say: by its targets and its title."""

import re
from collections.abc import Sequence

from generator.importing.drafting import guesses
from generator.importing.drafting.draft import DraftEntry, guessed
from generator.importing.drafting.read_target import is_day, says_no_rating
from generator.importing.meaning import words
from generator.model.measure import Kind, Polarity
from generator.xlsx import Cell, CellKind

_SPAN = re.compile(r"£?[\d.,]+%? ?(?:-|–|to) ?£?[\d.,]+%?")


def kind_of_targets(targets: Sequence[Cell], polarity: str) -> DraftEntry | None:
    """The kind that the targets have; ``polarity`` is what the list says of that. None for plain figures."""
    texts = _texts(targets)
    if any(map(says_no_rating, texts)):
        return guessed(Kind.DATA_ONLY.value, "The list says so in the place of a target.")
    if not texts:
        return None
    if all(cell.kind is CellKind.DATE or is_day(text) for cell, text in zip(targets, texts, strict=True)):
        return guessed(Kind.DATE.value, "The targets are dates.")
    if all(text.casefold() in {"yes", "no"} for text in texts):
        return guessed(Kind.YES_NO.value, "The targets are Yes or No.")
    wanted = words.polarity(polarity)
    if all(map(_SPAN.fullmatch, texts)) and (not wanted or wanted.word in {Polarity.RANGE, Polarity.NONE}):
        return guessed(Kind.RANGE.value, "The targets are ranges.")
    return None


def unit_guess(targets: Sequence[Cell], title: str) -> DraftEntry | None:
    """The unit that is typed with the targets, or that the title names; None where neither tells."""
    typed = guesses.unit_of_targets(_texts(targets)) or ("%" if any(cell.percent for cell in targets) else "")
    if typed:
        return guessed(typed, "The targets are typed so.")
    named = guesses.unit_of_title(title)
    if named:
        return guessed(named, "The title says so.")
    numbers = [cell.number for cell in targets if cell.number is not None]
    if numbers and guesses.is_a_share(title) and all(0 <= number <= 100 for number in numbers):
        return guessed("%", "What is done within a time, or well, is mostly counted as a share.")
    return None


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [" ".join(cell.shown.split()) for cell in cells]
