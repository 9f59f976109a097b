"""What one form is made of: all that issuing and annotating hand to the writer of the workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.forms.asked.form_words import words_offered
from generator.forms.asked.prefill import prefilled, status_rule, type_of_cell
from generator.forms.asked.question_types import Choices, Questionnaire, type_of_choices
from generator.forms.asked.questionnaires import asked_of, asked_of_any
from generator.judging.missing_figures import reasons_offered
from generator.judging.outcome import ExceptionRule
from generator.judging.scheme import Scheme, Status
from generator.model.action import Action
from generator.model.figures import type_of_figure
from generator.model.measure import Kind, Measure, type_of_subject
from generator.model.messages.wording import Severity
from generator.model.period import Period
from generator.model.shape import DEFAULT_SHAPE, Shape, Topic
from generator.xlsx import Cell


class FiguresGiven(NamedTuple):
    """How the figures of a form are given."""

    kind: Kind = Kind.NUMBER
    unit: str = ""
    decimals: int = 0


@dataclass(frozen=True, kw_only=True)
class Contents:
    """One form. Answers, remarks and what was said ``last_time`` are by the keys of their rows.

    ``answers`` and ``remarks`` (the problems found, in words) are there on a form that was ``returned`` and goes back
    to its officer; ``general`` are remarks that no row takes. ``unanswered`` is how bad it is that a needed answer to
    one of the council's questions is missing.
    """

    shape: Shape = DEFAULT_SHAPE
    period: Period
    council: str
    due: date
    send_to: str = ""
    issue_number: int = 1
    last_time: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Cell] = field(default_factory=dict)
    remarks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    general: tuple[str, ...] = ()
    returned: bool = False
    unanswered: Severity | None = Severity.ERROR
    actions: tuple[Action, ...] | None = None
    """The open actions that are to be reported on; None where the form asks for no actions, not even new ones."""
    action_answers: Mapping[str, Mapping[str, Cell]] = field(default_factory=dict)
    """What was returned of actions, by the id of each, or any other key for a new one, and by name."""
    action_remarks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The problems found with actions, in words, by the same keys."""

    @property
    def subject(self) -> type_of_subject:
        """What it is about."""
        raise NotImplementedError

    @property
    def figures_are(self) -> FiguresGiven:
        """How figures are given in it, where any are asked."""
        return FiguresGiven()

    @property
    def colours(self) -> tuple[Status, ...]:
        """The statuses that it works out, with their colours."""
        return ()

    @cached_property
    def asked(self) -> Questionnaire:
        """What the form asks."""
        return asked_of(self.shape, self.subject)

    @property
    def asked_of_any(self) -> Questionnaire:
        """What any form asks that may stand in the same workbook."""
        return self.asked

    @property
    def rules_in_words(self) -> str:
        """How its statuses come about, a line each; empty where it has none."""
        return ""

    def filled_in(self) -> dict[str, type_of_cell]:
        """What stands in the locked cells, by field name."""
        return {**prefilled(self.subject, self.period, self.shape), "issue_number": self.issue_number}

    @property
    def lists(self) -> tuple[type_of_choices, ...]:
        """The lists that it offers: here, those that the council declared."""
        return tuple(field.choices for field in self.asked.declared if field.choices)

    def words(self, each: type_of_choices) -> tuple[str, ...]:
        """The words that a list offers."""
        return words_offered(each, ())


@dataclass(frozen=True, kw_only=True)
class TopicContents(Contents):
    """A form about a group or the whole report."""

    topic: Topic

    @property
    def subject(self) -> Topic:
        """The group, or the report."""
        return self.topic


@dataclass(frozen=True, kw_only=True)
class MeasureContents(Contents):
    """A form about a measure.

    ``figures`` are earlier results by field name, the previous one of ``previous_period`` where that is not the one
    before its own; ``last_statuses`` is what last time's result and forecast earned. ``stated_over_figures`` is how bad
    it is that a status is stated though the figures give one.
    """

    measure: Measure
    scheme: Scheme
    rule: ExceptionRule
    figures: Mapping[str, type_of_figure | None] = field(default_factory=dict)
    previous_period: Period | None = None
    last_statuses: Mapping[str, str] = field(default_factory=dict)
    stated_over_figures: Severity = Severity.ERROR

    @property
    def subject(self) -> Measure:
        """The measure."""
        return self.measure

    @property
    def own_period(self) -> Period:
        """What its figures are of."""
        return self.measure.own_period(self.period)

    @property
    def last_period(self) -> Period:
        """What the previous result is of."""
        return self.previous_period or self.own_period.previous

    @property
    def figures_are(self) -> FiguresGiven:
        """As the measure's are."""
        return FiguresGiven(self.measure.kind, self.measure.unit, self.measure.decimals)

    @property
    def colours(self) -> tuple[Status, ...]:
        """The scheme's statuses."""
        return self.scheme.statuses

    @property
    def asked_of_any(self) -> Questionnaire:
        """What is asked of any measure."""
        return asked_of_any(self.shape)

    @property
    def rules_in_words(self) -> str:
        """How its statuses come about, a line each."""
        return status_rule(self.measure, self.scheme)

    def filled_in(self) -> dict[str, type_of_cell]:
        """What stands in the locked cells, by field name."""
        known = {"status_rule": self.rules_in_words, "previous_period": str(self.last_period)}
        return {**Contents.filled_in(self), **known, **self.figures}

    @property
    def lists(self) -> tuple[type_of_choices, ...]:
        """The lists of every form about a measure, and those that the council declared."""
        own = (field.choices for field in self.asked.declared if field.choices)
        return tuple(each for each in (*Choices, *own) if self.words(each))

    def words(self, each: type_of_choices) -> tuple[str, ...]:
        """The words that a list offers; none where the scheme has no milestones."""
        if each is Choices.MISSING:
            return reasons_offered(self.own_period.frequency)
        return words_offered(each, tuple(status.name for status in self.scheme.all_statuses), self.scheme.milestones)
