"""A command whose doing is logged, with what came of it: also where it was refused, failed or was stopped."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from generator.cli.console import say
from generator.model.period import Period
from generator.model.problem import ScorecardError
from generator.output.log import add_to_log
from generator.project.folder import LOG, Project


@contextmanager
def logged(project: Project, period: Period, command: str) -> Iterator[Callable[[str], None]]:
    """What says and logs what came of a command; what ends it without that is logged as well."""

    def log(outcome: str) -> None:
        if not add_to_log(project, datetime.now(), command, period, outcome):
            say(f"{LOG.as_posix()} cannot be written, so this is not in it.")

    def tell_and_log(outcome: str) -> None:
        say(outcome)
        log(outcome)

    try:
        yield tell_and_log
    except ScorecardError as error:
        log(f"Not done. {error.sentence or error.problems[0].message}")
        raise
    except OSError as error:
        log(f"Not done. {error.strerror or error}")
        raise
    except KeyboardInterrupt:
        log("Stopped.")
        raise
