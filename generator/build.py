"""The pipeline: gather everything (read, judge, check, report), then write."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from generator.checks.completeness import check_due, check_received, check_repeats, check_sign_off
from generator.checks.figures import check_figures
from generator.checks.narrative import check_narratives
from generator.measure import Measure, Register, Return, type_of_figure
from generator.period import Period
from generator.problem import Place, Problem, Unusable, nearest, problem
from generator.project import BUNDLED_TEMPLATES, Project
from generator.report import Judged, Missing, Report, Why, by_code_and_alias, group_by_directorate, judge_return
from generator.scheme import Comparator, Scheme
from generator.scheme_file import read_scheme
from generator.settings import Settings, read_settings
from generator.workbook.read import Expected, Reading, by_measure, read_workbook, unreadable
from generator.workbook.register import read_register
from generator.workbook.xlsx import Unreadable, read_book

WORD_TEMPLATE = "report.docx"
QUARTERS_CHARTED = 8
"""How many quarters a trend is drawn through, this one included."""

HTML_TEMPLATE = "report.html.j2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What the performance team keeps: settings, register and schemes, and the quarter to work on."""

    project: Project
    settings: Settings
    period: Period
    register: Register
    schemes: Mapping[str, Scheme]

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

    def expected(self, period: Period) -> Expected:
        """What a quarter's returns are read against."""
        return Expected(self.register, period, self.statuses_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All that was read and found; the report leaves out what could not be kept."""

    readings: tuple[Reading, ...]
    judged: tuple[Judged, ...]
    report: Report

    @property
    def has_errors(self) -> bool:
        """Whether anything must be put right before the report may be published."""
        return any(each.is_error for each in self.report.problems)


def set_up(project: Project, period: Period | None = None) -> Setup:
    """Read settings, register and schemes. Raises Unusable with every fault of the first that has any."""
    file = project.relative(project.settings)
    settings = read_settings(_text(project.settings, file), file)
    register = _register(project, settings)
    asked = {measure.scheme: measure.place for measure in reversed(register.measures) if measure.scheme}
    schemes = {"": _scheme(project, settings.scheme, Place(file))}
    schemes.update({name: _scheme(project, name, asked[name]) for name in sorted(asked)})
    return Setup(
        project=project, settings=settings, period=period or settings.period, register=register, schemes=schemes
    )


def gather(setup: Setup, files: Sequence[Path] | None = None, *, draft: bool = False) -> Gathered:
    """Read, judge and check the quarter's returns (or only ``files``) and make the report of them."""
    given = None if files is None else dict.fromkeys(path.absolute() for path in files)
    paths = tuple(setup.project.returns(setup.period) if given is None else given)
    expected = setup.expected(setup.period)
    readings = tuple(_read(setup.project, paths, expected))
    context = () if files is None else tuple(_context(setup, readings, expected))
    judged = tuple(_judge(setup, (*readings, *context)))
    missing = tuple(_missing(setup, readings, judged)) if files is None else ()
    told = {each.file for each in readings}
    every = _check(setup, readings, judged, missing)
    problems = _in_order(each for each in every if files is None or each.place.file in told)
    report = Report(
        council=setup.settings.council,
        title=setup.settings.title,
        period=setup.period,
        draft=draft,
        data_source=setup.settings.data_source,
        scheme=setup.scheme,
        groups=group_by_directorate(judged, setup.settings.directorates),
        missing=missing,
        problems=problems,
    )
    return Gathered(readings=readings, judged=judged, report=report)


def render(project: Project, report: Report) -> dict[str, bytes]:
    """Render every document, by file name. Raises Unusable where a template has faults."""
    from generator.presentation import present
    from generator.render.data import measures_csv, report_json
    from generator.render.html import render_html
    from generator.render.word import render_word

    page = present(report)
    word, html = project.template(WORD_TEMPLATE), project.template(HTML_TEMPLATE)
    return {
        "exceptions.docx": render_word(_bytes(word, _name(project, word)), page, name=_name(project, word)),
        "exceptions.html": render_html(_text(html, _name(project, html)), page, name=_name(project, html)).encode(),
        "report.json": report_json(report),
        "measures.csv": measures_csv(report),
    }


def earlier_figures(setup: Setup) -> dict[str, dict[str, type_of_figure | None]]:
    """Give, by measure code, what earlier quarters' returns say: the figures a new form is pre-filled with."""
    figures: dict[str, dict[str, type_of_figure | None]] = {}
    for name, period in (("previous_actual", setup.period.previous), ("year_ago_actual", setup.period.year_ago)):
        for code, returned in returned_in(setup, period).items():
            figures.setdefault(code, {})[name] = returned.quarter.actual
    return figures


def returned_in(setup: Setup, period: Period) -> dict[str, Return]:
    """Give a quarter's returns by measure code; where a measure has several, none is guessed to be right."""
    readings = _read(setup.project, setup.project.returns(period), setup.expected(period))
    found = by_measure(each for each in readings if each.returned)
    return {code: each.returned for code, (each, *rivals) in found.items() if each.returned and not rivals}


def forms_there(setup: Setup) -> dict[str, str]:
    """Give the file of each measure that has a form in the quarter's folder already, filled in or not."""
    readings = _read(setup.project, setup.project.returns(setup.period), setup.expected(setup.period))
    return {each.measure.code: each.file for each in readings if each.measure and not each.stray}


def hashes(setup: Setup, gathered: Gathered) -> dict[str, str]:
    """Give the SHA-256 of every input that the report was made from, by its name in messages."""
    project = setup.project
    named = [project.template(name) for name in (WORD_TEMPLATE, HTML_TEMPLATE)]
    schemes = [_scheme_path(project, name or setup.settings.scheme) for name in setup.schemes]
    files = (project.settings, project.register, *schemes, *named)
    own = {_name(project, path): _sha256(path) for path in files}
    returns = {each.returned.source.file: each.returned.source.sha256 for each in gathered.judged}
    return {**own, **returns}


def _name(project: Project, path: Path) -> str:
    """A bundled template is named as such: where the package is installed is nobody's business."""
    if path.is_relative_to(BUNDLED_TEMPLATES) and not path.is_relative_to(project.root):
        return f"bundled:templates/{path.relative_to(BUNDLED_TEMPLATES).as_posix()}"
    return project.relative(path)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unusable([problem("FILE11", Place(name), detail=error.strerror or error)]) from None


def _text(path: Path, name: str) -> str:
    try:
        return _bytes(path, name).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable([problem("FILE12", Place(name))]) from None


def _register(project: Project, settings: Settings) -> Register:
    file = project.relative(project.register)
    try:
        book = read_book(_bytes(project.register, file))
    except Unreadable as error:
        raise Unusable([unreadable(file, error)]) from None
    return read_register(book, file, settings.directorates)


def _scheme(project: Project, name: str, asked_at: Place) -> Scheme:
    path = _scheme_path(project, name)
    if not path.is_file():
        known = project.schemes()
        facts = {"found": name, "suggestion": nearest(name, known), "known": ", ".join(known)}
        raise Unusable([problem("SCH02", asked_at, **facts)])
    file = _name(project, path)
    return read_scheme(_text(path, file), file)


def _scheme_path(project: Project, name: str) -> Path:
    return project.root / name if name.endswith(".toml") else project.template(f"schemes/{name}.toml")


def _read(project: Project, paths: Iterable[Path], expected: Expected) -> Iterator[Reading]:
    for path in paths:
        file = project.relative(path)
        try:
            yield from read_workbook(path.read_bytes(), file, expected)
        except FileNotFoundError:
            yield Reading(file, None, None, (problem("FILE13", Place(file)),))
        except OSError as error:
            fault = problem("FILE11", Place(file), detail=error.strerror or str(error))
            yield Reading(file, None, None, (fault,))


def _context(setup: Setup, readings: Sequence[Reading], expected: Expected) -> Iterator[Reading]:
    """Give the quarter's other returns where some of these share commentary with them."""
    if any(each.returned and each.returned.same_as for each in readings):
        measures = {each.measure.code for each in readings if each.measure}
        for reading in _read(setup.project, setup.project.returns(setup.period), expected):
            if reading.measure and reading.measure.code not in measures:
                yield reading


def _judge(setup: Setup, readings: Sequence[Reading]) -> Iterator[Judged]:
    """Judge in the register's order; where a measure has several returns, none of them is guessed to be right."""
    found = by_measure(readings)
    history = _history(setup)
    for measure in setup.register.measures:
        rivals = found.get(measure.code, [])
        if len(rivals) == 1 and rivals[0].returned:
            yield judge_return(
                measure,
                rivals[0].returned,
                scheme=setup.scheme_of(measure),
                rule=setup.settings.exceptions,
                history=history.get(measure.code, ()),
            )


def _history(setup: Setup) -> dict[str, list[tuple[Period, Decimal]]]:
    """Give earlier quarters' results by measure, oldest first, where a scheme follows the trend of them."""
    results: dict[str, list[tuple[Period, Decimal]]] = {}
    if all(scheme.direction.against is not Comparator.TREND for scheme in setup.schemes.values()):
        return results
    periods = [setup.period.previous]
    while len(periods) < QUARTERS_CHARTED - 1:
        periods.append(periods[-1].previous)
    for period in reversed(periods):
        for code, returned in returned_in(setup, period).items():
            if isinstance(returned.quarter.actual, Decimal):
                results.setdefault(code, []).append((period, returned.quarter.actual))
    return results


def _missing(setup: Setup, readings: Sequence[Reading], judged: Sequence[Judged]) -> Iterator[Missing]:
    kept = {each.measure.code for each in judged}
    refused = {each.measure.code: each.file for each in reversed(readings) if each.measure and not each.blank}
    for measure in setup.register.measures:
        if measure.code in kept:
            continue
        if measure.code in refused:
            yield Missing(measure, Why.REFUSED, refused[measure.code])
        else:
            due = setup.period.quarter in measure.due
            yield Missing(measure, Why.NOT_RECEIVED if due else Why.NOT_DUE)


def _check(
    setup: Setup, readings: Sequence[Reading], judged: Sequence[Judged], missing: Sequence[Missing]
) -> Iterator[Problem]:
    for reading in readings:
        yield from reading.problems
    yield from check_repeats(readings)
    by_code = by_code_and_alias(judged)
    for each in judged:
        yield from check_figures(each)
        yield from check_narratives(each, by_code)
        yield from check_sign_off(each.returned)
        yield from check_due(each)
    folder = setup.project.relative(setup.project.returns_folder(setup.period))
    yield from check_received(missing, folder, setup.settings.missing_returns)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda each: (each.place.file, each.place.sheet or "", _row(each), each.code)))


def _row(each: Problem) -> tuple[int, str]:
    cell = each.place.cell or ""
    return int("".join(character for character in cell if character.isdigit()) or 0), cell
