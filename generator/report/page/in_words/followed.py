"""The actions of a report as its page prints them: the most pressing first, each with its story."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.history.follow_up.parts import PartsTally
from generator.history.follow_up.progress import NO_FOLLOW_UP, ActionProgress, FollowUp, Standing
from generator.model.action import ActionState, Subject
from generator.model.english import counted, day, ended, inside_sentence, listed, plural
from generator.model.shape import in_one_name
from generator.project.report_options import Part
from generator.report.page.views.action_views import ActionView, FollowUpView
from generator.report.report import Group, Report, every_group

NO_DATE, NO_UPDATE = "No date", "No update was given."
_WHOLE = 100
"""Percent of an action: who reads that it is done need not read that all of it is."""


@dataclass(frozen=True, slots=True)
class ActionsInWords:
    """The actions of a report as its pages print them, each made once; none where that part is left out."""

    report: Report
    _made: dict[str, ActionView] = field(default_factory=dict)

    def of_measure(self, code: str) -> tuple[ActionView, ...]:
        """The actions for a measure."""
        return self._views(self._follow_up.of(Subject(code)))

    def of_group(self, path: tuple[str, ...], group: Group) -> tuple[ActionView, ...]:
        """The actions for a group and its measures; those of the groups below it stand there."""
        return self._views(self._in_group(path, group))

    def are_in(self, path: tuple[str, ...], group: Group) -> bool:
        """Whether a group, its measures or the groups below have any."""
        below = (self.are_in((*path, each.name), each) for each in group.below)
        return bool(self._follow_up.every) and (bool(self._in_group(path, group)) or any(below))

    def of_report(self) -> FollowUpView | None:
        """The actions of the report as a whole; None where nobody is asked for any."""
        every = self._follow_up.every
        if not every:
            return None
        groups = every_group(self.report.groups)
        printed = {each.now.promise.id for path, group in groups for each in self._in_group(path, group)}
        others = [each for each in every if each.now.promise.id not in printed]
        standings = {each.standing for each in every}
        owners = {each.now.owner for each in every if each.now.owner}
        return FollowUpView(
            heading="Actions",
            sentences=tuple(_sentences(self.report)),
            standings=tuple(each.value for each in Standing if each in standings),
            owners=tuple(sorted(owners, key=lambda each: (each.casefold(), each))),
            actions=self._views(each for each in others if not each.now.promise.subject.is_recommended),
            recommended=self._views(each for each in others if each.now.promise.subject.is_recommended),
        )

    @property
    def _follow_up(self) -> FollowUp:
        return self.report.follow_up if Part.ACTIONS in self.report.parts else NO_FOLLOW_UP

    def _views(self, actions: Iterable[ActionProgress]) -> tuple[ActionView, ...]:
        return tuple(self._view(each) for each in actions)

    def _view(self, progress: ActionProgress) -> ActionView:
        own = progress.now.promise.id
        if own not in self._made:
            self._made[own] = _view(progress, self.report)
        return self._made[own]

    def _in_group(self, path: tuple[str, ...], group: Group) -> Sequence[ActionProgress]:
        every = self._follow_up.every
        if not every:
            return ()
        codes = () if group.below else (each.judged.measure.code for each in group.entries)
        owned = (each.measure for each in self.report.missing if each.measure.groups[: len(path)] == path)
        missing = (each.code for each in owned if not group.below or len(each.groups) == len(path))
        subjects = {Subject(about=in_one_name(path)), *map(Subject, (*codes, *missing))}
        return [each for each in every if each.now.promise.subject in subjects]


def counted_in_short(actions: Sequence[ActionView]) -> Iterator[str]:
    """How many actions a measure has, in a sentence if it has any; each stands in the table of its group."""
    done, withdrawn = (sum(each.standing == end for each in actions) for end in (Standing.DONE, Standing.WITHDRAWN))
    still, late = len(actions) - done - withdrawn, sum(each.late for each in actions)
    of_these = f", of which {late} {_are(late)} late" if late else ""
    told = {f"open{of_these}": still, "done": done, "withdrawn": withdrawn}
    if actions:
        yield f"Actions: {'; '.join(f'{number} {what}' for what, number in told.items() if number)}."


def _view(progress: ActionProgress, report: Report) -> ActionView:
    action, subject = progress.now, progress.now.promise.subject
    meeting = day(subject.meeting) if isinstance(subject.meeting, date) else subject.meeting
    about = meeting or report.labels.get(subject.code, subject.code) or subject.about or "The whole report"
    is_late = progress.standing is Standing.OVERDUE
    is_whole = action.state is ActionState.DONE and action.percent == _WHOLE
    share = "" if action.percent is None or is_whole else f", {action.percent.normalize():f}% done"
    return ActionView(
        about=about,
        title=action.promise.title,
        owner=action.owner,
        due=day(action.due) if action.due else NO_DATE,
        state=f"{'Late' if is_late else action.state}{share}",
        standing=progress.standing.value,
        story=(*parts_in_words(progress.parts), *_story(progress, report)) or (NO_UPDATE,),
        late=is_late,
        has_date=action.due is not None,
        part_of=action.promise.part_of.title if action.promise.part_of else "",
    )


def _story(progress: ActionProgress, report: Report) -> Iterator[str]:
    """The sentences on an action, from what became of its date to what was said last."""
    action = progress.now
    if action.state is ActionState.DONE and action.ended:
        late = ", after the day that was promised first" if action.is_on_time is False else ""
        yield f"Done in {action.ended.name}{late}."
    if action.dues and action.due:
        first, *others = map(day, (*action.dues, action.due))
        yield f"Its date moved from {first} to {', and then to '.join(others)}."
    if action.state is ActionState.WITHDRAWN:
        yield f"Withdrawn: {ended(action.reason)}" if action.reason else "Withdrawn."
    elif action.reason:
        yield f"Why: {ended(action.reason)}"
    if progress.is_forgotten:
        yield f"Not reported on this {report.period.word}."
    elif not progress.is_asked and not progress.is_told:
        yield f"Nobody was asked about it this {report.period.word}."
    if not progress.is_told and action.told:
        yield f"Last reported for {action.told.name}: {inside_sentence(action.state)}."
    elif progress.standing is Standing.OVERDUE and progress.is_told:
        yield f"Said to be {inside_sentence(action.state)}."
    if action.update:
        yield ended(action.update)


def parts_in_words(parts: PartsTally | None) -> Iterator[str]:
    """How far the parts of a project are; nothing of an action without any."""
    if parts is None or not parts.count:
        return
    is_done = f"{_are(1 if parts.count == 1 else parts.done)} done"
    late = f", {parts.late} {_are(parts.late)} late" if parts.late else ""
    coming = f"; the next is due by {day(parts.next_due)}" if parts.next_due else ""
    yield f"{parts.done} of {counted(parts.count, 'part')} {is_done}{late}{coming}."


def _sentences(report: Report) -> Iterator[str]:
    """What became of the actions of the last report; what is open; and what was done on time."""
    follow_up, tally = report.follow_up, report.follow_up.tally
    if tally.promised:
        others = {"moved": tally.moved, "withdrawn": tally.withdrawn, "not reported on": tally.not_reported}
        told = (f"{number} {what}" for what, number in others.items() if number)
        yield f"Actions from the last report: {', '.join((f'{tally.promised} promised', f'{tally.done} done', *told))}."
    yield from _open(follow_up, report)
    on_time, dated = follow_up.done_on_time
    without = follow_up.done_in_all - dated
    if dated:
        and_others = f", and {without} without a date" if without else ""
        yield f"Done by the day that was promised first: {on_time} of {dated}{and_others}."
    elif without:
        yield f"Done without a date: {without}."


def _open(follow_up: FollowUp, report: Report) -> Iterator[str]:
    still_open = [each for each in follow_up.every if each.now.is_open]
    counts = Counter(each.standing for each in still_open)
    number, new = len(still_open), sum(each.before is None for each in still_open)
    told = [f"{counts[Standing.OVERDUE]} {_are(counts[Standing.OVERDUE])} overdue"] if counts[Standing.OVERDUE] else []
    if counts[Standing.DUE_NEXT]:
        until = day(report.period.next.last_day)
        told.append(f"{counts[Standing.DUE_NEXT]} {_are(counts[Standing.DUE_NEXT])} due by {until}")
    if new:
        told.append(f"{new} {_are(new)} new in this report")
    yield f"{counted(number, 'action')} {_are(number)} open{': ' if told else ''}{listed(told)}."


def _are(number: int) -> str:
    return plural(number, "is", "are")
