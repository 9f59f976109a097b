"""A status as it is shown, and the figures of a half: of the quarter, or of the year end."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """A status as a cell shows it; colours are ``RRGGBB``.

    ``note`` is "Stated", "Stated: Green" where the figures give the status shown, "Overdue", or empty.
    """

    word: str
    meaning: str
    note: str
    fill: str
    ink: str
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfView:
    """The quarter's figures, or the year-end forecast's, as printed, with their units; ``name`` is what they are of."""

    heading: str
    name: str
    target: str
    actual: str
    actual_label: str
    trail: tuple[str, ...] = ()
    """How the figure and its status came about, from the cell on; in a report for readers inside alone."""


NO_STATUS = StatusView(word="", meaning="", note="", fill="FFFFFF", ink="000000", shape="none")
NO_HALF = HalfView(heading="", name="", target="", actual="", actual_label="")
"""A forecast that is not there: without words, and in the colours of plain paper."""
