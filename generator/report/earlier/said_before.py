"""What officers wrote of each measure in earlier periods: as it was published, or else in their returns."""

from collections.abc import Mapping

from generator.history.commentary_csv import read_commentary
from generator.model.period import Period
from generator.project.load import Setup
from generator.project.quarter_folders import EarlierQuarter
from generator.project.team_files import table_of

type_of_said = Mapping[str, Mapping[Period, Mapping[str, tuple[str, ...]]]]
"""Lines by question, by period, by the code of the measure."""


def said_before(setup: Setup, earlier: Mapping[Period, EarlierQuarter], since: Period | None = None) -> type_of_said:
    """The answers that are known of the periods before this one, of all or ``since`` one, by the code of the measure.

    Raises Unusable where commentary.csv is not sound.
    """
    found: dict[str, dict[Period, dict[str, tuple[str, ...]]]] = {}
    for period, quarter in earlier.items() if since is None else ():
        for code, returned in quarter.said.items():
            found.setdefault(code, {})[period] = dict(returned.answers)
    table = table_of(setup.project, setup.project.commentary)
    for row in read_commentary(table.text, table.name, setup.period.starts):
        is_too_old = since is not None and row.period < since
        measure = None if is_too_old else setup.register.find(row.code)
        if measure and row.period < setup.period:
            lines = tuple(row.text.split("\n")) if row.text else ()
            found.setdefault(measure.code, {}).setdefault(row.period, {})[row.question] = lines
    return found
