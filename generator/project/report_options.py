"""What a report holds besides its measures: the facts of the meeting, and which parts are printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Part(StrEnum):
    """A part of the report that can be left out."""

    TITLE_BLOCK = "title block"
    CONTENTS = "contents"
    PURPOSE = "purpose"
    RECOMMENDATIONS = "recommendations"
    SUMMARY = "summary"
    CHARTS = "charts"
    MOVEMENT = "movement"
    KEY = "key"
    EXCEPTIONS = "exceptions"
    DIRECTORATE_SUMMARIES = "directorate summaries"
    HEADLINES = "headlines"
    ACTIONS = "actions"
    MISSING = "missing"
    GLOSSARY = "glossary"
    DATA_SOURCE = "data source"


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
