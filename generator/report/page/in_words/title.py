"""What stands at the head of a report: its title, the facts of the meeting, and whom it is not for."""

from collections.abc import Iterator

from generator.model.english import day
from generator.report.page.views import FactView
from generator.report.report import Report
from generator.report.revisions import revisions


def heading(report: Report) -> str:
    """The report's title, with its period and what it is of."""
    return ", ".join(filter(None, (f"{report.title}: {report.period.name}", report.name, report.scope)))


def title_block(report: Report) -> Iterator[FactView]:
    """What is said of the meeting and of the publication, line by line."""
    covering = report.covering
    facts = (
        ("Committee", covering.committee),
        ("Date of meeting", covering.meeting),
        ("Agenda item", covering.item),
        ("Report of", covering.report_of),
        ("Wards affected", covering.wards),
        ("Contact officer", covering.contact),
        ("Published", covering.published),
        ("Version", _version(report)),
    )
    return (FactView(label=label, text=text) for label, text in facts if text)


def _version(report: Report) -> str:
    """Since when it is another than the one that was published of the period; empty where it is none, or the same."""
    days = [each.row.published for each in report.published.values() if each.row.published]
    return f"Revised since {day(max(days))}" if days and any(revisions(report)) else ""


def not_for_publication(report: Report) -> str:
    """Why it is not to be published; empty where it is."""
    return f"Not for publication: {report.not_for_publication}" if report.not_for_publication else ""
