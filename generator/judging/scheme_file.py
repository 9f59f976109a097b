"""Reading a status scheme from its TOML text, with every fault told at its line."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from generator.judging.conditions import COMPARISONS, Against, Bound, Condition, OneOf
from generator.judging.direction import Travel
from generator.judging.scheme import Comparator, DirectionRule, Scheme, Status
from generator.judging.scheme_soundness import faults_of
from generator.model.figures import Amount, Level
from generator.model.measure import Kind
from generator.model.problem import Place, Problem, Unusable, nearest, problem

_NUMBER = r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?|[0-9]{1,15}(?:\.[0-9]{1,9})?"
_PERCENT = re.compile(rf"({_NUMBER})\s*%")
_UNITS = re.compile(rf"£?({_NUMBER})(?:\s+(?:points?|units?|days?))?")
_LOWER = re.compile(r"lower of (.+) and (.+)")
_BOUND = re.compile(r"(>=|<=|>|<)\s*(-?)\s*(.+)")
_AGAINST = re.compile(r"(at or )?(better|worse) than (.+)")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
SHAPES = ("square", "triangle up", "diamond", "triangle down", "circle", "star", "none")

_TOP = ("name", "source", "amounts", "milestones", "direction", "status", "unrated")
_STATUS = ("name", "meaning", "when", "exception", "rated", "shape", "fill", "ink")
_WHEN = ("deviation", "change", "result", "milestone", "direction", "forecast", "kind")
_DIRECTION = ("against", "dead_band", "profiled")
KEYS = tuple(dict.fromkeys((*_TOP, *_STATUS, *_WHEN, *_DIRECTION)))
"""Every key that a scheme may have, for the documentation to explain."""

Table = Mapping[str, object]


def read_scheme(text: str, file: str) -> Scheme:
    """Read a scheme from its TOML text. Raises Unusable with every fault found; ``file`` names it in messages."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        place = Place(file, cell=f"line {line[1]}") if line else Place(file)
        raise Unusable([_fault(place, f"it cannot be read ({error}).", "Correct that line.")]) from None
    reader = _Reader(file, _Lines(text))
    scheme = reader.scheme(table)
    if reader.problems:
        raise Unusable(reader.problems)
    found = [_fault(reader.at("status", each.status), each.fault, each.remedy) for each in faults_of(scheme)]
    if found:
        raise Unusable(found)
    return scheme


def read_amount(text: str) -> Amount | None:
    """Read ``5%``, ``3 points``, ``£100,000`` or ``lower of 5% and £100,000``; None for anything else."""
    lower = _LOWER.fullmatch(text.strip())
    if lower:
        one, other = (read_amount(part) for part in lower.groups())
        both = one and other and (one.percent is None) != (other.percent is None)
        if not both or one is None or other is None:
            return None
        return Amount(*(one.percent, other.units) if one.percent is not None else (other.percent, one.units))
    percent, units = _PERCENT.fullmatch(text.strip()), _UNITS.fullmatch(text.strip())
    if percent:
        return Amount(percent=_number(percent[1]))
    return Amount(units=_number(units[1])) if units else None


def _number(digits: str) -> Fraction:
    return Fraction(digits.replace(",", ""))


def _fault(place: Place, fault: str, remedy: str) -> Problem:
    return problem("SCH01", place, fault=fault, remedy=remedy)


class _Lines:
    """Where the keys of a TOML text stand, by table, position among tables of that name, and key."""

    def __init__(self, text: str) -> None:
        self.found: dict[tuple[str, int, str], int] = {}
        table, counts = "", dict[str, int]()
        for number, line in enumerate(text.splitlines(), 1):
            header = re.match(r"\s*\[\[?\s*([\w-]+)\s*\]\]?", line)
            key = re.match(r"\s*([\w-]+)\s*=", line)
            if header:
                table = header[1]
                counts[table] = counts.get(table, -1) + 1
                self.found[table, counts[table], ""] = number
            elif key:
                self.found.setdefault((table, counts.get(table, 0), key[1]), number)

    def of(self, table: str, position: int, key: str) -> int | None:
        return self.found.get((table, position, key)) or self.found.get((table, position, ""))


