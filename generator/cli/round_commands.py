"""The commands of a round: forms out, and who owes what."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.console import (
    WrongUsageError,
    find_project,
    load,
    loaded,
    read_returns,
    reported_period,
    say,
    say_that_it_is_closed,
    say_what_is_not_recorded,
    show,
    tell,
)
from generator.cli.logged import logged
from generator.cli.options import PeriodOption, ProjectOption
from generator.cli.progress_line import telling
from generator.model.english import counted, day
from generator.model.problem import Problem, Unusable
from generator.project.folder import ACTIONS_TABLE, HISTORY, Project

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.collecting.who_owes_what import Item, Person
    from generator.project.load import Setup
    from generator.report.gather import Gathered


def write_tables(project: Project, path: Path, workbook: bytes) -> None:
    """Write tables of the round, over none but the last ones. Raises WrongUsageError, OSError."""
    from generator.collecting.round_tables import is_table_of_ours
    from generator.output.swap_folders import replace_file

    path = path.absolute()
    if path.suffix.lower() != ".xlsx":
        raise WrongUsageError(f"{path.name} must end in .xlsx.")
    if path.exists() and not (path.is_file() and is_table_of_ours(path.read_bytes())):
        raise WrongUsageError(f"{path} is something else, and was left as it is. Name another file.")
    replace_file(path, workbook)
    say(f"{project.relative(path)} has it as a workbook.")


_CHANGED = (
    " The register or the questions have changed since it was issued: with --code and its measure, its next issue is"
    " made, with the answers in it."
)


def issue(
    project: ProjectOption = None,
    period: PeriodOption = None,
    code: Annotated[
        list[str] | None,
        typer.Option("--code", metavar="C", help="Only this measure or group; may be given several times."),
    ] = None,
    emails: Annotated[
        Path | None,
        typer.Option(
            "--emails",
            metavar="DIR",
            help="Write an e-mail to each person with their forms, as an .eml file to open and send.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write one pre-filled workbook for each measure that is due. What an officer has begun is never overwritten."""
    from generator.cache.store import Kept
    from generator.collecting.issue_forms import issue_all

    found = find_project(project)
    with logged(found, reported_period(found, period), "issue") as came_of_it:
        setup = _open(project, period)
        show(_told_before_forms(setup))
        issued = issue_all(setup, code or [], telling, Kept.by_user())
        for file in issued.written:
            tell(file)
        for file in issued.replaced:
            say(f"{file} was replaced: nobody has begun it, and it would be another now.")
        for file in issued.kept:
            say(f"{file} is there already, and was left as it is.{_CHANGED if file in issued.changed else ''}")
        if emails:
            _write_emails(setup, emails.absolute())
        _write_calendar(setup)
        say_what_is_not_recorded(setup)
        replaced = f"{len(issued.replaced)} replaced, " if issued.replaced else ""
        came_of_it(f"{len(issued.written)} issued, {replaced}{len(issued.kept)} already there.")


def _told_before_forms(setup: "Setup") -> tuple[Problem, ...]:
    """What there is to say of the register, and of actions that no form asks for."""
    from generator.checks.actions_told import check_somebody_is_asked
    from generator.checks.borrowed_targets import check_borrowed_targets
    from generator.checks.open_again import check_open_again

    borrowed = check_borrowed_targets(setup.register, setup.period, setup.history)
    unasked = check_somebody_is_asked(setup.open_actions, setup.subjects, ACTIONS_TABLE.as_posix())
    revised = check_open_again(setup.history, setup.period, HISTORY.as_posix())
    return (*setup.register.queries, *borrowed, *revised, *unasked)


def _write_emails(setup: "Setup", folder: Path) -> None:
    """Write the e-mails that forms go out with."""
    from generator.collecting.reminders import write_issue_emails

    for email in write_issue_emails(setup, folder, date.today()):
        say(f"{setup.project.relative(email)} is ready to open and send.")


