"""What one form gave, and what forms are read against."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.model.measure import Measure, type_of_subject
from generator.model.officer_return import FilledForm, GroupReturn, Return
from generator.model.period import Period
from generator.model.problem import Problem
from generator.model.register import Register
from generator.model.shape import DEFAULT_SHAPE, Shape, Topic
from generator.reading.left_over.on_form import type_of_last_time


@dataclass(frozen=True, slots=True)
class Reading:
    """What one form gave.

    ``measure`` is None where the register has no such code; ``returned`` is None where the form was refused. A form
    about a group or the report has a ``topic`` and what was returned ``about_group`` in their places.
    ``stray`` is a form of another quarter, ``blank`` one that nobody has begun to fill in, ``aside`` one that is empty
    or out of sight while there is something in its workbook; ``sha256``, the workbook's. ``last_time`` are texts in the
    column of last time, with which the form may have been issued; ``has_previous``, whether it has the last result.
    ``issue_number`` counts how often the form was issued; None where that could not be read.
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
    topic: Topic | None = None
    about_group: GroupReturn | None = None
    issue_number: int | None = None
    actions_sheet: str = ""
    """The sheet of its actions, if it has one."""

    @property
    def subject(self) -> type_of_subject | None:
        """What it is about; None where that is not known."""
        return self.measure or self.topic

    @property
    def form(self) -> FilledForm | None:
        """What was returned, whatever it is about."""
        return self.returned or self.about_group

    @property
    def sheets(self) -> tuple[str | None, ...]:
        """The sheets that are its own, and None for the workbook as a whole: where problems with it may stand."""
        return (None, *filter(None, (self.sheet, self.actions_sheet)))

    @property
    def is_return(self) -> bool:
        """Whether it counts as the return of what it is about, good or not."""
        return not self.stray and not self.blank


def reading_about(subject: type_of_subject, reading: Reading) -> Reading:
    """The reading as one about this."""
    return replace(reading, topic=subject) if isinstance(subject, Topic) else replace(reading, measure=subject)


class Expected(NamedTuple):
    """What returns are read against; ``statuses`` gives the words of a measure's scheme.

    ``edition`` is another one where any of this is another. ``rule`` says how a measure's status is worked out,
    ``shape`` what forms ask, and ``topics`` what there are forms about besides measures.
    """

    register: Register
    period: Period
    statuses: Callable[[Measure], tuple[str, ...]]
    edition: bytes = b""
    rule: Callable[[Measure], str] = lambda _: ""
    shape: Shape = DEFAULT_SHAPE
    topics: tuple[Topic, ...] = ()


def by_code(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    """Group by the code of what it is about what counts as a return; of several rivals none is guessed to be right.

    What a later issue has replaced is no rival of it, nor is a form that is empty or out of sight of one that is
    neither.
    """
    found = {}
    for code, rivals in _about_each(readings).items():
        standing = [each for each in rivals if not _is_before(each, _last_issue(rivals))]
        found[code] = [each for each in standing if not each.aside] or standing
    return found


def superseded(readings: Iterable[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """The returns that a later issue of the same form has replaced, each with one of the last issue.

    The rule: the later issue number is read. Where a number could not be read, the return is a rival of the others.
    """
    for rivals in _about_each(readings).values():
        number = _last_issue(rivals)
        for each in rivals:
            if _is_before(each, number):
                yield each, next(last for last in rivals if last.issue_number == number and not last.aside)


def standing(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings without those that a later issue has replaced."""
    replaced = {id(each) for each, _ in superseded(readings)}
    return tuple(each for each in readings if id(each) not in replaced)


def _about_each(readings: Iterable[Reading]) -> Mapping[str, Sequence[Reading]]:
    found: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.subject and reading.is_return:
            found.setdefault(reading.subject.code, []).append(reading)
    return found


def _last_issue(rivals: Iterable[Reading]) -> int:
    """The highest issue number; a form that is empty or out of sight replaces nothing."""
    return max((each.issue_number or 0 for each in rivals if not each.aside), default=0)


def _is_before(reading: Reading, number: int) -> bool:
    return reading.issue_number is not None and reading.issue_number < number
