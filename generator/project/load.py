"""What the performance team keeps: settings, register and schemes, read once for every command."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

from generator.cache.store import key_of
from generator.forms.prefill import status_rule
from generator.judging.scheme import Scheme
from generator.judging.scheme_file import read_scheme
from generator.model.colours import Brand
from generator.model.measure import Measure, Register
from generator.model.period import Period
from generator.model.problem import Place, Unusable, nearest, problem
from generator.project.folder import Project
from generator.project.house_style import WANTS
from generator.project.logo import logo_of
from generator.project.settings import Settings, read_settings
from generator.project.team_files import LONGEST_NAME, bytes_of, name_of, text_of
from generator.reading.read_form import Expected
from generator.reading.register import read_register
from generator.reading.unreadable_files import unreadable
from generator.xlsx import Unreadable, read_book


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What the performance team keeps: settings, register and schemes, and the quarter to work on."""

    project: Project
    settings: Settings
    period: Period
    register: Register
    schemes: Mapping[str, Scheme]
    brand: Brand
    edition: bytes
    """Names settings, register and schemes as they are: others have another one."""
    hashes: dict[str, str]
    """The SHA-256 of what has been read of the team's own files so far, by the name of the file in messages."""

    @property
    def scheme(self) -> Scheme:
        """The default scheme."""
        return self.schemes[""]

    def scheme_of(self, measure: Measure) -> Scheme:
        """A measure's own scheme, else the default."""
        return self.schemes[measure.scheme]

    def statuses_of(self, measure: Measure) -> tuple[str, ...]:
        """The words of a measure's statuses, for its form's list."""
        return tuple(status.name for status in self.scheme_of(measure).all_statuses)

    @property
    def due_date(self) -> date:
        """The day by which the quarter's returns are to be back."""
        return self.period.last_day + timedelta(days=self.settings.days_to_return)

    def expected(self, period: Period) -> Expected:
        """What a quarter's returns are read against."""
        rules: dict[tuple[str, object], str] = {}

        def rule(measure: Measure) -> str:
            key = (measure.scheme, measure.tolerance)
            if key not in rules:
                rules[key] = status_rule(measure, self.scheme_of(measure))
            return rules[key]

        return Expected(self.register, period, self.statuses_of, key_of(self.edition, str(period)), rule)


def set_up(project: Project, period: Period | None = None) -> Setup:
    """Read settings, register and schemes. Raises Unusable with every fault of the first that has any."""
    file = project.relative(project.settings)
    hashes: dict[str, str] = {}
    settings = settings_of(project, hashes)
    _check_libraries(settings, Place(file))
    register = _register(project, settings, hashes)
    asked = {measure.scheme: measure.place for measure in reversed(register.measures) if measure.scheme}
    schemes = {"": _scheme(project, settings.scheme, Place(file), hashes)}
    schemes.update({name: _scheme(project, name, asked[name], hashes) for name in sorted(asked)})
    return Setup(
        project=project,
        settings=settings,
        period=period or settings.period,
        register=register,
        schemes=schemes,
        brand=Brand(colour=settings.colour, logo=logo_of(project, settings.logo, Place(file), hashes)),
        edition=key_of(*(f"{file} {sha256}" for file, sha256 in sorted(hashes.items()))),
        hashes=hashes,
    )


def settings_of(project: Project, hashes: dict[str, str] | None = None) -> Settings:
    """Read the settings alone. Raises Unusable with every fault."""
    file = project.relative(project.settings)
    return read_settings(text_of(project.settings, file, hashes), file)


def _check_libraries(settings: Settings, asked_at: Place) -> None:
    """Ask for the libraries that settings switch on. Raises Unusable."""
    wanted = {key: library for key, library in WANTS.items() if getattr(settings.house_style, key)}
    absent = [(key, library) for key, library in wanted.items() if find_spec(library) is None]
    if absent:
        raise Unusable(problem("SET07", asked_at, key=key, library=library) for key, library in absent)


_ROOM_FOR_A_REGISTER = 25
"""It is the team's own file, and holds the measures of a council or of a nation: 10,000 rows are 200,000 cells."""


def _register(project: Project, settings: Settings, hashes: dict[str, str]) -> Register:
    file = project.relative(project.register)
    try:
        book = read_book(bytes_of(project.register, file, hashes), room=_ROOM_FOR_A_REGISTER)
    except Unreadable as error:
        raise Unusable([unreadable(file, error)]) from None
    return read_register(book, file, settings.directorates)


def _scheme(project: Project, name: str, asked_at: Place, hashes: dict[str, str]) -> Scheme:
    path = scheme_path(project, name)
    if len(name) > LONGEST_NAME or not path.is_file():
        known = project.schemes()
        facts = {"found": name, "suggestion": nearest(name, known), "known": ", ".join(known)}
        raise Unusable([problem("SCH02", asked_at, **facts)])
    file = name_of(project, path)
    return read_scheme(text_of(path, file, hashes), file)


def scheme_path(project: Project, name: str) -> Path:
    """Give the file of a scheme, named or given by its path."""
    return project.root / name if name.endswith(".toml") else project.template(f"schemes/{name}.toml")
