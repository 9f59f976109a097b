"""The command that writes the review copy."""

from generator.cli.console import loaded, tell
from generator.cli.logged import logged
from generator.cli.options import PeriodOption, ProjectOption
from generator.cli.progress_line import telling
from generator.model.english import counted


def review(project: ProjectOption = None, period: PeriodOption = None) -> None:
    """Write the report in Word with everything that was found as comments on the words that it is about."""
    from generator.build import opening, templates_of
    from generator.documents.review_copy.make import review_copy
    from generator.output.swap_folders import replace_file
    from generator.report.gather import gather

    with loaded(project, period) as setup, logged(setup.home, setup.period, "review") as came_of_it:
        with opening(setup, telling) as opened:
            gathered = gather(setup, draft=True, internal=True, opening=opened)
        path = setup.home.review_copy(setup.period)
        path.parent.mkdir(exist_ok=True)
        replace_file(path, review_copy(setup, gathered, templates_of(setup)))
        tell(setup.home.relative(path))
        came_of_it(f"The review copy has {counted(len(gathered.problems), 'comment')}. It is not for publication.")
