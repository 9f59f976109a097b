"""NUM03 of the result told from the other side: "26.1% were late" where 26.1% were in time."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import DIGIT, Figure, figures_in
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import is_of_another_time
from generator.checks.readers_eye.text.told_of import names_nothing_else
from generator.checks.readers_eye.text.words import plain_words, word_set
from generator.model.measure import Polarity
from generator.model.problem import Problem

_UNDONE = any_of(
    """not never late missed unanswered unresolved unpaid unseen untreated unsuccessful unsatisfied dissatisfied refused
    rejected overdue outstanding outside unfinished incomplete waiting"""
)
_DENIED = Sought(
    rf"\b(?:(?:were|was|are|is|did|do|had|have|has|went|came|got|remain(?:ed)?|stayed)"
    rf"(?: (?:still|sent|delivered|done|out|in|back))? (?:{_UNDONE})\b"
    r"(?! (?:only|just|far|least|too))|(?:nothing|nobody|no one|none) (?:was|were|had|came)"
    r"|(?:had|found|got|saw|received|brought|led to) (?:no|nothing|none)\b(?! (?:more|less|fewer|longer|later|change))"
    r"|failed to|(?:were|was|did|had|have|has|do)n[’']t)\b"
)
_NEGATIVE = word_set(
    """not without no late missed lost abandoned refused vacant empty overdue failed unpaid unresolved delayed
    outstanding waiting rejected cancelled never absent dissatisfied arrears"""
)
"""Words of a title that is itself told from that side."""


def told_from_the_other_side(text: OfMeasure) -> Iterator[Problem]:
    """NUM03 for the result's percentage, of a title that tells what was done, as the share for which it was not."""
    actual, measure = text.judged.quarter.actual, text.judged.measure
    if measure.unit != "%" or measure.polarity is not Polarity.HIGHER or not isinstance(actual, Decimal):
        return
    if not _NEGATIVE.isdisjoint(plain_words(text.title)):
        return
    for line, sentence in text.holding(_DENIED, DIGIT):
        for each in figures_in(sentence):
            is_it = each.unit == "%" and each.value == actual and not each.agrees_with(100 - actual)
            if is_it and _is_denied(sentence, each, text.title) and not _is_then(sentence, each, text):
                rest = measure.show(100 - actual)
                yield text.problem("NUM03", line, sentence, share=each.typed, told=f"{rest} for those")
            elif _is_another_rest(sentence, each, 100 - actual, text) and not _is_then(sentence, each, text):
                yield text.problem("NUM03", line, sentence, share=each.typed, told=measure.show(100 - actual))


_FAR = Decimal("0.35")
"""How far off a share may be, as a part of the rest, to be meant as that."""


def _is_another_rest(sentence: str, figure: Figure, rest: Decimal, text: OfMeasure) -> bool:
    """Whether a share is told of all for which it was not done, and is near what the result leaves for them."""
    after = sentence[figure.end :]
    clause = _clause(after)
    denied = _DENIED.search_part(clause)
    is_near = figure.unit == "%" and not figure.agrees_with(rest) and abs(figure.value - rest) <= rest * _FAR
    if not is_near or not denied or not after.startswith(" of "):
        return False
    what = clause[len(" of ") : denied.start()]
    is_all = shared(what, text.subject) > 0 and names_nothing_else(what, text.title)
    return is_all and sum(each.unit == "%" for each in figures_in(sentence)) == 1


_WITHIN = re.compile(
    r"\b(?:within|in|under|inside) (?P<limit>\w+) (?P<unit>day|week|month|hour|minute|second|working day)s?\b"
)


def _is_beyond(clause: str, title: str) -> bool:
    """Whether a clause tells of what took longer than the time that the title names."""
    within = _WITHIN.search(title.lower())
    if not within:
        return False
    beyond = rf"\b(?:(?:more|longer|later) than|over|beyond|after|outside) (?:the )?{within['limit']}\b"
    return re.search(beyond, clause, re.IGNORECASE) is not None


def _is_denied(sentence: str, figure: Figure, title: str) -> bool:
    """Whether what a share is of did not have it done: in its own clause, after the share."""
    after = sentence[figure.end :]
    clause = _clause(after)
    if _is_beyond(clause, title):
        return True
    return after.lstrip().startswith(("of ", "were ", "had ", "did ", "went ", "came ", "remain")) and bool(
        _DENIED.search_part(clause)
    )


def _clause(after: str) -> str:
    for mark in (";", ", ", " but ", " although ", " while "):
        after = after.partition(mark)[0]
    return after


def _is_then(sentence: str, figure: Figure, text: OfMeasure) -> bool:
    return is_of_another_time(sentence, figure.start, text.judged.returned.own_period)
