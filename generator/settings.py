"""The settings of a project: scorecard.toml, checked; an unknown key is refused with the nearest known one."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, TypeVar

from generator.period import Period
from generator.problem import Place, Problem, Severity, Unusable, nearest, problem
from generator.report import ExceptionRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a performance team sets, one attribute a key of scorecard.toml."""

    council: str
    """The council's name, as the report prints it."""
    period: Period
    """The quarter that commands work on unless told otherwise."""
    directorates: tuple[str, ...]
    """The directorates, in the order of the report."""
    data_source: str
    """The system the figures come from, as the report names it."""
    scheme: str = "derby"
    """The status scheme: a name in templates/schemes/, or the path of a scheme file."""
    title: str = "Performance exceptions"
    """The report's title; the period is put after it."""
    exceptions: ExceptionRule = ExceptionRule.EITHER
    """Which status makes a measure an exception."""
    missing_returns: Severity = Severity.ERROR
    """Whether a return that was not received stops the report, or is only listed in it."""
    unexplained_queries: Severity = Severity.WARNING
    """Whether a figure that looks odd, and is not explained in the note to the team, stops the report."""
    send_to: str = ""
    """Where officers send their returns, as forms and reminders say it: an address or a folder."""
    days_to_return: int = 14
    """How many days after the quarter's end returns are due."""


class _Key(NamedTuple):
    """How a key is read: ``read`` gives the value or raises ValueError with the fault."""

    read: Callable[[object], object]
    example: str


def read_settings(text: str, file: str) -> Settings:
    """Read settings from TOML text. Raises Unusable with every fault; ``file`` names the text in messages."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Unusable([problem("SET04", Place(file), fault=f"{error}.")]) from None
    problems = [*_unknown(table, text, file), *_missing(table, file)]
    values: dict[str, Any] = {}
    for key in table.keys() & _KEYS.keys():
        try:
            values[key] = _KEYS[key].read(table[key])
        except ValueError as fault:
            problems.append(problem("SET03", _line(text, file, key), key=key, fault=fault, example=_KEYS[key].example))
    if problems:
        raise Unusable(sorted(problems, key=lambda each: (each.place.cell or "", each.message)))
    return Settings(**values)


def _unknown(table: Mapping[str, object], text: str, file: str) -> list[Problem]:
    return [
        problem("SET01", _line(text, file, key), found=key, suggestion=nearest(key, _KEYS), known=", ".join(_KEYS))
        for key in table
        if key not in _KEYS
    ]


def _missing(table: Mapping[str, object], file: str) -> list[Problem]:
    return [
        problem("SET02", Place(file), key=key, example=_KEYS[key].example)
        for key in ("council", "period", "directorates", "data_source")
        if key not in table
    ]


def _line(text: str, file: str, key: str) -> Place:
    """Where a key stands: TOML's reader does not say, so look for the first line that sets it."""
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"\s*[\[\"']*{re.escape(key)}\b", line):
            return Place(file, cell=f"line {number}")
    return Place(file)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("it must be a text in double quotes, and not empty.")
    if not value.isprintable():
        raise ValueError("it holds a character that cannot be printed, such as a line break.")
    return value.strip()


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("it must be a list of texts in square brackets, and not empty.")
    texts = tuple(_text(each) for each in value)
    if len({each.casefold() for each in texts}) < len(texts):
        raise ValueError("a name stands in the list twice.")
    return texts


_MOST_DAYS = 366


def _days(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST_DAYS:
        raise ValueError(f"it must be a whole number of days from 0 to {_MOST_DAYS}.")
    return value


_Word = TypeVar("_Word", ExceptionRule, Severity)


def _one_of(words: type[_Word]) -> Callable[[object], _Word]:
    def read(value: object) -> _Word:
        try:
            return words(_text(value).lower())
        except ValueError:
            raise ValueError(f"“{value}” is not one of: {', '.join(words)}.") from None

    return read


_KEYS = {
    "council": _Key(_text, 'council = "Derby City Council"'),
    "period": _Key(lambda value: Period.parse(_text(value)), 'period = "2018-19-Q2"'),
    "directorates": _Key(_texts, 'directorates = ["Corporate Resources", "People Services"]'),
    "data_source": _Key(_text, 'data_source = "DORIS"'),
    "scheme": _Key(_text, 'scheme = "derby"'),
    "title": _Key(_text, 'title = "Performance exceptions"'),
    "exceptions": _Key(_one_of(ExceptionRule), 'exceptions = "either"'),
    "missing_returns": _Key(_one_of(Severity), 'missing_returns = "error"'),
    "unexplained_queries": _Key(_one_of(Severity), 'unexplained_queries = "warning"'),
    "send_to": _Key(_text, 'send_to = "performance@example.gov.uk"'),
    "days_to_return": _Key(_days, "days_to_return = 14"),
}
assert set(_KEYS) == {field.name for field in fields(Settings)}  # noqa: S101, a slip here is ours, not a user's