class _Reader:
    """Reads a scheme's tables, noting every fault and going on with something harmless in its place."""

    def __init__(self, file: str, lines: _Lines) -> None:
        self.file, self.lines = file, lines
        self.problems: list[Problem] = []
        self.amounts: dict[str, Amount] = {}
        self.names: tuple[str, ...] = ()
        self.milestones: tuple[str, ...] = ()

    def at(self, table: str, position: int = 0, key: str = "") -> Place:
        """Where a key stands, or the table that should have it."""
        line = self.lines.of(table, position, key)
        return Place(self.file, cell=f"line {line}") if line else Place(self.file)

    def scheme(self, table: Table) -> Scheme:
        self._known(table, _TOP, "", 0)
        self._read_amounts(_table(table.get("amounts")))
        entries = table.get("status")
        rows = [_table(entry) for entry in entries] if isinstance(entries, list) else []
        self.names = tuple(str(row.get("name", "")) for row in rows)
        self.milestones = self._words(table.get("milestones", []), self.at("", 0, "milestones"))
        statuses = tuple(self._status(row, "status", position) for position, row in enumerate(rows))
        if not statuses:
            self._note(self.at(""), "it has no statuses.", "Add them, best first, each under [[status]].")
        unrated = self._status({"name": "N/A", "shape": "none", **_table(table.get("unrated"))}, "unrated", 0)
        return Scheme(
            name=self._text(table, "name", "", 0),
            source=str(table.get("source", "")),
            statuses=statuses,
            unrated=unrated,
            milestones=self.milestones,
            direction=self._direction(_table(table.get("direction"))),
        )

    def _read_amounts(self, table: Table) -> None:
        for name, value in table.items():
            amount = read_amount(str(value))
            if amount:
                self.amounts[name] = amount
            else:
                remedy = 'Write "5%", "3 points", "£100,000" or "lower of 5% and £100,000".'
                self._note(self.at("amounts", 0, name), f"the amount “{name}” is “{value}”.", remedy)

    def _direction(self, table: Table) -> DirectionRule:
        self._known(table, _DIRECTION, "direction", 0)
        against = self._one_of(table, "against", "direction", 0, tuple(Comparator), Comparator.LAST_QUARTER)
        profiled = self._one_of(table, "profiled", "direction", 0, ("show", "omit"), "show")
        band = read_amount(str(table.get("dead_band", "0")))
        if band is None:
            place = self.at("direction", 0, "dead_band")
            self._note(place, f"the dead band is “{table['dead_band']}”.", 'Write "1%", "0.5 points" or "0".')
        return DirectionRule(Comparator(against), band or Amount(units=Fraction(0)), omit_profiled=profiled == "omit")

    def _status(self, row: Table, table: str, position: int) -> Status:
        self._known(row, _STATUS, table, position)
        return Status(
            name=self._text(row, "name", table, position),
            meaning=self._text(row, "meaning", table, position),
            fill=self._colour(row, "fill", table, position),
            ink=self._colour(row, "ink", table, position),
            shape=self._one_of(row, "shape", table, position, SHAPES, "none"),
            exception=self._flag(row, "exception", table, position, default=False),
            rated=self._flag(row, "rated", table, position, default=table == "status"),
            when=tuple(self._when(row, table, position)),
        )

    def _when(self, row: Table, table: str, position: int) -> Iterator[tuple[Condition, ...]]:
        if "when" not in row:
            return
        when, place = row["when"], self.at(table, position, "when")
        for group in when if isinstance(when, list) else [when]:
            conditions = tuple(self._conditions(_table(group), place))
            if conditions:
                yield conditions
            else:
                self._note(place, "“when” is empty.", 'Write it like { deviation = ">= -tolerance" }, or leave it out.')

    def _conditions(self, group: Table, place: Place) -> Iterator[Condition]:
        for key, value in group.items():
            if key in {"deviation", "change"}:
                yield from self._bounds(key, value, place)
            elif key == "result":
                yield from self._against(value, place)
            elif key in _WHEN:
                yield OneOf(key, self._listed(key, value, place))
            else:
                hint = nearest(key, _WHEN)
                remedy = f"The conditions are: {', '.join(_WHEN)}."
                self._note(place, f"there is no condition “{key}”.{hint}", remedy)

    def _bounds(self, key: str, value: object, place: Place) -> Iterator[Bound]:
        for each in value if isinstance(value, list) else [value]:
            match = _BOUND.fullmatch(str(each).strip())
            name = match[3].strip() if match else ""
            amount = self.amounts.get(name) or read_amount(name)
            if match and amount:
                named = name if name in self.amounts else None
                yield Bound(key, match[1], -1 if match[2] else 1, amount, named)
            elif match and re.fullmatch(r"[A-Za-z_]\w*", name):
                fault = f"the amount “{name}” is not under [amounts].{nearest(name, self.amounts)}"
                self._note(place, fault, "Add or correct it.")
            else:
                remedy = f'Write it like {key} = ">= -5%", with one of {" ".join(COMPARISONS)} and an amount.'
                self._note(place, f"“{each}” cannot be understood.", remedy)

    def _against(self, value: object, place: Place) -> Iterator[Against]:
        for each in value if isinstance(value, list) else [value]:
            match = _AGAINST.fullmatch(str(each).strip())
            if match and match[3] in tuple(Level):
                yield Against(better=match[2] == "better", inclusive=bool(match[1]), level=Level(match[3]))
            else:
                remedy = f'Write it like "at or better than floor"; the levels are: {", ".join(Level)}.'
                self._note(place, f"“{each}” cannot be understood.{nearest(str(each), _LEVELS)}", remedy)

    def _listed(self, key: str, value: object, place: Place) -> tuple[str, ...]:
        words = self._words(value, place)
        every = {"direction": tuple(Travel), "forecast": self.names, "kind": tuple(Kind), "milestone": self.milestones}
        known = every.get(key)
        for word in words if known is not None else ():
            if word.casefold() not in {each.casefold() for each in known or ()}:
                hint = nearest(word, known or ())
                self._note(place, f"“{word}” is not a {key}.{hint}", f"Write one of: {', '.join(known or ())}.")
        return words

    def _words(self, value: object, place: Place) -> tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value):
            return tuple(value)
        self._note(place, "this must be a list of words.", 'Write it like ["Completed", "On track"].')
        return ()

    def _text(self, row: Table, key: str, table: str, position: int) -> str:
        value = row.get(key)
        if isinstance(value, str) and value.strip() and value.isprintable():
            return value
        whose = f"status {position + 1}" if table == "status" else table or "the scheme"
        self._note(self.at(table, position, key), f"{whose} has no “{key}”.", f'Add it: {key} = "..."')
        return "?"

    def _colour(self, row: Table, key: str, table: str, position: int) -> str:
        value = row.get(key)
        if isinstance(value, str) and _COLOUR.fullmatch(value):
            return value.upper()
        place = self.at(table, position, key)
        self._note(place, f"“{key}” is not a colour.", f'Write six hexadecimal digits: {key} = "#AA1111".')
        return "#FFFFFF"

    def _one_of(self, row: Table, key: str, table: str, position: int, known: Sequence[str], default: str) -> str:
        value = str(row.get(key, default))
        if value in known:
            return value
        place = self.at(table, position, key)
        self._note(place, f"“{key}” is “{value}”.{nearest(value, known)}", f"Write one of: {', '.join(known)}.")
        return default

    def _flag(self, row: Table, key: str, table: str, position: int, *, default: bool) -> bool:
        value = row.get(key, default)
        if not isinstance(value, bool):
            self._note(self.at(table, position, key), f"“{key}” is “{value}”.", f"Write {key} = true or {key} = false.")
        return value is True

    def _known(self, row: Table, known: Sequence[str], table: str, position: int) -> None:
        for key in row:
            if key not in known:
                place = self.at(table, position, key)
                self._note(place, f"“{key}” means nothing here.{nearest(key, known)}", "Correct or delete it.")

    def _note(self, place: Place, fault: str, remedy: str) -> None:
        self.problems.append(_fault(place, fault, remedy))


_LEVELS = tuple(
    f"{each} than {level}" for each in ("better", "at or better", "worse", "at or worse") for level in Level
)


def _table(value: object) -> Table:
    return value if isinstance(value, dict) else {}
