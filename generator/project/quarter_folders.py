"""The returns of a quarter's folder: those of this quarter, and what earlier quarters' returns say."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from generator.cache.store import Kept
from generator.commentary.as_published import PublishedAnswers
from generator.forms.asked.fixed_questions import FIXED
from generator.history.commentary_csv import read_commentary, standing_answers
from generator.history.past import History
from generator.history.rows import HistoryRow, RowState, figure_in
from generator.judging.missing_figures import State
from generator.judging.status import printed
from generator.judging.suppressed import is_suppressed, without_figures
from generator.model.figures import type_of_figure
from generator.model.measure import Measure
from generator.model.officer_return import FilledForm, GroupReturn, Return, Source
from generator.model.period import Period
from generator.model.problem import Place, Problem, few_of_each, guarded
from generator.model.register import Register
from generator.project.folder import CONVERTED, REPORT, Project
from generator.project.load import Setup
from generator.project.team_files import TeamFile, hashes_of, table_of
from generator.reading.kept_returns import KeptReturns
from generator.reading.open_workbooks import Opening
from generator.reading.opened_workbook import Opened
from generator.reading.other_formats import Conversions, name_of_converted
from generator.reading.read_form import read_workbook
from generator.reading.readings import Expected, Reading, by_code
from generator.reading.refused_returns import unforeseen, within_bounds
from generator.reading.steady_file import NotOpenedError, read_steadily
from generator.xlsx import FILE_BYTES

QUARTERS_CHARTED = 8
"""How many quarters a trend is drawn through, this one included."""


def read_files(
    project: Project, paths: Iterable[Path], expected: Expected, opening: Opening | None = None
) -> Iterator[Reading]:
    """What workbooks hold, one or more readings each; a file that cannot be opened is a reading with a problem."""
    return _read(project, dict.fromkeys(paths, expected), opening or Opening())


def _read(project: Project, expected: Mapping[Path, Expected], opening: Opening) -> Iterator[Reading]:
    named = {path: project.relative(path) for path in expected}
    kept = {named[path]: KeptReturns(opening.kept, each) for path, each in expected.items()}
    known = opening.open_each(named, lambda file, sha256: kept[file].readings(file, sha256), project.converted)
    for file, found in known:
        if isinstance(found, NotOpenedError):
            yield Reading(file, None, None, (found.problem,))
        elif isinstance(found, Opened):
            yield from _understood(found, file, kept[file])
        else:
            yield from found


def _understood(opened: Opened, file: str, kept: KeptReturns) -> tuple[Reading, ...]:
    """Read an opened workbook and keep what was read; one that the program fails on is refused."""

    def read() -> tuple[Reading, ...]:
        readings = within_bounds(read_workbook(opened, file, kept.expected), opened)
        readings = tuple(replace(each, problems=few_of_each(each.problems)) for each in readings)
        kept.keep_readings(readings)
        return readings

    found = guarded(Place(file), read)
    return unforeseen(opened, found, kept.expected) if isinstance(found, Problem) else found


def converted_returns(project: Project, periods: Iterable[Period], kept: Kept) -> dict[str, bytes]:
    """The workbooks that were made of the returns of quarters that are in other formats, by their names in an archive.

    Those that cannot be made are left out.
    """
    returns: dict[str, bytes] = {}
    for path in (path for period in periods for path in project.returns(period)):
        with suppress(NotOpenedError):
            returns[project.relative(path)] = read_steadily(path, path.name, FILE_BYTES)
    made = Conversions(project.converted, kept).of(returns)
    return {project.relative(project.converted / name_of_converted(returns[name])): data for name, data in made}


def readings_of(setup: Setup, period: Period, opening: Opening | None = None) -> Iterator[Reading]:
    """What the workbooks in a quarter's folder hold."""
    return read_files(setup.project, setup.project.returns(period), setup.expected(period), opening)


