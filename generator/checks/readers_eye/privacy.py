"""A text before it is published: small counts of people, one person singled out, and personal data."""

import re
from collections.abc import Callable, Iterator

from generator.checks.readers_eye.figures_in_text import NUMBER, PART_OF, WHOLE, count_of
from generator.checks.readers_eye.phrases import Sought, any_of, endings, phrase
from generator.checks.readers_eye.text import Commentary, Line
from generator.model.problem import Problem

_PEOPLE = """child children young_people young_person people persons? pupils? students? adults? residents? patients?
    clients? carers? families family households? tenants? victims? women men girls? boys? babies employees?
    staff cases care_leavers? applicants? adoptions? approvals deaths? siblings? placements? plans?
    applications? assessments?"""
_ANY_PEOPLE = any_of(_PEOPLE)
_COUNT = Sought(
    rf"(?<![\w.,/£-])(?P<count>{WHOLE})(?! (?:of|or|thirds?|quarters?|halves)\b)"
    rf"(?: (?!per\b)[a-z-]{{2,}}){{0,3}} (?:{_ANY_PEOPLE})\b(?!-)",
    NUMBER,
)
_SOMEBODY = phrase(_PEOPLE, endings(_PEOPLE))
_OF_WHICH = Sought(rf"(?<![\w.,/£-])(?P<count>{WHOLE}) of (?:which|whom)\b", "of_which of_whom")
_FEWER = Sought(
    rf"\b(?:fewer|less) than (?P<count>{WHOLE}) (?:[a-z-]+ ){{0,2}}(?:{_ANY_PEOPLE})\b", "fewer_than less_than"
)


def small_counts(text: Commentary) -> Iterator[Problem]:
    """PUB01: counts of people so small that somebody may be known by them."""
    most = text.known.style.small_numbers
    for line in text.published:
        found = [match[0] for match in _small(line, most)]
        if found:
            yield text.problem("PUB01", line, "; ".join(dict.fromkeys(found)), most=most)


def _small(line: Line, most: int) -> Iterator[re.Match[str]]:
    if not (line.may_hold(_SOMEBODY) and line.may_hold(_COUNT)):
        return
    for match in line.finditer(_COUNT):
        if 0 < count_of(match["count"]) <= most and not _is_age_or_time(line.text, match):
            yield match
    for match in line.finditer(_FEWER):
        if count_of(match["count"]) <= 2 * most:
            yield match
    parts = [match for match in line.finditer(PART_OF) if count_of(match["whole"]) <= 2 * most]
    parts += [match for match in line.finditer(_OF_WHICH) if 0 < count_of(match["count"]) <= most]
    if parts and line.search(_SOMEBODY):
        yield from parts


_NOT_A_COUNT = phrase("days? weeks? months? years? bi hour aged? under over per phase bedroom")
_AGED = Sought(r"\b(?:aged?|under|over|Y|year|Q|phase|level)\s*$")


def _is_age_or_time(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    return bool(_NOT_A_COUNT.search(match[0]) or _AGED.search(before))


_ORDINAL = any_of(
    """first second third fourth fifth sixth seventh eighth ninth tenth other remaining final last youngest eldest
    oldest"""
)
_PERSON = """child boy girl baby pupil student young_person adult person man woman family resident patient client carer
    employee sibling"""
_ANY_PERSON = any_of(_PERSON)
_SINGLED_OUT = Sought(
    rf"\b(?:the (?:{_ORDINAL}) (?:{_ANY_PERSON})"
    rf"|(?:one|a|this|that) (?:\w+ )?(?:{_ANY_PERSON}) (?:who|whose|was|had|has|needed|needs|with)"
    rf"|the (?:{_ANY_PERSON}) (?:needed|was|had|has|then|did))\b",
    endings(_PERSON),
)


def singled_out(text: Commentary) -> Iterator[Problem]:
    """PUB02: one person's story."""
    for line in text.published:
        for sentence in line.sentences:
            found = _SINGLED_OUT.search(sentence)
            if found:
                yield text.problem("PUB02", line, sentence, who=found[0])


_EMAIL = Sought(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_NHS_NUMBER = re.compile(r"(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])")
_NATIONAL_INSURANCE = Sought(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"
)
_POSTCODE = Sought(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?) ?\d[ABD-HJLNP-UW-Z]{2}\b", flags=0)
_PATTERNS = (
    ("an e-mail address", _EMAIL),
    ("a National Insurance number", _NATIONAL_INSURANCE),
    ("a postcode", _POSTCODE),
)
_TELLING = re.compile(r"\d(?:[A-Z]{2}|(?:[\s()+.-]{0,3}\d){5})")
"""What has neither this nor an @ is none of them: all others have six digits, but postcodes."""

_MANY_DIGITS = re.compile(r"\d[\s()+.-]{0,3}(?:\d[\s()+.-]{0,3}){8,}\d")


def personal_data(text: Commentary) -> Iterator[Problem]:
    """PUB03: addresses and numbers that are a person's own."""
    for line in text.published:
        for what, found in _personal(line.text):
            yield text.problem("PUB03", line, found, what=what)


def _personal(text: str) -> Iterator[tuple[str, str]]:
    if "@" in text or _TELLING.search(text):
        yield from _written(text)
        yield from _in_digits(text)


def _written(text: str) -> Iterator[tuple[str, str]]:
    for what, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield what, match[0]


def _in_digits(text: str) -> Iterator[tuple[str, str]]:
    """NHS and telephone numbers; the libraries that know them are loaded only where there are enough digits."""
    if not _MANY_DIGITS.search(text):
        return
    from phonenumbers import PhoneNumberMatcher
    from stdnum.gb import nhs

    numbers = [match[0] for match in _NHS_NUMBER.finditer(text) if nhs.is_valid(match[0])]
    yield from (("an NHS number", found) for found in numbers)
    for match in PhoneNumberMatcher(text, "GB"):
        if match.raw_string not in numbers:
            yield "a telephone number", match.raw_string


def names(text: Commentary) -> Iterator[Problem]:
    """PUB04: a name from the settings' list."""
    listed = text.known.style.names
    if not listed:
        return
    name = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)", re.IGNORECASE)
    for line in text.published:
        for match in name.finditer(line.text):
            yield text.problem("PUB04", line, match[0])


RULES: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (small_counts, singled_out, personal_data, names)
