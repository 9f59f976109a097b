"""What earlier quarters' returns say, for pre-filling this quarter's forms."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.model.figures import type_of_figure
from generator.model.officer_return import FilledForm
from generator.project.load import Setup
from generator.project.quarter_folders import as_revised, returned_in_each
from generator.reading.open_workbooks import Opening


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier quarters say, by code: last quarter's returns, and the results of measures to compare with.

    What was suppressed is not in them: a form would hand it on to the next report.
    """

    last: Mapping[str, FilledForm]
    previous: Mapping[str, type_of_figure | None]
    year_ago: Mapping[str, type_of_figure | None]

    @classmethod
    def of(cls, setup: Setup, opening: Opening | None = None) -> "Earlier":
        """Read them from their quarters' folders."""
        period = setup.period
        quarters = (period.previous, period.year_ago, period.year_ago.next)
        opening = replace(opening or Opening(), what="Earlier returns read")
        last, year_ago, after = returned_in_each(setup, quarters, opening).values()
        return cls(last.forms_as_said, as_revised(last, {}), as_revised(year_ago, after.returned))
