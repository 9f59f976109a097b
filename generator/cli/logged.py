"""A command whose doing is logged, with what came of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from generator.cli.console import RETURNS_HAVE_ERRORS, say
from generator.model.period import Period
from generator.model.problem import ScorecardError
from generator.output.log import add_to_log
from generator.project.folder import Project


@contextmanager
def logged(project: Project, period: Period, command: str) -> Iterator[Callable[[str], None]]:
    """What says and logs what came of a command; where errors of the returns ended it, that is logged."""

    def tell_and_log(outcome: str) -> None:
        say(outcome)
        add_to_log(project, datetime.now(), command, period, outcome)

    try:
        yield tell_and_log
    except ScorecardError as error:
        if error.exit_code == RETURNS_HAVE_ERRORS:
            add_to_log(project, datetime.now(), command, period, f"Not done. {error.sentence}".strip())
        raise
