"""Line charts as drawings: places in a picture, and the texts at them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """A text in a picture, and its place."""

    x: str
    y: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DotView:
    """A place in a picture."""

    x: str
    y: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelDrawing:
    """A thin line straight across; ``kind`` is others, more-others, average or limit, and says how it is dashed."""

    kind: str
    legend: str
    """What the line is; empty where another says it."""
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDrawing:
    """The line chart of a measure in a picture that is ``width`` wide and ``height`` high.

    Lines are their points; ``results`` and ``targets`` are several where some are not known. ``forecast`` is empty
    where there is none, and ``hoped`` is its place.
    """

    width: str
    height: str
    left: str
    """Where lines begin."""
    right: str
    up: tuple[MarkView, ...]
    """The numbers beside the chart; a line goes across from each."""
    across: tuple[MarkView, ...]
    """The periods under it, as many as there is room for."""
    results: tuple[str, ...]
    targets: tuple[str, ...]
    forecast: str
    dots: tuple[DotView, ...]
    hoped: tuple[DotView, ...]
    levels: tuple[LevelDrawing, ...]
    """Figures of others, and the average and limits of results."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAmongOthers:
    """A measure among those of its group: its line, where it ends, and how its results stood to their targets.

    ``place`` is its address; empty where the page does not list it. ``off`` is whether the last result missed.
    """

    label: str
    title: str
    place: str
    points: str
    end: DotView
    off: bool
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLines:
    """The measures of a group, one line each, in a picture like that of every other group; ``told`` sums them up."""

    name: str
    told: str
    lines: tuple[LineAmongOthers, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsCompared:
    """Every group's measures on one scale: how far results are from target in per cent of it; up is better.

    ``up`` are the numbers beside each picture, the target's in the middle, and ``across`` the first and last day.
    """

    heading: str
    told: str
    width: str
    height: str
    left: str
    right: str
    up: tuple[MarkView, ...]
    across: tuple[MarkView, ...]
    groups: tuple[GroupLines, ...]
