"""What earlier periods' returns say, for pre-filling this period's forms."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.history.past import reported_last
from generator.model.figures import type_of_figure
from generator.model.officer_return import FilledForm
from generator.model.period import Period
from generator.project.load import Setup
from generator.project.quarter_folders import known_results, results_in, returned_in_each
from generator.reading.open_workbooks import Opening


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier periods say, by code: the last returns, and the results of measures to compare with.

    ``previous_periods`` says what a previous result is of where that is not the measure's period before. What was
    suppressed is in none of them: a form would hand it on to the next report.
    """

    last: Mapping[str, FilledForm]
    previous: Mapping[str, type_of_figure | None]
    year_ago: Mapping[str, type_of_figure | None]
    previous_periods: Mapping[str, Period] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, setup: Setup, opening: Opening | None = None) -> "Earlier":
        """Read them from their periods' folders, and the history."""
        period, measures = setup.period, setup.register.measures
        reports = {each.code: reported_last(each, period) for each in measures}
        periods = dict.fromkeys((period.previous, period.year_ago, period.year_ago.next, *reports.values()))
        found = returned_in_each(setup, periods, replace(opening or Opening(), what="Earlier returns read"))
        forms, results = found[period.previous].forms_as_said, results_in(found, setup.register)
        previous: dict[str, type_of_figure | None] = {}
        year_ago: dict[str, type_of_figure | None] = {}
        of_periods: dict[str, Period] = {}
        for measure in measures:
            code, own, last = measure.code, measure.own_period(period), found[reports[measure.code]]
            if code in last.said:
                forms[code] = last.said[code]
            known = known_results(setup.history, measure, results)
            reported = last.own_periods.get(code) or measure.own_period(reports[code])
            before = of_periods[code] = own.previous if own.previous in known else _comparable(reported, own)
            previous[code], year_ago[code] = known.get(before), known.get(own.year_ago)
        return cls(forms, previous, year_ago, of_periods)


def _comparable(reported: Period, own: Period) -> Period:
    """What a previous result is of, where that of the period before was never reported: what was ``reported`` last.

    What is of a period of another length, or not of one before, is none.
    """
    return reported if reported.per_year == own.per_year and reported < own else own.previous
