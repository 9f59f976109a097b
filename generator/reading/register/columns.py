"""The columns of the register's sheet of measures."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.model.figures import Level
from generator.model.period import Frequency

SHEET = "Measures"
REQUIRED = ("Code", "Title")
"""What every measure must have besides its groups; a row of headings is known by them all."""

EXAMPLE = "Example"
"""The code of a row that shows what is meant, in a new register; it is no measure."""

HEADERS = (
    *("Code", "Aliases", "Title", "Directorate", "Service", "Officer", "Officer email", "Approver"),
    *("Unit", "Decimals", "Polarity", "Kind", "Basis", "Scheme", "Tolerance", "Due"),
    *("Q1 target", "Q2 target", "Q3 target", "Q4 target", "Year-end target", "Bundle"),
)
"""The contract's columns, and Bundle (measures that share one workbook), in the order in which we write them."""

TARGETS = HEADERS[HEADERS.index("Q1 target") : HEADERS.index("Year-end target") + 1]
"""The columns of the targets of a measure that is reported quarterly: the four quarters, then the year end."""

YEAR_END_TARGET = TARGETS[-1]
ANY_TARGET = "Target"
"""A further column: the target of every period that has none of its own."""

_YEAR_END = "Year-end"
_PERIODS: Mapping[Frequency, tuple[str, ...]] = MappingProxyType(
    {each: (_YEAR_END,) if each is Frequency.YEARLY else each.parts for each in Frequency}
)
LEVELS = (Level.FLOOR, Level.STRETCH, Level.AMBER)


def headers_of(what: str, frequency: Frequency) -> tuple[str, ...]:
    """The columns of targets or levels of a measure: one for each period of a year, then the year end's.

    What is reported yearly has the same column for both.
    """
    return tuple(f"{period} {what}" for period in (*_PERIODS[frequency], _YEAR_END))


LEVEL_HEADERS = {level: (level.value.capitalize(), *headers_of(level.value, Frequency.QUARTERLY)) for level in LEVELS}
"""Further columns, which a register has only where its schemes ask for them: for all periods, or for one."""

OF_OTHER_PERIODS = tuple(
    header
    for frequency in Frequency
    if frequency is not Frequency.QUARTERLY
    for what in ("target", *LEVELS)
    for header in headers_of(what, frequency)[:-1]
)
"""The columns of periods that are no quarters: known where they are there, and missed nowhere."""

FORECAST = "Forecast"
"""A further column: whether a measure has a year-end forecast, where it is not as the settings say of all."""

FREQUENCY, LAG, YEAR_TO_DATE = "Frequency", "Lag", "Year to date"
"""Further columns: how often a measure is reported, how many of its periods late, and what its year so far is."""

DEFINITION = "Definition"
"""A further column, known where it is there: what is counted, which must be what a benchmark counts."""

KNOWN = (
    *HEADERS,
    FORECAST,
    FREQUENCY,
    LAG,
    YEAR_TO_DATE,
    *(header for headers in LEVEL_HEADERS.values() for header in headers),
)

_ENDS = "lower|upper|minimum|maximum|min|max|low|high"
BAND = re.compile(
    rf"\b(?:{_ENDS})\b.*\b(?:target|threshold)s?\b|\b(?:target|threshold)s?\b.*\b(?:{_ENDS}|range|band|from|to)\b",
    re.IGNORECASE,
)
"""A heading of councils' own lists over one end of a band of targets, which is none of ours."""
