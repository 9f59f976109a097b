"""The build command at work: once, again and again while somebody watches, or for many councils."""

from pathlib import Path
from typing import NoReturn

import typer

from generator.cache.dask_cluster import NoClusterError, cluster
from generator.cache.store import Kept
from generator.cli.console import number_of_returns, read_through, say, set_up_or_stop, show, stop, tell
from generator.cli.progress_line import telling
from generator.model.problem import Unusable
from generator.output.manifest import manifest
from generator.output.publish import PublishError, alone, publish
from generator.project.folder import MANIFEST, SETTINGS
from generator.project.load import Setup
from generator.reading.workbook_codec import reader_version
from generator.report.gather import hashes


def build_once(
    setup: Setup,
    *,
    draft: bool,
    pdf: bool,
    internal: bool = False,
    scheduler: str | None = None,
    kept: Kept | None = None,
) -> dict[str, bytes] | None:
    """Check, render and publish; gives the files, or nothing where the returns or a template have errors.

    Workbooks are opened by the workers of the ``scheduler``, if there is one. Returns that are ``kept`` are not read
    again; without it, those that are kept in the user's cache folder.
    """
    try:
        with alone(setup.project.output_folder(setup.period, internal=internal)):
            return _build(setup, kept, draft=draft, pdf=pdf, internal=internal, scheduler=scheduler)
    except (PublishError, NoClusterError) as error:
        stop(str(error))


def _build(
    setup: Setup, kept: Kept | None, *, draft: bool, pdf: bool, internal: bool, scheduler: str | None
) -> dict[str, bytes] | None:
    gathered = read_through(setup, draft=draft, internal=internal, kept=kept, scheduler=scheduler)
    show(gathered.report.problems)
    folder = setup.project.output_folder(setup.period, internal=internal)
    stands = f" {setup.project.relative(folder)} is as it was." if folder.exists() else ""
    if gathered.has_errors and not draft:
        say(f"Nothing was published.{stands} Put the errors right, or build with --draft.")
        return None
    from generator.documents.every_document import render

    try:
        with telling("Documents made") as step:
            files = render(setup, gathered.report, pdf=pdf, step=step)
        files |= _as_pdf(files) if pdf else {}
        files[MANIFEST] = manifest(files, hashes(setup, gathered), setup.settings, gathered.approvals)
        publish(folder, files)
    except Unusable as unusable:
        show(unusable.problems)
        say(f"Nothing was published.{stands}")
        return None
    for name in sorted(files):
        tell(setup.project.relative(folder / name))
    say(f"{number_of_returns(len(gathered.judged))} in the report{', marked DRAFT' if draft else ''}.")
    return files


def _as_pdf(files: dict[str, bytes]) -> dict[str, bytes]:
    from generator.documents.pdf import NoPdfError, as_pdf

    try:
        return as_pdf(files, telling)
    except NoPdfError as error:
        stop(str(error))


def watch_and_build(project: Path | None, period: str | None, *, draft: bool, pdf: bool, internal: bool) -> None:
    """Build again and again, until somebody presses Ctrl+C.

    What was read for one build is in memory for the next, which reads only what changed.
    """
    from generator.cli.preview_server import Server
    from generator.cli.watch import Setups, changes

    found = set_up_or_stop(project, period).project
    setups, kept = Setups(lambda: set_up_or_stop(project, period)), Kept.by_user()
    server = Server()
    server.start()
    say(f"Open {server.address} in a browser on this computer. Ctrl+C ends.")
    try:
        for seen in changes(found):
            try:
                setup = setups.at(seen)
                server.show(build_once(setup, draft=draft, pdf=pdf, internal=internal, kept=kept) or {})
            except typer.Exit:
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
        stop(f"There is no folder {root}.")
    folders = projects_under(root.absolute())
    if not folders:
        itself = " It is one itself: use scorecard build." if (root / SETTINGS).is_file() else ""
        stop(f"There is no project folder in {root}.{itself}")
    if scheduler:
        _check_cluster(scheduler)
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


def _check_cluster(address: str) -> None:
    """Say once, before anything is built, what every council would say."""
    try:
        with cluster(address, reader_version):
            return
    except NoClusterError as error:
        stop(str(error))
