"""Elements of a document's XML, found by their names alone, whatever their namespaces are."""

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

_LARGEST = 99_999


def tag_of(element: etree._Element) -> str:
    """The name of an element."""
    return _local(str(element.tag))


@lru_cache(maxsize=1024)  # a document has some fifty names, a hundred thousand times
def _local(name: str) -> str:
    return name.rpartition("}")[2]


def first_child(parent: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of a name, and of it the first of the next name, and so on; None where there is none."""
    found = parent
    for name in names:
        found = next((each for each in found if tag_of(each) == name), None) if found is not None else None
    return found


def attribute(element: etree._Element | None, name: str = "val") -> str:
    """An attribute; empty where there is none."""
    attributes = element.attrib.items() if element is not None else ()
    return next((str(each) for key, each in attributes if str(key).rpartition("}")[2] == name), "")


def digits_in(element: etree._Element | None, otherwise: int, most: int) -> int:
    """The whole number in an element, no larger than ``most``; ``otherwise`` where there is none."""
    digits = attribute(element)
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len(str(_LARGEST))
    return min(int(digits), most) if is_number else otherwise


def is_turned_on(element: etree._Element | None) -> bool:
    """Whether a property is there, and is not turned off."""
    return element is not None and attribute(element) not in {"0", "false", "off"}


_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
"""What stands round paragraphs, rows and cells, and says nothing of its own."""


def inside(parent: etree._Element) -> Iterator[etree._Element]:
    """The elements in another; those in what merely stands round some are taken as its own."""
    for each in parent:
        if tag_of(each) in _WRAPPERS:
            yield from inside(each)
        else:
            yield each
