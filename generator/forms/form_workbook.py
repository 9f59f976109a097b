"""A workbook of forms, pre-filled, made from what it asks: one sheet a measure."""

import re
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection

from generator.forms import form_words as form
from generator.forms.asked.question_types import type_of_choices
from generator.forms.cell_styles import Looks
from generator.forms.check_column import CheckColumn, MeasureCheckColumn
from generator.forms.form_contents import Contents, MeasureContents
from generator.forms.form_sheet import FormSheet
from generator.forms.formulas import MeasureWorkings
from generator.forms.issued_texts import ONE_FORM
from generator.forms.other_sheets import write_guidance, write_lists, write_workings
from generator.forms.saving import saved
from generator.forms.workings import Where, Workings, workings_of
from generator.model.measure import code_key, type_of_subject
from generator.xlsx import column_letters

_LONGEST_TITLE = 31


def issue_workbook(*forms: Contents) -> bytes:
    """Make the workbook of one form or several, as the bytes of an .xlsx file; the same for the same contents."""
    book, looks = Workbook(), Looks()
    book.remove(book["Sheet"])
    titles = _titles(forms)
    for title in titles:
        book.create_sheet(title)
    write_guidance(book.create_sheet(form.GUIDANCE_SHEET), forms, looks)
    has_lists = any(each.lists for each in forms)
    lists = write_lists(book.create_sheet(form.LISTS_SHEET), forms, looks) if has_lists else [{} for _ in forms]
    sheets = [
        FormSheet(book[title], contents, number, looks)
        for number, (title, contents) in enumerate(zip(titles, forms, strict=True), 1)
    ]
    columns, rows = [], workings_of(forms)
    for column, (sheet, ranges) in enumerate(zip(sheets, lists, strict=True), 3):
        where = f"{form.WORKINGS_SHEET}!${column_letters(column)}$"
        at = {each.name: f"{where}{row}" for row, each in enumerate(rows, 4)}
        check = _check_column(sheet.contents, Where(sheet.title, sheet.rows, at, ranges))
        sheet.write(check)
        columns.append((sheet.title if len(sheets) > 1 else ONE_FORM, check.workings.formulas()))
        _name_cells(book, sheet, ranges, shared=len(sheets) == 1)
    write_workings(book.create_sheet(form.WORKINGS_SHEET), rows, columns, looks)
    _set_up(book, forms)
    return saved(book, forms[0].period.last_day, {sheet.title: sheet.answer_cells for sheet in sheets})


def _check_column(contents: Contents, where: Where) -> CheckColumn:
    """What a form says while it is filled in."""
    if isinstance(contents, MeasureContents):
        return MeasureCheckColumn(MeasureWorkings(contents, where))
    return CheckColumn(Workings(contents, where))


def _titles(forms: Sequence[Contents]) -> list[str]:
    """One form is called Return; of several, each is called by its code."""
    if len(forms) == 1:
        return [form.SHEET]
    taken = {code_key(name) for name in form.OWN_SHEETS}
    return [_title(contents.subject, taken) for contents in forms]


def _title(subject: type_of_subject, taken: set[str]) -> str:
    stem = re.sub(r"[\[\]:*?/\\'\x00-\x1f]+", "-", subject.code).strip(" -")[:_LONGEST_TITLE] or form.SHEET
    names = (stem, *(f"{stem[: _LONGEST_TITLE - 5]} ({number})" for number in range(2, 1000)))
    title = next(name for name in names if code_key(name) not in taken)
    taken.add(code_key(title))
    return title


def _name_cells(book: Workbook, sheet: FormSheet, lists: Mapping[type_of_choices, str], *, shared: bool) -> None:
    """Names are the workbook's where it has one form, and each sheet's own where it has several."""
    names = book.defined_names if shared else sheet.sheet.defined_names
    for name, reference in (*sheet.names(), *((each.value, reference) for each, reference in lists.items())):
        names[name] = DefinedName(name, attr_text=reference)


def _set_up(book: Workbook, forms: Sequence[Contents]) -> None:
    first = forms[0]
    what = first.subject.label if len(forms) == 1 else f"{len(forms)} measures"
    book.properties.title = f"{what}: return for {first.period.name}"
    book.properties.creator = first.council
    book.properties.language = "en-GB"
    book.security = WorkbookProtection(lockStructure=True)
    book.calculation.fullCalcOnLoad = True
