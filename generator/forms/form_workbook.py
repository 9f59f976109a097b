"""A workbook of forms, pre-filled, made from what it asks: one sheet a measure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from generator.forms import other_sheets
from generator.forms.actions_sheet import ActionsSheet
from generator.forms.as_xlsx.sheet_plan import BookPlan, PlannedName
from generator.forms.as_xlsx.writing import as_xlsx
from generator.forms.asked import form_words as form
from generator.forms.asked.action_words import ACTIONS_SHEET
from generator.forms.asked.form_contents import Contents, MeasureContents
from generator.forms.asked.question_types import type_of_choices
from generator.forms.form_sheet import FormSheet
from generator.forms.issued_texts import ONE_FORM
from generator.forms.live.check_column import CheckColumn, MeasureCheckColumn
from generator.forms.live.formulas import MeasureWorkings
from generator.forms.live.workings import Where, Workings, workings_of
from generator.forms.measures_sheet import measures
from generator.model.measure import code_key, type_of_subject
from generator.xlsx import column_letters

_LONGEST_TITLE, _EXCELS_OWN = 31, "History"
"""The most letters that Excel takes for the name of a sheet, and a name that it keeps for itself."""


def issue_workbook(*forms: Contents) -> bytes:
    """Make the workbook of one form or several, as the bytes of an .xlsx file; the same for the same contents."""
    return as_xlsx(plan_of(forms))


def plan_of(forms: Sequence[Contents]) -> BookPlan:
    """The workbook of one form or several; of several, the first sheet lists the measures."""
    several = len(forms) > 1
    titles = _titles(forms)
    back = form.MEASURES_SHEET if several else ""
    sheets = [
        FormSheet(title, each, number, back) for number, (title, each) in enumerate(zip(titles, forms, strict=True), 1)
    ]
    actions = {each.number: each for each in _actions_sheets(forms, {sheet.title for sheet in sheets})}
    lists, ranges = other_sheets.lists(forms)
    rows = workings_of(forms)
    columns, planned = [], []
    names: list[PlannedName] = []
    for place, (sheet, each) in enumerate(zip(sheets, ranges, strict=True)):
        where = f"{form.WORKINGS_SHEET}!${column_letters(place + 3)}$"
        at = {row.name: f"{where}{number}" for number, row in enumerate(rows, 4)}
        beside = actions[sheet.number].title if sheet.number in actions else ""
        check = _check_column(sheet.contents, Where(sheet.title, sheet.rows, at, each, beside))
        planned.append((sheet, check))
        columns.append((sheet.title if several else ONE_FORM, check.workings.formulas()))
        names += _names(place + 1 if several else None, sheet, each)
    before = [*([measures(planned)] if several else []), *(sheet.planned(check) for sheet, check in planned)]
    for place, about in enumerate(actions.values(), len(before)):
        names += (PlannedName(place if several else None, *each) for each in about.names())
    every = [
        *before,
        *(each.planned() for each in actions.values()),
        other_sheets.guidance(forms),
        *([lists] if any(ranges) else []),
        other_sheets.workings_sheet(rows, columns),
    ]
    return BookPlan(_title_of(forms), forms[0].council, forms[0].period.last_day, tuple(every), tuple(names))


def _title_of(forms: Sequence[Contents]) -> str:
    what = forms[0].subject.label if len(forms) == 1 else f"{len(forms)} measures"
    return f"{what}: return for {forms[0].period.name}"


def _check_column(contents: Contents, where: Where) -> CheckColumn:
    """What a form says while it is filled in."""
    if isinstance(contents, MeasureContents):
        return MeasureCheckColumn(MeasureWorkings(contents, where))
    return CheckColumn(Workings(contents, where))


def _actions_sheets(forms: Sequence[Contents], others: AbstractSet[str]) -> Iterator[ActionsSheet]:
    """A sheet for the actions of each form that asks for any."""
    taken = {code_key(name) for name in (*form.OWN_SHEETS, *others)}
    for number, contents in enumerate(forms, 1):
        if contents.actions is not None:
            about = f", {contents.subject.code or contents.subject.label}" if len(forms) > 1 else ""
            yield ActionsSheet(_free(f"{ACTIONS_SHEET}{about}", taken), contents, number)


def _titles(forms: Sequence[Contents]) -> list[str]:
    """One form is called Return; of several, each is called by the name of what it is about."""
    if len(forms) == 1:
        return [form.SHEET]
    taken = {code_key(name) for name in (*form.OWN_SHEETS, _EXCELS_OWN)}
    subjects = [each.subject for each in forms]
    names = [each.title or each.label for each in subjects]
    others = (names[:place] + names[place + 1 :] for place in range(len(names)))
    return [_free(_title(*each), taken) for each in zip(subjects, names, others, strict=True)]


def _title(subject: type_of_subject, name: str, others: Sequence[str]) -> str:
    """The name as it is; one that would be cut, or is another's too, without what others begin with, by its code."""
    if not subject.code or (len(name) <= _LONGEST_TITLE and name not in others):
        return name
    words = name.split()
    shared = max(_alike(words, other.split()) for other in others)
    return " ".join((subject.code, *(words[shared:] or words)))


def _alike(words: Sequence[str], others: Sequence[str]) -> int:
    """With how many words both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False)))


def _free(wanted: str, taken: set[str]) -> str:
    """A name for a sheet that no other has, as near to the wanted one as Excel takes it, cut where a word ends.

    A quotation mark would end the text of a formula that leads there.
    """
    words = re.sub(r"[\[\]:*?/\\'\"\x00-\x1f]+", "-", wanted).strip(" -")
    whole = words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE + 1].rpartition(" ")[0]
    stem = (whole if 2 * len(whole) > _LONGEST_TITLE else words)[:_LONGEST_TITLE].strip(" -,;") or form.SHEET
    names = (stem, *(f"{stem[: _LONGEST_TITLE - 5].strip()} ({number})" for number in range(2, 1000)))
    title = next(name for name in names if code_key(name) not in taken)
    taken.add(code_key(title))
    return title


def _names(place: int | None, sheet: FormSheet, lists: Mapping[type_of_choices, str]) -> Iterator[PlannedName]:
    """Names are the workbook's where it has one form, and each sheet's own where it has several."""
    named = (*sheet.framed.names, *((each.value, reference) for each, reference in lists.items()))
    return (PlannedName(place, name, reference) for name, reference in named)
