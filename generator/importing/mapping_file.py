"""The mapping file, for people to change: where the list is, what its columns are for, and codes that were made up."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.importing.meaning.fields import OF_OTHER_PARTS, ListField, as_heading
from generator.importing.meaning.target_headings import year_of_heading
from generator.importing.table.columns import Columns, KnownBy
from generator.importing.table.find_table import Said
from generator.importing.table.list_table import ListTable
from generator.model.characters import harmless_line
from generator.model.problem import Place, Problem, Unusable, problem
from generator.model.toml.keys import (
    LONGEST,
    FaultKind,
    Key,
    KeyFault,
    MoreFaults,
    NotTomlError,
    Table,
    read_keys,
    read_toml,
    told,
)
from generator.model.toml.values import one_of, one_text, texts_or_none

KEEP = "keep"
"""What the file says of a column that stays as one of the council's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMapping:
    """What somebody said of a list, or what was found out about it the last time."""

    sheets: tuple[str, ...] = ()
    heading_rows: tuple[int, ...] = ()
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What a column is for, by its heading: one of ListField, or keep."""
    groups: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """How the report names a directorate, by how the list does."""
    codes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Codes that were made up, by the titles of their measures."""
    register: str = ""
    """The SHA-256 of the register as it was written: one that nobody has changed since may be written again."""

    def of_columns(self, labels: Mapping[str, object]) -> dict[str, ListField | None]:
        """What is said of columns, by the labels that a list has; headings are compared without capitals and signs."""
        known = {as_heading(label): word for label, word in self.columns.items()}
        return {label: _field(known[as_heading(label)]) for label in labels if as_heading(label) in known}

    def said(self, labels: Mapping[str, object], year: int) -> Said:
        """What finding the list has to know of it."""
        columns = {label: field for label, field in self.of_columns(labels).items() if field}
        return Said(self.sheets, self.heading_rows, year, MappingProxyType(columns))


def _field(word: str) -> ListField | None:
    return None if word == KEEP else ListField(word)


def _rows(value: object) -> tuple[int, ...]:
    is_list = isinstance(value, list) and all(type(each) is int and 0 < each < _LAST_ROW for each in value)
    if not is_list or not isinstance(value, list) or len(value) > _MOST_HEADING_ROWS:
        raise ValueError("it must be a list of one or two row numbers in square brackets, or an empty one.")
    return tuple(value)


_FIELDS = ", ".join((*(each for each in ListField if each not in OF_OTHER_PARTS), "or such as M01, H1 or T1 target"))
"""The fields, for people."""

_LAST_ROW, _MOST_HEADING_ROWS = 1_048_577, 2
_KEYS = Table(
    {
        "sheets": Key(texts_or_none, '["KPIs"]'),
        "heading_rows": Key(_rows, "[4]"),
        "register": Key(one_text, '"the SHA-256 of the register"'),
        "columns": Table(others=Key(one_of((KEEP, *ListField), f"{KEEP}, {_FIELDS}"), '"Polarity"')),
        "groups": Table(others=Key(one_text, '"Housing and Streets"')),
        "codes": Table(others=Key(one_text, '"HS 01"')),
    }
)


def read_mapping(text: str, file: str) -> ListMapping:
    """The mapping in a TOML text. Raises Unusable with every fault, each at its line of ``file``."""
    try:
        toml = read_toml(text)
    except NotTomlError as error:
        raise Unusable([_fault(file, error.line, f"it cannot be read: {error}", "Correct that.")]) from None
    values, faults = read_keys(toml, _KEYS)
    if faults:
        raise Unusable(_worded(each, file) for each in told(faults))
    return ListMapping(**values)


def _worded(fault: KeyFault | MoreFaults, file: str) -> Problem:
    if isinstance(fault, MoreFaults):
        words = f"from this line on, {fault.count:,} more keys are {fault.kind}."
        return _fault(file, fault.line, words, "Correct those that are named, then run the command again.")
    if fault.kind is FaultKind.WRONG:
        return _fault(file, fault.line, f"“{fault.key}”: {fault.why}", f"Write it like this: {fault.right}")
    words = f"there is no key “{fault.key}”.{fault.suggestion}"
    return _fault(file, fault.line, words, f"Correct or delete it. The keys are: {', '.join(fault.known)}.")


