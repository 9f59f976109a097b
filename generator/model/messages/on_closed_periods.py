"""What is said of periods that are closed, and of the tables that are only ever added to."""

from types import MappingProxyType

from generator.model.messages.wording import error, warning

PERIODS_CATALOGUE = MappingProxyType(
    {
        "HIST01": error(
            "This line of the history cannot be right: {fault}.",
            "Rows are added to this file and never changed. Put the line back as it was: the newest archive in inputs/closed/ holds the file as it stood when its period was closed. A table that a spreadsheet program has saved may have other dates and codes than it had.",
        ),
        "HIST03": error(
            "{period} was closed, for its archive is here, but the history knows nothing of that: it is lost, or an old one.",
            "Put inputs/history.csv back from a copy. The newest archive in inputs/closed/ has it, too: first all of its inputs/history.csv, then the lines of its added/history.csv. Until then nothing is built, so that nothing is judged anew. An archive that is of another project is to be taken away.",
        ),
        "HIST02": error(
            "This line is not what it was when {period} was closed.",
            "Rows are added to this file and never changed. Put the line back as it was: the archive of {period} in inputs/closed/ has it in inputs/{name} or added/{name}. A table that a spreadsheet program has saved may have other dates and codes on every line: put all of it back. To revise what was published, use: scorecard close --reopen.",
        ),
        "HIST04": error(
            "This file is not there, or is empty, and it had rows when {period} was closed.",
            "Put it back from a copy. The archive of {period} in inputs/closed/ has it, too: first all of its inputs/{name}, where there is one, then the lines of its added/{name}.",
        ),
        "HIST05": warning(
            "{period} was opened again and is not closed: what is said of it here is what was published before.",
            "Build it and close it first: scorecard build --period {code}, then scorecard close --period {code}. Forms that were issued before that have its old figures: issue them anew where nobody has begun.",
        ),
        "HIST06": warning(
            "{measure}: the result for {period} is {recorded} here, as it was imported from {source}, but the return of then says {found}.",
            "Forms and reports go by the figure here. If the return is right, import a table that has its figure: scorecard import FILE --replace. If it is not, leave all as it is.",
        ),
        "OUT09": error(
            "{period} is closed, and its archive {fault}.",
            "Put it back from a copy. Until then the period's report cannot be made again, nor be told from a changed one. Where there is no copy, take away what is there, open the period again (scorecard close --reopen, with that as the reason), build and close it: that makes another.",
        ),
        "OUT10": error(
            "This archive of a closed period is not as it was made: {file} in it is missing or changed.",
            "Put the archive back from a copy.",
        ),
    }
)
