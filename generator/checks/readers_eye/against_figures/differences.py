"""NUM10: a change that the two figures it lies between do not give; NUM13: points that are called per cent."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_figures.between import Pair, levels_of, pair_named, pair_of
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import DIGIT, IN_WORDS, Figure, count_of, figures_in
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sought import Found, Sought, any_of, apart, without_overlaps
from generator.checks.readers_eye.text.told_of import known_figures
from generator.judging.direction import Travel
from generator.model.measure import Polarity
from generator.model.problem import Problem

_MOVES = any_of("decrease increase reduction rise drop fall improvement growth shortfall gain loss deterioration")
_SIDES = any_of(
    "below under short shy adrift wide off above over up down higher lower better worse ahead behind more fewer less"
    " longer shorter"
)
_IN_WORDS = apart(
    rf"\b(?:by|(?:{_MOVES}) of) (?P<count>{'|'.join(IN_WORDS)})\b(?! (?:per|point|percentage|hundred|thousand|in))"
    rf"|\b(?P<points>(?:(?P<whole>{'|'.join(IN_WORDS)})(?P<half> and a half)?|half a"
    rf"|(?P<tenths>{'|'.join(IN_WORDS)}) tenths of a) (?:whole |full |clear |good )?(?:percentage )?points?)"
    rf"|\b(?P<percent>(?!no\b)(?:{'|'.join(IN_WORDS)})) per ?cent(?= (?:{_SIDES})\b)"
    rf"|\b(?P<than>(?!no\b)(?:{'|'.join(IN_WORDS)}))(?: [a-z]+)?"
    r" (?:(?:more|fewer|less|higher|lower|longer|shorter|better|worse) than"
    r"|(?:above|below|over|under|short of|behind|up on|down on|ahead of) (?:the|our|its|last|quarter|target|where))\b"
)
_ABOUT = Sought(r"\b(?:about|around|some|almost|nearly|over|more than|under|approximately|roughly|circa|just)\s*$")
_OF_OTHERS = Sought(r"^ (?:more|fewer|less) (?!than\b)[a-z]")
"""After a change in the number of something, of which the percentage is a share: "14% more calls"."""
_SAME = Sought(r"(?:\(|, (?:or |an? )?(?:(?:increase|rise|fall|drop|decrease|reduction|growth) of )?)$")
"""What a change is told again after, in per cent: "415 higher, an increase of 8%"."""
_NEARLY, _MOST = Decimal("0.1"), 3


def wrong_changes(text: OfMeasure) -> Iterator[Problem]:
    """NUM10 and NUM13 for a sentence with one change, where it is clear which two figures that lies between.

    NUM13 is for a change in per cent that is the difference between two percentages.
    """
    for line, sentence in text.holding(DIGIT, *_IN_WORDS):
        figures = figures_in(sentence)
        changes = [
            each
            for each in figures
            if role_of(sentence, each) is Role.CHANGE
            and not (text.unit == "%" and _OF_OTHERS.search_part(sentence[each.end :]))
        ]
        taken = {each.start for each in figures}
        in_words = without_overlaps(match for each in _IN_WORDS for match in each.finditer(sentence))
        worded = [each for each in map(_worded, in_words) if each.start not in taken]
        changes += [each for each in worded if each.unit != "points" or role_of(sentence, each) is Role.CHANGE]
        changes += [each for each in figures if changes and _is_told_again(sentence, each, changes[0], text)]
        if text.unit == "%" and any(each.unit not in {"%", "points"} for each in changes):
            changes = [each for each in changes if each.unit != "%"]  # of the number of things that is told
        if len(changes) == 1:
            levels = levels_of(sentence, figures, changes[0], text)
            pair = pair_of(text, sentence, changes[0], levels)
            if pair and pair.apart:
                yield from _asked(text, line, sentence, changes[0], pair, of_per_cent=_are_per_cent(levels, text))
        elif 1 < len(changes) <= _MOST:
            yield from _one_by_one(text, line, sentence, sorted(changes, key=lambda each: each.start))


def _one_by_one(text: OfMeasure, line: Line, sentence: str, changes: list[Figure]) -> Iterator[Problem]:
    """Ask about each of several changes that says what it is against, or is the one before it in per cent."""
    before: Pair | None = None
    for change, after in zip(changes, [*changes[1:], None], strict=True):
        part = sentence[change.start : after.start if after else len(sentence)]
        pair = pair_named(text, sentence, part, change)
        if not pair and before and change.unit == "%" and _SAME.search_part(sentence[: change.start]):
            pair = before
        if pair and pair.apart:
            yield from _asked(text, line, sentence, change, pair, of_per_cent=text.judged.measure.unit == "%")
        before = pair


def _is_told_again(sentence: str, figure: Figure, change: Figure, text: OfMeasure) -> bool:
    """Whether a percentage that is none of the form's own says a change before it once more."""
    if figure.unit != "%" or change.unit in {"%", "points"} or figure.start < change.start or figure is change:
        return False
    known = known_figures(text) if text.unit == "%" else ()
    return bool(_SAME.search_part(sentence[: figure.start])) and not any(map(figure.agrees_with, known))


