"""What the last build of a report tells this one: the approvals that it saw, and the statuses of the quarter before."""

import json

from generator.checks.approval import Approval


def approvals_in(made_from: bytes) -> dict[str, Approval]:
    """The approvals that the last build has noted, by measure code; none where the note is not sound."""
    try:
        return {code: Approval(**each) for code, each in json.loads(made_from)["approvals"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def statuses_in(report: bytes) -> dict[str, str]:
    """The quarterly status of every measure by its code, as a report.json has it; no draft counts."""
    try:
        told = json.loads(report)
        measures = [each for directorate in told["directorates"] for each in directorate["measures"]]
        found = {each["code"]: each["quarter"]["status"] for each in measures}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    sound = all(isinstance(each, str) for each in (*found, *found.values()))
    return found if sound and told.get("draft") is False else {}
