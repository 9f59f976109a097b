"""NUM03 of the result as a share of its target: "94% of the profile", "two thirds of what we planned"."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_figures.shares_in_words import ANY_SHARE, SHARES
from generator.checks.readers_eye.comparisons.subjects import before_it, is_of_the_result
from generator.checks.readers_eye.text.aims import AIMS, OTHERS_AIM
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import TIMES_TAKEN
from generator.checks.readers_eye.text.sought import Found, Sought
from generator.model.problem import Problem

_OF_IT = Sought(
    rf"\b(?:(?P<percent>\d{{1,3}}(?:\.\d+)?) ?(?:%|per cent)|(?:an? |one )?(?P<share>{ANY_SHARE})) of "
    r"(?:the |our |its )?"
    r"(?:(?P<year>year['’]s|annual|full[- ]year|year[- ]end)|half[- ]year|quarter(?:ly|['’]s))? ?"
    rf"(?:{AIMS}|what (?:was|we) (?:planned|profiled|promised))\b"
    r"(?P<for_year> for the (?:whole |full )?year)?"
)
_WORDED, _EXACT = Decimal(8), Decimal("1.5")


def shares_of_the_target(text: OfMeasure) -> Iterator[Problem]:
    """NUM03 where the result is another share of its target, or of the year's, than the text tells."""
    actual = text.judged.quarter.actual
    if not isinstance(actual, Decimal) or text.unit in TIMES_TAKEN:
        return
    for line, sentence in text.holding(_OF_IT, lines=text.account):
        found = _OF_IT.search(sentence)
        target = _target(found, text) if found else None
        if not found or not target or OTHERS_AIM.search(sentence):
            continue
        told, really = _told(found), 100 * actual / target
        is_other = abs(told - really) > (_EXACT if found["percent"] else _WORDED)
        if is_other and is_of_the_result(sentence, found.start(), text, before_it(line, sentence)):
            yield text.problem("NUM03", line, found[0], share=f"{told:.0f}%", told=f"{really:.0f}%")


def _told(found: Found) -> Decimal:
    return Decimal(found["percent"]) if found["percent"] else SHARES[found["share"].lower().replace("-", " ")]


def _target(found: Found, text: OfMeasure) -> Decimal | None:
    forecast = text.judged.forecast
    is_of_the_year = found["year"] or found["for_year"]
    target = (forecast.target if forecast else None) if is_of_the_year else text.judged.quarter.target
    return target if isinstance(target, Decimal) and target > 0 else None
