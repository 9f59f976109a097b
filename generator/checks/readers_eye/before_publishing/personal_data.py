"""PUB03: addresses and numbers that are a person's own."""

import re
from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Sought
from generator.model.problem import Problem

_EMAIL = Sought(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_NHS_NUMBER = re.compile(r"(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])")
_NATIONAL_INSURANCE = Sought(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"
)
_POSTCODE = Sought(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?) ?\d[ABD-HJLNP-UW-Z]{2}\b", flags=0)
_ADDRESS = Sought(
    r"\b\d{1,3}[A-Za-z]? [A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Road|Street|Close|Grove|Avenue|Lane|Drive|Gardens|Crescent"
    r"|Terrace|Way|Place|Square|Court|Row|Rise|Mews|Croft|Villas|Parade)\b",
    flags=0,
)
_OPEN_TO_ALL = re.compile(
    r"\b(?:shop|store|library|school|cent(?:re|er)|office|depot|pub|hotel|site|premises|restaurant|branch|hall|clinic"
    r"|surgery|works|museum|nursery|building)s? (?:at|in|on|outside) $",
    re.IGNORECASE,
)
"""Before an address that everybody may know."""
_PATTERNS = (
    ("an e-mail address", _EMAIL),
    ("a National Insurance number", _NATIONAL_INSURANCE),
    ("a postcode", _POSTCODE),
)
_TELLING = re.compile(r"\d(?:[A-Z]{2}|(?:[\s()+.-]{0,3}\d){5})")
"""What has neither this nor an @ is none of them: all others have six digits, but postcodes."""

_MANY_DIGITS = re.compile(r"\d[\s()+.-]{0,3}(?:\d[\s()+.-]{0,3}){8,}\d")


def personal_data(text: Commentary) -> Iterator[Problem]:
    """PUB03 for each e-mail address, telephone, NHS or National Insurance number, and postcode."""
    for line in text.published:
        for what, found in _personal(line):
            yield text.problem("PUB03", line, found, what=what)


def _personal(line: Line) -> Iterator[tuple[str, str]]:
    text = line.text
    for match in line.finditer(_ADDRESS):
        if not _OPEN_TO_ALL.search(text[: match.start()]):
            yield "an address", match[0]
    if "@" in text or _TELLING.search(text):
        yield from _written(text)
        yield from _in_digits(text)


def _written(text: str) -> Iterator[tuple[str, str]]:
    for what, pattern in _PATTERNS:
        for match in pattern.finditer_part(text):
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
