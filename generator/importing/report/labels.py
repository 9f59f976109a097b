"""What the words over, beside or before a value in a report say of it: target, result, status, of when, or commentary.

A report's tables are headed as its council likes. What is known are the words for figures, and which of the questions
that the settings declare a heading may mean.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from generator.importing.meaning.fields import as_heading
from generator.importing.past.heading_words import FigureRole, HeadingSays, heading_says
from generator.model.question import Question


class HalfNamed(Enum):
    """Whether a value is of the report's period, or of the year's end."""

    PERIOD = "period"
    YEAR_END = "year end"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSays:
    """What was understood of a label, or of several that hold for one value; ``text`` is the nearest one's.

    ``when`` has the period that it names, if it names one; ``question`` is the key of the question that it means.
    ``is_other`` says that it is about something that no history has.
    """

    text: str = ""
    role: FigureRole | None = None
    half: HalfNamed | None = None
    when: HeadingSays | None = None
    question: str = ""
    is_other: bool = False

    def over(self, below: "LabelSays") -> "LabelSays":
        """What both say of a value, where this one stands further out: the nearer one counts."""
        return LabelSays(
            text=below.text or self.text,
            role=below.role or self.role,
            half=below.half or self.half,
            when=below.when or self.when,
            question=below.question or ("" if below.role else self.question),
            is_other=below.is_other or (self.is_other and not (below.role or below.question)),
        )

    def crossed(self, beside: "LabelSays") -> "LabelSays":
        """What the heading over a value and the label beside it say; “Forecast year end” may be no more than when."""
        is_when = beside.role is FigureRole.FORECAST and self.role not in {None, FigureRole.OTHER}
        return self.over(replace(beside, role=None) if is_when else beside)

    @property
    def figure_role(self) -> FigureRole | None:
        """What sort of figure it says that a value is; None where it says nothing of that."""
        at_year_end = self.half is HalfNamed.YEAR_END
        if self.role is FigureRole.STATUS and at_year_end:
            return FigureRole.FORECAST_STATUS
        return FigureRole.FORECAST if self.role is FigureRole.ACTUAL and at_year_end else self.role


NO_LABEL = LabelSays()

_ROLES = (
    (FigureRole.OTHER, {"previous", "last", "prior", "variance", "var", "benchmark", "national", "england", "change"}),
    (FigureRole.STATUS, {"status", "rag", "rating", "colour", "light"}),
    (FigureRole.DIRECTION, {"direction", "travel", "trend", "dot"}),
    (FigureRole.TARGET, {"target", "goal", "trajectory"}),
    (
        FigureRole.ACTUAL,
        {"actual", "actuals", "result", "results", "outturn", "performance", "value", "figure", "achieved", "score"},
    ),
    (FigureRole.FORECAST, {"forecast", "forecasts", "projection", "projected", "predicted", "prediction"}),
)
"""The words for sorts of figures, the first that is there decides; but a target beside a result is of both."""

_OF_THE_YEAR_END = re.compile(r"\b(?:year end|end of year|annual|full year|year)\b")
_OF_THE_PERIOD = re.compile(r"\b(?:quarter(?:ly)?|month(?:ly)?|period|current|in quarter|latest|this)\b")
_FILLING = frozenset(
    {
        *("the", "of", "for", "at", "to", "in", "by", "vs", "v", "versus", "against", "and", "or", "this", "is", "on"),
        *("year", "end", "annual", "full", "quarter", "quarterly", "month", "monthly", "period", "current", "latest"),
        *(
            "date",
            "data",
            "details",
            "traffic",
            "rated",
            "position",
            "level",
            "expected",
            "figures",
            "%",
            "£",
            "rating",
        ),
    }
)


@cache
def label_says(text: str) -> LabelSays | None:
    """What a label says, where all of its words are known: “Forecast Year End Status”, “Q2 actual”, “RAG”."""
    when = heading_says(text)
    words = as_heading(text)
    own = set(words.split())
    every = {role: found for role, known in _ROLES if (found := own & known)}
    left = own - _FILLING - {word for found in every.values() for word in found}
    if when.tells_when and left:
        left = set() if not when.strange else {each for each in left if not any(map(str.isdigit, each))}
    at_year_end = bool(_OF_THE_YEAR_END.search(words)) or (FigureRole.FORECAST in every and not when.part)
    if not words or left or len(words) > _LONGEST:
        return None
    is_both = {FigureRole.ACTUAL, FigureRole.FORECAST} <= set(every) and "or" in own
    of_period = HalfNamed.PERIOD if _OF_THE_PERIOD.search(words) else None
    half = None if is_both else HalfNamed.YEAR_END if at_year_end else of_period
    role = None if set(every) == {FigureRole.FORECAST} and "data" in own else _role(set(every))
    if role is None and half is None and not when.tells_when and not every:
        return None
    dated = when if when.tells_when and (when.part or when.months) else None
    return LabelSays(text=text, role=role, half=half, when=dated, is_other=role is FigureRole.OTHER)


_LONGEST = 60


def _role(every: set[FigureRole]) -> FigureRole | None:
    """What several words together mean; None where they name a target and what is held against it."""
    first = next((role for role, _ in _ROLES if role in every), None)
    return None if first is FigureRole.TARGET and len(every) > 1 else first


_FAMILIES = {
    "context": r"comment\w*|narrative|explanation|context|analysis|reasons?|why|background|story|update|summary",
    "actions": r"actions?|doing|next steps|improve\w*|recovery|mitigat\w*|remedial|corrective|plans?",
    "intervention": r"interventions?|review\w*|escalat\w*|scrutiny|support needed|decisions?",
}
"""The words by which commentary is headed, of three sorts; the first that stands in a heading says which."""

_KINDRED = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _FAMILIES.items()))


def question_called(text: str, questions: Sequence[Question]) -> str:
    """The key of the question that has just this label, heading or key; empty where none has."""
    words = as_heading(text)
    names = ((each.key, (each.label, each.heading, each.key.replace("_", " "))) for each in questions)
    return next((key for key, called in names if words and words in map(as_heading, called)), "")


def question_meant(text: str, questions: Sequence[Question]) -> str:
    """The key of the question that a heading means, by its own name or by words of the same sort; empty where none is.

    “What we are doing” means the first question about actions, “Commentary” the first about how things stand.
    """
    if exact := question_called(text, questions):
        return exact
    sort = _sort_of(text)
    if not sort or len(text) > _LONGEST:
        return ""
    kindred = (each.key for each in questions if _sort_of(f"{each.key} {each.label}".replace("_", " ")) == sort)
    return next(kindred, questions[0].key if len(questions) == 1 else "")


def _sort_of(text: str) -> str:
    found = _KINDRED.search(as_heading(text))
    return found.lastgroup or "" if found else ""
