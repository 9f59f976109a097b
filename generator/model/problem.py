"""What a person has to put right: one problem is a value, and every wording stands in one catalogue."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from generator.model.characters import printable
from generator.model.messages import CATALOGUE
from generator.model.messages_on_commentary import READERS_CATALOGUE
from generator.model.wording import Severity

_Found = TypeVar("_Found")

UNFORESEEN = "FILE30"
"""The rule for a file that the program was not ready for."""


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


class ScorecardError(Exception):
    """What ends a command with words instead of its result.

    The problems are for the screen, then the sentence, where there is one; ``exit_code`` is the command's.
    """

    exit_code = 2

    def __init__(self, sentence: str = "", problems: Iterable[Problem] = ()) -> None:
        self.sentence, self.problems = sentence, tuple(problems)
        super().__init__(sentence or "; ".join(problem.message for problem in self.problems))


class Unusable(ScorecardError):  # noqa: N818, it is a finding to be told, not a failure of the program
    """The settings, the register, a scheme or a template cannot be used: carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__(problems=problems)


_LISTED = 20
"""How many problems of one kind are told of one return: who has read so many knows what to put right."""

_MORE = "MORE01"

_LONGEST_FACT = 500
"""Characters that a message takes over from a file or a list; a cell may hold 32,767."""

READERS_RULES = tuple(READERS_CATALOGUE)
"""The rules of a reader's eye, whose severity settings may change."""


def problem(rule: str, place: Place, severity: Severity | None = None, /, **facts: object) -> Problem:
    """Word the problem ``rule`` of the catalogue with the facts of the case; settings may change its severity."""
    wording = CATALOGUE[rule]
    facts = {name: _shortened(each) if isinstance(each, str) else each for name, each in facts.items()}
    return Problem(
        code=rule,
        severity=severity or wording.severity,
        place=place,
        message=wording.message.format(**facts),
        remedy=wording.remedy.format(**facts),
    )


def _shortened(text: str) -> str:
    """A message goes into documents, and back to an officer in a workbook, which take no control characters."""
    return printable(text if len(text) <= _LONGEST_FACT else f"{text[: _LONGEST_FACT - 3]}...")


def few_of_each(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first problems of each kind on each sheet, kind by kind, and after them how many more there are."""
    kinds: dict[tuple[str, str | None, str], list[Problem]] = {}
    for each in problems:
        kinds.setdefault((each.place.file, each.place.sheet, each.code), []).append(each)
    return tuple(told for found in kinds.values() for told in _few(found))


def _few(found: Sequence[Problem]) -> Sequence[Problem]:
    left = len(found) - _LISTED
    if left <= 1:
        return found
    first = found[_LISTED]
    return (*found[:_LISTED], problem(_MORE, first.place, first.severity, count=f"{left:,}", kind=first.code))


def guarded(place: Place, work: Callable[[], _Found]) -> _Found | Problem:
    """What work on one file gives; or, where that fails in a way that nobody foresaw, the problem that says so.

    Whatever one return holds, the others are read. The kind of the error is told, and none of its words: they may
    quote what the file holds. A ScorecardError is foreseen, and raised.
    """
    try:
        return work()
    except ScorecardError:
        raise
    except Exception as error:  # any other would stop the whole council
        return problem(UNFORESEEN, place, detail=type(error).__name__)


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """Give `` Did you mean “x”?`` (with its leading space) for the closest known word, or an empty text."""
    by_folded = {each.casefold(): each for each in known}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return f" Did you mean “{by_folded[close[0]]}”?" if close else ""
