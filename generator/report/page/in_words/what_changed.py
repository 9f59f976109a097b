"""What changed since the last report, in sentences: one for each kind of change, and one for each revision."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.model.english import listed
from generator.model.figures import as_figure
from generator.report.changes import Change, ChangeKind, in_kinds

_HEADINGS = {
    ChangeKind.NEW: "New",
    ChangeKind.RETIRED: "Retired",
    ChangeKind.GONE: "No longer measured",
    ChangeKind.CODE: "Known by another code",
    ChangeKind.TITLE: "Renamed",
    ChangeKind.GROUP: "Moved",
    ChangeKind.UNIT: "Unit changed",
    ChangeKind.DECIMALS: "Decimals changed",
    ChangeKind.BASIS: "Basis changed",
    ChangeKind.TARGET: "Target changed",
    ChangeKind.YEAR_END_TARGET: "Year-end target changed",
    ChangeKind.STATUS: "Status changed",
    ChangeKind.FORECAST_STATUS: "Forecast status changed",
    ChangeKind.OUTTURN_STATUS: "Outturn not as forecast",
}


def change_sentences(found: Iterable[Change]) -> Iterator[str]:
    """What changed of all measures, kind by kind, and then what was revised of each."""
    every = tuple(found)
    for kind, several in in_kinds(each for each in every if not each.period).items():
        if kind is ChangeKind.STATUS:
            yield from _statuses(several)
        else:
            yield _sentence(_HEADINGS[kind], several)
    revised = (each for each in every if each.period)
    for (label, period, reason), of_one in groupby(revised, lambda each: (_label(each), each.period, each.reason)):
        because = f", because {reason.rstrip('.')}" if reason else ""
        yield f"{label}: {period.short if period else ''} is revised: {'; '.join(map(_revised, of_one))}{because}."


def _statuses(several: Iterable[Change]) -> Iterator[str]:
    """A status may also have gone, or have come, with the return that it is of."""
    by_heading: dict[str, list[Change]] = {}
    for each in several:
        heading = (
            _HEADINGS[each.kind] if each.was and each.now else "Not reported now" if each.was else "Reported again"
        )
        by_heading.setdefault(heading, []).append(each)
    yield from (_sentence(heading, alike) for heading, alike in by_heading.items())


def _sentence(heading: str, several: Iterable[Change]) -> str:
    return f"{heading}: {listed(map(_told, several))}."


def _told(change: Change) -> str:  # noqa: PLR0911, one line a kind
    label, was, now = _label(change), _shown(change, change.was), _shown(change, change.now)
    match change.kind:
        case ChangeKind.NEW | ChangeKind.RETIRED:
            return label
        case ChangeKind.GONE:
            return f"{label} ({change.title})"
        case ChangeKind.CODE:
            return f"{label}, which was {was}"
        case ChangeKind.TITLE:
            return f"{label}, which was “{was}”"
        case ChangeKind.STATUS if not change.now:
            return f"{label}, which was {was}"
        case ChangeKind.STATUS if not change.was:
            return f"{label}, which is {now}"
        case ChangeKind.OUTTURN_STATUS if change.was and change.now:
            return f"{label} is {now} and was forecast to be {was}"
    return f"{label} from {was} to {now}"


def _revised(change: Change) -> str:
    if change.kind is ChangeKind.WITHHELD:
        return "its figures are withheld now"
    return f"the {change.kind} was {_shown(change, change.was)}, now {_shown(change, change.now)}"


def _label(change: Change) -> str:
    return change.measure.label if change.measure else change.code


def _shown(change: Change, text: str) -> str:
    figure = as_figure(text) if change.kind.is_figure and change.measure else None
    return change.measure.show(figure) if change.measure and figure is not None else text or "none"
