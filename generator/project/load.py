"""What the performance team keeps: settings, register and schemes, read once for every command."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from generator.cache.store import key_of
from generator.checks.readers_eye.spelling import WANTS
from generator.judging.scheme import Scheme
from generator.judging.scheme_file import read_scheme
from generator.model.colours import Brand
from generator.model.measure import Measure, Register
from generator.model.period import Period
from generator.model.problem import Place, Unusable, nearest, problem
from generator.project.folder import BUNDLED_TEMPLATES, Project
from generator.project.settings import Settings, read_settings
from generator.reading.read_form import Expected, unreadable
from generator.reading.register import read_register
from generator.reading.steady_file import NotOpenedError, read_steadily
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
        return Expected(self.register, period, self.statuses_of, key_of(self.edition, str(period)))


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
        brand=Brand(colour=settings.colour, logo=_logo(project, settings.logo, Place(file), hashes)),
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


def name_of(project: Project, path: Path) -> str:
    """Name a file as messages do; a bundled one as such, for where the package is installed is nobody's business."""
    if path.is_relative_to(BUNDLED_TEMPLATES) and not path.is_relative_to(project.root):
        return f"{_BUNDLED}{path.relative_to(BUNDLED_TEMPLATES).as_posix()}"
    return project.relative(path)


def path_of(project: Project, name: str) -> Path:
    """Give the file that a message, or a manifest, calls by a name: the way back from ``name_of``."""
    bundled = name.removeprefix(_BUNDLED)
    return project.root / name if bundled == name else BUNDLED_TEMPLATES / bundled


def bytes_of(path: Path, name: str, hashes: dict[str, str] | None = None) -> bytes:
    """Read a file of the project's own, and note its SHA-256 in ``hashes``. Raises Unusable.

    ``name`` is what messages call it.
    """
    try:
        data = read_steadily(path, name, _LARGEST)
    except NotOpenedError as fault:
        raise Unusable([fault.problem]) from None
    if hashes is not None:
        hashes[name] = sha256(data).hexdigest()
    return data


def text_of(path: Path, name: str, hashes: dict[str, str] | None = None) -> str:
    """Read a file as UTF-8, and note its SHA-256. Raises Unusable; ``name`` is what messages call it."""
    return decoded(bytes_of(path, name, hashes), name)


def decoded(data: bytes, name: str) -> str:
    """Give a file's text. Raises Unusable where it is not UTF-8; ``name`` is what messages call it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable([problem("FILE12", Place(name))]) from None


_ROOM_FOR_A_REGISTER = 25
"""It is the team's own file, and holds the measures of a council or of a nation: 10,000 rows are 200,000 cells."""
_BUNDLED = "bundled:templates/"

_LARGEST = 50_000_000
"""Bytes that a file of the project's own may have; a Word template with pictures has a few million."""

_LONGEST_NAME = 200
_PICTURES = {".svg": "svg+xml", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp"}
_LARGEST_LOGO = 300_000
_SIGNS = {"svg+xml": b"<svg", "png": b"\x89PNG", "jpeg": b"\xff\xd8", "gif": b"GIF8", "webp": b"WEBP"}


def _logo(project: Project, name: str, asked_at: Place, hashes: dict[str, str]) -> str:
    """Give a picture as a data address, so that the page needs no other file. Raises Unusable."""
    if not name:
        return ""
    path = project.root / name
    kind = _PICTURES.get(path.suffix.lower(), "")
    fault = _fault_of_path(project, path, kind)
    data = b"" if fault else bytes_of(path, project.relative(path), hashes)
    fault = fault or _fault_of_picture(data, kind, path.suffix)
    if fault:
        raise Unusable([problem("SET06", asked_at, found=name, fault=fault)])
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def _fault_of_path(project: Project, path: Path, kind: str) -> str:
    if not kind:
        return f"it is not one of: {', '.join(_PICTURES)}"
    inside = len(path.name) <= _LONGEST_NAME and path.resolve().is_relative_to(project.root.resolve())
    return "" if inside and path.is_file() else "there is no such file in the project folder"


def _fault_of_picture(data: bytes, kind: str, suffix: str) -> str:
    if len(data) > _LARGEST_LOGO:
        return f"it has {len(data) // 1000} kB, and every page carries it; {_LARGEST_LOGO // 1000} kB is the most"
    return "" if _SIGNS[kind] in data[:1000] else f"it is no picture of the kind that {suffix} says"


def _register(project: Project, settings: Settings, hashes: dict[str, str]) -> Register:
    file = project.relative(project.register)
    try:
        book = read_book(bytes_of(project.register, file, hashes), room=_ROOM_FOR_A_REGISTER)
    except Unreadable as error:
        raise Unusable([unreadable(file, error)]) from None
    return read_register(book, file, settings.directorates)


def _scheme(project: Project, name: str, asked_at: Place, hashes: dict[str, str]) -> Scheme:
    path = scheme_path(project, name)
    if len(name) > _LONGEST_NAME or not path.is_file():
        known = project.schemes()
        facts = {"found": name, "suggestion": nearest(name, known), "known": ", ".join(known)}
        raise Unusable([problem("SCH02", asked_at, **facts)])
    file = name_of(project, path)
    return read_scheme(text_of(path, file, hashes), file)


def scheme_path(project: Project, name: str) -> Path:
    """Give the file of a scheme, named or given by its path."""
    return project.root / name if name.endswith(".toml") else project.template(f"schemes/{name}.toml")