class EarlierQuarter(NamedTuple):
    """What an earlier quarter left behind: its returns by measure code, and its report's data, if it was published.

    Returns ``about_groups`` and the report are by the codes of these; ``results``, what the history has of measures.
    ``own_periods`` are what figures are of: it was asked for by the frequency and the lag that the measure had then.
    ``suppressed`` are the measures whose figures its officers, or its report, withheld. Their returns have none here,
    except ``as_returned``, which are as they came. Of the last quarter, if it is closed, ``said`` and
    ``said_of_groups`` are its returns with the words that were published; of any other, its returns. The forms of
    measures in ``retargeted`` were issued with other targets than the register gives for that quarter.
    """

    returned: Mapping[str, Return]
    suppressed: frozenset[str]
    report: TeamFile | None
    about_groups: Mapping[str, GroupReturn]
    results: Mapping[str, type_of_figure | None]
    own_periods: Mapping[str, Period]
    said: Mapping[str, Return]
    said_of_groups: Mapping[str, GroupReturn]
    retargeted: frozenset[str]
    counted_otherwise: Mapping[str, tuple[str, str]]
    """The unit or the basis that forms had and the register does not give, by code: its heading there, and the word."""
    as_returned: Mapping[str, Return]

    @property
    def forms(self) -> dict[str, FilledForm]:
        """All its returns, whatever they are about."""
        return {**self.returned, **self.about_groups}

    @property
    def forms_as_said(self) -> dict[str, FilledForm]:
        """The same with the words that were published."""
        return {**self.said, **self.said_of_groups}


def returned_in_each(
    setup: Setup, periods: Iterable[Period], opening: Opening | None = None
) -> dict[Period, EarlierQuarter]:
    """What several earlier quarters left behind, their returns opened as one piece of work.

    Of several returns for one measure none is guessed to be right: it has none then.
    """
    expected = {period: setup.expected(period) for period in periods}
    paths = {path: period for period in expected for path in setup.project.returns(period)}
    read = _read(setup.project, {path: expected[period] for path, period in paths.items()}, opening or Opening())
    period_of = {setup.project.relative(path): period for path, period in paths.items()}
    found: dict[Period, list[Reading]] = {period: [] for period in expected}
    for each in read:
        if each.form:
            found[period_of[each.file]].append(each)
    return {period: _earlier(setup, period, readings) for period, readings in found.items()}


def _earlier(setup: Setup, period: Period, readings: Iterable[Reading]) -> EarlierQuarter:
    found, report = by_code(readings), published(setup.project, period, REPORT)
    rows = {each.code: row for each in setup.register.measures if (row := setup.history.latest(each, period))}
    suppressed = _withheld(setup, found, report.data if report else b"", rows)
    sound = {code: each.returned for code, (each, *rivals) in found.items() if each.returned and not rivals}
    returned = {
        code: without_figures(each) if code in suppressed else each
        for code, each in ((code, _as_published(setup, each, rows.get(code))) for code, each in sound.items())
    }
    own = {each.code: each.own_period(period) for each in setup.register.measures if each.code in suppressed}
    own |= {code: row.reported_for for code, row in rows.items()}
    own |= {code: each.own_period for code, each in returned.items()}
    results = {
        each.code: figure_in(row.actual, each, period)
        for each in setup.register.measures
        if (row := rows.get(each.code)) and row.actual  # a report in which it was not due takes no figure away
        if each.code not in suppressed and row.reported_for == own[each.code]
    }
    about_groups = {
        code: each.about_group for code, (each, *rivals) in found.items() if each.about_group and not rivals
    }
    said = _published_answers(setup, period) if period == setup.period.previous else None
    return EarlierQuarter(
        returned=returned,
        suppressed=suppressed,
        report=report,
        about_groups=about_groups,
        results=results,
        own_periods=own,
        said=said.of_measures(returned, results, own) if said else returned,
        said_of_groups=said.of_groups(about_groups, setup.topics) if said else about_groups,
        retargeted=frozenset(code for code, several in found.items() if any(map(_has_other_target, several))),
        counted_otherwise={code: told for code, each in found.items() if (told := _counted_in(each[0]))},
        as_returned=sound,
    )


