"""The commands that move a project from one period to the next: a period closed, and opened again."""

from datetime import date
from typing import Annotated

import typer

from generator.cli.console import WrongUsageError, load, read_returns, say, tell
from generator.cli.options import PeriodOption, ProjectOption
from generator.model.english import counted


def close(
    project: ProjectOption = None,
    period: PeriodOption = None,
    reopen: Annotated[
        str | None,
        typer.Option("--reopen", metavar="REASON", help="Open the closed period again, to revise what was published."),
    ] = None,
) -> None:
    """Record what was published of the quarter, and keep what it was made from; --reopen opens it again."""
    from generator.output.close_period import close_period, closing, reopen_period

    setup = load(project, period)
    if reopen is not None and not reopen.strip():
        raise WrongUsageError('Say why the quarter is opened again: --reopen "A late return has come."')
    with closing(setup.project, setup.period):
        if reopen is not None:
            count = reopen_period(setup.project, setup.period, " ".join(reopen.split()), date.today())
            say(f"{setup.period.name} is open again: {counted(count, 'measure')}. Build it, and close it again.")
            return
        closed = close_period(setup, read_returns(setup), date.today())
    tell(setup.project.relative(closed.archive))
    say(f"{setup.period.name} is closed: {counted(len(closed.rows), 'measure')} added to the history.")
