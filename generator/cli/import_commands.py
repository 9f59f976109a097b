"""What `scorecard import` puts on the screen."""

from datetime import date
from pathlib import Path

from generator.cli.console import say, show, tell
from generator.importing.import_list import import_list
from generator.importing.read_this import summary_of
from generator.importing.write_import import in_the_way, write_import
from generator.model.problem import Unusable
from generator.project.folder import Project


def import_into(project: Project, file: Path, *, dry_run: bool, replace: bool) -> None:
    """Import a list into a project; with ``dry_run`` only say what would come of it. Raises ScorecardError."""
    imported = import_list(project, file, today=date.today())
    taken = None if replace else in_the_way(project, file, imported)
    if taken and not dry_run:
        raise Unusable([taken])
    written = () if dry_run else tuple(write_import(project, file, imported))
    for line in summary_of(imported.register, imported.layout, project.relative(file)):
        tell(line)
    tell("")
    for line in imported.to_do:
        tell(line)
    if imported.open_places:
        tell("Before forms can be issued, this is to be put right in the register:")
        show(imported.open_places)
    if dry_run:
        show(filter(None, [taken]))
        say("Nothing was written.")
        return
    for line in written:
        say(line)
    say("Look at the sheet “Read this” of the register; then: scorecard issue")
