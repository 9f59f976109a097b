"""The cells of a worksheet that is written as programs write them, found without a call for every element.

Excel, LibreOffice and openpyxl write cells alike: few attributes, in a fixed order, and nothing inside but a formula
and a value or text. Where all of a sheet is like that, one regular expression finds its cells in a third of the time.
Any other sheet, be it for a comment or a single quotation mark, is left to be read element by element.
"""

import re
from collections.abc import Iterator

from generator.workbook.xlsx.markup import check_well_formed, read_part, remembered

_START, _END = "<sheetData>", "</sheetData>"
_TEXT = r'<t(?: xml:space="preserve")?>[^<]*</t>'
_LOOKS = r'<rPr>(?:<[A-Za-z]+(?: [A-Za-z]+="[^"<>]*")*/>)*</rPr>'
_TOKEN = re.compile(
    r'<c r="([A-Z]+[0-9]+)"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?(?:/>|>'
    r"(<f(?:/| [^<>]*)?>(?:[^<]*</f>)?)?"
    rf"(<v>[^<]*</v>|<is>(?:{_TEXT}|<r>(?:{_LOOKS})?{_TEXT}</r>)*</is>)?"
    r'</c>)|(?:</row>)?<row(?: r="([^"<>]*)")?(?: [A-Za-z0-9:]+="[^"<>]*")*/?>'
)
_ALL_TOKENS = re.compile(rf"(?>{_TOKEN.pattern})*+(?:</row>)?")
_RUN = re.compile(r"<[tv][^>]*>([^<]*)</[tv]>")
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([a-z]+));")
_ENTITIES = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
_OF_CELLS = ("row", "c", "f", "v", "is", "t", "rPh")


def plain_rows(part: bytes) -> str | None:
    """Give what stands between ``<sheetData>`` and its end where that is plain; None where it is not.

    Raises Unreadable as ``read_part`` does.
    """
    head, start, rest = part.decode("utf-8", "replace").partition(_START)
    rows, end, tail = rest.partition(_END)
    hidden = "<!" in head or "<?" in head[1:]
    if not end or hidden or any(each in rows for each in ("\r", "xmlns")) or not _ALL_TOKENS.fullmatch(rows):
        return None
    check_well_formed(part)
    return rows if _has_no_other_cells(f"{head}{start}{end}{tail}".encode()) else None


@remembered
def _has_no_other_cells(outside: bytes) -> bool:
    """Whether the element that holds the rows is what it seems, and no row or cell stands outside it."""
    strays, holders = list[object](), list[object]()
    starts = {"sheetData": holders.append, **dict.fromkeys(_OF_CELLS, strays.append)}
    read_part(outside, "worksheet", starts, {})
    return len(holders) == 1 and not strays


def tokens(rows: str) -> Iterator[tuple[str, ...]]:
    """Give the cells and the starts of rows as they are stored, in that order, each part empty where it is not there.

    A cell is a reference, style, type, formula and content, both with their tags; a row has its number in the end.
    """
    return (found.groups("") for found in _TOKEN.finditer(rows))


def runs_of(content: str) -> list[str]:
    """Give the texts of a cell's content, or its value, as a parser would."""
    found = _RUN.findall(content)
    return [_REFERENCE.sub(_character, each) for each in found] if "&" in content else found


def _character(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    return _ENTITIES[name] if name else chr(int(hexadecimal or decimal, 16 if hexadecimal else 10))
