"""What one form gave, and what forms are read against."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.model.measure import Measure, Register
from generator.model.officer_return import Return
from generator.model.period import Period
from generator.model.problem import Problem
from generator.model.shape import DEFAULT_SHAPE, Shape
from generator.reading.left_over.on_form import type_of_last_time


@dataclass(frozen=True, slots=True)
class Reading:
    """What one form gave.

    ``measure`` is None where the register has no such code; ``returned`` is None where the form was refused;
    ``stray`` is a form of another quarter, ``blank`` one that nobody has begun to fill in, ``aside`` one that is empty
    or out of sight while there is something in its workbook; ``sha256``, the workbook's. ``last_time`` are texts in the
    column of last time, with which the form may have been issued; ``has_previous``, whether it has the last result.
    """

    file: str
    measure: Measure | None
    returned: Return | None
    problems: tuple[Problem, ...]
    stray: bool = False
    blank: bool = False
    sheet: str = ""
    sha256: str = ""
    aside: bool = False
    last_time: tuple[type_of_last_time, ...] = ()
    has_previous: bool = False

    @property
    def is_return(self) -> bool:
        """Whether it counts as the return of its measure, good or not."""
        return not self.stray and not self.blank


@dataclass(frozen=True, slots=True)
class Expected:
    """What returns are read against; ``statuses`` gives the words of a measure's scheme.

    ``edition`` is another one where any of this is another. ``rule`` says how a measure's status is worked out,
    and ``shape`` what forms ask.
    """

    register: Register
    period: Period
    statuses: Callable[[Measure], tuple[str, ...]]
    edition: bytes = b""
    rule: Callable[[Measure], str] = lambda _: ""
    shape: Shape = DEFAULT_SHAPE


def by_measure(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    """Group by measure code what counts as a return; a measure with several has rivals, none of which is guessed.

    A form that is empty or out of sight is no rival of one that is neither.
    """
    found: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.measure and reading.is_return:
            found.setdefault(reading.measure.code, []).append(reading)
    whole = {code: [each for each in rivals if not each.aside] for code, rivals in found.items()}
    return {code: whole[code] or rivals for code, rivals in found.items()}
