"""Rules on commentary: an exception is explained, and commentary that is shared leads somewhere (NARR01 to NARR11)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from string import ascii_uppercase

from generator.checks.readers_eye.reach import within_reach
from generator.commentary.placeholders import figures_of, placeholder_slips, placeholders_in
from generator.commentary.printed_lines import printed_lines
from generator.commentary.shared import runs_in_a_circle
from generator.commentary.withheld import is_unclosed
from generator.judging.outcome import Judged
from generator.model.english import listed
from generator.model.measure import code_key
from generator.model.officer_return import FilledForm, GroupReturn, Return
from generator.model.problem import Problem, nearest, problem
from generator.model.question import DEFAULT_QUESTIONS, Question, Takes, When


def check_narratives(
    judged: Judged, by_code: Mapping[str, Judged], questions: Sequence[Question] = DEFAULT_QUESTIONS
) -> Iterator[Problem]:
    """A judged return's commentary; ``by_code`` has every judged return by the keys of its codes and aliases."""
    returned = judged.returned
    yield from _marks(judged)
    yield from _runs_on(returned, questions)
    if returned.same_as:
        yield from _shared(judged, returned.same_as, by_code, questions)
        return
    for each in _unanswered(judged, by_code, questions):
        facts = {"label": each.label, "why": _why(judged, each.needed), "how": _HOW[each.takes]}
        yield problem("NARR01", returned.place(each.key), **facts, same_as=returned.question("same_as"))


def _runs_on(returned: Return, questions: Sequence[Question]) -> Iterator[Problem]:
    """NARR11: a text fills its question down to the last row, and the next question begins in the row below.

    So it is where more paragraphs were pasted than a question has rows for. A note to the team answers it.
    """
    if returned.note_to_team:
        return
    for above, below in pairwise(questions):
        if above.takes is below.takes is Takes.LINES:
            ends, starts = returned.lines.get(above.key, ()), returned.lines.get(below.key, ())
            if ends and starts and _row(ends[-1]) + 1 == _row(starts[0]):
                facts = {"label": above.label, "next": below.label, "note": returned.question("note_to_team")}
                yield problem("NARR11", returned.place_of_line(above.key, 0), **facts)


def _row(cell: str) -> int:
    return int(cell.lstrip(ascii_uppercase))


_HOW = {
    Takes.LINES: "Write it, one paragraph or list item in each cell",
    Takes.TEXT: "Write it",
    Takes.DATE: "Enter the date",
    Takes.CHOICE: "Choose from the list",
}


def check_about_group(
    returned: GroupReturn, judged: Sequence[Judged], questions: Sequence[Question]
) -> Iterator[Problem]:
    """What was returned about a group, or the report, whose measures are ``judged``."""
    for each in questions:
        is_given = any(line.strip() for line in returned.answers.get(each.key, ()))
        if not is_given and each.key not in returned.unreadable and is_called_for(each.needed, judged):
            facts = {"label": each.label, "why": _why_about_group(each.needed, judged), "how": _HOW[each.takes]}
            yield problem("NARR09", returned.place(each.key), **facts)
    looked_at, _ = within_reach(returned)
    for key, lines in looked_at.answers.items():
        for row, line in enumerate(lines):
            for found in placeholders_in(line) if "{{" in line else ():
                yield problem("NARR10", returned.place_of_line(key, row), found=found)
    yield from _unclosed(returned)


def is_called_for(needed: When | tuple[str, ...], judged: Sequence[Judged]) -> bool:
    """Whether such an answer is needed about a group of these measures."""
    return needed is When.ALWAYS or any(calls_for(each, needed) for each in judged)


def _why_about_group(needed: When | tuple[str, ...], judged: Sequence[Judged]) -> str:
    if needed is When.ALWAYS:
        return "it is always needed"
    first = next(each for each in judged if calls_for(each, needed))
    return f"{first.measure.label} is among its measures, and {_why(first, needed)}"


_DECIDE = {f"{half}_{what}" for half in ("quarter", "forecast") for what in ("actual", "status_override")}
"""The answers that may make a measure an exception."""


