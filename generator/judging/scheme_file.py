"""A status scheme read from its TOML text, in the language of docs/schemes.md, with every fault told at its line."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from math import floor
from typing import Any

from generator.judging.conditions import COMPARISONS, TOLERANCE, Against, AgainstOthers, Bound, Condition, OneOf
from generator.judging.direction import Travel
from generator.judging.scheme import NO_DEAD_BAND, Comparator, DirectionRule, Scheme, Status
from generator.judging.scheme_soundness import faults_of_scheme
from generator.model.colours import LEAST_CONTRAST, contrast
from generator.model.figures import UNITS_OF_AMOUNTS, Amount, Level
from generator.model.measure import Kind
from generator.model.problem import Place, Problem, Unusable, problem
from generator.model.spellings import CURRENCIES, MAGNITUDES, Number, read_number
from generator.model.toml.keys import (
    MOST,
    FaultKind,
    Key,
    KeyFault,
    MoreFaults,
    NotTomlError,
    Table,
    Toml,
    read_keys,
    read_toml,
    told,
    type_of_path,
)
from generator.model.toml.values import NotOneOfError, colour, cut, one_of, one_text, texts, texts_or_none, yes_or_no

_NUMBER = r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?|[0-9]{1,15}(?:\.[0-9]{1,9})?"
_PERCENT = re.compile(rf"({_NUMBER})\s*(?:%|per ?cent)", re.IGNORECASE)
_UNITS = re.compile(rf"([{CURRENCIES}]?)\s*({_NUMBER})\s*([a-z ]*)", re.IGNORECASE)
_LOWER = re.compile(r"lower of (.+) and (.+)")
_BOUND = re.compile(r"(>=|<=|>|<)\s*(-?)\s*(.+)")
_AGAINST = re.compile(r"(at or )?(better|worse) than (benchmark (\S.*)|.+)")
_MOST_STATUSES = 30
SHAPES = ("square", "triangle up", "diamond", "triangle down", "circle", "star", "none")


def read_scheme(text: str, file: str) -> Scheme:
    """The scheme that a TOML text declares. Raises Unusable with every fault found, at places of ``file``."""
    try:
        toml = read_toml(text)
    except NotTomlError as error:
        raise Unusable([_fault(file, error.line, f"it cannot be read: {error}", "Correct that.")]) from None
    first, _ = read_keys(toml, _keys({}, (), ()))
    names = [row.get("name", "") for row in first["status"]]
    values, faults = read_keys(toml, _keys(first["amounts"], names, first.get("milestones", ())))
    faults = faults or [*_of_the_whole(toml, values)]
    if faults:
        raise Unusable(_worded(each, file) for each in told(faults))
    scheme = _scheme(values)
    unsound = faults_of_scheme(scheme)[:MOST]
    if unsound:
        raise Unusable(_fault(file, toml.line_of(("status", each.status)), each.fault, each.remedy) for each in unsound)
    return scheme


def read_amount(text: str) -> Amount | None:
    """The amount that ``5%``, ``3 points``, ``£0.1m`` or ``lower of 5% and £100,000`` says; None for other text."""
    lower = _LOWER.fullmatch(text.strip())
    if not lower:
        return _one_amount(text)
    amounts = [each for each in map(_one_amount, lower.groups()) if each]
    percents = [each.percent for each in amounts if each.percent is not None]
    units = [each for each in amounts if each.units is not None]
    return units[0]._replace(percent=percents[0]) if percents and units else None


def read_amount_in(unit: str, text: str) -> Amount | None:
    """An amount for one measure: also with the measure's own unit, as its figures are typed, or with its £ left out."""
    if found := read_amount(text):
        return found
    number = read_number(text, unit)
    if isinstance(number, Number):
        return Amount(units=Fraction(number.value), unit=unit) if number.value >= 0 else None
    return read_amount(f"{unit[0]}{text}") if unit.startswith(tuple(CURRENCIES)) else None


def _one_amount(text: str) -> Amount | None:
    percent, units = _PERCENT.fullmatch(text.strip()), _UNITS.fullmatch(text.strip())
    if percent:
        return Amount(percent=_number(percent[1]))
    if not units:
        return None
    (sign, digits, word), sizes = units.groups(), {"": 1, **MAGNITUDES}
    word = " ".join(word.split()).casefold()
    if sign:
        return Amount(units=_number(digits) * sizes[word], unit=sign) if word in sizes else None
    return Amount(units=_number(digits), unit=UNITS_OF_AMOUNTS[word]) if word in UNITS_OF_AMOUNTS else None


def _number(digits: str) -> Fraction:
    return Fraction(digits.replace(",", ""))


# How values are read


def _any_text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("it must be a text in double quotes.")  # noqa: TRY004, a fault of the text, not of the program
    return value


