"""Status schemes: what each status is called, means and looks like, and which figures earn it.

A scheme is declared in TOML (templates/schemes/); nothing in the program knows a colour's name.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import eq, ge, gt, le, lt

from generator.problem import Place, Problem, Unusable, nearest, problem

TOLERANCE = "tolerance"
"""The amount that a measure's own tolerance replaces."""

_COMPARISONS = {">=": ge, "<=": le, ">": gt, "<": lt, "=": eq}
_CONDITION = re.compile(r"(>=|<=|>|<|=)\s*(-?)\s*(?:(\d+(?:\.\d+)?)\s*%|([a-z][a-z_]*))")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_SHAPES = ("square", "triangle up", "diamond", "triangle down", "circle", "none")


@dataclass(frozen=True, slots=True)
class Condition:
    """A bound on the deviation: ``>= -tolerance`` or ``> 2%``."""

    comparison: str
    sign: int
    amount: Fraction | str

    def holds(self, deviation: Fraction, amounts: Mapping[str, Fraction]) -> bool:
        """Whether a deviation is within the bound, the scheme's named amounts being given."""
        amount = amounts[self.amount] if isinstance(self.amount, str) else self.amount
        return bool(_COMPARISONS[self.comparison](deviation, self.sign * amount))


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """One status: its word, what it means, how it looks; colours are ``#RRGGBB``."""

    name: str
    meaning: str
    fill: str
    ink: str
    shape: str
    exception: bool = False
    when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """Statuses, best first, and the one for what cannot be rated."""

    name: str
    statuses: tuple[Status, ...]
    unrated: Status
    amounts: tuple[tuple[str, Fraction], ...] = ()

    @property
    def all_statuses(self) -> tuple[Status, ...]:
        """Every status, best first, the unrated one last: the order of keys and counts."""
        return (*self.statuses, self.unrated)

    def status(self, name: str) -> Status | None:
        """Find a status by its name, whatever the case."""
        return next((each for each in self.all_statuses if each.name.casefold() == name.casefold()), None)

    def rate(self, deviation: Fraction, *, tolerance: Decimal | None = None) -> Status:
        """Give the first status whose condition holds; ``tolerance`` (percent) replaces the scheme's own."""
        return next(status for status, holds in self.trial(deviation, tolerance=tolerance) if holds)

    def trial(self, deviation: Fraction, *, tolerance: Decimal | None = None) -> Iterator[tuple[Status, bool]]:
        """Try the statuses in order, best first, and say of each whether it holds; the first that does is last."""
        amounts = dict(self.amounts)
        if tolerance is not None:
            amounts[TOLERANCE] = Fraction(tolerance)
        for status in self.statuses:
            holds = status.when is None or status.when.holds(deviation, amounts)
            yield status, holds
            if holds:
                return


