"""Rules on figures, on statuses and on the direction of travel (FIG04, FIG07, FIG08, FIG10, FIG31, STAT01-04, 07)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.forms.asked.fixed_questions import FIXED
from generator.judging.conditions import Unjudged
from generator.judging.outcome import Judged, lacks_for_outturn, type_of_results
from generator.judging.status import HARMLESS, Rating, Verdict
from generator.model.english import counted, day, listed
from generator.model.measure import Kind, Measure, Polarity
from generator.model.messages.wording import Severity
from generator.model.officer_return import Half, Return
from generator.model.problem import Problem, nearest, problem


class _Side(NamedTuple):
    """The quarter or the year end of a return, with the names of its questions in the form."""

    words: str
    verdict: Verdict
    half: Half
    actual: str
    status: str
    reason: str

    def questions(self, returned: Return) -> dict[str, str]:
        """The questions of the form that a remedy may name."""
        names = {"missing": "missing_reason", "status": self.status, "reason": self.reason}
        return {key: returned.question(name) for key, name in names.items()}


def _sides(judged: Judged) -> Iterator[_Side]:
    """The result, and the year end where there is a forecast or outturn that was asked for."""
    returned = judged.returned
    for words, name, verdict, half in (
        (judged.span, "quarter", judged.quarter, returned.quarter),
        ("the year end", "forecast", judged.forecast, returned.forecast),
    ):
        if verdict and (name == "quarter" or judged.measure.asks_for_year_end):
            yield _Side(words, verdict, half, f"{name}_actual", f"{name}_status_override", f"{name}_status_reason")


def check_figures(judged: Judged, stated_over_figures: Severity = Severity.ERROR) -> Iterator[Problem]:
    """Check both halves and the direction of one judged return.

    ``stated_over_figures`` is how bad it is that a status is stated though the figures give one.
    """
    for side in _sides(judged):
        yield from _missing_figure(judged, side)
        yield from _unrated(judged, side)
        yield from _stated(judged, side, stated_over_figures)
        yield from _rounding(judged, side)
    yield from _overdue(judged)
    yield from _direction(judged)


def _missing_figure(judged: Judged, side: _Side) -> Iterator[Problem]:
    returned = judged.returned
    explained = returned.missing_reason or (side.half.override and side.half.reason)
    told = {side.actual, side.status, side.reason, "missing_reason"} & returned.unreadable
    if side.half.actual is None and not explained and not told and not side.half.override:
        label = FIXED[side.actual].label
        yield problem("FIG04", returned.place(side.actual), label=label, **side.questions(returned))


def _unrated(judged: Judged, side: _Side) -> Iterator[Problem]:
    """FIG07, FIG10, STAT04, STAT07: why figures that are there give no status, unless one is stated."""
    if side.verdict.stated or side.status in judged.returned.unreadable:
        return
    place, measure = judged.returned.place(side.actual), judged.measure
    match side.verdict.worked_out:
        case Unjudged.ZERO_TARGET:
            yield problem("FIG07", place, half=side.words, **side.questions(judged.returned))
        case Unjudged.NO_TARGET if measure.polarity is not Polarity.NONE:
            yield problem("FIG10", place, half=side.words)
        case Unjudged.UNKNOWN_MILESTONE if (word := str(side.verdict.actual)) not in judged.scheme.milestones:
            words = judged.scheme.milestones
            facts = {"label": FIXED[side.actual].label, "found": word, "choices": ", ".join(words)}
            suggestion = nearest(word, words)
            yield problem("STAT07", place, **facts, suggestion=suggestion, **side.questions(judged.returned))
        case Unjudged() as why if why not in HARMLESS:
            yield problem("STAT04", place, half=side.words, why=why.value, **side.questions(judged.returned))


def _stated(judged: Judged, side: _Side, over_figures: Severity) -> Iterator[Problem]:
    """A stated status needs a reason, and figures that give none; to be cleared, it needs no reason any more."""
    returned, half, beside = judged.returned, side.half, side.verdict.beside
    place, status = returned.place(side.status), returned.question(side.status)
    if beside:
        facts = {"half": side.words, "stated": beside.name, "worked": side.verdict.status.name}
        yield problem("STAT02", place, over_figures, **facts, cell=status)
    is_to_go = beside is not None and over_figures is Severity.ERROR
    if half.override and not half.reason and not is_to_go and side.reason not in returned.unreadable:
        label, reason = FIXED[side.status].label, returned.question(side.reason)
        yield problem("STAT01", place, label=label, found=half.override, reason=reason, cell=status)
    if half.reason and not half.override and side.status not in returned.unreadable:
        yield problem("STAT03", returned.place(side.reason), answer=status)


def _overdue(judged: Judged) -> Iterator[Problem]:
    """Tell once of a day that has passed, though it be the quarter's and the year's."""
    told = None
    for side in _sides(judged):
        late, cell = side.verdict.overdue, judged.returned.question("quarter_actual")
        if late and late != told:
            told = late
            due, by = day(late.due), day(late.seen_on)
            what = "the day" if judged.measure.kind is Kind.DATE else "the milestone that was reached"
            facts = {"due": due, "by": by, "days": counted(late.days, "day"), "cell": cell, "what": what}
            yield problem("STAT05", judged.returned.place(side.actual), **facts)


def _rounding(judged: Judged, side: _Side) -> Iterator[Problem]:
    """FIG08: a figure that is judged as printed, so that readers can check it, and would else be judged otherwise."""
    measure, rating, exact = judged.measure, side.verdict.worked_out, side.verdict.as_entered
    if side.verdict.stated or not isinstance(rating, Rating) or not isinstance(exact, Rating):
        return
    if exact.status != rating.status and isinstance(side.half.actual, Decimal):
        yield problem(
            "FIG08",
            judged.returned.place(side.actual),
            half=side.words,
            shown=measure.show(side.half.actual),
            entered=f"{side.half.actual:,f}",
            status=rating.status.name,
            other=exact.status.name,
        )


def _direction(judged: Judged) -> Iterator[Problem]:
    returned, stated, why = judged.returned, "direction_override", "direction_reason"
    answer, reason = returned.question(stated), returned.question(why)
    if returned.direction_override and not returned.direction_reason and why not in returned.unreadable:
        facts = {"label": FIXED[stated].label, "found": returned.direction_override}
        yield problem("STAT01", returned.place(stated), **facts, reason=reason, cell=answer)
    if returned.direction_reason and not returned.direction_override and stated not in returned.unreadable:
        yield problem("STAT03", returned.place(why), answer=answer)


def check_outturn(measure: Measure, returned: Return, earlier: type_of_results) -> Iterator[Problem]:
    """FIG31: an outturn that comes of all results of the year, of which some are not known."""
    if lacking := lacks_for_outturn(measure, returned, earlier):
        facts = {"so_far": measure.so_far, "periods": listed(each.short for each in lacking)}
        yield problem("FIG31", returned.place("quarter_actual"), **facts)


def check_suppressed(given: Return, used: Return) -> Iterator[Problem]:
    """Tell of figures in a form that are not used because their own quarter suppressed them."""
    last = given.last_period.short
    periods = {"previous_actual": last, "previous_revised": last, "year_ago_actual": given.own_period.year_ago.short}
    for name, period in periods.items():
        if getattr(given, name) is not None and getattr(used, name) is None:
            facts = {"label": FIXED[name].label, "period": period, "period_word": given.own_period.word}
            yield problem("FIG30", given.place(name), **facts)
