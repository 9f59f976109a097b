"""The templates that a command is asked to try, with the questions whose answers they are to print."""

from pathlib import Path

from generator.documents.every_document import ALL_TEMPLATES
from generator.model.question import About, Question
from generator.project.folder import Project
from generator.project.load import settings_of
from generator.project.team_files import TeamFile, read_file, read_template

type_of_tried = tuple[tuple[TeamFile, ...], tuple[Question, ...]]


def file_alone(file: Path) -> type_of_tried:
    """One template by itself: what is asked where it will be used is not known. Raises Unusable."""
    return (read_file(file, file.as_posix()),), ()


def used_by(project: Project) -> type_of_tried:
    """All that a project uses, and what it asks of measures for everybody to read. Raises Unusable."""
    questions = settings_of(project).shape.printed_about(About.MEASURE, internal=False)
    return tuple(read_template(project, name) for name in ALL_TEMPLATES), questions
