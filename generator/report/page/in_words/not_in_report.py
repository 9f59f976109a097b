"""What is not in a report, and what is to be put right before it is published, as its readers are told."""

from collections.abc import Iterator

from generator.judging.outcome import NOT_RECEIVED, Missing
from generator.model.english import counted
from generator.report.page.views import MissingView, ProblemView
from generator.report.report import Report


def missing(report: Report) -> Iterator[MissingView]:
    """The measures that are not in it, and then the groups about which something was to be written and was not."""
    yield from map(_missing, report.missing)
    for each in report.unwritten:
        named = (each.word, each.name) if each.level else ("Report", each.label)
        yield MissingView(label=named[0], title=named[1], group=each.group, why=NOT_RECEIVED)


def missing_introduction(report: Report) -> str:
    """What stands above them."""
    if report.unwritten:
        return "These returns are not in this report."
    return "The register has these measures too. They are not in this report."


def to_put_right(report: Report) -> Iterator[ProblemView]:
    """The errors that a draft lists."""
    for each in report.problems:
        if report.draft and each.is_error:
            yield ProblemView(where=str(each.place), what=each.message)


def draft_notice(report: Report) -> str:
    """What a draft says of itself; nothing where it is none."""
    errors = sum(problem.is_error for problem in report.problems)
    if not report.draft:
        return ""
    if not errors:
        return "DRAFT, not for circulation."
    return f"DRAFT, not for circulation. {counted(errors, 'thing')} still to be put right."


def _missing(missing: Missing) -> MissingView:
    return MissingView(
        label=missing.measure.label,
        title=missing.measure.title,
        group=missing.measure.group,
        why=missing.words,
    )
