"""What earlier periods' returns say, for pre-filling this period's forms."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.history.past import reported_last
from generator.history.rows import figure_in
from generator.model.figures import type_of_figure
from generator.model.measure import Measure
from generator.model.officer_return import FilledForm
from generator.model.period import Period
from generator.project.load import Setup
from generator.project.quarter_folders import as_revised, returned_in_each
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
        period = setup.period
        others = (each for each in setup.register.measures if each.frequency is not period.frequency)
        apart = [(each, reported_last(each, period)) for each in others]
        reports = (report for _, report in apart)
        periods = dict.fromkeys((period.previous, period.year_ago, period.year_ago.next, *reports))
        found = returned_in_each(setup, periods, replace(opening or Opening(), what="Earlier returns read"))
        last, last_year = found[period.previous], found[period.year_ago]
        forms = last.forms_as_said
        previous, year_ago = as_revised(last, {}), as_revised(last_year, found[period.year_ago.next].returned)
        of_periods: dict[str, Period] = {}
        results = {report: as_revised(found[report], {}) for _, report in apart}
        for measure, report in apart:
            code, answered = measure.code, found[report].returned
            if code in answered:
                forms[code] = answered[code]
            before = (measure.own_period(report), results[report].get(code))
            of_periods[code], previous[code], year_ago[code] = _known(setup, measure, *before)
        return cls(forms, previous, year_ago, of_periods)


def _known(
    setup: Setup, measure: Measure, reported: Period, last: type_of_figure | None
) -> tuple[Period, type_of_figure | None, type_of_figure | None]:
    """A previous result with its period, and that of a year ago, of a measure of other periods than the report's.

    The period before its own may never have been reported: then it is that of the ``last`` result, which was
    ``reported`` last.
    """
    own = measure.own_period(setup.period)
    known = {period: figure_in(row.actual, measure) for period, row in setup.history.results(measure).items()}
    known |= {reported: last} if last is not None else {}
    before = own.previous if known.get(own.previous) is not None else reported
    return before, known.get(before), known.get(own.year_ago)
