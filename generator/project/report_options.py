"""What a report holds besides its measures: the facts of the meeting, and which parts are printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from generator.model.toml.keys import Key, Table
from generator.model.toml.values import day_in_words, lines_of_text, one_text, texts


class Part(StrEnum):
    """A part of the report that can be left out."""

    TITLE_BLOCK = "title block"
    CONTENTS = "contents"
    PURPOSE = "purpose"
    RECOMMENDATIONS = "recommendations"
    SUMMARY = "summary"
    CHARTS = "charts"
    LINE_CHARTS = "line charts"
    MOVEMENT = "movement"
    KEY = "key"
    EXCEPTIONS = "exceptions"
    DIRECTORATE_SUMMARIES = "directorate summaries"
    HEADLINES = "headlines"
    QUESTIONS = "questions for scrutiny"
    ACTIONS = "actions"
    MISSING = "missing"
    GLOSSARY = "glossary"
    DATA_SOURCE = "data source"
    DOWNLOADS = "downloads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """What a performance team says of the meeting that a report goes to; whatever is empty is not printed."""

    committee: str = ""
    """The committee, as the agenda names it."""
    meeting: str = ""
    """The day of the meeting, in words: ``4 December 2018``."""
    item: str = ""
    """The number of the agenda item."""
    report_of: str = ""
    """Who the report comes from: an office, not a person's name."""
    wards: str = ""
    """The wards that it concerns."""
    contact: str = ""
    """Whom to ask about it."""
    published: str = ""
    """The day on which the report is published, in words."""
    marking: str = ""
    """The protective marking, such as ``OFFICIAL``; it stands on every page."""
    not_for_publication: str = ""
    """Why the report is not for publication: the paragraph of Schedule 12A to the Local Government Act 1972."""
    purpose: tuple[str, ...] = ()
    """What the report is for, as lines."""
    recommendations: tuple[str, ...] = ()
    """What the committee is asked to do, one each."""
    glossary: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What acronyms stand for; the report prints those that occur in it."""


NO_COVERING = Covering()
"""A report of which nothing is said but its measures."""

COVERING_KEYS: Mapping[str, Key | Table] = MappingProxyType(
    {
        "committee": Key(one_text, '"Executive Scrutiny Board"'),
        "meeting": Key(day_in_words, "2018-12-04"),
        "item": Key(one_text, '"7"'),
        "report_of": Key(one_text, '"Director of Corporate Resources"'),
        "wards": Key(one_text, '"All"'),
        "contact": Key(one_text, '"Performance team, performance@example.gov.uk"'),
        "published": Key(day_in_words, "2018-11-26"),
        "marking": Key(one_text, '"OFFICIAL"'),
        "not_for_publication": Key(
            one_text, 'not_for_publication = "paragraph 3 of Part 1 of Schedule 12A to the Act."'
        ),
        "purpose": Key(lines_of_text, '"To tell councillors which measures are off target."'),
        "recommendations": Key(texts, '["That the committee notes the report."]'),
    }
)
"""The keys of [committee], which a further report has as its own."""
