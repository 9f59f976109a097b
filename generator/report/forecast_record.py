"""The record of forecasts that a report is to be read with: those made in the same part of earlier years."""

from generator.history.forecasts import ForecastRecord, part_in_words, record_of
from generator.judging.outcome import Judged
from generator.report.report import Report


def record_of_measure(report: Report, judged: Judged) -> ForecastRecord | None:
    """How far a measure's forecasts of this part of the year were from what came; None where it makes none now."""
    if judged.forecast is None:
        return None
    return record_of([(judged.measure, report.forecasts_like_these[judged.measure.code])])


def record_of_report(report: Report) -> ForecastRecord | None:
    """The same of all measures that are reported."""
    measures = {entry.judged.measure.code: entry.judged.measure for entry in report.entries}
    return record_of((measures[code], made) for code, made in report.forecasts_like_these.items())


def sentence_of_measure(report: Report, judged: Judged) -> str:
    """What stands beside a measure's figures, where the settings want it; else empty."""
    found = record_of_measure(report, judged) if report.forecast_record else None
    return f"Its {part_in_words(report.period)} forecasts of earlier years {found.in_words}." if found else ""


def sentence_of_report(report: Report) -> str:
    """What the report says of all, where the settings want it; else empty."""
    found = record_of_report(report) if report.forecast_record else None
    part = part_in_words(report.period)
    return f"Forecasts made in {part} of earlier years {found.sentence_of_all}." if found else ""
