"""TIME03: last quarter's words; TIME04: last quarter's promises."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.days import dates_in
from generator.checks.readers_eye.text.sentences import words
from generator.model import english
from generator.model.problem import Problem

_WORTH_COMPARING = 12


def unchanged(text: Commentary) -> Iterator[Problem]:
    """TIME03 for an answer that is last quarter's, word for word."""
    if text.before is None:
        return
    for key, typed in text.before.answers.items():
        lines = text.of(key)
        now, then = (_plain(" ".join(each)) for each in ([line.text for line in lines], typed))
        if lines and now == then and len(now) >= _WORTH_COMPARING:
            yield text.problem("TIME03", lines[0], lines[0].text, period=text.returned.period.previous.short)


_SHARED = 0.4


def due_actions(text: Commentary) -> Iterator[Problem]:
    """TIME04 for an action that was promised for a day now past, and that this return does not speak of."""
    if text.before is None or not text.lines:
        return
    period = text.returned.period
    now = set(_plain(" ".join(line.text for line in text.lines)))
    for typed in (each for key in text.on_actions for each in text.before.answers.get(key, ())):
        due = [day for _, at, day in dates_in(typed, period.previous) if at > 0]
        said = {word for word in _plain(typed) if len(word) > 4}
        if (
            due
            and period.previous.last_day < max(due) <= period.last_day
            and said
            and len(said & now) < _SHARED * len(said)
        ):
            line = next(iter(text.actions), text.lines[0])
            yield text.problem("TIME04", line, typed, due=english.day(max(due)))


def _plain(text: str) -> list[str]:
    return [word.lower() for word in words(text)]