def _withheld(
    setup: Setup, found: Mapping[str, Sequence[Reading]], report: bytes, rows: Mapping[str, HistoryRow]
) -> frozenset[str]:
    """The measures whose figures officers, the report or the history withheld."""
    printed = filter(None, map(setup.register.find, _suppressed_in(report)))
    returned = {
        code for code, each in found.items() if any(is_suppressed(one.returned) for one in each if one.returned)
    }
    recorded = {code for code, row in rows.items() if row.state is RowState.SUPPRESSED}
    return frozenset(returned | recorded | {each.code for each in printed})


def _published_answers(setup: Setup, period: Period) -> PublishedAnswers | None:
    """What commentary.csv has of a period that is closed, or was imported. Raises Unusable where it cannot be read."""
    table = table_of(setup.project, setup.project.commentary)
    answers = standing_answers(read_commentary(table.text, table.name, period.starts), period)
    if not answers and not setup.history.was_closed(period):
        return None
    source = Source(file=table.name, sha256=table.sha256)
    return PublishedAnswers(answers, period, source, setup.register, setup.settings.shape)


def _has_other_target(reading: Reading) -> bool:
    return any(each.code == "FORM09" for each in reading.problems)


def _counted_in(reading: Reading) -> tuple[str, str] | None:
    """The unit or the basis that a form says and the register does not; None where they say the same."""
    told = (dict(each.facts) for each in reading.problems if each.code in {"FORM09", "FORM32"})
    said = {each.get("label"): each.get("found", "") for each in told}
    return next(((name.capitalize(), said[label]) for name, label in _COUNTED.items() if label in said), None)


_COUNTED = {name: FIXED[name].label for name in ("unit", "basis")}


def _as_published(setup: Setup, returned: Return, row: HistoryRow | None) -> Return:
    """A return with the results that were published of it, which are rounded; it may have changed since.

    What one of a closed quarter revised is in the history, and may have been put back there.
    """
    measure, result = setup.register.find(returned.measure_code), returned.quarter.actual
    measure = measure.counted_as(returned.period) if measure else None
    if row and row.actual and (row.is_closed or row.reported_for == returned.own_period):
        result, own = figure_in(row.actual, measure, row.period) if measure else None, row.reported_for
        returned = replace(returned, reported_for=own if own != row.period else None)
    elif measure:
        result = printed(result, measure)
    revised = printed(returned.previous_revised, measure) if measure else returned.previous_revised
    revised = None if setup.history.is_closed(returned.period) else revised
    return replace(returned, quarter=replace(returned.quarter, actual=result), previous_revised=revised)


