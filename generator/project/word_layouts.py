"""How Word files of a report are laid out, which further ones there are, and what is said of each."""

from enum import StrEnum


class Layout(StrEnum):
    """How the Word report is laid out."""

    TABLE = "table"
    """The committee's table: landscape, seven columns."""
    COMPACT = "compact"
    """The same in fewer pages: landscape, two rows a measure."""
    SECTIONS = "sections"
    """Headings and short tables, as guidance on accessible documents asks."""


class Pack(StrEnum):
    """A further Word file made of the same report."""

    GROUPS = "groups"
    """A report for each group of the first level, such as a directorate."""
    SUBGROUPS = "subgroups"
    """A report for each group of the second level."""
    SUMMARY = "summary"
    """The counts and the key on one page."""


WORD_TEMPLATES = {
    Layout.TABLE: "report.docx",
    Layout.COMPACT: "compact.docx",
    Layout.SECTIONS: "sections.docx",
}


SUMMARY_TEMPLATE = "summary.docx"


HELD = {
    Layout.TABLE: "the committee's table, in Word",
    Layout.COMPACT: "the committee's table with two rows a measure, in Word",
    Layout.SECTIONS: "the report in headings and short tables, in Word",
    Pack.SUMMARY: "a summary on one page, in Word",
}
"""What the covering e-mail says of the files that go with it."""
