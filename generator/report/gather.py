"""Everything a report needs, gathered: returns read, judged and checked, and the report made of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.cache.keys import key_of
from generator.checks.actions_told import check_somebody_is_asked
from generator.checks.approval import Approval, approvals
from generator.checks.back_on_target import check_back_on_target
from generator.checks.borrowed_targets import check_borrowed_targets
from generator.checks.commentary_given import check_narratives, check_unprinted
from generator.checks.counted_otherwise import check_counted_otherwise
from generator.checks.figures import check_figures, check_suppressed
from generator.checks.imported_otherwise import check_imported_otherwise
from generator.checks.meeting_days import check_meeting_days
from generator.checks.odd_figures import check_pace, check_previous, check_queries
from generator.checks.open_again import check_open_again
from generator.checks.readers_eye.reused import Remarks
from generator.checks.readers_eye.weight import in_order
from generator.checks.readers_eye.whole_report import acronyms_once, alike
from generator.checks.received import check_due, check_received, check_received_about, check_repeats
from generator.checks.sign_off import check_approval, check_sign_off
from generator.checks.status_before import check_status_before
from generator.commentary.withheld import internal as shown_inside
from generator.commentary.withheld import public as shown_to_all
from generator.history.follow_up.progress import NO_FOLLOW_UP, FollowUp
from generator.judging.outcome import Judged, Missing, by_code_and_alias
from generator.judging.suppressed import without_earlier
from generator.model.measure import code_key
from generator.model.officer_return import GroupReturn
from generator.model.problem import UNFORESEEN, Problem, few_of_each, guarded
from generator.model.question import About
from generator.model.shape import Topic
from generator.project.folder import ACTIONS_TABLE, HISTORY, SETTINGS
from generator.project.house_style import ruled
from generator.project.load import Setup
from generator.project.other_files import not_read
from generator.project.quarter_folders import (
    last_note,
    quarters_looked_back,
    read_files,
    readings_of,
    returned_in_each,
    sources_of,
    type_of_earlier,
)
from generator.project.report_options import Part
from generator.project.team_files import hashes_of
from generator.reading.kept_returns import KeptReturns
from generator.reading.known_by_file_name import known_by_file_name
from generator.reading.last_time import with_last_time
from generator.reading.open_workbooks import Opening
from generator.reading.readings import Reading, standing
from generator.report.about_groups import checked, not_received, returns_about, shown_answers
from generator.report.actions_followed import actions_followed, shown_actions
from generator.report.changes import since_last
from generator.report.earlier.previous_report import approvals_in, statuses_before
from generator.report.earlier.said_before import said_before
from generator.report.earlier.unrecorded import unrecorded
from generator.report.judged_returns import judge_each, missing_measures, place_of
from generator.report.known_to_editors import known_to_an_editor
from generator.report.public_names import PublicNames
from generator.report.report import NO_ANSWERS_ABOUT_ONE, Report, grouped
from generator.report.results_over_time import published_earlier
from generator.report.revisions import published_before


class Gathered(NamedTuple):
    """All that was read and found; the report leaves out what could not be kept.

    ``problems`` are all that were found, in the words for the screen; the report's own quote nothing from a return,
    unless it is internal. ``approvals`` is what is to be remembered of them, by measure code. ``sources`` has the
    SHA-256 of all that was read for the report, templates aside, by its name in messages.
    """

    readings: tuple[Reading, ...]
    judged: tuple[Judged, ...]
    problems: tuple[Problem, ...]
    report: Report
    approvals: Mapping[str, Approval]
    sources: Mapping[str, str]
    follow_up: FollowUp = NO_FOLLOW_UP
    """The actions as they were told of, before anything is withheld."""

    @property
    def converted(self) -> tuple[str, ...]:
        """The files of which LibreOffice made workbooks that were read in their place."""
        forms = (each.form for each in self.readings if each.form)
        return tuple(dict.fromkeys(each.source.file for each in forms if each.source.converted))

    @property
    def has_errors(self) -> bool:
        """Whether anything must be put right before the report may be published."""
        return any(each.is_error for each in self.problems)


class _Found(NamedTuple):
    """What was read: this quarter's returns, judged, and what earlier reports know."""

    readings: tuple[Reading, ...]
    judged: tuple[Judged, ...]
    about_groups: tuple[GroupReturn, ...]
    approved: Mapping[str, Approval]
    earlier: type_of_earlier
    problems: tuple[Problem, ...] = ()
    """What was told of returns since they were read."""
    shown: tuple[Judged, ...] = ()
    """The judged returns as the report's readers may see them."""


