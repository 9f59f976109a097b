"""TIME03: last quarter's words; TIME04: last quarter's promises."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.days import dates_in
from generator.checks.readers_eye.text.sentences import words
from generator.model import english
from generator.model.period import Period
from generator.model.problem import Problem

_WORTH_COMPARING = 12


def unchanged(text: Commentary) -> Iterator[Problem]:
    """TIME03 for an answer that is last quarter's, word for word."""
    if text.before is None:
        return
    for key, typed in text.before.answers.items():
        lines = text.of(key)
        now, then = (plain_words(" ".join(each)) for each in ([line.text for line in lines], typed))
        if lines and now == then and len(now) >= _WORTH_COMPARING:
            yield text.problem("TIME03", lines[0], lines[0].text, period=text.returned.period.previous.short)


_SHARED = 0.4


def due_actions(text: Commentary) -> Iterator[Problem]:
    """TIME04 for an action that was promised for a day now past, and that this return does not speak of."""
    if text.before is None or not text.lines:
        return
    period, now = text.returned.period, [line.text for line in text.lines]
    for typed in (each for key in text.on_actions for each in text.before.answers.get(key, ())):
        due = promised_for(typed, period.previous, period)
        if due and not is_spoken_of(typed, now):
            line = next(iter(text.actions), text.lines[0])
            yield text.problem("TIME04", line, typed, due=english.day(due))


def promised_for(typed: str, then: Period, now: Period) -> date | None:
    """The day for which something was promised in a report of ``then``, where it has passed since, by ``now``."""
    due = [day for _, at, day in dates_in(typed, then) if at > 0]
    return max(due) if due and then.last_day < max(due) <= now.last_day else None


def is_spoken_of(typed: str, now: Iterable[str]) -> bool:
    """Whether the lines of ``now`` share enough words with what was written before; of too few nobody can tell."""
    said = {word for word in plain_words(typed) if len(word) > 4}
    return len(said & set(plain_words(" ".join(now)))) >= _SHARED * len(said)


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.lower() for word in words(text)]
