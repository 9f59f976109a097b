"""Reading an XML part element by element with expat, within limits. Nothing is kept that nobody asked for."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NoReturn, TypeVar
from xml.parsers import expat

from generator.xlsx.limits import DEPTH, MIB, URI_CHARACTERS, XML_NAMES, Fault, Unreadable

type_of_start = Callable[[Mapping[str, str]], None]
"""Takes an element's attributes."""

type_of_end = Callable[[str], None]
"""Takes the text since the last tag that opened: the element's own, where it has no children."""

_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",  # "Strict Open XML Spreadsheet" in Excel's Save As
    "http://schemas.openxmlformats.org/package/2006/relationships",
)
_PARTS_REMEMBERED, _SMALL = 32, 32 * 1024
"""How many parts are remembered, and up to how many bytes they may have; so hostile ones cannot fill the memory."""

_LEAVES = ("v", "t", "definedName")
"""What holds text alone; of 9<x/>5 nobody could say whether 95 was meant, or 5."""

_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)


def read_part(
    part: bytes,
    root: str,
    starts: Mapping[str, type_of_start],
    ends: Mapping[str, type_of_end],
    wrong_root: Fault = Fault.DAMAGED,
) -> None:
    """Call ``starts`` and ``ends`` for the elements that they name; other elements and namespaces pass unseen.

    Raises Unreadable: DAMAGED for malformed XML, ``wrong_root`` where the first element is not ``root``, UNSAFE
    for a DTD, TOO_BIG for limits passed.
    """
    openers, closers = _in_all_namespaces(starts), _in_all_namespaces(ends)
    leaves = {full for name in _LEAVES for full in _in_each_namespace(name)}
    depth, deepest, text = 0, 0, list[str]()

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth, deepest
        depth = deepest = depth + 1
        if depth == 1 and name not in _in_each_namespace(root):
            raise Unreadable(wrong_root, "a part is not what its place in the file says")
        if depth > DEPTH:
            raise Unreadable(Fault.TOO_BIG, f"elements nested more than {DEPTH} deep")
        if text:
            text.clear()
        opener = openers.get(name)
        if opener:
            opener(attributes)

    def end(name: str) -> None:
        nonlocal depth
        if depth != deepest and name in leaves:
            raise Unreadable(Fault.DAMAGED, "a value or text has something inside it")
        depth -= 1
        closer = closers.get(name)
        if closer:
            closer("".join(text))

    _feed(_parser(start, end, text.append), part)


def check_well_formed(part: bytes) -> None:
    """Raise Unreadable (DAMAGED) where a part is not well-formed XML, (UNSAFE) where it has a DTD."""
    parser = expat.ParserCreate("utf-8", " ")
    parser.StartDoctypeDeclHandler = _refuse_dtd
    _feed(parser, part)


type_of_found = TypeVar("type_of_found")


def remembered(read: Callable[[bytes], type_of_found]) -> Callable[[bytes], type_of_found]:
    """``read`` with a memory: a small part that was read before gives what it gave. It must depend on the bytes alone.

    The forms of a quarter have the same styles, names and relationships, byte for byte.
    """
    cached = lru_cache(maxsize=_PARTS_REMEMBERED)(read)
    return lambda part: (cached if len(part) <= _SMALL else read)(part)


def relationship_id(attributes: Mapping[str, str]) -> str:
    """The ``r:id`` among an element's attributes; empty where it has none."""
    return next((attributes[f"{each} id"] for each in _RELATIONSHIPS if f"{each} id" in attributes), "")


_Handler = TypeVar("_Handler", type_of_start, type_of_end)


def _in_all_namespaces(handlers: Mapping[str, _Handler]) -> dict[str, _Handler]:
    return {full: each for name, each in handlers.items() for full in _in_each_namespace(name)}


@lru_cache(maxsize=64)  # as many as there are element names in the code, and half as many again
def _in_each_namespace(name: str) -> tuple[str, ...]:
    return tuple(f"{namespace} {name}" for namespace in _NAMESPACES)


def _parser(
    start: Callable[[str, Mapping[str, str]], None], end: Callable[[str], None], text: Callable[[str], None]
) -> expat.XMLParserType:
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.StartDoctypeDeclHandler, parser.StartNamespaceDeclHandler = _refuse_dtd, _check_namespace
    return parser


def _feed(parser: expat.XMLParserType, part: bytes) -> None:
    """Parse a part in pieces, and look in between at how many names the parser keeps."""
    try:
        for position in range(0, len(part), MIB):
            parser.Parse(part[position : position + MIB])
            if len(parser.intern) > XML_NAMES:
                raise Unreadable(Fault.TOO_BIG, f"more than {XML_NAMES:,} different tags and attributes")
        parser.Parse(b"", True)  # noqa: FBT003, "this was the last piece", by position only
    except expat.ExpatError as error:
        raise Unreadable(Fault.DAMAGED, "a part of the workbook is not well-formed XML") from error


def _refuse_dtd(*_declaration: object) -> NoReturn:
    raise Unreadable(Fault.UNSAFE, "a part declares a document type")


def _check_namespace(_prefix: str | None, uri: str | None) -> None:
    if uri and len(uri) > URI_CHARACTERS:
        raise Unreadable(Fault.TOO_BIG, f"a namespace of more than {URI_CHARACTERS} characters")
