"""What the last build of a report tells this one: the approvals that it saw, and the statuses of the quarter before."""

import json
from collections.abc import Iterable

from generator.checks.approval import Approval
from generator.history.past import History
from generator.history.running import last_report
from generator.judging.outcome import LastStatuses
from generator.model.measure import Measure
from generator.model.period import Period
from generator.model.register import Register
from generator.project.team_files import TeamFile


def approvals_in(made_from: bytes, register: Register) -> dict[str, Approval]:
    """The approvals that the last build has noted, by the codes of now; none where the note is not sound."""
    try:
        noted = json.loads(made_from)["approvals"]
        return register.by_todays_codes({code: Approval(**each) for code, each in noted.items()})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def statuses_in(report: bytes, half: str = "quarter") -> dict[str, str]:
    """The status of each measure's quarter, or forecast, by its code then, as report.json has it; no draft counts."""
    try:
        told = json.loads(report)
        measures = [each for directorate in told["directorates"] for each in directorate["measures"]]
        found = {each["code"]: each[half]["status"] for each in measures if half == "quarter" or each[half]}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    sound = all(isinstance(each, str) for each in (*found, *found.values()))
    return found if sound and told.get("draft") is False else {}


def statuses_before(history: History, register: Register, period: Period, report: TeamFile | None) -> dict[str, str]:
    """Every measure's status of the period before, by its code: as the history has it, else the ``report`` of then."""
    last = period.previous
    if not history.was_closed(last):
        return register.by_todays_codes(statuses_in(report.data)) if report else {}
    rows = {each.code: history.latest(each, last) for each in register.measures}
    return {code: row.status for code, row in rows.items() if row and row.status}


def last_statuses(
    history: History, register: Register, measures: Iterable[Measure], period: Period, report: TeamFile | None
) -> dict[str, LastStatuses]:
    """What measures had when they were last due, by code: as the history has it, else the ``report`` of last period."""
    data = report.data if report and not history.was_closed(period.previous) else b""
    quarter, forecast = (register.by_todays_codes(statuses_in(data, half)) for half in ("quarter", "forecast"))
    found = {}
    for each in measures:
        earlier = (row for before, row in history.standing(each).items() if before < period)
        if row := last_report(each, period, earlier):
            found[each.code] = LastStatuses(row.status, row.forecast_status or None)
        elif each.code in quarter:
            found[each.code] = LastStatuses(quarter[each.code], forecast.get(each.code))
    return found
