"""A file that is no workbook, or none that can be read, put into words."""

from generator.model.problem import UNFORESEEN, Place, Problem, problem
from generator.xlsx import Fault, Unreadable

_FAULTS = {
    Fault.EMPTY: "FILE01",
    Fault.PASSWORD: "FILE02",
    Fault.OLD_EXCEL: "FILE03",
    Fault.OPEN_DOCUMENT: "FILE04",
    Fault.WEB_PAGE: "FILE05",
    Fault.PLAIN_TEXT: "FILE06",
    Fault.NOT_A_WORKBOOK: "FILE07",
    Fault.DAMAGED: "FILE08",
    Fault.TOO_BIG: "FILE09",
    Fault.UNSAFE: "FILE10",
    Fault.UNFORESEEN: UNFORESEEN,
}


def unreadable(file: str, error: Unreadable) -> Problem:
    """Put into words why a file cannot be read as a workbook."""
    return problem(_FAULTS[error.fault], Place(file), detail=error.detail)
