"""What a person has to put right: one problem is a value, and every wording stands in one catalogue."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from generator.model.messages import CATALOGUE
from generator.model.messages_on_commentary import READERS_CATALOGUE
from generator.model.wording import Severity


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands. ``file`` is relative to the project folder; ``cell`` is ``D14``, or ``line 7``."""

    file: str
    sheet: str | None = None
    cell: str | None = None

    def at(self, cell: str | None) -> "Place":
        """Give another cell of the same sheet."""
        return Place(self.file, self.sheet, cell)

    @property
    def row(self) -> int:
        """The number in its cell; 0 where it has none."""
        return int("".join(character for character in self.cell or "" if character.isdigit()) or 0)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.file, self.sheet, self.cell) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to put right: what is wrong, where, and how to mend it."""

    code: str
    severity: Severity
    place: Place
    message: str
    remedy: str

    @property
    def is_error(self) -> bool:
        """Whether it stops the report from being published."""
        return self.severity is Severity.ERROR


class Unusable(Exception):  # noqa: N818, it is a finding to be told, not a failure of the program
    """The settings, the register, a scheme or a template cannot be used: carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


READERS_RULES = tuple(READERS_CATALOGUE)
"""The rules of a reader's eye, whose severity settings may change."""


def problem(rule: str, place: Place, severity: Severity | None = None, /, **facts: object) -> Problem:
    """Word the problem ``rule`` of the catalogue with the facts of the case; settings may change its severity."""
    wording = CATALOGUE[rule]
    return Problem(
        code=rule,
        severity=severity or wording.severity,
        place=place,
        message=wording.message.format(**facts),
        remedy=wording.remedy.format(**facts),
    )


_MOST = 20
"""How many problems of one kind are told of one return."""


def bounded(problems: Iterable[Problem], most: int = _MOST) -> tuple[Problem, ...]:
    """Give the problems with at most so many of each kind, the last of which says how many more there are."""
    found = tuple(problems)
    if len(found) <= most:
        return found
    counts = Counter(each.code for each in found)
    told = Counter[str]()
    kept: list[Problem] = []
    for each in found:
        told[each.code] += 1
        more = counts[each.code] - most
        if told[each.code] < most or more <= 0:
            kept.append(each)
        elif told[each.code] == most:
            kept.append(replace(each, message=f"{each.message} And {more} more of this kind."))
    return tuple(kept)


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """Give `` Did you mean “x”?`` (with its leading space) for the closest known word, or an empty text."""
    by_folded = {each.casefold(): each for each in known}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return f" Did you mean “{by_folded[close[0]]}”?" if close else ""
