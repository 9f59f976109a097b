"""Queries (QRY08 to QRY11): what was promised of a measure, against what is done, forecast and recorded.

They are asked where a council asks for a day under the key ``back_on_target``, or for a choice under ``confidence``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from generator.checks.odd_figures import pace_in_words
from generator.checks.readers_eye.text.days import day_of
from generator.commentary.printed_lines import printed_lines
from generator.history.pace import never_happened
from generator.history.rows import HistoryRow
from generator.judging.outcome import Judged
from generator.model.english import day as in_words
from generator.model.english import listed
from generator.model.messages.wording import Severity
from generator.model.problem import Problem, problem
from generator.model.question import Question, Takes

BACK_ON_TARGET, CONFIDENCE, ACTIONS = "back_on_target", "confidence", "actions"
"""The keys that questions of this meaning have."""


def check_back_on_target(
    judged: Judged,
    by_code: Mapping[str, Judged],
    questions: Sequence[Question],
    earlier: Iterable[HistoryRow],
    severity: Severity,
) -> Iterator[Problem]:
    """What is asked of a measure's day and confidence; a note to the team answers all of it.

    ``questions`` are those about a measure; ``earlier`` is what is recorded of it.
    """
    if judged.returned.note_to_team:
        return
    asked = {(each.key, each.takes): each for each in questions}
    if question := asked.get((BACK_ON_TARGET, Takes.DATE)):
        yield from _day(judged, by_code, question, questions, severity)
    if question := asked.get((CONFIDENCE, Takes.CHOICE)):
        yield from _confidence(judged, question, earlier, severity)


def _day(
    judged: Judged, by_code: Mapping[str, Judged], question: Question, questions: Sequence[Question], severity: Severity
) -> Iterator[Problem]:
    """A day that is past, that the forecast contradicts, or towards which nothing is done."""
    written = _answer(judged, question)
    day = day_of(written) if written else None
    if day is None:
        return
    if day <= judged.own_period.last_day:
        ended = in_words(judged.own_period.last_day)
        yield _query("QRY09", judged, question, severity, found=written, period=judged.own_period.short, ended=ended)
        return
    if contradicted := _missed_at_year_end(judged, day):
        yield _query("QRY10", judged, question, severity, found=written, **contradicted)
    of_actions = _about_actions(question, questions)
    if of_actions and not any(printed_lines(judged, each.key, by_code) for each in of_actions):
        labels = listed(f"“{each.label}”" for each in of_actions)
        yield _query("QRY08", judged, question, severity, found=written, labels=labels)


def _about_actions(question: Question, questions: Sequence[Question]) -> Sequence[Question]:
    """The question that asks for actions; where none is called so, any in which they may be written."""
    named = [each for each in questions if each.key == ACTIONS]
    return named or [each for each in questions if each.takes in {Takes.LINES, Takes.TEXT} and each is not question]


def _missed_at_year_end(judged: Judged, day: date) -> dict[str, str]:
    """That the year end is forecast off target, though the day is before it; nothing where it is not."""
    verdict, year = judged.forecast, judged.own_period.of_its_year()[-1]
    if verdict is None or judged.is_outturn or day > year.last_day or not verdict.status.rated:
        return {}
    if verdict.actual is None or judged.scheme.is_on_target(verdict.status):
        return {}
    forecast = judged.measure.show(verdict.actual)
    return {"status": verdict.status.name, "forecast": forecast, "year_end": in_words(year.last_day)}


def _confidence(
    judged: Judged, question: Question, earlier: Iterable[HistoryRow], severity: Severity
) -> Iterator[Problem]:
    """The highest confidence, the first of the choices, in a forecast that needs what no period has brought."""
    written = _answer(judged, question)
    result, forecast = judged.quarter.actual, judged.forecast.actual if judged.forecast else None
    if not written or written.casefold() != question.choices[0].casefold():
        return
    if not isinstance(result, Decimal) or not isinstance(forecast, Decimal):
        return
    period = judged.returned.period
    if found := never_happened(judged.measure, period, result, forecast, earlier):
        needs, reached = pace_in_words(found, judged.measure, period)
        shown = judged.measure.show(forecast)
        yield _query("QRY11", judged, question, severity, found=written, forecast=shown, needs=needs, reached=reached)


def _answer(judged: Judged, question: Question) -> str:
    return " ".join(" ".join(judged.returned.answers.get(question.key, ())).split())


def _query(rule: str, judged: Judged, question: Question, severity: Severity, **facts: str) -> Problem:
    returned, note = judged.returned, judged.returned.question("note_to_team")
    return problem(rule, returned.place(question.key), severity, label=question.label, note=note, **facts)