def check_unprinted(judged: Judged, questions: Iterable[Question]) -> Iterator[Problem]:
    """NARR08: what was written for readers about a measure that is no exception, where only exceptions are printed.

    Nothing is said of what was asked for all the same, nor where a figure that cannot be read may yet make it one.
    """
    if judged.exception or judged.returned.unreadable & _DECIDE:
        return
    unasked = (each for each in questions if each.published and not calls_for(judged, each.needed))
    written = [each for each in unasked if any(map(str.strip, judged.returned.answers.get(each.key, ())))]
    if written:
        labels = listed(f"“{each.label}”" for each in written)
        yield problem("NARR08", judged.returned.place_of_line(written[0].key, 0), labels=labels)


def _unanswered(judged: Judged, by_code: Mapping[str, Judged], questions: Sequence[Question]) -> Iterator[Question]:
    """The questions that need an answer and have none; nobody is told twice of one that cannot be read."""
    for each in questions:
        is_told = each.key in judged.returned.unreadable
        if not is_told and calls_for(judged, each.needed) and not printed_lines(judged, each.key, by_code):
            yield each


def calls_for(judged: Judged, needed: When | tuple[str, ...]) -> bool:
    """Whether a measure is one of which such an answer is needed."""
    match needed:
        case When.ALWAYS:
            return True
        case When.IF_WISHED:
            return False
        case When.EXCEPTION:
            return judged.exception
    return any(each.status.name in needed for each in judged.halves)


def _why(judged: Judged, needed: When | tuple[str, ...]) -> str:
    """Why an answer is needed, as the end of a sentence."""
    if needed is When.ALWAYS:
        return "every measure needs it"
    halves = ((judged.quarter, f"for {judged.span}"), (judged.forecast, "forecast"))
    is_exception = needed is When.EXCEPTION
    statuses = ", ".join(
        f"{each.status.name}{' and overdue' if each.overdue else ''} {half}"
        for each, half in halves
        if each and ((each.status.exception or each.overdue) if is_exception else each.status.name in needed)
    )
    return f"the measure is an exception ({statuses})" if is_exception else f"the measure is {statuses}"


def _marks(judged: Judged) -> Iterator[Problem]:
    """Placeholders must have a figure, and the marks of what is not for the public must pair."""
    returned, figures = judged.returned, figures_of(judged)
    looked_at, _ = within_reach(returned)
    for key, lines in looked_at.answers.items():
        for row, line in enumerate(lines):
            place = returned.place_of_line(key, row)
            for slip in placeholder_slips(line, figures) if "{" in line else ():
                if slip.absent:
                    yield problem("NARR06", place, found=slip.typed, absent=slip.absent)
                else:
                    known = ", ".join(name for name, figure in figures.items() if figure is not None)
                    yield problem("NARR05", place, found=slip.typed, suggestion=slip.suggestion, known=known)
    yield from _unclosed(returned)


def _unclosed(returned: FilledForm) -> Iterator[Problem]:
    for key, lines in returned.answers.items():
        for row, line in enumerate(lines):
            if is_unclosed(line):
                yield problem("NARR07", returned.place_of_line(key, row))


def _shared(
    judged: Judged, code: str, by_code: Mapping[str, Judged], questions: Sequence[Question]
) -> Iterator[Problem]:
    """NARR02 to NARR04: shared commentary is there, does not run in a circle, and answers what is left empty here."""
    place = judged.returned.place("same_as")
    if code_key(code) not in by_code:
        known = (each.measure.code for each in by_code.values())
        facts = {"suggestion": nearest(code, known), "period_word": judged.returned.period.word}
        yield problem("NARR02", place, found=code, **facts)
    elif runs_in_a_circle(judged, by_code):
        yield problem("NARR03", place, measure=judged.measure.label, found=code)
    else:
        for each in _unanswered(judged, by_code, questions):
            yield problem("NARR04", judged.returned.place(each.key), label=each.label, found=code)
