"""From the rows of a list to rows of the register: each entry taken, guessed with its reason, or left open."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.importing.drafting import guesses
from generator.importing.drafting.draft import EMPTY, Draft, DraftEntry, How, guessed, left_open, taken
from generator.importing.drafting.kinds_and_units import kind_of_targets, unit_guess
from generator.importing.drafting.levels import COLOURS, fits_unit, level_entries, thresholds_of, words_of_thresholds
from generator.importing.drafting.read_target import target_entry
from generator.importing.drafting.spread_targets import spread, spread_over
from generator.importing.drafting.tolerances import tolerance_entry
from generator.importing.drafting.which_way import polarity_entry
from generator.importing.meaning import words
from generator.importing.meaning.fields import PARTS, QUARTERS, TARGETS, ListField
from generator.importing.meaning.thresholds import tolerance_in
from generator.importing.table.list_table import ListRow
from generator.judging.scheme import BY_JUDGEMENT
from generator.model.measure import Basis, Kind, Measure, Polarity
from generator.model.period import Frequency
from generator.reading.register.column_words import QUARTERS_DUE
from generator.reading.register.how_often import lag_of
from generator.xlsx import Cell

_COPIED = (ListField.ALIASES, ListField.OFFICER, ListField.EMAIL, ListField.APPROVER, ListField.BUNDLE)
"""What is taken as it stands."""

_LEVELS = (ListField.FLOOR, ListField.STRETCH, ListField.AMBER_VALUE)
_EMAIL = re.compile(r"[^@\s()<>;,]+@[^@\s()<>;,]+\.[^@\s()<>;,]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known of the whole list: which label each field has, and whether percentages are given as shares.

    ``schemes`` are the names that may stand under Scheme; of ``unrated`` kinds officers must state the status.
    A measure is reported with a ``frequency`` where its row does not say how often.
    """

    labels: Mapping[ListField, str]
    in_shares: bool
    schemes: frozenset[str]
    unrated: frozenset[Kind]
    frequency: Frequency


def draft_of(row: ListRow, code: DraftEntry, groups: Mapping[str, DraftEntry], given: Given) -> Draft:
    """One row of the register."""
    return _Drafter(row, given).draft(code, groups)


