"""A target that was changed within its year."""

from dataclasses import dataclass
from datetime import date

from generator.model.figures import type_of_figure


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetChange:
    """A target that was changed within the year; ``target`` is its heading in the register, such as ``Q2 target``.

    Without a ``year`` it is of that of the sheet of measures.
    """

    target: str
    before: type_of_figure | None
    after: type_of_figure | None
    on: date
    approved_by: str
    year: int | None = None
