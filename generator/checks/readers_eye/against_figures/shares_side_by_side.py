"""NUM03 and NUM04 of two shares in a sentence that disagree: "nearly half (38%)", "70% ... the other 40%"."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.checks.readers_eye.against_figures.shares_in_words import ANY_SHARE, SHARES, bears_out, is_a_time
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import WHOLE, count_of
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Found, Sought, any_of
from generator.model.problem import Problem

_UNDER, _OVER = (
    any_of("nearly almost just_under under less_than close_to"),
    any_of("over more_than just_over above well_over"),
)
_SHARE = (
    rf"(?:(?P<under>{_UNDER}) |(?P<over>{_OVER}) )?(?:about |around |some |roughly )?(?:an? |one )?"
    rf"\b(?P<share>{ANY_SHARE})\b"
)
_PERCENT = r"(?P<percent>\d{1,3}(?:\.\d+)?) ?(?:%|per cent)"
_COUNTED = rf"(?P<part>{WHOLE}) (?:out )?of (?:the |our |all )?(?P<whole>{WHOLE})"
_THAT_IS = r"(?: \(|, or |, |, (?:that|which) is,? |, i\.e\.,? | - | – | or )(?:just |only |some |about |around )?"
_OR_SO = r",? (?:or|which is|that is)(?: just| only| some| about| around)? "
_ONE_IN = rf"(?P<one_in>(?:one|1) in (?P<in_all>{WHOLE}))\b"
_ENDS = r"(?=\)|,|\.|;|$| of (?:the|all|our)\b)"
_ALIKE = (
    Sought(
        rf"\b{_SHARE}(?: of [a-z ]{{3,40}}?)?{_THAT_IS}(?:{_PERCENT}|{_COUNTED})(?=\)|,|\.|;|$| of\b)(?! of (?:which"
        rf"|whom|them))"
    ),
    Sought(rf"(?<![\d.,])(?:{_PERCENT}|\b{_COUNTED})(?: [a-z]+){{0,3}}{_THAT_IS}(?:{_ONE_IN}|{_SHARE}){_ENDS}"),
    Sought(rf"(?<![\d.,])(?:{_PERCENT}|\b{_COUNTED})(?: [a-z]+){{0,6}}{_OR_SO}(?:{_ONE_IN}|{_SHARE}){_ENDS}"),
)
_THE_OTHERS = Sought(
    rf"(?<![\d.,]){_PERCENT}[^;.%\d]{{3,90}}?\b(?:(?:the|our) (?:other|remaining)|the rest,?|the remainder,?)"
    r" (?:\(|of )?(?P<rest>\d{1,3}(?:\.\d+)?) ?(?:%|per cent)"
)
_ALL, _SLACK, _ROUND = 100, Decimal("1.1"), Decimal("0.18")


def shares_side_by_side(text: OfMeasure) -> Iterator[Problem]:
    """NUM03 where a share is not what is put beside it as the same; NUM04 where one and "the other" are no whole."""
    for line, sentence in text.holding(*_ALIKE, _THE_OTHERS):
        match = next(filter(None, (each.search(sentence) for each in _ALIKE)), None)
        really = _percent(match) if match and not is_a_time(sentence, match) else None
        if match and really is not None:
            yield from _unlike(text, line, match, Decimal(really.numerator) / really.denominator)
        others = _THE_OTHERS.search(sentence)
        if others:
            together = Decimal(others["percent"]) + Decimal(others["rest"])
            if abs(together - _ALL) > _SLACK and together < 2 * _ALL:
                yield text.problem("NUM04", line, others[0], total="100%", sum=f"{together.normalize():f}%")


def _unlike(text: OfMeasure, line: Line, match: Found, really: Decimal) -> Iterator[Problem]:
    """NUM03 where a share in words is not the percentage or the part of a whole that is told with it."""
    if match["one_in"]:
        share = Decimal(_ALL) / max(count_of(match["in_all"]), 1)
        is_so = abs(share - really) <= max(share * _ROUND, _SLACK)
    else:
        share, is_so = SHARES[match["share"].lower().replace("-", " ")], bears_out(match, really)
    if not is_so:
        told = match["percent"] + "%" if match["percent"] else f"{match['part']} of {match['whole']}"
        yield text.problem("NUM03", line, match[0], share=f"{share:.0f}%", told=told)


def _percent(match: Found) -> Fraction | None:
    if match["percent"]:
        return Fraction(match["percent"])
    part, whole = count_of(match["part"]), count_of(match["whole"])
    return Fraction(_ALL * part, whole) if 0 < part <= whole else None
