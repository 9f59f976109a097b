"""What officers returned about groups and the whole report: found, checked, and as the report's readers may see it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from generator.checks.approval import Approval
from generator.checks.commentary_given import check_about_group, is_called_for
from generator.checks.readers_eye import read_about_group
from generator.checks.readers_eye.text.commentary import Known
from generator.checks.sign_off import check_approval, check_sign_off
from generator.commentary.withheld import internal_text, public_text
from generator.judging.outcome import Judged
from generator.model.officer_return import GroupReturn
from generator.model.problem import Place, Problem, few_of_each, guarded
from generator.model.shape import Shape, Topic
from generator.project.house_style import ruled
from generator.project.load import Setup
from generator.reading.readings import Reading, by_code
from generator.report.report import type_of_answers


def returns_about(topics: Sequence[Topic], readings: Sequence[Reading]) -> Iterator[GroupReturn]:
    """The return about each topic; where there are several, none of them is guessed to be right."""
    found = by_code(readings)
    for topic in topics:
        rivals = found.get(topic.code, [])
        returned = rivals[0].about_group if len(rivals) == 1 else None
        if returned:
            yield returned


def is_due(topic: Topic, setup: Setup, judged: Sequence[Judged]) -> bool:
    """Whether a return about a topic is needed, as its measures stand: for an answer, or for an action that is open."""
    of_it = measures_of(topic, judged)
    asked = setup.settings.shape.asked_at(topic.level)
    return bool(setup.actions_of(topic, setup.period)) or any(is_called_for(each.needed, of_it) for each in asked)


def measures_of(topic: Topic, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """The judged measures of a group; all, of the whole report."""
    return tuple(each for each in judged if each.measure.groups[: topic.level] == topic.groups)


def checked(
    returned: Sequence[GroupReturn],
    judged: Sequence[Judged],
    *,
    shape: Shape,
    known: Known,
    before: Mapping[str, GroupReturn],
    approved: Mapping[str, Approval],
) -> tuple[tuple[GroupReturn, ...], tuple[Problem, ...]]:
    """The returns, and what there is to say of them; one that the program fails on is told of and left out.

    ``known`` is what an editor knows of the report, ``before`` are last quarter's returns by code.
    """

    def check(each: GroupReturn) -> Iterator[Problem]:
        asked = shape.asked_at(each.topic.level)
        in_words = tuple(question for question in asked if question.is_read)
        given = check_about_group(each, measures_of(each.topic, judged), asked)
        yield from ruled(given, known.style.rules, each.topic)
        yield from read_about_group(each, replace(known, questions=in_words), before.get(each.code))
        yield from check_sign_off(each)
        yield from check_approval(each, approved)

    sound: list[GroupReturn] = []
    problems: list[Problem] = []
    for each in returned:
        place = Place(each.source.file, each.sheet or None)
        told = guarded(place, partial(lambda one: few_of_each(check(one)), each))
        if isinstance(told, Problem):
            problems.append(told)
        else:
            sound.append(each)
            problems += told
    return tuple(sound), tuple(problems)


def not_received(setup: Setup, readings: Sequence[Reading], judged: Sequence[Judged]) -> Iterator[Topic]:
    """The groups of which something is to be said, the report among them, and that no form is there about."""
    there = by_code(readings)
    yield from (each for each in setup.topics if each.code not in there and is_due(each, setup, judged))


def shown_answers(returned: Sequence[GroupReturn], shape: Shape, *, internal: bool) -> type_of_answers:
    """The answers that are printed, without what is withheld unless readers are ``internal``."""
    shown = internal_text if internal else public_text
    return {
        each.topic.groups: MappingProxyType(
            {
                question.key: tuple(map(shown, each.answers[question.key]))
                for question in shape.asked_at(each.topic.level)
                if (question.published or internal) and each.answers.get(question.key)
            }
        )
        for each in returned
    }
