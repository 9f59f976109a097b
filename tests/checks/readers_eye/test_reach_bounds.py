"""A reader's eye looks at far more than a committee reads, says where it stopped, and asks nothing of a part alone."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.readers_eye import read_through
from generator.checks.readers_eye.reach import ALL_ANSWERS, AN_ANSWER, within_reach
from generator.model.officer_return import Return, Source
from generator.model.period import Period
from generator.model.problem import Problem
from tests.checks.readers_eye.commentary import FINE, KNOWN, judged

SENTENCE = "The board met in May and agreed the plan. "


def returned(*narratives: tuple[str, ...]) -> Return:
    told = dict(zip(("context", "actions", "intervention"), narratives, strict=False))
    answers = MappingProxyType(told)
    return Return(measure_code="x", period=Period(2018, 2), source=Source(file="x", sha256=""), answers=answers)


def length(found: Return) -> int:
    return sum(len(line) for lines in found.answers.values() for line in lines)


def asked(**answers: tuple[str, ...]) -> list[Problem]:
    return list(read_through(judged(FINE | answers), KNOWN))


@pytest.mark.parametrize(
    ("lines", "looked_at"),
    [
        ((), None),
        (("a" * AN_ANSWER,), None),
        (("a" * 3000, "b" * 3000), None),
        (("a" * (AN_ANSWER + 1),), AN_ANSWER),
        (("a" * 3000, "b" * 3001), 6000),
        (("word " * 2000,), 5999),
        (("a" * AN_ANSWER, "b"), AN_ANSWER),
    ],
)
def test_an_answer_is_looked_at_up_to_a_length_and_between_words(lines: tuple[str, ...], looked_at: int | None) -> None:
    found, told = within_reach(returned(lines))
    assert told == ({} if looked_at is None else {"context": looked_at})
    assert length(found) == (sum(map(len, lines)) if looked_at is None else looked_at)


def test_all_answers_together_have_a_length_too() -> None:
    found, told = within_reach(returned(*[("a" * AN_ANSWER,)] * 3))
    assert (length(found), told) == (ALL_ANSWERS, {"intervention": 0})


@given(st.lists(st.lists(st.text(max_size=20).map(lambda each: each * 1500), max_size=4).map(tuple), max_size=3))
def test_what_is_looked_at_is_a_beginning(narratives: list[tuple[str, ...]]) -> None:
    whole = returned(*narratives)
    found, told = within_reach(whole)
    assert length(found) <= ALL_ANSWERS
    for name in whole.answers:
        every, seen = (" ".join(each.answers[name]) for each in (whole, found))
        assert every.startswith(seen)
        assert (every == seen) or name in told


def test_who_writes_too_much_is_told_where_reading_stopped_and_nothing_that_may_be_untrue() -> None:
    found = asked(context=(SENTENCE * 300,))
    assert [each.code for each in found] == ["TEXT20", "TEXT15"]
    assert "5,9" in found[1].message


def test_what_stands_in_the_beginning_is_still_asked_about() -> None:
    found = asked(context=("The the board met in May.", SENTENCE * 300))
    assert {each.code for each in found} == {"TEXT11", "TEXT15", "TEXT20"}


def test_an_answer_of_one_endless_word_is_no_different() -> None:
    assert {each.code for each in asked(context=("a" * 30_000,))} <= {"TEXT15", "TEXT04", "TEXT02"}
