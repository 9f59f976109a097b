"""Which column of a list is for what: by what was said, by its heading, by likeness, and by what stands in it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from generator.importing.meaning import words
from generator.importing.meaning.fields import GROUPS, TARGETS, ListField, as_heading, known_by_name
from generator.importing.meaning.target_headings import month_target, target_heading
from generator.importing.meaning.thresholds import thresholds_in, tolerance_in
from generator.importing.table.find_table import fields_by_name
from generator.importing.table.list_table import Heading, ListTable, said_in
from generator.model.period import Period, year_name
from generator.xlsx import Cell


class KnownBy(StrEnum):
    """How it was known what a column is for."""

    SAID = "by the mapping file"
    NAME = "by its heading"
    LIKENESS = "by its heading, nearly"
    MONTH = "by its month"
    CONTENT = "by what stands in it"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list: what it is for (None: it is kept as a column of the council's own), and how that is known.

    ``why`` says in a clause why it is not used, where its heading would let one expect that it is.
    """

    heading: Heading
    field: ListField | None = None
    known: KnownBy | None = None
    why: str = ""

    @property
    def label(self) -> str:
        """What the column is called by itself."""
        return self.heading.label


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns of a list, in its order."""

    every: tuple[Column, ...]

    def label(self, field: ListField) -> str | None:
        """The label of the column for a field; None where there is none."""
        return next((each.label for each in self.every if each.field is field), None)

    @property
    def used(self) -> Mapping[ListField, Column]:
        """The columns that are for something, by what they are for."""
        return MappingProxyType({each.field: each for each in self.every if each.field})


@dataclass(frozen=True, slots=True)
class _Bid:
    """A column that may be for a field, and how likely that is."""

    score: float
    label: str
    field: ListField
    known: KnownBy


def map_columns(
    table: ListTable,
    said: Mapping[str, ListField | None],
    reported: Period,
    groups: Sequence[str] = (),
    levels: Sequence[str] = (),
) -> Columns:
    """What each column is for: at most one column a field. ``said`` is by labels; None there keeps a column as it is.

    The targets of the year of the ``reported`` period are wanted; ``groups`` are the directorates that the settings
    name, and ``levels`` the columns that they group by.
    """
    settled: dict[str, tuple[ListField | None, KnownBy | None]] = {
        label: (field if field not in _before(said, label) else None, KnownBy.SAID)
        for label, field in said.items()
        if label in table.headings
    }
    every = (*_bids(table, reported, groups), *_of_levels(table, levels))
    bids = sorted(every, key=lambda each: -each.score)
    for bid in bids:
        taken = {field for field, _ in settled.values()}
        if bid.label not in settled and bid.field not in taken:
            settled[bid.label] = (bid.field, bid.known)
    reasons = {label: why for label, why in _reasons(table, reported) if label not in settled}
    return Columns(
        tuple(
            Column(heading, *settled.get(label, _NOT_USED), reasons.get(label, ""))
            for label, heading in table.headings.items()
        )
    )


def _before(said: Mapping[str, ListField | None], label: str) -> set[ListField | None]:
    """The fields that were said of columns before this one: each is for one column alone."""
    labels = list(said)
    return {said[each] for each in labels[: labels.index(label)]}


_NOT_USED: tuple[None, None] = (None, None)


def _bids(table: ListTable, reported: Period, groups: Sequence[str]) -> Iterator[_Bid]:
    """All that columns may be for. One whose words do not fit what its heading says is for something else."""
    has_targets = any(target_heading(each.text, each.above) for each in table.headings.values())
    for label, heading in table.headings.items():
        cells = table.column(label)
        target = target_heading(heading.text, heading.above, reported)
        if target and target.year in {None, reported.year, *([] if _names_year(table, reported) else [target.year])}:
            yield _Bid(1.0 if target.year else 0.99, label, target.field, KnownBy.NAME)
        by_name = bool(known_by_name(heading.text) or known_by_name(label))
        for field, score in fields_by_name(heading).items():
            asks = field is ListField.POLARITY and _asks(label, cells)
            if asks or _fits(field, cells) or score >= _SURE.get(field, 2.0):
                yield _Bid(score, label, field, KnownBy.NAME if by_name else KnownBy.LIKENESS)
        for field, least in _BY_CONTENT.items() if not _OF_RESULTS.search(as_heading(label)) else ():
            is_like = _ALONE.get(field, _TESTS[field])
            if len(cells) >= _ENOUGH and _share(is_like, cells) >= least and len(cells) * 2 >= len(table.rows):
                yield _Bid(0.5, label, field, KnownBy.CONTENT)
        if groups and cells and _share(lambda text: as_heading(text) in set(map(as_heading, groups)), cells) >= 0.5:
            yield _Bid(0.97, label, ListField.DIRECTORATE, KnownBy.CONTENT)
    yield from _of_months(table, reported)
    if not has_targets:
        yield from _bare_parts(table, reported)
    yield from _by_looks(table)


def _of_levels(table: ListTable, levels: Sequence[str]) -> Iterator[_Bid]:
    """The columns that are called as those that reports are grouped by."""
    for label, heading in table.headings.items():
        for field, column in zip(GROUPS, levels, strict=False):
            if as_heading(heading.text) == as_heading(column):
                yield _Bid(2.0, label, field, KnownBy.NAME)


def _asks(label: str, cells: Sequence[Cell]) -> bool:
    """Whether a heading asks a question, “High is good?”, and Yes and No stand under it."""
    return (
        words.polarity(label.rstrip("? ")) is not None and _share(lambda text: text.casefold() in _YES_NO, cells) == 1
    )


def _names_year(table: ListTable, reported: Period) -> bool:
    """Whether a target of the list is for the year that is wanted; else those of another year may be meant."""
    found = (target_heading(each.text, each.above, reported) for each in table.headings.values())
    return any(each is not None and each.year in {None, reported.year} for each in found)


def _of_months(table: ListTable, reported: Period) -> Iterator[_Bid]:
    """Targets for each month; where quarters are reported, those of their last months are the quarters'."""
    for label, heading in table.headings.items():
        found = month_target(heading.text, heading.above, reported)
        if found and found.year in {None, reported.year}:
            yield _Bid(0.6, label, found.field, KnownBy.MONTH)


