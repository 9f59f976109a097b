"""The messages on what somebody put into a workbook outside its answers: each with its place, and its words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.forms.asked import form_words as form
from generator.forms.asked.question_types import Questionnaire
from generator.model.problem import Place, Problem, problem
from generator.reading.answers.find_questions import FormLayout
from generator.reading.answers.quoting import MOST_QUOTED, quoted_words, said, seen
from generator.reading.left_over.on_form import LeftOver
from generator.xlsx import NOTHING, Book, Cell, Extra, Sheet, Sort, column_letters

_NAMED = 3
"""How many places a message names."""

_SHOW = {
    "hidden": "If it is a return, show it: right-click the name of any sheet, and choose Unhide. If not, delete it.",
    "veryHidden": "Excel does not list this sheet: if it is a return, copy its answers into a form of their own.",
}

_DRAWN = {
    Sort.TEXT_BOX: "a text box",
    Sort.DRAWING: "a drawing",
    Sort.PICTURE: "a picture",
    Sort.CHART: "a chart",
    Sort.MACROS: "a sheet of macros or dialogs",
    Sort.OBJECT: "an embedded file",
}
_UNKNOWN_ADDRESS = "an address that a formula works out"


def told_of_form(
    sheet: Sheet, layout: FormLayout, found: LeftOver, place: Place, asked: Questionnaire
) -> Iterator[Problem]:
    """Tell of all on a form's sheet that is no answer, and of answers that nobody sees or whose order is not known."""
    yield from _told_of_cells(found, place, asked)
    if sheet.beside is not NOTHING:
        yield from told_of_extras(sheet, place, layout)
        yield from _told_of_hidden(sheet, layout, place, asked)
    for field in (each for each in asked.fields if each.name in layout.unsorted):
        row = column_letters(layout.answer_column) + str(min(layout.rows[field.name]))
        yield problem("FORM24", place.at(row), number=layout.number(field.name), label=field.label)


def told_of_aside(sheet: Sheet, place: Place, measure: str, instead: Sequence[str]) -> Iterator[Problem]:
    """Tell why a form is not used: it is out of sight, or it is empty, and there is something ``instead`` elsewhere."""
    if sheet.state != "visible":
        yield problem("FORM23", place, measure=measure, sheet=sheet.name, remedy=_SHOW[sheet.state])
    elif instead:
        more = f" and {len(instead) - _NAMED} more" if len(instead) > _NAMED else ""
        yield problem("FORM22", place, things=f"{', '.join(instead[:_NAMED])}{more}")


def _told_of_cells(found: LeftOver, place: Place, asked: Questionnaire) -> Iterator[Problem]:
    """Tell of what stands in cells of a form that are not for answers."""
    for cell in found.orphans:
        yield problem("FORM08", place.at(cell.ref), text=quoted_words(seen(cell)))
    for cell in found.others:
        yield problem("FORM15", place.at(cell.ref), text=quoted_words(seen(cell)))
    if found.outside:
        first, *others = found.outside
        more = f" and {len(others)} more" if others else ""
        words = quoted_words(" | ".join(seen(cell) for cell in found.outside))
        yield problem("FORM14", place.at(first.ref), cells=f"{first.ref}{more}", text=words)
    for name, cells in found.tables:
        words = quoted_words(" | ".join(seen(cell) for cell in cells))
        label = asked.by_name[name].label if name in asked.by_name else name
        yield problem("FORM16", place.at(cells[0].ref), label=label, cells=_span(cells), text=words)


def _span(cells: Sequence[Cell]) -> str:
    """The range that cells stand in."""
    rows, columns = [cell.row for cell in cells], [cell.column for cell in cells]
    return f"{column_letters(min(columns))}{min(rows)}:{column_letters(max(columns))}{max(rows)}"


