"""What later quarters have of a closed one: its returns with the answers that were published, from commentary.csv.

Forms show these words beside the answer cells, and an editor holds new ones against them, whatever has become of the
workbooks. What was for the team alone was never published: it is the return's own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from generator.model.figures import type_of_figure
from generator.model.measure import code_key
from generator.model.officer_return import FilledForm, GroupReturn, Half, Return, Source
from generator.model.period import Period
from generator.model.register import Register
from generator.model.shape import Shape, Topic, in_one_name

_Answers = Mapping[str, tuple[str, ...]]
_Form = TypeVar("_Form", bound=FilledForm)


class PublishedAnswers:
    """The answers that stand of a closed period, by code or a group's name, and question; ``source`` is their table."""

    def __init__(
        self, answers: Mapping[tuple[str, str], str], period: Period, source: Source, register: Register, shape: Shape
    ) -> None:
        """Put them together by what they are about."""
        self._period, self._source, self._register = period, source, register
        self._published = {each.key for each in shape.questions if each.published}
        self._answers: dict[str, dict[str, tuple[str, ...]]] = {}
        groups = register.groups_once_named
        for (code, question), text in answers.items():
            self._answers.setdefault(code_key(groups.get(code, code)), {})[question] = (
                tuple(text.split("\n")) if text else ()
            )

    def of_measures(
        self,
        returned: Mapping[str, Return],
        results: Mapping[str, type_of_figure | None],
        own_periods: Mapping[str, Period],
    ) -> dict[str, Return]:
        """Returns by code as they were published; one that is not there any more is what the tables say of it."""
        found = {code: self._of_measure(each) for code, each in returned.items()}
        for measure in self._register.measures if self._answers else ():
            answers = self._said((measure.code, *measure.aliases))
            if measure.code not in found and answers:
                found[measure.code] = Return(
                    period=self._period,
                    source=self._source,
                    measure_code=measure.code,
                    quarter=Half(actual=results.get(measure.code)),
                    reported_for=own_periods.get(measure.code),
                    answers=MappingProxyType(answers),
                )
        return found

    def of_groups(self, returned: Mapping[str, GroupReturn], topics: Iterable[Topic]) -> dict[str, GroupReturn]:
        """The same of returns about groups and the whole report, by the codes of these."""
        found = {code: self._with(each, self._about(each.topic.groups)) for code, each in returned.items()}
        for topic in topics if self._answers else ():
            answers = self._about(topic.groups)
            if topic.code not in found and answers:
                found[topic.code] = GroupReturn(
                    period=self._period, source=self._source, topic=topic, answers=MappingProxyType(answers)
                )
        return found

    def _about(self, groups: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        return self._said((in_one_name(groups),))

    def _of_measure(self, returned: Return) -> Return:
        measure = self._register.find(returned.measure_code)
        if returned.same_as or measure is None:  # its words are another's
            return returned
        return self._with(returned, self._said((measure.code, *measure.aliases)))

    def _said(self, codes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        return next((self._answers[key] for key in map(code_key, codes) if key in self._answers), {})

    def _with(self, returned: _Form, answers: _Answers) -> _Form:
        """A return with answers that were published in the place of its own; those for the team alone stay."""
        if not answers:
            return returned
        own = {key: lines for key, lines in returned.answers.items() if key not in self._published}
        return replace(returned, answers=MappingProxyType({**own, **answers}))
