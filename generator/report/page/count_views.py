"""What the page says beside its measures: charts, rows of counts, a summary's groups, what is missing, and terms."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """One status in a chart, with a number for each category."""

    name: str
    fill: str
    ink: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A bar for each category, made up of the series. ``description`` says all of it in words."""

    title: str
    description: str
    categories: tuple[str, ...]
    series: tuple[SeriesView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentView:
    """The part of a bar that is a status: where it starts and how long it is, in measures."""

    fill: str
    ink: str
    start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A group, or all of them (``total``, which has no segments): its numbers, status by status.

    ``depth`` is 0 for a group of the first level, and 1 for one below it.
    """

    name: str
    total: bool
    depth: int
    numbers: tuple[str, ...]
    segments: tuple[SegmentView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InShortView:
    """A group in a summary on one page.

    Its ``counts`` are of measures reported, exceptions, those off target in the quarter, and (where anything is
    forecast) those forecast to be. The ``text`` names the measures listed in full that there is room for, and says how
    many more there are; it is empty where there are none.
    """

    name: str
    counts: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """Something that is still to be put right, for a draft's readers."""

    where: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """An acronym and what it stands for."""

    term: str
    meaning: str
