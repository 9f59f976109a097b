"""The commands on a project's periods: one closed and opened again, and what was published of all of them."""

from datetime import date
from typing import Annotated

import typer

from generator.cli.console import (
    Format,
    WrongUsageError,
    find_project,
    load,
    print_json,
    read_returns,
    reported_period,
    say,
    tell,
)
from generator.cli.logged import logged
from generator.cli.options import PeriodOption, ProjectOption
from generator.model.characters import harmless_line
from generator.model.english import counted, listed


def close(
    project: ProjectOption = None,
    period: PeriodOption = None,
    reopen: Annotated[
        str | None,
        typer.Option("--reopen", metavar="REASON", help="Open the closed period again, to revise what was published."),
    ] = None,
) -> None:
    """Record what was published of the period, and keep what it was made from; --reopen opens it again."""
    from generator.commentary.withheld import public_text
    from generator.output.close_period import close_period, closing, reopen_period

    reason = None if reopen is None else " ".join(harmless_line(reopen).split())
    if reason == "":
        raise WrongUsageError('Say why the period is opened again: --reopen "A late return has come."')
    if reason and public_text(reason) != reason:
        raise WrongUsageError("The reason is published as it stands. Leave out the words in [[ ]], and the marks.")
    found = find_project(project)
    reported = reported_period(found, period)
    command = "close" if reason is None else "close --reopen"
    with logged(found, reported, command) as came_of_it, closing(found, reported):
        setup = load(project, period)
        if reason is not None:
            count = reopen_period(found, reported, reason, date.today())
            came_of_it(f"{reported.name} is open again ({counted(count, 'measure')}): {reason}")
            say("Build it, look at it, and close it again.")
            return
        closed = close_period(setup, read_returns(setup), date.today())
        tell(setup.project.relative(closed.archive))
        for each in closed.aside:
            if each.to:
                tell(each.to)
            else:
                say(f"{each.file} was replaced by a later issue, and could not be moved: {each.why}.")
        came_of_it(f"{setup.period.name} is closed: {counted(len(closed.rows), 'measure')} added to the history.")


def move_on(project: ProjectOption = None) -> None:
    """Move the project on to the next period, and say what is left to set."""
    from generator.collecting.next_period import moved_on, targets_to_decide, without_target
    from generator.output.swap_folders import replace_file
    from generator.project.team_files import read_file

    found = find_project(project)
    before = reported_period(found, None)
    now = before.next
    with logged(found, now, "next") as came_of_it:
        setup = load(project, None)
        kept = read_file(found.settings, found.relative(found.settings))
        moved = moved_on(kept.text, kept.name, before)
        if not setup.history.is_closed(before):
            say(f"{before.name} is not closed, so its report may still change: scorecard close --period {before}")
        replace_file(found.settings, moved.text.encode())
        came_of_it(f"The settings' period is {now} now.")
    for name in moved.cleared:
        tell(f"{name} was of the last meeting, and is a note now: set it for the next.")
    for name in moved.by_hand:
        tell(f"{name} is of the last meeting, and was left as it is: change it by hand.")
    for name in moved.kept:
        tell(f"{name} is as it was: look whether it still holds.")
    register = load(found.root, None).register
    years = set()
    for measure, year, target in targets_to_decide(register, now):
        years.add(year)
        last = f"{'target' if measure.year_end_target is None else 'year-end target'} is {measure.show(target)}"
        tell(f"{measure.label} has no target for {year} yet; its last {last}.")
    if years:
        tell(
            f"Until that is decided, the targets in the sheet Measures hold for {listed(sorted(years))} too. "
            "Type the new ones into the sheet Targets, also where they stay the same."
        )
    for measure in without_target(register, now):
        tell(f"{measure.label} has no target for {now.name}.")


def history(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A measure's code, such as CM PM24. Default: all measures.")
    ] = None,
    project: ProjectOption = None,
    output_format: Annotated[Format, typer.Option("--format", help="How it is printed.")] = Format.TEXT,
) -> None:
    """Show what was published of a measure: figures, statuses, forecasts and revisions, period by period."""
    from generator.cli.history_listing import histories_of, history_json, history_lines, line_of_all
    from generator.model.problem import nearest
    from generator.output.verify import check_tables

    setup = load(project, None)
    check_tables(setup)
    found = histories_of(setup.recorded, setup.listed, code)
    known = (*setup.register.codes, *setup.recorded.codes)
    if code and not found and not setup.register.find(code):
        raise WrongUsageError(f"Neither the register nor the history has a measure “{code}”.{nearest(code, known)}")
    if output_format is Format.JSON:
        print_json({"measures": [history_json(each) for each in found]})
        return
    for line in (line for each in found for line in history_lines(each)):
        tell(line)
    if told := line_of_all(found):
        tell(told)
    if not found:
        nothing = f"Nothing was published of {code} yet." if setup.recorded.rows else "Nothing is in the history yet."
        say(f"{nothing} A period comes into it by: scorecard close")