def _fault(file: str, line: int | None, fault: str, remedy: str) -> Problem:
    return problem("IMP01", Place.on_line(file, line), fault=fault, remedy=remedy)


def mapping_of(columns: Columns, codes: Mapping[str, str], before: ListMapping, register: str) -> ListMapping:
    """What is known of a list after it was read; what was said before stays.

    What a heading with a year in it was for is not kept: in the next list it would be last year's.
    """
    lasting = (each for each in columns.every if each.known is KnownBy.SAID or year_of_heading(each.label) is None)
    found = {each.label: each.field.value if each.field else KEEP for each in lasting}
    there = {as_heading(each.label) for each in columns.every}
    gone = {label: word for label, word in before.columns.items() if as_heading(label) not in there}
    return replace(
        before,
        columns=MappingProxyType({**found, **gone}),
        codes=MappingProxyType({**before.codes, **codes}),
        register=register,
    )


def written_mapping(mapping: ListMapping, table: ListTable, file: str) -> str:
    """A mapping as TOML, with notes for whoever changes it; without codes where they are too many to be read again."""
    text = "\n".join(_lines(mapping, table, file))
    whole = len(text) <= LONGEST
    return text if whole else "\n".join(_lines(replace(mapping, codes=MappingProxyType({})), table, file))


def _lines(mapping: ListMapping, table: ListTable, file: str) -> Iterator[str]:
    yield from _HEAD.format(file=_note(file), fields=_FIELDS).splitlines()
    yield "# Where the list is. It was found there; take the # away to have it looked for nowhere else:"
    yield f"{'' if mapping.sheets else '# '}sheets = {_quoted_list(mapping.sheets or table.sheets)}"
    rows = mapping.heading_rows or table.heading_rows
    yield f"{'' if mapping.heading_rows else '# '}heading_rows = [{', '.join(map(str, rows))}]"
    yield "# Tells whether somebody has changed the register since; leave it as it is:"
    yield f"register = {_quoted(mapping.register)}"
    for name, note in (("columns", _COLUMNS), ("groups", _GROUPS), ("codes", _CODES)):
        values: Mapping[str, str] = getattr(mapping, name)
        yield from ("", f"# {note}", f"[{name}]")
        there = {_as_key(key): _note(value) for key, value in values.items() if _note(key) and _note(value)}
        yield from (f"{_quoted(key)} = {_quoted(value)}" for key, value in there.items())
        if name == "columns":
            yield from _of_a_year(table, values)
    yield ""


def _of_a_year(table: ListTable, said: Mapping[str, str]) -> Iterator[str]:
    """The headings of which nothing is kept, as notes to make lines of."""
    known = set(map(as_heading, said))
    new = [each for each in table.headings if as_heading(each) not in known and _note(each)]
    if new:
        yield "# What names a year is found out anew from each list. If it is wrong, take the # away:"
    yield from (f"# {_quoted(_as_key(each))} = {_quoted(KEEP)}" for each in new)


_HEAD = """\
# How “{file}” became register.xlsx. Change what is wrong here, and run the same scorecard import again:
# what is written here comes before every guess. Import writes this file anew, so notes of your own do not stay.
# A column may be for one of: {fields};
# or keep, and then it stays as a column of your own.
"""
_COLUMNS = "What each heading of the list is for."
_GROUPS = 'How the report names a directorate of the list, such as: "HOUSING & STREETS" = "Housing and Streets"'
_CODES = "Codes that were made up, by the titles of their measures. They are kept, for history goes by them."


def _note(text: str) -> str:
    return " ".join(harmless_line(text).split())


def _quoted(text: str) -> str:
    """A text as TOML has it; the escapes of JSON are among its own."""
    return json.dumps(_note(text), ensure_ascii=False)


def _as_key(text: str) -> str:
    """A heading that is one of the file's own keys is told apart by its capitals, which do not count."""
    key = _note(text)
    return key.capitalize() if key in _KEYS.keys else key


def _quoted_list(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"
