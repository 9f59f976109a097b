"""The file names that forms are issued under."""

import re

from generator.model.characters import harmless_line
from generator.model.measure import Measure
from generator.model.period import Period

_LONGEST_NAME = 120
"""Bytes: file systems allow 255, of which the quarter and a number take some."""


def form_stem(measure: Measure, period: Period) -> str:
    """The name that a measure's form is issued under, or its bundle's, without the ending of a workbook."""
    return f"{file_stem(measure.bundle or measure.code)} {period}"


def form_name(measure: Measure, period: Period) -> str:
    """The file name that a measure's form is issued under."""
    return f"{form_stem(measure, period)}.xlsx"


def file_stem(name: str) -> str:
    """The part of a file name that Windows and SharePoint take: ``EI 12/EI 3`` becomes ``EI 12-EI 3``."""
    safe = harmless_line(re.sub(r'[\x00-\x1f<>:"/\\|?*#%~{}]+', "-", name))
    short = safe.encode()[:_LONGEST_NAME].decode(errors="ignore")
    stem = short.strip(" .-") or "measure"
    device, dot, rest = stem.partition(".")
    return f"{device}-{dot}{rest}" if _RESERVED.fullmatch(device.strip()) else stem


_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$", re.IGNORECASE)
"""Names that Windows keeps for devices."""
