"""What the history says beside a report, for report.json: what changed, and how long exceptions have been some."""

from generator.history.forecasts import ForecastRecord, PastForecast
from generator.history.running import Running
from generator.report.changes import Change

type_of_record = dict[str, str | int | bool | None]
"""Plain facts by key."""


def running_json(running: Running) -> type_of_record:
    """How many reports running a measure has been an exception."""
    return {
        "count": running.count,
        "at_least": running.at_least,
        "last_before": str(running.last) if running.last else None,
    }


def change_json(change: Change) -> type_of_record:
    """Something that is not as it was in the last report; figures as they stand elsewhere."""
    return {
        "code": change.code,
        "title": change.title,
        "what": change.kind.value,
        "period": str(change.period) if change.period else None,
        "was": change.was or None,
        "now": change.now or None,
        "reason": change.reason or None,
    }


def forecast_json(past: PastForecast) -> type_of_record:
    """A forecast for the year end that was made in a period, and what came."""
    return {"period": str(past.period), "forecast": str(past.forecast), "came": str(past.came)}


def forecast_record_json(record: ForecastRecord) -> type_of_record:
    """How far forecasts were from what came, on average: in a unit, or in per cent of it where that is null."""
    return {
        "missed_by": str(record.missed_by),
        "unit": record.unit,
        "forecasts": record.forecasts,
        "measures": record.measures,
    }
