"""What is said of periods that are closed, and of the tables that are only ever added to."""

from types import MappingProxyType

from generator.model.messages.wording import error

PERIODS_CATALOGUE = MappingProxyType(
    {
        "HIST01": error(
            "This line of the history cannot be right: {fault}.",
            "Rows are added to this file and never changed. Put the line back as it was: the newest archive in inputs/closed/ holds the file as it stood when its period was closed. A table that a spreadsheet program has saved may have other dates and codes than it had.",
        ),
        "HIST02": error(
            "This line of the history is not what it was when {period} was closed.",
            "Rows are added to this file and never changed. Put the line back as it was: the archive of {period} in inputs/closed/ has it in inputs/history.csv or added/history.csv. To revise what was published, use: scorecard close --reopen.",
        ),
        "OUT09": error(
            "{period} is closed, and its archive is not there or cannot be read ({fault}).",
            "Put it back from a copy. Until then the period's report cannot be made again, nor be told from a changed one.",
        ),
        "OUT10": error(
            "This archive of a closed period is not as it was made: {file} in it is missing or changed.",
            "Put the archive back from a copy.",
        ),
    }
)
