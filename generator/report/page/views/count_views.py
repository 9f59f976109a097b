"""What the page says in numbers: charts, rows of counts, a summary's groups, and what stands beside a result."""

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
    places: tuple[str, ...]
    """For each number, the address of the group in which the measures that it counts are; empty where the page has not
    all of them. All measures are from the first group on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InShortView:
    """A group in a summary on one page.

    Its ``counts`` are of measures reported, exceptions, those that are so for the quarter, and (where anything
    is forecast) those forecast to be. The ``text`` names the measures listed in full that there is room for, and says
    how many more there are; it is empty where there are none.
    """

    name: str
    counts: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """A result of a period; target and status of that time are empty where they are not known."""

    period: str
    target: str
    actual: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkView:
    """A figure of others beside a result; ``standing`` says where the result stands to it, and if it is an old one."""

    name: str
    period: str
    value: str
    standing: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalView:
    """Whether a result is a signal or noise, in ``words`` that begin with the ``icon``, a character.

    ``meaning`` is improvement, concern, high, low or no signal; the rest are figures with their units.
    """

    icon: str
    meaning: str
    words: str
    mean: str
    lower: str
    upper: str
