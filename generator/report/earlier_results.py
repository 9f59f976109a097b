"""The results of earlier periods, by measure: as the history has them, and as returns say that are not closed yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.history.past import History
from generator.judging.year_so_far import type_of_results
from generator.model.figures import as_figure, type_of_figure
from generator.model.measure import Measure
from generator.model.period import Period
from generator.project.quarter_folders import EarlierQuarter, as_revised


@dataclass(frozen=True, slots=True)
class EarlierResults:
    """What is known before a report; ``revised`` are results by the period of their report and the measure's code."""

    history: History
    suppressed: Mapping[Period, frozenset[str]]
    revised: Mapping[Period, Mapping[str, type_of_figure | None]]

    @classmethod
    def of_reports(cls, history: History, earlier: Mapping[Period, EarlierQuarter]) -> "EarlierResults":
        """Those of the history, and of what earlier periods left behind."""
        return cls(
            history,
            {period: each.suppressed for period, each in earlier.items()},
            {
                period: as_revised(each, earlier[period.next].returned if period.next in earlier else {})
                for period, each in sorted(earlier.items())
            },
        )

    def of(self, measure: Measure) -> type_of_results:
        """A measure's results by the periods that they are of."""
        found = {period: as_figure(row.actual) for period, row in self.history.results(measure).items()}
        for period, results in self.revised.items():
            if (figure := results.get(measure.code)) is not None:
                found[measure.own_period(period)] = figure
        withheld = {measure.own_period(each) for each, codes in self.suppressed.items() if measure.code in codes}
        return {period: each for period, each in found.items() if each is not None and period not in withheld}


def last_result(history: History, measure: Measure, period: Period) -> str:
    """What a report says of the last result of a measure that is not due: the figure, what it is of, and its status."""
    rows = [row for own, row in history.results(measure).items() if own.last_day <= period.last_day]
    figure = as_figure(rows[-1].actual) if rows else None
    if figure is None:
        return ""
    row, target = rows[-1], as_figure(rows[-1].target)
    against = "" if target is None else f" against a target of {measure.show(target)}"
    status = f" ({row.status})" if row.status else ""
    return f"Its last result, for {row.reported_for.short}, was {measure.show(figure)}{against}{status}."
