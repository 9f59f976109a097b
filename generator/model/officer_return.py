"""What an officer returned, about a measure or a group: every answer as a value, with the cell it stood in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import ClassVar

from generator.model.action import ActionAnswer
from generator.model.figures import type_of_figure
from generator.model.period import Period
from generator.model.problem import Place
from generator.model.shape import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """The quarter, or the year-end forecast, as an officer gave it."""

    actual: type_of_figure | None = None
    override: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """Who filled in the return and who approved it, and when."""

    completed_by: str | None = None
    completed_on: date | None = None
    approved_by: str | None = None
    approved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The workbook a return came from; ``file`` is relative to the project folder.

    ``converted`` is the SHA-256 of the workbook that was read in its place, where it is in another format.
    """

    file: str
    sha256: str
    converted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """What every filled form gives, whatever it is about.

    ``answers`` has what was asked by the council, by the key of its question, in the form's order: lines, each a
    paragraph or a list item as typed; ``lines`` has the cell of each of them. ``numbers`` has what
    is printed beside each question in the form. ``unreadable`` names the answers that a problem was already raised
    about, so that nobody is told twice.
    """

    period: Period
    source: Source
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    note_to_team: str | None = None
    sign_off: SignOff = SignOff()
    sheet: str = ""
    cells: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    numbers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    unreadable: frozenset[str] = frozenset()
    on_actions: tuple[ActionAnswer, ...] = ()
    """What is told of actions, and what is promised anew, a row each."""
    asks_for_actions: bool = False
    """Whether the workbook has a table of them."""

    identified_at: ClassVar[str] = ""
    """The cell that says what it is about."""

    @property
    def code(self) -> str:
        """The code of what it is about."""
        raise NotImplementedError

    @property
    def own_period(self) -> Period:
        """The period that it tells of."""
        return self.period

    def place(self, name: str) -> Place:
        """Where the answer of a defined name stands; without its cell where the form has none of that name."""
        return self._at(self.cells.get(name))

    def question(self, name: str) -> str:
        """How a message names a question of the form: ``question 3 (cell C9)``; without the cell where it has none."""
        cell = self.cells.get(name)
        return f"question {self.numbers.get(name) or name}{f' (cell {cell})' if cell else ''}"

    def place_of_line(self, name: str, line: int) -> Place:
        """Where a line of the answer called ``name`` stands."""
        cells = self.lines.get(name, ())
        return self._at(cells[line]) if line < len(cells) else self.place(name)

    def _at(self, cell: str | None) -> Place:
        return Place(self.source.file, self.sheet or None, cell) if self.sheet else Place(self.source.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(FilledForm):
    """A filled form about a measure, understood: every answer as a value, with the cell it stood in.

    ``measure_code`` is as the workbook gives it. ``suppressed`` names the earlier figures that are left out because
    they were suppressed in their own quarter. ``reported_for`` is the period that its figures are of, where that is
    another than the report's. ``rounded`` has what the cells of figures show that show them rounded to
    less than is printed; ``typed``, what stands in them, and how it is shown where that is another.
    """

    measure_code: str
    quarter: Half = Half()
    forecast: Half = Half()
    provisional: bool = False
    final_on: date | None = None
    missing_reason: str | None = None
    direction_override: str | None = None
    direction_reason: str | None = None
    estimated: bool = False
    previous_actual: type_of_figure | None = None
    previous_revised: type_of_figure | None = None
    previous_period: Period | None = None
    year_ago_actual: type_of_figure | None = None
    reported_for: Period | None = None
    same_as: str | None = None
    commentary_provisional: bool = False
    suppressed: frozenset[str] = frozenset()
    rounded: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    typed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    identified_at: ClassVar[str] = "measure_code"

    @property
    def code(self) -> str:
        """The measure's."""
        return self.measure_code

    @property
    def own_period(self) -> Period:
        """The period that its figures are of, which may be another than the report's."""
        return self.reported_for or self.period

    @property
    def last_period(self) -> Period:
        """The period that the previous result is of."""
        return self.previous_period or self.own_period.previous

    @property
    def previous_result(self) -> type_of_figure | None:
        """The previous result, as it was revised if it was."""
        return self.previous_actual if self.previous_revised is None else self.previous_revised


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupReturn(FilledForm):
    """A filled form about a group, or about the whole report."""

    topic: Topic

    identified_at: ClassVar[str] = "group_name"

    @property
    def code(self) -> str:
        """The topic's."""
        return self.topic.code
