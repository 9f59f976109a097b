"""The build command at work: once, again and again while somebody watches, or for many councils."""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import typer

from generator.build import Built, Wanted, build_report
from generator.cache.dask_cluster import cluster
from generator.cache.store import Kept
from generator.cli.console import (
    WrongUsageError,
    explained,
    load,
    number_of_returns,
    say,
    say_converted,
    say_what_is_not_recorded,
    show,
    tell,
)
from generator.cli.progress_line import telling
from generator.model.problem import ScorecardError
from generator.project.folder import SETTINGS
from generator.project.load import Setup
from generator.reading.workbook_codec import reader_version


def build_once(
    setup: Setup, wanted: Wanted, kept: Kept | None = None, came_of_it: Callable[[str], None] = say
) -> Built:
    """Check, render and publish, and say what came of it. Raises ScorecardError.

    Returns that are ``kept`` are not read again; without it, those that are kept in the user's cache folder.
    """
    built = build_report(setup, wanted, show, telling, kept)
    say_converted(built.gathered)
    for name in sorted(built.files):
        tell(setup.home.relative(built.folder / name))
    say_what_is_not_recorded(setup)
    marked = ", marked DRAFT" if wanted.draft else ""
    came_of_it(f"{number_of_returns(len(built.gathered.judged))} in the report{marked}.")
    if setup.is_as_closed:
        say(f"{setup.period.name} is closed: its report was made again from what was kept then.")
    return built


def watch_and_build(project: Path | None, period: str | None, wanted: Wanted) -> None:
    """Build again and again, until somebody presses Ctrl+C.

    What was read for one build is in memory for the next, which reads only what changed.
    """
    from generator.cli.preview.preview_server import Server
    from generator.cli.preview.watch import Setups, changes

    first = load(project, period)
    if first.history.is_closed(first.period):
        raise WrongUsageError(f"{first.period.name} is closed: nothing that may change here would be in its report.")
    found = first.project
    setups, kept = Setups(lambda: load(project, period)), Kept.by_user()
    server = Server()
    server.start()
    say(f"Open {server.address} in a browser on this computer. Ctrl+C ends.")
    try:
        for seen in changes(found):
            try:
                server.show(build_once(setups.at(seen), wanted, kept).files)
            except ScorecardError as error:
                explained(error)
                server.show({})
            except OSError as error:  # a file that went away while it was read; the next look will tell
                server.show({})
                say(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}.")
    except KeyboardInterrupt:
        say("Ended.")
    finally:
        server.stop()


def build_councils(root: Path, period: str | None, *, draft: bool, scheduler: str | None) -> NoReturn:
    """Build every council's project in a folder, each by itself, and end with the worst of their exit codes."""
    from generator.cli.build_all import build_each, others_under, projects_under, worst

    if not root.is_dir():
        raise WrongUsageError(f"There is no folder {root}.")
    folders = projects_under(root.absolute())
    if not folders:
        itself = " It is one itself: use scorecard build." if (root / SETTINGS).is_file() else ""
        raise WrongUsageError(f"There is no project folder in {root}.{itself}")
    if scheduler:
        with cluster(scheduler, reader_version):  # say once, before anything is built, what every council would say
            pass
    given = {"--period": period, "--scheduler": scheduler}
    options = [each for option, value in given.items() if value for each in (option, value)]
    codes = []
    with telling("Councils built") as step:
        for built in build_each(folders, [*options, *(("--draft",) if draft else ())], step):
            tell(f"{built.name}: {built.ending}{', marked DRAFT' if draft and not built.code else ''}")
            for line in built.told.splitlines() if built.code else ():
                tell(f"  {line}")
            codes.append(built.code)
    if passed_over := others_under(root):
        say(f"Passed over, for want of {SETTINGS.as_posix()}: {'; '.join(passed_over)}.")
    say(f"{codes.count(0)} of {len(codes)} published.")
    raise typer.Exit(worst(codes))
