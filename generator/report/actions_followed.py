"""The actions of a report, gathered: what was promised before, and what the returns tell of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.checks.actions_told import (
    check_actions,
    check_exceptions_have_actions,
    check_last_time,
    check_projects_have_ended,
    check_promises,
    check_rows_are_there,
)
from generator.commentary.withheld import internal_text, public_text
from generator.history.follow_up.actions_csv import IN_FORM, ActionRow, project_in, promised
from generator.history.follow_up.progress import NO_FOLLOW_UP, ActionProgress, FollowUp, followed_up, type_of_told
from generator.judging.outcome import Judged, Missing
from generator.model.action import Action, ActionAnswer, ActionState, Promise, Subject, id_of
from generator.model.officer_return import FilledForm, GroupReturn
from generator.model.period import Period
from generator.model.problem import Place, Problem
from generator.project.load import Setup, subject_of


def _forms(judged: Sequence[Judged], about_groups: Sequence[GroupReturn]) -> dict[Subject, FilledForm]:
    """The forms that were returned, by what they are about."""
    measures: dict[Subject, FilledForm] = {Subject(each.measure.code): each.returned for each in judged}
    return measures | {subject_of(each.topic): each for each in about_groups}


def _told(setup: Setup, forms: Mapping[Subject, FilledForm], missing: Sequence[Missing]) -> type_of_told:
    """What every form says of actions that asks for them, or should; nothing, of those that were not received."""
    asked = setup.ledger.open_before(setup.period)
    told: dict[Subject, Sequence[ActionAnswer]] = {
        subject: _with_ids(subject, form.on_actions, asked.get(subject, ()))
        for subject, form in forms.items()
        if form.asks_for_actions or subject in asked
    }
    owed = [
        *(Subject(each.measure.code) for each in missing if each.measure.is_due(setup.period)),
        *(subject_of(topic) for topic in setup.topics),
    ]
    return {**told, **{each: () for each in owed if each in asked and each not in forms}}


def _with_ids(subject: Subject, answers: Sequence[ActionAnswer], known: Sequence[Action]) -> tuple[ActionAnswer, ...]:
    """The answers, with its id for a row that has lost it: one called as an open action that no other row is of."""
    there = {each.id for each in answers}
    lost = {id_of(subject, each.promise.title): each.promise.id for each in known if each.promise.id not in there}
    return tuple(each if each.id else replace(each, id=lost.pop(id_of(subject, each.title), "")) for each in answers)


def actions_followed(
    setup: Setup, judged: Sequence[Judged], about_groups: Sequence[GroupReturn], missing: Sequence[Missing]
) -> tuple[FollowUp, tuple[Problem, ...]]:
    """How the actions went of which anybody is asked, and what there is to say of what was told of them."""
    ledger, period = setup.ledger, setup.period
    if not ledger.is_kept:
        return NO_FOLLOW_UP, ()
    forms = _forms(judged, about_groups)
    told, actions = _told(setup, forms, missing), ledger.before(period)
    recorded = frozenset(row.id for row in ledger.rows if row.period < period)
    follow_up = followed_up(actions, told, period, recorded)
    places = {subject: Place(each.source.file, each.sheet or None) for subject, each in forms.items()}
    problems = (
        *check_promises(setup.register.promises, actions),
        *check_actions(told, ledger.open_before(period), period),
        *check_last_time(told, ledger, period),
        *check_rows_are_there(told, ledger.open_before(period), places),
    )
    of_all = (*check_projects_have_ended(told, follow_up), *check_exceptions_have_actions(judged, follow_up))
    return follow_up, (*problems, *of_all)


def shown_actions(setup: Setup, follow_up: FollowUp, *, internal: bool) -> FollowUp:
    """The same as the report's readers may see it."""
    owners = setup.settings.shape.action_owners or internal
    return follow_up.shown(internal_text if internal else public_text, owners=owners)


def rows_of_actions(setup: Setup, follow_up: FollowUp) -> Iterator[ActionRow]:
    """What closing a period adds to the table of actions.

    What the register promised first has a row for that, as has a new part of a form; each that was asked for, or is
    new, one for how it is. One that the period had when it was closed before, and has no more, is withdrawn.
    """
    yield from _promises(setup, follow_up)
    there = {each.now.promise.id for each in follow_up.every}
    for each in follow_up.every:
        if each.is_asked or each.is_told:
            yield _row_of(each, setup.period)
    for gone, row in setup.ledger.recorded_in(setup.period).items():
        if gone not in there and not row.is_promise:
            why = f"no longer in the returns of {setup.period.short}"
            yield row._replace(state=ActionState.WITHDRAWN, reason=why)


def _promises(setup: Setup, follow_up: FollowUp) -> Iterator[ActionRow]:
    """The rows of what the register promised first, and of what new actions of forms are part of."""
    projects = {row.id: project_in(row) for row in setup.ledger.rows if row.is_promise}
    registered = {each.id: each for each in setup.register.promises}
    here = {each.now.promise.id: each.now for each in follow_up.every}
    for own, promise in registered.items():
        if own in here and own not in projects:
            yield promised(_row(Action.promised(promise, setup.period), setup.period), _project_of(promise))
    for own, action in here.items():
        project, is_new = _project_of(action.promise), own not in registered and action.since == setup.period
        if is_new and project != projects.get(own, ""):
            yield promised(_row(action, setup.period), project, IN_FORM)


def _project_of(promise: Promise) -> str:
    return promise.part_of.id if promise.part_of else ""


def _row_of(progress: ActionProgress, period: Period) -> ActionRow:
    if progress.is_told:
        return _row(progress.now, period)
    return _row(progress.now, period)._replace(state=None, percent=None, update="", reason="")


def _row(action: Action, period: Period) -> ActionRow:
    promise: Promise = action.promise
    return ActionRow(
        id=promise.id,
        subject=promise.subject,
        title=promise.title,
        owner=action.owner,
        start=promise.start,
        due=action.due,
        state=action.state,
        percent=action.percent,
        update=action.update,
        reason=action.reason,
        period=period,
    )
