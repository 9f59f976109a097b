"""Texts as the parts of a workbook hold them, without what XML cannot hold; and what its words are called by."""

import re

from generator.model.characters import escaped, quoted_attribute

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATIONSHIPS = f"{OFFICE}/relationships"

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_TEXT = 32_767


def text_as_xml(words: str) -> str:
    """A text between tags."""
    return escaped(_writable(words))


def as_attribute(words: str) -> str:
    """A text in an attribute, with quotation marks around; a bare line break would be read as a space."""
    return quoted_attribute(_writable(words)).replace("\n", "&#10;")


def _writable(words: str) -> str:
    return _UNWRITABLE.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))[:_LONGEST_TEXT]
