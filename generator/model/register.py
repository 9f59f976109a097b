"""All measures, as the register lists them: found by code or alias, and as they stand in a period."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from generator.model.action import Promise
from generator.model.measure import Measure, code_key
from generator.model.period import Period
from generator.model.problem import Place, Problem
from generator.model.shape import in_one_name

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Register:
    """The measures, in the register's order, and what looks odd in it (``queries``).

    ``columns`` has the letters of its columns by their headings; those of targets are for the year of what is reported
    of each measure in the period ``listed_in``.
    """

    measures: tuple[Measure, ...]
    queries: tuple[Problem, ...] = ()
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    listed_in: Period | None = None
    promises: tuple[Promise, ...] = ()
    """The actions of its sheet of actions, and what members recommended by its sheet of that."""
    has_actions: bool = False
    """Whether it has either sheet."""
    _by_key: Mapping[str, Measure] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index codes and aliases: every return is looked up by what its form says; the first measure wins."""
        aliases = {code_key(alias): each for each in reversed(self.measures) for alias in reversed(each.aliases)}
        codes = {code_key(each.code): each for each in reversed(self.measures)}
        object.__setattr__(self, "_by_key", MappingProxyType({**aliases, **codes}))

    def at(self, period: Period) -> "Register":
        """The register as it stands in a period: with its year's targets, and what measures were called at its end."""
        measures = tuple(self.measure_at(each, period) for each in self.measures)
        is_so_already = all(then is now for then, now in zip(measures, self.measures, strict=True))
        return self if is_so_already else replace(self, measures=measures)

    def measure_at(self, measure: Measure, period: Period) -> Measure:
        """A measure as it stands in a period: with its year's targets, and what it was called at its end."""
        found = measure.in_year(measure.own_period(period).year, self.year_listed(measure)).as_called(period)
        return found if found.stands_in == period else replace(found, stands_in=period)

    def year_listed(self, measure: Measure) -> int | None:
        """The year that a measure's columns of targets are for."""
        return measure.own_period(self.listed_in).year if self.listed_in else None

    def amended(self, measures: Mapping[str, Measure]) -> "Register":
        """The register with other measures in the place of some, by their codes."""
        return replace(self, measures=tuple(measures.get(each.code, each) for each in self.measures))

    def place(self, measure: Measure, heading: str) -> Place:
        """The cell of a measure's row under a heading; that of its code where there is no such column."""
        if heading in measure.target_cells:
            return measure.target_cells[heading]
        letters = self.columns.get(heading)
        return measure.place.at(f"{letters}{measure.place.row}") if letters else measure.place

    def find(self, code: str) -> Measure | None:
        """The measure with a code, or else with that alias, whatever its capitals and spaces; None if there is none."""
        return self._by_key.get(code_key(code))

    def by_todays_codes(self, found: Mapping[str, _Found]) -> dict[str, _Found]:
        """What was said by the codes of another time, by those of now; what stands under neither code nor alias stays.

        What stands under a measure's own code wins over what stands under an alias.
        """
        measures = {code: self.find(code) for code in found}
        keys = {code: measure.code if measure else code for code, measure in measures.items()}
        aliases_first = sorted(found, key=lambda code: code_key(code) == code_key(keys[code]))
        return {keys[code]: found[code] for code in aliases_first}

    @property
    def groups(self) -> Mapping[tuple[str, ...], str]:
        """The names of all groups, by the group of each level; those of the first in the order of the register."""
        depths = range(1, max((len(each.groups) for each in self.measures), default=0) + 1)
        paths = (each.groups[:depth] for depth in depths for each in self.measures if len(each.groups) >= depth)
        return {path: in_one_name(path) for path in dict.fromkeys(paths)}

    @property
    def groups_once_named(self) -> Mapping[str, str]:
        """The same by what they are called in files of an earlier program, which told not all of them apart."""
        once = {path: " > ".join(path) for path in self.groups}
        counts = Counter(once.values())
        return {once[path]: name for path, name in self.groups.items() if counts[once[path]] == 1}

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code and alias, for suggesting the nearest."""
        return tuple(code for each in self.measures for code in (each.code, *each.aliases))