def _amount(value: object) -> Amount:
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _TOO_MUCH
    text = str(value) if is_number else one_text(value)
    found = read_amount(text)
    if not found:
        alike = "5%, 3 points, £100,000, or lower of 5% and £100,000"
        raise ValueError(f"“{cut(text)}” is not an amount. Those are written like this: {alike}.")
    return found


_TOO_MUCH = 10**15

_FROM_REGISTER = "register"
"""What a scheme says in place of a tolerance that each measure must have of its own."""


def _tolerance(value: object) -> Amount:
    return Amount() if value == _FROM_REGISTER else _amount(value)


def _each(value: object) -> list[str]:
    return [one_text(each) for each in (value if isinstance(value, list) else [value])]


def _bounds(of: str, amounts: Mapping[str, Amount]) -> Callable[[object], tuple[Condition, ...]]:
    return lambda value: tuple(_bound(of, each, amounts) for each in _each(value))


def _bound(of: str, text: str, amounts: Mapping[str, Amount]) -> Bound:
    match = _BOUND.fullmatch(text)
    name = match[3].strip() if match else ""
    amount = amounts.get(name) or read_amount(name)
    if match and amount:
        return Bound(of, match[1], -1 if match[2] else 1, amount, name if name in amounts else None)
    if match and re.fullmatch(r"[A-Za-z_]\w*", name):
        raise NotOneOfError(name, amounts, "under [amounts]")
    raise ValueError(f"“{cut(text)}” cannot be understood: it must be one of {' '.join(COMPARISONS)} and an amount.")


def _against(value: object) -> tuple[Condition, ...]:
    found: list[Condition] = []
    for text in _each(value):
        match = _AGAINST.fullmatch(text)
        if not match or (not match[4] and match[3] not in tuple(Level)):
            raise NotOneOfError(text, _PLACES, "where a result may stand", _PLACES_IN_WORDS)
        better, inclusive = match[2] == "better", bool(match[1])
        if match[4]:
            found.append(AgainstOthers(better, inclusive, " ".join(match[4].split())))
        else:
            found.append(Against(better, inclusive, Level(match[3])))
    return tuple(found)


_SIDES = ("better", "at or better", "worse", "at or worse")
_PLACES = tuple(f"{side} than {level}" for side in _SIDES for level in Level)
_PLACES_IN_WORDS = f"{', '.join(_SIDES)}; and then “than” with one of {', '.join(Level)}, or “benchmark” and its name"


def _words(of: str, known: Sequence[str], kind: str = "") -> Callable[[object], tuple[Condition, ...]]:
    folded = {each.casefold() for each in known}

    def read(value: object) -> tuple[Condition, ...]:
        words = texts(value)
        unknown = next((each for each in words if each.casefold() not in folded), None)
        if unknown is not None:
            raise NotOneOfError(unknown, known, f"a {kind or of}")
        return (OneOf(of, words),)

    return read


# What may stand in a scheme

_WHEN = '{ deviation = ">= -tolerance" }'
_DIRECTION = Table(
    {
        "against": Key(one_of(Comparator), '"last quarter"'),
        "dead_band": Key(_amount, '"0.5 points"'),
        "profiled": Key(one_of(("show", "omit")), '"omit"'),
    }
)


def _keys(amounts: Mapping[str, Amount], names: Sequence[str], milestones: Sequence[str]) -> Table:
    """The keys of a scheme whose conditions ask for these amounts, statuses and milestones.

    Those may stand below the conditions that ask for them: a scheme is read twice, first without knowing them.
    """
    status: dict[str, Key | Table] = {
        "name": Key(one_text, '"Green"', required=True),
        "meaning": Key(one_text, '"Met"', required=True),
        "when": Table(_conditions(amounts, names, milestones), several=True, or_one=True, example=_WHEN),
        "exception": Key(yes_or_no, "true"),
        "rated": Key(yes_or_no, "true"),
        "shape": Key(one_of(SHAPES), '"square"'),
        "fill": Key(colour, '"#AA1111"', required=True),
        "ink": Key(colour, '"#FFFFFF"', required=True),
    }
    return Table(
        {
            "name": Key(one_text, '"Derby 2018/19"', required=True),
            "source": Key(_any_text, '"The council\'s performance framework"'),
            "amounts": Table({TOLERANCE: Key(_tolerance, '"5%", or "register"')}, others=Key(_amount, '"5%"')),
            "milestones": Key(texts_or_none, '["Completed", "On track"]'),
            "direction": _DIRECTION,
            "status": Table(status, several=True),
            "unrated": Table({**status, "name": Key(one_text, '"N/A"')}),
        }
    )


