"""What officers returned about groups and the whole report: found, checked, and as the report's readers may see it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.checks.approval import Approval
from generator.checks.commentary_given import check_about_group, is_called_for
from generator.checks.readers_eye import read_about_group
from generator.checks.readers_eye.text import Known
from generator.checks.sign_off import check_approval, check_sign_off
from generator.commentary.withheld import internal_text, public_text
from generator.judging.outcome import Judged
from generator.model.officer_return import GroupReturn
from generator.model.problem import Problem
from generator.model.question import Question
from generator.model.shape import Shape, Topic
from generator.project.house_style import ruled
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


def is_due(topic: Topic, shape: Shape, judged: Sequence[Judged]) -> bool:
    """Whether any answer about a topic is needed, as its measures stand."""
    of_it = measures_of(topic, judged)
    return any(is_called_for(each.needed, of_it) for each in shape.asked_at(topic.level))


def measures_of(topic: Topic, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """The judged measures of a group; all, of the whole report."""
    return tuple(each for each in judged if each.measure.groups[: topic.level] == topic.groups)


def problems_of(
    returned: GroupReturn,
    shape: Shape,
    judged: Sequence[Judged],
    *,
    known: Known,
    before: GroupReturn | None,
    approved: Mapping[str, Approval],
) -> Iterator[Problem]:
    """What there is to say of one return; ``known`` is what an editor knows, ``before`` last quarter's return."""
    topic = returned.topic
    asked = shape.asked_at(topic.level)
    given = check_about_group(returned, asked, measures_of(topic, judged))
    yield from ruled(given, known.style.rules, topic)
    yield from read_about_group(returned, replace(known, questions=_printed(asked, internal=False)), before)
    yield from check_sign_off(returned)
    yield from check_approval(returned, approved)


def shown_answers(returned: Sequence[GroupReturn], shape: Shape, *, internal: bool) -> type_of_answers:
    """The answers that are printed, without what is withheld unless readers are ``internal``."""
    shown = internal_text if internal else public_text
    answers = ((each, _printed(shape.asked_at(each.topic.level), internal=internal)) for each in returned)
    return {
        each.topic.groups: {
            question.key: tuple(map(shown, each.answers[question.key]))
            for question in asked
            if each.answers.get(question.key)
        }
        for each, asked in answers
    }


def _printed(asked: Sequence[Question], *, internal: bool) -> tuple[Question, ...]:
    return tuple(each for each in asked if each.published or internal)