def _bare_parts(table: ListTable, reported: Period) -> Iterator[_Bid]:
    """Where nothing is called a target, columns named after parts of a year may hold them, if filled in throughout."""
    for label, heading in table.headings.items():
        found = target_heading(f"{heading.text} target", "", reported)
        full = len(table.column(label)) * 5 >= len(table.rows) * 4
        if found and found.field in TARGETS and not heading.above and full:
            yield _Bid(0.4, label, found.field, KnownBy.CONTENT)


def _by_looks(table: ListTable) -> Iterator[_Bid]:
    """The column of the longest texts that differ may hold the titles, one of short ones with digits the codes.

    One with no heading, written once for several rows, may name what they belong to.
    """
    for label, heading in table.headings.items():
        texts = [said_in(cell) for cell in table.column(label)]
        if not heading.text and 0 < len({*texts}) * 2 <= len(table.rows) and all(len(text) <= _SHORT for text in texts):
            yield _Bid(0.35, label, ListField.DIRECTORATE, KnownBy.CONTENT)
        if len(texts) * 3 < len(table.rows) * 2 or len({*texts}) < len(texts):
            continue
        length = sum(map(len, texts)) / (len(texts) or 1)
        if texts and all(_CODE.fullmatch(text) for text in texts):
            yield _Bid(0.45, label, ListField.CODE, KnownBy.CONTENT)
        elif 15 <= length <= 150:
            yield _Bid(0.3 + length / 1000, label, ListField.TITLE, KnownBy.CONTENT)


_SHORT = 60
_CODE = re.compile(r"[A-Za-z]{1,6}[ ./_-]?(?:[A-Za-z]{1,4}[ ./_-]?)?[0-9]{1,4}[A-Za-z]?")


def _is_email(text: str) -> bool:
    return bool(re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text))


