"""The settings of a project, scorecard.toml: what each key may be. Whatever is wrong is told at its line."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from generator.judging.outcome import ExceptionRule
from generator.model.colours import NO_BRAND, is_readable
from generator.model.messages.wording import Severity
from generator.model.period import Period, month_number, period_like
from generator.model.problem import RULED, Place, Problem, Unusable, problem
from generator.model.shape import DEFAULT_SHAPE, Listing, Shape
from generator.model.toml.keys import (
    FaultKind,
    Key,
    KeyFault,
    MoreFaults,
    NotTomlError,
    Table,
    Toml,
    TooLargeError,
    read_keys,
    read_toml,
    told,
)
from generator.model.toml.values import (
    NotOneOfError,
    colour,
    days,
    no_longer_than,
    one_of,
    one_text,
    some_of,
    texts,
    whole_number,
    yes_or_no,
)
from generator.project.declared_reports import DeclaredReport
from generator.project.house_style import NO_HOUSE_STYLE, OFF, HouseStyle, Ruling
from generator.project.report_options import COVERING_KEYS, NO_COVERING, Covering, Part
from generator.project.shape_settings import SHAPE_KEYS, shape_faults, status_faults, take_shape
from generator.project.word_layouts import Layout, Pack


class Nation(StrEnum):
    """Whose bank holidays count; each of these has days of its own."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a performance team sets, one attribute a key of scorecard.toml."""

    council: str
    """The council's name, as the report prints it."""
    period: Period
    """What commands work on unless told otherwise; its year starts in the month of ``year_starts``."""
    data_source: str
    """The system the figures come from, as the report names it."""
    shape: Shape = DEFAULT_SHAPE
    """What the report groups by, asks, lists, forecasts and prints."""
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
    stated_over_figures: Severity = Severity.ERROR
    """Whether a status that is stated though the figures give one stops the report, or is printed beside theirs."""
    send_to: str = ""
    """Where officers send their returns, as forms and reminders say it: an address or a folder."""
    results: int = 8
    """How many results of a measure stand side by side."""
    forecast_record: bool = False
    """Whether reports say how far past forecasts were from what came."""
    days_to_return: int = 14
    """How many days after the quarter's end returns are due."""
    working_days_to_return: int | None = None
    """The same in working days; it counts before ``days_to_return``."""
    working_days_before_meeting: int | None = None
    """How many working days before the meeting they are due instead; it counts before both."""
    nation: Nation | None = None
    """Whose bank holidays are no working days."""
    bank_holidays: tuple[date, ...] = ()
    """Further days that are none."""
    layouts: tuple[Layout, ...] = (Layout.TABLE, Layout.SECTIONS)
    """How the Word report is laid out; the first is exceptions.docx."""
    packs: tuple[Pack, ...] = (Pack.GROUPS, Pack.SUMMARY)
    """Which further Word files are made of the same report."""
    leave_out: tuple[Part, ...] = ()
    """The parts that are not to be printed."""
    colour: str = NO_BRAND.colour
    """The colour of headings and links on the web page, as ``RRGGBB``."""
    logo: str = ""
    """The council's logo for the web page: the path of a picture in the project."""
    covering: Covering = NO_COVERING
    """What is said of the meeting: the tables ``[committee]`` and ``[glossary]``."""
    reports: tuple[DeclaredReport, ...] = ()
    """Further reports of the same returns: the tables ``[[report]]``."""
    house_style: HouseStyle = NO_HOUSE_STYLE
    """What commentary is read for: the tables ``[house_style]`` and ``[[rules]]``."""

    @property
    def print_all(self) -> bool:
        """Whether any of its reports prints what was written of measures that are no exceptions."""
        listings = (self.shape.listing, *(each.listing for each in self.reports))
        return self.shape.page_lists_all or any(each not in {None, Listing.EXCEPTIONS} for each in listings)


_LONGEST_NAME, _LONGEST_TITLE = 80, 200
_DIRECTORATES = "directorates"


def _period(value: object) -> Period:
    return Period.parse(one_text(value))


def _month(value: object) -> int:
    return month_number(one_text(value))


def _in_its_year(toml: Toml, values: dict[str, Any]) -> Iterator[KeyFault]:
    """Put the period into a year of the month that years start in; where its code is of other years, that is told."""
    starts = values.pop("year_starts", None)
    if starts is None or "period" not in values:
        return
    try:
        values["period"] = values["period"].in_years_from(starts)
    except ValueError as fault:
        yield toml.fault(FaultKind.WRONG, ("period",), why=fault, right=f'period = "{period_like(starts)}"')


