"""The file names that forms are issued under."""

import re

from generator.model.characters import harmless_line
from generator.model.measure import type_of_subject
from generator.model.period import Period
from generator.model.shape import Topic

_LONGEST_NAME = 120
"""Bytes: file systems allow 255, of which the quarter and a number take some."""


def form_stem(subject: type_of_subject, period: Period) -> str:
    """The name that a form is issued under, or a measure's bundle, without the ending of a workbook."""
    return f"{file_stem(_name_of(subject))} {period}"


def _name_of(subject: type_of_subject) -> str:
    """A group of the second level has its parent's name before its own, for other groups may have one of that name."""
    if isinstance(subject, Topic):
        return ", ".join(filter(None, (subject.parent, subject.name))) or subject.label
    return subject.bundle or subject.code


def form_name(subject: type_of_subject, period: Period) -> str:
    """The file name that a form is issued under."""
    return f"{form_stem(subject, period)}.xlsx"


def file_stem(name: str) -> str:
    """The part of a file name that Windows and SharePoint take: ``EI 12/EI 3`` becomes ``EI 12-EI 3``."""
    safe = harmless_line(re.sub(r'[\x00-\x1f<>:"/\\|?*#%~{}]+', "-", name))
    short = safe.encode()[:_LONGEST_NAME].decode(errors="ignore")
    stem = short.strip(" .-") or "measure"
    device, dot, rest = stem.partition(".")
    return f"{device}-{dot}{rest}" if _RESERVED.fullmatch(device.strip()) else stem


_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$", re.IGNORECASE)
"""Names that Windows keeps for devices."""
