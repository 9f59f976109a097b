"""A sheet apart from its cells: how it is set up, what its cells take, how they are coloured, and how it prints."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.forms.as_xlsx.sheet_plan import Colour, Frame, PlannedTable, Rule, SheetColumn
from generator.forms.as_xlsx.styles_as_xml import type_of_paint
from generator.forms.as_xlsx.texts_as_xml import MAIN, RELATIONSHIPS, as_attribute, text_as_xml
from generator.xlsx import column_letters

_LOCKED = (
    '<sheetProtection selectLockedCells="0" selectUnlockedCells="0" sheet="1" objects="0" insertRows="1"'
    ' insertHyperlinks="1" autoFilter="1" scenarios="0" formatColumns="0" deleteColumns="1" insertColumns="1"'
    ' pivotTables="1" deleteRows="1" formatCells="0" formatRows="0" sort="1"/>'
)
"""Locked without a password; what has a 0 stays allowed: officers may still resize and format."""

_A4 = 9
_MARGINS = '<pageMargins left="0.25" right="0.25" top="0.25" bottom="0.25" header="0.5" footer="0.5"/>'


class SheetAsXml(NamedTuple):
    """What stands before the rows of a sheet, but for the range that they take, and what stands after them."""

    before: str
    after: str

    def filled(self, cells: str, rows: Iterable[str]) -> str:
        """The sheet with its rows, which take the range ``cells``."""
        start = f'<worksheet xmlns="{MAIN}"><dimension ref="{cells}"/>{self.before}'
        return f"{start}<sheetData>{''.join(rows)}</sheetData>{self.after}"


def sheet_as_xml(frame: Frame, paints: Mapping[type_of_paint, int]) -> SheetAsXml:
    """A sheet without its cells; ``paints`` has the numbers of colours among the styles."""
    after = (
        _LOCKED,
        f'<protectedRanges><protectedRange sqref="{frame.open_cells}" name="Answers"/></protectedRanges>'
        if frame.open_cells
        else "",
        *_colours(frame, paints),
        *_rules(frame.rules),
        _MARGINS,
        _page(frame),
        f'<ignoredErrors><ignoredError sqref="{frame.digits_as_text}" numberStoredAsText="1"/></ignoredErrors>'
        if frame.digits_as_text
        else "",
        f'<tableParts count="1"><tablePart xmlns:r="{RELATIONSHIPS}" r:id="rId1"/></tableParts>' if frame.table else "",
        "</worksheet>",
    )
    return SheetAsXml(f"{_view(frame)}{_columns(frame.columns)}", "".join(after))


def _view(frame: Frame) -> str:
    rows, columns = frame.frozen_rows, frame.frozen_columns
    panes = {"topRight": columns, "bottomLeft": rows, "bottomRight": columns and rows}
    active = [pane for pane, is_there in panes.items() if is_there]
    split = f'{_split("x", columns)}{_split("y", rows)} topLeftCell="{column_letters(columns + 1)}{rows + 1}"'
    frozen = f'<pane{split} activePane="{active[-1]}" state="frozen"/>' if active else ""
    start = f'activeCell="{frame.start}" sqref="{frame.start}"/>'
    chosen = "".join(f'<selection pane="{pane}" {start}' for pane in active) or f"<selection {start}"
    view = f'<sheetView showGridLines="0" workbookViewId="0">{frozen}{chosen}</sheetView>'
    return f'<sheetViews>{view}</sheetViews><sheetFormatPr baseColWidth="8" defaultRowHeight="15"/>'


def _split(axis: str, count: int) -> str:
    return f' {axis}Split="{count}"' if count else ""


def _columns(columns: tuple[SheetColumn, ...]) -> str:
    each = (
        f'<col{_HIDDEN if column.hidden else ""} width="{column.width:g}" customWidth="1" min="{at}" max="{at}"/>'
        for at, column in enumerate(columns, 1)
    )
    return f"<cols>{''.join(each)}</cols>"


_HIDDEN = ' hidden="1"'


def _colours(frame: Frame, paints: Mapping[type_of_paint, int]) -> Iterator[str]:
    """Each range with its colours, of which the first whose formula holds is taken."""
    ranges: dict[str, list[str]] = {}
    for priority, each in enumerate(frame.colours, 1):
        ranges.setdefault(each.cells, []).append(_colour(each, priority, paints))
    for cells, rules in ranges.items():
        yield f'<conditionalFormatting sqref="{cells}">{"".join(rules)}</conditionalFormatting>'


def _colour(colour: Colour, priority: int, paints: Mapping[type_of_paint, int]) -> str:
    rule = f'<cfRule type="expression" priority="{priority}" dxfId="{paints[colour.paint]}" stopIfTrue="1">'
    return f"{rule}<formula>{text_as_xml(colour.formula)}</formula></cfRule>"


def _rules(rules: tuple[Rule, ...]) -> Iterator[str]:
    if rules:
        yield f'<dataValidations count="{len(rules)}">{"".join(map(_rule, rules))}</dataValidations>'


def _rule(rule: Rule) -> str:
    shown = f'showInputMessage="{int(bool(rule.prompt))}" showErrorMessage="{int(bool(rule.alert))}"'
    said = f'errorTitle="Not an answer" error={as_attribute(rule.alert)}'
    prompt = f"promptTitle={as_attribute(rule.prompt_title)} prompt={as_attribute(rule.prompt)}"
    kind = "" if rule.kind is None else f' type="{rule.kind}"{_ANY_DAY if rule.kind == "date" else ""}'
    start = f'<dataValidation sqref="{rule.cell}" showDropDown="0" {shown} allowBlank="1" {said} {prompt}{kind}'
    formula = f"<formula1>{text_as_xml(rule.formula)}</formula1>"
    return f"{start}>{formula}</dataValidation>" if rule.formula else f"{start}/>"


_ANY_DAY = ' errorStyle="warning" operator="greaterThan"'


def _page(frame: Frame) -> str:
    scale = f' scale="{frame.scale}"' if frame.scale else ""
    return f'<pageSetup orientation="{"landscape" if frame.landscape else "portrait"}" paperSize="{_A4}"{scale}/>'


def table_as_xml(table: PlannedTable, number: int) -> str:
    """A table with a heading row and no filter buttons."""
    names = (f'<tableColumn id="{at}" name={as_attribute(each)}/>' for at, each in enumerate(table.headings, 1))
    columns = f'<tableColumns count="{len(table.headings)}">{"".join(names)}</tableColumns>'
    called = f'id="{number}" name="{table.name}" displayName="{table.name}" ref="{table.cells}"'
    return f'<table {called} headerRowCount="1" xmlns="{MAIN}">{columns}</table>'
