"""Questions for scrutiny: the facts that each is written of, and as the page prints them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ScrutinyFacts:
    """What a question is about: ``forecast``, ``promise`` or ``unchanged``; texts that are not of it are empty.

    A forecast ``needs`` what was never ``reached``. Under ``label`` the ``words`` were written in the report of
    ``since``: they promised something for ``day``, or are the same ever since, with the ``figures`` of all that time.
    """

    about: str
    needs: str = ""
    reached: str = ""
    label: str = ""
    words: str = ""
    since: str = ""
    day: str = ""
    figures: str = ""
    reports: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedView:
    """A measure, by its address on the page, and up to three questions on it."""

    place: str
    label: str
    title: str
    questions: tuple[str, ...]
