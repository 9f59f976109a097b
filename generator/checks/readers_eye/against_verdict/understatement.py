"""NUM14: a change that the words make smaller than it is."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.checks.readers_eye.against_verdict.moods import is_doubted
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import figures_in, fits, unit_of
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Found, Sought, any_of
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import LAST_YEAR
from generator.checks.readers_eye.text.told_of import is_said_of_it
from generator.judging.direction import Travel
from generator.model.problem import Problem

_ALIKE = Sought(
    r"\b(?:broadly|largely|very|fairly|relatively|roughly|much) (?:similar|comparable|stable|steady|consistent"
    r"|unchanged|the same|in line)\b"
    r"|\bin line with (?:the )?(?:last|previous|same)\b"
    r"|\b(?:is|are|was|were|remains?|remained|stays?|stayed|held|holds?|holding|kept)"
    r" (?:similar|comparable|unchanged|stable|steady|consistent|level|flat|firm|the same|at the same level"
    r"|constant)\b"
    r"|\b(?:little|hardly|barely|scarcely) (?:has |have )?changed\b|\b(?:little|no|hardly any) (?:real )?change\b"
    r"|\b(?:has|have|had) (?:not|hardly|barely|scarcely) (?:changed|moved)\b|\bon a par with\b|\bmuch (?:as"
    r"|the same as)"
    r" (?:it was|they were|before|in|last)\b|\b(?:levelled|flattened) (?:off|out)\b"
    r"|\b(?:virtually|practically|almost|nearly|more or less|pretty much|essentially|effectively|all but)"
    r" (?:unaltered|unchanged|identical|the same|flat|static|as (?:it|they) (?:was|were)|where (?:it|they|we) (?:was"
    r"|were))\b"
    r"|\bmuch of a muchness\b|\b(?:next to|hardly|scarcely|barely|little|no real|not much) (?:any )?(?:movement"
    r"|change|difference|shift)\b"
    r"|\bas near as makes no (?:odds|difference)\b|\bmarking time\b|\btreading water\b|\b(?:more or less"
    r"|roughly|about|just|much)"
    r" (?:as|where) (?:it|they|we) (?:was|were|stood|had been)\b|\blevel pegging\b|\bneck and neck\b"
    r"|\b(?:is|are|was|were|remains?|remained) (?:static|unaltered|no different)\b|\bplateaued\b|\bon a plateau\b"
    r"|\bstood still\b"
    r"|\b(?:holds?|held|holding) (?:its|their|our) own\b|\b(?:has|have|had) not (?:shifted|budged|altered)\b"
)
_HOLDS = Sought(
    r"^(?:much of|next to|not much|as near|marking|treading|held|hold|plateau|on a plateau|stood|kept|stay"
    r"|little|hardly|barely|scarcely|no |has|have|had|much)"
)
"""What says by itself that it compares with the time before."""
_COMPARED = Sought(r"\b(?:last|previous|prior|earlier|Q[1-4]|quarters?|years?|performance|remain\w*|over time)\b")
OTHERS = Sought(
    r"\b(?:national\w*(?! (?:standard|target))|England|region\w*|neighbours?|comparator"
    r"|other (?:councils?|authorities|areas?)|peers?)\b"
)
_ITS_OWN = Sought(r"\b(?:performance|figures?|results?|rate)\b")
_LITTLE = r"(?:very )?(?:slightly|marginally|fractionally|a little|a touch|a shade|a notch|a whisker|a fraction)"
_CREPT = r"(?:crept|edged|inched|ticked|nudged)(?: back)? (?:up|down)"
_VERBS = any_of("risen rose rise fallen fell increased decreased declined dropped dipped deteriorated reduced worsened")
_SMALL_MOVE = Sought(
    rf"\b{_CREPT}\b|\b(?:{_VERBS}|up|down) (?:only |just |but )?(?:a |an )?(?:tad|smidgen|shade|bit|trifle|hair"
    rf"|sliver)\b|\b(?:up|down|higher|lower) (?:by )?(?:only |just )?{_LITTLE}\b"
    rf"|\b(?:{_VERBS}) (?:up |down )?by (?:only |just )?a (?:handful|few|touch|whisker|fraction)\b"
    rf"|\b{_LITTLE} (?:{_VERBS}|up|down)\b|\b(?:{_VERBS}) (?:only |just )?{_LITTLE}\b"
    r"|\b(?:slight|small|marginal|minor|modest|minimal) (?:dip|drop|fall|decrease|decline|reduction|increase|rise"
    r"|deterioration)\b"
)
_CLAUSE = re.compile(r"[;:]|, (?!\d)|\b(?:but|although|though|while|whilst)\b")
_VERB = re.compile(
    r"(?:\b(?:is|are|was|were|has|have|had|been|saw|shows?|showed|an?|remains?|remained|stays?|stayed) )+$"
)
_OF_WHAT = re.compile(r"^ (?:of|in) (?P<what>[a-z][^.,;()]{3,40})")
_ROSE = Sought(r"\b(?:ris|rose|increas|up\b|higher)")
_FELL = Sought(r"\b(?:down\b|lower|fall|fell|decreas|declin|drop|dip|reduc)")
_LARGE_CHANGE = Fraction(10)
_OF_THEN = Sought(r"\b(?:last|previous|prior|earlier) (?:[a-z]+ )?$")
"""What is alike is then itself of another time: "the two previous summers were"."""
_SMALL_CHANGE = Fraction(5)
"""Per cent of the earlier result."""


def made_small(text: OfMeasure) -> Iterator[Problem]:
    """NUM14 for "similar" or "stable" of a change of more than 5%, and for "slightly" of one of more than 10%."""
    if text.judged.direction.travel in {Travel.IMPROVING, Travel.DETERIORATING}:
        yield from _changes(text)
        yield from _small_moves(text)


def _tells_of_it(sentence: str, text: OfMeasure) -> bool:
    """Whether a sentence is about what is measured: by its words, or by the result that it tells."""
    actual, unit = text.judged.quarter.actual, unit_of(text.judged.measure)
    has_it = any(
        isinstance(actual, Decimal) and fits(each, unit) and each.agrees_with(actual) for each in figures_in(sentence)
    )
    return has_it or bool(_ITS_OWN.search(sentence)) or shared(sentence, text.subject) > 0


def _changes(text: OfMeasure) -> Iterator[Problem]:
    travel = text.judged.direction.travel
    for line, sentence in text.holding(_ALIKE):
        found = _ALIKE.search(sentence)
        if (
            not found
            or _OF_THEN.search_part(sentence[: found.start()])
            or not (_HOLDS.search(found[0]) or _COMPARED.search(sentence))
            or not _is_its_own(sentence, found, text)
            or OTHERS.search(sentence)
            or is_doubted(sentence, found.start())
        ):
            continue
        change = _change(sentence, text)
        if (change is None or change >= _SMALL_CHANGE) and not tells_another_figure(sentence, text) and travel:
            by = f", by {per_cent(change)}" if change is not None else ""
            yield _problem(text, line, sentence, found[0], f"{travel.value.lower()}{by}")


def _is_its_own(sentence: str, found: Found, text: OfMeasure) -> bool:
    """Whether what is alike is what is measured: its subject, or the result that the sentence tells."""
    before = _CLAUSE.split(sentence[: found.start()])[-1]
    return is_said_of_it(_VERB.sub("", before), text) or (text.unit != "%" and _tells_of_it(before, text))


def _small_moves(text: OfMeasure) -> Iterator[Problem]:
    for line, sentence in text.holding(_SMALL_MOVE):
        found = _SMALL_MOVE.search(sentence)
        if (
            not found
            or is_doubted(sentence, found.start())
            or OTHERS.search(sentence)
            or tells_another_figure(sentence, text)
        ):
            continue
        before, of_what = _VERB.sub("", sentence[: found.start()]), _OF_WHAT.search(sentence[found.end() :])
        if not (is_said_of_it(before, text) or (of_what and is_said_of_it(of_what["what"], text))):
            continue
        change = _change(sentence, text)
        if change is not None and change >= _LARGE_CHANGE and not _moves_the_other_way(found[0], sentence, text):
            yield _problem(text, line, sentence, found[0], f"changed by {per_cent(change)}")


def _moves_the_other_way(words: str, sentence: str, text: OfMeasure) -> bool:
    """Whether it is said to have risen where it fell, or to have fallen where it rose: that is another fault."""
    now, before = text.judged.quarter.actual, _before(sentence, text)
    if not isinstance(now, Decimal) or not isinstance(before, Decimal):
        return True
    rose, fell = _ROSE.search_part(words), _FELL.search(words)
    return bool(rose and now < before) or bool(fell and now > before)


def _before(sentence: str, text: OfMeasure) -> object:
    of_last_year = text.year_ago if LAST_YEAR.search(sentence) else None
    return of_last_year if of_last_year is not None else text.judged.direction.before


def _change(sentence: str, text: OfMeasure) -> Fraction | None:
    """How far the result is from the one that the sentence speaks of, in per cent; None where that is not known."""
    before, now = _before(sentence, text), text.judged.quarter.actual
    if not isinstance(now, Decimal) or not isinstance(before, Decimal) or not before:
        return None
    return abs(100 * (Fraction(now) - Fraction(before)) / Fraction(before))


def tells_another_figure(sentence: str, text: OfMeasure) -> bool:
    """Whether the sentence has a figure of the measure's unit that is not the result: it may speak of another group."""
    judged, unit = text.judged, unit_of(text.judged.measure)
    own = [each for each in (judged.quarter.actual, judged.quarter.target) if isinstance(each, Decimal)]
    return any(each.unit == unit and not any(map(each.agrees_with, own)) for each in figures_in(sentence) if unit)


def per_cent(value: Fraction) -> str:
    """How much it is either way, in whole per cent."""
    return f"{abs(round(value))}%"


def _problem(text: OfMeasure, line: Line, sentence: str, words: str, really: str) -> Problem:
    return text.problem("NUM14", line, sentence, words=words, really=really)
