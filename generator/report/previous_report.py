"""What the last build of a report tells this one: approvals that were seen, and statuses of the quarter before."""

import json
from pathlib import Path

from generator.checks.approval import Approval
from generator.project.folder import MANIFEST


def read_approvals(folder: Path) -> dict[str, Approval]:
    """Give the approvals that an output folder's manifest remembers; none where there is no sound manifest."""
    try:
        found = json.loads((folder / MANIFEST).read_bytes())["approvals"]
        return {code: Approval(**each) for code, each in found.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def statuses_in(report: bytes) -> dict[str, str]:
    """Give the quarterly status of every measure by its code, as a report.json has it; no draft counts."""
    try:
        told = json.loads(report)
        measures = [each for directorate in told["directorates"] for each in directorate["measures"]]
        found = {each["code"]: each["quarter"]["status"] for each in measures}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    sound = all(isinstance(each, str) for each in (*found, *found.values()))
    return found if sound and told.get("draft") is False else {}
