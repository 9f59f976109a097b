"""log.csv: a line for each command that did something, for whoever comes after; never a reason for one to fail."""

from contextlib import suppress
from datetime import datetime

import generator
from generator.model.csv_cells import as_csv
from generator.model.period import Period
from generator.output.lock import user_name
from generator.project.folder import LOG, Project

LOG_COLUMNS = ("When", "Who", "Version", "Command", "Period", "Outcome")


def add_to_log(project: Project, when: datetime, command: str, period: Period, outcome: str) -> None:
    """Add a line; where that cannot be, none is added."""
    row = (when.isoformat(" ", "seconds"), user_name(), generator.__version__, command, str(period), outcome)
    path = project.root / LOG
    with suppress(OSError), path.open("a", encoding="utf-8", errors="replace", newline="") as file:
        file.write(as_csv([row] if file.tell() else [LOG_COLUMNS, row]))
