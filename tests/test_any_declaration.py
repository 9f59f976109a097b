"""Whatever questions a council declares, its forms are issued, filled in and read, and every answer arrives."""

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.forms.asked.question_types import NARRATIVE_ROWS
from generator.model.characters import as_seen
from generator.model.english import day
from generator.model.question import Question, Takes
from tests.declarations import DECLARATIONS, Declaration
from tests.projects import SETTINGS, Value, fill, make_project

_TYPED = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\u2028\u2029\ufeff")
_LINE = st.text(_TYPED, min_size=1).map(as_seen)
LINES = st.lists(_LINE.filter(lambda line: line.strip() == line != ""), max_size=NARRATIVE_ROWS)


def answer(draw: st.DrawFn, question: Question) -> tuple[list[Value], tuple[str, ...]]:
    """What is typed, and what is to arrive."""
    match question.takes:
        case Takes.LINES:
            lines = draw(LINES)
            return list(lines), tuple(lines)
        case Takes.TEXT:
            lines = draw(LINES)[:1]
            return list(lines), tuple(lines)
        case Takes.DATE:
            when = draw(st.dates(date(2024, 1, 1), date(2030, 12, 31)))
            return [day(when)], (day(when),)
    word = draw(st.sampled_from(question.choices))
    return [word], (word,)


@st.composite
def _filled(draw: st.DrawFn) -> tuple[Declaration, dict[str, tuple[list[Value], tuple[str, ...]]]]:
    declaration = draw(DECLARATIONS)
    return declaration, {each.key: answer(draw, each) for each in declaration.questions}


@settings(max_examples=25, deadline=None)
@given(_filled())
def test_every_typed_character_that_shows_arrives(
    drawn: tuple[Declaration, dict[str, tuple[list[Value], tuple[str, ...]]]],
) -> None:
    declaration, answers = drawn
    with tempfile.TemporaryDirectory() as root:
        folder = make_project(Path(root), settings=SETTINGS + declaration.toml)
        (path,) = folder.issue()
        assert folder.codes() == ["MISS01"], "a form that nobody has begun says nothing"
        fill(path, {"quarter_actual": 90, **{key: typed for key, (typed, _) in answers.items()}})
        ((reading),) = folder.gather().readings
        assert reading.problems == ()
        assert reading.returned
        assert dict(reading.returned.answers) == {key: told for key, (_, told) in answers.items()}
