"""The settings of a project: scorecard.toml, checked; an unknown key is refused with the nearest known one."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from generator.judging.outcome import ExceptionRule
from generator.model.colours import NO_BRAND, is_readable
from generator.model.period import Period
from generator.model.problem import READERS_RULES, Place, Problem, Unusable, nearest, problem
from generator.model.wording import Severity
from generator.project.house_style import NO_HOUSE_STYLE, OFF, HouseStyle, Ruling
from generator.project.report_options import NO_COVERING, Covering, Part
from generator.project.word_layouts import Layout, Pack


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
    layouts: tuple[Layout, ...] = (Layout.TABLE, Layout.SECTIONS)
    """How the Word report is laid out; the first is exceptions.docx."""
    packs: tuple[Pack, ...] = (Pack.DIRECTORATES, Pack.SUMMARY)
    """Which further Word files are made of the same report."""
    leave_out: tuple[Part, ...] = ()
    """The parts that are not to be printed."""
    colour: str = NO_BRAND.colour
    """The colour of headings and links on the web page, as ``RRGGBB``."""
    logo: str = ""
    """The council's logo for the web page: the path of a picture in the project."""
    covering: Covering = NO_COVERING
    """What is said of the meeting: the tables ``[committee]`` and ``[glossary]``."""
    house_style: HouseStyle = NO_HOUSE_STYLE
    """What commentary is read for: the tables ``[house_style]`` and ``[[rules]]``."""


class _Key(NamedTuple):
    """How a key is read: ``read`` gives the value or raises ValueError with the fault."""

    read: Callable[[object], object]
    example: str


def read_settings(text: str, file: str) -> Settings:
    """Read settings from TOML text. Raises Unusable with every fault; ``file`` names the text in messages."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unusable([problem("SET04", Place(file), fault=f"{error}.")]) from None
    problems = _missing(table, file)
    committee, glossary, style, rules = (table.pop(name, {}) for name in _TABLES)
    lines = _Lines(text, file)
    values = _read(table, _KEYS, lines, problems, (*_KEYS, *_TABLES))
    covering = _read(
        _as_table(committee, "committee", lines, problems), _COMMITTEE_KEYS, lines.of("committee"), problems
    )
    known = _as_table(glossary, "glossary", lines, problems)
    explained = {key: _Key(_text, f'{key} = "what it stands for"') for key in known}
    covering["glossary"] = MappingProxyType(_read(known, explained, lines.of("glossary"), problems))
    asked = _read(_as_table(style, "house_style", lines, problems), _STYLE_KEYS, lines.of("house_style"), problems)
    asked["rules"] = tuple(_rulings(rules, values.get("directorates", ()), lines, problems))
    if problems:
        raise Unusable(sorted(problems, key=lambda each: (each.place.row, each.message)))
    return Settings(**values, covering=Covering(**covering), house_style=HouseStyle(**asked))


def _rulings(
    rules: object, directorates: tuple[str, ...], lines: "_Lines", problems: list[Problem]
) -> Iterator[Ruling]:
    """Read the entries ``[[rules]]``, each of which changes one rule's severity."""
    if not isinstance(rules, list):
        if rules:
            _as_table(None, "rules", lines.of("rules"), problems, "[[rules]]")
        return
    for number, entry in enumerate(rules):
        before = len(problems)
        found = lines.of("rules", number)
        values = _read(_as_table(entry, "rules", found, problems, "[[rules]]"), _RULE_KEYS, found, problems)
        for key in ("rule", "severity", "reason"):
            if key not in values and len(problems) == before:
                problems.append(problem("SET02", found.place("rules"), key=key, example=_RULE_KEYS[key].example))
        directorate = values.get("directorate", "")
        if directorate and directorate not in directorates:
            fault = f"there is no directorate “{directorate}”.{nearest(directorate, directorates)}"
            example = f"one of: {', '.join(directorates)}"
            problems.append(
                problem("SET03", found.place("directorate"), key="directorate", fault=fault, example=example)
            )
        if len(problems) == before:
            yield Ruling(**values)


class _Lines:
    """Where keys stand: TOML's reader does not say, so the first line that sets a key is looked for."""

    def __init__(self, text: str, file: str, table: str = "", entry: int = 0) -> None:
        self.text, self.file, self.table, self.entry = text, file, table, entry

    def of(self, table: str, entry: int = 0) -> "_Lines":
        """Look in a table of its own, or in one of several entries of it."""
        return _Lines(self.text, self.file, table, entry)

    def place(self, key: str) -> Place:
        """Give the line of a key; the file alone where it is not found."""
        return Place(self.file, cell=next(self._lines(key), None))

    def _lines(self, key: str) -> Iterator[str]:
        table, entries = "", -1
        for number, line in enumerate(self.text.split("\n"), 1):
            heading = re.match(r"\s*\[\[?\s*[\"']?([\w-]+)", line)
            table = heading[1] if heading else table
            entries += bool(heading) and table == self.table
            if self.table and entries < self.entry:
                continue
            found = heading[1] == key if heading else re.match(rf"\s*[\"']*{re.escape(key)}\b", line)
            if found and (self.table in {table, ""}):
                yield f"line {number}"


