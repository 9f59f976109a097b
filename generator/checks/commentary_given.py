"""Rules on narratives: an exception is explained, and shared commentary leads somewhere."""

from collections.abc import Iterator, Mapping

from generator.checks.readers_eye.reach import within_reach
from generator.commentary.placeholders import figures_of, slips
from generator.commentary.shared import commentary, runs_in_a_circle
from generator.commentary.withheld import is_unclosed
from generator.forms.questions import BY_NAME
from generator.judging.outcome import Judged
from generator.model.measure import code_key
from generator.model.officer_return import NARRATIVES
from generator.model.problem import Problem, nearest, problem


def check_narratives(judged: Judged, by_code: Mapping[str, Judged]) -> Iterator[Problem]:
    """Check one judged return's narratives; ``by_code`` gives every judged return by code and alias."""
    returned = judged.returned
    yield from _marks(judged)
    if returned.same_as:
        yield from _shared(judged, returned.same_as, by_code)
    elif judged.exception:
        halves = ((judged.quarter.status, "for the quarter"), (judged.forecast.status, "forecast"))
        statuses = ", ".join(f"{status.name} {half}" for status, half in halves if status.exception)
        for name in NARRATIVES:
            if name not in returned.unreadable and not commentary(judged, name, by_code):
                field, same_as = BY_NAME[name], BY_NAME["same_as"].ref
                place = returned.place(name)
                yield problem("NARR01", place, label=field.label, statuses=statuses, same_as=same_as)


def _marks(judged: Judged) -> Iterator[Problem]:
    """Placeholders must have a figure, and the marks of what is not for the public must pair."""
    returned, figures = judged.returned, figures_of(judged)
    looked_at, _ = within_reach(returned)
    for name in NARRATIVES:
        for row, line in enumerate(getattr(looked_at.narrative, name)):
            place = returned.place_of_line(name, row)
            for slip in slips(line, figures) if "{" in line else ():
                if slip.absent:
                    yield problem("NARR06", place, found=slip.typed, absent=slip.absent)
                else:
                    known = ", ".join(figures)
                    yield problem("NARR05", place, found=slip.typed, suggestion=slip.suggestion, known=known)
        for row, line in enumerate(getattr(returned.narrative, name)):
            if is_unclosed(line):
                yield problem("NARR07", returned.place_of_line(name, row))


def _shared(judged: Judged, code: str, by_code: Mapping[str, Judged]) -> Iterator[Problem]:
    """Shared commentary must exist, not run in a circle, and fill what is left empty here."""
    place = judged.returned.place("same_as")
    if code_key(code) not in by_code:
        known = (each.measure.code for each in by_code.values())
        yield problem("NARR02", place, found=code, suggestion=nearest(code, known))
    elif runs_in_a_circle(judged, by_code):
        yield problem("NARR03", place, measure=judged.measure.label, found=code)
    elif judged.exception:
        for name in NARRATIVES:
            if name not in judged.returned.unreadable and not commentary(judged, name, by_code):
                yield problem("NARR04", judged.returned.place(name), label=BY_NAME[name].label, found=code)
