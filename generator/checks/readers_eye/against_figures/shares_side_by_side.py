"""NUM03 and NUM04 of two shares in a sentence that disagree: "nearly half (38%)", "70% ... the other 40%"."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.checks.readers_eye.against_figures.shares_in_words import SHARES, bears_out
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import WHOLE, count_of
from generator.checks.readers_eye.text.sought import Found, Sought, any_of
from generator.model.problem import Problem

_UNDER, _OVER = (
    any_of("nearly almost just_under under less_than close_to"),
    any_of("over more_than just_over above well_over"),
)
_WORDS = "|".join(each.replace(" ", "[ -]") for each in sorted(SHARES, key=len, reverse=True))
_SHARE = (
    rf"(?:(?P<under>{_UNDER}) |(?P<over>{_OVER}) )?(?:about |around |some |roughly )?(?:an? |one )?"
    rf"\b(?P<share>{_WORDS})\b"
)
_PERCENT = r"(?P<percent>\d{1,3}(?:\.\d+)?) ?(?:%|per cent)"
_COUNTED = rf"(?P<part>{WHOLE}) (?:out )?of (?:the |our |all )?(?P<whole>{WHOLE})"
_THAT_IS = r"(?: \(|, or |, |, that is,? | - | – | or )(?:just |only |some |about |around )?"
_ALIKE = (
    Sought(
        rf"\b{_SHARE}(?: of [a-z ]{{3,40}}?)?{_THAT_IS}(?:{_PERCENT}|{_COUNTED})(?=\)|,|\.|;|$| of\b)(?! of (?:which"
        rf"|whom|them))"
    ),
    Sought(
        rf"(?<![\d.,])(?:{_PERCENT}|\b{_COUNTED})(?: [a-z]+){{0,3}}{_THAT_IS}{_SHARE}(?=\)|,|\.|;|$| of (?:the|all"
        rf"|our)\b)"
    ),
)
_THE_OTHERS = Sought(
    rf"(?<![\d.,]){_PERCENT}[^;.%\d]{{3,90}}?\b(?:(?:the|our) (?:other|remaining)|the rest,?|the remainder,?)"
    r" (?:\(|of )?(?P<rest>\d{1,3}(?:\.\d+)?) ?(?:%|per cent)"
)
_ALL, _SLACK = 100, Decimal("1.1")


def shares_side_by_side(text: OfMeasure) -> Iterator[Problem]:
    """NUM03 where a share is not what is put beside it as the same; NUM04 where one and "the other" are no whole."""
    for line, sentence in text.holding(*_ALIKE, _THE_OTHERS):
        for match in filter(None, (each.search(sentence) for each in _ALIKE)):
            really = _percent(match)
            if really is not None and not bears_out(match, Decimal(really.numerator) / really.denominator):
                share = SHARES[match["share"].lower().replace("-", " ")]
                told = match["percent"] + "%" if match["percent"] else f"{match['part']} of {match['whole']}"
                yield text.problem("NUM03", line, match[0], share=f"{share:.0f}%", told=told)
        others = _THE_OTHERS.search(sentence)
        if others:
            together = Decimal(others["percent"]) + Decimal(others["rest"])
            if abs(together - _ALL) > _SLACK and together < 2 * _ALL:
                yield text.problem("NUM04", line, others[0], total="100%", sum=f"{together.normalize():f}%")


def _percent(match: Found) -> Fraction | None:
    if match["percent"]:
        return Fraction(match["percent"])
    part, whole = count_of(match["part"]), count_of(match["whole"])
    return Fraction(_ALL * part, whole) if 0 < part <= whole else None
