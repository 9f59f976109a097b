"""The columns of the register's sheet of measures."""

from generator.model.figures import Level

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
"""The columns of a measure's targets: the four quarters, then the year end."""

_PERIODS = ("Q1", "Q2", "Q3", "Q4", "Year-end")
LEVEL_HEADERS = {
    level: (level.value.capitalize(), *(f"{period} {level.value}" for period in _PERIODS))
    for level in Level
    if level in {Level.FLOOR, Level.STRETCH, Level.AMBER}
}
"""Further columns, which a register has only where its schemes ask for them."""

FORECAST = "Forecast"
"""A further column: whether a measure has a year-end forecast, where it is not as the settings say of all."""

KNOWN = (*HEADERS, FORECAST, *(header for headers in LEVEL_HEADERS.values() for header in headers))
