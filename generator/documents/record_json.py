"""What the history says beside a report, for report.json: what changed, and how long exceptions have been some."""

from generator.history.running import Running
from generator.report.changes import Change

type_of_record = dict[str, str | int | bool | None]
"""Plain facts by key."""


def running_json(running: Running) -> type_of_record:
    """How many reports running a measure has been an exception."""
    return {
        "count": running.count,
        "at_least": running.at_least,
        "last_before": str(running.last) if running.last else None,
    }


def change_json(change: Change) -> type_of_record:
    """Something that is not as it was in the last report; figures as they stand elsewhere."""
    return {
        "code": change.code,
        "title": change.title,
        "what": change.kind.value,
        "period": str(change.period) if change.period else None,
        "was": change.was or None,
        "now": change.now or None,
        "reason": change.reason or None,
    }