def _rule(value: object) -> str:
    code = one_text(value).upper()
    if code not in RULED:
        raise NotOneOfError(code, RULED, "a rule that may be changed")
    return code


def _severity(value: object) -> Severity | None:
    found = one_of((OFF, *Severity))(value)
    return None if found == OFF else Severity(found)


def _readable_colour(value: object) -> str:
    digits = colour(value).removeprefix("#")
    if not is_readable(digits):
        raise ValueError("text in it could not be read on white: it must be darker (a contrast of 4.5 to 1).")
    return digits


def _packs(value: object) -> tuple[Pack, ...]:
    """Packs of the first level's groups may be called directorates."""
    names = some_of((*Pack, _DIRECTORATES))(value)
    return tuple(dict.fromkeys(Pack.GROUPS if name == _DIRECTORATES else Pack(name) for name in names))


def _layouts(value: object) -> tuple[Layout, ...]:
    found = some_of(Layout)(value)
    if not found:
        raise ValueError("it must name at least one layout.")
    return found


_COMMITTEE = Table(COVERING_KEYS)
_SELECTION = Table(others=Key(texts, '["Place"]'), example='{ Directorate = ["Place"] }')
_REPORT = Table(
    {
        "name": Key(no_longer_than(_LONGEST_NAME), '"Place Scrutiny"', required=True),
        **COVERING_KEYS,
        "only": _SELECTION,
        "except": _SELECTION,
        "listing": Key(one_of(Listing), '"all"'),
        "layouts": Key(_layouts, '["sections"]'),
        "leave_out": Key(some_of(Part), '["charts", "movement"]'),
    },
    several=True,
    example='{ name = "Place Scrutiny", only = { Directorate = ["Place"] } }',
)
_GLOSSARY = Table(others=Key(one_text, '"Full time equivalent"'))
_HOUSE_STYLE = Table(
    {
        "small_numbers": Key(whole_number(1000), "10"),
        "names": Key(texts, '["Hilltop Children\'s Home"]'),
        "spelling": Key(yes_or_no, "true"),
        "readability": Key(yes_or_no, "true"),
        "words": Key(texts, '["reablement"]'),
    }
)
_RULES = Table(
    {
        "rule": Key(_rule, '"TEXT09"', required=True),
        "severity": Key(_severity, '"off"', required=True),
        "reason": Key(one_text, '"Councillors know the letters that Ofsted uses."', required=True),
        "group": Key(one_text, '"People Services"'),
        "directorate": Key(one_text, '"People Services"'),
        "measure": Key(one_text, '"SS PM25"'),
    },
    several=True,
)
SETTINGS = Table(
    {
        "council": Key(no_longer_than(_LONGEST_TITLE), '"Derby City Council"', required=True),
        "period": Key(_period, '"2018-19-Q2"', required=True),
        "year_starts": Key(_month, '"April"'),
        "data_source": Key(one_text, '"DORIS"', required=True),
        "scheme": Key(one_text, '"derby"'),
        "title": Key(no_longer_than(_LONGEST_TITLE), '"Performance exceptions"'),
        "exceptions": Key(one_of(ExceptionRule), '"either"'),
        "missing_returns": Key(one_of(Severity), '"error"'),
        "unexplained_queries": Key(one_of(Severity), '"warning"'),
        "stated_over_figures": Key(one_of(Severity), '"error"'),
        "send_to": Key(one_text, '"performance@example.gov.uk"'),
        "results": Key(whole_number(60), "8"),
        "forecast_record": Key(yes_or_no, "true"),
        "days_to_return": Key(whole_number(366, of="days"), "14"),
        "working_days_to_return": Key(whole_number(250, of="days"), "10"),
        "working_days_before_meeting": Key(whole_number(250, of="days"), "20"),
        "nation": Key(one_of(Nation), '"Scotland"'),
        "bank_holidays": Key(days, "[2026-12-25, 2026-12-28]"),
        "layouts": Key(_layouts, '["table", "sections"]'),
        "packs": Key(_packs, '["groups", "summary"]'),
        "colour": Key(_readable_colour, '"#003078"'),
        "logo": Key(one_text, '"templates/logo.svg"'),
        "leave_out": Key(some_of(Part), '["glossary", "movement"]'),
        "charts": Key(yes_or_no, "false"),
        **SHAPE_KEYS,
        "committee": _COMMITTEE,
        "report": _REPORT,
        "glossary": _GLOSSARY,
        "house_style": _HOUSE_STYLE,
        "rules": _RULES,
    }
)
"""Every key that settings may have. One that needs another to be checked is checked after all are read."""


