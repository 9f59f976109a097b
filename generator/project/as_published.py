"""What later quarters have of a closed one: its returns with the answers that were published, from commentary.csv.

Forms show these words beside the answer cells, and an editor holds new ones against them, whatever has become of the
workbooks. What was for the team alone was never published: it is the return's own.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from generator.history.commentary_csv import read_commentary, standing_answers
from generator.model.figures import type_of_figure
from generator.model.measure import code_key
from generator.model.officer_return import FilledForm, GroupReturn, Half, Return, Source
from generator.model.period import Period
from generator.project.load import Setup
from generator.project.team_files import table_of

_Answers = Mapping[str, tuple[str, ...]]
_Form = TypeVar("_Form", bound=FilledForm)


class PublishedAnswers:
    """The answers that stand of a closed period; of any other there are none."""

    def __init__(self, setup: Setup, period: Period) -> None:
        """Read them. Raises Unusable where commentary.csv cannot be read."""
        self._setup, self._period = setup, period
        self.source = Source(file="", sha256="")
        self._answers: dict[str, dict[str, tuple[str, ...]]] = {}
        if setup.history.was_closed(period):
            table = table_of(setup.project, setup.project.commentary)
            self.source = Source(file=table.name, sha256=table.sha256)
            rows = read_commentary(table.text, table.name, period.starts)
            for (code, question), text in standing_answers(rows, period).items():
                self._answers.setdefault(code_key(code), {})[question] = tuple(text.split("\n")) if text else ()

    def of_measures(
        self, returned: Mapping[str, Return], results: Mapping[str, type_of_figure | None]
    ) -> dict[str, Return]:
        """Returns by code as they were published; one that is not there any more is what the tables say of it."""
        found = {code: self._of_measure(each) for code, each in returned.items()}
        for measure in self._setup.register.measures if self._answers else ():
            answers = self._said((measure.code, *measure.aliases))
            if measure.code not in found and answers:
                found[measure.code] = Return(
                    period=self._period,
                    source=self.source,
                    measure_code=measure.code,
                    quarter=Half(actual=results.get(measure.code)),
                    answers=MappingProxyType(answers),
                )
        return found

    def of_groups(self, returned: Mapping[str, GroupReturn]) -> dict[str, GroupReturn]:
        """The same of returns about groups and the whole report, by the codes of these."""
        found = {code: self._with(each, self._about(each.topic.groups)) for code, each in returned.items()}
        for topic in self._setup.topics if self._answers else ():
            answers = self._about(topic.groups)
            if topic.code not in found and answers:
                found[topic.code] = GroupReturn(
                    period=self._period, source=self.source, topic=topic, answers=MappingProxyType(answers)
                )
        return found

    def _about(self, groups: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        return self._said((" > ".join(groups),))

    def _of_measure(self, returned: Return) -> Return:
        measure = self._setup.register.find(returned.measure_code)
        if returned.same_as or measure is None:  # its words are another's
            return returned
        return self._with(returned, self._said((measure.code, *measure.aliases)))

    def _said(self, codes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        return next((self._answers[key] for key in map(code_key, codes) if key in self._answers), {})

    def _with(self, returned: _Form, answers: _Answers) -> _Form:
        """A return with answers that were published in the place of its own; those for the team alone stay."""
        if not answers:
            return returned
        every = self._setup.settings.shape.questions
        own = {
            key: lines for key, lines in returned.answers.items() if key not in {q.key for q in every if q.published}
        }
        return replace(returned, answers=MappingProxyType({**own, **answers}))
