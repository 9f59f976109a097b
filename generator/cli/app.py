"""The command line: parse, call, show progress and problems, set the exit code.

Exit codes: 0 done; 1 the returns (or a template) have errors; 2 wrong usage or settings.
"""

import gc
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator import __version__
from generator.cli.console import (
    DONE,
    RETURNS_HAVE_ERRORS,
    WRONG_USAGE,
    Format,
    WrongUsageError,
    find_project,
    loaded,
    print_problems,
    read_returns,
    reported_period,
    returns_read,
    say,
    say_that_it_is_closed,
    say_what_is_not_recorded,
    show,
    tell,
)
from generator.cli.logged import logged
from generator.cli.options import ImportAs, PeriodOption, ProjectOption, SchedulerOption, ScorecardCommand
from generator.cli.period_commands import close, history, move_on
from generator.cli.review_command import review
from generator.cli.round_commands import issue, status, write_tables
from generator.model.english import capital, counted

if TYPE_CHECKING:
    from generator.project.load import Setup
    from generator.report.gather import Gathered


app = typer.Typer(
    name="scorecard",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _say_version(asked: bool) -> None:  # noqa: FBT001, as typer calls it
    if asked:
        tell(f"scorecard {__version__}")
        raise typer.Exit


@app.callback()
def _all_commands(
    _version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Exception reports for councils: from officers' workbooks to Word, HTML and open data."""


@app.command(cls=ScorecardCommand)
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make. It must be new or empty.")],
    like: Annotated[
        str | None,
        typer.Option("--like", metavar="NAME", help="Start from a ready report with made-up measures."),
    ] = None,
) -> None:
    """Lay out a new project folder, ready to run."""
    from generator.project.new_project import lay_out

    for line in lay_out(folder, today=date.today(), like=like):
        tell(line)


@app.command("import", cls=ScorecardCommand)
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Your list of measures, or past figures: .xlsx, .csv, .xls or .ods; an old report: .docx.",
        ),
    ],
    project: ProjectOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")] = False,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Replace a register in use, which is kept; revise figures imported before."),
    ] = False,
    read_as: Annotated[
        ImportAs | None, typer.Option("--as", help="What the file is, where it was taken for the other.")
    ] = None,
) -> None:
    """Read your own list of measures, past figures, or an old report; say what was taken and left. It asks nothing."""
    from generator.cli.import_commands import import_into

    import_into(find_project(project), file.absolute(), dry_run=dry_run, replace=replace, read_as=read_as)


app.command(cls=ScorecardCommand)(issue)


@app.command(cls=ScorecardCommand)
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILES]", help="Only these workbooks. Default: all of the period.")
    ] = None,
    project: ProjectOption = None,
    period: PeriodOption = None,
    output_format: Annotated[Format, typer.Option("--format", help="How problems are printed.")] = Format.TEXT,
    brief: Annotated[bool, typer.Option("--brief", help="Leave out what is about style alone.")] = False,
    xlsx: Annotated[
        Path | None, typer.Option("--xlsx", metavar="FILE", help="Write the problems as a workbook, a row each.")
    ] = None,
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
    """Check the returns and say what to put right, and where. The project stays as it is; --annotate writes copies."""
    with loaded(project, period) as setup:
        if annotate and setup.is_as_closed:
            raise WrongUsageError(f"{setup.period.name} is closed, so its returns are not sent back.")
        gathered = read_returns(setup, files or None)
        print_problems(gathered.problems, output_format, brief=brief)
        if xlsx:
            from generator.collecting.round_tables import as_workbook, table_of_problems
            from generator.collecting.who_owes_what import collect

            items = collect(setup, gathered, date.today())
            write_tables(setup.home, xlsx, as_workbook([table_of_problems(gathered.problems, items)], date.today()))
        if annotate:
            _annotate(setup, gathered, annotate)
        if output_format is Format.TEXT:
            say_what_is_not_recorded(setup)
            say_that_it_is_closed(setup)
            say(returns_read(gathered.readings))
    raise typer.Exit(RETURNS_HAVE_ERRORS if gathered.has_errors else DONE)


def _annotate(setup: "Setup", gathered: "Gathered", folder: Path) -> None:
    from generator.collecting.annotated_copies import NotCopied, write_copies

    copies = 0
    with logged(setup.project, setup.period, "check --annotate") as came_of_it:
        for each in write_copies(setup, gathered, folder.absolute()):
            if isinstance(each, NotCopied):
                say(f"{each.file} has no copy: {each.why}.")
            else:
                copies += 1
                say(f"{each.copy} is ready to go back to its officer.")
        came_of_it(f"{counted(copies, 'annotated copy', 'annotated copies')} written.")


app.command(cls=ScorecardCommand)(status)