def read_settings(text: str, file: str) -> Settings:
    """The settings in a TOML text. Raises Unusable with every fault; ``file`` names the text in messages."""
    try:
        toml = read_toml(text)
    except NotTomlError as fault:
        code = "SET08" if isinstance(fault, TooLargeError) else "SET04"
        raise Unusable([problem(code, Place.on_line(file, fault.line), fault=fault)]) from None
    values, faults = read_keys(toml, SETTINGS)
    faults += _in_its_year(toml, values)
    shape = take_shape(toml, values)
    faults += [*shape_faults(toml, shape), *_not_groups(toml, values["rules"], shape.groups)]
    faults += _repeated_reports(toml, values["report"])
    if faults:
        raise Unusable(_worded(each, file) for each in told(faults))
    committee, glossary, style, rules, reports = (
        values.pop(name) for name in ("committee", "glossary", "house_style", "rules", "report")
    )
    never = () if values.pop("charts", True) else (Part.CHARTS,)
    for each in (values, *(each for each in reports if "leave_out" in each)):
        each["leave_out"] = (*each.get("leave_out", ()), *never)
    return Settings(
        **values,
        shape=shape,
        covering=Covering(**committee, glossary=MappingProxyType(glossary)),
        reports=tuple(_report(each, glossary) for each in reports),
        house_style=HouseStyle(**style, rules=tuple(map(_ruling, rules))),
    )


def _report(keys: dict[str, Any], glossary: Mapping[str, str]) -> DeclaredReport:
    """A further report: the keys of a meeting make its covering; all others are its own."""
    meeting = {key: keys.pop(key) for key in COVERING_KEYS if key in keys}
    covering = Covering(**meeting, glossary=MappingProxyType(glossary))
    return DeclaredReport(**{_EXCLUDED.get(key, key): value for key, value in keys.items()}, covering=covering)


_EXCLUDED = {"except": "excluded"}
"""A key of the settings that Python keeps for itself."""


def _repeated_reports(toml: Toml, reports: Sequence[Mapping[str, Any]]) -> Iterator[KeyFault]:
    """The names of reports that another has."""
    names = [each.get("name", str(number)).casefold() for number, each in enumerate(reports)]
    for number, name in enumerate(names):
        if name in names[:number]:
            here = ("report", number, "name")
            yield toml.fault(FaultKind.WRONG, here, why="another [[report]] has it too.", right='name = "Another"')


def check_statuses(text: str, file: str, shape: Shape, known: Collection[str]) -> None:
    """Raises Unusable where answers are needed for a status that none of the schemes in use has."""
    faults = tuple(status_faults(read_toml(text), shape, known))
    if faults:
        raise Unusable(_worded(each, file) for each in told(faults))


def _ruling(keys: dict[str, Any]) -> Ruling:
    """A ruling about a group may call it a directorate."""
    group = keys.pop("directorate", "")
    return Ruling(**{"group": group, **keys})


def _not_groups(toml: Toml, rulings: Sequence[Mapping[str, Any]], known: Sequence[str]) -> Iterator[KeyFault]:
    """The rulings about groups that the settings do not list."""
    named = [(number, key) for number, each in enumerate(rulings) for key in ("group", "directorate") if key in each]
    for number, key in named if known else ():
        if rulings[number][key] not in known:
            why, right = NotOneOfError(rulings[number][key], known), f'{key} = "{known[0]}"'
            yield toml.fault(FaultKind.WRONG, ("rules", number, key), why=why, right=right)


def _worded(fault: KeyFault | MoreFaults, file: str) -> Problem:
    place = Place.on_line(file, fault.line)
    if isinstance(fault, MoreFaults):
        return problem("SET09", place, count=f"{fault.count:,}", kind=fault.kind)
    match fault.kind:
        case FaultKind.UNKNOWN:
            known = ", ".join(fault.known)
            return problem("SET01", place, found=fault.key, suggestion=fault.suggestion, known=known)
        case FaultKind.MISSING:
            return problem("SET02", place, key=fault.key, example=fault.right)
        case FaultKind.MISPLACED:
            return problem("SET05", place, key=fault.key, table=fault.heading)
        case FaultKind.WRONG:
            return problem("SET03", place, key=fault.key, fault=fault.why, example=fault.right)
