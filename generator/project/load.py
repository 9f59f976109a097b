"""What the performance team keeps: settings, register and schemes, read once for every command."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.cache.keys import key_of
from generator.forms.asked.prefill import status_rule
from generator.history.follow_up.actions_csv import ActionRow, read_actions
from generator.history.follow_up.ledger import ActionLedger
from generator.history.past import History
from generator.judging.outcome import SEVERAL
from generator.judging.scheme import BY_JUDGEMENT, Comparator, Scheme
from generator.judging.scheme_file import read_scheme
from generator.model.action import Action, Subject
from generator.model.colours import Brand
from generator.model.measure import Measure, type_of_subject
from generator.model.period import Period
from generator.model.problem import Place, Unusable, nearest, problem
from generator.model.register import Register
from generator.model.shape import Topic, in_one_name
from generator.model.toml.values import cut
from generator.project.declared_reports import check_reports
from generator.project.folder import BUNDLED_TEMPLATES, Project
from generator.project.house_style import WANTS
from generator.project.logo import as_address, read_logo
from generator.project.settings import Settings, check_statuses, read_settings
from generator.project.team_files import (
    LONGEST_NAME,
    TeamFile,
    hashes_of,
    name_of,
    read_file,
    table_of,
    whole_history,
)
from generator.reading.readings import Expected
from generator.reading.register.fit_register import check_fitness
from generator.reading.register.read_register import read_register
from generator.reading.unreadable_files import unreadable
from generator.xlsx import Unreadable, read_book


class Setup(NamedTuple):
    """What the performance team keeps: settings, register and schemes, and the quarter to work on."""

    project: Project
    home: Project
    """Where reports are published: the project itself, unless it is one that was unpacked from an archive."""
    settings: Settings
    period: Period
    register: Register
    """The register as it stands in the period."""
    listed: Register
    """The register as it is written, whatever the period."""
    schemes: Mapping[str, Scheme]
    brand: Brand
    history: History
    """What is known of earlier periods without what the returns of this one revise."""
    recorded: History
    """All of history.csv."""
    ledger: ActionLedger
    """What is known of actions."""
    edition: bytes
    """Names settings, register and schemes as they are: others have another one."""
    sources: Mapping[str, str]
    """The SHA-256 of the team's files that were read, by what messages call them."""

    @property
    def is_as_closed(self) -> bool:
        """Whether it is what was kept when its period was closed."""
        return self.home != self.project

    @property
    def scheme(self) -> Scheme:
        """The default scheme."""
        return self.schemes[""]

    def scheme_of(self, measure: Measure) -> Scheme:
        """A measure's own scheme, else the default."""
        return self.schemes[measure.scheme]

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the first level, in the report's order."""
        listed = self.settings.shape.groups
        return listed or tuple(dict.fromkeys(each.group for each in self.register.measures))

    @property
    def follows_trends(self) -> bool:
        """Whether a scheme tells direction by the trend of several quarters."""
        return any(scheme.direction.against is Comparator.TREND for scheme in self.schemes.values())

    @property
    def adds_up(self) -> bool:
        """Whether the year's end comes of all of its results, for any measure."""
        return any(each.is_at_year_end and each.so_far in SEVERAL for each in self.register.measures)

    def statuses_of(self, measure: Measure) -> tuple[str, ...]:
        """The names of a measure's statuses, for the list in its form."""
        return tuple(status.name for status in self.scheme_of(measure).all_statuses)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What there are forms about besides measures: groups, and the whole report."""
        return self._topics(self.register, self.period)

    def _topics(self, register: Register, period: Period) -> tuple[Topic, ...]:
        """Those of which anything is asked, or that have an action to report on."""
        shape, asked = self.settings.shape, self.ledger.open_before(period)
        every = shape.every_topic(each.groups for each in register.measures if each.is_there(period))
        return tuple(each for each in every if shape.asked_at(each.level) or subject_of(each) in asked)

    @property
    def open_actions(self) -> Mapping[Subject, Sequence[Action]]:
        """The actions that are open before the period's report, by what they are to be asked in a form about."""
        return self.ledger.open_before(self.period)

    @property
    def subjects(self) -> frozenset[Subject]:
        """The measures and groups that there are, and that forms are made about once these are due."""
        measures = (each for each in self.register.measures if each.is_there(self.period))
        return frozenset((*map(subject_of, measures), *map(subject_of, self.topics)))

    def actions_of(self, about: type_of_subject, period: Period) -> tuple[Action, ...] | None:
        """The open actions that the form about a measure or a group asks for; None where it asks for none at all."""
        found = self.ledger.open_before(period).get(subject_of(about), ())
        return found if found or self.register.has_actions else None

    def expected(self, period: Period) -> Expected:
        """What a quarter's returns are read against."""
        rules: dict[tuple[object, ...], str] = {}

        def rule(measure: Measure) -> str:
            key = (measure.scheme, measure.tolerance, measure.unit_of_gap, measure.asks_for_year_end)
            if key not in rules:
                rules[key] = status_rule(measure, self.scheme_of(measure))
            return rules[key]

        register, edition = self.listed.at(period), key_of(self.edition, str(period))
        topics = self._topics(register, period)
        return Expected(register, period, self.statuses_of, edition, rule, self.settings.shape, topics)


def subject_of(about: type_of_subject) -> Subject:
    """What an action for a measure or a group is for."""
    return Subject(about=in_one_name(about.groups)) if isinstance(about, Topic) else Subject(about.code)