def gather(
    setup: Setup,
    files: Sequence[Path] | None = None,
    *,
    draft: bool = False,
    internal: bool = False,
    opening: Opening | None = None,
) -> Gathered:
    """Read, judge and check the quarter's returns (or only ``files``) and make the report of them.

    The report is for the public, unless it is ``internal``.
    """
    opening = opening or Opening()
    looking_back = replace(opening, what="Earlier returns read")
    found = _checked(setup, _read(setup, files, opening, looking_back), looking_back, internal=internal)
    found = _with_groups_checked(setup, found)
    missing = tuple(missing_measures(setup, found.readings, found.judged)) if files is None else ()
    unwritten = tuple(not_received(setup, found.readings, found.judged)) if files is None else ()
    follow_up, on_actions = actions_followed(setup, found.judged, found.about_groups, missing)
    told = {each.file for each in found.readings}
    every = (*_problems(setup, found, missing, unwritten), *on_actions)
    problems = in_order(each for each in every if files is None or each.place.file in told)
    problems = tuple(acronyms_once(problems, found.judged)) if files is None else problems
    last_report = found.earlier[setup.period.previous].report
    before = statuses_before(setup.history, setup.register, setup.period, last_report)
    report = _report(setup, found, missing, problems, internal=internal)
    shown = shown_actions(setup, follow_up, internal=internal)
    return Gathered(
        readings=found.readings,
        judged=found.judged,
        problems=problems,
        report=replace(report, draft=draft, before=before, unwritten=unwritten, follow_up=shown),
        follow_up=follow_up,
        approvals=approvals((*(each.returned for each in found.judged), *found.about_groups), found.approved),
        sources={
            **sources_of(setup, found.readings, found.earlier),
            **(hashes_of([last_report]) if last_report and before else {}),
        },
    )


def _read(setup: Setup, files: Sequence[Path] | None, opening: Opening, looking_back: Opening) -> _Found:
    given = None if files is None else dict.fromkeys(path.absolute() for path in files)
    paths = tuple(setup.project.returns(setup.period) if given is None else given)
    read = tuple(read_files(setup.project, paths, setup.expected(setup.period), opening))
    read = tuple(known_by_file_name(read, (*setup.register.measures, *setup.topics), setup.period))
    context = () if files is None else tuple(_context(setup, read, opening))
    earlier = returned_in_each(setup, quarters_looked_back(setup, (*read, *context)), looking_back)
    last = earlier[setup.period.previous]
    before = tuple({code_key(code): each for code, each in of.items()} for of in (last.forms, last.forms_as_said))
    told = (with_last_time(each, before, setup.settings.shape) for each in read)
    readings, context = (tuple(_without_suppressed(each, earlier) for each in several) for several in (told, context))
    judged = tuple(judge_each(setup, (*readings, *context), earlier))
    last_build = last_note(setup.project, setup.period)
    return _Found(
        readings=readings,
        judged=tuple(each for each in judged if isinstance(each, Judged)),
        about_groups=tuple(returns_about(setup.topics, readings)),
        problems=tuple(each for each in judged if isinstance(each, Problem)),
        approved=approvals_in(last_build.data, setup.register) if last_build else {},
        earlier=earlier,
    )


