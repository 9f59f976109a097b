"""TIME03: an earlier report's words; TIME04: the last report's promises."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from generator.checks.readers_eye.against_time.moments import moments_in
from generator.checks.readers_eye.against_time.parts_of_year import TimeKind
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.words import plain_words, words_read
from generator.model import english
from generator.model.period import Period
from generator.model.problem import Problem

_WORTH_COMPARING = 12


def unchanged(text: Commentary) -> Iterator[Problem]:
    """TIME03 for an answer that is word for word that of an earlier report: the last, or any that is known."""
    for key in dict.fromkeys(line.question for line in text.lines) if text.earlier else ():
        lines = text.of(key)
        now = plain_words(" ".join(line.text for line in lines))
        if len(now) >= _WORTH_COMPARING:
            same = (period for period, said in text.earlier.items() if _are_the_words(" ".join(said.get(key, ())), now))
            for period in islice(same, 1):
                yield text.problem("TIME03", lines[0], lines[0].text, period=period.short)


def _are_the_words(said: str, now: list[str]) -> bool:
    begin = plain_words(said[:_A_GLANCE])[:-1]
    return now[: len(begin)] == begin and plain_words(said) == now


_A_GLANCE = 40
"""Letters that tell most texts apart."""

_SHARED = 0.4


def due_actions(text: Commentary) -> Iterator[Problem]:
    """TIME04 for an action that was promised for a day now past, and that this return does not speak of."""
    if not text.earlier or not text.lines:
        return
    period, now = text.returned.period, [line.text for line in text.lines]
    then, said = next(iter(text.earlier.items()))
    for typed in (each for key in text.on_actions for each in said.get(key, ())):
        due = promised_for(typed, then, period)
        if due and not is_spoken_of(typed, now):
            line = next(iter(text.actions), text.lines[0])
            yield text.problem("TIME04", line, typed, due=english.day(due), period=then.short)


def promised_for(typed: str, then: Period, now: Period) -> date | None:
    """The day for which something was promised in a report of ``then``, where it has passed since, by ``now``."""
    told = moments_in(words_read(typed), then, then.last_day)
    due = [each.ends for each in told if each.first > 0 and each.kind in {TimeKind.DAY, TimeKind.MONTH}]
    return max(due) if due and then.last_day < max(due) <= now.last_day else None


def is_spoken_of(typed: str, now: Iterable[str]) -> bool:
    """Whether the lines of ``now`` share enough words with what was written before; of too few nobody can tell."""
    said = {word for word in plain_words(typed) if len(word) > 4}
    return len(said & set(plain_words(" ".join(now)))) >= _SHARED * len(said)
