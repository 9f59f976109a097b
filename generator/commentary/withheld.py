"""What a public build withholds and an internal one prints.

Officers put ``[[`` and ``]]`` round words for readers inside the council, and name a figure's small numbers as the
reason why it is not published (analysisfunction.civilservice.gov.uk, "Symbols in tables": c, for confidential).
"""

import re
from collections.abc import Callable
from dataclasses import replace

from generator.commentary.placeholders import WITHHELD
from generator.judging.conditions import Position, Unjudged
from generator.judging.missing_figures import State, missing_state
from generator.judging.outcome import Judged
from generator.judging.status import Verdict
from generator.model.officer_return import Narrative, Return

_PASSAGE = re.compile(r"\[\[((?:[^\[\]]|\[(?!\[)|\](?!\]))*)\]\]")
_CLOSING = re.compile(r"\]\](?!>)")  # with > it ends a CDATA section, in text about XML


def is_unclosed(line: str) -> bool:
    """Whether a line has ``[[`` or ``]]`` without the other, so that it cannot be told what is to be withheld."""
    left = _PASSAGE.sub("", line)
    return "[[" in left or _CLOSING.search(left) is not None


def public(judged: Judged) -> Judged:
    """A measure as everybody may read it: with its statuses, but without suppressed figures and marked passages."""
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
    """A measure as readers inside the council may read it: with everything but the marks themselves."""
    return _texts(judged, internal_text)


def public_text(line: str) -> str:
    """A line as everybody may read it, with ``[c]`` for what is withheld; all of it where its marks do not pair."""
    if "[[" not in line and "]]" not in line:
        return line
    return WITHHELD if is_unclosed(line) else _PASSAGE.sub(WITHHELD, line)


def internal_text(line: str) -> str:
    """A line as readers inside may read it: with the passages, without their marks."""
    return _PASSAGE.sub(r"\1", line) if "[[" in line else line


def _texts(judged: Judged, shown: Callable[[str], str]) -> Judged:
    """A measure with ``shown`` applied to every text of the officer's that reports print."""

    def reason(verdict: Verdict) -> Verdict:
        return replace(verdict, reason=shown(verdict.reason)) if verdict.reason else verdict

    told = judged.returned.narrative
    narrative = Narrative(
        context=tuple(map(shown, told.context)),
        actions=tuple(map(shown, told.actions)),
        intervention=tuple(map(shown, told.intervention)),
    )
    direction = judged.direction
    return replace(
        judged,
        returned=_returned(judged.returned, narrative),
        quarter=reason(judged.quarter),
        forecast=reason(judged.forecast),
        direction=replace(direction, reason=shown(direction.reason)) if direction.reason else direction,
    )


def _returned(returned: Return, narrative: Narrative) -> Return:
    return returned if narrative == returned.narrative else replace(returned, narrative=narrative)


def _without_figure(verdict: Verdict) -> Verdict:
    return replace(verdict, actual=None, position=Position(gap=Unjudged.NO_ACTUAL))
