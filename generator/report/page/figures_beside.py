"""Figures side by side, as a page shows them: each with its status of the time; and those of others."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.commentary.placeholders import WITHHELD
from generator.history.columns import FiguresColumn, Shows, columns_in
from generator.history.side_by_side import NoFigure, Shown, figures_by_period, shown_in
from generator.judging.outcome import Judged
from generator.model.measure import Basis, Measure
from generator.model.period import Frequency
from generator.model.shape import Listing
from generator.report.beside_others import BesideOthers
from generator.report.history_rows import row_revised
from generator.report.page.status_views import status_view
from generator.report.page.views import (
    NO_STATUS,
    BenchmarkView,
    FactView,
    SideBySideView,
    SideView,
    SignalView,
    StatusView,
)
from generator.report.report import Entry, Report
from generator.report.signal_or_noise import SIGNAL_LABEL, SignalOrNoise, signal_or_noise


def side_by_side(report: Report, entries: Iterable[Entry], path: tuple[str, ...]) -> tuple[SideBySideView, ...]:
    """A row for each of a group's measures that are listed; where all are, for those that are missing as well."""
    wanted = columns_in(report.shape.columns, report.period)
    if not wanted:
        return ()
    shown: list[tuple[Measure, Judged | None]] = [(entry.judged.measure, entry.judged) for entry in entries]
    if report.shape.listing is not Listing.EXCEPTIONS:
        missing = (each.measure for each in report.missing if each.measure.groups[: len(path)] == path)
        shown += [(each, None) for each in missing if any(row.actual for row in report.results_before(each))]
    if report.shape.listing is Listing.ALL:
        shown.sort(key=_place_in_register)
    return tuple(_row(report, wanted, measure, judged) for measure, judged in shown)


def _place_in_register(shown: tuple[Measure, Judged | None]) -> int:
    return shown[0].place.row


def _row(
    report: Report, wanted: Iterable[FiguresColumn], measure: Measure, judged: Judged | None = None
) -> SideBySideView:
    before = report.results_before(measure)
    revised = row_revised(judged, before) if judged else None
    known = figures_by_period((*before, revised) if revised else before, measure, judged)
    cells = ((each, shown_in(each, measure, known, report.period)) for each in wanted)
    return SideBySideView(
        label=measure.label,
        title=f"{measure.title} (cumulative)" if _adds_up(measure) and not _says_so(measure.title) else measure.title,
        cells=tuple(
            SideView(
                heading=column.heading,
                text=_text(column, shown, measure),
                status=next(_statuses(report, judged, shown), NO_STATUS),
            )
            for column, shown in cells
        ),
    )


def _says_so(title: str) -> bool:
    return "cumulative" in title.casefold()


def _adds_up(measure: Measure) -> bool:
    """Whether each of its results is for the year so far, and the year has several."""
    return measure.basis is Basis.CUMULATIVE and measure.frequency is not Frequency.YEARLY


def _text(column: FiguresColumn, shown: Shown, measure: Measure) -> str:
    if shown.figure is None:
        told = WITHHELD if shown.gap is NoFigure.WITHHELD else shown.told or shown.gap.value
        return f"{told} ({shown.of.short})" if shown.of and shown.told else told
    is_gap = column.shows is Shows.VARIANCE and isinstance(shown.figure, Decimal) and shown.figure > 0
    figure = f"{'+' if is_gap else ''}{measure.show(shown.figure)}"
    if column.shows is Shows.VARIANCE and measure.unit == "%":
        figure = f"{figure.removesuffix(measure.unit)} points"
    return f"{figure} ({shown.of.short})" if shown.of else figure


def _statuses(report: Report, judged: Judged | None, shown: Shown) -> Iterator[StatusView]:
    """The status by its name, as the measure's scheme shows it; one that no scheme has any more is a word alone.

    Where there is no figure, that it is not rated goes without saying.
    """
    if not shown.status or (shown.figure is None and shown.gap is NoFigure.WITHHELD):
        return
    schemes = (*((judged.scheme,) if judged else ()), report.scheme)
    for status in (each for scheme in schemes for each in scheme.all_statuses if each.name == shown.status):
        is_shown = shown.figure is not None or shown.told
        yield status_view(status) if status.rated or is_shown else NO_STATUS
    yield (
        NO_STATUS
        if shown.figure is None and not shown.told
        else StatusView(word=shown.status, meaning="", note="", fill="FFFFFF", ink="000000", shape="none")
    )


def benchmark_views(others: Iterable[BesideOthers], measure: Measure) -> Iterator[BenchmarkView]:
    """The figures of others that fit a measure's result."""
    for each in others:
        yield BenchmarkView(
            name=each.name,
            period=each.period.short,
            value=measure.show(each.value),
            standing=each.words,
            source=each.source,
        )


def signal_of(report: Report, judged: Judged) -> SignalOrNoise | None:
    """Whether a result is a signal or noise; None where the settings do not ask, or too little is known."""
    return signal_or_noise(judged, report.results_before(judged.measure)) if report.shape.signals else None


def signal_view(found: SignalOrNoise | None) -> SignalView | None:
    """The same in words and figures."""
    if found is None:
        return None
    measure = found.measure
    return SignalView(
        icon=found.icon,
        meaning=found.meaning.value,
        words=found.words,
        mean=measure.show(found.mean),
        lower=measure.show(found.lower),
        upper=measure.show(found.upper),
    )


def facts_beside(others: Iterable[BenchmarkView], signal: SignalView | None) -> Iterator[FactView]:
    """The same as lines under the measure's title: ``England (2017/18): 78.2%; the result is better``."""
    for each in others:
        text = "; ".join(filter(None, (each.value, each.standing)))
        yield FactView(label=f"{each.name} ({each.period})", text=text)
    if signal:
        yield FactView(label=SIGNAL_LABEL, text=signal.words)
