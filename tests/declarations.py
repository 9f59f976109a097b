"""Random declarations: questions about measures, and a forecast or none, as a council's settings would have them."""

import json
from dataclasses import dataclass

from hypothesis import strategies as st

from generator.model.question import Question, Takes, When
from generator.model.shape import Forecasts

STATUSES = ("Blue", "Green", "Amber", "Red", "N/A")
"""Those of the default scheme."""

_WORDS = st.text(st.sampled_from("abc DEF?*<=>\"'&é–.,"), min_size=1, max_size=20).map(
    lambda words: " ".join(words.split()) or "x"
)


@dataclass(frozen=True)
class Declaration:
    """What the settings of a project say of its forms."""

    questions: tuple[Question, ...]
    forecasts: Forecasts

    @property
    def toml(self) -> str:
        """The keys and tables, to stand at the start and at the end of the settings."""
        tables = "".join(map(_table, self.questions)) if self.questions else ""
        none = "" if self.questions else "question = []\n"
        return f'forecast = "{self.forecasts}"\n{none}{tables}'


def _table(question: Question) -> str:
    keys: dict[str, object] = {
        "key": question.key,
        "label": question.label,
        "needed": question.needed,
        "takes": question.takes,
        "published": question.published,
    }
    if question.hint:
        keys["hint"] = question.hint
    if question.choices:
        keys["choices"] = question.choices
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items())
    return "\n".join(("", "[[question]]", *lines, ""))


@st.composite
def _questions(draw: st.DrawFn) -> tuple[Question, ...]:
    keys = draw(st.lists(st.text("abcdefgh_", min_size=3, max_size=12), max_size=8, unique=True))
    labels = draw(st.lists(_WORDS, min_size=len(keys), max_size=len(keys), unique_by=str.casefold))
    return tuple(_question(draw, key, label) for key, label in zip(keys, labels, strict=True))


def _question(draw: st.DrawFn, key: str, label: str) -> Question:
    takes = draw(st.sampled_from(list(Takes)))
    named = st.lists(st.sampled_from(STATUSES), min_size=1, unique=True).map(tuple)
    choices = st.lists(_WORDS, min_size=1, max_size=4, unique_by=str.casefold).map(tuple)
    return Question(
        key=key,
        label=label,
        hint=draw(st.just("") | _WORDS),
        needed=draw(st.sampled_from(list(When)) | named),
        takes=takes,
        choices=draw(choices) if takes is Takes.CHOICE else (),
        published=draw(st.booleans()),
    )


DECLARATIONS = st.builds(Declaration, questions=_questions(), forecasts=st.sampled_from(list(Forecasts)))
