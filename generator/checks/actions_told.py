"""Rules on actions: what is told of each, dates and their reasons, and exceptions that nothing is done about."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

from generator.commentary.withheld import is_unclosed, public_text
from generator.forms.asked.action_words import ACTION_HEADINGS, STATES_OFFERED, last_time_of
from generator.forms.issued_texts import is_of_last_time, without_parts
from generator.history.follow_up.ledger import ActionLedger
from generator.history.follow_up.progress import FollowUp, type_of_told
from generator.judging.outcome import Judged
from generator.model.action import ENDED, Action, ActionAnswer, ActionState, Promise, Subject, id_of, is_said_alike
from generator.model.english import counted, day, listed, plural
from generator.model.period import Period
from generator.model.problem import Place, Problem, problem
from generator.reading.answers.quoting import quoted_words

_WHOLE = 100
_TEXTS = ("action_title", "action_owner", "action_reason", "action_update")


def check_actions(
    told: type_of_told, open_before: Mapping[Subject, Sequence[Action]], period: Period
) -> Iterator[Problem]:
    """What there is to say of every row on an action."""
    for subject, answers in told.items():
        known = {each.promise.id: each for each in open_before.get(subject, ())}
        seen = {id_of(subject, each.promise.title) for each in known.values()}
        read = set[str]()
        yield from _of_parts(subject, answers, known.values())
        for each in answers:
            yield from _unclosed(each)
            if not each.id:
                yield from _of_new(each, id_of(subject, each.title), seen, period)
            elif action := known.get(each.id):
                yield from _of_row(action, each, is_copy=each.id in read)
                yield from _of_open(action, each, period) if each.id not in read else ()
                read.add(each.id)
            elif each.says_anything(each.due):
                yield problem("ACT07", each.place("action_title"), action=each.title)


def _of_parts(subject: Subject, answers: Sequence[ActionAnswer], known: Collection[Action]) -> Iterator[Problem]:
    """ACT18: an action that is said to be part of what is no whole on its sheet; of an open one that is settled."""
    parts = {id_of(subject, each.promise.title): each.promise.part_of is not None for each in known}
    parts |= {id_of(subject, each.title): bool(each.part_of) for each in answers if not each.id and each.title}
    wholes = {each.promise.id for each in known if not each.promise.part_of}
    for each in (answer for answer in answers if answer.part_of):
        whole, fault = id_of(subject, each.part_of), ""
        if each.id:
            fault = "this action was promised as no part" if each.id in wholes else ""
        elif whole == id_of(subject, each.title):
            fault = "an action is no part of itself"
        elif parts.get(whole, True):
            fault = "that is a part itself" if whole in parts else "no action of this sheet is called that"
        if fault:
            yield problem("ACT18", each.place("part_of"), found=each.part_of, fault=fault)


def _of_row(action: Action, told: ActionAnswer, *, is_copy: bool) -> Iterator[Problem]:
    """A row of an action that has other words than the action, or that was copied; of rows with one id one is read."""
    promise = action.promise
    if told.title and not is_said_alike(told.title, promise.title):
        yield problem("ACT14", told.place("action_title"), found=told.title, action=promise.title)
    elif is_copy:
        yield problem("ACT12", told.place("action_title"), action=promise.title)


def check_rows_are_there(
    told: type_of_told, open_before: Mapping[Subject, Sequence[Action]], forms: Mapping[Subject, Place]
) -> Iterator[Problem]:
    """ACT15: an open action that has no row in the form that was returned about what it is for."""
    for subject, place in forms.items():
        there = {each.id for each in told.get(subject, ())}
        for action in open_before.get(subject, ()):
            if action.promise.id not in there:
                yield problem("ACT15", place, action=action.promise.title)


def _of_open(action: Action, told: ActionAnswer, period: Period) -> Iterator[Problem]:
    """What is told of an action that was promised before."""
    title = action.promise.title
    if not told.says_anything(action.due):
        when = "was" if action.due and action.due <= period.last_day else "is"
        due = f", which {when} to be done by {day(action.due)}" if action.due else ""
        yield problem("ACT01", told.place("action_state"), action=title, due=due)
        return
    if told.state is None and "action_state" not in told.unreadable:
        facts = {"column": ACTION_HEADINGS["action_state"], "states": listed(STATES_OFFERED)}
        yield problem("ACT05", told.place("action_state"), action=title, **facts)
    if action.due and told.due and told.due != action.due and not _has_reason(told):
        facts = {"before": day(action.due), "now": day(told.due), "column": ACTION_HEADINGS["action_reason"]}
        yield problem("ACT02", told.place("action_due"), action=title, **facts)
    yield from _state(action.told_of(told, period), told, period)


def _of_new(told: ActionAnswer, new: str, seen: set[str], period: Period) -> Iterator[Problem]:
    """What is promised anew."""
    needed = {"action_title": "words that say what will be done", "action_due": "date by which it will be done"}
    for name, lacks in needed.items():
        is_there = told.title if name == "action_title" else told.due
        if not is_there and name not in told.unreadable:
            yield problem("ACT06", told.place(name), lacks=lacks)
    if told.title and new in seen:
        yield problem("ACT12", told.place("action_title"), action=told.title)
    seen.add(new)
    if told.due and told.title:
        state = told.state or ActionState.NOT_STARTED
        now = Action(promise=_nobodys(new, told), due=told.due, since=period, state=state, percent=told.percent)
        yield from _state(now, told, period)


def _nobodys(new: str, told: ActionAnswer) -> Promise:
    return Promise(id=new, subject=Subject(), title=told.title)


def _state(now: Action, told: ActionAnswer, period: Period) -> Iterator[Problem]:
    """A state that does not go with the reason, the percentage or the date."""
    title = now.promise.title
    if now.state is ActionState.WITHDRAWN and not _has_reason(told):
        yield problem("ACT03", told.place("action_reason"), action=title, column=ACTION_HEADINGS["action_reason"])
    is_done = now.state is ActionState.DONE
    if told.state and told.percent is not None and now.is_open | is_done and (told.percent == _WHOLE) is not is_done:
        facts = {"state": f"“{now.state}”", "percent": f"{told.percent.normalize():f}"}
        yield problem("ACT08", told.place("action_percent"), action=title, **facts)
    if told.state and now.is_late(period.last_day) and now.due:
        facts = {"state": f"“{now.state}”", "due": day(now.due)}
        yield problem("ACT11", told.place("action_state"), action=title, **facts)


def _has_reason(told: ActionAnswer) -> bool:
    return bool(told.reason) or "action_reason" in told.unreadable


def _unclosed(told: ActionAnswer) -> Iterator[Problem]:
    """NARR07: words that are marked as not for the public, but for one of the marks."""
    texts = dict(zip(_TEXTS, (told.title, told.owner, told.reason, told.update), strict=True))
    for name, text in texts.items():
        if is_unclosed(text):
            yield problem("NARR07", told.place(name))


def check_promises(promises: Iterable[Promise], actions: Iterable[Action]) -> Iterator[Problem]:
    """ACT13: a date that was changed in the register, where an action has been followed up from another one."""
    known = {each.promise.id: each for each in actions}
    for promise in promises:
        action = known.get(promise.id)
        dates = [each for each in (*action.dues, action.due) if each] if action else []
        if promise.due and promise.place and dates and promise.due not in dates:
            facts = {"found": day(promise.due), "known": listed(map(day, dates))}
            yield problem("ACT13", promise.place, action=promise.title, **facts)


def check_somebody_is_asked(
    asked: Mapping[Subject, Sequence[Action]], there: Container[Subject], file: str
) -> Iterator[Problem]:
    """ACT16: an open action of a measure or group that is not ``there`` any more; ``file`` is where it is recorded."""
    for subject, actions in asked.items():
        for each in actions if subject not in there else ():
            facts = {"action": public_text(each.promise.title), "subject": subject.code or f"“{subject.about}”"}
            yield problem("ACT16", each.promise.place or Place(file), **facts)


def check_last_time(told: type_of_told, ledger: ActionLedger, period: Period) -> Iterator[Problem]:
    """FORM15: words beside an action, where forms say how it was last time, that no form was issued with."""
    known = {each.promise.id: each for actions in ledger.open_before(period).values() for each in actions}
    for each in (answer for answers in told.values() for answer in answers if answer.id in known and answer.last_time):
        stands, issued = without_parts(each.last_time), _last_time(known[each.id])
        earlier = map(_last_time, ledger.as_it_stood(each.id, period))
        if stands not in {issued, "New."} and is_of_last_time(stands) and stands not in earlier:
            yield problem("FORM15", each.place("last_time"), text=quoted_words(stands.removeprefix(issued).strip()))


def _last_time(action: Action) -> str:
    return without_parts(last_time_of(action))


def check_projects_have_ended(told: type_of_told, follow_up: FollowUp) -> Iterator[Problem]:
    """ACT17: a project that is said to be done or withdrawn, of which parts are still to be done."""
    answers = {(subject, answer.id): answer for subject, each in told.items() for answer in each if answer.id}
    for each in follow_up.every:
        promise, parts = each.now.promise, each.parts
        answer = answers.get((promise.subject.asked_in, promise.id))
        if answer and answer.state in ENDED and parts and parts.done < parts.count:
            number = parts.count - parts.done
            still = f"{counted(number, 'part')} of it {plural(number, 'is', 'are')}"
            facts = {"action": promise.title, "state": f"“{answer.state}”", "parts": still}
            yield problem("ACT17", answer.place("action_state"), **facts)


def check_exceptions_have_actions(judged: Sequence[Judged], follow_up: FollowUp) -> Iterator[Problem]:
    """ACT09: an exception against which no open action has a date, where its form asks for actions."""
    dated = {each.now.promise.subject for each in follow_up.every if each.now.is_open and each.now.due}
    for each in judged:
        returned, subject = each.returned, Subject(each.measure.code)
        if each.exception and returned.asks_for_actions and subject not in dated:
            place = Place(returned.source.file, returned.sheet or None)
            yield problem("ACT09", place, measure=each.measure.label)
