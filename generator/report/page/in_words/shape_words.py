"""The words for a report's period, its groups, and what it lists."""

from typing import TypedDict

from generator.history.columns import columns_in
from generator.model.english import inside_sentence
from generator.model.shape import Listing
from generator.report.report import Report


class ReportWords(TypedDict):
    """Fields of ``PageView``."""

    columns: tuple[str, ...]
    period_word: str
    period_adjective: str
    year_end_status: str
    year_end_name: str
    group_word: str
    group_word_inside: str
    subgroup_word: str
    listed: str
    each_listed: str
    listed_briefly: str


def words_of_report(report: Report) -> ReportWords:
    """What documents call the period, groups of each level, and the measures that they list in full and in brief."""
    shape, period = report.shape, report.period
    first, *below = (each.word for each in shape.levels)
    lists_all = shape.listing is Listing.ALL
    return {
        "columns": tuple(each.heading for each in columns_in(shape.columns, period)),
        "period_word": period.word,
        "period_adjective": period.frequency.adjective,
        "year_end_name": year_end_name(is_outturn=period.is_last),
        "year_end_status": "Year End Outturn Status" if period.is_last else "Forecast Year End Status",
        "group_word": first,
        "group_word_inside": inside_sentence(first),
        "subgroup_word": below[0] if below else "",
        "listed": "Measures" if lists_all else "Exceptions",
        "each_listed": "measure" if lists_all else "measure that is an exception",
        "listed_briefly": "Other measures",
    }


def year_end_name(*, is_outturn: bool) -> str:
    """What the year end is called beside the quarter."""
    return "Outturn for the year" if is_outturn else "Forecast year end"