def _read(
    table: Mapping[str, object],
    keys: Mapping[str, "_Key"],
    lines: _Lines,
    problems: list[Problem],
    known: Iterable[str] = (),
) -> dict[str, Any]:
    """Read the keys of a table, noting every fault."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key in _KEYS and keys is not _KEYS:
            problems.append(problem("SET05", lines.place(key), key=key, table=lines.table))
            continue
        if key not in keys:
            told = tuple(known) or tuple(keys)
            facts = {"found": key, "suggestion": nearest(key, told), "known": ", ".join(told)}
            problems.append(problem("SET01", lines.place(key), **facts))
            continue
        try:
            values[key] = keys[key].read(value)
        except ValueError as fault:
            problems.append(problem("SET03", lines.place(key), key=key, fault=fault, example=keys[key].example))
    return values


def _as_table(
    value: object, key: str, lines: _Lines, problems: list[Problem], example: str = ""
) -> Mapping[str, object]:
    if isinstance(value, Mapping):
        return value
    fault = "it must be a heading with keys under it."
    problems.append(problem("SET03", lines.place(key), key=key, fault=fault, example=example or f"[{key}]"))
    return {}


def _missing(table: Mapping[str, object], file: str) -> list[Problem]:
    return [
        problem("SET02", Place(file), key=key, example=_KEYS[key].example)
        for key in ("council", "period", "directorates", "data_source")
        if key not in table
    ]


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


_MOST_PEOPLE = 1000


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST_PEOPLE:
        raise ValueError(f"it must be a whole number from 0 to {_MOST_PEOPLE}.")
    return value


def _yes_or_no(value: object) -> bool:
    if value is True or value is False:
        return value
    raise ValueError("it must be true or false, without quotes.")


def _rule(value: object) -> str:
    code = _text(value).upper()
    if code not in READERS_RULES:
        raise ValueError(
            f"“{value}” is not a rule that may be changed.{nearest(code, READERS_RULES)}"
            f" Those are: {', '.join(READERS_RULES)}."
        )
    return code


def _severity(value: object) -> Severity | None:
    if _text(value).lower() == OFF:
        return None
    try:
        return Severity(_text(value).lower())
    except ValueError:
        raise ValueError(f"“{value}” is not one of: {OFF}, {', '.join(Severity)}.") from None


def _lines_of_text(value: object) -> tuple[str, ...]:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("it must be a text in double quotes, and not empty; three quotes for several lines.")
    return tuple(_text(line) for line in value.splitlines() if line.strip())


def _day(value: object) -> str:
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return _text(value)


_Word = TypeVar("_Word", bound=StrEnum)


def _words_of(words: type[_Word]) -> Callable[[object], tuple[_Word, ...]]:
    def read(value: object) -> tuple[_Word, ...]:
        return tuple(_one_of(words)(each) for each in (_texts(value) if value != [] else ()))

    return read


def _one_of(words: type[_Word]) -> Callable[[object], _Word]:
    def read(value: object) -> _Word:
        try:
            return words(_text(value).lower())
        except ValueError:
            raise ValueError(f"“{value}” is not one of: {', '.join(words)}.") from None

    return read


def _colour(value: object) -> str:
    found = re.fullmatch(r"#([0-9A-Fa-f]{6})", _text(value))
    if not found:
        raise ValueError("it must be a # and six digits from 0 to F.")
    if not is_readable(found[1]):
        raise ValueError("text in it could not be read on white: it must be darker (a contrast of 4.5 to 1).")
    return found[1].upper()


def _layouts(value: object) -> tuple[Layout, ...]:
    found = _words_of(Layout)(value)
    if not found:
        raise ValueError("it must name at least one layout.")
    return found


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
    "layouts": _Key(_layouts, 'layouts = ["table", "sections"]'),
    "packs": _Key(_words_of(Pack), 'packs = ["directorates", "summary"]'),
    "colour": _Key(_colour, 'colour = "#003078"'),
    "logo": _Key(_text, 'logo = "templates/logo.svg"'),
    "leave_out": _Key(_words_of(Part), 'leave_out = ["glossary", "movement"]'),
}
_COMMITTEE_KEYS = {
    "committee": _Key(_text, 'committee = "Executive Scrutiny Board"'),
    "meeting": _Key(_day, "meeting = 2018-12-04"),
    "item": _Key(_text, 'item = "7"'),
    "report_of": _Key(_text, 'report_of = "Director of Corporate Resources"'),
    "wards": _Key(_text, 'wards = "All"'),
    "contact": _Key(_text, 'contact = "Performance team, performance@example.gov.uk"'),
    "marking": _Key(_text, 'marking = "OFFICIAL"'),
    "not_for_publication": _Key(_text, 'not_for_publication = "paragraph 3 of Part 1 of Schedule 12A to the Act."'),
    "purpose": _Key(_lines_of_text, 'purpose = "To tell councillors which measures are off target."'),
    "recommendations": _Key(_texts, 'recommendations = ["That the committee notes the report."]'),
}
_STYLE_KEYS = {
    "small_numbers": _Key(_count, "small_numbers = 10"),
    "names": _Key(_texts, 'names = ["Hilltop Children\'s Home"]'),
    "spelling": _Key(_yes_or_no, "spelling = true"),
    "readability": _Key(_yes_or_no, "readability = true"),
    "words": _Key(_texts, 'words = ["reablement"]'),
}
_RULE_KEYS = {
    "rule": _Key(_rule, 'rule = "TEXT09"'),
    "severity": _Key(_severity, 'severity = "off"'),
    "reason": _Key(_text, 'reason = "Councillors know the letters that Ofsted uses."'),
    "directorate": _Key(_text, 'directorate = "People Services"'),
    "measure": _Key(_text, 'measure = "SS PM25"'),
}
_TABLES = ("committee", "glossary", "house_style", "rules")
assert {*_STYLE_KEYS, "rules"} == {each.name for each in fields(HouseStyle)}  # noqa: S101, the same
assert {*_RULE_KEYS} == {each.name for each in fields(Ruling)}  # noqa: S101, the same
assert {*_KEYS, "covering", "house_style"} == {each.name for each in fields(Settings)}  # noqa: S101, a slip here is ours, not a user's
assert {*_COMMITTEE_KEYS, "glossary"} == {each.name for each in fields(Covering)}  # noqa: S101, the same
