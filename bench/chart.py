"""The chart of a run: measures against CPU seconds, both as logarithms, each line with its name at its end.

Ours, the rivals and the limits differ in dashes and marks, so that a print without colour can be read.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from bench.commands import LIMITS, RIVALS, STAGES, WHOLE
from bench.figures import medians, type_of_runs

PANELS = {
    "The whole job, beside what a user would pick instead": (*WHOLE, *RIVALS),
    "Stages, beside the limits": (*STAGES, *LIMITS),
}
WIDTH, HEIGHT, TOP, BOTTOM = 600, 560, 84, 500
LEFT, RIGHT = 56, 330
"""Where a panel's plot lies; its names stand to the right of it."""

LINE = 17
"""How far apart names stand."""

INK, PALE = "#0b0c0c", "#b1b4b6"

type_of_points = list[tuple[float, float]]


class Look(NamedTuple):
    """How a family of lines is drawn: its name, the dashes, and the mark at (0, 0)."""

    family: str
    dashes: str
    mark: str


OURS = Look("scorecard", "", f'<circle r="4" fill="{INK}"/>')
RIVAL = Look("instead", "7 4", f'<rect x="-4" y="-4" width="8" height="8" fill="white" stroke="{INK}"/>')
LIMIT = Look("limit", "1.5 3", f'<path d="M0-5 5 4H-5Z" fill="white" stroke="{INK}"/>')


def look_of(name: str) -> Look:
    """Give the look of a row's line."""
    return RIVAL if name in RIVALS else LIMIT if name in LIMITS else OURS


def lines_of(found: Mapping[int, type_of_runs], names: Sequence[str]) -> dict[str, dict[int, float]]:
    """Give, by row, CPU seconds by number of measures; only of rows that ran."""
    lines = {
        name: {count: medians(runs[name]).cpu for count, runs in sorted(found.items()) if name in runs}
        for name in names
    }
    return {name: line for name, line in lines.items() if line}


class Axes(NamedTuple):
    """Where measures and seconds lie; the ends of ``seconds`` are powers of ten, as exponents."""

    counts: tuple[int, ...]
    seconds: tuple[int, int]

    @classmethod
    def of(cls, found: Mapping[int, type_of_runs]) -> "Axes":
        """Give axes on which every run lies."""
        seconds = [math.log10(medians(each).cpu) for runs in found.values() for each in runs.values()]
        least = math.floor(min(seconds))
        return cls(tuple(sorted(found)), (least, max(least + 1, math.ceil(max(seconds)))))

    def x(self, count: int) -> float:
        """Give how far to the right a number of measures lies."""
        first, last = math.log(self.counts[0]), math.log(self.counts[-1])
        return LEFT + 12 + (RIGHT - LEFT - 24) * (math.log(count) - first) / (last - first)

    def y(self, seconds: float) -> float:
        """Give how far down seconds lie."""
        least, most = self.seconds
        return BOTTOM - (BOTTOM - TOP) * (math.log10(seconds) - least) / (most - least)


def chart(found: Mapping[int, type_of_runs]) -> str:
    """Draw a run of at least two sizes as SVG."""
    axes, width = Axes.of(found), WIDTH * len(PANELS)
    drawn = "".join(
        f'<g transform="translate({WIDTH * at} 0)">{panel(title, lines_of(found, names), axes)}</g>'
        for at, (title, names) in enumerate(PANELS.items())
    )
    title = f"CPU time at {listed(f'{count:,}' for count in axes.counts)} measures"
    told = " ".join(described(lines_of(found, names)) for names in PANELS.values())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" width="{width}" height="{HEIGHT}" '
        f'role="img" aria-labelledby="title told" font-family="Arial, Liberation Sans, sans-serif" font-size="13" '
        f'fill="{INK}"><title id="title">{title}</title><desc id="told">{escape(told)}</desc>'
        f'<rect width="100%" height="100%" fill="white"/><text x="16" y="28" font-size="17" font-weight="bold">{title}'
        f"</text>{key(width)}{drawn}</svg>\n"
    )


