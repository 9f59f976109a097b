"""What a public build withholds and an internal one prints.

Officers put ``[[`` and ``]]`` round words for readers inside the council, and name a figure's small numbers as the
reason why it is not published (analysisfunction.civilservice.gov.uk, "Symbols in tables": c, for confidential).
"""

import re
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from generator.commentary.placeholders import WITHHELD
from generator.judging.conditions import Position, Unjudged
from generator.judging.missing_figures import State, missing_state
from generator.judging.outcome import Judged
from generator.judging.status import Verdict
from generator.model.officer_return import Return

_PASSAGE = re.compile(r"\[\[((?:[^\[\]]|\[(?!\[)|\](?!\]))*)\]\]")
_CLOSING = re.compile(r"\]\](?!>)")  # with > it ends a CDATA section, in text about XML


def is_unclosed(line: str) -> bool:
    """Whether a line has marks of a passage that do not pair, so that it cannot be told what is to be withheld."""
    left = _PASSAGE.sub("", line)
    return "[[" in left or _CLOSING.search(left) is not None


def public(judged: Judged) -> Judged:
    """Give what everybody may read of a measure: its statuses stay, small figures and marked passages go."""
    shown = _texts(judged, public_text)
    if missing_state(shown.returned) is not State.SUPPRESSED:
        return shown
    returned = replace(
        shown.returned,
        quarter=replace(shown.returned.quarter, actual=None),
        forecast=replace(shown.returned.forecast, actual=None),
    )
    quarter, forecast = _without_figure(shown.quarter), _without_figure(shown.forecast)
    return replace(shown, returned=returned, quarter=quarter, forecast=forecast)


def internal(judged: Judged) -> Judged:
    """Give what readers inside the council may read: everything, without the marks."""
    return _texts(judged, internal_text)


def public_text(line: str) -> str:
    """Give a line without what is withheld; one whose marks do not pair is withheld whole."""
    if "[[" not in line and "]]" not in line:
        return line
    return WITHHELD if is_unclosed(line) else _PASSAGE.sub(WITHHELD, line)


def internal_text(line: str) -> str:
    """Give a line with what is withheld, and without the marks."""
    return _PASSAGE.sub(r"\1", line) if "[[" in line else line


def _texts(judged: Judged, shown: Callable[[str], str]) -> Judged:
    """Show every text of an officer's that is printed."""

    def reason(verdict: Verdict) -> Verdict:
        return replace(verdict, reason=shown(verdict.reason)) if verdict.reason else verdict

    answers = {key: tuple(map(shown, lines)) for key, lines in judged.returned.answers.items()}
    direction = judged.direction
    return replace(
        judged,
        returned=_returned(judged.returned, answers),
        quarter=reason(judged.quarter),
        forecast=reason(judged.forecast),
        direction=replace(direction, reason=shown(direction.reason)) if direction.reason else direction,
    )


def _returned(returned: Return, answers: dict[str, tuple[str, ...]]) -> Return:
    return returned if answers == returned.answers else replace(returned, answers=MappingProxyType(answers))


def _without_figure(verdict: Verdict) -> Verdict:
    return replace(verdict, actual=None, position=Position(gap=Unjudged.NO_ACTUAL))
