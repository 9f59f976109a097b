"""What a line of results is held against all along: figures of others, and the limits of what the results vary by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.model.english import counted
from generator.model.measure import Measure
from generator.model.period import Period
from generator.report.beside_others import BesideOthers
from generator.report.page.over_time.line_view import LevelKind, LevelView
from generator.report.signal_or_noise import SignalOrNoise

_OTHERS = (LevelKind.OTHERS, LevelKind.MORE_OTHERS)
"""So many figures of others are drawn: of more, which line is whose could not be told without colour."""

_LONGEST_NAME = 26
"""Letters of a name that there is room for under a chart."""


def levels_beside(
    measure: Measure, periods: Sequence[Period], others: Iterable[BesideOthers], signal: SignalOrNoise | None
) -> Iterator[LevelView]:
    """The levels of a measure's chart, whose places are ``periods``; limits begin where they are reckoned from."""
    for kind, each in zip(_OTHERS, others, strict=False):
        label, show = f"{each.name} ({each.period.short})", measure.show
        yield LevelView(
            name=_short(each.name), label=label, legend=label, kind=kind, figure=each.value, text=show(each.value)
        )
    if signal:
        start = next((at for at, each in enumerate(periods) if not signal.rebased or each >= signal.rebased.period), 0)
        yield from (replace(each, start=start) for each in _variation(signal))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _variation(signal: SignalOrNoise) -> Iterator[LevelView]:
    """The average, and the limits, of which the upper one names both."""
    show, of = signal.measure.show, f" (of {counted(signal.limits.count, 'result')})"
    name, legend = ("Trial limits", f"Trial limits{of}") if signal.limits.is_trial else ("Limits", "Limits")
    trial = "trial " if signal.limits.is_trial else ""
    for kind, called, label, told, figure in (
        (LevelKind.AVERAGE, "Average", "Average", "Average", signal.mean),
        (LevelKind.LIMIT, f"{name} (lower)", f"Lower {trial}limit", "", signal.lower),
        (LevelKind.LIMIT, name, f"Upper {trial}limit", legend, signal.upper),
    ):
        yield LevelView(name=called, label=label, legend=told, kind=kind, figure=figure, text=show(figure))


def levels_told(levels: Iterable[LevelView]) -> Iterator[str]:
    """Each with its figure, as a sentence; both limits in one."""
    lower = ""
    for each in levels:
        if each.legend:
            yield f"{each.legend}: {lower}{each.text}."
        else:
            lower = f"{each.text} to "
