"""What a person has to put right: each problem is a value, made of a message of the catalogue and a place."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from generator.model.messages import CATALOGUE
from generator.model.messages_on_commentary import READERS_CATALOGUE
from generator.model.wording import Severity


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands. ``file`` is named from the project folder; ``cell`` is ``D14``, or ``line 7``."""

    file: str
    sheet: str | None = None
    cell: str | None = None

    @classmethod
    def on_line(cls, file: str, line: int | None) -> "Place":
        """A line of a text, counted from 1; the file alone where the line is not known."""
        return cls(file, cell=f"line {line}" if line else None)

    def at(self, cell: str | None) -> "Place":
        """Another cell of the same sheet."""
        return Place(self.file, self.sheet, cell)

    @property
    def row(self) -> int:
        """The number of its row or line; 0 where it has none."""
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
    """The settings, the register, a scheme or a template cannot be used; ``problems`` has every reason found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


READERS_RULES = tuple(READERS_CATALOGUE)
"""The rules of a reader's eye, whose severity settings may change."""


def problem(rule: str, place: Place, severity: Severity | None = None, /, **facts: object) -> Problem:
    """A problem in the words of the catalogue: ``rule`` is its code, and ``facts`` fill the braces of its message.

    ``severity``, where it is given, counts before the catalogue's. Raises KeyError for an unknown code or missing fact.
    """
    wording = CATALOGUE[rule]
    return Problem(
        code=rule,
        severity=severity or wording.severity,
        place=place,
        message=wording.message.format(**facts),
        remedy=wording.remedy.format(**facts),
    )


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """`` Did you mean “x”?``, with its leading space, for the known word nearest to ``word``; empty where none is near.

    ``cutoff`` is how alike they must be, from 0 to 1, as difflib measures it.
    """
    by_folded = {each.casefold(): each for each in known}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return f" Did you mean “{by_folded[close[0]]}”?" if close else ""