def told_of_extras(sheet: Sheet, place: Place, layout: FormLayout | None) -> Iterator[Problem]:
    """Tell of what stands on a sheet beside its cells; of the links on it, only where it is a form."""
    for each in sheet.beside.extras:
        at = place.at(_ref(each))
        if each.sort is Sort.NOTE:
            yield problem("FORM17", at, said=said(each.text))
        elif each.sort in _DRAWN:
            yield problem(
                "FORM18",
                at,
                what=_DRAWN[each.sort] if each.sort is Sort.MACROS else f"{_DRAWN[each.sort]} on this sheet",
                said=said(each.text),
            )
        elif each.sort is Sort.HEADER:
            yield problem("FORM20", at, text=quoted_words(each.text))
        elif each.sort is Sort.LINK and layout and not _is_shown(each, sheet):
            cell = sheet.cells.get((each.row, each.column))
            yield problem("FORM19", at, text=quoted_words(seen(cell) if cell else ""), address=_address(each))
        elif each.sort is Sort.PICTURE_IN_CELL and not (layout and layout.is_answer(each.row, each.column)):
            yield problem("FORM18", at, what="a picture in this cell", said="")


def _ref(extra: Extra) -> str | None:
    return f"{column_letters(extra.column)}{extra.row}" if extra.row and extra.column else None


def _address(link: Extra) -> str:
    return quoted_words(link.text) if link.text else _UNKNOWN_ADDRESS


def _is_shown(link: Extra, sheet: Sheet) -> bool:
    """Whether the words have the address in them, as where a program made a link of an address that was typed."""
    cell = sheet.cells.get((link.row, link.column))
    shown = "".join(cell.text.split()).casefold() if cell else ""
    address = link.text.casefold().removeprefix("mailto:").removeprefix("https://").removeprefix("http://")
    return bool(address) and address.rstrip("/") in shown


def _told_of_hidden(sheet: Sheet, layout: FormLayout, place: Place, asked: Questionnaire) -> Iterator[Problem]:
    """Tell of answers that nobody sees who looks at the form."""
    column = layout.answer_column
    if column in sheet.beside.hidden_columns:
        yield problem("FORM21", place, what=f"Column {column_letters(column)}", said="")
    given = {row for field in asked.fields if field.prefilled for row in layout.rows.get(field.name, ())}
    for row in sorted((sheet.beside.hidden_rows & layout.answered.keys()) - given):
        text = layout.texts.get((row, column))
        if text:
            at = place.at(f"{column_letters(column)}{row}")
            yield problem("FORM21", at, what=f"Row {row}", said=said(text))


def told_of_other_sheets(book: Book, forms: Iterable[str], file: str) -> Iterator[Problem]:
    """Tell of what an officer wrote on a sheet that is no form: one of their own, or one that every form has."""
    own = set(forms)
    for sheet in (each for each in book.sheets if each.name not in own):
        place = Place(file, sheet.name)
        written = [cell for cell in sheet.cells.values() if cell.text.strip()]
        if sheet.name in form.OWN_SHEETS:
            yield from (problem("FORM15", place.at(cell.ref), text=quoted_words(seen(cell))) for cell in written)
        elif written:
            hidden = "" if sheet.state == "visible" else ", which is hidden,"
            words = said(" | ".join(seen(cell) for cell in written[:MOST_QUOTED]))
            yield problem("FORM13", place, hidden=hidden, said=words)
        yield from told_of_extras(sheet, place, None)


def elsewhere(book: Book, forms: Iterable[str]) -> list[str]:
    """Name what stands in a workbook on other sheets than its forms."""
    own = set(forms)
    others = (each for each in book.sheets if each.name not in own)
    return [f"text on the sheet “{each.name}”" for each in others if each.cells or _things(each.beside.extras)]


def beside_answers(sheet: Sheet, found: LeftOver) -> list[str]:
    """Name what stands on a form's sheet beside its answers."""
    cells = found.cells
    named = [f"text in {cells[0].ref}{f' and {len(cells) - 1} more cells' if cells[1:] else ''}"] if cells else []
    return [*named, *_things(sheet.beside.extras)]


_THINGS: Mapping[Sort, str] = {
    Sort.NOTE: "a note",
    **_DRAWN,
    Sort.PICTURE_IN_CELL: "a picture in a cell",
}


def _things(extras: Iterable[Extra]) -> list[str]:
    """Name each sort of thing once; a header may be that of the council, and is no answer."""
    known = ((_THINGS[each.sort], _ref(each)) for each in extras if each.sort in _THINGS)
    found = (f"{what} on {ref}" if ref else what for what, ref in known)
    return list(dict.fromkeys(found))