@app.command(cls=ScorecardCommand)
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
    """Check everything and render the period's reports. With errors nothing is published, unless --draft."""
    from generator.build import Wanted
    from generator.cli.build_commands import build_once, watch_and_build

    if pdf:
        from generator.documents.pdf import check_converter

        check_converter()
    if watch and scheduler:
        raise WrongUsageError(
            "--watch and --scheduler do not go together: somebody who watches has all that was read in memory."
        )
    wanted = Wanted(draft=draft, internal=internal, pdf=pdf, scheduler=scheduler)
    if watch:
        watch_and_build(project, period, wanted)
        return
    found = find_project(project)
    with logged(found, reported_period(found, period), "build") as came_of_it, loaded(project, period) as setup:
        if draft and setup.is_as_closed:
            raise WrongUsageError(f"{setup.period.name} is closed, so there is nothing to draft.")
        build_once(setup, wanted, came_of_it=came_of_it)


@app.command(cls=ScorecardCommand)
def verify(
    project: ProjectOption = None,
    period: PeriodOption = None,
    internal: Annotated[bool, typer.Option("--internal", help="The report for readers inside the council.")] = False,
    output_format: Annotated[Format, typer.Option("--format", help="How problems are printed.")] = Format.TEXT,
) -> None:
    """Say whether a period's report is as it was built, and whether what it was made from has changed since."""
    from generator.output.verify import differences_of_closed, differences_of_open
    from generator.project.team_files import history_of

    found = find_project(project)
    reported = reported_period(found, period)
    if not internal and history_of(found, reported.starts).is_closed(reported):
        problems = differences_of_closed(found, reported)
    else:
        problems = differences_of_open(found, reported, internal=internal)
    print_problems(problems, output_format)
    if not problems:
        folder = found.relative(found.output_folder(reported, internal=internal))
        say(f"{folder} is as it was built, and so is what it was made from.")
    raise typer.Exit(RETURNS_HAVE_ERRORS if problems else DONE)


@app.command("build-all", cls=ScorecardCommand)
def build_all(
    root: Annotated[Path, typer.Argument(metavar="ROOT", help="The folder that the councils' project folders are in.")],
    period: PeriodOption = None,
    draft: Annotated[bool, typer.Option("--draft", help="Build in spite of errors; reports are marked DRAFT.")] = False,
    scheduler: SchedulerOption = None,
) -> None:
    """Build many councils' reports. A failure is its own council's alone; the exit code is the worst."""
    from generator.cli.build_commands import build_councils

    build_councils(root, period, draft=draft, scheduler=scheduler)


@app.command("check-template", cls=ScorecardCommand)
def check_template(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="This template. Default: all that the project uses.")
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Say whether a Word, HTML or narrative template is sound, and list the fields that it may use."""
    from generator.cli.listing import field_lines
    from generator.cli.template_files import file_alone, used_by
    from generator.documents.template_trial import faults_of, fields_for

    templates, questions = file_alone(file) if file else used_by(find_project(project))
    faults = {each.name: faults_of(each.data, each.name, questions) for each in templates}
    for heading, fields in fields_for(file.as_posix() if file else ""):
        for line in field_lines(heading, fields):
            tell(line)
    print_problems([each for found in faults.values() for each in found], Format.TEXT)
    for name, found in faults.items():
        if not any(each.is_error for each in found):
            say(f"{name} is sound.")
    raise typer.Exit(RETURNS_HAVE_ERRORS if any(each.is_error for found in faults.values() for each in found) else DONE)


@app.command(cls=ScorecardCommand)
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A measure's code, such as CM PM24.")],
    project: ProjectOption = None,
    period: PeriodOption = None,
) -> None:
    """Say how a measure's statuses came about, step by step."""
    from generator.judging import explanation
    from generator.model.problem import nearest

    with loaded(project, period) as setup:
        measure = setup.register.find(code)
        if measure is None:
            raise WrongUsageError(f"There is no measure “{code}” in the register.{nearest(code, setup.register.codes)}")
        gathered = read_returns(setup)
    judged = next((each for each in gathered.judged if each.measure == measure), None)
    if judged is None:
        files = {each.file for each in gathered.readings if each.measure == measure}
        show(each for each in gathered.problems if each.place.file in files or each.place == measure.place)
        say(f"There is no return for {measure.label} that can be used.")
        raise typer.Exit(RETURNS_HAVE_ERRORS)
    for line in explanation.explanation_of(judged):
        tell(line)


app.command(cls=ScorecardCommand)(review)
app.command(cls=ScorecardCommand)(close)
app.command("next", cls=ScorecardCommand)(move_on)


@app.command(cls=ScorecardCommand)
def doctor(project: ProjectOption = None) -> None:
    """Say what this computer has and lacks, and what each lack costs."""
    from generator.cli.doctor import findings
    from generator.project.folder import NoProjectError

    try:
        found = find_project(project)
    except NoProjectError:
        if project:
            raise
        found = None
    for each in findings(found):
        tell(f"{each.what}: {each.found}")
        if each.cost:
            tell(f"  {capital(each.cost)}.")


app.command(cls=ScorecardCommand)(history)


def run_command_line() -> None:
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
