"""What a public build withholds and an internal one prints.

Officers put ``[[`` and ``]]`` round words for readers inside the council, and name a figure's small numbers as the
reason why it is not published (analysisfunction.civilservice.gov.uk, "Symbols in tables": c, for confidential).
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from operator import is_
from types import MappingProxyType
from typing import TypeVar

from generator.commentary.placeholders import WITHHELD
from generator.judging.conditions import Position, Unjudged
from generator.judging.direction import Direction
from generator.judging.outcome import Judged
from generator.judging.status import Verdict
from generator.judging.suppressed import is_suppressed, without_figures

_PASSAGE = re.compile(r"(?<!\[)\[\[((?:[^\[\]]|\[(?!\[)|\](?!\]))*)\]\]")
_CLOSING = re.compile(r"\]\](?!>)")  # with > it ends a CDATA section, in text about XML


def is_unclosed(line: str) -> bool:
    """Whether a line has ``[[`` or ``]]`` without the other, so that it cannot be told what is to be withheld."""
    if not _has_marks(line):
        return False
    left = _PASSAGE.sub("", line)
    return "[[" in left or _CLOSING.search(left) is not None


def _has_marks(line: str) -> bool:
    return "[[" in line or "]]" in line


def public(judged: Judged, team_only: Collection[str] = ()) -> Judged:
    """A measure as everybody may read it: with its statuses, but without suppressed figures and marked passages.

    Nor is a direction given that was worked out from them; nor the answers to questions that are for the team alone.
    """
    shown = _texts(judged, public_text, team_only)
    if not is_suppressed(shown.returned):
        return shown
    return shown._replace(
        returned=without_figures(shown.returned),
        quarter=_without_figure(shown.quarter),
        forecast=shown.forecast and _without_figure(shown.forecast),
        direction=shown.direction if shown.direction.stated else Direction(),  # "stabilised" would tell the figure
    )


def internal(judged: Judged) -> Judged:
    """A measure as readers inside the council may read it: with everything but the marks themselves."""
    return _texts(judged, internal_text)


def public_text(line: str) -> str:
    """A line as everybody may read it, with ``[c]`` for what is withheld; all of it where its marks do not pair."""
    if not _has_marks(line):
        return line
    return WITHHELD if is_unclosed(line) else _PASSAGE.sub(WITHHELD, line)


def looks_the_same_to_all(answers: Iterable[Iterable[str]]) -> bool:
    """Whether nothing in answers may be shown to some readers otherwise than to others: no marks, and no figures."""
    return not any("[[" in line or "]]" in line or "{{" in line for lines in answers for line in lines)


def internal_text(line: str) -> str:
    """A line as readers inside may read it: with the passages, without their marks."""
    return _PASSAGE.sub(r"\1", line) if "[[" in line else line


_Explained = TypeVar("_Explained", Verdict, Direction)


def _texts(judged: Judged, shown: Callable[[str], str], left_out: Collection[str] = ()) -> Judged:
    """Every text of an officer's that is printed, as it is shown; what is shown whole stays the value that it is."""
    returned = judged.returned
    answers = {key: tuple(map(shown, lines)) for key, lines in returned.answers.items() if key not in left_out}
    others = (returned.missing_reason, returned.same_as)
    missing, same_as = (text and shown(text) for text in others)
    if answers != returned.answers or (missing, same_as) != others:
        returned = replace(returned, answers=MappingProxyType(answers), missing_reason=missing, same_as=same_as)
    quarter, direction = _explained(judged.quarter, shown), _explained(judged.direction, shown)
    forecast = judged.forecast and _explained(judged.forecast, shown)
    before = (judged.returned, judged.quarter, judged.forecast, judged.direction)
    if all(map(is_, (returned, quarter, forecast, direction), before)):
        return judged
    return judged._replace(returned=returned, quarter=quarter, forecast=forecast, direction=direction)


def _explained(stated: _Explained, shown: Callable[[str], str]) -> _Explained:
    reason = shown(stated.reason) if stated.reason else stated.reason
    return stated if reason == stated.reason else stated._replace(reason=reason)


def _without_figure(verdict: Verdict) -> Verdict:
    return verdict._replace(actual=None, position=Position(gap=Unjudged.NO_ACTUAL))