_YES_NO = {"yes", "no", "y", "n"}


def _is_kind_beyond_units(text: str) -> bool:
    found = words.kind(text)
    return found is not None and not words.is_said_by_unit(found.word)


def _is_unit(text: str) -> bool:
    is_known = words.unit(text) is not None or words.kind(text) is not None
    return is_known or bool(re.match(r"[%£]|per \S|rate\b|ratio\b|score\b", text.casefold()))


_TESTS: Mapping[ListField, Callable[[str], bool]] = MappingProxyType(
    {
        ListField.POLARITY: lambda text: words.polarity(text) is not None or words.kind(text) is not None,
        ListField.FREQUENCY: lambda text: words.frequency(text) is not None or bool(words.quarters(text)),
        ListField.DUE: lambda text: words.frequency(text) is not None or bool(words.quarters(text)),
        ListField.BASIS: lambda text: words.basis(text) is not None or text.casefold() in _YES_NO,
        ListField.KIND: _is_kind_beyond_units,
        ListField.UNIT: _is_unit,
        ListField.EMAIL: _is_email,
        ListField.THRESHOLDS: lambda text: thresholds_in(text) is not None or tolerance_in(text) is not None,
        ListField.GREEN: lambda text: bool(re.search(r"\d", text)),
        ListField.AMBER: lambda text: bool(re.search(r"\d", text)),
        ListField.RED: lambda text: bool(re.search(r"\d", text)),
        ListField.TOLERANCE: lambda text: bool(re.search(r"\d", text)),
        ListField.DECIMALS: lambda text: bool(re.fullmatch(r"[0-6](?:\.0)?", text)),
        ListField.FLOOR: lambda text: bool(re.search(r"\d", text)),
        ListField.STRETCH: lambda text: bool(re.search(r"\d", text)),
        ListField.AMBER_VALUE: lambda text: bool(re.search(r"\d", text)),
    }
)
"""What the texts under a heading must be like, that the column is for what the heading says."""

_ENOUGH = 2
"""Cells that a column is known by alone."""

_SURE = {ListField.UNIT: 0.9, ListField.KIND: 1.0}
"""From which likelihood on a heading is believed whatever stands under it: units may be anything."""

_OF_RESULTS = re.compile(
    r"\b(?:travel|trend|dot|status|rag|actual|result|outturn|previous|last|change|progress|forecast|comment\w*|notes?)\b"
)
"""Headings of what was reached, whose arrows and words are like those of other columns."""

_BY_CONTENT = {
    ListField.POLARITY: 0.8,
    ListField.FREQUENCY: 0.8,
    ListField.BASIS: 0.8,
    ListField.EMAIL: 0.8,
    ListField.UNIT: 0.8,
    ListField.THRESHOLDS: 0.6,
}
"""What a column is known by alone, and the share of its texts that must be like it."""

_ALONE: Mapping[ListField, Callable[[str], bool]] = MappingProxyType(
    {ListField.BASIS: lambda text: words.basis(text) is not None}
)
"""What is asked of texts where no heading says what they are: Yes and No answer any question."""


def _fits(field: ListField, cells: Sequence[Cell]) -> bool:
    test = _TESTS.get(field)
    return test is None or not cells or _share(test, cells) >= 0.5


def _share(test: Callable[[str], bool], cells: Sequence[Cell]) -> float:
    texts = [text for cell in cells if (text := said_in(cell))]
    return sum(map(test, texts)) / len(texts) if texts else 0.0


def _reasons(table: ListTable, reported: Period) -> Iterator[tuple[str, str]]:
    for label, heading in table.headings.items():
        target = target_heading(heading.text, heading.above, reported)
        if target and target.year not in {None, reported.year}:
            named_year = year_name(target.year or 0, reported.starts)
            yield label, f"it is of {named_year}, and the settings' period is in {reported.year_name}"
        elif named := next(iter(fields_by_name(heading)), None):
            fits = _fits(named, table.column(label))
            yield label, f"another column is {named}" if fits else f"its words are not those of {named}"
