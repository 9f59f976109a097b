"""The words for a report's period and year end, its groups, and what it lists."""

from typing import NamedTuple, TypedDict

from generator.history.columns import columns_in
from generator.model.english import inside_sentence
from generator.model.shape import Listing
from generator.report.report import Report


class YearEndWords(NamedTuple):
    """The words for the year end of one measure, or of a report: as headings, and inside a sentence."""

    kind: str
    """What templates know it by."""
    name: str
    """What it is called beside the period."""
    column: str
    """The heading of a table's column of statuses."""
    counted: str
    """The heading over how many measures have which status."""
    status: str
    """The same as the beginning of a sentence."""
    sorted_by: str
    """What a reader orders measures by."""
    missed: str
    """The heading over how many are exceptions for the year: schemes may have other words for it."""
    nothing: str
    """What stands for the status of a measure that has none."""


FORECAST = YearEndWords(
    kind="forecast",
    name="Forecast year end",
    column="Forecast Year End Status",
    counted="Forecast for the year end",
    status="Forecast year-end status",
    sorted_by="forecast",
    missed="Forecast exceptions",
    nothing="No forecast",
)
OUTTURN = YearEndWords(
    kind="outturn",
    name="Outturn for the year",
    column="Year End Outturn Status",
    counted="Outturn for the year",
    status="Outturn status",
    sorted_by="outturn",
    missed="Exceptions by outturn",
    nothing="No outturn",
)
EITHER = YearEndWords(
    kind="either",
    name="Year end",
    column="Year End Status",
    counted="Forecast or outturn for the year",
    status="Year-end status",
    sorted_by="year end",
    missed="Exceptions at the year end",
    nothing="None",
)


def year_end_words(report: Report) -> YearEndWords:
    """The words for what a report's measures have; of no measure, by whether its period is the last of the year."""
    outturns = {entry.judged.is_outturn for entry in report.entries if entry.judged.forecast}
    if len(outturns) > 1:
        return EITHER
    return OUTTURN if True in outturns or (not outturns and report.period.is_last) else FORECAST


class ReportWords(TypedDict):
    """Fields of ``PageView``."""

    columns: tuple[str, ...]
    period_word: str
    period_adjective: str
    year_end_status: str
    year_end_name: str
    year_end_sorted_by: str
    year_end_missed: str
    group_word: str
    group_word_inside: str
    subgroup_word: str
    listed: str
    each_listed: str
    listed_briefly: str


def words_of_report(report: Report) -> ReportWords:
    """What documents call the period, groups of each level, and the measures that they list in full and in brief."""
    shape, period, year_end = report.shape, report.period, year_end_words(report)
    first, *below = (each.word for each in shape.levels)
    lists_all = shape.listing is Listing.ALL
    return {
        "columns": tuple(each.heading for each in columns_in(shape.columns, period)),
        "period_word": period.word,
        "period_adjective": period.frequency.adjective,
        "year_end_name": year_end.name,
        "year_end_status": year_end.column,
        "year_end_sorted_by": year_end.sorted_by,
        "year_end_missed": year_end.missed,
        "group_word": first,
        "group_word_inside": inside_sentence(first),
        "subgroup_word": below[0] if below else "",
        "listed": "Measures" if lists_all else "Exceptions",
        "each_listed": "measure" if lists_all else "measure that is an exception",
        "listed_briefly": "Other measures",
    }
