"""The bytes of a workbook that is planned.

What it has besides its cells is kept, and so are its styles: a workbook of the same frames and looks as one before
differs from it in its cells alone. Each has the same bytes as if it had been made by itself, for all come the same way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from generator.forms.as_xlsx import book_as_xml as book
from generator.forms.as_xlsx.cells_as_xml import range_of, row_as_xml
from generator.forms.as_xlsx.packing import Packed, archive, compressed
from generator.forms.as_xlsx.sheet_as_xml import SheetAsXml, sheet_as_xml, table_as_xml
from generator.forms.as_xlsx.sheet_plan import BookPlan, Frame, PlannedName, PlannedRow
from generator.forms.as_xlsx.styles_as_xml import StylesAsXml, styles_as_xml, type_of_look, type_of_paint


def as_xlsx(plan: BookPlan) -> bytes:
    """The workbook as the bytes of an .xlsx file; the same for the same plan."""
    return archive(_parts(plan))


def _parts(plan: BookPlan) -> Iterator[Packed]:
    skeleton = skeleton_of(tuple(sheet.frame for sheet in plan.sheets if sheet.frame), plan.names)
    sheets = [sheet.rows() for sheet in plan.sheets]
    looks = dict.fromkeys(chain.from_iterable(row.looks for row in chain.from_iterable(sheets)))
    packed, styles = _styles_of(tuple(looks), skeleton.paints)
    yield from (*skeleton.parts, packed)
    yield compressed(book.CORE, book.properties(plan.title, plan.creator, plan.day))
    for number, (frame, rows) in enumerate(zip(skeleton.sheets, sheets, strict=True), 1):
        yield _packed(book.sheet_name(number), frame, rows, styles)


@lru_cache(maxsize=64)
def _packed(name: str, frame: SheetAsXml, rows: tuple[PlannedRow, ...], styles: StylesAsXml) -> Packed:
    """A sheet, compressed; those beside the forms are mostly the same."""
    return compressed(name, frame.filled(range_of(rows), (row_as_xml(row, styles) for row in rows)))


@dataclass(frozen=True, slots=True, eq=False)
class _Skeleton:
    """A workbook without its cells and their looks; ``paints`` are what its cells take where a formula holds."""

    parts: tuple[Packed, ...]
    sheets: tuple[SheetAsXml, ...]
    paints: tuple[type_of_paint, ...]


@lru_cache(maxsize=64)
def skeleton_of(frames: tuple[Frame, ...], names: tuple[PlannedName, ...]) -> _Skeleton:
    """A workbook of these frames without its cells; kept, for most workbooks of a round have the same."""
    paints = tuple(dict.fromkeys(colour.paint for frame in frames for colour in frame.colours))
    numbers = {paint: number for number, paint in enumerate(paints)}
    sheets = tuple(sheet_as_xml(frame, numbers) for frame in frames)
    return _Skeleton(tuple(compressed(*part) for part in _unfilled(frames, names)), sheets, paints)


def _unfilled(frames: tuple[Frame, ...], names: tuple[PlannedName, ...]) -> Iterator[tuple[str, str]]:
    """The parts that have nothing of the cells, by their names."""
    tables = [(number, frame.table) for number, frame in enumerate(frames, 1) if frame.table]
    yield "[Content_Types].xml", book.content_types(len(frames), len(tables))
    yield book.references_name(""), book.parts_of_package()
    yield book.APP, book.made_by()
    yield book.references_name(book.BOOK), book.parts_of_book(len(frames))
    yield book.BOOK, book.book_as_xml(frames, names)
    for number, (sheet, table) in enumerate(tables, 1):
        yield book.references_name(book.sheet_name(sheet)), book.parts_of_sheet(number)
        yield book.table_name(number), table_as_xml(table, number)


@lru_cache(maxsize=64)
def _styles_of(looks: tuple[type_of_look, ...], paints: tuple[type_of_paint, ...]) -> tuple[Packed, StylesAsXml]:
    styles = styles_as_xml(looks, paints)
    return compressed(book.STYLES, styles.xml), styles
