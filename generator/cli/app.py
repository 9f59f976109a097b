"""The command line: parse, call, show progress and problems, set the exit code.

Exit codes: 0 done; 1 the returns (or a template) have errors; 2 wrong usage or settings.
"""

import gc
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.console import (
    DONE,
    RETURNS_HAVE_ERRORS,
    WRONG_USAGE,
    Format,
    find_or_stop,
    number_of_returns,
    print_problems,
    read_through,
    say,
    set_up_or_stop,
    show,
    stop,
    tell,
)
from generator.cli.progress_line import telling
from generator.model.problem import Place, Unusable, problem
from generator.project.folder import NoProjectError, Project

if TYPE_CHECKING:
    from generator.project.load import Setup
    from generator.report.gather import Gathered

app = typer.Typer(
    name="scorecard",
    help="Exception reports for councils: from officers' workbooks to Word, HTML and open data.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


ProjectOption = Annotated[
    Path | None,
    typer.Option(
        "--project",
        metavar="DIR",
        help="The project folder. Default: the nearest folder upward that has inputs/scorecard.toml.",
        show_default=False,
    ),
]
PeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar="P", help="The quarter, such as 2018-19-Q2. Default: the settings' period."),
]
SchedulerOption = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADDRESS", help="Open the returns on a Dask cluster: tcp://HOST:PORT."),
]


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make. It must be new or empty.")],
) -> None:
    """Lay out a new project folder, ready to run."""
    from generator.project.new_project import FolderInUseError, lay_out

    try:
        made = lay_out(folder, today=date.today())
    except FolderInUseError as error:
        stop(str(error))
    for line in made:
        tell(line)


@app.command()
def issue(
    project: ProjectOption = None,
    period: PeriodOption = None,
    code: Annotated[
        list[str] | None, typer.Option("--code", metavar="C", help="Only this measure; may be given several times.")
    ] = None,
) -> None:
    """Write one pre-filled workbook for each measure that is due. No file is ever overwritten."""
    from generator.collecting.issue_forms import UnknownCodesError, issue_all

    setup = set_up_or_stop(project, period)
    show(setup.register.queries)
    try:
        issued = issue_all(setup, code or [], telling)
    except UnknownCodesError as error:
        stop(str(error))
    for file in issued.written:
        tell(file)
    for file in issued.kept:
        say(f"{file} is there already, and was left as it is.")
    say(f"{len(issued.written)} issued, {len(issued.kept)} already there.")