def listed(words: Iterator[str]) -> str:
    """Give words as a sentence lists them."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def described(lines: Mapping[str, Mapping[int, float]]) -> str:
    """Say a panel in words."""
    return " ".join(
        f"{name}: {', '.join(f'{seconds:.2f} s at {count:,}' for count, seconds in line.items())}."
        for name, line in lines.items()
    )


def key(width: int) -> str:
    """Show the three looks."""
    return "".join(
        f'<g transform="translate({width - 380 + 125 * at} 23)">{stroke([(0, 0), (34, 0)], each)}'
        f'<g transform="translate(17 0)">{each.mark}</g><text x="42" y="5">{each.family}</text></g>'
        for at, each in enumerate((OURS, RIVAL, LIMIT))
    )


def panel(title: str, lines: Mapping[str, Mapping[int, float]], axes: Axes) -> str:
    """Draw lines over a grid, and their names."""
    points = {name: [(axes.x(count), axes.y(cpu)) for count, cpu in line.items()] for name, line in lines.items()}
    drawn = "".join(stroke(each, look_of(name)) + marks(each, look_of(name)) for name, each in points.items())
    heading = f'<text x="16" y="60" font-weight="bold">{title}</text>'
    return heading + grid(axes) + named({name: each[-1] for name, each in points.items()}) + drawn


def grid(axes: Axes) -> str:
    """Draw a line for each power of ten and each number of measures, with their figures."""
    least, most = axes.seconds
    across = "".join(
        f'<path d="M{LEFT} {axes.y(10.0**power):.1f}H{RIGHT}" stroke="{PALE}"/>'
        f'<text x="{LEFT - 6}" y="{axes.y(10.0**power) + 4:.1f}" text-anchor="end">{10.0**power:,g}</text>'
        for power in range(least, most + 1)
    )
    down = "".join(
        f'<path d="M{axes.x(count):.1f} {TOP}V{BOTTOM}" stroke="{PALE}" stroke-dasharray="1 4"/>'
        f'<text x="{axes.x(count):.1f}" y="{BOTTOM + 18}" text-anchor="middle">{count:,}</text>'
        for count in axes.counts
    )
    middle, height = (LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2
    words = (
        f'<text x="{middle}" y="{BOTTOM + 40}" text-anchor="middle">measures</text>'
        f'<text transform="translate(14 {height}) rotate(-90)" text-anchor="middle">CPU seconds</text>'
    )
    return across + down + words


def stroke(points: type_of_points, look: Look) -> str:
    """Draw a line."""
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dashes = f' stroke-dasharray="{look.dashes}"' if look.dashes else ""
    return f'<path d="M{path}" fill="none" stroke="{INK}" stroke-width="1.6"{dashes}/>'


def marks(points: type_of_points, look: Look) -> str:
    """Draw a mark at each point."""
    return "".join(f'<g transform="translate({x:.1f} {y:.1f})">{look.mark}</g>' for x, y in points)


def named(ends: Mapping[str, tuple[float, float]]) -> str:
    """Write each name beside its line's end, apart from the others, with a thin line from there."""
    places = apart({name: y for name, (_, y) in ends.items()})
    return "".join(
        f'<path d="M{x:.1f} {y:.1f}L{RIGHT} {places[name]:.1f}h8" fill="none" stroke="{INK}" stroke-width=".5"/>'
        f'<text x="{RIGHT + 12}" y="{places[name] + 4:.1f}">{escape(name.removeprefix("script: "))}</text>'
        for name, (x, y) in ends.items()
    )


def apart(wanted: Mapping[str, float]) -> dict[str, float]:
    """Move places apart that are too near each other, half the way each, in the same order."""
    names = sorted(wanted, key=lambda name: wanted[name])
    places = [wanted[name] for name in names]
    for _ in range(200):
        for at, (above, below) in enumerate(pairwise(places)):
            if below - above < LINE:
                middle = (above + below) / 2
                places[at], places[at + 1] = middle - LINE / 2, middle + LINE / 2
    return dict(zip(names, places, strict=True))
