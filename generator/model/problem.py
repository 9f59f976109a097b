"""What a person has to put right: each problem is a value, made of a message of the catalogue and a place."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TypeVar

from generator.model.characters import printable
from generator.model.messages.catalogue import CATALOGUE
from generator.model.messages.on_commentary import READERS_CATALOGUE
from generator.model.messages.wording import Severity

_Found = TypeVar("_Found")

UNFORESEEN = "FILE30"
"""The rule for a file that the program was not ready for."""


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
    """One thing to put right: what is wrong, where, and how to mend it, by the catalogue's ``code``."""

    code: str
    severity: Severity
    place: Place
    facts: tuple[tuple[str, str], ...] = ()
    """The facts of the case by their names in the wording; they may quote a return."""

    @property
    def message(self) -> str:
        """What is wrong."""
        return CATALOGUE[self.code].message.format(**dict(self.facts))

    @property
    def remedy(self) -> str:
        """How to put it right."""
        return CATALOGUE[self.code].remedy.format(**dict(self.facts))

    @property
    def is_error(self) -> bool:
        """Whether it stops the report from being published."""
        return self.severity is Severity.ERROR

    def without_cells(self) -> "Problem":
        """The same with questions named by their numbers alone, for a form whose rows may be others."""
        facts = tuple((name, _QUESTION_AT_CELL.sub(r"\1", fact)) for name, fact in self.facts)
        return replace(self, facts=facts)

    def without_quotations(self, place: Place) -> "Problem":
        """The same at a ``place`` that may be named in public, with no fact that could quote a return.

        Nothing stands for a fact that is empty.
        """
        facts = tuple((name, fact if name in _NEVER_QUOTED or not fact else "…") for name, fact in self.facts)
        return replace(self, place=place, facts=facts)


_QUESTION_AT_CELL = re.compile(r"\A(question \S+) \(cell [A-Z]+[0-9]+\)\Z")
"""A fact that names a question of a form and its cell; what quotes an officer's words about one is left as it is."""

_NEVER_QUOTED = frozenset({"label", "ref", "measure", "half", "period_word"})
"""Facts that come from the form's own questions, or from what the register says and the report prints."""


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


LISTED = 20
"""How many problems of one kind are told of one return: who has read so many knows what to put right."""

_MORE = "MORE01"

LONGEST_FACT = 500
"""Characters that a message takes over from a file or a list; a cell may hold 32,767."""

RULED = (*READERS_CATALOGUE, "NARR01", "NARR04", "NARR08", "NARR09")
"""The rules whose severity settings may change: a reader's eye's, and those on answers that are given or not."""


def problem(rule: str, place: Place, severity: Severity | None = None, /, **facts: object) -> Problem:
    """Word the problem ``rule`` of the catalogue with the facts of the case; settings may change its severity."""
    told = tuple((name, _shortened(str(fact))) for name, fact in facts.items())
    return Problem(code=rule, severity=severity or CATALOGUE[rule].severity, place=place, facts=told)


def _shortened(text: str) -> str:
    """A message goes into documents, and back to an officer in a workbook, which take no control characters."""
    return printable(text if len(text) <= LONGEST_FACT else f"{text[: LONGEST_FACT - 3]}...")


def few_of_each(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first problems of each kind on each sheet, kind by kind, and after them how many more there are."""
    kinds: dict[tuple[str, str | None, str], list[Problem]] = {}
    for each in problems:
        kinds.setdefault((each.place.file, each.place.sheet, each.code), []).append(each)
    return tuple(told for found in kinds.values() for told in few(found))


def few(found: Sequence[Problem]) -> Sequence[Problem]:
    """The first problems of one kind, and after them how many more there are."""
    left = len(found) - LISTED
    if left <= 1:
        return found
    first = found[LISTED]
    return (*found[:LISTED], problem(_MORE, first.place, first.severity, count=f"{left:,}", kind=first.code))


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


_ALIKE = 0.6


def nearest(word: str, known: Iterable[str], *, cutoff: float | None = None) -> str:
    """`` Did you mean “x”?``, with its leading space, for the known word nearest to ``word``; empty where none is near.

    A beginning is near, if only one of them begins so: “Y” is Yes.

    ``cutoff`` is how alike they must be, from 0 to 1, as difflib measures it; where it is given, no beginning is near.
    """
    by_folded = {each.casefold(): each for each in known}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=_ALIKE if cutoff is None else cutoff)
    begun = [each for each in by_folded if word and each.startswith(word.casefold())] if cutoff is None else []
    found = close or (begun if len(begun) == 1 else [])
    return f" Did you mean “{by_folded[found[0]]}”?" if found else ""
