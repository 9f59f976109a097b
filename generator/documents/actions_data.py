"""The actions of a report as data: what report.json says of each, and actions.csv, a row each."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from generator.history.follow_up.parts import PartsTally
from generator.history.follow_up.progress import ActionProgress, FollowUp, Standing
from generator.model.action import Subject
from generator.model.characters import as_csv
from generator.report.report import Report

type_of_plain = str | int | bool | None
type_of_action = Mapping[str, type_of_plain | Mapping[str, type_of_plain]]

COLUMNS = (
    *("period", "id", "code", "group", "meeting", "title", "owner", "due", "first_due", "times_moved"),
    *("state", "standing", "percent", "reported", "update", "reason", "since", "ended", "part_of"),
)
"""The headings of actions.csv; there is no owner where reports print none."""


def action_json(progress: ActionProgress, *, owners: bool) -> type_of_action:
    """What there is to say of an action: how far it is, its dates, and when it was promised and done."""
    action, promise, standing = progress.now, progress.now.promise, progress.standing
    first = action.first_due
    return {
        "id": promise.id,
        "title": promise.title,
        **({"owner": action.owner or None} if owners else {}),
        "start": promise.start.isoformat() if promise.start else None,
        "due": action.due.isoformat() if action.due else None,
        "first_due": first.isoformat() if first else None,
        "times_moved": action.times_moved,
        "state": action.state.value,
        "standing": standing.value,
        "late": standing is Standing.OVERDUE,
        "percent": None if action.percent is None else f"{action.percent.normalize():f}",
        "reported": progress.is_told,
        "asked": progress.is_asked,
        "update": action.update or None,
        "reason": action.reason or None,
        "since": str(action.since),
        "ended": str(action.ended) if action.ended else None,
        **({"part_of": promise.part_of.id} if promise.part_of else {}),
        **({"parts": _parts(progress.parts)} if progress.parts else {}),
    }


def _parts(parts: PartsTally) -> dict[str, type_of_plain]:
    next_due = parts.next_due.isoformat() if parts.next_due else None
    return {"count": parts.count, "done": parts.done, "late": parts.late, "next_due": next_due}


def tally_json(follow_up: FollowUp) -> dict[str, type_of_plain]:
    """What became of the actions of the last report, and how many that are done were done on time."""
    on_time, dated = follow_up.done_on_time
    done = {"done_in_all": follow_up.done_in_all, "done_with_date": dated, "done_on_time": on_time}
    return {**follow_up.tally._asdict(), **done}


def recommended(follow_up: FollowUp) -> tuple[tuple[str, ActionProgress], ...]:
    """What members recommended, each with the meeting."""
    every = ((each.now.promise.subject, each) for each in follow_up.every)
    return tuple((_meeting(subject), each) for subject, each in every if subject.is_recommended)


def _meeting(subject: Subject) -> str:
    return subject.meeting.isoformat() if isinstance(subject.meeting, date) else subject.meeting


def actions_csv(report: Report) -> bytes:
    """One row an action, UTF-8, with no cell that a spreadsheet would take for a formula."""
    owners = report.shape.action_owners or report.internal
    columns = [name for name in COLUMNS if owners or name != "owner"]
    rows = (_cells(each, report, columns) for each in report.follow_up.every)
    return as_csv((columns, *rows)).encode("utf-8", "replace")


def _cells(progress: ActionProgress, report: Report, columns: Sequence[str]) -> list[str | Decimal]:
    subject: Subject = progress.now.promise.subject
    about = {
        "period": str(report.period),
        "code": subject.code,
        "meeting": _meeting(subject),
        "group": "" if subject.is_recommended else subject.about,
    }
    values = {**action_json(progress, owners=True), **about}
    return [_cell(values.get(name)) for name in columns]


def _cell(value: object) -> str | Decimal:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int():
            return Decimal(value)
    return str(value)