def _conditions(
    amounts: Mapping[str, Amount], names: Sequence[str], milestones: Sequence[str]
) -> dict[str, Key | Table]:
    return {
        "deviation": Key(_bounds("deviation", amounts), '">= -tolerance"'),
        "change": Key(_bounds("change", amounts), '"> 5%"'),
        "result": Key(_against, '"at or better than floor"'),
        "milestone": Key(_words("milestone", milestones), '["Completed", "On track"]'),
        "direction": Key(_words("direction", tuple(Travel)), '["Improving"]'),
        "forecast": Key(_words("forecast", names), '["Green"]'),
        "before": Key(_words("before", names, "status"), '["Red"]'),
        "kind": Key(_words("kind", tuple(Kind)), '["number"]'),
    }


# What is made of it


def _scheme(values: Mapping[str, Any]) -> Scheme:
    direction = values["direction"]
    return Scheme(
        name=values["name"],
        source=values.get("source", ""),
        statuses=tuple(_status(row) for row in values["status"]),
        unrated=_status({"name": "N/A", "rated": False, **values["unrated"]}),
        milestones=values.get("milestones", ()),
        direction=DirectionRule(
            against=direction.get("against", Comparator.LAST_QUARTER),
            dead_band=direction.get("dead_band", NO_DEAD_BAND),
            omit_profiled=direction.get("profiled") == "omit",
        ),
    )


def _status(row: Mapping[str, Any]) -> Status:
    when = tuple(tuple(chain.from_iterable(group.values())) for group in row["when"])
    return Status(**{"shape": "none", **row, "when": when})


def _of_the_whole(toml: Toml, values: Mapping[str, Any]) -> Iterator[KeyFault]:
    if not values["status"]:
        yield toml.fault(FaultKind.MISSING, ("status",), right="[[status]], best first")
    if len(values["status"]) > _MOST_STATUSES:
        why = f"there are {len(values['status']):,} statuses, and {_MOST_STATUSES} are the most."
        yield toml.fault(FaultKind.WRONG, ("status",), why=why, right="[[status]], best first")
    for number, row in enumerate(values["status"]):
        if {} in row["when"]:
            here, right = ("status", number, "when"), f"when = {_WHEN}, or leave it out"
            yield toml.fault(FaultKind.WRONG, here, why="it is empty.", right=right)
        yield from _unreadable_word(toml, row, ("status", number))
    yield from _unreadable_word(toml, values["unrated"], ("unrated",))


def _unreadable_word(toml: Toml, row: Mapping[str, Any], path: type_of_path) -> Iterator[KeyFault]:
    """The colour of a word that cannot be read on its block, by WCAG 2.2, 1.4.3; black or white always can."""
    fill, ink = row["fill"].removeprefix("#"), row["ink"].removeprefix("#")
    found = contrast(fill, ink)
    if found < LEAST_CONTRAST:
        right = next(each for each in _PLAIN_INKS if contrast(fill, each) >= LEAST_CONTRAST)
        told = f"its contrast is {floor(found * 100) / 100:.2f} to 1, and 4.5 to 1 is the least"
        why = f"the word could not be read on its fill {row['fill']}: {told}."
        yield toml.fault(FaultKind.WRONG, (*path, "ink"), why=why, right=f'ink = "#{right}", or choose another fill')


_PLAIN_INKS = ("0B0C0C", "FFFFFF", "000000")


def _worded(fault: KeyFault | MoreFaults, file: str) -> Problem:
    if isinstance(fault, MoreFaults):
        words = f"from this line on, {fault.count:,} more keys are {fault.kind}."
        return _fault(file, fault.line, words, "Correct those that are named, then run the command again.")
    match fault.kind:
        case FaultKind.UNKNOWN:
            kind = "condition" if "when" in fault.path else "key"
            words = f"there is no {kind} “{fault.key}”.{fault.suggestion}"
            remedy = f"Correct or delete it. The {kind}s are: {', '.join(fault.known)}."
        case FaultKind.MISSING:
            words, remedy = f"{_whose(fault)} has no “{fault.key}”.", f"Add it: {fault.right}"
        case FaultKind.MISPLACED:
            words = f"“{fault.key}” stands under the heading [{fault.heading}], so it does not count."
            remedy = "Move its line above the first heading in square brackets."
        case FaultKind.WRONG:
            words, remedy = f"“{fault.key}” cannot be used: {fault.why}", f"Write it like this: {fault.right}"
    return _fault(file, fault.line, words, remedy)


def _whose(fault: KeyFault) -> str:
    match fault.path:
        case ("status", int(number), *_):
            return f"status {number + 1}"
        case (str(heading), _, *_):
            return f"[{heading}]"
    return "the scheme"


def _fault(file: str, line: int | None, fault: str, remedy: str) -> Problem:
    return problem("SCH01", Place.on_line(file, line), fault=fault, remedy=remedy)


KEYS = _keys({}, (), ()).every_key
"""Every key that a scheme may have, for the documentation to explain."""
