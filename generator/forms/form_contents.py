"""What one form is made of: all that issuing and annotating hand to the writer of the workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.forms.asked.question_types import Choices, Questionnaire, type_of_choices
from generator.forms.asked.questionnaires import asked_of
from generator.forms.form_words import words_offered
from generator.forms.prefill import prefilled, status_rule, type_of_cell
from generator.judging.outcome import ExceptionRule
from generator.judging.scheme import Scheme
from generator.model.figures import type_of_figure
from generator.model.measure import Measure
from generator.model.messages.wording import Severity
from generator.model.period import Period
from generator.model.shape import DEFAULT_SHAPE, Shape
from generator.xlsx import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """One form. Answers and remarks are by the references of their rows, and what was said ``last_time`` by their keys.

    ``figures`` are earlier results by field name; ``answers`` and ``remarks`` (the problems found, in words) are there
    on a form that was ``returned`` and goes back to its officer; ``general`` are remarks that no row takes.
    ``stated_over_figures`` is how bad it is that a status is stated though the figures give one; ``unanswered``, that
    a needed answer to one of the council's questions is missing.
    """

    measure: Measure
    shape: Shape = DEFAULT_SHAPE
    scheme: Scheme
    rule: ExceptionRule
    period: Period
    council: str
    due: date
    send_to: str = ""
    issue_number: int = 1
    figures: Mapping[str, type_of_figure | None] = field(default_factory=dict)
    last_time: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Cell] = field(default_factory=dict)
    remarks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    general: tuple[str, ...] = ()
    returned: bool = False
    stated_over_figures: Severity = Severity.ERROR
    unanswered: Severity | None = Severity.ERROR

    @property
    def asked(self) -> Questionnaire:
        """What the form asks."""
        return asked_of(self.shape, self.measure)

    def filled_in(self) -> dict[str, type_of_cell]:
        """What stands in the locked cells, by field name."""
        return {
            **prefilled(self.measure, self.period, self.shape),
            "status_rule": status_rule(self.measure, self.scheme),
            "issue_number": self.issue_number,
            **self.figures,
        }

    @property
    def lists(self) -> tuple[type_of_choices, ...]:
        """The lists that it offers: those of every form, and those that the council declared."""
        own = (field.choices for field in self.asked.declared if field.choices)
        return tuple(each for each in (*Choices, *own) if self.words(each))

    @property
    def statuses(self) -> tuple[str, ...]:
        """The words of the measure's scheme."""
        return tuple(status.name for status in self.scheme.all_statuses)

    def words(self, each: type_of_choices) -> tuple[str, ...]:
        """The words that a list offers; none where the scheme has no milestones."""
        return words_offered(each, self.statuses, self.scheme.milestones)
