"""The build command at work: once, or again and again while somebody watches."""

from pathlib import Path

import typer

from generator.build import gather, hashes, render
from generator.manifest import MANIFEST, manifest
from generator.pdf import NoPdfError, as_pdf
from generator.problem import Unusable
from generator.publish import PublishError, alone, publish
from generator.returns import Remembered
from generator.setup import Setup
from generator.terminal import number_of_returns, say, set_up_or_stop, show, stop


def build_once(
    setup: Setup, *, draft: bool, pdf: bool, internal: bool = False, remembered: Remembered | None = None
) -> dict[str, bytes] | None:
    """Check, render and publish; gives the files, or nothing where the returns or a template have errors."""
    try:
        with alone(setup.project.output_folder(setup.period, internal=internal)):
            return _build(setup, draft=draft, pdf=pdf, internal=internal, remembered=remembered)
    except (PublishError, NoPdfError) as error:
        stop(str(error))


def _build(
    setup: Setup, *, draft: bool, pdf: bool, internal: bool, remembered: Remembered | None
) -> dict[str, bytes] | None:
    gathered = gather(setup, draft=draft, internal=internal, remembered=remembered)
    show(gathered.report.problems)
    folder = setup.project.output_folder(setup.period, internal=internal)
    if gathered.has_errors and not draft:
        stands = f" {setup.project.relative(folder)} is as it was." if folder.exists() else ""
        say(f"Nothing was published.{stands} Put the errors right, or build with --draft.")
        return None
    try:
        files = render(setup, gathered.report, pdf=pdf)
        files |= as_pdf(files) if pdf else {}
        files[MANIFEST] = manifest(files, hashes(setup, gathered), setup.settings, gathered.approvals)
        publish(folder, files)
    except Unusable as unusable:
        show(unusable.problems)
        return None
    for name in sorted(files):
        typer.echo(setup.project.relative(folder / name))
    say(f"{number_of_returns(len(gathered.judged))} in the report{', marked DRAFT' if draft else ''}.")
    return files


def watch_and_build(project: Path | None, period: str | None, *, draft: bool, pdf: bool, internal: bool) -> None:
    """Build again and again, until somebody presses Ctrl+C."""
    from generator.serving import Server
    from generator.watching import changes

    found = set_up_or_stop(project, period).project
    remembered, server = Remembered(), Server()
    server.start()
    say(f"Open {server.address} in a browser on this computer. Ctrl+C ends.")
    try:
        for _ in changes(found):
            try:
                setup = set_up_or_stop(project, period)
                server.show(build_once(setup, draft=draft, pdf=pdf, internal=internal, remembered=remembered) or {})
            except typer.Exit:
                server.show({})
            except OSError as error:  # a file that went away while it was read; the next look will tell
                server.show({})
                say(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}.")
    except KeyboardInterrupt:
        say("Ended.")
    finally:
        server.stop()
