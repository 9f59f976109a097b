"""A measure's result and its year end as a page shows them, and its direction in words."""

from generator.commentary.placeholders import WITHHELD
from generator.judging.direction import Direction
from generator.judging.missing_figures import State, missing_state, why_missing
from generator.judging.outcome import Judged
from generator.judging.status import Verdict
from generator.report.page.views import NO_HALF, HalfView

NOT_STATED = "Not stated"
"""What a cell says that would otherwise be empty."""


def result_view(judged: Judged) -> HalfView:
    """The result: ``Quarterly data``, or ``Data for 2024/25`` where it is of another period than the report."""
    apart = judged.returned.reported_for
    heading = f"Data for {apart.short}" if apart else f"{judged.own_period.frequency.adjective} data"
    return _half(heading, "Actual", judged.quarter, judged)


def year_end_view(judged: Judged) -> HalfView:
    """The forecast for the year end, or the outturn; without words where there is none."""
    what = "Outturn" if judged.is_outturn else "Forecast"
    return _half(f"{what} data", what, judged.forecast, judged) if judged.forecast else NO_HALF


def _half(heading: str, actual_label: str, verdict: Verdict, judged: Judged) -> HalfView:
    is_withheld = missing_state(judged.returned) is State.SUPPRESSED
    why = why_missing(verdict, judged.returned)
    gap = WITHHELD if is_withheld else why if why == judged.returned.missing_reason else why.capitalize()
    return HalfView(
        heading=heading,
        target=NOT_STATED if verdict.target is None else judged.measure.show(verdict.target),
        actual=gap if verdict.actual is None else judged.measure.show(verdict.actual),
        actual_label=actual_label,
    )


def direction_in_words(direction: Direction) -> str:
    """Which way a result went, and since when."""
    if direction.travel is None:
        return "Not known"
    since = f" since {direction.comparator}" if direction.comparator else ""
    return f"{direction.travel}{since}"
