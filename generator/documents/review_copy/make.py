"""The review copy made: the report for readers inside the council, with a comment for each problem."""

from collections.abc import Mapping
from dataclasses import replace

from generator.documents.every_document import presented
from generator.documents.review_copy.comments import with_comments
from generator.documents.review_copy.marked_page import with_marks
from generator.documents.review_copy.notes import notes_on
from generator.documents.word import render_word, word_template
from generator.project.load import Setup
from generator.project.team_files import TeamFile
from generator.project.word_layouts import WORD_TEMPLATES
from generator.report.gather import Gathered


def review_copy(setup: Setup, gathered: Gathered, templates: Mapping[str, TeamFile]) -> bytes:
    """The Word file, in the report's first layout. ``gathered`` is for readers inside, and a draft.

    Raises Unusable where a template has faults.
    """
    notes = tuple(notes_on(gathered.problems, gathered.readings, setup.register, setup.topics))
    page = presented(gathered.report, templates)
    marked = with_marks(replace(page, heading=f"{page.heading}: review copy"), notes)
    template = templates[WORD_TEMPLATES[setup.settings.layouts[0]]]
    document = render_word(word_template(template.data, template.name), marked.page)
    return with_comments(document, notes, marked.spots)
