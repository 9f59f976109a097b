"""A report built, from the project folder to the output folder: load, gather, render, publish.

Nothing is printed here and nothing exits: what a person is to know comes as a value or as a ScorecardError.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from generator.cache.store import Kept
from generator.model.problem import Problem, ScorecardError, Unusable
from generator.model.progress import Telling, quiet
from generator.output.manifest import manifest, note_of_sources
from generator.output.publish import alone, is_there, publish
from generator.project.folder import MANIFEST
from generator.project.load import Setup
from generator.project.quarter_folders import last_note
from generator.project.team_files import TeamFile, hashes_of, read_template
from generator.reading.open_workbooks import Opening
from generator.report.gather import Gathered, gather


class NotPublishedError(ScorecardError):
    """The returns or a template have errors, so nothing was published and the last report stands."""

    exit_code = 1


class Wanted(NamedTuple):
    """What sort of report is asked for, and who opens the workbooks: this computer, or a ``scheduler``'s."""

    draft: bool = False
    internal: bool = False
    pdf: bool = False
    scheduler: str | None = None


class Built(NamedTuple):
    """A report that was published: its folder, its files by name, and what it was made of."""

    folder: Path
    files: Mapping[str, bytes]
    gathered: Gathered


def build_report(
    setup: Setup,
    wanted: Wanted,
    tell: Callable[[Sequence[Problem]], None],
    telling: Telling = quiet,
    kept: Kept | None = None,
) -> Built:
    """Check everything, render the quarter's report, and publish it.

    ``tell`` is given the problems of the returns before documents are made. What is ``kept`` is not read again, nor is
    what is in the user's cache folder. Raises NotPublishedError where the returns
    (unless a draft is wanted) or a template have errors, and any other ScorecardError where it cannot be done.
    """
    folder = setup.home.output_folder(setup.period, internal=wanted.internal)
    stands = f" {setup.home.relative(folder)} is as it was." if is_there(folder) else ""
    with alone(folder):
        with opening(setup, telling, kept=kept, scheduler=wanted.scheduler) as opened:
            gathered = gather(setup, draft=wanted.draft, internal=wanted.internal, opening=opened)
        tell(gathered.problems)
        if gathered.has_errors and not (
            wanted.draft or setup.is_as_closed
        ):  # it was published, whatever rules came since
            raise NotPublishedError(f"Nothing was published.{stands} Put the errors right, or build with --draft.")
        try:
            templates = templates_of(setup)
            files = _rendered(setup, gathered, templates, wanted, telling)
        except Unusable as faulty:
            raise NotPublishedError(f"Nothing was published.{stands}", faulty.problems) from None
        note = _note(setup, gathered, templates, files[MANIFEST], internal=wanted.internal)
        publish(folder, files, {setup.home.made_from(setup.period, internal=wanted.internal): note})
    return Built(folder, files, gathered)


def _note(setup: Setup, gathered: Gathered, templates: Mapping[str, TeamFile], made: bytes, *, internal: bool) -> bytes:
    """What the report was made from; of one that is made again from its archive, what was noted when it was closed."""
    kept = last_note(setup.project, setup.period) if setup.is_as_closed and not internal else None
    sources = {**gathered.sources, **hashes_of(templates.values())}
    return kept.data if kept else note_of_sources(made, sources, setup.settings, gathered.approvals)


def _rendered(
    setup: Setup, gathered: Gathered, templates: Mapping[str, TeamFile], wanted: Wanted, telling: Telling
) -> dict[str, bytes]:
    from generator.documents.every_document import render  # noqa: PLC0415, only sound returns need it

    with telling("Documents made") as step:
        files = render(gathered.report, templates, setup.settings, pdf=wanted.pdf, step=step)
    if wanted.pdf:
        from generator.documents.pdf import as_pdf  # noqa: PLC0415, few builds ask for it

        files |= as_pdf(files, telling)
    return {**files, MANIFEST: manifest(files)}


def templates_of(setup: Setup) -> dict[str, TeamFile]:
    """The templates that the report is made with, by their path under templates/. Raises Unusable."""
    from generator.documents.every_document import templates_used  # noqa: PLC0415, the same

    return {name: read_template(setup.project, name) for name in templates_used(setup.settings)}


@contextmanager
def opening(
    setup: Setup,
    telling: Telling = quiet,
    *,
    count: int | None = None,
    kept: Kept | None = None,
    scheduler: str | None = None,
) -> Iterator[Opening]:
    """What opens workbooks, with what is kept of earlier runs and as many processes as their ``count`` is worth.

    The count is that of the quarter's returns, unless it is given. Returns that are ``kept`` are not read again;
    without it, those in the user's cache folder. With the address of a ``scheduler``, its workers open the others.
    Raises NoClusterError.
    """
    number = sum(1 for _ in setup.project.returns(setup.period)) if count is None else count
    with Opening.of_many(number, kept=kept or Kept.by_user(), telling=telling, scheduler=scheduler) as opened:
        yield opened