def _report(
    setup: Setup, found: _Found, missing: tuple[Missing, ...], problems: tuple[Problem, ...], *, internal: bool
) -> Report:
    settings, names = setup.settings, PublicNames.of(setup, found.readings)
    answers = shown_answers(found.about_groups, settings.shape, internal=internal)
    shown = found.shown if internal else map(names.judged, found.shown)
    return Report(
        council=settings.council,
        title=settings.title,
        period=setup.period,
        data_source=settings.data_source,
        scheme=setup.scheme,
        published=published_before(setup.recorded, setup.register.measures, setup.period),
        earlier=published_earlier(setup.history, setup.register.measures, setup.period),
        said=said_before(setup, found.earlier) if internal else {},
        unrecorded=unrecorded(setup, found.earlier),
        since=since_last(setup.history, setup.register, setup.period),
        rule=settings.exceptions,
        results=settings.results,
        forecast_record=settings.forecast_record,
        groups=grouped(shown, settings.shape, internal=internal, answers=answers),
        missing=missing if internal else tuple(map(names.missing, missing)),
        problems=problems if internal else tuple(map(names.problem, problems)),
        covering=settings.covering,
        brand=setup.brand,
        shape=settings.shape,
        answers=answers.get((), NO_ANSWERS_ABOUT_ONE),
        parts=frozenset(Part) - frozenset(settings.leave_out),
        written_in={
            each.topic.groups: each.file if internal else names.name(each.file)
            for each in found.readings
            if each.topic and each.is_return
        },
        internal=internal,
    )


def _context(setup: Setup, readings: Sequence[Reading], opening: Opening | None) -> Iterator[Reading]:
    """The quarter's other returns where some of these share commentary with them, or are about groups of them."""
    if any(each.about_group or (each.returned and each.returned.same_as) for each in readings):
        measures = {each.measure.code for each in readings if each.measure}
        for reading in readings_of(setup, setup.period, opening):
            if reading.measure and reading.measure.code not in measures:
                yield reading


def _without_suppressed(reading: Reading, earlier: type_of_earlier) -> Reading:
    """The reading without the figures that earlier quarters suppressed; what its form has of them is told of."""
    if not reading.returned:
        return reading
    code = reading.returned.measure_code
    suppressed = {each.own_periods[code] for each in earlier.values() if code in each.suppressed}
    returned = without_earlier(reading.returned, suppressed)
    told = tuple(check_suppressed(reading.returned, returned))
    return replace(reading, returned=returned, problems=(*reading.problems, *told))


def _checked(setup: Setup, found: _Found, opening: Opening, *, internal: bool) -> _Found:
    """Check every judged return, and find what is shown of it.

    One that the program fails on is told of and left out. What the others say may hang on it, so they are checked
    again without it.
    """
    show = shown_inside if internal else partial(shown_to_all, team_only=_for_the_team(setup))
    by_code = by_code_and_alias(found.judged)
    remarks = _remarks(setup, by_code, found.earlier, opening).of_each(found.judged)
    checking = partial(_check, setup, found, by_code=by_code, show=show)
    checked = tuple(checking(*each) for each in zip(found.judged, remarks, strict=True))
    failed = tuple(told for problems, _ in checked for told in problems if told.code == UNFORESEEN)
    if not failed:
        told = tuple(told for problems, _ in checked for told in problems)
        shown = tuple(each for _, each in checked if each)
        return found._replace(problems=(*found.problems, *told), shown=shown)
    places = {each.place for each in failed}
    sound = tuple(each for each in found.judged if place_of(each.returned) not in places)
    return _checked(
        setup, found._replace(judged=sound, problems=(*found.problems, *failed)), opening, internal=internal
    )


