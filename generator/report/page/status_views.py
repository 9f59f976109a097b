"""A status as a page shows it: a word, colours and a shape; in the key, with what earns it."""

from collections.abc import Iterator
from dataclasses import replace

from generator.judging.scheme import Scheme, Status
from generator.judging.scheme_in_words import rule_of
from generator.judging.status import Verdict
from generator.report.page.views import NO_STATUS, StatusView
from generator.report.report import Report


def verdict_view(verdict: Verdict | None) -> StatusView:
    """Show a verdict's status, and beside it whether it was stated, or what else was; and what is overdue."""
    if verdict is None:
        return NO_STATUS
    stated = f"Stated: {verdict.beside.name}" if verdict.beside else "Stated" if verdict.stated else ""
    overdue = "Overdue" if verdict.overdue else ""
    return status_view(verdict.status, note=", ".join(filter(None, (stated, overdue))))


def status_view(status: Status, note: str = "", scheme: Scheme | None = None) -> StatusView:
    """A status as it is shown; where its ``scheme`` is given, the meaning says what earns it."""
    return StatusView(
        word=status.name,
        meaning=_meaning(status, scheme),
        note=note,
        fill=status.fill.removeprefix("#"),
        ink=status.ink.removeprefix("#"),
        shape=status.shape,
    )


def key(report: Report) -> Iterator[StatusView]:
    """Every scheme's statuses with what earns them, the report's scheme first; of several, each is named."""
    every = (report.scheme, *(entry.judged.scheme for entry in report.entries))
    schemes = {scheme.name: scheme for scheme in every}
    for name, scheme in schemes.items():
        for status in scheme.all_statuses:
            view = status_view(status, scheme=scheme)
            yield view if len(schemes) == 1 else replace(view, meaning=f"{name}. {view.meaning}")


def _meaning(status: Status, scheme: Scheme | None) -> str:
    if scheme is None or status is scheme.unrated:
        return status.meaning
    return f"{status.meaning}: {rule_of(scheme, status)}"
