"""Which way is better: as the list says, as its heading asks, or as thresholds, targets and title let one think."""

from collections.abc import Sequence

from generator.importing.drafting.draft import DraftEntry, guessed, left_open, taken
from generator.importing.drafting.guesses import polarity_of_title
from generator.importing.drafting.read_target import relation_in, side_of
from generator.importing.meaning import words
from generator.importing.meaning.thresholds import thresholds_in
from generator.model.measure import Polarity
from generator.xlsx import Cell

_OTHER = {Polarity.HIGHER.value: Polarity.LOWER.value, Polarity.LOWER.value: Polarity.HIGHER.value}


def polarity_entry(said: str, heading: str, thresholds: str, targets: Sequence[Cell], title: str) -> DraftEntry:
    """The polarity of a measure; ``said`` is what the list says of it under ``heading``."""
    found = words.polarity(said) or _answer(said, heading)
    if found and found.sure:
        return taken(found.word)
    by_thresholds = thresholds_in(thresholds)
    ways = (
        (found.word if found else None, f"“{said}” was read so."),
        (by_thresholds.polarity if by_thresholds else None, "The thresholds say so."),
        (relation_in(targets), "The targets say so."),
        (side_of(said), "Its first word says so."),
        (polarity_of_title(title), "The title lets one think so."),
    )
    unread = f"“{said}” is neither higher nor lower. " if said and not found else ""
    for word, why in ways:
        if word:
            return guessed(str(word), f"{unread}{why}")
    return left_open(f"{unread}Write higher, lower, or none for a measure that is not rated.")


def _answer(said: str, heading: str) -> words.Meaning | None:
    """The answer to a heading that asks “High is good?”."""
    asked, answer = words.polarity(heading.rstrip("? ")), said.casefold()
    if asked is None or answer not in {"y", "yes", "n", "no"}:
        return None
    return words.Meaning(asked.word if answer.startswith("y") else _OTHER.get(asked.word, asked.word))
