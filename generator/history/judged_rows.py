"""What a judged return gives the history: a row of the figures that were printed, and their statuses."""

from generator.history.rows import HistoryRow, RowState
from generator.judging.missing_figures import State, missing_state
from generator.judging.outcome import Judged
from generator.model.figures import written


def published_row(judged: Judged) -> HistoryRow:
    """What a judged return gives the history, before it is published."""
    measure, returned, quarter, forecast = judged.measure, judged.returned, judged.quarter, judged.forecast
    return HistoryRow(
        code=measure.code,
        period=returned.period,
        reported_for=returned.own_period,
        title=measure.title,
        group=measure.group,
        target=written(quarter.target) or "",
        actual=written(quarter.actual) or "",
        status=quarter.status.name,
        exception=judged.exception,
        year_end_target=(written(forecast.target) if forecast else None) or "",
        forecast=(written(forecast.actual) if forecast else None) or "",
        forecast_status=forecast.status.name if forecast else "",
        direction=judged.direction.travel.value if judged.direction.travel else "",
        state=_state(judged),
    )


def _state(judged: Judged) -> RowState:
    if judged.quarter.actual is None:
        suppressed = missing_state(judged.returned) is State.SUPPRESSED
        return RowState.SUPPRESSED if suppressed else RowState.MISSING
    return RowState.PROVISIONAL if judged.returned.provisional else RowState.FINAL