@app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILES]", help="Only these workbooks. Default: the whole quarter.")
    ] = None,
    project: ProjectOption = None,
    period: PeriodOption = None,
    output_format: Annotated[Format, typer.Option("--format", help="How problems are printed.")] = Format.TEXT,
    annotate: Annotated[
        Path | None,
        typer.Option(
            "--annotate",
            metavar="DIR",
            help="Write, for each return with problems, a fresh form with the answers in it and what to put right.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Check the returns and say what to put right, and where. Writes nothing but what --annotate asks for."""
    setup = set_up_or_stop(project, period, output_format)
    gathered = read_through(setup, files or None)
    print_problems(gathered.report.problems, output_format)
    if annotate:
        _annotate(setup, gathered, annotate)
    if output_format is Format.TEXT:
        say(f"{number_of_returns(len(gathered.readings))} read.")
    raise typer.Exit(RETURNS_HAVE_ERRORS if gathered.has_errors else DONE)


def _annotate(setup: "Setup", gathered: "Gathered", folder: Path) -> None:
    from generator.collecting.annotated_copies import not_sent_back, write_copies

    copied = dict(write_copies(setup, gathered, folder.absolute()))
    for copy in copied.values():
        say(f"{copy} is ready to go back to its officer.")
    for file in not_sent_back(gathered, copied):
        say(f"{file} has no copy: it is not a form of this quarter that can be read.")


@app.command()
def status(
    project: ProjectOption = None,
    period: PeriodOption = None,
    chase: Annotated[
        Path | None,
        typer.Option(
            "--chase",
            metavar="DIR",
            help="Write a reminder for each person who owes something, as an .eml file to open and send.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Say who has returned what, and who owes what. Nothing is ever sent."""
    from generator.cli.listing import owing_lines, tally_lines
    from generator.collecting.who_owes_what import collect, owing, tally, unclaimed

    setup = set_up_or_stop(project, period)
    gathered = read_through(setup)
    items = collect(setup, gathered, date.today())
    people = owing(items)
    due = setup.due_date
    tell(f"{setup.settings.council}, {setup.period.name}: returns due on {due.day} {due:%B %Y}")
    tell("")
    for line in (*tally_lines(tuple(tally(items, setup.settings.directorates))), *owing_lines(people)):
        tell(line)
    for file in unclaimed(gathered):
        say(f"{file} is not a return of this quarter: see scorecard check.")
    if chase:
        from generator.collecting.reminders import write_reminders

        for reminder in write_reminders(setup, gathered, people, chase.absolute()):
            say(f"{reminder} is ready to open and send.")


@app.command()
def build(
    project: ProjectOption = None,
    period: PeriodOption = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Build in spite of errors; the report is marked DRAFT.")
    ] = False,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Also make a tagged PDF of each Word file, through LibreOffice.")
    ] = False,
    internal: Annotated[
        bool,
        typer.Option("--internal", help="Build for readers inside the council, with what the public is not to see."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Build again whenever a file changes, and show the page in a browser.")
    ] = False,
    scheduler: SchedulerOption = None,
) -> None:
    """Check everything and render the quarter's reports. With errors nothing is published, unless --draft."""
    from generator.cli.build_commands import build_once, watch_and_build

    if pdf:
        from generator.documents.pdf import NoPdfError, check_converter

        try:
            check_converter()
        except NoPdfError as error:
            stop(str(error))
    if watch and scheduler:
        stop("--watch and --scheduler do not go together: somebody who watches has all that was read in memory.")
    if watch:
        watch_and_build(project, period, draft=draft, pdf=pdf, internal=internal)
    elif not build_once(set_up_or_stop(project, period), draft=draft, pdf=pdf, internal=internal, scheduler=scheduler):
        raise typer.Exit(RETURNS_HAVE_ERRORS)


@app.command()
def verify(
    project: ProjectOption = None,
    period: PeriodOption = None,
    internal: Annotated[bool, typer.Option("--internal", help="The report for readers inside the council.")] = False,
    output_format: Annotated[Format, typer.Option("--format", help="How problems are printed.")] = Format.TEXT,
) -> None:
    """Say whether a quarter's report is as it was built, and whether what it was made from has changed since."""
    from generator.output.verify import verify as differences

    found, quarter = find_or_stop(project, period, output_format)
    problems = differences(found, quarter, internal=internal)
    print_problems(problems, output_format)
    if not problems:
        folder = found.relative(found.output_folder(quarter, internal=internal))
        say(f"{folder} is as it was built, and so is what it was made from.")
    raise typer.Exit(RETURNS_HAVE_ERRORS if problems else DONE)


@app.command("build-all")
def build_all(
    root: Annotated[Path, typer.Argument(metavar="ROOT", help="The folder that the councils' project folders are in.")],
    period: PeriodOption = None,
    draft: Annotated[bool, typer.Option("--draft", help="Build in spite of errors; reports are marked DRAFT.")] = False,
    scheduler: SchedulerOption = None,
) -> None:
    """Build many councils' reports. A failure is its own council's alone; the exit code is the worst."""
    from generator.cli.build_commands import build_councils

    build_councils(root, period, draft=draft, scheduler=scheduler)


@app.command("check-template")
def check_template(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="This template. Default: all that the project uses.")
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Say whether a Word, HTML or narrative template is sound, and list the fields that it may use."""
    from generator.cli.listing import field_lines
    from generator.documents.template_trial import faults_of, fields_for
    from generator.project.team_files import bytes_of

    templates = {file.as_posix(): file} if file else _templates(project)
    if file and not file.exists():
        show([problem("FILE13", Place(file.as_posix()))])
        raise typer.Exit(WRONG_USAGE)
    try:
        faults = {name: faults_of(bytes_of(path, name), name) for name, path in templates.items()}
    except Unusable as unusable:
        show(unusable.problems)
        raise typer.Exit(WRONG_USAGE) from None
    for heading, fields in fields_for(file.as_posix() if file else ""):
        for line in field_lines(heading, fields):
            tell(line)
    print_problems([each for found in faults.values() for each in found], Format.TEXT)
    for name, found in faults.items():
        if not any(each.is_error for each in found):
            say(f"{name} is sound.")
    raise typer.Exit(RETURNS_HAVE_ERRORS if any(each.is_error for found in faults.values() for each in found) else DONE)


def _templates(project: Path | None) -> dict[str, Path]:
    from generator.documents.every_document import ALL_TEMPLATES
    from generator.project.team_files import name_of

    try:
        found = Project.find(project or Path.cwd(), upward=project is None)
    except NoProjectError as error:
        stop(str(error))
    paths = (found.template(name) for name in ALL_TEMPLATES)
    return {name_of(found, path): path for path in paths}


@app.command()
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A measure's code, such as CM PM24.")],
    project: ProjectOption = None,
    period: PeriodOption = None,
) -> None:
    """Say how a measure's statuses came about, step by step."""
    from generator.judging import explanation
    from generator.model.problem import nearest

    setup = set_up_or_stop(project, period)
    measure = setup.register.find(code)
    if measure is None:
        stop(f"There is no measure “{code}” in the register.{nearest(code, setup.register.codes)}")
    gathered = read_through(setup)
    judged = next((each for each in gathered.judged if each.measure == measure), None)
    if judged is None:
        files = {each.file for each in gathered.readings if each.measure == measure}
        show(each for each in gathered.report.problems if each.place.file in files or each.place == measure.place)
        say(f"There is no return for {measure.label} that can be used.")
        raise typer.Exit(RETURNS_HAVE_ERRORS)
    for line in explanation.explain(judged):
        tell(line)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.set_threshold(100_000)  # the values here last and hold no circles: to look for some takes a tenth of the time
    try:
        app()
    except OSError as error:
        say(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}.")
        say("The command ended there. No file that was there before was changed. Put this right, and run it again.")
        sys.exit(WRONG_USAGE)
    finally:
        gc.freeze()  # what is left goes with the process: to look for circles in it takes a tenth of a small build
