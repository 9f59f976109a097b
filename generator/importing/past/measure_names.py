"""Which measure of the register a label means: by its code or an alias, by a title it has or had, or by both in one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.importing.meaning.fields import as_heading
from generator.model.measure import Measure
from generator.model.problem import nearest
from generator.model.register import Register


@dataclass(frozen=True, slots=True)
class MeasureNames:
    """What the measures of a register are called. ``titles`` has those that one measure alone has, as compared."""

    register: Register
    titles: Mapping[str, Measure]

    @classmethod
    def of(cls, register: Register) -> "MeasureNames":
        """All codes, aliases and titles of a register, those of other days too."""
        found: dict[str, list[Measure]] = {}
        for measure in register.measures:
            for title in dict.fromkeys(map(as_heading, _titles(measure))):
                found.setdefault(title, []).append(measure)
        own = {title: several[0] for title, several in found.items() if title and len(several) == 1}
        return cls(register, MappingProxyType(own))

    def by_code(self, label: str) -> Measure | None:
        """The measure with a code or alias, which may stand before its title: “PL 01 Bins emptied”, “PL 01: Bins”."""
        if found := self.register.find(label):
            return found
        words = label.split()
        for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
            code = " ".join(words[:count]).rstrip(_SEPARATORS)
            if any(each.isdigit() for each in code) and (found := self.register.find(code)):
                return found
        return None

    def by_title(self, label: str) -> Measure | None:
        """The measure with a title, whatever its capitals and signs."""
        return self.titles.get(as_heading(label))

    def suggestion(self, label: str) -> str:
        """The nearest code or title, as a question; empty where none is near."""
        return nearest(label, (*self.register.codes, *(each.title for each in self.register.measures)))


_MOST_WORDS = 4
"""Words of a code."""

_SEPARATORS = ":;.,|–—-"


def _titles(measure: Measure) -> Iterator[str]:
    yield measure.title
    for each in measure.changes:
        if each.level is None and not each.counted:
            yield from (each.before, each.after)
