"""NUM06 of the result against its target: the side of it that a text tells, where the figures have the other."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_verdict.hedges import is_doubted_at
from generator.checks.readers_eye.comparisons.references import grows
from generator.checks.readers_eye.comparisons.subjects import before_it, clause_at, is_of_the_result
from generator.checks.readers_eye.text.aims import AIMS, OTHERS_AIM, WANTED
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import figures_in
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Found, Sought, any_of
from generator.checks.readers_eye.text.times import LAST_YEAR, is_of_another_time
from generator.checks.readers_eye.text.told_of import names_nothing_else
from generator.model.measure import Basis, Polarity
from generator.model.period import month_name
from generator.model.problem import Problem

_BETTER = any_of(
    """met meets meeting hit hits hitting reached reaches achieved achieves beat beats beaten bettered ahead_of within
    inside in_front_of better_than clear_of"""
)
_WORSE = any_of(
    """missed misses missing short_of shy_of adrift_of behind outside worse_than failed_to_(?:meet|hit|reach|achieve)
    off wide_of"""
)
_MORE = any_of(
    "above over beyond higher_than more_than topped overshot past in_excess_of longer_than exceed(?:s|ed|ing)?"
)
_LESS = any_of("below under beneath lower_than less_than fewer_than undershot shorter_than quicker_than")
_LEVEL = any_of("in_line_with on at level_with on_a_par_with")
_OF_IT = r"(?:the |our |its |this |what |where )?(?:[a-z]+(?:-[a-z]+)? )??"
_SIDE = Sought(
    rf"\b(?:(?P<better>{_BETTER})|(?P<worse>{_WORSE})|(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<level>{_LEVEL})) {_OF_IT}"
    rf"(?:{AIMS}|{WANTED}|planned|profiled|budgeted|expected|allowed|promised"
    r"|(?P<figure>£?\d[\d,.]*\d|\d)"
    r"(?=%? (?:[a-z]+ )?(?:that |which )?(?:we|was|were|is|allowed|promised|planned|set)\b))\b"
)
_PASSIVE = Sought(
    rf"\b(?:{AIMS})\b(?P<what>[^,.;]{{0,50}}?) (?:was|were|has been|have been|is|are|being)(?: [a-z]+ly)? "
    rf"(?:(?P<better>met|hit|reached|achieved|beaten|bettered)|(?P<worse>missed)|(?P<more>exceeded|topped|overshot))\b"
)
_OTHER = Sought(
    r"\b(?:year[- ]end|annual|for the year|full[- ]year|year['’]s|by (?:March|the end)|monthly|weekly|daily|last|next"
    r"|forecast|members?|contract|months?|districts?|wards|areas|sites|set for)\b"
)


def side_told(text: OfMeasure) -> Iterator[Problem]:
    """NUM06 for a side of the target on which the result is not; NUM17 where the one before was not, as it is told."""
    actual, target = text.judged.quarter.actual, text.judged.quarter.target
    if not isinstance(actual, Decimal) or not isinstance(target, Decimal) or not text.judged.quarter.status.rated:
        return
    for line, sentence in text.holding(_SIDE, _PASSIVE, lines=text.account):
        found = _told(line, sentence, text)
        is_so = found and _is_so(found, actual, target, text)
        denied = _result_before(sentence, found, target, text) if found and is_so else None
        if denied is not None:
            facts = {"period": text.judged.own_period.previous.short, "result": text.judged.measure.show(denied)}
            yield text.problem("NUM17", line, sentence, **facts)
        elif found and is_so is False:
            quoted = f"{clause_at(sentence, found.start())}{found[0]}".strip()
            yield text.problem("NUM06", line, quoted, status=text.judged.quarter.status.name, half=text.judged.span)


_ANEW = Sought(
    r"\b(?:first time (?:in|since|this|for)|back (?:on|at|above|over|below|under|within|inside|to)"
    r"|return(?:ed|s)? (?:to|above|within))\b"
)
_STILL = Sought(r"\b(?:still|remains?|remained|continues? to|once again|yet again|once more)\b")


def _result_before(sentence: str, found: Found, target: Decimal, text: OfMeasure) -> Decimal | None:
    """The result before, where it is said to have been on another side of the same target, or on this, and was not."""
    returned, forecast = text.judged.returned, text.judged.forecast
    before, actual = returned.previous_actual, text.judged.quarter.actual
    is_same = forecast is not None and forecast.target == target and not grows(text)
    if not is_same or not isinstance(before, Decimal) or not isinstance(actual, Decimal) or before == target:
        return None
    is_alike = (before > target) is (actual > target)
    part = sentence[max(0, found.start() - _BESIDE) : found.end() + _BESIDE]
    if _ANEW.search_part(part):
        return before if is_alike else None
    is_still = _STILL.search_part(sentence[max(0, found.start() - _NEAR) : found.start()])
    return before if is_still and not is_alike else None


_BESIDE, _NEAR = 60, 25
"""Characters round a side in which it may say since when, or that it goes on."""


def _told(line: Line, sentence: str, text: OfMeasure) -> Found | None:
    """The side that a sentence says the result to be on, where it is of no other time and target."""
    found = next((each for each in _SIDE.finditer(sentence) if _is_the_target(each, text)), None)
    passive = None if found else _PASSIVE.search(sentence)
    either = found or passive
    if either and _is_its_name(either[0], text):
        return None
    clause = clause_at(sentence, either.start()) if either else ""
    if not either or is_doubted_at(clause, len(clause)):
        return None
    beside = clause + either[0] + sentence[either.end() :][:25].partition(",")[0]
    if OTHERS_AIM.search_part(beside) or LAST_YEAR.search_part(beside) or _OTHER.search_part(beside):
        return None
    if is_of_another_time(_without_its_end(sentence, text), either.start(), text.judged.returned.own_period):
        return None
    if passive:
        return passive if names_nothing_else(clause + passive["what"], text.title) else None
    return found if is_of_the_result(sentence, either.start(), text, before_it(line, sentence)) else None


def _is_the_target(found: Found, text: OfMeasure) -> bool:
    """Whether a number that is told as what was promised is the target; any name of it may be."""
    if not found["figure"]:
        return True
    figures = figures_in(found["figure"])
    return bool(figures) and figures[0].value == text.judged.quarter.target


def _without_its_end(sentence: str, text: OfMeasure) -> str:
    """A sentence in which the period's last month is blank, where the result is of all up to then, or of its end."""
    if text.judged.measure.basis in {Basis.QUARTER, Basis.UNSAID}:
        return sentence
    month = month_name(text.judged.own_period.last_day)
    return sentence.replace(month, " " * len(month))


def _is_its_name(words: str, text: OfMeasure) -> bool:
    """Whether what is reached is what the title says: "pupils who reach the expected standard"."""
    return words.rpartition(" ")[2].lower() in text.title.lower()


def _is_so(found: Found, actual: Decimal, target: Decimal, text: OfMeasure) -> bool | None:
    """Whether the result is on the side told; None where that can be meant in two ways."""
    polarity, status = text.judged.measure.polarity, text.judged.quarter.status
    if polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return None
    is_good = actual == target or (actual > target) is (polarity is Polarity.HIGHER)
    if found["better"]:
        return is_good or not status.exception
    if found["worse"]:
        return not is_good
    if found["more"]:
        is_meant = polarity is Polarity.HIGHER or "exceed" not in found["more"].lower()
        return actual > target if is_meant else None
    return actual < target if found["less"] else not status.exception