def _suppressed_in(report: bytes) -> tuple[str, ...]:
    """The codes of the measures whose figures a report.json marks as suppressed; a draft's count too."""
    try:
        measures = [each for group in json.loads(report)["directorates"] for each in group["measures"]]
        return tuple(str(each["code"]) for each in measures if _SUPPRESSED in each["quarter"]["markers"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()


_SUPPRESSED = State.SUPPRESSED.shorthand


def published(project: Project, period: Period, name: str) -> TeamFile | None:
    """A file of the report that was last published for a quarter; None where there is none that can be read."""
    return _there(project, project.output_folder(period) / name)


def last_note(project: Project, period: Period) -> TeamFile | None:
    """What the last build noted of the files that it was made from; None where there is nothing that can be read."""
    return _there(project, project.made_from(period))


def _there(project: Project, path: Path) -> TeamFile | None:
    with suppress(OSError):
        return TeamFile(project.relative(path), path.read_bytes())
    return None


def quarters_without_history(setup: Setup) -> tuple[Period, ...]:
    """The earlier quarters, of as many as have their results printed, that only their own returns tell of; last first.

    The history has nothing of them, and there is a folder with their returns.
    """
    back = (setup.period.later(-count) for count in range(1, setup.settings.results))
    recorded = setup.history.periods
    return tuple(each for each in back if each not in recorded and any(setup.project.returns(each)))


def quarters_looked_back(setup: Setup, readings: Iterable[Reading] = ()) -> tuple[Period, ...]:
    """The earlier quarters that a report needs, the last first: one, or more where a scheme follows trends.

    So are those of which there is no history. Where any of the ``readings`` has a figure of a year ago, that quarter
    says whether it was suppressed.
    """
    periods = [setup.period.previous]
    while setup.follows_trends and len(periods) < QUARTERS_CHARTED - 1:
        periods.append(periods[-1].previous)
    periods += quarters_without_history(setup)
    asked = any(each.returned and each.returned.year_ago_actual is not None for each in readings)
    of_year = setup.period.of_its_year()[: setup.period.number - 1] if setup.adds_up else ()
    open_ones = (each for each in reversed(of_year) if not setup.history.is_closed(each))
    return tuple(dict.fromkeys((*periods, *((setup.period.year_ago,) if asked else ()), *open_ones)))


type_of_results = dict[str, dict[Period, type_of_figure | None]]
"""Results by measure code and the periods that they are of; None where they are withheld."""


def results_in(quarters: Mapping[Period, EarlierQuarter], register: Register) -> type_of_results:
    """What earlier quarters have of results, as later returns revise them, in the units that the register has now."""
    found: type_of_results = {}
    for period, quarter in sorted(quarters.items()):
        for code, result in quarter.results.items():
            found.setdefault(code, {})[quarter.own_periods[code]] = result
        for code, each in quarter.returned.items():
            measure = register.find(code)
            for of, told in ((each.own_period, each.quarter.actual), (each.last_period, each.previous_revised)):
                figure = measure.as_now(told, period) if measure else told
                if figure is not None:
                    found.setdefault(code, {})[of] = figure
    for quarter in quarters.values():
        for code in quarter.suppressed:
            found.setdefault(code, {})[quarter.own_periods[code]] = None
    return found


def history_in(results: type_of_results) -> dict[str, tuple[tuple[Period, Decimal], ...]]:
    """Those of earlier quarters that are numbers, oldest first."""
    return {
        code: tuple((period, each) for period, each in sorted(of.items()) if isinstance(each, Decimal))
        for code, of in results.items()
    }


def known_results(history: History, measure: Measure, results: type_of_results) -> dict[Period, type_of_figure]:
    """A measure's results by the periods that they are of, by the history and ``results`` of earlier quarters."""
    recorded = {period: figure_in(row.actual, measure, row.period) for period, row in history.results(measure).items()}
    every = {**recorded, **results.get(measure.code, {})}
    return {period: each for period, each in every.items() if each is not None}


type_of_earlier = Mapping[Period, EarlierQuarter]
"""What earlier quarters left behind."""


def sources_of(setup: Setup, readings: Sequence[Reading], earlier: type_of_earlier) -> dict[str, str]:
    """The SHA-256 of all that is read for a report, templates aside, by its name in messages."""
    quarters = earlier.values()
    read = [each for quarter in quarters for each in (*quarter.returned.values(), *quarter.about_groups.values())]
    read += [each.form for each in readings if each.form]
    converted = {f"{CONVERTED.as_posix()}/{each.source.sha256}.xlsx": each.source.converted for each in read}
    without_history = quarters_without_history(setup)
    reports = (
        each.report
        for period, each in earlier.items()
        if each.report and (each.suppressed or period in without_history)
    )
    return {
        **setup.sources,
        **{each.source.file: each.source.sha256 for each in read},
        **{name: sha256 for name, sha256 in converted.items() if sha256},
        **hashes_of(reports),
        **{each.file: each.sha256 for each in readings if each.sha256},
    }
