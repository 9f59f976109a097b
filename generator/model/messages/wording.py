"""How a problem is worded: its severity, what is wrong, and how to put it right."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """An error stops the report; a warning is for a person to look at."""

    ERROR = "error"
    WARNING = "warning"


class Wording(NamedTuple):
    """A rule's severity and its two sentences; braces hold the facts of the case."""

    severity: Severity
    message: str
    remedy: str


def error(message: str, remedy: str) -> Wording:
    """The wording of an error, which stops the report."""
    return Wording(Severity.ERROR, message, remedy)


def warning(message: str, remedy: str) -> Wording:
    """The wording of a warning, which a person is to look at."""
    return Wording(Severity.WARNING, message, remedy)