def _write_calendar(setup: "Setup") -> None:
    """Write the round's days beside the forms. Days that cannot be counted are told of, and keep no form back."""
    from generator.collecting.round_calendar import write_calendar

    try:
        path = write_calendar(setup)
    except Unusable as unknown:
        show(unknown.problems)
    else:
        say(f"{setup.project.relative(path)} has the days of the round, for a calendar." if path else _NOT_OURS)


_NOT_OURS = "The folder has a round.ics that is not ours; it was left as it is, and no calendar was written."


def _open(project: Path | None, period: str | None) -> "Setup":
    """The project for a period that is not closed. Raises WrongUsageError for one that is."""
    setup = load(project, period)
    if setup.history.is_closed(setup.period):
        raise WrongUsageError(
            f"{setup.period.name} is closed, so no forms are issued for it. For the next: scorecard next. "
            f'To revise it: scorecard close --period {setup.period} --reopen "why it is revised"'
        )
    return setup


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
    xlsx: Annotated[
        Path | None,
        typer.Option("--xlsx", metavar="FILE", help="Write the same as a workbook, with all problems listed."),
    ] = None,
    show_page: Annotated[bool, typer.Option("--open", help="Show the same as a page in a browser.")] = False,
) -> None:
    """Say who has returned what, and who owes what. Nothing is ever sent."""
    with loaded(project, period) as setup:
        if chase and setup.is_as_closed:
            raise WrongUsageError(f"{setup.period.name} is closed, so nobody is reminded of it.")
        _show_status(setup, chase, xlsx, show_page=show_page)


def _show_status(setup: "Setup", chase: Path | None, xlsx: Path | None, *, show_page: bool) -> None:
    from generator.cli.listing import owing_lines, tally_lines
    from generator.collecting.who_owes_what import collect, owing, tally, unclaimed
    from generator.collecting.working_days import due_date

    gathered = read_returns(setup)
    items = collect(setup, gathered, date.today())
    people = owing(items)
    tell(f"{setup.settings.council}, {setup.period.name}: returns due on {day(due_date(setup))}")
    tell("")
    for line in (*tally_lines(tuple(tally(items, setup.groups))), *owing_lines(people)):
        tell(line)
    for file in unclaimed(gathered):
        say(f"{file} is not a return of this {setup.period.word}: see scorecard check.")
    say_that_it_is_closed(setup)
    if xlsx or show_page:
        _show_tables(setup, gathered, items, xlsx, show_page=show_page)
    if chase:
        with logged(setup.project, setup.period, "status --chase") as came_of_it:
            came_of_it(f"{counted(_chase(setup, gathered, people, chase.absolute()), 'reminder')} written.")


def _show_tables(
    setup: "Setup", gathered: "Gathered", items: "Sequence[Item]", xlsx: Path | None, *, show_page: bool
) -> None:
    from generator.collecting.round_tables import as_page, as_workbook, table_of_problems, table_of_returns

    tables = (table_of_returns(setup, items), table_of_problems(gathered.problems, items))
    if xlsx:
        write_tables(setup.home, xlsx, as_workbook(tables, date.today()))
    if show_page:
        import webbrowser

        from generator.output.swap_folders import replace_file

        page = setup.home.output_folder(setup.period).with_name(f"{setup.period}-status.html")
        page.parent.mkdir(exist_ok=True)
        replace_file(page, as_page(setup, tables))
        tell(setup.home.relative(page))
        webbrowser.open(page.as_uri())


def _chase(setup: "Setup", gathered: "Gathered", people: "tuple[Person, ...]", folder: Path) -> int:
    """Write the reminders, and say how many there are."""
    from generator.collecting.email_drafts import out_of_date
    from generator.collecting.reminders import write_reminders

    reminders = tuple(write_reminders(setup, gathered, people, folder, date.today()))
    for reminder in reminders:
        say(f"{setup.project.relative(reminder)} is ready to open and send.")
    for other in out_of_date(folder, reminders):
        say(f"{setup.project.relative(other)} is of an earlier day, and asks for what is not owed: delete it.")
    return len(reminders)
