"""The record of forecasts that a report is to be read with: those made in the same part of earlier years."""

from generator.history.forecasts import (
    ForecastRecord,
    PastForecast,
    made_in_part,
    part_in_words,
    past_forecasts,
    record_of,
)
from generator.judging.outcome import Judged
from generator.report.report import Report


def forecasts_like_these(report: Report, judged: Judged) -> tuple[PastForecast, ...]:
    """A measure's forecasts that were made in this part of earlier years, and what came of them."""
    measure = judged.measure
    return made_in_part(past_forecasts(measure, report.earlier.get(measure.code, ())), report.period)


def record_of_measure(report: Report, judged: Judged) -> ForecastRecord | None:
    """How far a measure's forecasts of this part of the year were from what came; None where it makes none now."""
    if judged.forecast is None:
        return None
    return record_of([(judged.measure, forecasts_like_these(report, judged))])


def record_of_report(report: Report) -> ForecastRecord | None:
    """The same of all measures that are reported."""
    judged = (entry.judged for entry in report.entries if entry.judged.forecast)
    return record_of((each.measure, forecasts_like_these(report, each)) for each in judged)


def sentence_of_measure(report: Report, judged: Judged) -> str:
    """What stands beside a measure's figures, where the settings want it; else empty."""
    found = record_of_measure(report, judged) if report.forecast_record else None
    return f"Its {part_in_words(report.period)} forecasts of earlier years {found.in_words}." if found else ""


def sentence_of_report(report: Report) -> str:
    """What the report says of all, where the settings want it; else empty."""
    found = record_of_report(report) if report.forecast_record else None
    part = part_in_words(report.period)
    return f"Forecasts made in {part} of earlier years {found.sentence_of_all}." if found else ""
