"""What the reader's eye knows of a council besides the texts that it reads."""

from collections.abc import Iterable

from generator.checks.readers_eye.text.commentary import Known
from generator.checks.readers_eye.text.days import day_of
from generator.model.question import About
from generator.project.load import Setup


def known_to_an_editor(setup: Setup, reported: Iterable[str]) -> Known:
    """Its measures, words, questions and owners, and the officers who are not to be named.

    ``reported`` has the keys of the codes and aliases in the report.
    """
    measures = setup.register.measures
    return Known(
        codes=setup.register.codes,
        reported=frozenset(reported),
        glossary=setup.settings.covering.glossary,
        meeting=day_of(setup.settings.covering.meeting),
        style=setup.settings.house_style,
        print_all=setup.settings.print_all,
        questions=tuple(each for each in setup.settings.shape.asked_about(About.MEASURE) if each.is_read),
        owners=tuple(dict.fromkeys(name for each in measures for name in (*each.groups, each.service) if name)),
        officers=tuple(
            dict.fromkeys(name for each in measures for name in (each.officer, each.approver) if len(name.split()) > 1)
        ),
    )