def read_scheme(text: str, file: str) -> Scheme:
    """Read a scheme from its TOML text. Raises Unusable with every fault found; ``file`` names it in messages."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        fault = _fault(file, f"it cannot be read ({error}).", "Correct that line.")
        raise Unusable([fault]) from None
    reader = _Reader(file)
    scheme = reader.scheme(table)
    if reader.problems:
        raise Unusable(reader.problems)
    return scheme


def _fault(file: str, fault: str, remedy: str) -> Problem:
    return problem("SCH01", Place(file), fault=fault, remedy=remedy)


class _Reader:
    """Reads a scheme's tables, noting every fault and going on with something harmless in its place."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def scheme(self, table: Mapping[str, object]) -> Scheme:
        self._known(table, "the scheme", {"name", "source", "amounts", "status", "unrated"})
        amounts = self._amounts(_table(table.get("amounts")))
        entries = table.get("status")
        rows = [_table(entry) for entry in entries] if isinstance(entries, list) else []
        statuses = tuple(self._status(row, amounts) for row in rows)
        self._complete(statuses)
        unrated = self._status({"name": "N/A", **_table(table.get("unrated"))}, amounts)
        return Scheme(name=self._text(table, "name", "the scheme"), statuses=statuses, unrated=unrated, amounts=amounts)

    def _amounts(self, table: Mapping[str, object]) -> tuple[tuple[str, Fraction], ...]:
        amounts = []
        for name, value in table.items():
            match = _AMOUNT.fullmatch(str(value).strip())
            if match:
                amounts.append((name, Fraction(match[1])))
            else:
                self._note(f"the amount “{name}” is “{value}”.", 'Write a percentage, for example: "5%".')
        return tuple(amounts)

    def _status(self, row: Mapping[str, object], amounts: tuple[tuple[str, Fraction], ...]) -> Status:
        name = self._text(row, "name", "a status")
        where = f"the status “{name}”"
        self._known(row, where, {"name", "meaning", "when", "exception", "shape", "fill", "ink"})
        meaning = self._text(row, "meaning", where)
        for amount, value in amounts:
            meaning = meaning.replace("{" + amount + "}", f"{float(value):g}%")
        return Status(
            name=name,
            meaning=meaning,
            fill=self._colour(row, "fill", where),
            ink=self._colour(row, "ink", where),
            shape=self._choice(row, "shape", where),
            exception=row.get("exception") is True,
            when=self._condition(row, where, dict(amounts)),
        )

    def _condition(self, row: Mapping[str, object], where: str, amounts: Mapping[str, Fraction]) -> Condition | None:
        if "when" not in row:
            return None
        when = _table(row["when"])
        self._known(when, f"“when” of {where}", {"deviation"})
        match = _CONDITION.fullmatch(str(when.get("deviation", "")).strip())
        if not match:
            self._note(f"“when” of {where} cannot be understood.", 'Write it like { deviation = ">= -tolerance" }.')
            return None
        comparison, minus, number, amount = match.groups()
        if amount and amount not in amounts:
            hint = nearest(amount, amounts)
            self._note(
                f"{where} uses the amount “{amount}”, which is not under [amounts].{hint}",
                "Add or correct it.",
            )
            return None
        return Condition(comparison, -1 if minus else 1, amount or Fraction(number))

    def _complete(self, statuses: tuple[Status, ...]) -> None:
        open_ended = [each.when is None for each in statuses]
        if not statuses or not open_ended[-1] or any(open_ended[:-1]):
            self._note(
                "each status but the last needs “when”, and the last has none, so that every figure has a status.",
                "List the statuses best first, each with “when” except the last.",
            )
        names = [each.name.casefold() for each in statuses]
        if len(set(names)) < len(names):
            self._note("two statuses have the same name.", "Give each a name of its own.")

    def _text(self, row: Mapping[str, object], key: str, where: str) -> str:
        value = row.get(key)
        if isinstance(value, str) and value.strip():
            return value
        self._note(f"{where} has no “{key}”.", f'Add it, for example: {key} = "Green".')
        return "?"

    def _colour(self, row: Mapping[str, object], key: str, where: str) -> str:
        value = row.get(key)
        if isinstance(value, str) and _COLOUR.fullmatch(value):
            return value.upper()
        self._note(f"the “{key}” of {where} is not a colour.", f'Write six hexadecimal digits: {key} = "#AA1111".')
        return "#FFFFFF"

    def _choice(self, row: Mapping[str, object], key: str, where: str) -> str:
        value = str(row.get(key, "none"))
        if value not in _SHAPES:
            self._note(f"the “{key}” of {where} is “{value}”.", f"Choose one of: {', '.join(_SHAPES)}.")
        return value

    def _known(self, row: Mapping[str, object], where: str, known: set[str]) -> None:
        for key in row.keys() - known:
            self._note(
                f"{where} has “{key}”, which means nothing here.{nearest(key, known)}",
                "Correct or delete it.",
            )

    def _note(self, fault: str, remedy: str) -> None:
        self.problems.append(_fault(self.file, fault, remedy))


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
