"""NUM10: a change that the two figures it lies between do not give; NUM13: points that are called per cent."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.checks.readers_eye.against_figures.result import known_figures
from generator.checks.readers_eye.text.commentary import Commentary, Line
from generator.checks.readers_eye.text.figures import DIGIT, IN_WORDS, Figure, figures_in, fits, unit_of
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import LAST_QUARTER, LAST_YEAR
from generator.model.problem import Problem

_IN_WORDS = Sought(
    rf"\b(?P<verb>by|decrease of|increase of|reduction of|rise of"
    rf"|drop of) (?P<count>{'|'.join(IN_WORDS)})\b(?! (?:per|point|hundred|thousand|in))"
)
_OFF = any_of("short off over under below above behind ahead outside higher lower more less fewer")
_AT_TARGET = Sought(
    rf"^(?: [a-z]+){{0,2}} (?:{_OFF})"
    r"(?: of| than| from)?(?: the| our| its)?(?: [a-z]+| [\d.,]+ ?%?)? target\b"
)
_OF_THE_RESULT = Sought(r"\b(?:it|this|that|we|performance|the (?:rate|figure|result|number|total))\b")
_NEARLY = Decimal("0.05")


_YEAR = re.compile(r"(?:19|20)\d\d")
_TARGET_BY = Sought(r"\btarget by\s*$")


class _Pair(NamedTuple):
    """Two figures that a change may lie between."""

    before: Decimal
    after: Decimal
    is_sure: bool = True
    """Whether the sentence says that it lies between these; otherwise points alone are asked about."""

    @property
    def apart(self) -> Decimal:
        return abs(self.after - self.before)

    @property
    def percent(self) -> Decimal | None:
        return 100 * self.apart / abs(self.before) if self.before else None


def wrong_changes(text: Commentary) -> Iterator[Problem]:
    """NUM10 and NUM13 for each change in a sentence, where it is clear which two figures it lies between.

    They are the two others of the sentence that are of the same unit; or the one beside it and that of the time or
    the target which the sentence names; or, where the sentence tells of the measure itself, both as the form has them.
    """
    for line, sentence in text.holding(DIGIT, _IN_WORDS):
        figures = figures_in(sentence)
        changes = [each for each in figures if role_of(sentence, each) is Role.CHANGE]
        changes += [_worded(match) for match in _IN_WORDS.finditer(sentence)]
        if len(changes) == 1:
            levels = [each for each in figures if each is not changes[0] and _is_level(each, changes[0], text)]
            yield from _asked(text, line, sentence, changes[0], levels)


def _worded(match: re.Match[str]) -> Figure:
    word = match["count"]
    return Figure(word, Decimal(IN_WORDS[word.lower()]), Decimal(1), "", match.start("count"))


def _is_level(figure: Figure, change: Figure, text: Commentary) -> bool:
    if _YEAR.fullmatch(figure.typed):
        return False
    if change.unit in {"%", "points"}:
        return figure.unit not in {"points", "day", "week", "month", "year"} or figure.unit == unit_of(
            text.judged.measure
        )
    return figure.unit == change.unit or not figure.unit


def _asked(text: Commentary, line: Line, sentence: str, change: Figure, levels: list[Figure]) -> Iterator[Problem]:
    pair = _pair(text, sentence, change, levels)
    if pair is None or not pair.apart:
        return
    of_per_cent = _are_per_cent(levels, text)
    if _agrees(change, pair.apart) and change.unit != "%":
        return
    if change.unit == "%" and pair.percent is not None and _agrees(change, pair.percent):
        return
    shown = _shown(pair, change, of_per_cent=of_per_cent)
    if change.unit == "%" and of_per_cent and _agrees(change, pair.apart):
        yield text.problem(
            "NUM13", line, sentence, number=change.typed, points=f"{_plain(pair.apart)} percentage points"
        )
    elif shown and pair.is_sure:
        yield text.problem(
            "NUM10",
            line,
            sentence,
            number=change.typed,
            right=shown,
            before=_plain(pair.before),
            after=_plain(pair.after),
        )


def _are_per_cent(levels: list[Figure], text: Commentary) -> bool:
    return all(each.unit == "%" for each in levels) if levels else text.judged.measure.unit == "%"


def _pair(text: Commentary, sentence: str, change: Figure, levels: list[Figure]) -> _Pair | None:
    alike = _two_alike(sentence, levels)
    if alike:
        return _Pair(*_in_order(sentence, alike))
    judged, unit = text.judged, unit_of(text.judged.measure)
    actual = judged.quarter.actual
    if not isinstance(actual, Decimal) or len(levels) > 1 or not _may_be_of(change, unit):
        return None
    if _is_off_target(sentence, change):
        return _off_target(text, sentence, levels, actual)
    if levels and not (fits(levels[0], unit) and levels[0].agrees_with(actual)):
        told = levels[0] if fits(levels[0], unit) else None
        known = [each for each in known_figures(text) if isinstance(each, Decimal)]
        return (
            _Pair(told.value, actual)
            if told and any(map(told.agrees_with, known)) and _is_of_it(sentence, text)
            else None
        )
    before = _other(text, sentence)
    is_sure = isinstance(before, Decimal)
    before = before if is_sure else judged.direction.before
    is_told = bool(levels) or (is_sure and _is_of_it(sentence, text))
    return _Pair(before, actual, is_sure) if isinstance(before, Decimal) and is_told else None


def _is_off_target(sentence: str, change: Figure) -> bool:
    before, after = sentence[: change.start], sentence[change.end :]
    return bool(_AT_TARGET.pattern.search(after) or _TARGET_BY.pattern.search(before))


def _off_target(text: Commentary, sentence: str, levels: list[Figure], actual: Decimal) -> _Pair | None:
    """The target and what came: each as the sentence has it, or else as the form has."""
    target, now = text.judged.quarter.target, actual
    for each in levels:
        if role_of(sentence, each) is Role.TARGET:
            target = each.value
        elif fits(each, unit_of(text.judged.measure)):
            now = each.value
    return _Pair(target, now) if isinstance(target, Decimal) and (levels or _is_of_it(sentence, text)) else None


def _may_be_of(change: Figure, unit: str) -> bool:
    """Whether a change may be one of the measure: in its unit, in per cent, or in points of a percentage."""
    return change.unit == "%" or (change.unit == "points" and unit == "%") or (unit != "%" and fits(change, unit))


def _is_of_it(sentence: str, text: Commentary) -> bool:
    return bool(shared(sentence, text.subject) or _OF_THE_RESULT.search(sentence))


def _two_alike(sentence: str, levels: list[Figure]) -> tuple[Figure, Figure] | None:
    """The two figures of a unit that a change may lie between: those after "from" and "to", or the only two."""
    roles = [role_of(sentence, each) for each in levels]
    for one, other, role, next_role in zip(levels, levels[1:], roles, roles[1:], strict=False):
        if role is Role.START and next_role is Role.END and (one.unit == other.unit or not one.unit):
            return one, other
    if len(levels) != 2 or set(roles) == {Role.TARGET}:
        return None
    one, other = levels
    return (one, other) if one.unit == other.unit or not one.unit or not other.unit else None


def _in_order(sentence: str, levels: tuple[Figure, Figure]) -> tuple[Decimal, Decimal]:
    """The earlier figure first: it stands after "from", in brackets, or after "compared with"."""
    one, other = levels
    before = sentence[: other.start]
    later_first = before.rfind("(") > before.rfind(")") or role_of(sentence, other) in {
        Role.EARLIER,
        Role.START,
        Role.TARGET,
    }
    return (other.value, one.value) if later_first else (one.value, other.value)


def _other(text: Commentary, sentence: str) -> object:
    """The figure of the form that the sentence names beside the result: that of last year, or of last quarter."""
    returned = text.judged.returned
    if LAST_YEAR.search(sentence):
        return returned.year_ago_actual
    if LAST_QUARTER.search(sentence):
        return returned.previous_actual if returned.previous_revised is None else returned.previous_revised
    return None


def _agrees(change: Figure, right: Decimal) -> bool:
    """Whether a change is the right one, rounded or cut as it is written."""
    return abs(change.value - right) <= max(change.step, abs(right) * _NEARLY if change.step >= 1 else 0)


def _shown(pair: _Pair, change: Figure, *, of_per_cent: bool) -> str:
    if change.unit != "%":
        return _plain(pair.apart)
    if pair.percent is None:
        return ""
    per_cent = f"{pair.percent:.1f}%"
    return f"{per_cent}, or {_plain(pair.apart)} percentage points" if of_per_cent else per_cent


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