class _Drafter:
    """Works out one row; what comes later looks at what was worked out before."""

    def __init__(self, row: ListRow, given: Given) -> None:
        self.row, self.given = row, given
        self.entries: dict[str, DraftEntry] = {}
        self.kept: set[str] = set()

    def draft(self, code: DraftEntry, groups: Mapping[str, DraftEntry]) -> Draft:
        title = self.text(ListField.TITLE)
        self.entries |= {ListField.CODE: code, **groups}
        self.entries[ListField.TITLE] = (
            taken(title) if title else left_open("The list has no title here. Type what is measured.")
        )
        self.entries |= {field: taken(self.text(field)) for field in _COPIED if self.text(field)}
        self._officer()
        self._kind_and_unit(title)
        self._basis()
        self._polarity(title)
        self._frequency()
        self._targets()
        self._levels()
        if tolerance := tolerance_entry(self.text(ListField.TOLERANCE), self.measure.unit_of_gap):
            self.entries[ListField.TOLERANCE] = tolerance
        self._scheme()
        self._decimals(title)
        for heading, entry in self.entries.items():
            if entry.how is not How.TAKEN or entry.why:
                self._keep(heading)
        return Draft(row=self.row, entries=self.entries, kept=frozenset(self.kept))

    def text(self, field: ListField) -> str:
        label = self.given.labels.get(field)
        return self.row.text(label) if label else ""

    def cell(self, field: ListField) -> Cell | None:
        label = self.given.labels.get(field)
        return self.row.cells.get(label) if label else None

    def _keep(self, heading: str) -> None:
        """Keep what the list says of an entry, where that is not what the register says."""
        labels = {self.given.labels[each] for each in ListField if each.value == heading and each in self.given.labels}
        self.kept |= {label for label in labels - self.row.repeated if self.row.text(label)}

    def _word(self, heading: str) -> str:
        return str(self.entries[heading].value or "") if heading in self.entries else ""

    # What is measured

    def _officer(self) -> None:
        """An address among an officer's words is their address."""
        found = _EMAIL.search(self.text(ListField.OFFICER))
        if found and ListField.EMAIL not in self.entries:
            self.entries[ListField.EMAIL] = taken(found[0])
            name = " ".join(re.sub(r"[()<>;,]", " ", _EMAIL.sub(" ", self.text(ListField.OFFICER))).split())
            self.entries[ListField.OFFICER] = taken(name or found[0])

    def _kind_and_unit(self, title: str) -> None:
        said = self.text(ListField.UNIT)
        kind = next(
            filter(None, map(self._kind_in, (ListField.KIND, ListField.UNIT, ListField.BASIS, ListField.POLARITY))),
            None,
        )
        kind = kind or kind_of_targets(self._target_cells, self.text(ListField.POLARITY))
        if kind:
            self.entries[ListField.KIND] = kind
        if said and self._kind_in(ListField.UNIT) is None:
            found = words.unit(said)
            self.entries[ListField.UNIT] = taken(found.word if found else said)
        elif not kind or kind.value == Kind.DATA_ONLY.value:
            unit = unit_guess(self._target_cells, title)
            self.entries |= {ListField.UNIT: unit} if unit else {}

    def _kind_in(self, field: ListField) -> DraftEntry | None:
        found = words.kind(self.text(field))
        needs_none = (
            found and words.is_said_by_unit(found.word) and (field is ListField.UNIT or self.text(ListField.UNIT))
        )
        return taken(found.word) if found and not needs_none else None

    @property
    def _target_cells(self) -> list[Cell]:
        return [cell for field in TARGETS if (cell := self.cell(field))]

    def _basis(self) -> None:
        said = self.text(ListField.BASIS)
        found = words.basis(said) or words.basis(self.text(ListField.FREQUENCY))
        if found:
            self.entries[ListField.BASIS] = _understood(said, found)
        elif said.casefold() in {"yes", "y"}:
            self.entries[ListField.BASIS] = taken(Basis.CUMULATIVE.value)
        elif said and not words.kind(said) and said.casefold() not in {"no", "n"}:
            self.entries[ListField.BASIS] = left_open(f"“{said}” does not say what span of time a figure covers.")

    def _polarity(self, title: str) -> None:
        if self._kind and not self._kind.needs_polarity:
            return
        self.entries[ListField.POLARITY] = polarity_entry(
            self.text(ListField.POLARITY),
            self.given.labels.get(ListField.POLARITY, ""),
            words_of_thresholds(self.row, self.given.labels),
            self._target_cells,
            title,
        )

    @property
    def _kind(self) -> Kind | None:
        word = self._word(ListField.KIND)
        return Kind(word) if word else None

    def _frequency(self) -> None:
        """How often: of a measure that is reported yearly the quarters that its targets stand in, else the fourth."""
        said = next(filter(None, (self.text(ListField.FREQUENCY), self.text(ListField.DUE))), "")
        found = words.frequency(said)
        due = words.quarters(said) or words.quarters(self.text(ListField.DUE))
        if found:
            self.entries[ListField.FREQUENCY] = _understood(said, found)
            due = due or (self._quarters_of_targets(found.word) if self._in_quarters else ())
        elif said and not due and not words.basis(said):
            why = f"“{said}” does not say how often in a year it is reported; it is asked for in each report."
            self.entries[ListField.FREQUENCY] = left_open(why)
        if due:
            self.entries[ListField.DUE] = taken(", ".join(f"Q{each}" for each in due))
        if late := self.text(ListField.LAG):
            why = f"“{late}” does not say how many {self._often.word}s late a figure comes: it is asked for at once."
            lag = lag_of(late, self._often)
            self.entries[ListField.LAG] = left_open(why) if lag is None else taken(late)

    @property
    def _often(self) -> Frequency:
        return Frequency(self._word(ListField.FREQUENCY) or self.given.frequency)

    @property
    def _in_quarters(self) -> bool:
        """Whether its targets stand under quarters: those of reports of quarters do, but of what is no part of them."""
        is_apart = self._often in {Frequency.MONTHLY, Frequency.TERMLY}
        return (self.given.frequency is Frequency.QUARTERLY and not is_apart) or self._often is Frequency.QUARTERLY

    def _quarters_of_targets(self, often: str) -> tuple[int, ...]:
        usual = QUARTERS_DUE.get(Frequency(often), ())
        given = tuple(number for number, field in enumerate(QUARTERS, 1) if self.text(field))
        return given if usual and len(given) == len(usual) else usual

    # What it is held against

    @property
    def measure(self) -> Measure:
        """The measure as far as it is known: what its targets are read against."""
        kind = self._kind or Kind.NUMBER
        polarity = Polarity(self._word(ListField.POLARITY) or Polarity.NONE)
        unit = self._word(ListField.UNIT) or kind.usual_unit
        return Measure(code="", title="", groups=(), unit=unit, kind=kind, polarity=polarity, decimals=6)

    def _read(self, field: ListField) -> DraftEntry:
        cell = self.cell(field)
        return target_entry(cell, self.measure, in_shares=self.given.in_shares) if cell else EMPTY

    def _targets(self) -> None:
        read = {field: entry for field in TARGETS if (entry := self._read(field)) != EMPTY}
        for field, entry in read.items():
            if entry.how is not How.TAKEN or entry.why:
                self.kept.add(self.given.labels[field])
        numbers = {field: entry.value for field, entry in read.items() if isinstance(entry.value, Decimal)}
        often = Frequency.QUARTERLY if self._in_quarters else self._often
        basis = guesses.basis_of_targets([numbers[each] for each in PARTS.get(often, ()) if each in numbers], often)
        if basis and not self._word(ListField.BASIS):
            self.entries[ListField.BASIS] = guessed(basis.value, f"The targets grow from {often.word} to {often.word}.")
        if not self._in_quarters:
            self.entries |= spread_over(often, read, self._word(ListField.BASIS), self.measure)
            return
        due = [int(each) for each in re.findall(r"\d", self._word(ListField.DUE))] or [1, 2, 3, 4]
        self.entries |= spread(read, due, self._word(ListField.BASIS), self.measure, frozenset(self.given.labels))

    def _levels(self) -> None:
        self.entries |= {field: entry for field in _LEVELS if (entry := self._read(field)) != EMPTY}
        said = words_of_thresholds(self.row, self.given.labels)
        if not said:
            return
        self.kept |= {label for field, label in self.given.labels.items() if field in COLOURS and self.text(field)}
        measure = self.measure
        found = thresholds_of(said, measure.polarity) if fits_unit(said, measure.unit) else None
        if found and found.polarity is measure.polarity:
            self.entries |= dict(level_entries(found, said))
        elif tolerance := tolerance_in(said):
            self.entries[ListField.TOLERANCE] = guessed(tolerance, f"“{said}” was read so.")
        elif re.search(r"\d", said):
            why = f"“{said}” does not say where Green and Amber end, in the measure's unit and the way of its Polarity."
            self.entries[ListField.AMBER_VALUE] = left_open(f"{why} The settings' scheme rates it.")

    def _scheme(self) -> None:
        if ListField.SCHEME in self.entries:
            return
        said, kind = self.text(ListField.SCHEME), self.measure.kind
        if said.casefold() in self.given.schemes:
            self.entries[ListField.SCHEME] = taken(said.casefold())
        elif kind in self.given.unrated:
            why = f"The settings' scheme cannot rate a measure of kind {kind}: officers state its status."
            self.entries[ListField.SCHEME] = guessed(BY_JUDGEMENT, why)
        elif said:
            why = f"There is no scheme “{said}”: the settings' scheme rates the measure."
            self.entries[ListField.SCHEME] = left_open(why)

    def _decimals(self, title: str) -> None:
        if re.fullmatch(r"[0-6](?:\.0)?", self.text(ListField.DECIMALS)):
            self.entries[ListField.DECIMALS] = taken(Decimal(self.text(ListField.DECIMALS)[0]))
        elif self._kind in {None, Kind.DATA_ONLY, Kind.RANGE}:
            figures = list(self._figures())
            decimals = Decimal(guesses.decimals_of(self._word(ListField.UNIT), title, figures))
            why = "By the unit and the targets; results are printed and judged with so many."
            self.entries[ListField.DECIMALS] = guessed(decimals, why)

    def _figures(self) -> Iterator[Decimal]:
        for heading, entry in self.entries.items():
            if isinstance(entry.value, Decimal) and heading != ListField.DECIMALS:
                yield entry.value
            elif isinstance(entry.value, str) and re.fullmatch(r"0\.\d+%", entry.value):
                yield Decimal(entry.value[:-1])


def _understood(said: str, found: words.Meaning) -> DraftEntry:
    """What words mean: a guess where there is a slip in them, and told of where they say more than that."""
    if not found.sure:
        return guessed(found.word, f"“{said}” was read so.")
    return DraftEntry(found.word, why="" if found.whole else f"“{said}” was read so.")


def gives_shares(rows: Sequence[ListRow], labels: Mapping[ListField, str]) -> bool:
    """Whether the list gives percentages as parts of one throughout: at least three, and none above it."""
    found = [
        cell.number
        for row in rows
        if (words.unit(row.text(labels.get(ListField.UNIT, ""))) or words.Meaning("")).word == "%"
        for field in TARGETS
        if field in labels and (cell := row.cells.get(labels[field])) and cell.number is not None and not cell.percent
    ]
    return len(found) >= _ENOUGH and all(number <= 1 for number in found)


_ENOUGH = 3