def _check(
    setup: Setup,
    found: _Found,
    judged: Judged,
    remarked: Sequence[Problem],
    *,
    by_code: Mapping[str, Judged],
    show: Callable[[Judged], Judged],
) -> tuple[tuple[Problem, ...], Judged | None]:
    """What there is to say of one return, and what is shown of it; None where the program fails on it."""

    def check() -> Iterator[Problem]:
        on_figures = [*check_figures(judged, setup.settings.stated_over_figures)]
        yield from on_figures
        yield from check_queries(judged, setup.settings.unexplained_queries)
        recorded = setup.history.standing(judged.measure).values()
        yield from check_pace(judged, recorded, setup.settings.unexplained_queries)
        before = found.earlier[setup.period.previous].returned.get(judged.measure.code)
        yield from check_previous(judged, before, recorded)
        asked = setup.settings.shape.asked_about(About.MEASURE)
        yield from check_back_on_target(judged, by_code, asked, recorded, setup.settings.unexplained_queries)
        narratives = [*check_narratives(judged, by_code, asked)]
        if not (setup.settings.print_all or any(each.is_error for each in on_figures)):
            narratives += check_unprinted(judged, asked)
        yield from ruled(narratives, setup.settings.house_style.rules, judged.measure)
        yield from remarked
        yield from check_sign_off(judged.returned)
        yield from check_approval(judged.returned, found.approved)
        yield from check_due(judged)

    told = guarded(place_of(judged.returned), lambda: (few_of_each(check()), show(judged)))
    return ((told,), None) if isinstance(told, Problem) else told


def _for_the_team(setup: Setup) -> frozenset[str]:
    """The keys of the questions whose answers are not published."""
    return frozenset(each.key for each in setup.settings.shape.questions if not each.published)


def _with_groups_checked(setup: Setup, found: _Found) -> _Found:
    about_groups, of_groups = checked(
        found.about_groups,
        found.judged,
        shape=setup.settings.shape,
        known=known_to_an_editor(setup, by_code_and_alias(found.judged)),
        before=found.earlier[setup.period.previous].said_of_groups,
        approved=found.approved,
    )
    return found._replace(about_groups=about_groups, problems=(*found.problems, *of_groups))


def _problems(setup: Setup, found: _Found, missing: Sequence[Missing], unwritten: Sequence[Topic]) -> Iterator[Problem]:
    for reading in standing(found.readings):
        yield from reading.problems
    yield from check_repeats(found.readings)
    yield from found.problems
    yield from check_borrowed_targets(setup.register, setup.period, setup.history)
    yield from check_counted_otherwise(
        setup.register, setup.period.previous, found.earlier[setup.period.previous].counted_otherwise
    )
    came = {period: quarter.as_returned for period, quarter in found.earlier.items()}
    yield from check_imported_otherwise(setup.register, setup.history, came, HISTORY.as_posix())
    yield from check_open_again(setup.history, setup.period, HISTORY.as_posix())
    yield from check_somebody_is_asked(setup.open_actions, setup.subjects, ACTIONS_TABLE.as_posix())
    yield from check_status_before(found.judged, setup.period)
    meetings = {"[committee]": setup.settings.covering.meeting} | {
        f"[[report]] “{each.name}”": each.covering.meeting for each in setup.settings.reports
    }
    yield from check_meeting_days(meetings, setup.period, SETTINGS.as_posix())
    folder = setup.project.relative(setup.project.returns_folder(setup.period))
    yield from not_read(setup.project, setup.period)
    yield from check_received(missing, folder, setup.settings.missing_returns)
    yield from check_received_about(unwritten, folder, setup.settings.missing_returns)
    yield from alike(found.judged, known_to_an_editor(setup, by_code_and_alias(found.judged)))


def _remarks(setup: Setup, reported: Mapping[str, Judged], earlier: type_of_earlier, opening: Opening) -> Remarks:
    """What a reader remarks who has read last quarter's returns, and what was published for a year before."""
    known = known_to_an_editor(setup, reported)
    by_key = {code_key(code): each for code, each in earlier[setup.period.previous].said.items()}
    said = {code_key(code): each for code, each in said_before(setup, {}, setup.period.year_ago).items()}
    edition = key_of(setup.edition, str(setup.period), *sorted(known.reported))
    kept = KeptReturns(opening.kept, setup.expected(setup.period))
    return Remarks(known, by_key, edition, kept, opening.others, said)
