"""Which columns the written register has: ours, then the list's own, each under a heading that no other column has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.importing.drafted_register import DraftedRegister
from generator.importing.drafting.groups import SECTION
from generator.importing.meaning.fields import GROUPS, OF_OTHER_PARTS, ListField, as_heading
from generator.model.problem import nearest
from generator.reading.register.columns import ANY_TARGET, HEADERS, LEVEL_HEADERS, OF_OTHER_PERIODS

_LATER = ("Frequency", "Lag", "Year to date", "Forecast")
"""Headings that have a meaning in a register beside those that every register has."""

_TAKEN = (*HEADERS, *_LATER, *(header for headers in LEVEL_HEADERS.values() for header in headers))
_OF_OTHER_PERIODS = (ANY_TARGET, *OF_OTHER_PERIODS)
"""Further such headings, which much may be near to."""


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column of the council's own: its heading in the register, and the label of the list's column behind it.

    One that the register has taken over has the list's own words ``only_where_kept``: where they are not what it says.
    """

    heading: str
    label: str
    only_where_kept: bool = False


@dataclass(frozen=True, slots=True)
class RegisterLayout:
    """The columns of the register, in their order: what drafts call them, and columns of the council's own.

    ``groups`` has the headings of the columns that reports are grouped by, where these are not what drafts call them.
    """

    ours: tuple[str, ...]
    own: tuple[OwnColumn, ...]
    groups: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def heading_of(self, name: str) -> str:
        """The heading of a column by what drafts call it."""
        return self.groups.get(name, name)

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings."""
        return (*map(self.heading_of, self.ours), *(each.heading for each in self.own))


def layout_of(register: DraftedRegister, levels: Sequence[str] = (ListField.DIRECTORATE,)) -> RegisterLayout:
    """The columns that a drafted register needs; ``levels`` are those that the report is grouped by, the widest first.

    A draft's Directorate and Service are its groups, and go under the columns of the levels, whatever these are called.
    """
    further = (
        *(ListField.FREQUENCY, ListField.LAG),
        *(ListField.TARGET, *OF_OTHER_PARTS),
        *(field for field in (ListField.FLOOR, ListField.STRETCH, ListField.AMBER_VALUE)),
        SECTION,
    )
    used = {heading for draft in register.drafts for heading in draft.entries}
    groups = dict(zip(map(str, GROUPS), levels, strict=False))
    clash = {name for name in map(str, GROUPS) if name in groups.values() and groups.get(name) != name}
    ours = tuple(name for name in (*HEADERS, *map(str, further)) if name in HEADERS or name in used)
    ours = tuple(name for name in ours if name in groups or name not in clash)
    headings = [groups.get(name, name) for name in ours]
    return RegisterLayout(ours, tuple(_own(register, headings)), MappingProxyType(groups))


def _own(register: DraftedRegister, ours: Sequence[str]) -> Iterator[OwnColumn]:
    """Columns that are for nothing of ours, and those whose words the register has not taken over as they are."""
    kept = {label for draft in register.drafts for label in draft.kept}
    used = [*ours]
    for column in register.columns.every:
        if column.field is not None and column.label not in kept:
            continue
        heading = column.label if column.field is None else f"{column.label} (as listed)"
        used.append(_free(heading, used))
        yield OwnColumn(used[-1], column.label, only_where_kept=column.field is not None)


def _free(heading: str, used: Sequence[str]) -> str:
    """A heading that is none of ours, nor so near to one that it would be taken for a slip of the pen."""
    name = heading
    key = as_heading(name)
    taken = [each for each in _TAKEN if each not in GROUPS or each in used]
    is_near = any(nearest(each, [name], cutoff=0.8) for each in taken if each not in used)
    if key in map(as_heading, (*taken, *_OF_OTHER_PERIODS, *used)) or is_near:
        name = f"{heading} (own column)"
    number = 2
    while as_heading(name) in map(as_heading, used):
        name = f"{heading} (own column {number})"
        number += 1
    return name