def _ledger(table: TeamFile, register: Register, starts: int) -> ActionLedger:
    groups = register.groups_once_named
    rows = tuple(_as_called_now(each, register, groups) for each in read_actions(table.text, table.name, starts))
    return ActionLedger(rows, register.promises, is_kept=register.has_actions or bool(rows))


def _as_called_now(row: ActionRow, register: Register, groups: Mapping[str, str]) -> ActionRow:
    """A row under the code that its measure has now, or the name that its group has now."""
    measure = register.find(row.subject.code) if row.subject.code else None
    about = row.subject.about
    return row._replace(
        subject=Subject(measure.code) if measure else Subject(row.subject.code, groups.get(about, about))
    )


def set_up(project: Project, period: Period | None = None) -> Setup:
    """Read settings, register and schemes. Raises Unusable with every fault of the first that has any."""
    kept = _read_settings(project)
    settings = read_settings(kept.text, kept.name)
    at = Place(kept.name)
    _check_libraries(settings, at)
    period = period or settings.period
    listed, kept_register = _register(project, settings)
    register = listed.at(period)
    declared = _declared(project, settings.scheme, register, at)
    schemes = {name: read_scheme(each.text, each.name) for name, each in declared.items()}
    schemes |= {name: replace(schemes[""], by_judgement=True) for name in _asked(register) if _is_judgement(name)}
    statuses = dict.fromkeys(status.name for scheme in schemes.values() for status in scheme.all_statuses)
    check_statuses(kept.text, kept.name, settings.shape, statuses)
    check_fitness(register, schemes)
    if strange := tuple(check_reports(settings.reports, register, at)):
        raise Unusable(strange)
    logo = read_logo(project, settings.logo, at) if settings.logo else None
    sources = hashes_of((kept, kept_register, *declared.values(), *((logo,) if logo else ())))
    table, promised = table_of(project, project.history), table_of(project, project.actions)
    added = [each for each in (table, promised) if each.data]
    recorded = whole_history(project, table, period.starts)
    return Setup(
        project=project,
        home=project,
        settings=settings,
        period=period,
        register=register,
        listed=listed,
        schemes=schemes,
        brand=Brand(colour=settings.colour, logo=as_address(logo) if logo else ""),
        history=recorded.without_returns_of(period),
        recorded=recorded,
        ledger=_ledger(promised, register, period.starts),
        edition=key_of(
            *(f"{name} {sha256}" for name, sha256 in sorted(sources.items())),
            *(each.sha256 for each in added if each is promised),
        ),
        sources=MappingProxyType({**sources, **hashes_of(added)}),
    )


def _declared(project: Project, default: str, register: Register, at: Place) -> dict[str, TeamFile]:
    """The file of the default scheme, named ``at`` a place of the settings, and those that measures name."""
    asked = {name: place for name, place in _asked(register).items() if not _is_judgement(name)}
    return {"": _scheme(project, default, at), **{name: _scheme(project, name, asked[name]) for name in sorted(asked)}}


def _asked(register: Register) -> dict[str, Place]:
    """The names under Scheme, each where it stands first."""
    return {each.scheme: register.place(each, "Scheme") for each in reversed(register.measures) if each.scheme}


def _is_judgement(name: str) -> bool:
    return name.casefold() == BY_JUDGEMENT


def settings_of(project: Project) -> Settings:
    """Read the settings alone. Raises Unusable with every fault."""
    kept = _read_settings(project)
    return read_settings(kept.text, kept.name)


def _read_settings(project: Project) -> TeamFile:
    return read_file(project.settings, project.relative(project.settings))


def _check_libraries(settings: Settings, asked_at: Place) -> None:
    """Raises Unusable where the settings switch on what needs a library that is not installed."""
    wanted = {key: library for key, library in WANTS.items() if getattr(settings.house_style, key)}
    absent = [(key, library) for key, library in wanted.items() if find_spec(library) is None]
    if absent:
        raise Unusable(problem("SET07", asked_at, key=key, library=library) for key, library in absent)


ROOM_FOR_A_REGISTER = 25
"""How many times as much as a return the register may hold: a nation's 10,000 rows are 200,000 cells."""


def _register(project: Project, settings: Settings) -> tuple[Register, TeamFile]:
    listed = read_file(project.register, project.relative(project.register))
    try:
        book = read_book(listed.data, room=ROOM_FOR_A_REGISTER)
    except Unreadable as error:
        raise Unusable([unreadable(listed.name, error)]) from None
    return read_register(book, listed.name, settings.shape, settings.period, columns_asked(settings)), listed


def columns_asked(settings: Settings) -> tuple[str, ...]:
    """The register's columns that reports print, or are chosen by."""
    printed = (each.column for each in settings.shape.printed)
    return (*printed, *(column for report in settings.reports for column in report.columns))


def _scheme(project: Project, name: str, asked_at: Place) -> TeamFile:
    path = scheme_path(project, name) if len(name) <= LONGEST_NAME else None
    if path is None or not path.is_file():
        known = (*project.schemes(), BY_JUDGEMENT)
        facts = {"found": cut(name), "suggestion": nearest(name, known), "known": ", ".join(known)}
        raise Unusable([problem("SCH02", asked_at, **facts)])
    if not any(path.resolve().is_relative_to(folder.resolve()) for folder in (project.root, BUNDLED_TEMPLATES)):
        raise Unusable([problem("SCH03", asked_at, found=name)])
    return read_file(path, name_of(project, path))


def scheme_path(project: Project, name: str) -> Path:
    """The file of a scheme, which is given by its name or, from the project folder, by its path."""
    return project.root / name if name.endswith(".toml") else project.template(f"schemes/{name}.toml")