def _worded(match: Found) -> Figure:
    if match["points"]:
        value = Decimal(count_of(match["whole"]) if match["whole"] else 0)
        if match["tenths"]:
            value, step = Decimal(count_of(match["tenths"])) / 10, Decimal("0.1")
            return Figure(match["points"], value, step, "points", match.start("points"))
        half = Decimal("0.5") if match["half"] or not match["whole"] else Decimal(0)
        return Figure(match["points"], value + half, half or Decimal(1), "points", match.start("points"))
    name = next(each for each in ("percent", "count", "than") if match[each])
    unit = "%" if name == "percent" else ""
    return Figure(match[name], Decimal(count_of(match[name])), Decimal(1), unit, match.start(name))


def _are_per_cent(levels: list[Figure], text: OfMeasure) -> bool:
    return all(each.unit == "%" for each in levels) if levels else text.judged.measure.unit == "%"


def _asked(
    text: OfMeasure, line: Line, sentence: str, change: Figure, pair: Pair, *, of_per_cent: bool
) -> Iterator[Problem]:
    if pair.is_sure and _is_the_other_way(sentence, change, pair):
        yield text.problem("NUM05", line, sentence, direction=_way(pair, text))
        return
    is_per_cent = change.unit == "%"
    right = pair.percent if is_per_cent else pair.apart
    if right is None or _agrees(change, right, sentence, pair.slack if not is_per_cent else Decimal(0)):
        return
    if is_per_cent and of_per_cent and _agrees(change, pair.apart, sentence):
        points = f"{_plain(pair.apart)} percentage points"
        yield text.problem("NUM13", line, sentence, number=change.typed, points=points)
    elif pair.is_sure:
        shown = f"{right:.1f}%" if is_per_cent else _plain(right)
        also = f", or {_plain(pair.apart)} percentage points" if is_per_cent and of_per_cent else ""
        ends = {"before": _plain(pair.before), "after": _plain(pair.after)}
        yield text.problem("NUM10", line, sentence, number=change.typed, right=f"{shown}{also}", **ends)


_SOFTLY = "(?: (?:an?|some|about|around|nearly|just|almost|over|more than|only|a further|by))*"
_UP_AFTER = Sought(
    r"^ ?(?:[a-z%]+ ){0,3}?(?:in front of|ahead of|above|to the good|more|higher|up on|up from|longer|increase|rise)\b"
)
_DOWN_AFTER = Sought(
    r"^ ?(?:[a-z%]+ ){0,3}?(?:behind|below|fewer|less|lower|down on|down from|shorter|quicker|fall|drop)\b"
)
_UP_BEFORE = Sought(rf"\b(?:put on|added|gained|won|up|rose|risen|increased|grew|grown|climbed){_SOFTLY}\s*$")
_DOWN_BEFORE = Sought(
    rf"\b(?:down|fell|fallen|decreased|dropped|declined|reduced|slid|trimmed|cut|shaved){_SOFTLY}\s*$"
)


def _is_the_other_way(sentence: str, change: Figure, pair: Pair) -> bool:
    """Whether a change is as large as it is told, and goes the other way."""
    right = pair.percent if change.unit == "%" else pair.apart
    sizes = [] if pair.of_target or right is None else [right, pair.apart]
    if not any(_agrees(change, each, sentence) for each in sizes):
        return False
    before, after = sentence[: change.start], sentence[change.end :]
    up = _UP_AFTER.match_part(after) or _UP_BEFORE.search_part(before)
    down = _DOWN_AFTER.match_part(after) or _DOWN_BEFORE.search_part(before)
    return bool(up) != bool(down) and bool(up) != (pair.after > pair.before)


def _way(pair: Pair, text: OfMeasure) -> str:
    """How the result moved between the two figures, by which way is better."""
    if text.judged.measure.polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return "up" if pair.after > pair.before else "down"
    better = (pair.after > pair.before) == (text.judged.measure.polarity is Polarity.HIGHER)
    return (Travel.IMPROVING if better else Travel.DETERIORATING).value


def _agrees(change: Figure, right: Decimal, sentence: str, slack: Decimal = Decimal(0)) -> bool:
    """Whether a change is the right one: rounded or cut as it is written, or as near as "about" leaves it."""
    apart = abs(change.value - right)
    if -change.step < change.value - right <= change.step / 2 or apart - slack <= change.step / 2:
        return True
    if _ABOUT.search_part(sentence[: change.start]):
        return apart <= max(change.step, abs(right) * _NEARLY)
    return False


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
