"""NUM03 of those for which it was not done: "26.1% were late" where 26.1% were in time, or where another rest was."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import Figure, figures_in
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import is_of_another_time
from generator.checks.readers_eye.text.told_of import names_nothing_else
from generator.checks.readers_eye.text.words import plain_words, word_set
from generator.model.measure import Polarity
from generator.model.problem import Problem

_UNDONE = any_of(
    """not never late later_than longer_than missed unanswered unresolved unpaid unseen untreated unsuccessful
    unsatisfied dissatisfied refused rejected overdue outstanding outside unfinished incomplete waiting"""
)
_DENIED = Sought(
    rf"\b(?:(?:were|was|are|is|did|do|had|have|has|went|came|got|remain(?:ed)?|stayed)(?: (?!only)[a-z]+)?"
    rf" (?:{_UNDONE})\b(?! (?:only|just|far|least|too))|(?:nothing|nobody|no one|none) (?:was|were|had|came)"
    r"|(?:had|found|got|saw|received|brought|led to) (?:no|nothing|none)\b(?! (?:more|less|fewer|longer|later|change))"
    r"|failed to|(?:were|was|did|had|have|has|do)n[’']t)\b"
)
_NEGATIVE = word_set(
    """not without no late missed lost abandoned refused vacant empty overdue failed unpaid unresolved delayed
    outstanding waiting rejected cancelled never absent dissatisfied arrears"""
)
"""Words of a title that is itself told from that side."""
_PERCENT = Sought(r"%|per ?cent\b")
_OF_THEM = ("of ", "were ", "was ", "had ", "did ", "do ", "went ", "came ", "remain")
_LEFT = re.compile(r"\b(?:left|leaves|leaving|remaining|other|rest|only|just)\b[^.;%]{0,25}$", re.IGNORECASE)
_ENDS = re.compile(r";|, | (?:but|although|while) ")
_WITHIN = re.compile(
    r"\b(?:within|in|under|inside) (?P<limit>\w+) (?P<unit>day|week|month|hour|minute|second|working day)s?\b"
)
_IN_ITSELF = ("late", "later than", "longer than", "missed", "overdue", "outstanding")
"""What needs no word for what was not done."""
_FEW = 3
"""Words that may name all of them: more name some."""
_FAR, _WIDE = Decimal("0.35"), Decimal("1.5")
"""How far off a share may be, as a part of the rest, to be meant as that: by itself, and where it is called that."""


def told_of_the_undone(text: OfMeasure) -> Iterator[Problem]:
    """NUM03 where a title tells what was done, for the result's own percentage as the share for which it was not.

    It is for another share of them, too, that is near what the result leaves for them.
    """
    actual, measure = text.judged.quarter.actual, text.judged.measure
    if measure.unit != "%" or measure.polarity is not Polarity.HIGHER or not isinstance(actual, Decimal):
        return
    if not _NEGATIVE.isdisjoint(plain_words(text.title)):
        return
    for line, sentence in text.holding(_PERCENT):
        told = [each for each in figures_in(sentence) if each.unit == "%"]
        for each in told:
            is_it = each.value == actual and not each.agrees_with(100 - actual)
            if not is_it and len(told) > 1:
                continue
            after = sentence[each.end : next((other.start for other in told if other.start > each.start), None)]
            clause = _ENDS.split(after)[0]
            is_told = _is_denied(clause, text) and (is_it or _is_another_rest(sentence, each, clause, text))
            if is_told and not is_of_another_time(sentence, each.start, text.judged.own_period):
                rest = measure.show(100 - actual)
                yield text.problem("NUM03", line, sentence, share=each.typed, told=f"{rest} for those")


def _is_denied(clause: str, text: OfMeasure) -> bool:
    """Whether what a share is of did not have it done, or took longer than the time that the title names."""
    within = _WITHIN.search(text.title.lower())
    if within:
        beyond = rf"\b(?:(?:more|longer|later) than|over|beyond|after|outside) (?:the )?{within['limit']}\b"
        if re.search(beyond, clause, re.IGNORECASE):
            return True
    return clause.lstrip().startswith(_OF_THEM) and _DENIED.search_part(clause) is not None


def _is_another_rest(sentence: str, figure: Figure, clause: str, text: OfMeasure) -> bool:
    """Whether a share is told of all for which it was not done, and is near what the result leaves for them."""
    actual = text.judged.quarter.actual
    rest = 100 - actual if isinstance(actual, Decimal) else Decimal(0)
    denied = _DENIED.search_part(clause)
    if not denied or figure.agrees_with(rest) or figure.agrees_with(100 - rest):
        return False
    most = _WIDE if _LEFT.search(sentence[: figure.start]) else _FAR
    if not rest / (1 + most) <= figure.value <= rest * (1 + most):
        return False
    what, done = clause[: denied.start()].strip().removeprefix("of "), clause[denied.end() :]
    is_all = what.count(" ") < _FEW and names_nothing_else(f"{sentence[: figure.start]} {what} {done}", text.title)
    says_what = done.strip(" .") and not denied[0].lower().endswith(_IN_ITSELF)
    return is_all and shared(done if says_what else clause, text.subject) > 0
