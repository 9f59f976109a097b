"""What is said of periods that are closed, and of the tables that are only ever added to."""

from types import MappingProxyType

from generator.model.messages.wording import error

PERIODS_CATALOGUE = MappingProxyType(
    {
        "HIST01": error(
            "This line of the history cannot be right: {fault}.",
            "Rows are added to this file and never changed. Put the line back as it was: the newest archive in inputs/closed/ holds the file as it stood when its period was closed. A table that a spreadsheet program has saved may have other dates and codes than it had.",
        ),
    }
)
